use chrono::{TimeZone, Utc};
use peildatum::store::{Operation, Store, StoreError};

use super::support::{
    CRIME, HOUSING, Place, SIGNALS, new_case, numbered, operation, record, state,
};

#[test]
fn new_numbers_run_on_per_register_and_step_over_imported_ones() {
    let place = Place::new("ondermijning");
    let mut store = place.open(&[SIGNALS, CRIME]);
    let number = |store: &mut _, register| record(store, new_case(register, state(&[]))).number;
    record(&mut store, numbered(CRIME, "OC-2026-00002", state(&[])));
    assert_eq!(number(&mut store, CRIME), "OC-2026-00001");
    assert_eq!(number(&mut store, CRIME), "OC-2026-00003");
    assert_eq!(number(&mut store, SIGNALS), "OS-2026-00001");
    drop(store);
    assert_eq!(
        number(&mut place.open(&[SIGNALS, CRIME]), CRIME),
        "OC-2026-00004"
    );
}

#[test]
fn a_given_number_is_never_one_that_stands_further_on_in_the_operation() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let both = operation()
        .with(new_case(HOUSING, state(&[])))
        .with(numbered(HOUSING, "WO-2026-00001", state(&[])));
    let cases = store.record(&both).unwrap().cases;
    let numbers: Vec<&str> = cases.iter().map(|case| case.number.as_str()).collect();
    assert_eq!(numbers, ["WO-2026-00002", "WO-2026-00001"]);
}

#[test]
fn the_year_of_a_number_is_that_of_amsterdam() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let at = |hour, minute| Utc.with_ymd_and_hms(2025, 12, 31, hour, minute, 0).unwrap();
    let numbers = [at(22, 30), at(23, 30)].map(|recorded| {
        let write = Operation::by("anna", recorded).with(new_case(HOUSING, state(&[])));
        store.record(&write).unwrap().cases.remove(0).number
    });
    assert_eq!(numbers, ["WO-2025-00001", "WO-2026-00001"]);
}

#[test]
fn an_imported_number_is_kept_verbatim_and_belongs_to_one_case_of_a_register() {
    let place = Place::new("ondermijning");
    let mut store = place.open(&[SIGNALS, CRIME]);
    assert_eq!(
        record(&mut store, numbered(CRIME, "zaak 7/b", state(&[]))).number,
        "zaak 7/b"
    );
    assert_eq!(
        record(&mut store, numbered(SIGNALS, "zaak 7/b", state(&[]))).number,
        "zaak 7/b"
    );
    let again = store.record(&operation().with(numbered(CRIME, "zaak 7/b", state(&[]))));
    assert!(
        matches!(again, Err(StoreError::NumberTaken { .. })),
        "{again:?}"
    );
    // A blank cell in a file is no number.
    assert_eq!(
        record(&mut store, numbered(CRIME, " ", state(&[]))).number,
        "OC-2026-00001"
    );
}

#[test]
fn keys_come_in_the_order_in_which_people_count() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    for number in ["10", "WO-2026-00001", "9", "2024-10", "2024-9"] {
        record(&mut store, numbered(HOUSING, number, state(&[])));
    }
    let keys = store.by_number(HOUSING).unwrap();
    let cases = store.cases(&keys).unwrap();
    let numbers: Vec<&str> = cases.iter().map(|case| case.number.as_str()).collect();
    assert_eq!(numbers, ["9", "10", "2024-9", "2024-10", "WO-2026-00001"]);
}
