//! A case that turns out to be another one is merged into it.

use peildatum::figures::{Columns, Measure, Period, Slice};
use peildatum::register::{CaseFile, Closing, EntryState, MERGED, Packed, Spell};
use peildatum::store::{MergeError, MergePlan, SqliteStore, Store, StoreError, Timelines};

use super::street::{STREET, contact, definition, march, on, open, tell};
use super::support::{
    Place, address, change, choice, day, found, new_case, operation, record, state, text,
};

fn plan(store: &SqliteStore, remaining: &CaseFile, other: &CaseFile) -> MergePlan {
    let timeline = store.entries(other.key).unwrap();
    MergePlan::make(&definition(), remaining.clone(), other.clone(), timeline).unwrap()
}

fn merge(store: &mut SqliteStore, remaining: &CaseFile, other: &CaseFile) -> String {
    let plan = plan(store, remaining, other);
    let action = plan.operation(&definition(), operation(), march(28, 9));
    store.record(&action).unwrap();
    action.id
}

/// A stretch by the days of its begin and, where it ended, of its end.
type Days = (u32, Option<u32>);

fn spells(store: &SqliteStore, case: &CaseFile) -> Vec<Days> {
    use chrono::Datelike;
    let case = store.cases(&[case.key]).unwrap().remove(0);
    let spells = case.state.spells.into_iter();
    spells
        .map(|spell| {
            let closed = spell.closed.map(|closing| closing.date.day());
            (spell.opened.day(), closed)
        })
        .collect()
}

fn reports(store: &SqliteStore, from: u32, to: u32) -> (u64, u64) {
    let load = |visit: &mut dyn FnMut(_, Packed<'_>)| store.counted(STREET, visit);
    let columns = Columns::load(definition(), load).unwrap();
    let period = Period {
        from: day(2026, 3, from),
        to: day(2026, 3, to),
    };
    let total = |measure| columns.total(&Slice::whole(), period, measure).unwrap();
    (total(Measure::Reports), total(Measure::Inflow))
}

#[test]
fn the_remaining_case_gets_what_it_lacks_and_keeps_what_it_says() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let remaining = state(&[
        ("behandelaar", text("anna")),
        ("adres", address("Dorpsstraat", "4", "", "")),
        ("volgende-actie", text("bellen")),
    ]);
    let other = state(&[
        ("behandelaar", text("bas")),
        ("adres", address("", "4", "", "2712 AH")),
        ("soort", choice("geluid")),
        (
            "actie-uiterlijk",
            peildatum::register::Value::Date(day(2026, 4, 1)),
        ),
        ("tweede-adres", address("Geheim", "1", "", "")),
    ]);
    let remaining = record(&mut store, new_case(STREET, remaining));
    let other = record(&mut store, new_case(STREET, other));
    tell(&mut store, on(&other, contact(march(2, 9), "belde")));

    let plan = plan(&store, &remaining, &other);
    assert_eq!(plan.joined.left, ["tweede-adres"]);
    assert_eq!((plan.moved.len(), plan.staying), (1, 0));
    let action = merge(&mut store, &remaining, &other);

    let case = store.cases(&[remaining.key]).unwrap().remove(0);
    let value = |id: &str| case.state.values.get(id).cloned();
    assert_eq!(value("behandelaar"), Some(text("anna")));
    assert_eq!(value("soort"), Some(choice("geluid")));
    assert_eq!(
        value("adres"),
        Some(address("Dorpsstraat", "4", "", "2712 AH"))
    );
    assert_eq!(value("actie-uiterlijk"), None, "it is about another action");
    assert_eq!(value("tweede-adres"), None, "from the police");
    let timeline = store.entries(case.key).unwrap();
    let note = timeline.iter().find(|entry| entry.state.kind == MERGED);
    let note = note
        .unwrap()
        .state
        .text("niet-overgenomen")
        .unwrap()
        .to_owned();
    assert!(note.contains("Behandelaar: bas"), "{note}");
    assert!(!note.contains("Geheim"), "{note}");
    let said = |entry: &EntryState| entry.text("verslag") == Some("belde");
    assert!(timeline.iter().any(|entry| said(&entry.state)));
    // What was said at the other case is told with its own history.
    let told = store.history(case.key).unwrap();
    let moved = timeline.iter().find(|entry| said(&entry.state)).unwrap();
    let of_moved = told.iter().filter(|step| step.entry == Some(moved.key));
    assert_eq!(of_moved.count(), 2);

    // Both numbers find the one case.
    assert_eq!(found(&store, &other.number), [remaining.number.as_str()]);
    assert_eq!(found(&store, "2712"), [remaining.number.as_str()]);
    let withdrawn = store
        .case_by_number(STREET, &other.number)
        .unwrap()
        .unwrap();
    assert_eq!(withdrawn.state.merged_into(), Some(remaining.id.as_str()));
    let late = operation().with_entry(on(&other, contact(march(5, 9), "x")));
    let refused = store.record(&late);
    assert!(
        matches!(&refused, Err(StoreError::Withdrawn { into: Some(into), .. }) if *into == remaining.number),
        "{refused:?}"
    );

    store.undo(&action, operation()).unwrap();
    assert_eq!(
        store.cases(&[remaining.key]).unwrap()[0].state,
        remaining.state
    );
    assert_eq!(store.cases(&[other.key]).unwrap()[0].state, other.state);
    assert_eq!(store.entries(other.key).unwrap().len(), 1);
    assert_eq!(found(&store, &other.number), [other.number.as_str()]);
}

