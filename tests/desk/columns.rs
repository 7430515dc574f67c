//! The columns of a list are chosen and ordered by keyboard.

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::support::{CTRL, Screen, text};

const CTRL_SHIFT: Modifiers = CTRL.plus(Modifiers::SHIFT);

fn heads(screen: &Screen) -> Vec<String> {
    screen.all(Role::ColumnHeader)
}

#[test]
fn a_column_is_added_moved_and_everything_put_back() {
    let mut screen = Screen::housing();
    let standard = heads(&screen);
    screen.press_with(CTRL_SHIFT, Key::K);
    let columns = screen.all(Role::ListBoxOption);
    let at = columns.iter().position(|label| label == "Kanaal");
    screen.press_times(Key::ArrowDown, at.unwrap());
    screen.press(Key::Space);
    screen.press_with(Modifiers::ALT, Key::ArrowUp);
    screen.press(Key::Escape);
    let added = heads(&screen);
    assert_eq!(added.len(), standard.len() + 1, "{added:?}");
    assert_eq!(added[added.len() - 2], "Kanaal", "{added:?}");
    screen.press_with(CTRL_SHIFT, Key::K);
    screen.click(&text("columns-standard"));
    screen.press(Key::Escape);
    assert_eq!(heads(&screen), standard);
}

#[test]
fn the_last_column_stays_and_says_how_sensitive_it_is() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL_SHIFT, Key::K);
    for _ in 0..12 {
        screen.press(Key::Space);
    }
    screen.press(Key::Escape);
    assert!(!heads(&screen).is_empty());
}
