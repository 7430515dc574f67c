//! What is known at an address and in its street.

use peildatum::register::{Address, CaseFile, Value};
use peildatum::store::{SqliteStore, Timelines};
use rusqlite::Connection;

use super::street::{STREET, changed, open};
use super::support::{HOUSING, Place, address, change, choice, new_case, record, state};

fn at(store: &mut SqliteStore, street: &str, number: &str, postcode: &str) -> CaseFile {
    let address = address(street, number, "", postcode);
    record(store, new_case(STREET, state(&[("adres", address)])))
}

fn asked(street: &str, number: &str, postcode: &str) -> Address {
    let Value::Address(address) = address(street, number, "B", postcode) else {
        panic!("an address")
    };
    address
}

fn here(store: &SqliteStore, address: &Address) -> Vec<String> {
    let cases = store.at_address(address).unwrap();
    cases.into_iter().map(|case| case.number).collect()
}

fn near(store: &SqliteStore, address: &Address) -> Vec<String> {
    let cases = store.in_street(address, 10).unwrap();
    cases.into_iter().map(|case| case.number).collect()
}

#[test]
fn a_postcode_is_compared_without_its_blank_and_capitals() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let first = at(&mut store, "Voorbeeldstraat", "45", "2712 AH");
    let second = at(&mut store, "Voorbeeldstraat", "45", "2712ah");
    at(&mut store, "Voorbeeldstraat", "47", "2712 AH");
    let both = [second.number, first.number];
    for postcode in ["2712AH", "2712 ah", " 2712  aH "] {
        assert_eq!(here(&store, &asked("", "45", postcode)), both);
        assert_eq!(here(&store, &asked("Verschreven", "45", postcode)), both);
    }
    assert_eq!(
        here(&store, &asked("Voorbeeldstraat", "", "2712AH")),
        [""; 0]
    );
    assert_eq!(here(&store, &asked("", "45", "")), [""; 0]);
}

#[test]
fn where_the_postcode_is_unknown_the_street_decides() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let without = at(&mut store, "Voorbeeldstraat", "45", "").number;
    let with = at(&mut store, "voorbeeldstraat ", "45", "2712 AH").number;
    let elsewhere = at(&mut store, "Voorbeeldstraat", "45", "1111 ZZ").number;
    let all = [elsewhere.clone(), with.clone(), without.clone()];
    assert_eq!(here(&store, &asked("VOORBEELDSTRAAT", "45", "")), all);
    let known = asked("Voorbeeldstraat", "45", "2712AH");
    assert_eq!(here(&store, &known), [with, without]);
    // What is not at the address is in the street, and nothing is in neither.
    assert_eq!(near(&store, &known), [elsewhere]);
}

#[test]
fn a_house_is_the_same_with_its_addition_behind_its_number() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let together = at(&mut store, "Voorbeeldstraat", "112a", "2712 AH").number;
    let apart = at(&mut store, "Voorbeeldstraat", "112", "2712 AH").number;
    at(&mut store, "Voorbeeldstraat", "1", "2712 AH");
    let afloat = at(&mut store, "Voorbeeldkade", "t/o 112", "2712 AJ").number;
    let both = [apart, together];
    for number in ["112", "112 A", "112-1", " 112b"] {
        assert_eq!(here(&store, &asked("", number, "2712AH")), both, "{number}");
    }
    assert_eq!(here(&store, &asked("", "T/o 112", "2712AJ")), [afloat]);
}

#[test]
fn addresses_that_were_compared_otherwise_are_compared_anew_on_opening() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = at(&mut store, "Voorbeeldstraat", "112a", "2712 AH").number;
    drop(store);
    // As an older version left it: the number whole, and no word of how it was folded.
    let older = Connection::open(&place.file).unwrap();
    older
        .execute_batch(
            "UPDATE place SET number = '112a';
            UPDATE meta SET value = replace(value, 'number-alone ', '') WHERE name LIKE 'derived:%';",
        )
        .unwrap();
    drop(older);
    let store = open(&place);
    assert_eq!(here(&store, &asked("", "112", "2712AH")), [case]);
}

#[test]
fn a_street_leaves_out_the_address_itself() {
    let place = Place::new("straat");
    let mut store = open(&place);
    at(&mut store, "Voorbeeldstraat", "45", "2712 AH");
    let next = at(&mut store, "Voorbeeldstraat", "47", "2712 AH").number;
    let far = at(&mut store, "voorbeeldstraat", "145", "2712 AJ").number;
    let by_postcode = at(&mut store, "Vorbeeldstraat", "49", "2712 AH").number;
    at(&mut store, "Fictiefpad", "45", "1111 ZZ");
    at(&mut store, "", "12", "");
    let address = asked("Voorbeeldstraat", "45", "2712ah");
    assert_eq!(near(&store, &address), [by_postcode.clone(), far, next]);
    let most = store.in_street(&address, 1).unwrap();
    assert_eq!(most[0].number, by_postcode);
    assert_eq!(most.len(), 1);
    assert_eq!(near(&store, &asked("", "", "")), [""; 0]);
}

#[test]
fn a_place_moves_with_its_case_and_one_of_the_police_is_never_told() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = at(&mut store, "Voorbeeldstraat", "45", "2712 AH");
    let (old, new) = (asked("", "45", "2712AH"), asked("", "3", "1111ZZ"));
    let moved = state(&[
        ("adres", address("Fictiefpad", "3", "", "1111 ZZ")),
        ("tweede-adres", address("Bedachteweg", "5", "", "2222 YY")),
    ]);
    record(&mut store, change(&case, moved));
    assert_eq!(here(&store, &old), [""; 0]);
    assert_eq!(here(&store, &new), std::slice::from_ref(&case.number));
    assert_eq!(here(&store, &asked("", "5", "2222YY")), [""; 0]);
    drop(store);
    // Once the definition says that it may be, it is.
    let ordinary = changed("sensitivity = \"police\"", "sensitivity = \"ordinary\"");
    let store = place.open_with(vec![ordinary]).unwrap();
    assert_eq!(here(&store, &asked("", "5", "2222YY")), [case.number]);
}

#[test]
fn a_case_is_not_found_at_the_address_of_who_reported_it() {
    let place = Place::new("overlast");
    let mut store = place.open(&[HOUSING]);
    let home = address("Verzonnen laan", "4", "", "2715 AB");
    let nuisance = address("Verzonnen laan", "6", "", "2715 AB");
    let known = [
        ("adres", nuisance.clone()),
        ("melder-bekendheid", choice("mag-bekend")),
        ("adres-melder", home.clone()),
    ];
    record(&mut store, new_case(HOUSING, state(&known)));
    let at = |value: &Value| {
        let Value::Address(address) = value else {
            panic!("no address")
        };
        store.at_address(address).unwrap().len()
    };
    assert_eq!((at(&nuisance), at(&home)), (1, 0));
}