#[test]
fn reports_keep_their_number_and_cases_become_one_less() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let opened = |of: u32| {
        let mut state = state(&[]);
        state.spells = vec![Spell::since(day(2026, 3, of))];
        state
    };
    let remaining = record(&mut store, new_case(STREET, opened(20)));
    let other = record(&mut store, new_case(STREET, opened(10)));
    tell(
        &mut store,
        on(&other, EntryState::at("melding", march(12, 9))),
    );
    assert_eq!(reports(&store, 1, 31), (3, 2));
    assert_eq!(reports(&store, 20, 20), (1, 1));
    merge(&mut store, &remaining, &other);
    assert_eq!(reports(&store, 1, 31), (3, 1));
    assert_eq!(reports(&store, 10, 10), (1, 1), "it began on the first day");
    assert_eq!(
        reports(&store, 20, 20),
        (1, 0),
        "the later report stays on its day"
    );
}

#[test]
fn a_case_ran_when_either_of_them_ran() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let mut ran = |spells: &[Days], status: &str| {
        let mut state = state(&[]);
        let spells = spells.iter().map(|(opened, closed)| Spell {
            opened: day(2026, 3, *opened),
            closed: closed.map(|closed| Closing::on(day(2026, 3, closed))),
        });
        state.spells = spells.collect();
        state.status = Some(status.to_owned());
        record(&mut store, new_case(STREET, state))
    };
    let cases = [
        (ran(&[(10, Some(12))], "klaar"), ran(&[(5, None)], "loopt")),
        (ran(&[(10, None)], "loopt"), ran(&[(1, Some(4))], "klaar")),
        (
            ran(&[(1, Some(5)), (8, Some(9))], "klaar"),
            ran(&[(5, Some(8))], "klaar"),
        ),
        (
            ran(&[(3, Some(20))], "klaar"),
            ran(&[(4, Some(6)), (8, Some(9))], "klaar"),
        ),
    ];
    let expected: [(&[Days], &str); 4] = [
        (&[(5, None)], "loopt"),
        (&[(1, Some(4)), (10, None)], "loopt"),
        (&[(1, Some(9))], "klaar"),
        (&[(3, Some(20))], "klaar"),
    ];
    for ((remaining, other), (course, status)) in cases.iter().zip(expected) {
        merge(&mut store, remaining, other);
        assert_eq!(spells(&store, remaining), course);
        let case = store.cases(&[remaining.key]).unwrap().remove(0);
        assert_eq!(case.state.status.as_deref(), Some(status));
    }
}

#[test]
fn what_was_merged_twice_is_found_by_every_number() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let [one, two, three] = [1, 2, 3].map(|_| record(&mut store, new_case(STREET, state(&[]))));
    merge(&mut store, &two, &one);
    let two = store.cases(&[two.key]).unwrap().remove(0);
    merge(&mut store, &three, &two);
    assert_eq!(found(&store, &one.number), [three.number.as_str()]);
    let merged = store.merged_into(&three.id).unwrap();
    let merged: Vec<String> = merged.into_iter().map(|case| case.number).collect();
    assert_eq!(merged, [one.number.as_str(), two.number.as_str()]);
}

#[test]
fn only_two_cases_that_stand_can_be_one() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let [one, two] = [1, 2].map(|_| record(&mut store, new_case(STREET, state(&[]))));
    let made = |remaining: &CaseFile, other: &CaseFile| {
        MergePlan::make(&definition(), remaining.clone(), other.clone(), Vec::new())
    };
    assert_eq!(made(&one, &one), Err(MergeError::Same));
    let plan = made(&one, &two).unwrap();
    let owned = state(&[("behandelaar", text("anna"))]);
    record(&mut store, change(&two, owned));
    let stale = plan.operation(&definition(), operation(), march(28, 9));
    assert!(matches!(
        store.record(&stale),
        Err(StoreError::Conflict { .. })
    ));
    let two = store.cases(&[two.key]).unwrap().remove(0);
    merge(&mut store, &one, &two);
    let two = store.cases(&[two.key]).unwrap().remove(0);
    let one = store.cases(&[one.key]).unwrap().remove(0);
    assert_eq!(made(&one, &two), Err(MergeError::Withdrawn));
}
