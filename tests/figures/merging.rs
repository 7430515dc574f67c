//! Two choices that were merged count as one: every figure is what it would be if the one had been chosen all along.

use std::collections::BTreeSet;
use std::sync::Arc;

use peildatum::figures::{Columns, Figure, Measure, Period, Slice};
use peildatum::register::{
    CaseKey, CaseState, Choice, Definition, FieldKind, OUTCOME, Spell, Value,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::definitions::Register;
use crate::invented::{Scene, scene, slice};

/// What is merged: in this field the one goes on as the other.
#[derive(Clone, Debug)]
struct Merge {
    field: String,
    from: String,
    into: String,
}

impl Merge {
    /// Two choices of a field of this register, or of its outcomes.
    fn any(definition: &Definition) -> impl Strategy<Value = Self> + use<> {
        let choosing = |kind: FieldKind| matches!(kind, FieldKind::Choice | FieldKind::Choices);
        let fields = definition.counted_fields();
        let fields = fields.filter(|field| choosing(field.kind));
        let mut lists: Vec<(String, Vec<String>)> = fields
            .map(|field| (field.id.clone(), ids(&field.choices)))
            .collect();
        let outcome = definition.outcome.iter();
        lists.extend(outcome.map(|outcome| (OUTCOME.to_owned(), ids(&outcome.choices))));
        lists.retain(|(_, choices)| choices.len() > 1);
        let pick = (select(lists), any::<Index>(), any::<Index>());
        pick.prop_filter_map("two choices", |((field, choices), one, other)| {
            let (from, into) = (one.get(&choices), other.get(&choices));
            (from != into).then(|| Self {
                field,
                from: from.clone(),
                into: into.clone(),
            })
        })
    }

    /// The definition in which they are merged.
    fn merged(&self, definition: &Definition) -> Arc<Definition> {
        self.with(definition, |choice| {
            choice.replaced_by = Some(self.into.clone());
        })
    }

    /// The definition in which the one is only offered no more.
    fn retired(&self, definition: &Definition) -> Arc<Definition> {
        self.with(definition, |choice| choice.retired = true)
    }

    fn with(&self, definition: &Definition, change: impl Fn(&mut Choice)) -> Arc<Definition> {
        let mut definition = definition.clone();
        let choices = match &mut definition.outcome {
            Some(outcome) if self.field == OUTCOME => &mut outcome.choices,
            _ => {
                let mut fields = definition.fields.iter_mut();
                let field = fields.find(|field| field.id == self.field).unwrap();
                &mut field.choices
            }
        };
        let choice = choices.iter_mut().find(|choice| choice.id == self.from);
        change(choice.unwrap());
        Arc::new(definition)
    }

    /// The case as it would be if the other choice had been made all along.
    fn rewritten(&self, case: &CaseState) -> CaseState {
        let mut case = case.clone();
        let become_other = |id: &mut String| {
            if *id == self.from {
                self.into.clone_into(id);
            }
        };
        match case.values.get_mut(&self.field) {
            Some(Value::Choice(id)) => become_other(id),
            Some(Value::Choices(ids)) => *ids = self.renamed(ids),
            _ => {}
        }
        if self.field == OUTCOME {
            let closings = case.spells.iter_mut().filter_map(|at| at.closed.as_mut());
            closings.for_each(|closing| closing.outcome.iter_mut().for_each(become_other));
        }
        case
    }

    fn renamed(&self, ids: &BTreeSet<String>) -> BTreeSet<String> {
        let other = |id: &String| match *id == self.from {
            true => self.into.clone(),
            false => id.clone(),
        };
        ids.iter().map(other).collect()
    }
}

fn ids(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|choice| choice.id.clone()).collect()
}

fn columns(definition: Arc<Definition>, scene: &Scene, cases: &[CaseState]) -> Columns {
    let keyed = cases.iter().zip(&scene.timelines).enumerate();
    let keyed = keyed.map(|(at, (case, timeline))| (CaseKey(at as i64), case, &timeline[..]));
    Columns::with_timelines(definition, keyed).unwrap()
}

