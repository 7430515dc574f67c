//! Entries counted: each on the day it happened, by its own fields and by those of its case.

use std::convert::Infallible;
use std::sync::{Arc, OnceLock};

use chrono::{NaiveDate, NaiveDateTime};
use peildatum::figures::{
    Columns, Figure, FigureError, Measure, Period, Quantity, Slice, dimensions,
};
use peildatum::register::{
    CaseKey, CaseState, Codebook, Definition, EntryState, Layout, Packed, Spell, Value,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::definitions::{BUILDINGS, read};
use crate::edges;
use crate::invented::{case, day, filters, period, slice};
use crate::reference::{Filters, Reference};

const VISIT: &str = "bezoek";

/// A visit is counted, with a field of every kind; its kind has the name of a field of the case. A call is not counted.
const KINDS: &str = r#"
[[entry]]
id = "telefoon"
label = { nl = "Telefoon" }

[[entry]]
id = "bezoek"
label = { nl = "Bezoek" }
counted = { one = { nl = "bezoek" }, many = { nl = "bezoeken" } }

[[entry.field]]
id = "aard"
label = { nl = "Aangetroffen" }
kind = "choice"
counted = true
sensitivity = "police"
shareable = false
choices = [
    { id = "hennep", label = { nl = "Hennep" } },
    { id = "leeg", label = { nl = "Leeg" } },
]

[[entry.field]]
id = "samen-met"
label = { nl = "Samen met" }
kind = "choices"
counted = true
sensitivity = "ordinary"
shareable = false
choices = [
    { id = "brandweer", label = { nl = "Brandweer" } },
    { id = "netbeheerder", label = { nl = "Netbeheerder" } },
]

[[entry.field]]
id = "binnen"
label = { nl = "Binnen geweest" }
kind = "yes-no"
counted = true
sensitivity = "ordinary"
shareable = false

[[entry.field]]
id = "planten"
label = { nl = "Planten" }
kind = "number"
counted = true
sensitivity = "ordinary"
shareable = false
"#;

fn definition() -> Arc<Definition> {
    static DEFINITION: OnceLock<Arc<Definition>> = OnceLock::new();
    Arc::clone(DEFINITION.get_or_init(|| read(&format!("{BUILDINGS}{KINDS}"))))
}

/// Cases with what stands on their timelines.
type Cases = Vec<(CaseState, Vec<EntryState>)>;

fn columns(cases: &Cases) -> Columns {
    let keyed = cases.iter().zip(1..);
    let keyed = keyed.map(|((case, timeline), key)| (CaseKey(key), case, &timeline[..]));
    Columns::with_timelines(definition(), keyed).unwrap()
}

/// The same by way of what a store keeps of them.
fn packed(cases: &Cases) -> Columns {
    let layout = Layout::of(&definition());
    let loaded = Columns::load::<Infallible>(definition(), |visit| {
        let mut codebook = Codebook::default();
        let keyed = cases.iter().zip(1..);
        let counted: Vec<_> = keyed
            .map(|((case, timeline), key)| {
                let counted = layout.count(case, timeline, &mut codebook).unwrap();
                (CaseKey(key), counted)
            })
            .collect();
        for (key, counted) in &counted {
            visit(*key, Packed::Case(&layout.pack(counted)));
        }
        for (key, counted) in &counted {
            visit(
                *key,
                Packed::Entries(&layout.pack_entries(&counted.entries)),
            );
        }
        Ok(codebook)
    });
    loaded.unwrap()
}

fn visits(columns: Columns) -> Arc<Columns> {
    Arc::new(columns).counting(Some(VISIT)).unwrap()
}

fn at(day: NaiveDate) -> NaiveDateTime {
    day.and_hms_opt(12, 0, 0).unwrap()
}

fn entry() -> impl Strategy<Value = EntryState> {
    let found = select(vec!["hennep", "leeg"]).prop_map(|id| Value::Choice(id.to_owned()));
    let together = subsequence(vec!["brandweer", "netbeheerder"], 1..=2);
    let together =
        together.prop_map(|ids| Value::Choices(ids.into_iter().map(str::to_owned).collect()));
    let inside = any::<bool>().prop_map(Value::YesNo);
    let plants = (0..5000i32).prop_map(|number| Value::Number(f64::from(number) / 10.0));
    let known = (
        option::weighted(0.7, found),
        option::weighted(0.7, together),
        option::weighted(0.7, inside),
        option::weighted(0.7, plants),
    );
    let kind = select(vec![VISIT, VISIT, VISIT, "telefoon"]);
    (kind, day(), known, prop::bool::weighted(0.1)).prop_map(
        |(kind, day, (found, together, inside, plants), withdrawn)| {
            let values = [
                ("aard", found),
                ("samen-met", together),
                ("binnen", inside),
                ("planten", plants),
            ];
            let values = values.into_iter();
            EntryState {
                values: values
                    .filter_map(|(id, value)| Some((id.to_owned(), value?)))
                    .collect(),
                withdrawn,
                ..EntryState::at(kind, at(day))
            }
        },
    )
}

fn cases() -> impl Strategy<Value = Cases> {
    vec((case(&definition()), vec(entry(), 0..5)), 0..12)
}

/// Every visit as an event of its own, straight from the timelines, with the place of its case.
fn by_hand(cases: &Cases) -> Vec<(CaseState, usize)> {
    let mut events = Vec::new();
    for (place, (case, timeline)) in cases.iter().enumerate() {
        for entry in timeline {
            if entry.kind != VISIT || entry.withdrawn {
                continue;
            }
            let mut values = case.values.clone();
            if let Some(of_case) = values.remove("aard") {
                values.insert("panden-aard".to_owned(), of_case);
            }
            values.extend(entry.values.clone());
            let event = CaseState {
                spells: vec![Spell::since(entry.happened.date())],
                values,
                ..CaseState::default()
            };
            events.push((event, place));
        }
    }
    events
}

/// Something to ask about visits.
fn figure() -> impl Strategy<Value = (Figure, Filters)> {
    let counted = definition().of_entries(VISIT).unwrap();
    let all = dimensions(&counted);
    let sides = (Just(all.clone()).prop_shuffle(), 0..=2usize, 0..=1usize);
    (sides, filters(&counted, all), period()).prop_map(
        move |((fields, rows, columns), filters, period)| {
            let figure = Figure {
                entries: Some(VISIT.to_owned()),
                rows: fields[..rows].to_vec(),
                columns: fields[rows..rows + columns].to_vec(),
                measure: Measure::Count,
                period,
                slice: slice(&counted, &filters),
            };
            (figure, filters)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_number_equals_a_count_straight_from_the_timelines(
        cases in cases(),
        (figure, wanted) in figure(),
    ) {
        let all = columns(&cases);
        let counted = visits(all.clone());
        let events = by_hand(&cases);
        let states: Vec<CaseState> = events.iter().map(|(event, _)| event.clone()).collect();
        let silent = vec![Vec::new(); states.len()];
        let reference = Reference {
            definition: counted.definition(),
            cases: &states,
            timelines: &silent,
        };
        let table = counted.crosstab(&figure).unwrap();
        prop_assert_eq!(&table, &reference.crosstab(&figure, &wanted));
        let rows = reference.rows(&wanted, figure.period, Measure::Count);
        prop_assert_eq!(table.total, rows.len() as u64);
        // Behind the number stand the cases of these visits, with how many are of each.
        let mut behind: Vec<usize> = rows.iter().map(|row| events[*row].1).collect();
        let found = counted.rows(&figure.slice, figure.period, Measure::Count).unwrap();
        for (key, times) in counted.cases_of(&found) {
            let of_case = behind.iter().filter(|place| **place as i64 + 1 == key.0);
            prop_assert_eq!(times, of_case.count());
        }
        behind.dedup();
        prop_assert_eq!(all.rows_behind(&figure).unwrap(), behind);
    }

    #[test]
    fn entries_that_were_packed_count_the_same(cases in cases(), (figure, _) in figure()) {
        let (loaded, counted) = (visits(packed(&cases)), visits(columns(&cases)));
        prop_assert_eq!(loaded.crosstab(&figure).unwrap(), counted.crosstab(&figure).unwrap());
        for quantity in Quantity::of_register(counted.definition()) {
            prop_assert_eq!(
                loaded.table(&figure, &quantity).unwrap(),
                counted.table(&figure, &quantity).unwrap()
            );
        }
    }

    #[test]
    fn parts_add_up_and_what_is_unknown_is_a_row_of_its_own(cases in cases(), period in period()) {
        let counted = visits(columns(&cases));
        for field in ["aard", "binnen", "wijk", "jaar"] {
            let table = counted
                .crosstab(&Figure {
                    entries: Some(VISIT.to_owned()),
                    rows: vec![field.to_owned()],
                    columns: Vec::new(),
                    measure: Measure::Count,
                    period,
                    slice: Slice::whole(),
                })
                .unwrap();
            prop_assert!(table.adds_up);
            prop_assert_eq!(table.row_totals.iter().sum::<u64>(), table.total);
            let known = |field: &str| {
                let within = by_hand(&cases).into_iter().filter(|(event, _)| {
                    let day = event.spells[0].opened;
                    period.from <= day && day <= period.to
                });
                within.filter(|(event, _)| event.values.contains_key(field)).count() as u64
            };
            if field != "jaar" {
                let unknown = table.row_keys.iter().position(|keys| keys[0] == "onbekend");
                let unknown = unknown.map_or(0, |at| table.row_totals[at]);
                prop_assert_eq!(unknown, table.total - known(field));
            }
        }
    }

    #[test]
    fn damaged_bytes_are_unreadable_or_can_be_counted(garbage in vec(any::<u8>(), 0..60)) {
        let case = edges::case(&["2024-01-20.."]);
        let layout = Layout::of(&definition());
        let loaded = Columns::load::<Infallible>(definition(), |visit| {
            let mut codebook = Codebook::default();
            let counted = layout.count(&case, &[], &mut codebook).unwrap();
            visit(CaseKey(1), Packed::Case(&layout.pack(&counted)));
            visit(CaseKey(1), Packed::Entries(&garbage));
            Ok(codebook)
        });
        if let Ok(columns) = loaded {
            let counted = visits(columns);
            let year = Period::year(2024).unwrap();
            for rows in dimensions(counted.definition()) {
                let figure = Figure {
                    entries: Some(VISIT.to_owned()),
                    rows: vec![rows],
                    columns: Vec::new(),
                    measure: Measure::Count,
                    period: year,
                    slice: Slice::whole(),
                };
                counted.crosstab(&figure).unwrap();
            }
        }
    }
}

fn visit(day: &str, found: &str, plants: f64) -> EntryState {
    EntryState::at(VISIT, at(day.parse().unwrap()))
        .with("aard", Value::Choice(found.to_owned()))
        .with("planten", Value::Number(plants))
}

#[test]
fn numbers_of_entries_are_summed_and_those_of_their_cases_are_not() {
    let mut case = edges::case(&["2024-01-20.."]);
    case.set("kosten", Some(Value::Number(100.0)));
    let timeline = vec![
        visit("2024-02-01", "hennep", 120.0),
        visit("2024-03-01", "hennep", 30.5),
        visit("2025-01-01", "leeg", 0.0),
    ];
    let counted = visits(columns(&vec![(case, timeline)]));
    let figure = Figure {
        entries: Some(VISIT.to_owned()),
        rows: vec!["aard".to_owned()],
        columns: Vec::new(),
        measure: Measure::Count,
        period: Period::year(2024).unwrap(),
        slice: Slice::whole(),
    };
    let sum = |field: &str| counted.table(&figure, &Quantity::Sum(field.to_owned()));
    assert_eq!(sum("planten").unwrap().total, Some(150.5));
    let refused = sum("kosten");
    assert!(
        matches!(refused, Err(FigureError::UnknownNumber { .. })),
        "{refused:?}"
    );
}

#[test]
fn an_entry_that_is_not_counted_has_no_figure() {
    let columns = Arc::new(columns(&Vec::new()));
    let Err(FigureError::UnknownEntries { known, .. }) = columns.counting(Some("telefoon")) else {
        panic!("calls are not counted")
    };
    assert_eq!(known, [VISIT]);
    assert!(definition().of_entries("telefoon").is_none());
}

#[test]
fn a_figure_of_entries_has_no_balance_and_no_duration() {
    let counted = visits(columns(&Vec::new()));
    assert_eq!(Measure::of_register(counted.definition()), [Measure::Count]);
    let year = Period::year(2024).unwrap();
    let refused = counted.balance(&Slice::whole(), year);
    assert!(matches!(refused, Err(FigureError::NoBalance(_))));
    let quantities = Quantity::of_register(counted.definition());
    assert!(
        !quantities
            .iter()
            .any(|one| matches!(one, Quantity::Duration(_)))
    );
}
