//! The first screen: a new vault, one that exists, or a look around.

use std::fs;

use egui::Key;
use peildatum::language::Language;
use peildatum::store::{Vault, VaultLock};

use super::support::{HOUSING, Screen, bring_in, clock, now, text};

/// Types a folder in its field, as a user would: to the field, everything selected, the new text.
fn type_folder(screen: &mut Screen, folder: &str) {
    screen.tab_to("Map");
    screen.overwrite(folder);
}

#[test]
fn a_new_vault_is_made_in_the_folder_that_is_typed_without_a_mouse() {
    let mut screen = Screen::first();
    let folder = screen.vault_folder();
    type_folder(&mut screen, &folder.display().to_string());
    screen.expect(&text("first-screen-is-new"));
    assert!(!Vault::exists(&folder), "typing alone makes nothing");
    screen.tab_to(&text("first-screen-create"));
    screen.press(Key::Enter);
    assert!(Vault::exists(&folder));
    screen.expect("Hier komen uw casussen");
    screen.expect("Kluis: kluis");
}

#[test]
fn a_folder_with_a_vault_offers_to_open_it_and_never_to_make_one() {
    let mut screen = Screen::first();
    let folder = screen.vault_folder();
    let mut vault = Vault::create(&folder, now()).unwrap();
    bring_in(&mut vault, HOUSING, "woonoverlast-2024.csv");
    drop(vault);
    type_folder(&mut screen, &folder.display().to_string());
    screen.expect(&text("first-screen-exists"));
    assert!(!screen.shows(&text("first-screen-create")));
    screen.tab_to(&text("first-screen-open"));
    screen.press(Key::Enter);
    screen.expect("142 lopende casussen");
}

#[test]
fn a_folder_that_cannot_be_a_vault_gives_a_sentence_and_keeps_what_was_typed() {
    let mut screen = Screen::first();
    let folder = screen.folder.path().join("vol");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("vakantiefoto.jpg"), "geen foto").unwrap();
    let typed = folder.display().to_string();
    type_folder(&mut screen, &typed);
    screen.click(&text("first-screen-create"));
    screen.expect_part("vakantiefoto.jpg");
    screen.expect_part("Kies een lege map.");
    assert_eq!(screen.value("Map"), typed);
    assert!(!Vault::exists(&folder));
}

#[test]
fn without_a_folder_there_is_nothing_to_press() {
    let mut screen = Screen::first();
    type_folder(&mut screen, "   ");
    screen.click(&text("first-screen-create"));
    screen.expect(&text("first-screen"));
    assert!(!screen.shows_part("kan niet worden"));
}

#[test]
fn a_vault_that_was_open_last_and_is_gone_leads_back_to_the_first_screen() {
    let screen = Screen::last_open("weg");
    screen.expect(&text("first-screen"));
    screen.expect_part("staat geen kluis van Peildatum");
    assert!(
        screen.value("Map").ends_with("weg"),
        "it is named, so that it can be found"
    );
}

#[test]
fn the_address_of_a_server_is_refused_as_typed_and_as_it_was_open_last() {
    let mut screen = Screen::last_open("postgres://server/kluis");
    screen.expect_part("het adres van een server");
    let address = screen.folder.path().join("mysql://server/kluis");
    type_folder(&mut screen, &address.display().to_string());
    screen.click(&text("first-screen-create"));
    screen.expect_part("mysql://…");
    assert_eq!(fs::read_dir(screen.folder.path()).unwrap().count(), 0);
}

#[test]
fn a_vault_that_somebody_else_has_alone_is_waited_for_and_the_screen_says_so() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("kluis");
    drop(Vault::create(&folder, now()).unwrap());
    let alone = VaultLock::exclusive(&folder).unwrap();
    let mut screen = Screen::opening(place, folder, clock());
    let waits = text("store-opening-waits");
    screen.wait_until("it says that it waits", |screen| screen.shows(&waits));
    drop(alone);
    screen.wait_until("the vault is open", |screen| {
        screen.shows_part("0 lopende casussen")
    });
    assert!(!screen.shows(&waits));
}

#[test]
fn a_vault_of_which_the_making_was_interrupted_can_be_made() {
    let mut screen = Screen::first();
    let folder = screen.vault_folder();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("gedeeld.db"), "").unwrap();
    type_folder(&mut screen, &folder.display().to_string());
    screen.click(&text("first-screen-create"));
    screen.expect("Hier komen uw casussen");
}

#[test]
fn another_vault_is_a_command_away_and_the_open_one_is_offered_again() {
    let mut screen = Screen::housing();
    screen.search("andere");
    screen.press(Key::Enter);
    screen.expect(&text("first-screen"));
    screen.click(&text("first-screen-open"));
    screen.expect("142 lopende casussen");
}

#[test]
fn the_first_screen_speaks_english_when_asked() {
    let mut screen = Screen::first();
    screen.click(&text("command-language"));
    screen.expect(&Language::English.text("first-screen"));
    screen.click(&Language::English.text("command-language"));
    screen.expect(&text("first-screen"));
}

/// The vault of the look around is made where this user keeps vaults; that place is told to a program by its
/// environment, and the environment of a running test cannot be changed: the test runs itself again in another one.
#[cfg(unix)]
#[test]
fn a_look_around_needs_nothing_but_one_press() {
    const INNER: &str = "PEILDATUM_LOOKS_AROUND";
    if std::env::var_os(INNER).is_none() {
        let home = tempfile::tempdir().unwrap();
        let name = "first_screen::a_look_around_needs_nothing_but_one_press";
        let run = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture"])
            .env(INNER, "1")
            .env("HOME", home.path())
            .env("XDG_DATA_HOME", home.path())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{told}");
        assert!(
            String::from_utf8_lossy(&run.stdout).contains("1 passed"),
            "{told}"
        );
        return;
    }
    let mut screen = Screen::first();
    screen.tab_to(&text("first-screen-look-around"));
    screen.press(Key::Enter);
    screen.expect("Kluis: demo");
    assert!(screen.rows().len() > 10, "there are cases to look at");
    screen.search("andere");
    screen.press(Key::Enter);
    screen.click(&text("first-screen-look-around"));
    screen.expect("Kluis: demo-2");
}
