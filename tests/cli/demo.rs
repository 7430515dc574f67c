//! `demo`: invented cases, and always the same ones.

use serde_json::Value;

use crate::support::{COACHING, HOUSING, Place, SIGNALS, UNDERMINING, YOUTH};

const REGISTERS: [&str; 5] = [HOUSING, SIGNALS, UNDERMINING, YOUTH, COACHING];

fn demo(cases: &str, seed: &str) -> Place {
    let place = Place::empty();
    let said = place.done(&["demo", "--no-window", "--cases", cases, "--seed", seed]);
    assert!(said.contains(place.vault().to_str().unwrap()), "{said}");
    place
}

fn tables(place: &Place) -> Vec<Value> {
    let table = |register: &str| {
        let period = "2019-01-01..2026-12-31";
        [
            place.figures(&["table", register, "--period", period]),
            place.figures(&["series", register, "--from", "2019", "--to", "2024"]),
            place.figures(&["cases", register, "--period", period, "--limit", "5"]),
        ]
    };
    REGISTERS.into_iter().flat_map(table).collect()
}

#[test]
fn the_same_seed_gives_the_same_tables_and_another_does_not() {
    let one = demo("50", "7");
    for register in REGISTERS {
        assert_eq!(one.count(register), 50, "{register}");
    }
    let tables_of_one = tables(&one);
    assert_eq!(tables_of_one, tables(&demo("50", "7")));
    assert_ne!(tables_of_one, tables(&demo("50", "8")));
}

#[test]
fn a_demo_may_be_as_small_as_one_case_or_none() {
    assert_eq!(demo("1", "1").count(YOUTH), 1);
    assert_eq!(demo("0", "1").count(YOUTH), 0);
}

#[test]
fn without_a_number_the_demo_is_a_municipality_of_some_years() {
    let place = Place::empty();
    let said = place.done(&["demo", "--no-window", "--years", "1"]);
    assert!(said.contains("van 1 jaar"), "{said}");
    // What came in this year, and what ran when it began: no two registers have as much.
    let counts: Vec<u64> = REGISTERS.map(|register| place.count(register)).to_vec();
    assert!((150..300).contains(&counts[0]), "{counts:?}");
    assert!((15..60).contains(&counts[4]), "{counts:?}");
    for wrong in [&["--years", "0"][..], &["--years", "2", "--cases", "2"]] {
        let command = [&["demo", "--no-window"], wrong].concat();
        assert!(!Place::empty().refused(&command).is_empty());
    }
}
