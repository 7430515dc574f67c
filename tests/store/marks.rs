//! A file says whose it is, and is refused where another one should be.

use std::fs;
use std::path::Path;

use peildatum::language::{Explain, Language};
use peildatum::store::{BackupKind, Backups, FileMark, StoreError, Vault, inspect_vault};
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use super::support::{CRIME, HOUSING, new_case, noon, operation, state};

/// A vault with a case of housing nuisance and one of a crime.
fn vault() -> TempDir {
    let place = tempdir().unwrap();
    let mut vault = Vault::create(place.path(), noon()).unwrap();
    for register in [HOUSING, CRIME] {
        let write = operation().with(new_case(register, state(&[])));
        vault.store_mut(register).unwrap().record(&write).unwrap();
    }
    place
}

/// The error of a file of this vault that may not have changed by that.
fn refused(folder: &Path, register: &str, team: &str) -> StoreError {
    let file = folder.join(format!("{team}.db"));
    let before = fs::read(&file).unwrap();
    let vault = Vault::open(folder, noon()).unwrap();
    let error = vault.store(register).err().unwrap();
    drop(vault);
    assert!(fs::read(&file).unwrap() == before);
    error
}

/// Makes a file what the version before marks left: not marked, not counted.
fn unmark(file: &Path) {
    Connection::open(file)
        .unwrap()
        .execute_batch(
            "DELETE FROM meta WHERE name LIKE 'mark:%'; PRAGMA application_id = 0; PRAGMA user_version = 10;",
        )
        .unwrap();
}

fn mark(file: &Path) -> FileMark {
    let connection = Connection::open(file).unwrap();
    let read = |name: &str| -> String {
        let query = "SELECT value FROM meta WHERE name = ?1";
        connection
            .query_row(query, [name], |row| row.get(0))
            .unwrap()
    };
    FileMark::of(&read("mark:vault"), &read("mark:team"))
}

#[test]
fn every_file_says_of_which_vault_and_team_it_is() {
    let place = vault();
    let file = |team: &str| place.path().join(format!("{team}.db"));
    let shared = mark(&file("gedeeld"));
    assert_eq!(shared.team, "gedeeld");
    for team in ["woonoverlast", "ondermijning", "zorg"] {
        assert_eq!(mark(&file(team)), FileMark::of(&shared.vault, team));
    }
    let other = vault();
    assert_ne!(mark(&other.path().join("gedeeld.db")).vault, shared.vault);
    // Opening it changes nothing of that.
    drop(Vault::open(place.path(), noon()).unwrap());
    assert_eq!(mark(&file("gedeeld")), shared);
}

#[test]
fn the_file_of_another_team_is_refused() {
    let place = vault();
    let file = |team: &str| place.path().join(format!("{team}.db"));
    fs::copy(file("ondermijning"), file("woonoverlast")).unwrap();
    let error = refused(place.path(), HOUSING, "woonoverlast");
    let StoreError::OtherTeam { holds, team, .. } = &error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (holds.as_str(), team.as_str()),
        ("ondermijning", "woonoverlast")
    );
    assert!(error.explain(Language::Dutch).contains("woonoverlast.db"));
    // Nobody else is bothered, and what should be there is told with its backup.
    let vault = Vault::open(place.path(), noon()).unwrap();
    assert!(vault.store(CRIME).is_ok());
    let made = Backups::of(place.path()).make(BackupKind::Manual, noon());
    let missing = made.unwrap().missing;
    assert!(
        matches!(missing.as_slice(), [StoreError::OtherTeam { .. }]),
        "{missing:?}"
    );
}

#[test]
fn the_file_of_another_vault_is_refused() {
    let (place, other) = (vault(), vault());
    let name = "woonoverlast.db";
    fs::copy(other.path().join(name), place.path().join(name)).unwrap();
    let error = refused(place.path(), HOUSING, "woonoverlast");
    assert!(matches!(error, StoreError::OtherVault { .. }), "{error:?}");
}

