//! Several signals in one casus in one step; and signals about one business, vehicle or person that find each other when
//! they are weighed.

use egui::{Key, Modifiers};
use peildatum::register::{CaseState, Value};
use peildatum::store::Vault;

use super::links::{YOUTH, new, signals};
use super::support::{CTRL, SIGNALS, Screen, text};
use super::timeline::{case, choice, open, words};

const CASES: &str = "ondermijning-casussen";

/// What was decided about the three signals.
fn decisions(screen: &Screen) -> Vec<Option<Value>> {
    let vault = screen.vault();
    let states = ["S-1", "S-2", "S-3"].map(|number| case(&vault, SIGNALS, number).state);
    let decisions = states
        .iter()
        .map(|state| state.values.get("weging").cloned());
    decisions.collect()
}

fn links(screen: &Screen, number: &str) -> usize {
    let vault = screen.vault();
    let casus = case(&vault, CASES, number);
    vault.dossier(CASES, casus.key).unwrap().links.len()
}

/// Chooses all signals of the list and asks for where they are gathered.
fn gather_all(screen: &mut Screen) {
    screen.press_with(Modifiers::ALT, Key::Num2);
    screen.press_with(CTRL, Key::A);
    screen.click("Onderbrengen in een casus…");
}

#[test]
fn several_signals_come_into_a_new_casus_in_one_step_that_is_undone_in_one_step() {
    let mut screen = signals();
    gather_all(&mut screen);
    screen.expect("Nieuwe casus van deze 3 signalen");
    screen.press(Key::Enter);
    screen.expect_part("S-1");
    screen.press_with(CTRL, Key::Enter);
    let number = screen.stored(CASES)[0].number.clone();
    let theme = format!("{:?}", screen.stored(CASES)[0].state.values.get("thema"));
    assert!(
        theme.contains("drugs"),
        "filled in from the signals: {theme}"
    );
    assert_eq!(links(&screen, &number), 3);
    assert!(
        decisions(&screen)
            .iter()
            .all(|decision| *decision == Some(choice("casusoverleg")))
    );
    screen.press_with(CTRL, Key::Z);
    assert!(decisions(&screen).iter().all(Option::is_none));
}

#[test]
fn several_signals_come_into_a_casus_that_runs_in_one_step_that_is_undone_in_one_step() {
    let mut screen = Screen::filled(|vault| {
        new(vault, CASES, "C-1", |_| {});
        for number in ["S-1", "S-2", "S-3"] {
            new(vault, SIGNALS, number, |_| {});
        }
    });
    gather_all(&mut screen);
    screen.write("C-1");
    screen.press(Key::Enter);
    screen.expect("3 signalen ondergebracht in C-1");
    assert_eq!(links(&screen, "C-1"), 3);
    // Once more links nothing twice.
    gather_all(&mut screen);
    screen.write("C-1");
    screen.press(Key::Enter);
    assert_eq!(links(&screen, "C-1"), 3);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(links(&screen, "C-1"), 0);
    assert!(decisions(&screen).iter().all(Option::is_none));
}

/// A signal of this business, with what else is known.
fn signal(vault: &mut Vault, number: &str, fill: impl FnOnce(&mut CaseState)) {
    new(vault, SIGNALS, number, fill);
}

fn known(screen: &Screen, number: &str) -> Vec<String> {
    let vault = screen.vault();
    let one = case(&vault, SIGNALS, number);
    let dossier = vault.dossier(SIGNALS, one.key).unwrap();
    let mut numbers: Vec<String> = dossier
        .same_subject
        .iter()
        .map(|same| same.case.number.clone())
        .collect();
    numbers.sort();
    numbers
}

