//! A look at a vault from outside: it changes nothing, and tells of files that nobody can open.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use peildatum::store::{FileContent, StoreError, Vault, VaultFacts, inspect_vault};
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use super::support::{CRIME, HOUSING, noon, numbered, operation, state, text};

/// A vault with two cases of housing nuisance and one of a crime.
fn vault() -> (TempDir, Vault) {
    let place = tempdir().unwrap();
    let mut vault = Vault::create(place.path(), noon()).unwrap();
    for (register, number) in [(HOUSING, "1"), (HOUSING, "2"), (CRIME, "3")] {
        let write = numbered(register, number, state(&[("behandelaar", text("Bakker"))]));
        let store = vault.store_mut(register).unwrap();
        store.record(&operation().with(write)).unwrap();
    }
    (place, vault)
}

/// Every file of a folder with what stands in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let file = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        (name, fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

fn content<'a>(facts: &'a VaultFacts, team: &str) -> &'a Result<FileContent, StoreError> {
    let file = facts.files.iter().find(|file| file.team == team);
    &file.unwrap().content
}

fn cases(facts: &VaultFacts, team: &str, register: &str) -> i64 {
    let content = content(facts, team).as_ref().unwrap();
    let mut registers = content.registers.iter();
    let found = registers.find(|found| found.register == register);
    found.map_or(0, |found| found.cases)
}

#[test]
fn a_vault_that_nobody_uses_is_the_same_afterwards() {
    let (place, vault) = vault();
    drop(vault);
    let before = files(place.path());
    let facts = inspect_vault(place.path());
    assert_eq!(files(place.path()), before);
    assert_eq!(facts.network, Some(false));
    assert_eq!(facts.definitions, Ok(18));
    assert_eq!((facts.files.len(), facts.others), (8, 0));
    assert_eq!(facts.files[0].team, "gedeeld");
    assert_eq!(cases(&facts, "woonoverlast", HOUSING), 2);
    assert_eq!(cases(&facts, "ondermijning", CRIME), 1);
    let content = content(&facts, "woonoverlast").as_ref().unwrap();
    assert_eq!(content.problems, 0);
    assert_eq!(content.version, peildatum::store::newest_version() as i64);
    let bytes = before["woonoverlast.db"].len() as i64;
    assert_eq!(content.page_size * content.pages, bytes);
}

#[test]
fn a_vault_that_is_in_use_is_looked_at_as_well_with_what_is_not_in_its_files_yet() {
    let (place, mut vault) = vault();
    let facts = inspect_vault(place.path());
    assert_eq!(cases(&facts, "woonoverlast", HOUSING), 2);
    assert!(facts.files.iter().any(|file| file.bytes_waiting > 0));
    // Its user notices nothing.
    let write = numbered(HOUSING, "4", state(&[]));
    let store = vault.store_mut(HOUSING).unwrap();
    store.record(&operation().with(write)).unwrap();
    assert_eq!(
        cases(&inspect_vault(place.path()), "woonoverlast", HOUSING),
        3
    );
}

#[test]
fn files_that_are_gone_damaged_or_of_another_version_are_told_beside_the_others() {
    let (place, vault) = vault();
    drop(vault);
    let file = |team: &str| place.path().join(format!("{team}.db"));
    fs::remove_file(file("jeugd")).unwrap();
    fs::write(
        file("zorg"),
        "no database at all, but long enough".repeat(200),
    )
    .unwrap();
    let newer = Connection::open(file("bibob")).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    fs::write(file("een kopie"), "").unwrap();
    let facts = inspect_vault(place.path());
    assert!(matches!(
        content(&facts, "jeugd"),
        Err(StoreError::FileGone { .. })
    ));
    assert!(matches!(
        content(&facts, "zorg"),
        Err(StoreError::Damaged { .. })
    ));
    assert_eq!(content(&facts, "bibob").as_ref().unwrap().version, 99);
    assert_eq!(cases(&facts, "woonoverlast", HOUSING), 2);
    assert_eq!(facts.others, 1);
}

#[test]
fn what_the_check_finds_in_a_file_that_can_be_read_is_counted() {
    let (place, vault) = vault();
    drop(vault);
    let file = place.path().join("woonoverlast.db");
    let mut bytes = fs::read(&file).unwrap();
    // The header says how many pages are free.
    bytes[36..40].copy_from_slice(&7_u32.to_be_bytes());
    fs::write(&file, bytes).unwrap();
    let facts = inspect_vault(place.path());
    let content = content(&facts, "woonoverlast").as_ref().unwrap();
    assert!(content.problems > 0, "{content:?}");
}

#[test]
fn mistakes_in_definitions_and_a_folder_without_a_vault_are_told() {
    let (place, vault) = vault();
    drop(vault);
    let registers = place.path().join("registers");
    fs::create_dir(&registers).unwrap();
    fs::write(registers.join("x.toml"), "id = 7").unwrap();
    let facts = inspect_vault(place.path());
    assert!(matches!(facts.definitions, Err(Some(mistakes)) if mistakes > 0));
    assert_eq!(cases(&facts, "woonoverlast", HOUSING), 2);
    let nowhere = inspect_vault(&place.path().join("nergens"));
    assert_eq!(nowhere.files.len(), 1);
    assert!(matches!(
        content(&nowhere, "gedeeld"),
        Err(StoreError::FileGone { .. })
    ));
    assert!(
        !place.path().join("nergens").exists(),
        "looking makes nothing"
    );
}
