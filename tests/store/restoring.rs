//! Putting a backup back, and the backups that are made without anybody asking.

use std::fs;
use std::path::Path;

use chrono::Duration;
use peildatum::register::CaseFile;
use peildatum::store::{BackupKind, Backups, Draft, MadeBackup, StoreError, Vault, examine};
use tempfile::{TempDir, tempdir};

use super::support::{CRIME, HOUSING, change, choice, new_case, noon, record, state};

fn vault() -> (TempDir, Vault) {
    let place = tempdir().unwrap();
    let vault = Vault::create(place.path(), noon()).unwrap();
    (place, vault)
}

fn add(vault: &mut Vault, register: &str) -> CaseFile {
    let write = new_case(register, state(&[]));
    record(vault.store_mut(register).unwrap(), write)
}

fn open(place: &Path) -> Vault {
    let vault = Vault::open(place, noon()).unwrap();
    assert!(vault.unwritable().is_empty());
    vault
}

fn cases(vault: &Vault, register: &str) -> Vec<CaseFile> {
    let mut cases = Vec::new();
    let store = vault.store(register).unwrap();
    store
        .each_case(register, &mut |case| cases.push(case))
        .unwrap();
    cases
}

fn is_clean(place: &Path) -> bool {
    examine(place).unwrap().is_clean()
}

#[test]
fn a_backup_comes_back_and_what_stood_there_is_a_backup_itself() {
    let (place, mut vault) = vault();
    let case = add(&mut vault, HOUSING);
    let backups = Backups::of(place.path());
    let made = backups.make(BackupKind::Daily, noon()).unwrap().backup;
    let since = add(&mut vault, HOUSING);
    let crime = add(&mut vault, CRIME);
    let centrum = change(&case, state(&[("wijk", choice("centrum"))]));
    record(vault.store_mut(HOUSING).unwrap(), centrum);
    let draft = Draft {
        id: "d-1".to_owned(),
        register: HOUSING.to_owned(),
        actor: "anna".to_owned(),
        saved: noon(),
        content: "{}".to_owned(),
    };
    vault
        .store_mut(HOUSING)
        .unwrap()
        .keep_draft(&draft)
        .unwrap();
    // As long as somebody works in it, nothing is put back.
    let refused = backups.restore(&made.name, &[], noon());
    assert!(matches!(refused, Err(StoreError::VaultInUse(_))));
    drop(vault);
    let restored = backups.restore(&made.name, &[], noon()).unwrap();
    assert_eq!(restored.kept, None);
    let before = restored.before.unwrap();
    assert_eq!(
        (before.kind, before.cases()),
        (BackupKind::Restore, Some(3))
    );
    let mut vault = open(place.path());
    assert_eq!(cases(&vault, HOUSING), std::slice::from_ref(&case));
    assert!(cases(&vault, CRIME).is_empty());
    // What was being typed is still there.
    assert_eq!(
        vault.store(HOUSING).unwrap().drafts("anna").unwrap(),
        [draft]
    );
    // A number that was told to somebody is given to no other case, and neither is a key by which a window knows a case.
    let next = add(&mut vault, HOUSING);
    assert_ne!(next.number, since.number);
    assert_ne!(next.key, since.key);
    assert_ne!(add(&mut vault, CRIME).key, crime.key);
    drop(vault);
    assert!(is_clean(place.path()));
    // And back again.
    backups.restore(&before.name, &[], noon()).unwrap();
    let vault = open(place.path());
    assert_eq!(cases(&vault, HOUSING).len(), 2);
    assert_eq!(cases(&vault, CRIME), [crime]);
    drop(vault);
    assert!(is_clean(place.path()));
}

#[test]
fn the_file_of_one_team_comes_back_and_the_others_stay() {
    let (place, mut vault) = vault();
    let backups = Backups::of(place.path());
    let made = backups.make(BackupKind::Daily, noon()).unwrap().backup;
    add(&mut vault, HOUSING);
    let crime = add(&mut vault, CRIME);
    drop(vault);
    let teams = [HOUSING.to_owned()];
    backups.restore(&made.name, &teams, noon()).unwrap();
    let vault = open(place.path());
    assert!(cases(&vault, HOUSING).is_empty());
    assert_eq!(cases(&vault, CRIME), [crime]);
}

#[test]
fn a_key_is_not_given_again_also_where_the_file_is_gone_that_knew_it() {
    let (place, mut vault) = vault();
    let backups = Backups::of(place.path());
    let empty = backups.make(BackupKind::Daily, noon()).unwrap().backup;
    let first = add(&mut vault, HOUSING);
    drop(vault);
    backups.restore(&empty.name, &[], noon()).unwrap();
    let knows = backups.make(BackupKind::Daily, noon()).unwrap().backup;
    fs::remove_file(place.path().join("woonoverlast.db")).unwrap();
    backups.restore(&knows.name, &[], noon()).unwrap();
    let next = add(&mut open(place.path()), HOUSING);
    assert!(next.key.0 > first.key.0);
    assert_ne!(next.number, first.number);
}

