//! What follows from a birth date: filled in where that is typed, and told where somebody says otherwise.

use egui::Key;
use peildatum::register::Value;

use super::links::{BANS, new};
use super::support::{CTRL, Screen, text};
use super::timeline::{choice, open, words};

const MINOR: &str = "Minderjarig bij oplegging";
const OTHERWISE: &str = "Volgens de geboortedatum 16 jaar op 03-11-2025.";

/// The only ban, imposed on 3 November 2025.
fn with_a_ban(born: &str) -> Screen {
    let born = Value::Date(born.parse().unwrap());
    let mut screen = Screen::filled(|vault| {
        new(vault, BANS, "GV-1", |state| {
            state.set("persoon", Some(words("A. Bedacht")));
            state.set("geboortedatum", Some(born));
            state.set("grondslag", Some(choice("gemeentewet-172a")));
            state.set("wijk", Some(choice("centrum")));
        });
    });
    open(&mut screen, "GV-1");
    screen
}

fn minor(screen: &Screen) -> Option<Value> {
    let case = screen.stored(BANS).remove(0);
    case.state.values.get("minderjarig").cloned()
}

#[test]
fn whether_somebody_is_a_minor_is_stored_without_being_typed() {
    assert_eq!(minor(&with_a_ban("2009-05-03")), Some(Value::YesNo(true)));
    assert_eq!(minor(&with_a_ban("1990-05-03")), Some(Value::YesNo(false)));
}

#[test]
fn the_form_follows_the_birth_date_and_says_where_something_else_is_chosen() {
    let mut screen = with_a_ban("1990-05-03");
    screen.press_with(CTRL, Key::E);
    assert_eq!(screen.value(MINOR), text("no"));
    screen.tab_to("Geboortedatum");
    screen.overwrite("03-05-2009");
    assert_eq!(screen.value(MINOR), text("yes"));
    screen.tab_to(MINOR);
    screen.letter('n');
    assert_eq!(screen.value(MINOR), text("no"));
    screen.expect(OTHERWISE);
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(
        minor(&screen),
        Some(Value::YesNo(false)),
        "nobody is overruled"
    );
    screen.expect(OTHERWISE);
    // Chosen as the birth date says, it follows again.
    screen.press_with(CTRL, Key::E);
    screen.tab_to(MINOR);
    screen.letter('j');
    assert!(!screen.shows(OTHERWISE));
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(minor(&screen), Some(Value::YesNo(true)));
    assert!(!screen.shows(OTHERWISE));
}
