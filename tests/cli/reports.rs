//! Meldingen counted apart from cases, by the commands that count.

use chrono::{NaiveDate, Utc};
use peildatum::register::EntryState;
use peildatum::store::{CaseOf, EntryWrite, Operation, Vault};
use serde_json::json;

use crate::support::{HOUSING, Place, UNDERMINING};

const FILE: &str = "\
Zaaknummer;Datum melding;Wijk
A-1;20-01-2024;Centrum
A-2;31-03-2024;Meerzicht
";

/// Two cases; about the first was called again on twelve days of March 2024.
fn called() -> Place {
    let place = Place::with_vault();
    let file = place.file("overlast.csv", FILE);
    place.done(&["import", HOUSING, &file]);
    let mut vault = Vault::open(&place.vault(), Utc::now()).unwrap();
    let store = vault.store_mut(HOUSING).unwrap();
    let case = store.case_by_number(HOUSING, "A-1").unwrap().unwrap();
    let mut calls = Operation::by("anna", Utc::now());
    for of in 1..=12 {
        let day = NaiveDate::from_ymd_opt(2024, 3, of).unwrap();
        let call = EntryState::at("melding", day.and_hms_opt(21, 30, 0).unwrap());
        calls = calls.with_entry(EntryWrite::new(CaseOf::Existing(case.key), call));
    }
    store.record(&calls).unwrap();
    place
}

const REPORTS: [&str; 2] = ["--measure", "meldingen"];

#[test]
fn thirteen_calls_about_one_problem_are_thirteen_reports_and_one_case() {
    let place = called();
    let asked = ["table", HOUSING, "--rows", "wijk", "--period", "2024"];
    let asked = [&asked[..], &REPORTS].concat();
    let table = place.json(&asked);
    assert_eq!(table["measure"], "meldingen");
    assert_eq!(table["total"], 14);
    assert_eq!(table["balance"], json!(null));
    let text = place.done(&asked);
    assert!(text.contains("\nMeldingen, "), "{text}");
    assert!(text.contains("14 meldingen in 2 casussen"), "{text}");
    let centre = [&asked[..], &["--where", "wijk=Centrum"]].concat();
    let text = place.done(&centre);
    assert!(text.contains("13 meldingen in 1 casus\n"), "{text}");
    let english = place.done(&[&centre[..], &["--lang", "en"]].concat());
    assert!(english.contains("13 reports about 1 case\n"), "{english}");
    // The door behind them.
    let cases = [
        "cases",
        HOUSING,
        "--period",
        "2024",
        "--where",
        "wijk=Centrum",
    ];
    let cases = place.json(&[&cases[..], &REPORTS].concat());
    assert_eq!(cases["total"], 1);
    assert_eq!(cases["cases"][0]["number"], "A-1");
}

#[test]
fn reports_are_counted_by_their_own_days_and_add_up() {
    let place = called();
    let asked = [
        "series", HOUSING, "--from", "2024-01", "--to", "2024-04", "--step", "month",
    ];
    let asked = [&asked[..], &REPORTS].concat();
    assert_eq!(
        place.csv(&asked),
        [
            ["periode", "meldingen"],
            ["2024-01", "1"],
            ["2024-02", "0"],
            ["2024-03", "13"],
            ["2024-04", "0"]
        ]
    );
    let text = place.done(&asked);
    let handled = place.done(&["series", HOUSING, "--from", "2024", "--to", "2024"]);
    // Only what lasts is counted in several periods.
    let warning = handled.trim_end().lines().last().unwrap();
    assert!(!text.contains(warning), "{text}");
}

#[test]
fn a_register_that_does_not_tell_reports_apart_refuses_in_a_sentence() {
    let place = Place::with_vault();
    for command in [
        &["table", UNDERMINING][..],
        &["series", UNDERMINING, "--from", "2024", "--to", "2024"],
        &["cases", UNDERMINING],
    ] {
        let said = place.refused(&[command, &REPORTS].concat());
        assert!(
            said.contains("“meldingen” is geen maat van register"),
            "{said}"
        );
        assert!(said.contains("behandeld, beginstand"), "{said}");
    }
}