#[test]
fn signals_about_one_business_find_each_other_at_the_weighing_and_are_gathered_together() {
    let mut screen = Screen::filled(|vault| {
        signal(vault, "S-1", |state| {
            state.set("kvk", Some(words("9900 0001")));
        });
        signal(vault, "S-2", |state| {
            state.set("kvk", Some(words("99000001")));
        });
        signal(vault, "S-3", |state| {
            state.set("kvk", Some(words("99000002")));
        });
    });
    open(&mut screen, "S-1");
    assert!(!screen.shows(&text("same-subject")), "only at the weighing");
    screen.search("weging");
    screen.press(Key::Enter);
    screen.expect(&text("same-subject"));
    screen.expect_part("zelfde KvK-nummer");
    // The other one is no proposal.
    let named = |number: &str| screen.all_named(number).len();
    assert_eq!((named("S-2"), named("S-3")), (1, 0));
    screen.tab_to(&text("same-subject-gather"));
    screen.press(Key::Enter);
    screen.expect("Nieuwe casus van deze 2 signalen");
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    let number = screen.stored(CASES)[0].number.clone();
    assert_eq!(links(&screen, &number), 2);
    // What is together already is proposed no more.
    assert!(known(&screen, "S-1").is_empty());
}

#[test]
fn in_a_low_window_the_proposal_is_in_view_when_the_weighing_opens() {
    let mut screen = Screen::filled(|vault| {
        for number in ["S-1", "S-2"] {
            signal(vault, number, |state| {
                state.set("kvk", Some(words("99000001")));
            });
        }
    });
    screen.harness.set_size(egui::vec2(1024.0, 700.0));
    open(&mut screen, "S-1");
    screen.search("weging");
    screen.press(Key::Enter);
    let proposal = screen.find(&text("same-subject-gather")).rect();
    assert!(proposal.bottom() < 660.0, "{proposal:?}");
}

#[test]
fn what_is_not_taken_up_and_what_the_police_wrote_finds_nothing() {
    let busy = "Kenteken ZZ-001-Z, KvK 99000001";
    let screen = Screen::filled(|vault| {
        signal(vault, "S-1", |state| {
            state.set("kenteken", Some(words("ZZ-001-Z")));
            state.set("kvk", Some(words("99000001")));
        });
        signal(vault, "S-2", |state| {
            state.set("kenteken", Some(words("zz001z")));
            state.set("weging", Some(choice("niet-in-behandeling")));
        });
        signal(vault, "S-3", |state| {
            state.set("omschrijving", Some(words(busy)));
        });
        signal(vault, "S-4", |state| {
            state.set("kenteken", Some(words("ZZ 001 Z")));
        });
        signal(vault, "S-5", |state| {
            state.set("kvk", Some(words("onbekend")));
        });
        signal(vault, "S-6", |state| {
            state.set("kvk", Some(words("onbekend")));
        });
    });
    assert_eq!(known(&screen, "S-1"), ["S-4"]);
    for nothing in ["S-2", "S-3", "S-5"] {
        assert!(known(&screen, nothing).is_empty(), "{nothing}");
    }
}

#[test]
fn a_person_is_found_by_name_and_birth_date_within_the_register_alone() {
    let who = |state: &mut CaseState, name: &str, birth: &str, born: &str| {
        let born = Value::Date(born.parse().unwrap());
        state.set(name, Some(words("A. Voorbeeld")));
        state.set(birth, Some(born));
    };
    let screen = Screen::filled(|vault| {
        for (number, born) in [
            ("S-1", "1990-01-02"),
            ("S-2", "1990-01-02"),
            ("S-3", "1991-01-02"),
        ] {
            signal(vault, number, |state| {
                who(state, "persoon", "geboortedatum", born);
            });
        }
        new(vault, YOUTH, "J-1", |state| {
            who(state, "deelnemer", "geboortedatum", "1990-01-02");
        });
    });
    assert_eq!(known(&screen, "S-1"), ["S-2"]);
    let vault = screen.vault();
    let young = case(&vault, YOUTH, "J-1");
    let dossier = vault.dossier(YOUTH, young.key).unwrap();
    assert!(
        dossier.same_person.is_empty(),
        "nobody sees the signals from elsewhere"
    );
    let signal = case(&vault, SIGNALS, "S-1");
    assert!(
        vault
            .dossier(SIGNALS, signal.key)
            .unwrap()
            .same_person
            .is_empty()
    );
}