fn merging() -> impl Strategy<Value = (Scene, Merge)> {
    scene(
        &[Register::Buildings, Register::Reports, Register::Nuisance],
        60,
    )
    .prop_flat_map(|scene| {
        let merge = Merge::any(&scene.register.definition());
        (Just(scene), merge)
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_merge_counts_as_if_the_other_choice_had_been_made_all_along(
        (scene, merge) in merging()
    ) {
        let definition = scene.register.definition();
        let rewritten: Vec<CaseState> =
            scene.cases.iter().map(|case| merge.rewritten(case)).collect();
        let merged = columns(merge.merged(&definition), &scene, &scene.cases);
        let plain = columns(merge.retired(&definition), &scene, &rewritten);
        let mut filters = scene.filters.clone();
        if let Some(keys) = filters.get_mut(&merge.field) {
            *keys = merge.renamed(keys);
        }
        let of_merged = Figure {
            entries: None,
            slice: slice(merged.definition(), &scene.filters),
            ..scene.figure()
        };
        let of_plain = Figure {
            entries: None,
            slice: slice(plain.definition(), &filters),
            ..scene.figure()
        };
        prop_assert_eq!(merged.crosstab(&of_merged), plain.crosstab(&of_plain));
        let behind = |columns: &Columns, figure: &Figure| {
            columns.rows(&figure.slice, scene.period, scene.measure)
        };
        prop_assert_eq!(behind(&merged, &of_merged), behind(&plain, &of_plain));
        if scene.measure != Measure::Reports {
            let by = |columns: &Columns, figure: &Figure| {
                columns.balance_by(&figure.slice, scene.period, &merge.field)
            };
            prop_assert_eq!(by(&merged, &of_merged), by(&plain, &of_plain));
        }
    }
}

#[test]
fn more_choices_than_there_are_bits_can_be_merged() {
    let definition = Register::Nuisance.definition();
    let field = definition.field("aard").unwrap();
    let new = "nieuw-soort";
    let mut definition = (*definition).clone();
    let at = definition
        .fields
        .iter()
        .position(|other| other.id == "aard");
    let choices = &mut definition.fields[at.unwrap()].choices;
    // Every choice that was ever used goes on as one that no case has.
    for choice in choices.iter_mut() {
        choice.replaced_by = Some(new.to_owned());
    }
    let label = field.label.clone();
    choices.push(Choice::new(new, label));
    let cases: Vec<CaseState> = field
        .choices
        .iter()
        .map(|choice| CaseState {
            spells: vec![Spell::since("2024-03-01".parse().unwrap())],
            values: [(
                "aard".to_owned(),
                Value::Choices([choice.id.clone()].into()),
            )]
            .into(),
            ..CaseState::default()
        })
        .collect();
    let keyed = cases.iter().enumerate();
    let keyed = keyed.map(|(at, case)| (CaseKey(at as i64), case));
    let columns = Columns::of_cases(Arc::new(definition), keyed).unwrap();
    let table = columns.crosstab(&Figure {
        entries: None,
        rows: vec!["aard".to_owned()],
        columns: Vec::new(),
        measure: Measure::Handled,
        period: Period::parse("2024").unwrap(),
        slice: Slice::whole(),
    });
    let table = table.unwrap();
    assert_eq!(table.row_keys, [[new]]);
    assert_eq!(table.row_totals, [cases.len() as u64]);
}

#[test]
fn a_row_without_cases_is_shown_only_while_its_choice_can_be_chosen() {
    let mut definition = (*Register::Nuisance.definition()).clone();
    let mut fields = definition.fields.iter_mut();
    let field = fields.find(|field| field.id == "eigendom").unwrap();
    field.choices.truncate(3);
    field.choices[0].until = Some("2023-12-31".parse().unwrap());
    field.choices[1].from = Some("2025-01-01".parse().unwrap());
    let ids = ids(&field.choices);
    let columns = Columns::new(Arc::new(definition));
    let rows = |period: &str| -> Vec<Vec<String>> {
        let table = columns.crosstab(&Figure {
            entries: None,
            rows: vec!["eigendom".to_owned()],
            columns: Vec::new(),
            measure: Measure::Handled,
            period: Period::parse(period).unwrap(),
            slice: Slice::whole(),
        });
        table.unwrap().row_keys
    };
    let only =
        |at: &[usize]| -> Vec<Vec<String>> { at.iter().map(|at| vec![ids[*at].clone()]).collect() };
    assert_eq!(rows("2023"), only(&[0, 2]));
    assert_eq!(rows("2024"), only(&[2]));
    assert_eq!(rows("2025"), only(&[1, 2]));
    assert_eq!(rows("2023-07-01..2025-01-01"), only(&[0, 1, 2]));
}