#[test]
fn a_log_that_lies_beside_the_file_goes_with_it() {
    let (place, mut vault) = vault();
    let case = add(&mut vault, HOUSING);
    let backups = Backups::of(place.path());
    let made = backups.make(BackupKind::Daily, noon()).unwrap().backup;
    add(&mut vault, HOUSING);
    // As a program leaves it that is killed: the file, and a log with the second case.
    let file = place.path().join("woonoverlast.db");
    let left = ["-wal", "-shm"].map(|end| {
        let path = place.path().join(format!("woonoverlast.db{end}"));
        (fs::read(&path).unwrap(), path)
    });
    let content = fs::read(&file).unwrap();
    drop(vault);
    fs::write(&file, content).unwrap();
    for (content, path) in left {
        fs::write(path, content).unwrap();
    }
    let restored = backups.restore(&made.name, &[], noon()).unwrap();
    assert_eq!(restored.before.unwrap().cases(), Some(2));
    assert_eq!(cases(&open(place.path()), HOUSING), [case]);
}

#[test]
fn a_vault_that_only_has_to_be_put_in_its_place_is_kept_too() {
    let (place, mut vault) = vault();
    let disk = tempdir().unwrap();
    let second = Backups::at(place.path(), disk.path());
    let made = second.make(BackupKind::Manual, noon()).unwrap().backup;
    add(&mut vault, HOUSING);
    drop(vault);
    // As whoever made it leaves it, interrupted just before its files are moved.
    let staged = place.path().join(".staged");
    fs::create_dir(&staged).unwrap();
    for entry in fs::read_dir(place.path()).unwrap().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|it| it == "db") {
            fs::rename(entry.path(), staged.join(entry.file_name())).unwrap();
        }
    }
    fs::write(staged.join("ready"), "").unwrap();
    let restored = second.restore(&made.name, &[], noon()).unwrap();
    assert_eq!(restored.before.unwrap().cases(), Some(1));
    assert!(cases(&open(place.path()), HOUSING).is_empty());
}

#[test]
fn a_damaged_file_is_kept_as_it_is() {
    let (place, mut vault) = vault();
    let case = add(&mut vault, HOUSING);
    let backups = Backups::of(place.path());
    let made = backups.make(BackupKind::Daily, noon()).unwrap().backup;
    drop(vault);
    let damaged = "geen zaken meer".repeat(600);
    fs::write(place.path().join("woonoverlast.db"), &damaged).unwrap();
    let restored = backups.restore(&made.name, &[], noon()).unwrap();
    let kept = restored.kept.unwrap().join("woonoverlast.db");
    assert_eq!(fs::read_to_string(kept).unwrap(), damaged);
    assert!(restored.before.unwrap().file(HOUSING).is_none());
    assert_eq!(
        cases(&open(place.path()), HOUSING),
        std::slice::from_ref(&case)
    );
    // Also the file without which there is no vault, and a file that is gone.
    fs::write(place.path().join("gedeeld.db"), &damaged).unwrap();
    fs::remove_file(place.path().join("jeugd.db")).unwrap();
    backups.restore(&made.name, &[], noon()).unwrap();
    assert_eq!(cases(&open(place.path()), HOUSING), [case]);
    assert!(is_clean(place.path()));
}

#[test]
fn a_copy_that_is_not_whole_replaces_nothing() {
    let (place, mut vault) = vault();
    let backups = Backups::of(place.path());
    let made = backups.make(BackupKind::Daily, noon()).unwrap().backup;
    let case = add(&mut vault, HOUSING);
    drop(vault);
    let copy = made.path.join("jeugd.db");
    let mut bytes = fs::read(&copy).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&copy, bytes).unwrap();
    let refused = backups.restore(&made.name, &[], noon());
    assert!(matches!(refused, Err(StoreError::BackupDamaged { .. })));
    assert_eq!(cases(&open(place.path()), HOUSING), [case]);
    // A copy of that file is not needed for another one.
    let teams = [HOUSING.to_owned()];
    backups.restore(&made.name, &teams, noon()).unwrap();
    assert!(cases(&open(place.path()), HOUSING).is_empty());
}

