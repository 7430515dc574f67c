//! What stands on timelines is counted in the same transaction, whatever is done with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use peildatum::figures::{Columns, Figure, Measure, Period, Slice};
use peildatum::register::{CaseFile, Definition, EntryState, Value};
use peildatum::store::{MergePlan, SqliteStore, Store, Timelines};

use super::street::{self, STREET, correction, march, on, tell};
use super::support::{Place, all, new_case, operation, record, state};

const MARK: &str = "[[term]]\nid = \"eerste-reactie\"";

/// The invented register, of which visits are counted.
fn visited() -> Arc<Definition> {
    let kind = r#"
[[entry]]
id = "bezoek"
label = { nl = "Bezoek" }
counted = { one = { nl = "bezoek" }, many = { nl = "bezoeken" } }

[[entry.field]]
id = "bevinding"
label = { nl = "Bevinding" }
kind = "choice"
counted = true
sensitivity = "ordinary"
shareable = false
choices = [{ id = "leeg", label = { nl = "Leeg" } }, { id = "bewoond", label = { nl = "Bewoond" } }]

"#;
    street::changed(MARK, &format!("{kind}{MARK}"))
}

fn visit(of: u32, found: &str) -> EntryState {
    let choice = Value::Choice(found.to_owned());
    EntryState::at("bezoek", march(of, 9)).with("bevinding", choice)
}

/// How often each was found, by what the file keeps for figures.
fn found(store: &SqliteStore) -> BTreeMap<String, u64> {
    let columns = Columns::load(visited(), |visit| store.counted(STREET, visit)).unwrap();
    let counted = Arc::new(columns).counting(Some("bezoek")).unwrap();
    let table = counted
        .crosstab(&Figure {
            entries: Some("bezoek".to_owned()),
            rows: vec!["bevinding".to_owned()],
            columns: Vec::new(),
            measure: Measure::Count,
            period: Period::parse("2026-03").unwrap(),
            slice: Slice::whole(),
        })
        .unwrap();
    let keys = table.row_keys.into_iter().map(|mut keys| keys.remove(0));
    let lines = keys.zip(table.row_totals);
    lines.filter(|(_, count)| *count > 0).collect()
}

fn counts(of: &[(&str, u64)]) -> BTreeMap<String, u64> {
    let pairs = of
        .iter()
        .map(|(found, count)| ((*found).to_owned(), *count));
    pairs.collect()
}

/// The counts are those of a slow look at every timeline.
fn assert_in_step(store: &SqliteStore) {
    let mut slow = BTreeMap::new();
    for case in all(store, STREET) {
        if case.state.withdrawn.is_some() {
            continue;
        }
        for entry in store.entries(case.key).unwrap() {
            if let Some(Value::Choice(found)) = entry.state.values.get("bevinding")
                && !entry.state.withdrawn
            {
                *slow.entry(found.clone()).or_insert(0) += 1;
            }
        }
    }
    assert_eq!(found(store), slow);
}

fn case(store: &mut SqliteStore) -> CaseFile {
    record(store, new_case(STREET, state(&[])))
}

#[test]
fn entries_are_counted_as_they_are_recorded_corrected_and_taken_back() {
    let place = Place::new("straat");
    let mut store = place.open_with(vec![visited()]).unwrap();
    let case = case(&mut store);
    let first = tell(&mut store, on(&case, visit(2, "leeg")));
    tell(&mut store, on(&case, visit(5, "leeg")));
    assert_eq!(found(&store), counts(&[("leeg", 2)]));

    let corrected = tell(&mut store, correction(&first, visit(2, "bewoond")));
    assert_eq!(found(&store), counts(&[("bewoond", 1), ("leeg", 1)]));
    assert_in_step(&store);
    let mut back = corrected.state.clone();
    back.withdrawn = true;
    tell(&mut store, correction(&corrected, back));
    assert_eq!(found(&store), counts(&[("leeg", 1)]));
    assert_in_step(&store);
    drop(store);
    let store = place.open_with(vec![visited()]).unwrap();
    assert_eq!(found(&store), counts(&[("leeg", 1)]));
}

#[test]
fn undoing_takes_what_was_counted_along() {
    let place = Place::new("straat");
    let mut store = place.open_with(vec![visited()]).unwrap();
    let case = case(&mut store);
    tell(&mut store, on(&case, visit(2, "leeg")));
    let action = operation().with_entry(on(&case, visit(3, "bewoond")));
    store.record(&action).unwrap();
    assert_eq!(found(&store), counts(&[("bewoond", 1), ("leeg", 1)]));
    store.undo(action.name(), operation()).unwrap();
    assert_eq!(found(&store), counts(&[("leeg", 1)]));
    assert_in_step(&store);
}

#[test]
fn a_case_that_is_merged_brings_its_entries_and_they_count_once() {
    let place = Place::new("straat");
    let mut store = place.open_with(vec![visited()]).unwrap();
    let (one, other) = (case(&mut store), case(&mut store));
    tell(&mut store, on(&one, visit(2, "leeg")));
    tell(&mut store, on(&other, visit(3, "bewoond")));
    let timeline = store.entries(other.key).unwrap();
    let plan = MergePlan::make(&visited(), one, other, timeline).unwrap();
    let action = plan.operation(&visited(), operation(), march(28, 9));
    store.record(&action).unwrap();
    assert_eq!(found(&store), counts(&[("bewoond", 1), ("leeg", 1)]));
    assert_in_step(&store);
    store.undo(action.name(), operation()).unwrap();
    assert_eq!(found(&store), counts(&[("bewoond", 1), ("leeg", 1)]));
    assert_in_step(&store);
}

#[test]
fn a_definition_that_counts_entries_from_now_on_has_every_timeline_counted() {
    let place = Place::new("straat");
    let mut store = place.open_with(vec![visited()]).unwrap();
    let case = case(&mut store);
    tell(&mut store, on(&case, visit(2, "leeg")));
    drop(store);
    let store = place.open_with(vec![street::definition()]).unwrap();
    let columns = Columns::load(street::definition(), |visit| store.counted(STREET, visit));
    assert!(Arc::new(columns.unwrap()).counting(Some("bezoek")).is_err());
    drop(store);
    let store = place.open_with(vec![visited()]).unwrap();
    assert_eq!(found(&store), counts(&[("leeg", 1)]));
}
