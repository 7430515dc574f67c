//! Backups in the window: made, tried, put back by somebody who knows only what the screen says.

use std::fs;

use egui::Key;
use peildatum::store::{BackupKind, Backups, Vault};
use tempfile::tempdir;

use super::support::{HOUSING, Screen, bring_in, change, clock, now, text};

fn open(screen: &mut Screen) {
    screen.search("terugzetten");
    screen.press(Key::Enter);
    screen.expect(&text("backups-title"));
}

#[test]
fn a_backup_is_made_and_tried_by_keyboard() {
    let mut screen = Screen::housing();
    open(&mut screen);
    screen.expect(&text("backup-no-backups"));
    assert_eq!(screen.focused(), Some(text("backups-make")));
    screen.press(Key::Enter);
    screen.expect_part("De reservekopie van 21-11-2025 10:30 is gemaakt en gecontroleerd.");
    screen.expect("210 zaken");
    screen.tab_to("Proberen 21-11-2025 10:30");
    screen.press(Key::Enter);
    screen.expect_part("is goed: zij is gecontroleerd en geopend, met 210 zaken.");
    screen.expect("Laatst geprobeerd of teruggezet: 21-11-2025 10:30.");
    screen.press(Key::Escape);
    assert!(!screen.shows(&text("backups-title")));
}

#[test]
fn a_backup_comes_back_and_what_stood_there_is_one_too() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        let backups = Backups::of(vault.folder());
        let yesterday = now() - chrono::Duration::days(1);
        backups.make(BackupKind::Daily, yesterday).unwrap();
        change(vault, HOUSING, "W2000", |state| state.values.clear());
    });
    open(&mut screen);
    screen.tab_to("Terugzetten… 20-11-2025 10:30");
    screen.press(Key::Enter);
    screen.expect("Reservekopie van 20-11-2025 10:30 terugzetten");
    screen.expect_part("van gisteren");
    screen.expect_part("1 zaak wordt weer zoals zij toen was (W2000)");
    assert_eq!(screen.focused(), Some(text("restore-cancel")));
    // Escape leads back to the list, and Enter on what has the keyboard changes nothing either.
    screen.press(Key::Escape);
    screen.expect(&text("backups-title"));
    screen.tab_to("Terugzetten… 20-11-2025 10:30");
    screen.press(Key::Enter);
    screen.tab_to(&text("restore-now"));
    screen.press(Key::Enter);
    screen.expect_part("De reservekopie is teruggezet. Wat er stond, is bewaard als reservekopie");
    assert!(!screen.shows(&text("backups-title")));
    let case = |screen: &Screen| {
        let vault = Vault::open(&screen.vault_folder(), now()).unwrap();
        let store = vault.store(HOUSING).unwrap();
        store.case_by_number(HOUSING, "W2000").unwrap().unwrap()
    };
    assert!(!case(&screen).state.values.is_empty());
    // The way back to how it was before.
    open(&mut screen);
    screen.expect(&text("backup-before-restore"));
    screen.tab_to("Terugzetten… 21-11-2025 10:30");
    screen.press(Key::Enter);
    screen.tab_to(&text("restore-now"));
    screen.press(Key::Enter);
    assert!(case(&screen).state.values.is_empty());
}

#[test]
fn what_is_being_typed_is_still_there_after_a_backup_was_put_back() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        let backups = Backups::of(vault.folder());
        backups.make(BackupKind::Manual, now()).unwrap();
        change(vault, HOUSING, "W2000", |state| state.values.clear());
    });
    screen.press_with(super::support::CTRL, Key::N);
    screen.write("2711 AB");
    open(&mut screen);
    screen.tab_to("Terugzetten… 21-11-2025 10:30");
    screen.press(Key::Enter);
    screen.tab_to(&text("restore-now"));
    screen.press(Key::Enter);
    screen.expect_part("De reservekopie is teruggezet.");
    let drafts = screen.drafts();
    assert!(drafts.iter().any(|draft| draft.content.contains("2711 AB")));
}

