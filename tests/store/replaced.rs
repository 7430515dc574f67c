//! A file that is removed or replaced while it is open: nothing counts as stored that nobody would find again.

use std::fs;

use peildatum::store::{Drafts, Store, StoreError};

use rusqlite::Connection;

use super::faults::typed;
use super::street::{STREET, open};
use super::support::{Place, all, new_case, operation, record, state};

#[test]
fn what_is_written_in_a_file_that_was_removed_is_refused() {
    let place = Place::new("straat");
    let mut store = open(&place);
    record(&mut store, new_case(STREET, state(&[])));
    fs::rename(&place.file, place.file.with_extension("away")).unwrap();
    let refused = store.record(&operation().with(new_case(STREET, state(&[]))));
    assert!(
        matches!(refused, Err(StoreError::FileGone { .. })),
        "{refused:?}"
    );
    let refused = store.keep_draft(&typed(0));
    assert!(
        matches!(refused, Err(StoreError::FileGone { .. })),
        "{refused:?}"
    );
    let refused = store.changed_elsewhere();
    assert!(
        matches!(refused, Err(StoreError::FileGone { .. })),
        "{refused:?}"
    );
    // Once it is back it is the same file.
    fs::rename(place.file.with_extension("away"), &place.file).unwrap();
    record(&mut store, new_case(STREET, state(&[])));
    assert_eq!(all(&store, STREET).len(), 2);
}

#[test]
fn what_is_written_in_a_file_that_was_replaced_is_refused_and_nothing_of_it_is_in_the_new_one() {
    let place = Place::new("straat");
    let mut store = open(&place);
    record(&mut store, new_case(STREET, state(&[])));
    let copy = place.file.with_file_name("copy.db");
    let other = Connection::open(&place.file).unwrap();
    other
        .execute("VACUUM INTO ?1", [copy.to_str().unwrap()])
        .unwrap();
    record(&mut store, new_case(STREET, state(&[])));
    fs::rename(&copy, &place.file).unwrap();
    let write = operation().with(new_case(STREET, state(&[])));
    for refused in [
        store.record(&write).map(drop),
        store.changed_elsewhere().map(drop),
    ] {
        assert!(
            matches!(refused, Err(StoreError::FileReplaced { .. })),
            "{refused:?}"
        );
    }
}
