//! A vault that an earlier version of the program made (file version 8), with three participants and four area bans.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use peildatum::register::{MovedFigures, MovedYear, Reason, Spell};
use peildatum::store::{BackupKind, Backups, Vault};
use rusqlite::Connection;
use tempfile::TempDir;

use super::support::day;

const YOUTH: &str = "jeugdaanpak";
const BANS: &str = "gebiedsverboden";

fn now() -> DateTime<Utc> {
    "2026-11-30T12:00:00Z".parse().unwrap()
}

/// A copy of it.
fn earlier() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let made = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/vault-version-8");
    for file in fs::read_dir(made).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    folder
}

fn moved(years: &[(i32, [i64; 3])]) -> MovedFigures {
    let years = years.iter().map(|(year, [inflow, finished, closing])| {
        let moved = MovedYear {
            inflow: *inflow,
            finished: *finished,
            closing: *closing,
        };
        (*year, moved)
    });
    MovedFigures(years.collect())
}

#[test]
fn a_participant_who_was_only_registered_is_none_any_more_and_the_history_says_so() {
    let folder = earlier();
    let vault = Vault::open(folder.path(), now()).unwrap();
    let store = vault.store(YOUTH).unwrap();
    let cases = store.by_number(YOUTH).unwrap();
    let cases = store.cases(&cases).unwrap();
    let registered = cases.iter().find(|case| case.number == "JA-1").unwrap();
    assert_eq!(registered.state.spells, []);
    let came = Some(Spell::since(day(2024, 11, 5)));
    assert_eq!(registered.state.preparation, came);
    let history = store.history(registered.key).unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(history[0].actor, "Peildatum");
    assert_eq!(history[0].reason, Some(Reason::NewDefinition {}));
    // Whoever took part stays as he was.
    for number in ["JA-2", "JA-3"] {
        let case = cases.iter().find(|case| case.number == number).unwrap();
        assert_eq!(store.history(case.key).unwrap().len(), 1, "{number}");
    }
    let found = vault.moved_figures(YOUTH);
    let years = [(2024, [-1, 0, -1]), (2025, [0, 0, -1]), (2026, [0, 0, -1])];
    assert_eq!(found, Some(moved(&years)));
}

#[test]
fn bans_that_lapsed_move_the_figures_of_past_years_and_nothing_is_written_in_them() {
    let folder = earlier();
    let vault = Vault::open(folder.path(), now()).unwrap();
    assert_eq!(vault.moved_now().collect::<Vec<_>>(), [YOUTH, BANS]);
    let years = [(2024, [0, 1, -1]), (2025, [0, 1, -2]), (2026, [0, 0, -2])];
    assert_eq!(vault.moved_figures(BANS), Some(moved(&years)));
    let store = vault.store(BANS).unwrap();
    for case in store.cases(&store.by_number(BANS).unwrap()).unwrap() {
        assert_eq!(store.history(case.key).unwrap().len(), 1, "{}", case.number);
    }
    assert_eq!(vault.moved_figures("sluitingen"), None, "it has no cases");
}

#[test]
fn it_is_copied_before_and_opened_twice_nothing_happens_again() {
    let folder = earlier();
    drop(Vault::open(folder.path(), now()).unwrap());
    let backups = Backups::of(folder.path());
    let made = backups.list().unwrap();
    let [backup] = made.as_slice() else {
        panic!("{made:?}")
    };
    assert_eq!(backup.kind, BackupKind::Migration);
    assert_eq!(backup.verified, Some(now()));
    for team in ["gedeeld", "jeugd", "maatregelen"] {
        let copy = Connection::open(backup.path.join(format!("{team}.db"))).unwrap();
        let version: i64 = copy
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(version, 8, "{team}");
    }
    let vault = Vault::open(folder.path(), now()).unwrap();
    assert_eq!(vault.moved_now().count(), 0);
    let store = vault.store(YOUTH).unwrap();
    for case in store.cases(&store.by_number(YOUTH).unwrap()).unwrap() {
        assert!(case.version <= 2, "{}", case.number);
    }
    assert_eq!(backups.list().unwrap(), made);
}
