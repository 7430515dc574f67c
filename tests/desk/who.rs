//! Who the user is: asked once without holding anything up, shown, and the name on what is recorded; and how large
//! everything is drawn.

use egui::Key;

use super::finding::is_dark;
use super::support::{CTRL, HOUSING, Screen, bring_in, text};
use super::timeline::{case, open};

fn foot(name: &str) -> String {
    format!("{name}, instellingen en hulp")
}

/// The housing cases, for somebody who never said who he is.
fn stranger() -> Screen {
    Screen::for_a_stranger(|vault| bring_in(vault, HOUSING, "woonoverlast-2024.csv"))
}

#[test]
fn who_the_user_is_is_asked_once_and_holds_nothing_up() {
    let mut screen = stranger();
    screen.expect(&text("who-title"));
    let list = screen.focused();
    assert_eq!(list.as_deref(), Some("Woonoverlast, 142 rijen"));
    assert_eq!(
        screen.value("Naam"),
        "testpersoon",
        "as the system knows him"
    );
    screen.tab_to("Naam");
    screen.overwrite("Anna de Voorbeeld");
    assert_eq!(screen.value("Initialen"), "AV");
    screen.press(Key::Enter);
    assert!(!screen.shows(&text("who-title")));
    screen.find(&foot("Anna de Voorbeeld"));
}

#[test]
fn the_name_stands_with_what_is_recorded_from_then_on_and_finds_the_own_cases() {
    let mut screen = stranger();
    screen.tab_to("Naam");
    screen.overwrite("Anna de Voorbeeld");
    screen.press(Key::Enter);
    open(&mut screen, "W2209");
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Behandelaar");
    screen.overwrite("Anna de Voorbeeld");
    screen.press_with(CTRL, Key::Enter);
    let stored = case(&screen.vault(), HOUSING, "W2209");
    let vault = screen.vault();
    let history = vault.store(HOUSING).unwrap().history(stored.key).unwrap();
    assert_eq!(history[0].actor, "Anna de Voorbeeld");
    screen.search("van mij");
    screen.press(Key::Enter);
    assert_eq!(screen.rows().len(), 1, "{:?}", screen.rows());
    assert!(screen.rows()[0].starts_with("W2209"));
}

#[test]
fn the_name_is_changed_in_a_dialog_and_drafts_stay_the_users_own() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::N);
    screen.write("2712ab");
    screen.pause();
    screen.press(Key::Escape);
    assert_eq!(screen.drafts().len(), 1);
    screen.search("wie ben ik");
    screen.press(Key::Enter);
    screen.overwrite("");
    screen.press(Key::Enter);
    screen.expect(&text("who-name-missing"));
    screen.overwrite("B. Verzonnen");
    screen.press(Key::Enter);
    screen.find(&foot("B. Verzonnen"));
    assert_eq!(screen.drafts().len(), 1, "still the draft of this user");
    screen.press_with(CTRL, Key::K);
    screen.expect(&text("search-drafts"));
}

#[test]
fn everything_is_drawn_larger_and_smaller_in_steps_and_in_the_colours_that_are_chosen() {
    let mut screen = Screen::housing();
    let size = |screen: &Screen| (screen.harness.ctx.zoom_factor() * 100.0).round();
    screen.press_with(CTRL, Key::Plus);
    assert_eq!(size(&screen), 110.0);
    screen.press_with(CTRL, Key::Minus);
    screen.press_with(CTRL, Key::Minus);
    assert_eq!(size(&screen), 90.0);
    screen.press_with(CTRL, Key::Num0);
    assert_eq!(size(&screen), 100.0);
    screen.search("weergave van het scherm");
    screen.press(Key::Enter);
    screen.click("150%");
    assert_eq!(size(&screen), 150.0);
    screen.click(&text("theme-dark"));
    assert!(is_dark(&screen));
    screen.press(Key::Escape);
    assert!(!screen.shows(&text("appearance-title")));
}

#[test]
fn everything_stands_closer_together_where_that_is_chosen() {
    let mut screen = Screen::housing();
    let height = |screen: &Screen, name: &str| screen.find(name).rect().height();
    let row = screen.rows()[0].clone();
    let roomy = height(&screen, &row);
    screen.search("weergave van het scherm");
    screen.press(Key::Enter);
    screen.click(&text("density-compact"));
    screen.press(Key::Escape);
    assert!(height(&screen, &row) < roomy * 0.9, "the rows of a list");
    screen.press_with(CTRL, Key::N);
    let field = height(&screen, "Huisnummer");
    screen.press(Key::Escape);
    screen.search("weergave van het scherm");
    screen.press(Key::Enter);
    screen.click(&text("density-roomy"));
    screen.press(Key::Escape);
    assert_eq!(height(&screen, &row), roomy);
    screen.press_with(CTRL, Key::N);
    assert!(
        field < height(&screen, "Huisnummer") * 0.9,
        "the fields of a form"
    );
}