#[test]
fn the_vault_that_is_gone_comes_back_in_a_new_folder() {
    let (place, mut vault) = vault();
    let lists = place.path().join("lists");
    fs::create_dir(&lists).unwrap();
    fs::write(lists.join("lees mij.txt"), "eigen").unwrap();
    let case = add(&mut vault, HOUSING);
    let disk = tempdir().unwrap();
    let own = Backups::of(place.path());
    own.set_second_folder(Some(disk.path())).unwrap();
    own.make_everywhere(BackupKind::Daily, noon(), 5).unwrap();
    drop(vault);
    drop(place);
    let elsewhere = tempdir().unwrap();
    let new = elsewhere.path().join("kluis");
    let second = Backups::at(&new, disk.path());
    let name = second.list().unwrap().remove(0).name;
    let some = second.restore(&name, &[HOUSING.to_owned()], noon());
    assert!(matches!(some, Err(StoreError::NotAVault(_))));
    let restored = second.restore(&name, &[], noon()).unwrap();
    assert!(restored.before.is_none() && restored.kept.is_none());
    assert_eq!(cases(&open(&new), HOUSING), [case]);
    assert_eq!(
        fs::read_to_string(new.join("lists/lees mij.txt")).unwrap(),
        "eigen"
    );
}

#[test]
fn a_copy_of_another_vault_is_refused() {
    let (place, vault) = vault();
    drop(vault);
    let (other, _other_vault) = self::vault();
    let made = Backups::of(other.path()).make(BackupKind::Daily, noon());
    let made = made.unwrap().backup;
    let theirs = Backups::at(place.path(), &other.path().join("backups"));
    let refused = theirs.restore(&made.name, &[], noon());
    assert!(matches!(refused, Err(StoreError::BackupOfAnother { .. })));
}

#[test]
fn a_window_makes_one_each_day_and_one_on_closing_where_something_was_written() {
    let (place, mut vault) = vault();
    let disk = tempdir().unwrap();
    let backups = Backups::of(place.path());
    backups.set_second_folder(Some(disk.path())).unwrap();
    let due = |kind, now| {
        let made: Option<MadeBackup> = backups.make_if_due(kind, now, 5).unwrap();
        made.map(|made| (made.backup.cases().unwrap(), made.second.is_none()))
    };
    assert_eq!(due(BackupKind::Daily, noon()), Some((0, true)));
    assert_eq!(due(BackupKind::Daily, noon()), None);
    assert_eq!(due(BackupKind::Closing, noon()), None);
    add(&mut vault, HOUSING);
    assert_eq!(due(BackupKind::Daily, noon()), None);
    assert_eq!(due(BackupKind::Closing, noon()), Some((1, true)));
    assert_eq!(due(BackupKind::Closing, noon()), None);
    let tomorrow = noon() + Duration::days(1);
    assert_eq!(due(BackupKind::Daily, tomorrow), Some((1, true)));
    let second = Backups::at(place.path(), disk.path());
    assert_eq!(second.list().unwrap().len(), backups.list().unwrap().len());
    // A disk that was taken out keeps the backup in the vault from nobody.
    let gone = disk.path().join("stick");
    backups.set_second_folder(Some(&gone)).unwrap();
    fs::remove_dir(&gone).unwrap();
    fs::write(&gone, "geen map").unwrap();
    add(&mut vault, HOUSING);
    assert_eq!(due(BackupKind::Closing, tomorrow), Some((2, false)));
}

#[test]
fn the_second_folder_lies_outside_of_the_vault() {
    let (place, _vault) = vault();
    let backups = Backups::of(place.path());
    let inside = backups.set_second_folder(Some(&place.path().join("backups/nog een")));
    assert!(matches!(inside, Err(StoreError::SecondFolderInVault(_))));
    assert_eq!(backups.second_folder(), None);
    let disk = tempdir().unwrap();
    backups.set_second_folder(Some(disk.path())).unwrap();
    assert_eq!(backups.second_folder().as_deref(), Some(disk.path()));
    backups.set_second_folder(None).unwrap();
    assert_eq!(backups.second_folder(), None);
}

#[test]
fn once_a_year_somebody_tries_a_backup() {
    let (place, mut vault) = vault();
    add(&mut vault, HOUSING);
    let backups = Backups::of(place.path());
    assert!(!backups.is_trial_due(noon()).unwrap());
    let made = backups.make(BackupKind::Daily, noon()).unwrap().backup;
    let later = |days| noon() + Duration::days(days);
    assert!(!backups.is_trial_due(later(364)).unwrap());
    assert!(backups.is_trial_due(later(365)).unwrap());
    let tried = backups.try_out(&made.name, later(366)).unwrap();
    assert_eq!(tried.verified, Some(later(366)));
    assert_eq!(backups.tried(), Some(later(366)));
    assert!(!backups.is_trial_due(later(400)).unwrap());
    // Nothing of it stays.
    let left = fs::read_dir(backups.folder()).unwrap().count();
    assert_eq!(left, 2);
    fs::write(made.path.join("jeugd.db"), "niets").unwrap();
    assert!(backups.try_out(&made.name, later(400)).is_err());
    assert_eq!(backups.tried(), Some(later(366)));
}
