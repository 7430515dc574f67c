//! What was found at visited objects, counted on the screen of figures: 9 × onvergunde prostitutie at three inspections.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{Key, Modifiers};
use peildatum::register::{CaseState, EntryState, Spell, Value};
use peildatum::store::{CaseOf, EntryWrite, Operation, Target, Vault, Write};

use super::support::{Screen, now};

const INSPECTIONS: &str = "controles";

/// Three inspections of dwellings, with four, three and two objects at which something was wrong, and one business.
fn inspected(vault: &mut Vault) {
    let store = vault.store_mut(INSPECTIONS).unwrap();
    for (month, objects) in [(2, 4), (3, 3), (4, 2)] {
        let day = NaiveDate::from_ymd_opt(2025, month, 10).unwrap();
        let mut state = CaseState {
            spells: vec![Spell::since(day)],
            ..CaseState::default()
        };
        state.set(
            "soort",
            Some(Value::Choice("prostitutiecontrole".to_owned())),
        );
        let write = Write {
            register: INSPECTIONS.to_owned(),
            target: Target::New { number: None },
            state,
        };
        let recorded = store.record(&Operation::by("collega", now()).with(write));
        let case = recorded.unwrap().cases.remove(0).key;
        let visited = |found: &str| {
            let entry = EntryState::at("object", day.and_hms_opt(10, 0, 0).unwrap())
                .with("soort-object", Value::Choice("woning".to_owned()))
                .with(
                    "misstand",
                    Value::Choices(BTreeSet::from([found.to_owned()])),
                )
                .with("bevinding", Value::Text("Verzonnen".to_owned()));
            EntryWrite::new(CaseOf::Existing(case), entry)
        };
        let mut operation = Operation::by("collega", now());
        for _ in 0..objects {
            operation = operation.with_entry(visited("onvergunde-prostitutie"));
        }
        if month == 2 {
            operation = operation.with_entry(visited("geen"));
        }
        store.record(&operation).unwrap();
    }
}

#[test]
fn what_was_found_is_counted_and_opens_the_cases_with_how_many_each_has() {
    let mut screen = Screen::filled(inspected);
    screen.search("bezochte objecten naar misstand");
    screen.press(Key::Enter);
    screen.expect("Bezochte objecten naar misstand en soort controle");
    screen.expect("Prostitutiecontrole, Onvergunde prostitutie: 9");
    screen.expect("Prostitutiecontrole, Geen misstand: 1");
    screen.click("Prostitutiecontrole, Onvergunde prostitutie: 9");
    screen.expect("9 bezochte objecten in 3 controles");
    let cases: Vec<String> = screen
        .says()
        .into_iter()
        .filter(|said| said.len() == 13 && said.starts_with("OI-2025-"))
        .collect();
    assert_eq!(cases.len(), 3, "{:#?}", screen.says());
    // In the year before nothing was visited.
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert!(!screen.shows_part("Onvergunde prostitutie: 9"));
}

#[test]
fn the_menu_of_the_measure_offers_what_stands_on_timelines() {
    let mut screen = Screen::filled(inspected);
    screen.search("controles naar soort en wijk");
    screen.press(Key::Enter);
    let measure = screen.chooser("Maat: ");
    screen.click(&measure);
    screen.click("Bezochte objecten");
    screen.expect("Maat: Bezochte objecten");
    screen.expect("Onbekend, Prostitutiecontrole: 10");
}
