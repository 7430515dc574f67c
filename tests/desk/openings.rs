//! A step that opens a case with another team: what it says before and after, and going from the one to the other.

use egui::Key;
use peildatum::register::{CaseFile, EntryState, Value};
use peildatum::store::Vault;

use super::links::new;
use super::support::{ACTOR, CTRL, HOUSING, Screen};
use super::timeline::{case, choice, items, moment, open, tell, words};

const CLOSURES: &str = "sluitingen";
/// What the step opens, as its form asks it.
const ASKED: &str = "Zaak in Sluitingen";

fn at_the_square(state: &mut peildatum::register::CaseState) {
    let address = peildatum::register::Address {
        street: "Verzonnenplein".to_owned(),
        number: "1".to_owned(),
        postcode: "1234 AB".to_owned(),
        ..Default::default()
    };
    state.set("adres", Some(Value::Address(address)));
    state.set("behandelaar", Some(words("Verzonnen Behandelaar")));
}

/// A case of nuisance from a home of which the next step is to close it.
fn nuisance(vault: &mut Vault) {
    new(vault, HOUSING, "W-1", at_the_square);
    let order = EntryState::at("maatregel", moment("2025-11-12T14:00:00"))
        .with("maatregel", choice("gedragsaanwijzing"))
        .with("grondslag", words("Gemeentewet art. 151d"));
    let recorded = "2025-11-12T13:10:00Z";
    tell(vault, ACTOR, recorded, "W-1", Some(order), |_| {});
}

/// The closures that were not taken back.
fn closures(screen: &Screen) -> Vec<CaseFile> {
    let mut closures = screen.stored(CLOSURES);
    closures.retain(|case| case.state.withdrawn.is_none());
    closures
}

fn links(screen: &Screen) -> usize {
    let vault = screen.vault();
    let case = case(&vault, HOUSING, "W-1");
    vault.dossier(HOUSING, case.key).unwrap().links.len()
}

fn steps(screen: &Screen) -> usize {
    let items = items(screen);
    items
        .iter()
        .filter(|item| item.contains("Sluiting (174a"))
        .count()
}

#[test]
fn a_step_that_is_stored_says_which_case_it_opened_and_undo_takes_back_both() {
    let mut screen = Screen::filled(nuisance);
    open(&mut screen, "W-1");
    screen.count_keys();
    screen.press_with(CTRL, Key::L);
    screen.expect_part("Opent een zaak in Sluitingen");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.keys_pressed(), 4, "two keys, each with Ctrl");
    screen.expect("W-1 is opgeslagen; zaak SL-2025-00001 is geopend");
    let opened = closures(&screen);
    assert_eq!(opened.len(), 1);
    assert_eq!(
        opened[0].state.opened(),
        Some("2025-11-21".parse().unwrap())
    );
    assert_eq!((links(&screen), steps(&screen)), (1, 1));
    let told = items(&screen);
    let step = told.iter().find(|item| item.contains("Sluiting (174a"));
    assert!(
        step.unwrap().contains("Besluiten over het einde"),
        "what came with the step stands with it: {told:#?}"
    );
    screen.press_with(CTRL, Key::Z);
    assert_eq!(closures(&screen), []);
    assert_eq!((links(&screen), steps(&screen)), (0, 0));
    screen.press_with(CTRL, Key::Y);
    assert_eq!(closures(&screen).len(), 1);
    assert_eq!((links(&screen), steps(&screen)), (1, 1));
}

#[test]
fn the_case_that_was_opened_is_gone_to_and_leads_back() {
    let mut screen = Screen::filled(nuisance);
    open(&mut screen, "W-1");
    screen.press_with(CTRL, Key::L);
    screen.press_with(CTRL, Key::Enter);
    screen.click("SL-2025-00001 openen");
    assert!(screen.selected_row().unwrap().starts_with("SL-2025-00001"));
    let told = items(&screen);
    let link = told
        .iter()
        .position(|item| item.starts_with("Gekoppeld aan W-1"));
    screen.click(&told[link.unwrap()].clone());
    screen.press(Key::Enter);
    assert!(screen.selected_row().unwrap().starts_with("W-1"));
    assert!(
        items(&screen)
            .iter()
            .any(|item| item.starts_with("Gekoppeld aan SL-2025-00001"))
    );
}

#[test]
fn a_closure_that_runs_at_the_address_is_linked_unless_a_new_one_is_asked_for() {
    let mut screen = Screen::filled(|vault| {
        nuisance(vault);
        new(vault, CLOSURES, "SL-7", at_the_square);
    });
    open(&mut screen, "W-1");
    screen.press_with(CTRL, Key::L);
    screen.expect_part("Hoort bij SL-7, die al loopt");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("W-1 is opgeslagen en gekoppeld aan SL-7");
    assert_eq!((closures(&screen).len(), links(&screen)), (1, 1));
    screen.press_with(CTRL, Key::Z);
    assert_eq!((closures(&screen).len(), links(&screen)), (1, 0));
    screen.press_with(CTRL, Key::L);
    screen.tab_to(ASKED);
    screen.press(Key::ArrowRight);
    screen.press_with(CTRL, Key::Enter);
    screen.expect("W-1 is opgeslagen; zaak SL-2025-00001 is geopend");
    assert_eq!((closures(&screen).len(), links(&screen)), (2, 1));
}

#[test]
fn a_step_may_open_nothing_and_one_that_opens_nothing_does_not_ask() {
    let mut screen = Screen::filled(nuisance);
    open(&mut screen, "W-1");
    screen.press_with(CTRL, Key::L);
    screen.tab_to(ASKED);
    screen.press(Key::ArrowRight);
    screen.press_with(CTRL, Key::Enter);
    screen.expect("W-1 is opgeslagen");
    assert_eq!((closures(&screen).len(), links(&screen)), (0, 0));
    assert_eq!(steps(&screen), 1);
    // The step after it is the landlord’s.
    screen.press_with(CTRL, Key::L);
    assert!(!screen.shows_part("Opent een zaak"));
}

#[test]
fn what_was_done_in_the_opened_case_since_keeps_the_step() {
    let mut screen = Screen::filled(nuisance);
    open(&mut screen, "W-1");
    screen.press_with(CTRL, Key::L);
    screen.press_with(CTRL, Key::Enter);
    let mut vault = screen.vault();
    super::support::change(&mut vault, CLOSURES, "SL-2025-00001", |state| {
        state.set("motivering", Some(words("Verzonnen reden")));
    });
    screen.press_with(CTRL, Key::Z);
    screen.expect_part("SL-2025-00001");
    screen.expect_part("collega");
    assert_eq!((closures(&screen).len(), links(&screen)), (1, 1));
    assert_eq!(steps(&screen), 1);
}
