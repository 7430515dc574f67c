//! Where a vault is, and what is said when there is none.

use std::fs;

use crate::support::{HOUSING, Place, program, said};

#[test]
fn without_a_vault_every_command_says_where_it_looked_and_how_to_make_one() {
    let place = Place::empty();
    let vault = place.vault();
    let vault = vault.to_str().unwrap();
    for arguments in [
        &["table", HOUSING][..],
        &["balance", HOUSING],
        &["series", HOUSING, "--from", "2024", "--to", "2024"],
        &["cases", HOUSING],
        &["import", HOUSING, "x.csv"],
    ] {
        let sentence = place.refused(arguments);
        assert!(sentence.contains(vault), "{sentence}");
        assert!(sentence.contains("peildatum --vault"), "{sentence}");
        assert!(sentence.contains("init"), "{sentence}");
    }
    assert!(!place.vault().exists(), "looking makes nothing");
}

#[test]
fn without_a_name_the_vault_is_in_the_folder_of_the_user() {
    let home = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| said(program(home.path()).args(arguments));
    let nowhere = run(&["table", HOUSING]);
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("kluis"), "{}", nowhere.err);
    let made = run(&["init"]);
    assert_eq!(made.code, 0);
    let folder = made.out.trim().rsplit_once(": ").unwrap().1;
    assert!(
        folder.starts_with(home.path().to_str().unwrap()),
        "{folder}"
    );
    assert!(folder.ends_with("kluis"), "{folder}");
    assert_eq!(run(&["table", HOUSING]).code, 0);
    assert_eq!(run(&["init"]).code, 2, "a vault is never made twice");
    // Every demo without a name is a new one beside it.
    let demo = |expected: &str| {
        let made = run(&["demo", "--no-window", "--cases", "2"]);
        assert_eq!(made.code, 0, "{}", made.err);
        let first = made.out.lines().next().unwrap();
        assert!(first.ends_with(expected), "{first}");
    };
    for name in ["demo", "demo-2", "demo-3"] {
        demo(&format!("{}{name}", std::path::MAIN_SEPARATOR));
    }
}

#[test]
fn the_vault_and_the_language_may_be_named_before_or_after_the_command() {
    let place = Place::with(&[HOUSING]);
    let vault = place.vault();
    let vault = vault.to_str().unwrap();
    let table = ["table", HOUSING, "--period", "2024"];
    let before = [&["--lang", "en", "--vault", vault], &table[..]].concat();
    let after = [&table[..], &["--vault", vault, "--lang=en"]].concat();
    let said = |arguments: &[&str]| said(program(place.folder.path()).args(arguments));
    let (before, after) = (said(&before), said(&after));
    assert_eq!((before.code, after.code), (0, 0));
    assert_eq!(before.out, after.out);
    assert!(before.out.contains("District"), "{}", before.out);
}

#[test]
fn a_new_vault_never_takes_the_place_of_something_else() {
    let place = Place::with(&[HOUSING]);
    for command in [&["init"][..], &["demo", "--no-window"]] {
        let sentence = place.refused(command);
        assert!(sentence.contains("staan al gegevens"), "{sentence}");
    }
    assert_eq!(place.count(HOUSING), 210);
    let other = Place::empty();
    fs::create_dir(other.vault()).unwrap();
    fs::write(other.vault().join("brief.txt"), "Beste").unwrap();
    let sentence = other.refused(&["init"]);
    assert!(sentence.contains("brief.txt"), "{sentence}");
}
