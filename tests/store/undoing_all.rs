//! Whatever was done, undone step by step everything is as it was before each step, and done again as it was after it.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::NaiveDate;
use peildatum::exchange::{
    Cell, Decisions, Mapping, MappingChoices, Plan, PlannedRow, Recognition, Row, Sheet,
    SheetColumns,
};
use peildatum::figures::{Columns, Figure, Measure, Period, Slice, dimensions};
use peildatum::register::{
    CaseFile, CaseKey, CaseReference, CaseState, Closing, Definition, EntryState, LINK, Packed,
    Setting, Spell,
};
use peildatum::store::{
    BulkPlan, CaseOf, EntryWrite, MergePlan, Operation, OwnSettings, Search, SqliteStore, Store,
    Timelines, Write,
};
use proptest::prelude::*;

use super::street::{both, contact, correction, march, on, settled};
use super::support::{Place, address, choice, day, new_case, operation, state, text};

/// Something somebody does; the numbers choose a case, an entry and a value among those there are.
#[derive(Clone, Copy, Debug)]
struct Step {
    what: What,
    register: usize,
    case: usize,
    other: usize,
    value: u32,
}

#[derive(Clone, Copy, Debug)]
enum What {
    New,
    Change,
    Bulk,
    Finish,
    Reopen,
    Enter,
    Report,
    Correct,
    WithdrawEntry,
    Settle,
    Tie,
    Gather,
    Merge,
    Import,
}

fn step() -> impl Strategy<Value = Step> {
    let what = prop_oneof![
        4 => Just(What::New),
        3 => Just(What::Change),
        1 => Just(What::Bulk),
        2 => Just(What::Finish),
        1 => Just(What::Reopen),
        2 => Just(What::Enter),
        1 => Just(What::Report),
        1 => Just(What::Correct),
        1 => Just(What::WithdrawEntry),
        1 => Just(What::Settle),
        1 => Just(What::Tie),
        1 => Just(What::Gather),
        2 => Just(What::Merge),
        1 => Just(What::Import),
    ];
    (what, 0..2_usize, 0..8_usize, 0..8_usize, 1..28_u32).prop_map(
        |(what, register, case, other, value)| Step {
            what,
            register,
            case,
            other,
            value,
        },
    )
}

/// A file with two registers, and what is done in it.
struct World {
    store: SqliteStore,
    definitions: [Arc<Definition>; 2],
    _place: Place,
}

impl World {
    fn new() -> Self {
        let place = Place::new("straat");
        let definitions = both();
        let store = place.open_with(definitions.to_vec()).unwrap();
        Self {
            store,
            definitions,
            _place: place,
        }
    }

    /// The cases of a register that are cases.
    fn cases(&self, register: usize) -> Vec<CaseFile> {
        let mut cases = Vec::new();
        let id = &self.definitions[register].id;
        let keep = &mut |case: CaseFile| {
            if case.state.withdrawn.is_none() {
                cases.push(case);
            }
        };
        self.store.each_case(id, keep).unwrap();
        cases
    }

    /// Does what a step says; returns the name of the action, where it did anything.
    fn act(&mut self, step: Step) -> Option<String> {
        if let What::Import = step.what {
            return self.import(step.register, step.value);
        }
        let action = self.action(step)?;
        self.store.record(&action).unwrap();
        Some(action.id)
    }

