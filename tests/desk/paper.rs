//! A case and a meeting on paper: what is shared, as what file, and where.

use std::path::PathBuf;
use std::sync::atomic::Ordering::Relaxed;

use egui::Key;
use peildatum::store::Vault;

use super::support::{CTRL, HOUSING, Screen, text};
use super::work::{add, words};

fn a_case(vault: &mut Vault) {
    let values = [
        ("behandelaar", words("Verzonnen Collega")),
        ("melder", words("Meneer Verzonnen")),
    ];
    add(vault, HOUSING, "P1", "2025-11-12", &values);
}

fn with_a_case() -> Screen {
    let mut screen = Screen::filled(a_case);
    screen.press(Key::ArrowDown);
    screen
}

/// Types the name of the file to make.
fn to(screen: &mut Screen, name: &str) -> PathBuf {
    let path = screen.folder.path().join(name);
    screen.tab_to("Bestand");
    screen.overwrite(&path.display().to_string());
    path
}

#[test]
fn a_summary_holds_only_what_may_be_shared_unless_somebody_says_otherwise() {
    let mut screen = with_a_case();
    screen.press_with(CTRL, Key::P);
    screen.expect("Samenvatting van P1");
    let path = to(&mut screen, "P1.html");
    screen.press(Key::Enter);
    screen.expect_part("Document gemaakt");
    screen.expect(&text("paper-open"));
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("P1") && !page.contains("Meneer Verzonnen"));

    screen.press_with(CTRL, Key::P);
    screen.letter('a');
    screen.expect(&text("paper-everything-warning"));
    let path = to(&mut screen, "alles.html");
    screen.press(Key::Enter);
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("Meneer Verzonnen"));
}

#[test]
fn a_file_that_is_there_goes_only_when_that_is_asked_twice() {
    let mut screen = with_a_case();
    let path = screen.folder.path().join("P1.docx");
    std::fs::write(&path, "oud").unwrap();
    screen.press_with(CTRL, Key::P);
    to(&mut screen, "P1.docx");
    screen.press(Key::Enter);
    screen.expect_part("bestaat al");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "oud");
    screen.expect(&text("paper-replace"));
    screen.press(Key::Enter);
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    assert!(!screen.shows("Samenvatting van P1"));
}

#[test]
fn the_minutes_of_a_meeting_hold_what_was_decided() {
    let mut screen = with_a_case();
    screen.press_with(CTRL, Key::O);
    screen.write_freely("Dossier afschalen (verzonnen)");
    screen.press_with(CTRL, Key::Enter);
    screen.press_with(CTRL, Key::P);
    screen.expect(&text("paper-of-meeting"));
    assert_eq!(screen.value("Wat"), text("paper-as-minutes"));
    let path = to(&mut screen, "verslag.html");
    screen.press(Key::Enter);
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("Dossier afschalen (verzonnen)"));
}

#[test]
fn minutes_that_are_made_the_next_day_are_of_the_day_of_the_meeting() {
    let (mut screen, minutes) = Screen::passing(a_case);
    screen.press_with(CTRL, Key::O);
    screen.write_freely("Dossier afschalen (verzonnen)");
    screen.press_with(CTRL, Key::Enter);
    minutes.store(24 * 60, Relaxed);
    screen.settle();
    screen.press_with(CTRL, Key::P);
    let offered = screen.value("Bestand");
    assert!(offered.contains("21-11-2025"), "{offered}");
    let path = to(&mut screen, "verslag.html");
    screen.press(Key::Enter);
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("Dossier afschalen (verzonnen)"), "{page}");
}