#[test]
fn a_damaged_file_leads_to_its_backup_and_the_others_stay_as_they_are() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        let backups = Backups::of(vault.folder());
        backups.make(BackupKind::Daily, now()).unwrap();
        change(vault, HOUSING, "W2000", |state| state.values.clear());
        let file = vault.folder().join("jeugd.db");
        fs::remove_file(&file).unwrap();
        fs::write(&file, "geen zaken meer".repeat(600)).unwrap();
    });
    // The button in the banner.
    screen.tab_to(&text("command-backups"));
    screen.press(Key::Enter);
    screen.tab_to("Terugzetten… 21-11-2025 10:30");
    screen.press(Key::Enter);
    screen.expect_part("De kopie komt in de plaats van een bestand dat niet te lezen is.");
    assert!(!screen.shows_part("W2000"));
    screen.tab_to(&text("restore-now"));
    screen.press(Key::Enter);
    screen.expect_part("De bestanden zelf liggen in map");
    assert!(!screen.shows(&text("command-backups")));
    let vault = Vault::open(&screen.vault_folder(), now()).unwrap();
    assert!(vault.unwritable().is_empty());
    let store = vault.store(HOUSING).unwrap();
    let case = store.case_by_number(HOUSING, "W2000").unwrap().unwrap();
    assert!(case.state.values.is_empty());
}

#[test]
fn a_vault_that_does_not_open_is_put_back_from_the_first_screen() {
    let folder = tempdir().unwrap();
    let vault = folder.path().join("kluis");
    let mut made = Vault::create(&vault, now()).unwrap();
    bring_in(&mut made, HOUSING, "woonoverlast-2024.csv");
    drop(made);
    Backups::of(&vault).make(BackupKind::Daily, now()).unwrap();
    fs::write(vault.join("gedeeld.db"), "geen kluis meer".repeat(600)).unwrap();
    let mut screen = Screen::first_with(folder, vault);
    screen.tab_to(&text("command-backups"));
    screen.press(Key::Enter);
    screen.expect("210 zaken");
    screen.tab_to("Terugzetten… 21-11-2025 10:30");
    screen.press(Key::Enter);
    screen.expect_part("De kopie komt in de plaats");
    screen.tab_to(&text("restore-now"));
    screen.press(Key::Enter);
    screen.expect_part("De reservekopie is teruggezet.");
    assert_eq!(screen.stored(HOUSING).len(), 210);
}

#[test]
fn the_second_folder_is_typed_and_gets_every_backup() {
    let mut screen = Screen::housing();
    let disk = tempdir().unwrap();
    open(&mut screen);
    screen.tab_to(&text("backups-second"));
    screen.overwrite(&screen.vault_folder().join("binnen").display().to_string());
    screen.tab_to(&text("backups-second-keep"));
    screen.press(Key::Enter);
    screen.expect_part("ligt in de map van de kluis");
    screen.tab_to(&text("backups-second"));
    screen.overwrite(&disk.path().display().to_string());
    screen.tab_to(&text("backups-second-keep"));
    screen.press(Key::Enter);
    screen.tab_to(&text("backups-make"));
    screen.press(Key::Enter);
    let second = Backups::at(&screen.vault_folder(), disk.path());
    assert_eq!(second.list().unwrap().len(), 1);
}

#[test]
fn a_window_makes_the_backup_of_the_day_and_one_when_it_closes() {
    let mut screen = Screen::threaded(clock());
    let vault = screen.vault_folder();
    let kinds = move || {
        let made = Backups::of(&vault).list().unwrap().into_iter();
        made.map(|backup| backup.kind).collect::<Vec<_>>()
    };
    screen.wait_until("the backup of the day is there", |_| {
        kinds() == [BackupKind::Daily]
    });
    screen.press_with(super::support::CTRL, Key::N);
    screen.write("2711 AB");
    screen.wait_until("the draft is kept", |screen| {
        screen.shows_part("Concept bewaard")
    });
    drop(screen.harness);
    // Of a day the last one stays.
    assert_eq!(kinds(), [BackupKind::Closing]);
    drop(screen.folder);
}
