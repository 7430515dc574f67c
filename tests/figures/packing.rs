//! What is counted of a case, packed and read back; codes that never change; columns that cannot be read.

use std::convert::Infallible;

use std::collections::BTreeSet;

use peildatum::figures::{Columns, Figure, LoadError, Measure, Period, Slice, dimensions};
use peildatum::register::{
    CaseKey, CaseState, Codebook, CodesExhausted, Counted, CountedSpell, Layout, NEVER, Packed,
    Value,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::definitions::{BUILDINGS, Register, calls, read};
use crate::edges::case;
use crate::invented::{Scene, scene};

fn few() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(128)
    }
}

fn layout() -> Layout {
    Layout::of(&Register::Buildings.definition())
}

/// The same with further reports behind the rest.
fn layout_with_reports() -> Layout {
    Layout::of(&Register::Calls.definition())
}

/// Anything at all that fits the layout, whether a case could have it or not.
fn counted() -> impl Strategy<Value = Counted> {
    let spell = (any::<i32>(), any::<i32>(), any::<u16>(), any::<u64>()).prop_map(
        |(opened, closed, outcome, flags)| CountedSpell {
            opened,
            closed,
            outcome,
            flags,
        },
    );
    let fields = layout().fields.len();
    let rest = (any::<i64>(), any::<i32>(), any::<u64>());
    let all = (vec(spell, 0..4), vec(any::<u64>(), fields), rest);
    all.prop_map(|(spells, mut codes, (number, born, person))| {
        for (code, several) in codes.iter_mut().zip(several()) {
            if !several {
                *code &= u64::from(u16::MAX);
            }
        }
        let reports = Vec::new();
        Counted {
            spells,
            codes,
            reports,
            numbers: vec![number],
            prepared: (NEVER, NEVER),
            born,
            person,
            entries: Vec::new(),
        }
    })
}

