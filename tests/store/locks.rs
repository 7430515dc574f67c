//! Who has a vault.

use std::fs;
use std::thread;
use std::time::Duration;

use peildatum::store::{StoreError, Vault, VaultLock};
use tempfile::tempdir;

use super::support::{HOUSING, new_case, noon, operation, state};

#[test]
fn nobody_has_a_vault_alone_while_it_is_open_and_nobody_opens_it_while_somebody_has() {
    let place = tempdir().unwrap();
    let one = Vault::create(place.path(), noon()).unwrap();
    let mut other = Vault::open(place.path(), noon()).unwrap();
    let in_use = |folder| {
        let refused = VaultLock::exclusive(folder).unwrap_err();
        assert!(matches!(refused, StoreError::VaultInUse(_)), "{refused:?}");
    };
    in_use(place.path());
    drop(one);
    in_use(place.path());
    // What is opened anew has it all the time.
    other.reload(noon()).unwrap();
    in_use(place.path());
    drop(other);
    let alone = VaultLock::exclusive(place.path()).unwrap();
    in_use(place.path());
    let folder = place.path().to_owned();
    let waits = thread::spawn(move || {
        let mut told = Vec::new();
        let opened = Vault::open_and_tell(&folder, noon(), &mut |progress| told.push(progress));
        (opened.is_ok(), told.len())
    });
    thread::sleep(Duration::from_millis(1500));
    assert!(!waits.is_finished());
    drop(alone);
    assert_eq!(waits.join().unwrap(), (true, 1));
}

#[cfg(unix)]
#[test]
fn a_lock_that_may_only_be_read_is_locked_all_the_same() {
    use std::os::unix::fs::PermissionsExt;
    let place = tempdir().unwrap();
    drop(Vault::create(place.path(), noon()).unwrap());
    for name in ["vault.lock", "opening.lock"] {
        let readable = fs::Permissions::from_mode(0o444);
        fs::set_permissions(place.path().join(name), readable).unwrap();
    }
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    let refused = VaultLock::exclusive(place.path()).unwrap_err();
    assert!(matches!(refused, StoreError::VaultInUse(_)), "{refused:?}");
    let write = operation().with(new_case(HOUSING, state(&[])));
    vault.store_mut(HOUSING).unwrap().record(&write).unwrap();
}
