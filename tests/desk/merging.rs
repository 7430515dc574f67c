//! Two cases that turn out to be one are merged by keyboard alone, and brought back with one key.

use egui::Key;
use peildatum::register::Withdrawn;

use super::support::{CTRL, HOUSING, Screen, change, text};

/// The merge of W2208 into W2209, shown and not done.
fn shown() -> Screen {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.search("Samenvoegen");
    screen.press(Key::Enter);
    screen.write("W2208");
    screen.press(Key::Enter);
    screen.expect("W2208 wordt samengevoegd met W2209.");
    screen
}

fn withdrawn(screen: &Screen) -> Vec<String> {
    let cases = screen.stored(HOUSING).into_iter();
    let merged =
        cases.filter(|case| matches!(case.state.withdrawn, Some(Withdrawn::MergedInto(_))));
    merged.map(|case| case.number).collect()
}

#[test]
fn what_becomes_of_two_cases_is_shown_then_done_and_undone() {
    let mut screen = shown();
    screen.expect(&text("merge-kept"));
    assert!(withdrawn(&screen).is_empty(), "looking changes nothing");
    screen.press(Key::Enter);
    screen.expect("W2208 is samengevoegd met W2209");
    assert_eq!(withdrawn(&screen), ["W2208"]);
    screen.expect_part("W2208 is hierin samengevoegd");
    screen.expect("141 lopende casussen");
    // Whoever knows the other number finds the one case.
    screen.search("W2208");
    screen.expect_part("W2209");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::Z);
    screen.expect("Ongedaan gemaakt: W2208 is samengevoegd met W2209");
    assert!(withdrawn(&screen).is_empty());
    screen.expect("142 lopende casussen");
}

#[test]
fn the_other_one_may_remain_and_nothing_need_be_done() {
    let mut screen = shown();
    screen.click("W2208 laten blijven");
    screen.expect("W2209 wordt samengevoegd met W2208.");
    screen.press(Key::Escape);
    assert!(!screen.shows_part("wordt samengevoegd"));
    assert!(withdrawn(&screen).is_empty());
}

#[test]
fn what_changed_since_it_was_shown_is_shown_again() {
    let mut screen = shown();
    change(&mut screen.vault(), HOUSING, "W2208", |state| {
        let owner = "Carla Verzonnen".to_owned();
        state.set("behandelaar", Some(peildatum::register::Value::Text(owner)));
    });
    screen.press(Key::Enter);
    screen.expect(&text("merge-changed"));
    screen.expect_part("Carla Verzonnen");
    assert!(withdrawn(&screen).is_empty());
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(withdrawn(&screen), ["W2208"]);
}

#[test]
fn the_timeline_offers_to_undo_what_stands_in_it() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Behandelaar");
    screen.write("Anna Verzonnen");
    screen.press_with(CTRL, Key::Enter);
    screen.press(Key::F6);
    screen.press(Key::Delete);
    screen.expect_part("Ongedaan gemaakt");
    let cases = screen.stored(HOUSING).into_iter();
    let mut cases = cases.filter(|case| case.number == "W2209");
    let owner = cases
        .next()
        .unwrap()
        .state
        .values
        .get("behandelaar")
        .cloned();
    assert_eq!(owner, None);
}
