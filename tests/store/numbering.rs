//! A case is found by its number, or by how that ends, before anything in which the same digits stand.

use peildatum::store::{Search, Store, Vault};

use super::support::{
    HOUSING, Place, SIGNALS, address, found, new_case, noon, numbered, operation, record, state,
};

fn called(store: &(impl Search + Store), typed: &str) -> Vec<String> {
    let found = store.by_typed_number(typed, 10).unwrap().into_iter();
    let keys: Vec<_> = found.map(|case| case.key).collect();
    let cases = store.cases(&keys).unwrap().into_iter();
    cases.map(|case| case.number).collect()
}

#[test]
fn the_whole_number_comes_first_then_the_newest_that_ends_so() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    for number in [
        "WO-2024-00041",
        "41",
        "WO-2025-00041",
        "WO-2025-00141",
        "W2209",
    ] {
        record(&mut store, numbered(HOUSING, number, state(&[])));
    }
    assert_eq!(
        called(&store, "41"),
        ["41", "WO-2025-00041", "WO-2024-00041"]
    );
    assert_eq!(called(&store, "2024-41"), ["WO-2024-00041"]);
    assert_eq!(called(&store, "WO 2025 41"), ["WO-2025-00041"]);
    assert_eq!(called(&store, "209"), ["W2209"]);
    assert_eq!(called(&store, "os 41"), [""; 0]);
    assert_eq!(called(&store, "4%1"), [""; 0]);
    assert_eq!(store.by_typed_number("41", 1).unwrap().len(), 1);
}

#[test]
fn what_a_list_is_searched_for_is_found_by_number_and_by_word_in_its_register() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let at = state(&[("adres", address("Dorpsstraat", "41", "", "2712 AB"))]);
    let one = record(&mut store, numbered(HOUSING, "WO-2024-00007", at));
    let two = record(&mut store, numbered(HOUSING, "WO-2024-00041", state(&[])));
    record(&mut store, new_case(HOUSING, state(&[])));
    let mut keys = store.search_register(HOUSING, "41").unwrap();
    keys.sort();
    assert_eq!(keys, [one.key, two.key]);
    assert_eq!(
        store.search_register(HOUSING, "dorps 41").unwrap(),
        [one.key]
    );
    assert_eq!(store.search_register(SIGNALS, "dorps").unwrap(), []);
    assert_eq!(found(&store, "dorps 41"), ["WO-2024-00007"]);
}

#[test]
fn in_a_vault_no_case_is_found_twice_and_the_rest_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = Vault::create(&folder.path().join("kluis"), noon()).unwrap();
    for register in [HOUSING, SIGNALS] {
        let store = vault.store_mut(register).unwrap();
        for number in ["2024-0041", "2024-0042", "2024-0043"] {
            let write = numbered(register, number, state(&[]));
            store.record(&operation().with(write)).unwrap();
        }
    }
    let found = vault.find("2024-0041", None, 2).unwrap();
    assert_eq!(found.numbered.len(), 2);
    assert!(found.cases.is_empty(), "{:?}", found.cases);
    assert_eq!((found.more, found.at_least), (0, false));
    let found = vault.find("2024", None, 2).unwrap();
    assert_eq!((found.numbered.len(), found.cases.len()), (0, 2));
    assert_eq!((found.more, found.at_least), (4, false));
}
