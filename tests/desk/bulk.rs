//! Many cases are changed at once, by keyboard alone: previewed, stored as one operation, undone as one.

use egui::{Key, Modifiers};
use peildatum::register::{CaseFile, Value};

use super::support::{CTRL, HOUSING, Screen, change, text};

const SHIFT: Modifiers = Modifiers::SHIFT;

/// A screen on which the first cases of the list are selected.
fn selected(cases: usize) -> Screen {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    for _ in 1..cases {
        screen.press_with(SHIFT, Key::ArrowDown);
    }
    screen
}

/// What they are given is typed, and what would become of them is shown.
fn give(screen: &mut Screen, words: &str) {
    screen.press_with(CTRL | SHIFT, Key::E);
    screen.write(words);
    screen.press(Key::Enter);
}

fn case(screen: &Screen, number: &str) -> CaseFile {
    let mut stored = screen.stored(HOUSING).into_iter();
    stored.find(|case| case.number == number).unwrap()
}

fn choice(screen: &Screen, number: &str, field: &str) -> Option<String> {
    match case(screen, number).state.values.get(field) {
        Some(Value::Choice(id) | Value::Text(id)) => Some(id.clone()),
        _ => None,
    }
}

#[test]
fn a_district_is_given_to_many_cases_and_taken_back_as_one_action() {
    let mut screen = selected(3);
    let before = ["W2209", "W2208", "W2207"].map(|number| choice(&screen, number, "wijk"));
    give(&mut screen, "wijk centrum");
    screen.expect("3 casussen wijzigen");
    screen.expect("1 casus: Wijk: Seghwaert → Centrum");
    assert_eq!(
        choice(&screen, "W2209", "wijk"),
        before[0],
        "nothing is stored by looking"
    );
    screen.press_with(CTRL, Key::Enter);
    screen.expect("3 casussen gewijzigd: Wijk: Centrum");
    for number in ["W2209", "W2208", "W2207"] {
        assert_eq!(choice(&screen, number, "wijk").as_deref(), Some("centrum"));
    }
    assert_eq!(screen.focused().as_deref(), Some("Woonoverlast, 142 rijen"));
    screen.press_with(CTRL, Key::Z);
    let after = ["W2209", "W2208", "W2207"].map(|number| choice(&screen, number, "wijk"));
    assert_eq!(after, before, "one step takes all of it back");
}

#[test]
fn what_is_so_already_is_counted_and_without_a_change_nothing_can_be_done() {
    let mut screen = selected(2);
    give(&mut screen, "status nieuw");
    screen.expect("2 staan al zo");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("2 casussen wijzigen");
    screen.press(Key::Escape);
    screen.press(Key::Escape);
    assert!(!screen.shows("2 casussen wijzigen"));
    screen.expect("2 gekozen");
}

#[test]
fn a_status_that_closes_is_refused_by_name_with_the_reason_and_the_cases_stay_selected() {
    let mut screen = selected(2);
    screen.press_with(CTRL | SHIFT, Key::E);
    screen.write("status afgerond");
    screen.press(Key::Enter);
    screen.expect("2 worden geweigerd en blijven zoals ze zijn");
    screen.expect_part("W2209, W2208: Status: ");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(case(&screen, "W2209").version, 1);
}

#[test]
fn work_is_given_to_a_name_that_is_typed() {
    let mut screen = selected(2);
    give(&mut screen, "behandelaar V. Erzonnen");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("2 casussen gewijzigd: Behandelaar: V. Erzonnen");
    let owner = choice(&screen, "W2208", "behandelaar");
    assert_eq!(owner.as_deref(), Some("V. Erzonnen"));
}

#[test]
fn a_case_that_was_changed_meanwhile_is_named_and_all_is_looked_at_again() {
    let mut screen = selected(3);
    give(&mut screen, "wijk centrum");
    change(&mut screen.vault(), HOUSING, "W2208", |state| {
        state.set("wijk", Some(Value::Choice("centrum".to_owned())));
    });
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("W2208 is intussen door iemand anders gewijzigd");
    screen.expect("1 staat al zo");
    assert_ne!(choice(&screen, "W2209", "wijk").as_deref(), Some("centrum"));
    screen.press_with(CTRL, Key::Enter);
    screen.expect("2 casussen gewijzigd: Wijk: Centrum");
    assert_eq!(choice(&screen, "W2209", "wijk").as_deref(), Some("centrum"));
}

#[test]
fn without_a_choice_it_is_about_the_case_that_is_selected_and_without_that_it_says_what_to_do() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL | SHIFT, Key::E);
    screen.expect(&text("bulk-nothing-selected"));
    screen.press(Key::ArrowDown);
    give(&mut screen, "wijk centrum");
    screen.expect("1 casus wijzigen");
}

#[test]
fn the_selected_cases_are_copied_as_a_table() {
    let mut screen = selected(2);
    let copied = screen.copy_with(CTRL | SHIFT, Key::C).unwrap();
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(
        lines[0].starts_with("Nummer\tDatum melding\tWijk"),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].starts_with("W2209\t27-11-2024\tSeghwaert"),
        "{}",
        lines[1]
    );
    assert!(lines[2].starts_with("W2208\t"));
    screen.expect("2 casussen op het klembord");
}
