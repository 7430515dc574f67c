//! Bringing in a file: look first, then do it, without a mouse.

use std::fs;

use egui::Key;
use egui::accesskit::Role;

use super::support::{CTRL, HOUSING, Screen, data, text};

/// The import of a file, looked at and not carried out.
fn looked_at(screen: &mut Screen, path: &str) {
    screen.press_with(CTRL, Key::I);
    assert_eq!(screen.focused().as_deref(), Some("Bestand"));
    screen.write(path);
    screen.press(Key::Enter);
}

/// Two good rows with a bad one between them.
fn mixed(screen: &Screen) -> String {
    let path = screen.folder.path().join("gemengd.csv");
    let rows = "Zaaknummer;Datum melding;Wijk\n\
        X1;01-02-2024;Centrum\n\
        X2;31-02-2024;Centrum\n\
        X3;03-02-2024;Meerzicht\n";
    fs::write(&path, rows).unwrap();
    path.display().to_string()
}

#[test]
fn a_file_is_looked_at_and_brought_in_by_keyboard_alone() {
    let mut screen = Screen::empty();
    looked_at(
        &mut screen,
        &data("woonoverlast-2024.csv").display().to_string(),
    );
    screen.expect("210 rijen bekeken. Er is nog niets veranderd.");
    screen.find("210 rijen inlezen");
    assert!(screen.stored(HOUSING).is_empty(), "looking writes nothing");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 210 nieuw, 0 gewijzigd.");
    assert_eq!(screen.stored(HOUSING).len(), 210);
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(
        screen.stored(HOUSING).len(),
        210,
        "a plan is carried out once"
    );
    screen.press(Key::Escape);
    screen.expect("142 lopende casussen");
}

#[test]
fn the_same_file_again_changes_nothing() {
    let mut screen = Screen::housing();
    looked_at(
        &mut screen,
        &data("woonoverlast-2024.csv").display().to_string(),
    );
    screen.expect(&text("import-count-unchanged"));
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.stored(HOUSING).iter().all(|case| case.version == 1));
    screen.expect("210 rijen bekeken. Er is nog niets veranderd.");
}

#[test]
fn refused_rows_are_shown_with_what_is_wrong_and_the_good_ones_come_in() {
    let mut screen = Screen::empty();
    let path = mixed(&screen);
    looked_at(&mut screen, &path);
    screen.expect(&text("import-refusals"));
    let refused = screen.all(Role::Row);
    let row = refused.iter().find(|row| row.starts_with("3, ")).unwrap();
    for part in ["Datum melding", "31-02-2024", "is geen datum die bestaat"] {
        assert!(row.contains(part), "{part} is not in {row:?}");
    }
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 2 nieuw, 0 gewijzigd.");
    assert_eq!(screen.stored(HOUSING).len(), 2);
}

#[test]
fn all_or_nothing_holds_back_the_good_rows() {
    let mut screen = Screen::empty();
    let path = mixed(&screen);
    looked_at(&mut screen, &path);
    screen.tab_to(&text("import-all-or-nothing"));
    screen.space();
    assert!(screen.is_chosen(&text("import-all-or-nothing")));
    screen.tab_to("Bestand");
    screen.press(Key::Enter);
    screen.expect_part("rijen bekeken. Er is nog niets veranderd.");
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.stored(HOUSING).is_empty());
    screen.click(&text("command-import-do"));
    assert!(screen.stored(HOUSING).is_empty(), "the button knows it too");
    screen.tab_to(&text("import-all-or-nothing"));
    screen.space();
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 2);
}

#[test]
fn a_plan_is_for_the_file_it_was_made_for() {
    let mut screen = Screen::empty();
    let path = mixed(&screen);
    looked_at(&mut screen, &path);
    screen.tab_to("Bestand");
    screen.overwrite(&data("woonoverlast-2024.csv").display().to_string());
    screen.expect(&text("import-empty"));
    screen.press_with(CTRL, Key::Enter);
    screen.expect("210 rijen bekeken. Er is nog niets veranderd.");
    assert!(
        screen.stored(HOUSING).is_empty(),
        "the new file is looked at first"
    );
}

#[test]
fn a_file_that_is_not_there_or_no_table_gives_a_sentence() {
    let mut screen = Screen::empty();
    looked_at(&mut screen, "/er/is/niets.csv");
    screen.expect_part("/er/is/niets.csv bestaat niet");
    let picture = screen.folder.path().join("plaatje.xlsx");
    fs::write(&picture, b"PK\x03\x04\0\0 geen werkmap").unwrap();
    screen.tab_to("Bestand");
    screen.overwrite(&picture.display().to_string());
    screen.press(Key::Enter);
    screen.expect_part("is geen CSV of Excel");
}

#[test]
fn a_file_goes_into_the_register_that_is_open() {
    let mut screen = Screen::empty();
    screen.press_with(egui::Modifiers::ALT, Key::Num2);
    looked_at(
        &mut screen,
        &data("ondermijning-signalen-2024.csv").display().to_string(),
    );
    screen.expect("Signalen importeren");
    screen.press_with(CTRL, Key::Enter);
    screen.press(Key::Escape);
    screen.expect("177 van 177 signalen");
}

#[test]
fn a_file_that_is_dropped_on_the_window_is_looked_at() {
    let mut screen = Screen::empty();
    screen.drop_file(&data("woonoverlast-2024.csv"));
    screen.expect("210 rijen bekeken. Er is nog niets veranderd.");
    assert!(screen.stored(HOUSING).is_empty());
}
