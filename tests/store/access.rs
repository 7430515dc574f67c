//! To whom a vault is open on a machine with several users, where files have modes.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use peildatum::store::{Access, BackupKind, Backups, StoreError, Vault};
use tempfile::tempdir;

use super::support::{HOUSING, new_case, noon, record, state};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

#[test]
fn a_vault_is_open_to_its_owner_alone() {
    let place = tempdir().unwrap();
    let folder = place.path().join("kluis");
    let mut vault = Vault::create(&folder, noon()).unwrap();
    record(
        vault.store_mut(HOUSING).unwrap(),
        new_case(HOUSING, state(&[])),
    );
    assert_eq!(mode(&folder), 0o700);
    let log = folder.join("woonoverlast.db-wal");
    for file in [
        &folder.join("woonoverlast.db"),
        &folder.join("gedeeld.db"),
        &log,
    ] {
        assert_eq!(mode(file), 0o600, "{}", file.display());
    }
    let made = Backups::of(&folder)
        .make(BackupKind::Manual, noon())
        .unwrap();
    assert_eq!(mode(&folder.join("backups")), 0o700);
    assert_eq!(mode(&made.backup.path), 0o700);
    drop(vault);
    Backups::of(&folder)
        .restore(&made.backup.name, &[], noon())
        .unwrap();
    assert_eq!(mode(&folder.join("woonoverlast.db")), 0o600);
}

/// The group of whoever runs the tests, which has a name on every machine.
#[test]
fn a_vault_is_open_to_a_group_where_that_is_asked() {
    let place = tempdir().unwrap();
    let group = std::process::Command::new("id")
        .arg("-gn")
        .output()
        .unwrap();
    let group = String::from_utf8(group.stdout).unwrap().trim().to_owned();
    let folder = place.path().join("kluis");
    let access = Access::Group(group);
    let mut vault = Vault::create_for(&access, &folder, noon()).unwrap();
    record(
        vault.store_mut(HOUSING).unwrap(),
        new_case(HOUSING, state(&[])),
    );
    assert_eq!(mode(&folder), 0o2770);
    for file in [
        "woonoverlast.db",
        "woonoverlast.db-wal",
        "gedeeld.db",
        "vault.lock",
    ] {
        let file = folder.join(file);
        assert_eq!(mode(&file), 0o660, "{}", file.display());
        assert_eq!(
            fs::metadata(&file).unwrap().gid(),
            fs::metadata(&folder).unwrap().gid()
        );
    }
    let made = Backups::of(&folder)
        .make(BackupKind::Manual, noon())
        .unwrap();
    assert_eq!(mode(&made.backup.path), 0o2770);
    drop(vault);
    Backups::of(&folder)
        .restore(&made.backup.name, &[], noon())
        .unwrap();
    assert_eq!(mode(&folder.join("woonoverlast.db")), 0o660);
}

#[test]
fn a_group_that_does_not_exist_is_said() {
    let place = tempdir().unwrap();
    let folder = place.path().join("kluis");
    let access = Access::Group("zulke-mensen-zijn-er-niet".to_owned());
    let refused = Vault::create_for(&access, &folder, noon()).err();
    assert!(matches!(refused, Some(StoreError::NoSuchGroup(_))));
    assert!(!Vault::exists(&folder));
}
