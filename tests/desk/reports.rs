//! Cijfers: meldingen counted apart from cases, and the cases they are about behind every number.

use chrono::NaiveDate;
use egui::{Key, Modifiers};
use peildatum::register::{EntryState, Value};
use peildatum::store::{CaseOf, EntryWrite, Operation, Vault};

use super::support::{CTRL, HOUSING, Screen, bring_in, now};

const CRIME: &str = "ondermijning-casussen";

/// About the first case in Meerzicht was called again on twelve days of March 2024.
fn call(vault: &mut Vault) {
    bring_in(vault, HOUSING, "woonoverlast-2024.csv");
    let store = vault.store_mut(HOUSING).unwrap();
    let mut about = None;
    let district = Value::Choice("meerzicht".to_owned());
    store
        .each_case(HOUSING, &mut |case| {
            if case.state.values.get("wijk") == Some(&district) {
                about.get_or_insert(case.key);
            }
        })
        .unwrap();
    let mut calls = Operation::by("collega", now());
    for of in 1..=12 {
        let day = NaiveDate::from_ymd_opt(2024, 3, of).unwrap();
        let call = EntryState::at("melding", day.and_hms_opt(21, 30, 0).unwrap());
        let entry = EntryWrite::new(CaseOf::Existing(about.unwrap()), call);
        calls = calls.with_entry(entry);
    }
    store.record(&calls).unwrap();
}

#[test]
fn meldingen_are_a_measure_whose_numbers_open_the_cases_they_are_about() {
    let mut screen = Screen::filled(call);
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen.click("Maat: Behandeld");
    screen.click("Instroom");
    screen.find("Totaal: 112");
    screen.click("Maat: Instroom");
    screen.click("Meldingen");
    screen.expect("Meldingen bij casussen in 2024, stand op 31-12-2024");
    // Every new case came in by one report.
    screen.find("Totaal: 124");
    assert!(!screen.shows_part("Beginstand"), "a balance is of cases");
    screen.click_nth("Totaal: 124", 0);
    // The one about which was called again began the year before.
    screen.expect("124 meldingen in 113 casussen");
}

#[test]
fn a_register_that_does_not_tell_reports_apart_does_not_offer_them() {
    let mut screen =
        Screen::filled(|vault| bring_in(vault, CRIME, "ondermijning-casussen-2024.csv"));
    screen.press_with(Modifiers::ALT, Key::Num3);
    screen.press_with(CTRL, Key::G);
    screen.expect("Register: Ondermijning, casussen");
    let measure = screen.chooser("Maat: ");
    screen.click(&measure);
    screen.expect("Instroom");
    assert!(!screen.shows("Meldingen"));
}