#[test]
fn a_file_of_another_program_is_refused() {
    let place = vault();
    let file = place.path().join("woonoverlast.db");
    fs::remove_file(&file).unwrap();
    let other = Connection::open(&file).unwrap();
    other
        .execute_batch("CREATE TABLE boeken (titel TEXT); PRAGMA user_version = 99")
        .unwrap();
    drop(other);
    let error = refused(place.path(), HOUSING, "woonoverlast");
    assert!(
        matches!(error, StoreError::OtherProgram { .. }),
        "{error:?}"
    );
    // One without any tables held nothing of ours either.
    fs::remove_file(&file).unwrap();
    let other = Connection::open(&file).unwrap();
    other
        .execute_batch("CREATE TABLE boeken (titel TEXT); DROP TABLE boeken")
        .unwrap();
    drop(other);
    let error = refused(place.path(), HOUSING, "woonoverlast");
    assert!(matches!(error, StoreError::FileGone { .. }), "{error:?}");
}

#[test]
fn files_of_an_earlier_version_are_marked_where_they_fit() {
    let place = vault();
    let file = |team: &str| place.path().join(format!("{team}.db"));
    for team in ["gedeeld", "woonoverlast", "ondermijning", "jeugd"] {
        unmark(&file(team));
    }
    // Also where no case is in it.
    fs::copy(file("jeugd"), file("woonoverlast")).unwrap();
    let error = refused(place.path(), HOUSING, "woonoverlast");
    let StoreError::OtherTeam { holds, .. } = &error else {
        panic!("{error:?}")
    };
    assert!(holds.contains("jeugdaanpak"), "{holds}");
    let shared = mark(&file("gedeeld"));
    assert_eq!(
        mark(&file("ondermijning")),
        FileMark::of(&shared.vault, "ondermijning")
    );
    let vault = Vault::open(place.path(), noon()).unwrap();
    assert_eq!(
        vault.store(CRIME).unwrap().by_number(CRIME).unwrap().len(),
        1
    );
}

#[test]
fn the_shared_file_is_no_other_one() {
    for earlier in [false, true] {
        let place = vault();
        let file = |team: &str| place.path().join(format!("{team}.db"));
        if earlier {
            unmark(&file("gedeeld"));
            unmark(&file("jeugd"));
        }
        let shared = fs::read(file("gedeeld")).unwrap();
        fs::copy(file("jeugd"), file("gedeeld")).unwrap();
        let error = Vault::open(place.path(), noon()).err().unwrap();
        assert!(matches!(error, StoreError::OtherTeam { .. }), "{error:?}");
        fs::write(file("gedeeld"), &shared).unwrap();
        fs::write(file("woonoverlast"), &shared).unwrap();
        let vault = Vault::open(place.path(), noon()).unwrap();
        let error = vault.store(HOUSING).err().unwrap();
        assert!(matches!(error, StoreError::OtherTeam { .. }), "{error:?}");
    }
}

#[test]
fn a_look_from_outside_tells_of_a_log_of_another_copy() {
    let place = vault();
    let file = place.path().join("woonoverlast.db");
    let earlier = fs::read(&file).unwrap();
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    for _ in 0..2 {
        let write = operation().with(new_case(HOUSING, state(&[])));
        vault.store_mut(HOUSING).unwrap().record(&write).unwrap();
    }
    drop(vault);
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    let write = operation().with(new_case(HOUSING, state(&[])));
    vault.store_mut(HOUSING).unwrap().record(&write).unwrap();
    let log = fs::read(file.with_extension("db-wal")).unwrap();
    drop(vault);
    fs::write(&file, earlier).unwrap();
    fs::write(file.with_extension("db-wal"), log).unwrap();
    let facts = inspect_vault(place.path());
    let mut files = facts.files.iter();
    let found = files.find(|file| file.team == "woonoverlast").unwrap();
    assert!(matches!(found.content, Err(StoreError::ForeignLog { .. })));
    let error = refused(place.path(), HOUSING, "woonoverlast");
    assert!(matches!(error, StoreError::ForeignLog { .. }), "{error:?}");
}
