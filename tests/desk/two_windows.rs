//! Two windows on one vault: each sees what the other stores, and neither loses what is typed in it.

use egui::Key;
use peildatum::register::Value;

use super::support::{CTRL, HOUSING, Screen, change, text};

fn named(name: &str) -> Option<Value> {
    Some(Value::Text(name.to_owned()))
}

/// Two windows, both with the newest running case selected.
fn two() -> (Screen, Screen) {
    let mut mine = Screen::housing();
    mine.press(Key::ArrowDown);
    let mut theirs = mine.beside();
    theirs.press(Key::ArrowDown);
    theirs.wait_until("the case is shown", |screen| screen.shows_part("W2209"));
    (mine, theirs)
}

#[test]
fn what_is_stored_in_one_window_is_seen_in_the_list_and_the_case_of_the_other() {
    let (mut mine, mut theirs) = two();
    mine.press_with(CTRL, Key::E);
    mine.tab_to("Behandelaar");
    mine.write("Anna Verzonnen");
    mine.press_with(CTRL, Key::Enter);
    mine.expect("W2209 is opgeslagen");
    theirs.wait_until("the owner is shown", |screen| {
        screen.shows_part("Anna Verzonnen")
    });
    mine.press_with(CTRL, Key::Z);
    theirs.wait_until("the undoing is told", |screen| {
        screen.shows_part(&text("undo-reason"))
    });
}

#[test]
fn a_form_in_which_nothing_is_typed_follows_the_case() {
    let (mine, mut theirs) = two();
    theirs.harness.key_press_modifiers(CTRL, Key::E);
    theirs.wait_until("the form is open", |screen| {
        screen.shows_part("W2209 bewerken")
    });
    change(&mut mine.vault(), HOUSING, "W2209", |state| {
        state.set("behandelaar", named("Anna Verzonnen"));
    });
    theirs.wait_until("the form follows", |screen| {
        screen.value("Behandelaar") == "Anna Verzonnen"
    });
}
