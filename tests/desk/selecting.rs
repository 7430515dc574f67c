//! The selection of a list: many cases at once, selected by keyboard and mouse, and let go.

use egui::{Key, Modifiers};

use super::support::{CTRL, Screen, text};

const SHIFT: Modifiers = Modifiers::SHIFT;

/// The numbers of the cases in view that are selected.
fn selected(screen: &Screen) -> Vec<String> {
    let mark = format!(", {}", text("list-selected-one"));
    let rows = screen.rows().into_iter();
    let marked = rows.filter(|row| row.ends_with(&mark));
    let number = |row: String| row.split(',').next().unwrap().to_owned();
    marked.map(number).collect()
}

#[test]
fn shift_and_an_arrow_select_a_range_that_shrinks_as_it_grew() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    assert!(
        !screen.shows_part("gekozen"),
        "one case is no selection yet"
    );
    screen.press_with(SHIFT, Key::ArrowDown);
    screen.press_with(SHIFT, Key::ArrowDown);
    screen.expect("3 gekozen");
    assert_eq!(selected(&screen), ["W2209", "W2208", "W2207"]);
    screen.press_with(SHIFT, Key::ArrowUp);
    screen.expect("2 gekozen");
    screen.press_with(SHIFT, Key::End);
    screen.expect("142 gekozen");
    screen.press_with(SHIFT, Key::Home);
    screen.expect("1 gekozen");
}

#[test]
fn the_space_bar_selects_single_cases_and_moving_keeps_the_selection() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.space();
    screen.press_times(Key::ArrowDown, 2);
    screen.space();
    screen.expect("2 gekozen");
    assert_eq!(selected(&screen), ["W2209", "W2207"]);
    screen.space();
    screen.expect("1 gekozen");
    // A new range begins where the keyboard is, and adds to the selection.
    screen.press_with(SHIFT, Key::ArrowDown);
    assert_eq!(selected(&screen), ["W2209", "W2207", "W2206"]);
}

#[test]
fn one_key_selects_everything_that_is_shown_and_escape_clears_the_selection_first() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL, Key::A);
    screen.expect("142 gekozen");
    screen.press(Key::Escape);
    assert!(!screen.shows_part("gekozen"));
    assert_eq!(screen.selected_row().unwrap()[..5], *"W2209");
    screen.press(Key::Escape);
    assert_eq!(screen.selected_row(), None, "then the case");
}

#[test]
fn a_click_with_ctrl_adds_a_case_and_one_with_shift_a_range() {
    let mut screen = Screen::housing();
    let row = |screen: &Screen, at: usize| screen.rows()[at].clone();
    let name = row(&screen, 1);
    screen.click(&name);
    let name = row(&screen, 3);
    screen.click_with(CTRL, &name);
    screen.expect("2 gekozen");
    let name = row(&screen, 6);
    screen.click_with(SHIFT, &name);
    assert_eq!(
        selected(&screen),
        ["W2208", "W2206", "W2205", "W2204", "W2200"]
    );
    screen.click(&text("list-selected-none"));
    assert!(!screen.shows_part("gekozen"));
}

#[test]
fn in_a_small_window_the_list_stays_while_there_is_a_selection() {
    let mut screen = Screen::housing();
    screen.harness.set_size(egui::vec2(960.0, 600.0));
    screen.settle();
    screen.press_with(SHIFT, Key::ArrowDown);
    screen.press_with(SHIFT, Key::ArrowDown);
    assert_eq!(selected(&screen), ["W2209", "W2208"]);
    screen.press(Key::Escape);
    assert!(screen.rows().is_empty(), "now the case covers the list");
}

#[test]
fn what_a_filter_takes_from_the_list_is_no_longer_selected() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::A);
    screen.click(&text("filter"));
    screen.click("Wijk Meerzicht");
    screen.press(Key::Escape);
    screen.expect("31 gekozen");
}

#[test]
fn a_meeting_is_about_the_selected_cases() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.press_with(SHIFT, Key::ArrowDown);
    screen.press_with(CTRL, Key::O);
    screen.expect_part("0 van 2 besproken");
}