/// Which fields of the layout take several choices.
fn several() -> Vec<bool> {
    layout().fields.iter().map(|(id, _)| id == "aard").collect()
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn what_is_packed_is_read_back(counted in counted(), before in counted()) {
        let layout = layout();
        // The room of another case is used again, and nothing of it stays.
        let mut room = before;
        prop_assert_eq!(layout.unpack(&layout.pack(&counted), &mut room), Some(()));
        prop_assert_eq!(room, counted);
    }

    #[test]
    fn reports_take_room_where_they_are_told_apart(
        counted in counted(),
        reports in vec(any::<i32>(), 0..6),
        before in counted(),
        cut in any::<prop::sample::Index>(),
    ) {
        let (layout, without) = (layout_with_reports(), layout());
        let counted = Counted { reports, ..counted };
        let packed = layout.pack(&counted);
        let mut room = Counted { reports: vec![7], ..before };
        prop_assert_eq!(layout.unpack(&packed, &mut room), Some(()));
        prop_assert_eq!(&room, &counted);
        prop_assert_eq!(without.unpack(&packed, &mut room), None);
        let short = &packed[..cut.index(packed.len())];
        prop_assert_eq!(layout.unpack(short, &mut room), None);
        // Where reports are not told apart, they take no room.
        let rest = without.pack(&counted);
        prop_assert_eq!(packed.len(), rest.len() + 2 + 4 * counted.reports.len());
    }

    #[test]
    fn what_was_cut_off_or_lengthened_is_not_read(counted in counted(), cut in any::<prop::sample::Index>(), more in 1..40usize) {
        let layout = layout();
        let packed = layout.pack(&counted);
        let mut room = Counted::default();
        prop_assert_eq!(layout.unpack(&packed[..cut.index(packed.len())], &mut room), None);
        let mut longer = packed;
        longer.resize(longer.len() + more, 0);
        prop_assert_eq!(layout.unpack(&longer, &mut room), None);
    }

    #[test]
    fn garbage_is_refused_or_is_what_it_packs_to(garbage in vec(any::<u8>(), 0..80)) {
        let layout = layout();
        let mut room = Counted::default();
        let spells = match garbage[..] {
            [low, high, ..] => usize::from(u16::from_le_bytes([low, high])),
            _ => 0,
        };
        // Wijk, zorg and the status in two bytes, the kinds in eight; the costs, the day of birth and the person.
        let fits = garbage.len() == 2 + 18 * spells + 3 * 2 + 8 + 8 + 4 + 8;
        prop_assert_eq!(layout.unpack(&garbage, &mut room).is_some(), fits);
        if fits {
            prop_assert_eq!(layout.pack(&room), garbage);
        }
    }

    #[test]
    fn a_codebook_only_grows(used in vec(("[ab]", "[a-f]"), 0..40)) {
        let mut codebook = Codebook::default();
        let mut given = Vec::new();
        for (field, choice) in &used {
            let before = codebook.choices(field).to_vec();
            let code = codebook.learn(field, choice);
            prop_assert!(codebook.choices(field).starts_with(&before));
            prop_assert_eq!(codebook.learn(field, choice), code);
            prop_assert_eq!(&codebook.choices(field)[usize::from(code) - 1], choice);
            given.push((field, choice, code));
        }
        for (field, choice, code) in given {
            prop_assert_eq!(codebook.code(field, choice), Some(code));
        }
        prop_assert_eq!(codebook.code("c", "a"), None);
    }

    #[test]
    fn columns_that_were_packed_count_the_same(scene in scene(&Register::ALL, 16)) {
        let loaded = packed(&scene);
        let figure = scene.figure();
        prop_assert_eq!(
            loaded.unwrap().crosstab(&figure).unwrap(),
            scene.columns().crosstab(&figure).unwrap()
        );
    }

    /// A damaged file gives an error, or at worst a wrong count; never a window that falls over.
    #[test]
    fn damaged_columns_are_unreadable_or_can_be_counted(counted in counted(), known in vec("[a-f]", 0..8)) {
        let definition = Register::Buildings.definition();
        let layout = layout();
        let loaded = Columns::load::<Infallible>(definition.clone(), |visit| {
            visit(CaseKey(1), Packed::Case(&layout.pack(&counted)));
            let mut codebook = Codebook::default();
            for (field, _) in &layout.fields {
                for choice in &known {
                    codebook.learn(field, choice);
                }
            }
            Ok(codebook)
        });
        if let Ok(columns) = loaded {
            for field in dimensions(&definition) {
                let figure = Figure {
                    entries: None,
                    rows: vec![field],
                    columns: Vec::new(),
                    measure: Measure::Handled,
                    period: Period::year(2024).unwrap(),
                    slice: Slice::whole(),
                };
                columns.crosstab(&figure).unwrap();
            }
        }
    }
}

/// Columns of these cases by way of what a store keeps of them.
fn packed(scene: &Scene) -> Result<Columns, LoadError<Infallible>> {
    let definition = scene.register.definition();
    let layout = Layout::of(&definition);
    Columns::load(definition, |visit| {
        let mut codebook = Codebook::default();
        for (at, (case, timeline)) in scene.cases.iter().zip(&scene.timelines).enumerate() {
            let counted = layout.count(case, timeline, &mut codebook).unwrap();
            visit(CaseKey(at as i64), Packed::Case(&layout.pack(&counted)));
        }
        Ok(codebook)
    })
}

