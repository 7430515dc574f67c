//! Copies of a vault: made while it is in use, checked, listed, thinned.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Days, Duration, Months, NaiveDate, Utc};
use peildatum::register::CaseFile;
use peildatum::store::{BackupKind, Backups, StoreError, Vault};
use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use super::support::{CRIME, HOUSING, change, choice, new_case, noon, record, state};

fn vault() -> (TempDir, Vault) {
    let place = tempdir().unwrap();
    let vault = Vault::create(place.path(), noon()).unwrap();
    (place, vault)
}

fn add(vault: &mut Vault, register: &str) -> CaseFile {
    record(
        vault.store_mut(register).unwrap(),
        new_case(register, state(&[])),
    )
}

#[test]
fn a_copy_is_whole_and_checked_while_the_vault_is_in_use() {
    let (place, mut vault) = vault();
    fs::create_dir(place.path().join("lists")).unwrap();
    fs::write(place.path().join("lists/eigen.toml"), "# eigen").unwrap();
    let case = add(&mut vault, HOUSING);
    let backups = Backups::of(place.path());
    let made = backups.make(BackupKind::Manual, noon()).unwrap();
    assert!(made.missing.is_empty());
    let backup = made.backup;
    assert_eq!(
        (backup.name.as_str(), backup.cases(), backup.verified),
        ("2026-04-01-140000", Some(1), Some(noon()))
    );
    let definitions = backup.path.join("lists/eigen.toml");
    assert_eq!(fs::read_to_string(definitions).unwrap(), "# eigen");
    // It is of one moment: what is written later does not stand in it, and nothing lies beside its files.
    add(&mut vault, HOUSING);
    let again = backups.make(BackupKind::Daily, noon()).unwrap().backup;
    assert_eq!(
        (again.name.as_str(), again.cases()),
        ("2026-04-01-140000-2", Some(2))
    );
    assert_eq!(backups.list().unwrap(), [again, backup.clone()]);
    backups.verify(&backup.name, noon()).unwrap();
    let files = fs::read_dir(&backup.path).unwrap();
    let beside = files.filter(|file| {
        let name = file.as_ref().unwrap().file_name();
        let name = name.to_string_lossy();
        name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with(".part")
    });
    assert_eq!(beside.count(), 0);
    // The copy opens as a vault.
    let copied = tempdir().unwrap();
    for file in &backup.files {
        let name = format!("{}.db", file.team);
        fs::copy(backup.path.join(&name), copied.path().join(&name)).unwrap();
    }
    let copied = Vault::open(copied.path(), noon()).unwrap();
    let store = copied.store(HOUSING).unwrap();
    assert_eq!(store.cases(&[case.key]).unwrap(), [case]);
}

#[test]
fn what_changed_in_a_copy_is_noticed() {
    let (place, mut vault) = vault();
    for _ in 0..20 {
        add(&mut vault, HOUSING);
    }
    let backups = Backups::of(place.path());
    let made = || {
        let made = backups.make(BackupKind::Manual, noon()).unwrap();
        (made.backup.name, made.backup.path.join("woonoverlast.db"))
    };
    // A word of a text, which SQLite takes for as good as any other.
    let (name, copy) = made();
    let vandal = Connection::open(&copy).unwrap();
    let state = "UPDATE case_file SET state = replace(state, '2026-03-01', '2026-03-02')";
    vandal.execute(state, []).unwrap();
    drop(vandal);
    let (cut, short) = made();
    let length = fs::metadata(&short).unwrap().len();
    let file = fs::OpenOptions::new().write(true).open(&short).unwrap();
    file.set_len(length / 2).unwrap();
    drop(file);
    let (gone, removed) = made();
    fs::remove_file(removed).unwrap();
    for name in [name, cut] {
        let refused = backups.verify(&name, noon()).unwrap_err();
        assert!(
            matches!(refused, StoreError::BackupDamaged { .. }),
            "{refused:?}"
        );
        assert_eq!(backups.named(&name).unwrap().verified, None);
    }
    assert!(backups.verify(&gone, noon()).is_err());
    let refused = backups.verify("gisteren", noon()).unwrap_err();
    let StoreError::NoSuchBackup { newest, .. } = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(newest.as_deref(), Some("2026-04-01-140000-3"));
}

#[test]
fn an_interrupted_backup_is_none_and_goes_away() {
    let (place, _vault) = vault();
    let backups = Backups::of(place.path());
    let left = place.path().join("backups/.making-2026-03-31-120000");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("gedeeld.db"), "half").unwrap();
    assert_eq!(backups.list().unwrap(), []);
    assert!(backups.is_due(noon()).unwrap());
    backups.make(BackupKind::Daily, noon()).unwrap();
    assert!(!left.exists());
    assert!(!backups.is_due(noon()).unwrap());
    assert!(backups.is_due(noon() + Duration::hours(12)).unwrap());
}

