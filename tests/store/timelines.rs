//! What stands on the timeline of a case.

use std::fs;
use std::slice;
use std::sync::Arc;

use peildatum::language::Language;
use peildatum::register::{ATTACHMENT, CaseKey, Change, EntryKey, EntryState};
use peildatum::store::{CaseOf, EntryTarget, EntryWrite, Store, StoreError, Timelines};

use super::street::{
    STREET, contact, correction, definition, link_to, march, on, open, tell, timeline,
};
use super::support::{
    Place, all, change, choice, found, new_case, open_at, operation, record, state,
};

#[test]
fn a_case_and_what_was_said_about_it_are_recorded_in_one_operation() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let (first, second) = (
        contact(march(2, 9), "belde"),
        contact(march(3, 9), "belde weer"),
    );
    let whole = operation()
        .with(new_case(STREET, state(&[])))
        .with(new_case(STREET, state(&[])))
        .with_entry(EntryWrite::new(CaseOf::Written(1), first.clone()))
        .with_entry(EntryWrite::new(CaseOf::Written(1), second.clone()));
    let recorded = store.record(&whole).unwrap();
    let [silent, told] = &recorded.cases[..] else {
        panic!("two cases")
    };
    assert_eq!(recorded.entries.len(), 2);
    assert!(recorded.entries.iter().all(|entry| entry.case == told.key));
    assert_eq!(recorded.entries[0].state, first);
    drop(store);
    let store = open(&place);
    assert_eq!(timeline(&store, silent), []);
    assert_eq!(timeline(&store, told), [second, first]);
    let history = store.history(told.key).unwrap();
    assert_eq!(history.len(), 3);
    assert!(history.iter().all(|step| step.operation == whole.id));
}

#[test]
fn what_stands_on_a_timeline_leaves_the_version_of_its_case_alone() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let before = store.changes_since(0).unwrap();
    tell(&mut store, on(&case, contact(march(2, 9), "belde")));
    assert_eq!(store.cases(&[case.key]).unwrap(), slice::from_ref(&case));
    // Other windows hear of it all the same.
    let since = store.changes_since(before.up_to).unwrap();
    assert_eq!(since.cases, [case.key]);
    // Who had the case open saves it without a conflict.
    record(
        &mut store,
        change(&case, state(&[("soort", choice("geluid"))])),
    );
}

#[test]
fn an_operation_may_change_a_case_and_tell_of_it_by_its_key_or_its_place() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let louder = change(&case, state(&[("soort", choice("geluid"))]));
    let both = operation()
        .with(louder)
        .with_entry(on(&case, contact(march(2, 9), "belde")))
        .with_entry(EntryWrite::new(
            CaseOf::Written(0),
            contact(march(3, 9), "mailde"),
        ));
    let recorded = store.record(&both).unwrap();
    assert_eq!(recorded.cases[0].version, 2);
    assert_eq!(timeline(&store, &case).len(), 2);
}

#[test]
fn history_holds_what_an_entry_said_before_and_after() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let said = contact(march(2, 9), "belde");
    let entry = tell(&mut store, on(&case, said.clone()));
    let better = contact(march(2, 10), "belde boos");
    let mut why = operation().with_entry(correction(&entry, better.clone()));
    why.reason = Some("tijd klopte niet".into());
    let corrected = store.record(&why).unwrap().entries.remove(0);
    assert_eq!(
        (corrected.version, corrected.key, &corrected.id),
        (2, entry.key, &entry.id)
    );
    let history = store.history(case.key).unwrap();
    let [newest, first, made] = &history[..] else {
        panic!("three steps")
    };
    assert_eq!((newest.entry, newest.version), (Some(entry.key), 2));
    assert_eq!(
        newest.why(Language::Dutch).as_deref(),
        Some("tijd klopte niet")
    );
    let (before, after) = (Some(said.clone()), better);
    assert_eq!(newest.changes, [Change::Entry { before, after }]);
    let (before, after) = (None, said.clone());
    assert_eq!((first.entry, first.version), (Some(entry.key), 1));
    assert_eq!(first.changes, [Change::Entry { before, after }]);
    assert_eq!(made.entry, None);

    let same = tell(&mut store, correction(&corrected, corrected.state.clone()));
    assert_eq!(
        same, corrected,
        "nothing was changed, so nothing is written"
    );
    assert_eq!(store.history(case.key).unwrap().len(), 3);
}

