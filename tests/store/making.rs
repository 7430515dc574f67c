//! A vault is made whole or not at all, and its files are replaced all together or not at all.

use std::fs;
use std::path::Path;

use peildatum::store::{Staging, StoreError, Vault, VaultLock};
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use super::support::{HOUSING, new_case, noon, operation, state};

fn record(folder: &Path) {
    let mut vault = Vault::open(folder, noon()).unwrap();
    let write = operation().with(new_case(HOUSING, state(&[])));
    vault.store_mut(HOUSING).unwrap().record(&write).unwrap();
}

fn cases(folder: &Path) -> usize {
    let vault = Vault::open(folder, noon()).unwrap();
    let numbers = vault.store(HOUSING).unwrap().by_number(HOUSING);
    numbers.unwrap().len()
}

/// A list of the municipality that lies ready in a folder for a vault.
fn lay_ready(folder: &Path) {
    fs::create_dir_all(folder.join("lists")).unwrap();
    let list = "id = \"wijken\"\nlabel = { nl = \"Wijken\" }\n[[choice]]\nid = \"haven\"\nlabel = { nl = \"Haven\" }\n";
    fs::write(folder.join("lists/wijken.toml"), list).unwrap();
}

fn districts(vault: &Vault) -> usize {
    let register = vault.registers().get(HOUSING).unwrap();
    register.field("wijk").unwrap().choices.len()
}

/// A file of SQLite without tables, as an earlier version left one when it was interrupted.
fn without_tables(file: &Path) {
    let connection = Connection::open(file).unwrap();
    let made = "PRAGMA journal_mode = WAL; CREATE TABLE weg (a); DROP TABLE weg";
    connection.execute_batch(made).unwrap();
}

/// The folder and the vault in it, with the names of what else is there.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.ends_with(".db")).collect();
    names.sort();
    names
}

#[test]
fn a_vault_that_cannot_be_filled_is_not_there_and_can_be_made_again() {
    let place = tempdir().unwrap();
    lay_ready(place.path());
    let refused = Vault::create_filled(place.path(), noon(), |vault| {
        assert_eq!(districts(vault), 1);
        let write = operation().with(new_case(HOUSING, state(&[])));
        vault.store_mut(HOUSING).unwrap().record(&write).unwrap();
        Err(StoreError::Stopped)
    });
    assert!(matches!(refused, Err(StoreError::Stopped)));
    assert!(!Vault::exists(place.path()));
    assert_eq!(names(place.path()), ["lists", "opening.lock", "vault.lock"]);
    let vault = Vault::create(place.path(), noon()).unwrap();
    assert_eq!(districts(&vault), 1);
    drop(vault);
    assert_eq!(cases(place.path()), 0);
    assert_eq!(names(place.path()), ["lists", "opening.lock", "vault.lock"]);
}

#[test]
fn what_is_filled_is_there_with_the_vault() {
    let place = tempdir().unwrap();
    let vault = Vault::create_filled(place.path(), noon(), |vault| {
        let write = operation().with(new_case(HOUSING, state(&[])));
        vault.store_mut(HOUSING)?.record(&write)?;
        // As whoever changes a list does.
        vault.reload(noon())
    });
    let vault = vault.unwrap();
    assert_eq!(vault.folder(), place.path());
    drop(vault);
    assert_eq!(cases(place.path()), 1);
}

#[test]
fn a_half_made_vault_without_cases_is_finished() {
    let whole = tempdir().unwrap();
    drop(Vault::create(whole.path(), noon()).unwrap());
    for left in [
        |folder: &Path| fs::write(folder.join("gedeeld.db"), "").unwrap(),
        |folder: &Path| without_tables(&folder.join("gedeeld.db")),
        |folder: &Path| without_tables(&folder.join("woonoverlast.db")),
        |folder: &Path| {
            fs::create_dir(folder.join(".staged")).unwrap();
            fs::write(folder.join(".staged/gedeeld.db"), "half").unwrap();
        },
    ] {
        let place = tempdir().unwrap();
        lay_ready(place.path());
        fs::copy(whole.path().join("jeugd.db"), place.path().join("jeugd.db")).unwrap();
        left(place.path());
        let vault = Vault::create(place.path(), noon()).unwrap();
        assert_eq!(districts(&vault), 1);
        drop(vault);
        record(place.path());
        assert_eq!(cases(place.path()), 1);
        let again = Vault::create(place.path(), noon()).err().unwrap();
        assert!(matches!(again, StoreError::VaultExists(_)), "{again:?}");
    }
}

#[test]
fn a_half_made_vault_with_a_case_is_left_alone() {
    let whole = tempdir().unwrap();
    drop(Vault::create(whole.path(), noon()).unwrap());
    record(whole.path());
    let file = whole.path().join("woonoverlast.db");
    let before = fs::read(&file).unwrap();
    for lose in [
        |shared: &Path| fs::remove_file(shared).unwrap(),
        |shared: &Path| fs::write(shared, "").unwrap(),
    ] {
        lose(&whole.path().join("gedeeld.db"));
        assert!(!Vault::is_half_made(whole.path()));
        Vault::create(whole.path(), noon()).err().unwrap();
        assert!(fs::read(&file).unwrap() == before);
    }
}