    /// The action of a step, if there is something to do it to.
    #[expect(clippy::too_many_lines, reason = "one line a kind of change")]
    fn action(&self, step: Step) -> Option<Operation> {
        let definition = &self.definitions[step.register];
        let cases = self.cases(step.register);
        let case = cases.get(step.case % cases.len().max(1));
        let moment = march(step.value, 9);
        let date = moment.date();
        let action = operation();
        if let What::New = step.what {
            return Some(action.with(new_case(&definition.id, self.invented(step.value))));
        }
        let case = case?;
        let entries = self.store.entries(case.key).unwrap().into_iter();
        let entries: Vec<_> = entries.filter(|entry| !entry.state.withdrawn).collect();
        let entry = entries.get(step.other % entries.len().max(1));
        match step.what {
            What::New | What::Import => None,
            What::Merge => {
                let other = cases.get(step.other % cases.len())?;
                let timeline = self.store.entries(other.key).unwrap();
                let plan = MergePlan::make(definition, case.clone(), other.clone(), timeline);
                Some(plan.ok()?.operation(definition, action, moment))
            }
            What::Change => {
                let mut after = case.state.clone();
                let kind = ["geluid", "stank"][step.other % 2];
                after.set(
                    "soort",
                    Some(choice(kind)).filter(|_| !step.value.is_multiple_of(3)),
                );
                after.set(
                    "adres",
                    Some(address("Kade", &step.value.to_string(), "", "")),
                );
                Some(action.with(Write::over(case, after)))
            }
            What::Bulk => {
                let settings = [
                    Setting::Field {
                        id: "behandelaar".to_owned(),
                        value: Some(text(["anna", "bas"][step.other % 2])),
                    },
                    Setting::Status(Some("loopt".to_owned())),
                ];
                let plan = BulkPlan::make(
                    definition,
                    cases.clone(),
                    &settings,
                    &OwnSettings::new(),
                    day(2026, 4, 1),
                );
                Some(plan.operation(action))
            }
            What::Finish => {
                let mut after = case.state.clone();
                let last = after.spells.last_mut()?;
                if last.closed.is_some() {
                    return None;
                }
                last.closed = Some(Closing {
                    outcome: step.other.is_multiple_of(2).then(|| "opgelost".to_owned()),
                    ..Closing::on(date.max(last.opened))
                });
                after.status = Some("klaar".to_owned());
                Some(action.with(Write::over(case, after)))
            }
            What::Reopen => {
                let mut after = case.state.clone();
                let closed = after.closing()?.date;
                after.spells.push(Spell::since(closed.max(date)));
                after.status = Some("loopt".to_owned());
                Some(action.with(Write::over(case, after)))
            }
            What::Enter => Some(action.with_entry(on(case, contact(moment, "belde")))),
            What::Report => Some(action.with_entry(on(case, EntryState::at("melding", moment)))),
            What::Settle => {
                let mut after = case.state.clone();
                after.set("volgende-actie", None);
                let said = on(case, settled("eerste-reactie", moment));
                Some(action.with(Write::over(case, after)).with_entry(said))
            }
            What::Correct => {
                let mut after = entry?.state.clone();
                after.happened = moment;
                Some(action.with_entry(correction(entry?, after)))
            }
            What::WithdrawEntry => {
                let mut after = entry?.state.clone();
                after.withdrawn = true;
                Some(action.with_entry(correction(entry?, after)))
            }
            What::Tie | What::Gather => {
                let others = self.cases(1 - step.register);
                let tie = |other: &CaseFile| EntryState {
                    about: Some(CaseReference {
                        register: other.register.clone(),
                        id: other.id.clone(),
                    }),
                    ..EntryState::at(LINK, moment)
                };
                if let What::Tie = step.what {
                    let other = others.get(step.other % others.len().max(1))?;
                    return Some(action.with_entry(on(case, tie(other))));
                }
                // A new case in the other register, the tie, and what is settled with it, in one action.
                let mut settled = case.state.clone();
                settled.set("urgentie", Some(choice("hoog")));
                let register = &self.definitions[1 - step.register].id;
                let new = new_case(register, self.invented(step.value));
                let write = EntryWrite::new(CaseOf::Written(0), tie(case));
                let action = action.with(new).with_entry(write);
                Some(action.with(Write::over(case, settled)))
            }
        }
    }

    /// Imports a file with three rows, of which the numbers may be known and what they say may be new.
    fn import(&mut self, register: usize, value: u32) -> Option<String> {
        let definition = &self.definitions[register];
        let row = |at: u32| {
            let cells = [
                format!("I-{}", (value + at) % 5),
                format!("{:02}-02-2026", 1 + at),
                ["geluid", "stank"][(value + at) as usize % 2].to_owned(),
            ];
            Row {
                number: at as usize + 2,
                cells: cells.map(Cell::Text).into(),
            }
        };
        let sheet = Sheet {
            headers: ["nummer", "begin", "soort"].map(str::to_owned).into(),
            rows: (0..3).map(row).collect(),
            is_text: true,
        };
        let choices = MappingChoices::default();
        let columns = SheetColumns::of(&sheet).unwrap();
        let mapping = Mapping::resolve(definition, &columns, &choices, Recognition::Names);
        let decisions = Decisions::default();
        let mut seen = |_: &PlannedRow<'_>| ControlFlow::Continue(());
        let store = &mut self.store;
        let plan = Plan::make(definition, &sheet, &mapping, store, &decisions, &mut seen).unwrap();
        let mut go_on = || ControlFlow::Continue(());
        let action = operation();
        plan.record(store, &action, definition, &sheet, &mapping, &mut go_on)
            .unwrap()
    }