#[test]
fn a_code_that_nobody_gave_is_unreadable() {
    let definition = Register::Buildings.definition();
    let layout = layout();
    let good = Counted {
        spells: vec![CountedSpell {
            opened: 738_000,
            closed: 738_100,
            outcome: 1,
            flags: 0b10_01,
        }],
        codes: vec![0; layout.fields.len()],
        numbers: vec![0],
        ..Counted::default()
    };
    let load = |counted: &Counted| {
        Columns::load::<Infallible>(definition.clone(), |visit| {
            visit(CaseKey(1), Packed::Case(&layout.pack(counted)));
            let mut codebook = Codebook::default();
            codebook.learn("uitkomst", "geen");
            Ok(codebook)
        })
    };
    assert!(load(&good).is_ok());
    for field in 0..layout.fields.len() {
        let mut damaged = good.clone();
        // The third code of yes and no does not exist either.
        damaged.codes[field] = 3;
        assert_eq!(
            load(&damaged).unwrap_err(),
            LoadError::Unreadable,
            "{field}"
        );
    }
    // No outcome, no flag, and no day of the calendar.
    let damages: [fn(&mut CountedSpell); 4] = [
        |spell| spell.outcome = 2,
        |spell| spell.flags = 0b11,
        |spell| spell.opened = 0,
        |spell| spell.closed = 4_000_000,
    ];
    for damage in damages {
        let mut damaged = good.clone();
        damage(&mut damaged.spells[0]);
        assert_eq!(load(&damaged).unwrap_err(), LoadError::Unreadable);
        // Also in a spell that is not the last.
        damaged.spells.push(good.spells[0]);
        assert_eq!(load(&damaged).unwrap_err(), LoadError::Unreadable);
    }
}

#[test]
fn bytes_of_another_layout_are_unreadable() {
    let definition = Register::Buildings.definition();
    let loaded = Columns::load::<Infallible>(definition, |visit| {
        visit(CaseKey(1), Packed::Case(b"not what was packed"));
        Ok(Codebook::default())
    });
    assert_eq!(loaded.unwrap_err(), LoadError::Unreadable);
}

#[test]
fn a_field_of_another_kind_has_another_signature() {
    let signature = |text: &str| Layout::of(&read(text)).signature();
    let as_choice = BUILDINGS.replace(
        "kind = \"yes-no\"",
        "kind = \"choice\"\nchoices = [{ id = \"wel\", label = { nl = \"Wel\" } }]",
    );
    assert_ne!(as_choice, BUILDINGS);
    assert_ne!(signature(&as_choice), signature(BUILDINGS));
    assert_ne!(signature(&calls()), signature(BUILDINGS));
    for counted in ["birth-date", "number"] {
        let kind = format!("kind = \"{counted}\"\n");
        let left_out = BUILDINGS.replace(&format!("{kind}counted = true"), &kind);
        assert_ne!(signature(&left_out), signature(BUILDINGS), "{counted}");
    }
    let nobody = BUILDINGS.replace("kind = \"person\"", "kind = \"text\"");
    assert_ne!(signature(&nobody), signature(BUILDINGS));
    let renamed = BUILDINGS.replace("nl = \"Zuid\"", "nl = \"Zuiderpark\"");
    assert_eq!(signature(&renamed), signature(BUILDINGS));
}

#[test]
fn more_choices_than_bits_are_refused() {
    let with = |choice: usize| {
        let mut state = case(&["2024-01-01.."]);
        let choice = BTreeSet::from([format!("soort-{choice}")]);
        state.set("aard", Some(Value::Choices(choice)));
        state
    };
    let cases: Vec<CaseState> = (0..65).map(with).collect();
    let of = |cases: &[CaseState]| {
        let keyed = cases.iter().map(|case| (CaseKey(0), case));
        Columns::of_cases(Register::Buildings.definition(), keyed)
    };
    let full = of(&cases[..64]).unwrap();
    let figure = Figure {
        entries: None,
        rows: vec!["aard".to_owned()],
        columns: Vec::new(),
        measure: Measure::Handled,
        period: Period::year(2024).unwrap(),
        slice: Slice::whole(),
    };
    let table = full.crosstab(&figure).unwrap();
    // The last bit counts as well, beside the three choices that are offered.
    assert_eq!((table.row_totals.len(), table.total), (67, 64));
    assert_eq!(table.row_totals.iter().sum::<u64>(), 64);
    assert_eq!(of(&cases).unwrap_err(), CodesExhausted("aard".to_owned()));
}