/// A vault with a case, a second one in the log of its file, and a copy of the file with only the first.
fn replaced() -> TempDir {
    let place = tempdir().unwrap();
    drop(Vault::create(place.path(), noon()).unwrap());
    record(place.path());
    let file = place.path().join("woonoverlast.db");
    let copy = fs::read(&file).unwrap();
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    let write = operation().with(new_case(HOUSING, state(&[])));
    vault.store_mut(HOUSING).unwrap().record(&write).unwrap();
    let log = fs::read(file.with_extension("db-wal")).unwrap();
    drop(vault);
    fs::write(&file, &copy).unwrap();
    fs::write(file.with_extension("db-wal"), log).unwrap();
    assert_eq!(cases(place.path()), 2);
    // Once more, now that it was opened.
    fs::write(place.path().join("kopie"), copy).unwrap();
    place
}

#[test]
fn files_are_put_in_the_places_of_others_which_are_kept_with_their_logs() {
    let place = replaced();
    let file = place.path().join("woonoverlast.db");
    fs::write(file.with_extension("db-wal"), "van het oude bestand").unwrap();
    let old = fs::read(&file).unwrap();
    let alone = VaultLock::exclusive(place.path()).unwrap();
    let staging = Staging::begin(place.path()).unwrap();
    let copy = place.path().join("kopie");
    fs::copy(&copy, staging.folder().join("woonoverlast.db")).unwrap();
    let aside = place.path().join("backups/opzij");
    staging.put_in_place(Some(&aside)).unwrap();
    drop(alone);
    assert_eq!(cases(place.path()), 1);
    assert!(fs::read(aside.join("woonoverlast.db")).unwrap() == old);
    let log = fs::read_to_string(aside.join("woonoverlast.db-wal")).unwrap();
    assert_eq!(log, "van het oude bestand");
    assert!(!place.path().join(".staged").exists());
}

#[test]
fn what_is_not_put_in_place_changes_nothing() {
    let place = replaced();
    let staging = Staging::begin(place.path()).unwrap();
    fs::copy(
        place.path().join("kopie"),
        staging.folder().join("woonoverlast.db"),
    )
    .unwrap();
    drop(staging);
    assert_eq!(cases(place.path()), 2);
    assert!(!place.path().join(".staged").exists());
}

#[test]
fn whoever_opens_a_vault_finishes_what_is_ready_from_wherever_it_stopped() {
    // As many of these steps were done when it stopped.
    for done in 0..4 {
        let place = replaced();
        let (folder, staged) = (place.path(), place.path().join(".staged"));
        let aside = folder.join("opzij");
        fs::create_dir(&aside).unwrap();
        fs::create_dir(&staged).unwrap();
        fs::copy(folder.join("kopie"), staged.join("woonoverlast.db")).unwrap();
        fs::write(folder.join("woonoverlast.db-wal"), "van het oude bestand").unwrap();
        fs::write(staged.join("ready"), aside.to_str().unwrap()).unwrap();
        let move_to = |name: &str, from: &Path, to: &Path| {
            fs::rename(from.join(name), to.join(name)).unwrap();
        };
        if done > 0 {
            move_to("woonoverlast.db-wal", folder, &aside);
        }
        if done > 1 {
            move_to("woonoverlast.db", folder, &aside);
        }
        if done > 2 {
            move_to("woonoverlast.db", &staged, folder);
        }
        assert_eq!(cases(folder), 1, "after {done}");
        assert!(!staged.exists());
        assert!(aside.join("woonoverlast.db").is_file());
        assert!(aside.join("woonoverlast.db-wal").is_file());
    }
}

#[test]
fn a_new_vault_of_which_the_files_are_ready_is_there() {
    let place = tempdir().unwrap();
    drop(Vault::create(place.path(), noon()).unwrap());
    record(place.path());
    let staged = place.path().join(".staged");
    fs::create_dir(&staged).unwrap();
    for team in ["gedeeld", "woonoverlast", "zorg"] {
        let name = format!("{team}.db");
        fs::rename(place.path().join(&name), staged.join(&name)).unwrap();
    }
    assert!(!Vault::exists(place.path()));
    fs::write(staged.join("ready"), "").unwrap();
    assert!(Vault::exists(place.path()));
    assert_eq!(cases(place.path()), 1);
}

#[test]
fn an_address_is_no_folder_for_a_vault() {
    let place = tempdir().unwrap();
    let address = place.path().join("postgres://server/kluis");
    for refused in [
        Vault::create(&address, noon()).err().unwrap(),
        Vault::open(&address, noon()).err().unwrap(),
    ] {
        assert!(
            matches!(refused, StoreError::VaultIsAddress(_)),
            "{refused:?}"
        );
    }
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_in_the_place_of_one_is_refused_at_once() {
    let place = tempdir().unwrap();
    drop(Vault::create(place.path(), noon()).unwrap());
    for team in ["woonoverlast", "gedeeld"] {
        let file = place.path().join(format!("{team}.db"));
        fs::remove_file(&file).unwrap();
        let made = std::process::Command::new("mkfifo").arg(&file).status();
        assert!(made.unwrap().success());
        let refused = match Vault::open(place.path(), noon()) {
            Ok(vault) => vault.store(HOUSING).err().unwrap(),
            Err(error) => error,
        };
        assert!(matches!(refused, StoreError::NotAFile(_)), "{refused:?}");
    }
}
