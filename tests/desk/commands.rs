//! Everything can be done without a mouse, and no two actions ask for the same keys.

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::support::{Screen, text};

#[test]
fn the_menu_of_a_case_opens_by_its_keys_and_by_the_mouse() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.press_with(Modifiers::SHIFT, Key::F10);
    let menu = screen.all(Role::Button);
    for action in ["command-link", "command-attach", "command-summary"] {
        assert!(menu.contains(&text(action)), "{action}: {menu:?}");
    }
    screen.press(Key::Escape);
    let row = screen.rows().remove(3);
    screen.find(&row).click_secondary();
    screen.settle();
    assert!(screen.all(Role::Button).contains(&text("command-link")));
    screen.click(&text("command-link"));
    assert!(screen.hints().contains(&text("case-picker-hint")));
}