#[test]
fn a_stale_entry_is_a_conflict_and_nothing_of_the_operation_is_written() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let entry = tell(&mut store, on(&case, contact(march(2, 9), "belde")));
    tell(
        &mut store,
        correction(&entry, contact(march(2, 9), "hun woorden")),
    );
    let stored = timeline(&store, &case);
    let mine = operation()
        .with(new_case(STREET, state(&[])))
        .with(change(&case, state(&[("soort", choice("geluid"))])))
        .with_entry(on(&case, contact(march(3, 9), "nieuw")))
        .with_entry(correction(&entry, contact(march(2, 9), "mijn woorden")));
    let refused = store.record(&mine);
    let Err(StoreError::EntryConflict { register, number }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!((register.as_str(), number), (STREET, case.number.clone()));
    assert_eq!(timeline(&store, &case), stored);
    assert_eq!(all(&store, STREET), slice::from_ref(&case));
    assert_eq!(store.history(case.key).unwrap().len(), 3);
    assert_eq!(found(&store, "SZ-2026-00002"), [""; 0]);
}

#[test]
fn an_entry_that_is_not_there_or_not_allowed_is_refused_whole() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let one = record(&mut store, new_case(STREET, state(&[])));
    let other = record(&mut store, new_case(STREET, state(&[])));
    let entry = tell(&mut store, on(&one, contact(march(2, 9), "belde")));
    let mut of_other = correction(&entry, contact(march(2, 9), "anders"));
    of_other.of = CaseOf::Existing(other.key);
    let mut gone = on(&one, contact(march(2, 9), "anders"));
    gone.target = EntryTarget::Existing {
        key: EntryKey(99),
        version: 1,
    };
    let nowhere = EntryWrite::new(CaseOf::Existing(CaseKey(99)), contact(march(2, 9), "x"));
    let unwritten = EntryWrite::new(CaseOf::Written(1), contact(march(2, 9), "x"));
    for entry in [of_other, gone, nowhere, unwritten] {
        let write = operation().with(new_case(STREET, state(&[])));
        let refused = store.record(&write.with_entry(entry));
        assert!(
            matches!(refused, Err(StoreError::MissingEntry)),
            "{refused:?}"
        );
    }
    let unknown = on(&one, EntryState::at("telepathie", march(2, 9)));
    let refused = store.record(&operation().with_entry(unknown));
    assert!(
        matches!(refused, Err(StoreError::Invalid { .. })),
        "{refused:?}"
    );
    assert_eq!(all(&store, STREET).len(), 2);
    assert_eq!(timeline(&store, &one), [entry.state]);
    assert_eq!(timeline(&store, &other), []);
}

#[test]
fn what_was_taken_back_stays() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let entry = tell(&mut store, on(&case, contact(march(2, 9), "belde")));
    let mut back = entry.state.clone();
    back.withdrawn = true;
    let back = tell(&mut store, correction(&entry, back));
    drop(store);
    let store = open(&place);
    assert_eq!(store.entries(case.key).unwrap(), slice::from_ref(&back));
    assert_eq!(store.history(case.key).unwrap().len(), 3);
}

#[test]
fn a_document_is_read_back_byte_by_byte_and_stands_in_a_copy() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let document: Arc<[u8]> = (0..3_000_000_u32).map(|at| (at * 7 % 251) as u8).collect();
    let empty: Arc<[u8]> = Arc::from([]);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let attached = |document: &Arc<[u8]>| EntryWrite {
        document: Some(Arc::clone(document)),
        ..on(&case, EntryState::at(ATTACHMENT, march(2, 9)))
    };
    let full = tell(&mut store, attached(&document));
    let bare = tell(&mut store, attached(&empty));
    let without = tell(&mut store, on(&case, contact(march(3, 9), "belde")));
    let copy = place.folder.path().join("kopie.db");
    drop(store);
    fs::copy(&place.file, &copy).unwrap();
    let copied = open_at(&copy, "straat", vec![definition()]).unwrap();
    for store in [open(&place), copied] {
        assert!(store.document(full.key).unwrap() == document[..]);
        assert!(store.document(bare.key).unwrap().is_empty());
        let none = store.document(without.key);
        assert!(matches!(none, Err(StoreError::NoDocument)), "{none:?}");
        assert_eq!(store.entries(case.key).unwrap().len(), 3);
    }
}

#[test]
fn a_tie_is_found_from_the_other_end() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let [one, two, other] = [(); 3].map(|()| record(&mut store, new_case(STREET, state(&[]))));
    let early = tell(&mut store, on(&one, link_to(&other, march(2, 9))));
    let late = tell(&mut store, on(&two, link_to(&other, march(3, 9))));
    let ties = store.links_to(&other.id).unwrap();
    assert_eq!(ties, [(two.clone(), late), (one, early.clone())]);
    assert_eq!(store.links_to(&two.id).unwrap(), []);
    assert_eq!(store.case_by_id(&two.id).unwrap(), Some(two.clone()));
    assert_eq!(store.case_by_id("nobody").unwrap(), None);
    // A tie that is laid to another case is found there, and no longer here.
    tell(&mut store, correction(&early, link_to(&two, march(2, 9))));
    assert_eq!(store.links_to(&other.id).unwrap().len(), 1);
    assert_eq!(store.links_to(&two.id).unwrap().len(), 1);
}
