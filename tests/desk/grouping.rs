//! A list that is grouped under headings.

use egui::Key;
use egui::accesskit::Role;

use super::support::{CTRL, HOUSING, Screen, change};

fn by(field: &str) -> Screen {
    let mut screen = Screen::housing();
    group(&mut screen, field);
    screen
}

fn group(screen: &mut Screen, field: &str) {
    screen.press_with(CTRL | egui::Modifiers::SHIFT, Key::G);
    screen.write(field);
    screen.press(Key::Enter);
}

/// The headings in view.
fn headings(screen: &Screen) -> Vec<String> {
    let all = screen.all(Role::Heading).into_iter();
    all.filter(|said| said.starts_with("Wijk ")).collect()
}

#[test]
fn a_list_stands_under_headings_with_counts_in_the_order_of_the_definition() {
    let mut screen = by("wijk");
    assert_eq!(headings(&screen), ["Wijk Centrum, 21"]);
    screen.expect("142 lopende casussen");
    screen.press(Key::ArrowDown);
    assert!(screen.selected_row().unwrap().contains("Centrum"));
    assert_eq!(screen.focused().as_deref(), Some("Woonoverlast, 142 rijen"));
}

#[test]
fn the_arrows_to_the_side_close_and_open_a_group_and_those_up_and_down_pass_over_it() {
    let mut screen = by("wijk");
    screen.press(Key::ArrowDown);
    screen.press(Key::ArrowLeft);
    assert_eq!(
        screen.chosen(Role::Heading).as_deref(),
        Some("Wijk Centrum, 21")
    );
    screen.press(Key::ArrowLeft);
    let after = headings(&screen);
    assert_eq!(after[..2], ["Wijk Centrum, 21", "Wijk Meerzicht, 31"]);
    screen.expect("142 lopende casussen");
    // The heading of an open group is passed over, a closed one is stopped at.
    screen.press(Key::ArrowDown);
    let first = screen.selected_row().unwrap();
    assert!(first.contains("Meerzicht"), "{first}");
    screen.press(Key::ArrowUp);
    assert_eq!(
        screen.chosen(Role::Heading).as_deref(),
        Some("Wijk Centrum, 21")
    );
    screen.press(Key::ArrowRight);
    assert_eq!(headings(&screen), ["Wijk Centrum, 21"]);
    screen.press(Key::ArrowRight);
    assert!(screen.selected_row().unwrap().contains("Centrum"));
}

#[test]
fn a_heading_is_closed_by_a_click_and_its_cases_are_selected_by_the_space_bar() {
    let mut screen = by("wijk");
    screen.click("Wijk Centrum, 21");
    assert_eq!(headings(&screen)[1], "Wijk Meerzicht, 31");
    screen.space();
    screen.expect("21 gekozen");
    screen.space();
    assert!(!screen.shows_part("gekozen"));
    // What is shown is selected, not what a closed group hides.
    screen.press_with(CTRL, Key::A);
    screen.expect("121 gekozen");
}

#[test]
fn the_groups_are_taken_away_by_their_chip_and_by_the_keyboard() {
    let mut screen = by("wijk");
    screen.click("Groepen weghalen: Per wijk");
    assert!(headings(&screen).is_empty());
    group(&mut screen, "wijk");
    assert!(!headings(&screen).is_empty());
    group(&mut screen, "niet meer");
    assert!(headings(&screen).is_empty());
}

#[test]
fn months_stand_the_last_one_first_as_their_cases_do() {
    let screen = by("maand");
    let all = screen.all(Role::Heading);
    let month = all.iter().find(|said| said.contains("2024")).unwrap();
    assert!(month.to_lowercase().contains("november 2024"), "{month}");
}

#[test]
fn what_is_unknown_stands_last() {
    let mut screen = Screen::housing();
    change(&mut screen.vault(), HOUSING, "W2209", |state| {
        state.set("wijk", None);
    });
    screen = screen.crash();
    group(&mut screen, "wijk");
    screen.press(Key::End);
    let last = headings(&screen).pop().unwrap();
    assert_eq!(last, "Wijk Onbekend, 1");
    assert!(screen.selected_row().unwrap().starts_with("W2209"));
}

#[test]
fn a_case_that_is_opened_by_name_is_shown_though_its_group_was_closed() {
    let mut screen = by("wijk");
    screen.click("Wijk Centrum, 21");
    screen.search("W2193");
    screen.press(Key::Enter);
    assert!(screen.selected_row().unwrap().starts_with("W2193"));
    assert!(!headings(&screen).is_empty(), "the headings stay");
}