#[test]
fn a_second_folder_has_the_same_and_keeps_those_of_others() {
    let (place, mut vault) = vault();
    add(&mut vault, CRIME);
    let disk = tempdir().unwrap();
    let made = Backups::of(place.path()).make(BackupKind::Daily, noon());
    let made = made.unwrap().backup;
    let second = Backups::at(place.path(), disk.path());
    let copy = second.take_over(&made).unwrap();
    second.verify(&copy.name, noon()).unwrap();
    assert_eq!(second.list().unwrap()[0].files, made.files);
    // Of another vault, and long ago.
    let foreign = write(
        disk.path(),
        "2020-01-01-120000",
        "2020-01-01T11:00:00Z",
        "een-andere",
    );
    second.thin(made.vault.as_deref(), noon(), 1).unwrap();
    assert!(foreign.exists());
    let later = noon() + Duration::days(400);
    second.thin(made.vault.as_deref(), later, 1).unwrap();
    assert!(foreign.exists() && !copy.path.exists());
}

/// A backup without files, as its list on disk says it.
fn write(folder: &Path, name: &str, made: &str, vault: &str) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(&path).unwrap();
    let text = format!(
        r#"{{"vault":"{vault}","made":"{made}","kind":"daily","verified":"{made}","files":[]}}"#
    );
    fs::write(path.join("backup.json"), text).unwrap();
    path
}

#[test]
fn putting_a_copy_back_says_first_what_would_change() {
    let (place, mut vault) = vault();
    let case = add(&mut vault, HOUSING);
    let backups = Backups::of(place.path());
    let made = backups.make(BackupKind::Manual, noon()).unwrap().backup;
    let new = add(&mut vault, HOUSING);
    let changed = change(&case, state(&[("wijk", choice("centrum"))]));
    record(vault.store_mut(HOUSING).unwrap(), changed);
    let tomorrow = noon() + Duration::days(1);
    let plan = backups.plan(&made.name, &[], tomorrow).unwrap();
    assert_eq!((plan.days, plan.teams.len()), (1, made.files.len()));
    let of = |team: &str| {
        let found = plan.teams.iter().find(|found| found.team == team);
        found.unwrap().difference.clone().unwrap()
    };
    let housing = of(HOUSING);
    assert_eq!(housing.gone, [(HOUSING.to_owned(), new.number.clone())]);
    assert_eq!(housing.older, [(HOUSING.to_owned(), case.number.clone())]);
    assert!(housing.back.is_empty() && of("ondermijning").is_empty());
    // And the other way round: what was lost comes back.
    let later = backups.make(BackupKind::Manual, tomorrow).unwrap().backup;
    drop(vault);
    fs::copy(
        made.path.join("woonoverlast.db"),
        place.path().join("woonoverlast.db"),
    )
    .unwrap();
    let teams = [HOUSING.to_owned()];
    let plan = backups.plan(&later.name, &teams, tomorrow).unwrap();
    let [only] = plan.teams.as_slice() else {
        panic!("{plan:?}")
    };
    assert_eq!(only.difference.as_ref().unwrap().back.len(), 2);
    let refused = backups.plan(&later.name, &["geen".to_owned()], tomorrow);
    assert!(matches!(refused, Err(StoreError::NotInBackup { .. })));
}

fn at(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    day.and_hms_opt(hour, 0, 0).unwrap().and_utc()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Of the days on which a backup was made, however irregularly, the last week is there day by day, the last five weeks week
    /// by week, and every month that may be kept at all.
    #[test]
    fn enough_is_kept_and_nothing_for_too_long(
        ages in proptest::collection::btree_set(0_u64..800, 1..120),
        years in 1_u16..3,
    ) {
        let folder = tempdir().unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        let days: Vec<NaiveDate> = ages.iter().map(|age| today - Days::new(*age)).collect();
        for day in &days {
            for hour in [9, 15] {
                let moment = at(*day, hour);
                write(folder.path(), &moment.format("%Y-%m-%d-%H%M%S").to_string(), &moment.to_rfc3339(), "v");
            }
        }
        let backups = Backups::at(folder.path(), folder.path());
        backups.thin(Some("v"), at(today, 16), years).unwrap();
        let kept = backups.list().unwrap();
        let left: Vec<NaiveDate> = kept.iter().map(|backup| backup.made.date_naive()).collect();
        let oldest = today - Months::new(12 * u32::from(years));
        prop_assert!(left.iter().all(|day| *day >= oldest));
        // Of each day at most one, the last.
        let mut of_day: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        for backup in &kept {
            prop_assert_eq!(backup.made, at(backup.made.date_naive(), 15));
            *of_day.entry(backup.made.date_naive()).or_default() += 1;
        }
        prop_assert!(of_day.values().all(|count| *count == 1));
        for day in days.iter().filter(|day| **day >= oldest) {
            let age = (today - *day).num_days();
            if age < 7 {
                prop_assert!(left.contains(day), "day {}", day);
            }
            if age < 35 {
                let week = day.iso_week();
                prop_assert!(left.iter().any(|left| left.iso_week() == week), "week {}", day);
            }
            let month = (day.year(), day.month());
            let of_month = left.iter().any(|left| (left.year(), left.month()) == month);
            prop_assert!(of_month, "month {}", day);
        }
        // Seven days, five weeks and the months; a week and a month may share none of them.
        prop_assert!(kept.len() <= 7 + 6 + 12 * usize::from(years) + 1);
        // Nothing more goes the second time.
        backups.thin(Some("v"), at(today, 16), years).unwrap();
        prop_assert_eq!(backups.list().unwrap(), kept);
    }
}