    fn invented(&self, value: u32) -> CaseState {
        let mut state = state(&[
            ("soort", choice(["geluid", "stank"][value as usize % 2])),
            ("behandelaar", text("anna")),
            ("volgende-actie", text("bellen")),
            ("tweede-adres", address("Geheim", "1", "", "2712 AH")),
        ]);
        state.spells = vec![Spell::since(day(2026, 2, value))];
        state.status = Some("loopt".to_owned());
        state
    }

    /// Everything that can be seen of the file.
    fn seen(&self) -> Seen {
        let mut seen = Seen::default();
        for (at, definition) in self.definitions.iter().enumerate() {
            for case in self.cases(at) {
                let timeline = self.store.entries(case.key).unwrap().into_iter();
                let timeline = timeline.filter(|entry| !entry.state.withdrawn);
                let timeline = timeline.map(|entry| (entry.id, entry.state)).collect();
                let case = (case.number, case.state, timeline);
                seen.cases.insert((at, case.0.clone()), case);
            }
            let tasks = self.store.tasks(&definition.id, day(2026, 12, 31));
            seen.told.push(format!("{:?}", tasks.unwrap()));
            seen.told.extend(self.figures(definition));
        }
        for words in ["kade", "anna", "bas", "SZ", "TZ-2026-00001", "geheim"] {
            let found = self.store.search(words, 100).unwrap().into_iter();
            let found: Vec<CaseKey> = found.map(|case| case.key).collect();
            seen.told.push(format!("{words}: {found:?}"));
        }
        let known = self.store.in_street(
            &peildatum::register::Address {
                street: "Kade".to_owned(),
                ..Default::default()
            },
            100,
        );
        let known = known.unwrap().into_iter().map(|case| case.key);
        seen.told.push(format!("{:?}", known.collect::<Vec<_>>()));
        seen
    }

    /// Every figure of a register: each measure by each dimension, over the year and over two months apart.
    fn figures(&self, definition: &Arc<Definition>) -> Vec<String> {
        let load =
            |visit: &mut dyn FnMut(CaseKey, Packed<'_>)| self.store.counted(&definition.id, visit);
        let columns = Columns::load(Arc::clone(definition), load).unwrap();
        let mut told = Vec::new();
        let period = |from: NaiveDate, to: NaiveDate| Period { from, to };
        let periods = [
            period(day(2026, 1, 1), day(2026, 12, 31)),
            period(day(2026, 2, 1), day(2026, 2, 28)),
            period(day(2026, 3, 10), day(2026, 3, 20)),
        ];
        for period in periods {
            for measure in Measure::of_register(definition) {
                for dimension in dimensions(definition) {
                    let figure = Figure {
                        entries: None,
                        rows: vec![dimension],
                        columns: Vec::new(),
                        measure,
                        period,
                        slice: Slice::whole(),
                    };
                    told.push(format!("{:?}", columns.crosstab(&figure).unwrap()));
                }
            }
        }
        told
    }
}

type Told = (String, CaseState, Vec<(String, EntryState)>);

#[derive(Clone, Debug, Default, PartialEq)]
struct Seen {
    cases: BTreeMap<(usize, String), Told>,
    told: Vec<String>,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn undone_step_by_step_everything_is_as_it_was(steps in prop::collection::vec(step(), 4..22)) {
        let mut world = World::new();
        let mut before = Vec::new();
        let mut actions = Vec::new();
        for step in steps {
            let seen = world.seen();
            let Some(action) = world.act(step) else { continue };
            // What changed nothing is no action to undo.
            if world.store.undo(&action, operation()).is_err() {
                continue;
            }
            prop_assert_eq!(&world.seen(), &seen, "undone at once: {:?}", step);
            let again = world.act(step).unwrap();
            before.push(seen);
            actions.push(again);
        }
        let mut after = vec![world.seen()];
        after.extend(before.iter().rev().cloned());
        let mut undone = Vec::new();
        for (action, was) in actions.iter().zip(&before).rev() {
            let by = operation();
            world.store.undo(action, by.clone()).unwrap();
            prop_assert_eq!(&world.seen(), was);
            undone.push(by);
        }
        for (at, action) in undone.iter().enumerate().rev() {
            world.store.undo(&action.id, operation()).unwrap();
            prop_assert_eq!(&world.seen(), &after[at]);
        }
    }
}
