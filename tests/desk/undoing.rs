//! Whatever was done in this window is undone with one key, step by step, and done again with another.

use egui::{Key, Modifiers};
use peildatum::register::Value;

use super::support::{CTRL, HOUSING, Screen, change, data};

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..CTRL
};

/// The list with its newest running case selected.
fn with_a_case() -> Screen {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen
}

fn value(screen: &Screen, number: &str, field: &str) -> Option<Value> {
    let mut cases = screen.stored(HOUSING).into_iter();
    let case = cases.find(|case| case.number == number).unwrap();
    case.state.values.get(field).cloned()
}

fn text(value: &str) -> Option<Value> {
    Some(Value::Text(value.to_owned()))
}

/// Gives the selected case another owner.
fn owned(screen: &mut Screen, owner: &str) {
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Behandelaar");
    screen.overwrite(owner);
    screen.press_with(CTRL, Key::Enter);
}

#[test]
fn changes_are_undone_one_after_the_other_and_done_again() {
    let mut screen = with_a_case();
    let before = value(&screen, "W2209", "behandelaar");
    owned(&mut screen, "Anna Verzonnen");
    owned(&mut screen, "Bas Verzonnen");
    screen.press_with(CTRL, Key::Z);
    screen.expect("Ongedaan gemaakt: W2209 is opgeslagen");
    assert_eq!(
        value(&screen, "W2209", "behandelaar"),
        text("Anna Verzonnen")
    );
    screen.expect_part("Anna Verzonnen");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(value(&screen, "W2209", "behandelaar"), before);
    screen.press_with(CTRL, Key::Z);
    screen.expect("In dit venster is niets gedaan dat ongedaan kan worden gemaakt.");

    screen.press_with(CTRL, Key::Y);
    screen.press_with(CTRL_SHIFT, Key::Z);
    screen.expect("Opnieuw gedaan: W2209 is opgeslagen");
    assert_eq!(
        value(&screen, "W2209", "behandelaar"),
        text("Bas Verzonnen")
    );
}

#[test]
fn a_new_case_is_taken_back_from_any_screen_and_comes_back() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::N);
    screen.write("2715 ab");
    screen.fill_required();
    screen.tab_to("Behandelaar");
    screen.overwrite("Anna Verzonnen");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("WO-2025-00001 is opgeslagen");
    screen.expect("143 lopende casussen");
    screen.press_with(CTRL, Key::G);
    screen.press_with(CTRL, Key::Z);
    screen.expect("Ongedaan gemaakt: WO-2025-00001 is opgeslagen");
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.expect("142 lopende casussen");
    screen.expect("Woonoverlast, 142 lopende casussen");
    screen.press_with(CTRL_SHIFT, Key::Z);
    screen.expect("143 lopende casussen");
}

#[test]
fn in_a_field_the_same_key_undoes_what_is_typed_there() {
    let mut screen = with_a_case();
    owned(&mut screen, "Anna Verzonnen");
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Behandelaar");
    screen.write(" van de Straat");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(
        value(&screen, "W2209", "behandelaar"),
        text("Anna Verzonnen")
    );
}

#[test]
fn what_somebody_else_changed_since_is_not_undone_and_the_screen_says_what_it_is_now() {
    let mut screen = with_a_case();
    owned(&mut screen, "Anna Verzonnen");
    change(&mut screen.vault(), HOUSING, "W2209", |state| {
        state.set("behandelaar", text("Carla Verzonnen"));
    });
    screen.press_with(CTRL, Key::Z);
    screen.expect_part("Behandelaar is nu: Carla Verzonnen (collega, 21-11-2025 10:30)");
    assert_eq!(
        value(&screen, "W2209", "behandelaar"),
        text("Carla Verzonnen")
    );
}

#[test]
fn an_import_is_undone_as_a_whole_and_brought_in_again() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::I);
    screen.write(&data("woonoverlast-2024.csv").display().to_string());
    screen.press_with(CTRL, Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 210 nieuw, 0 gewijzigd.");
    screen.press_with(CTRL, Key::Z);
    screen.expect("Ongedaan gemaakt: 210 zaken ingelezen");
    screen.expect("Deze invoer is ongedaan gemaakt. De zaken zijn weer zoals ze waren.");
    let withdrawn = |screen: &Screen| {
        let cases = screen.stored(HOUSING).into_iter();
        cases.filter(|case| case.state.withdrawn.is_some()).count()
    };
    assert_eq!(withdrawn(&screen), 210);
    screen.press_with(CTRL, Key::Y);
    assert_eq!(withdrawn(&screen), 0);
    screen.press(Key::Escape);
    screen.expect("142 lopende casussen");
}
