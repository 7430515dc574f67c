//! The navigation and the case take the room that the user gives them.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2};

use super::support::{Screen, text};

/// Where the list of housing nuisance is.
fn list(screen: &Screen) -> Rect {
    screen.find("Woonoverlast, 142 rijen").rect()
}

/// Draws with the mouse from one point to another.
fn draw(screen: &mut Screen, from: Pos2, to: Pos2) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    for event in [
        Event::PointerMoved(from),
        button(from, true),
        Event::PointerMoved(to),
        button(to, false),
    ] {
        screen.harness.event(event);
        screen.harness.step();
    }
    screen.settle();
}

#[test]
fn by_keyboard_the_case_and_the_navigation_take_more_room_or_less() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    let usual = list(&screen);
    // A width is set in whole points, and the usual one follows from the room there is.
    let moved = |screen: &Screen| {
        let now = list(screen);
        let by = [now.left() - usual.left(), now.right() - usual.right()];
        by.map(|by| by.round() as i32)
    };
    screen.press(Key::F8);
    assert_eq!(moved(&screen), [0, -24], "a wider case");
    screen.press_with(Modifiers::SHIFT, Key::F8);
    assert_eq!(moved(&screen), [0, 0]);
    screen.press_with(Modifiers::SHIFT, Key::F8);
    assert_eq!(moved(&screen), [0, 24], "a narrower case");
    screen.press(Key::F7);
    assert_eq!(moved(&screen), [24, 24], "a wider navigation");
    screen.press_with(Modifiers::SHIFT, Key::F7);
    assert_eq!(moved(&screen), [0, 24]);
    // However often: the list keeps room to be read in.
    screen.press_times(Key::F8, 40);
    assert!(list(&screen).width() > 250.0, "{}", list(&screen));
    screen.search(&text("command-usual-panels"));
    screen.press(Key::Enter);
    assert_eq!(list(&screen), usual);
}

#[test]
fn the_line_beside_a_panel_is_drawn_with_the_mouse() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    let usual = list(&screen);
    let line = screen.find(&text("panel-case")).rect().center();
    draw(&mut screen, line, line - egui::vec2(60.0, 0.0));
    let drawn = usual.right() - list(&screen).right();
    assert!((drawn - 60.0).abs() < 2.0, "{drawn}");
    let line = screen.find(&text("panel-navigation")).rect().center();
    draw(&mut screen, line, pos2(line.x + 40.0, line.y));
    let drawn = list(&screen).left() - usual.left();
    assert!((drawn - 40.0).abs() < 2.0, "{drawn}");
}

#[test]
fn a_column_stays_as_wide_as_it_was_drawn_whatever_is_listed_then() {
    let mut screen = Screen::housing();
    let column = |screen: &Screen| screen.find(&text("number")).rect();
    let usual = column(&screen);
    // The line has room of its own beside the heading.
    let line = pos2(usual.right() + 4.0, usual.center().y);
    draw(&mut screen, line, pos2(line.x + 40.0, line.y));
    assert_eq!(column(&screen).width(), usual.width() + 40.0);
    // A case that is searched for is shown in a list of its own.
    let number = screen.stored("woonoverlast")[0].number.clone();
    screen.search(&number);
    screen.press(Key::Enter);
    screen.press(Key::Escape);
    assert_eq!(column(&screen).width(), usual.width() + 40.0);
}
