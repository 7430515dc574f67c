//! A file that is damaged, or that may not be written: what can be read is read, and nothing is written.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::time::Duration;
use std::{env, thread};

use peildatum::store::{FileKey, Store, StoreError, Vault, quick_check};
use rusqlite::Connection;

use super::street::{STREET, definition, open};
use super::support::{
    HOUSING, Place, all, new_case, noon, open_at, operation, record, state, text,
};

/// Under this name another user hears which file he may only read.
const FILE: &str = "PEILDATUM_TEST_READ_ONLY";

/// Destroys the page in the middle of a file, and leaves its first ones.
fn damage(file: &PathBuf) {
    let pages = fs::metadata(file).unwrap().len() / 4096;
    let mut file = fs::OpenOptions::new().write(true).open(file).unwrap();
    for page in pages / 3..pages {
        file.seek(SeekFrom::Start(page * 4096)).unwrap();
        file.write_all(&[0xFF; 4096]).unwrap();
    }
}

#[test]
fn a_damaged_page_is_found_and_nothing_is_written_from_then_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = Vault::create(folder.path(), noon()).unwrap();
    let store = vault.store_mut(HOUSING).unwrap();
    for _ in 0..300 {
        let words = text(&"muziek ".repeat(100));
        let write = new_case(HOUSING, state(&[("omschrijving", words)]));
        store.record(&operation().with(write)).unwrap();
    }
    drop(vault);
    let file = folder.path().join("woonoverlast.db");
    quick_check(&file, FileKey::None).unwrap();
    damage(&file);
    let refused = quick_check(&file, FileKey::None);
    assert!(
        matches!(refused, Err(StoreError::Damaged { .. })),
        "{refused:?}"
    );
    let before = fs::read(&file).unwrap();

    let mut vault = Vault::open(folder.path(), noon()).unwrap();
    vault.check_files();
    while !vault.is_checked() {
        thread::sleep(Duration::from_millis(5));
    }
    let unwritable: Vec<&str> = vault.unwritable().iter().map(|(team, _)| *team).collect();
    assert_eq!(unwritable, ["woonoverlast"]);
    let store = vault.store_mut(HOUSING).unwrap();
    let refused = store.record(&operation().with(new_case(HOUSING, state(&[]))));
    assert!(
        matches!(refused, Err(StoreError::Damaged { .. })),
        "{refused:?}"
    );
    drop(vault);
    assert!(fs::read(&file).unwrap() == before, "nothing was written");
}

#[test]
fn whoever_meets_damage_writes_no_more() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let vandal = Connection::open(&place.file).unwrap();
    // A text that is none.
    vandal
        .execute("UPDATE case_file SET state = CAST(x'C328' AS TEXT)", [])
        .unwrap();
    let refused = store.cases(&[case.key]).unwrap_err();
    assert!(matches!(refused, StoreError::Damaged { .. }), "{refused:?}");
    let refused = store.record(&operation().with(new_case(STREET, state(&[]))));
    assert!(
        matches!(refused, Err(StoreError::Damaged { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_folder_in_the_place_of_a_file_is_said() {
    let place = Place::new("straat");
    fs::create_dir(&place.file).unwrap();
    let refused = place.open_with(vec![definition()]).err().unwrap();
    assert!(
        matches!(refused, StoreError::FolderInPlace(_)),
        "{refused:?}"
    );
}

#[cfg(unix)]
#[test]
fn whoever_may_not_write_reads_all_the_same() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let place = Place::new("straat");
    let mut store = open(&place);
    record(&mut store, new_case(STREET, state(&[])));
    drop(store);
    let allow = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    allow(&place.file, 0o444);
    for folder in [0o777, 0o555] {
        allow(place.folder.path(), folder);
        let mut visit = Command::new(env::current_exe().unwrap());
        visit.args(["--ignored", "--exact", "damage::visit_to_read"]);
        visit.env(FILE, &place.file);
        // Root may do everything; another user is asked to look.
        if fs::metadata("/root").is_ok_and(|_| fs::read_dir("/root").is_ok()) {
            visit.uid(65_534).gid(65_534);
        }
        let Ok(said) = visit.output() else {
            println!("no other user can be asked here");
            return;
        };
        let out = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(said.status.success() && out.contains("1 passed"), "{out}");
    }
    allow(place.folder.path(), 0o755);
}

#[test]
#[ignore = "what another user does in the test before"]
fn visit_to_read() {
    let Some(file) = env::var_os(FILE).map(PathBuf::from) else {
        return;
    };
    let mut store = open_at(&file, "straat", vec![definition()]).unwrap();
    assert_eq!(all(&store, STREET).len(), 1);
    let refused = store.record(&operation().with(new_case(STREET, state(&[]))));
    assert!(
        matches!(
            refused,
            Err(StoreError::ReadOnly(_) | StoreError::NoPermission(_))
        ),
        "{refused:?}"
    );
    assert!(!store.changed_elsewhere().unwrap());
}
