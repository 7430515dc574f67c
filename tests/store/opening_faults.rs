//! What becomes of a step and the case that it opens in another file when the program dies between the two, or a file cannot
//! be written.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use peildatum::register::{CaseFile, LINK};
use peildatum::store::{Draft, Operation, StoreError, Vault};
use rusqlite::Connection;
use tempfile::TempDir;

use super::openings::{
    CLOSURES, again, close, closing, entries, linked, now, nuisance, standing, vault,
};
use super::support::{HOUSING, change, noon, operation, record, text};

/// Under this name a program that is going to be killed hears in which vault it writes.
const FOLDER: &str = "PEILDATUM_TEST_VAULT";

/// A file of the vault that refuses something, until that is lifted.
pub struct Refusing(Connection);

impl Refusing {
    fn file(place: &TempDir, team: &str, what: &str) -> Self {
        let file = Connection::open(place.path().join(format!("{team}.db"))).unwrap();
        let trigger =
            format!("CREATE TRIGGER full BEFORE {what} BEGIN SELECT RAISE(ABORT, 'full'); END");
        file.execute_batch(&trigger).unwrap();
        Self(file)
    }

    pub fn lift(self) {
        self.0.execute_batch("DROP TRIGGER full").unwrap();
    }
}

/// A case of nuisance with a closure that is typed in a draft, and the action that stores it.
pub fn typed(vault: &mut Vault) -> (CaseFile, Operation) {
    let case = nuisance(vault);
    let mut action = closing(&case);
    let draft = Draft {
        id: "getypt".to_owned(),
        register: HOUSING.to_owned(),
        actor: "anna".to_owned(),
        saved: noon(),
        content: r#"{"sluiting":1}"#.to_owned(),
    };
    vault
        .store_mut(HOUSING)
        .unwrap()
        .keep_draft(&draft)
        .unwrap();
    action.draft = Some(draft.id);
    (case, action)
}

fn drafts(vault: &Vault) -> Vec<String> {
    let drafts = vault.store(HOUSING).unwrap().drafts("anna").unwrap();
    drafts.into_iter().map(|draft| draft.id).collect()
}

/// How many steps and links there are on the timeline of a case, and how many closures stand.
pub fn counts(vault: &Vault, case: &CaseFile) -> [usize; 3] {
    [
        entries(vault, case, "maatregel").len(),
        entries(vault, case, LINK).len(),
        standing(vault, CLOSURES).len(),
    ]
}

/// Stops an action between its two halves: the other one stands, this one does not.
pub fn stopped(place: &TempDir, vault: &mut Vault, action: &Operation) -> Refusing {
    let full = Refusing::file(place, "woonoverlast", "DELETE ON meta");
    vault.record(HOUSING, action).unwrap_err();
    full
}

#[test]
fn what_the_other_file_refuses_leaves_nothing() {
    let (place, mut vault) = vault();
    let (case, action) = typed(&mut vault);
    let full = Refusing::file(&place, "maatregelen", "INSERT ON case_file");
    vault.record(HOUSING, &action).unwrap_err();
    full.lift();
    assert_eq!(counts(&vault, &case), [0, 0, 0]);
    assert_eq!(drafts(&vault), ["getypt"]);
    // And nothing is in the way of doing it then.
    vault.record(HOUSING, &action).unwrap();
    assert_eq!(counts(&vault, &case), [1, 1, 1]);
    assert_eq!(drafts(&vault), [""; 0]);
}

#[test]
fn what_this_file_refuses_never_reaches_the_other() {
    let (place, mut vault) = vault();
    let (case, action) = typed(&mut vault);
    for what in ["INSERT ON meta", "INSERT ON entry"] {
        let full = Refusing::file(&place, "woonoverlast", what);
        vault.record(HOUSING, &action).unwrap_err();
        full.lift();
        assert_eq!(counts(&vault, &case), [0, 0, 0], "{what}");
    }
    // Nor does what is based on a version that is no longer there.
    let stale = case.clone();
    let mut louder = case.state.clone();
    louder.set("omschrijving", Some(text("harder")));
    record(
        vault.store_mut(HOUSING).unwrap(),
        change(&case, louder.clone()),
    );
    let refused = vault.record(HOUSING, &action.clone().with(change(&stale, louder)));
    assert!(
        matches!(refused, Err(StoreError::Conflict { .. })),
        "{refused:?}"
    );
    let mut all = Vec::new();
    let closures = vault.store(CLOSURES).unwrap();
    closures
        .each_case(CLOSURES, &mut |case| all.push(case))
        .unwrap();
    assert_eq!(all, []);
    assert_eq!(drafts(&vault), ["getypt"]);
}

#[test]
fn whoever_stops_before_the_other_half_leaves_nothing() {
    let (place, mut vault) = vault();
    let (case, action) = typed(&mut vault);
    let here = Refusing::file(&place, "woonoverlast", "DELETE ON meta");
    let there = Refusing::file(&place, "maatregelen", "INSERT ON case_file");
    vault.record(HOUSING, &action).unwrap_err();
    there.lift();
    here.lift();
    drop(vault);
    let mut vault = again(&place);
    assert_eq!(counts(&vault, &case), [0, 0, 0]);
    assert_eq!(drafts(&vault), ["getypt"]);
    vault.record(HOUSING, &action).unwrap();
    assert_eq!(counts(&vault, &case), [1, 1, 1]);
}

#[test]
fn whoever_stops_between_the_halves_finds_both_the_next_time() {
    let (place, mut vault) = vault();
    let (case, action) = typed(&mut vault);
    let full = stopped(&place, &mut vault, &action);
    assert_eq!(counts(&vault, &case), [0, 0, 1]);
    // As long as the rest cannot be written, it waits, and nobody opens a second one.
    drop(vault);
    let mut vault = again(&place);
    assert_eq!(counts(&vault, &case), [0, 0, 1]);
    vault.record(HOUSING, &action).unwrap_err();
    assert_eq!(counts(&vault, &case), [0, 0, 1]);
    full.lift();
    drop(vault);
    let mut vault = again(&place);
    assert_eq!(counts(&vault, &case), [1, 1, 1]);
    let closure = standing(&vault, CLOSURES).remove(0);
    assert_eq!(linked(&vault, &closure), [case.number.as_str()]);
    assert_eq!(drafts(&vault), [""; 0]);
    let refused = vault.record(HOUSING, &action).unwrap_err();
    assert!(matches!(refused, StoreError::DraftStored { .. }));
    // What was settled so is undone like any other.
    vault.undo(action.name(), &operation()).unwrap();
    assert_eq!(counts(&vault, &case), [0, 0, 0]);
}

#[test]
fn whoever_stopped_between_the_halves_and_goes_on_here_finds_both() {
    let (place, mut vault) = vault();
    let (case, action) = typed(&mut vault);
    stopped(&place, &mut vault, &action).lift();
    let other = nuisance(&mut vault);
    close(&mut vault, &other);
    assert_eq!(counts(&vault, &case), [1, 1, 2]);
    assert_eq!(counts(&vault, &other), [1, 1, 2]);
}

#[test]
fn a_half_that_nothing_can_be_added_to_any_more_is_taken_back() {
    let (place, mut vault) = vault();
    let (case, action) = typed(&mut vault);
    let mut next = case.state.clone();
    next.set("behandelaar", Some(text("bert")));
    let action = action.with(change(&case, next));
    let full = stopped(&place, &mut vault, &action);
    // Somebody who has the case open changes it meanwhile.
    let mut louder = case.state.clone();
    louder.set("omschrijving", Some(text("harder")));
    record(
        vault.store_mut(HOUSING).unwrap(),
        change(&case, louder.clone()),
    );
    full.lift();
    drop(vault);
    let mut vault = again(&place);
    assert_eq!(counts(&vault, &case), [0, 0, 0]);
    assert_eq!(now(&vault, &case).state, louder);
    // What was typed is still there, to be stored by another action.
    let kept = drafts(&vault);
    assert_eq!(kept.len(), 1);
    let mut action = closing(&case);
    action.draft = Some(kept[0].clone());
    vault.record(HOUSING, &action).unwrap();
    assert_eq!(counts(&vault, &case), [1, 1, 1]);
}

#[test]
fn undoing_that_stops_between_the_halves_is_undone_the_next_time() {
    let (place, mut vault) = vault();
    let case = nuisance(&mut vault);
    let action = close(&mut vault, &case).action.unwrap();
    let there = Refusing::file(&place, "maatregelen", "UPDATE ON case_file");
    vault.undo(&action, &operation()).unwrap_err();
    there.lift();
    assert_eq!(counts(&vault, &case), [1, 1, 1]);
    let here = Refusing::file(&place, "woonoverlast", "DELETE ON meta");
    vault.undo(&action, &operation()).unwrap_err();
    assert_eq!(counts(&vault, &case), [1, 1, 0]);
    here.lift();
    drop(vault);
    let vault = again(&place);
    assert_eq!(counts(&vault, &case), [0, 0, 0]);
}

#[test]
fn a_window_that_opens_the_vault_leaves_the_action_of_another_one_alone() {
    let (place, mut mine) = vault();
    let (case, action) = typed(&mut mine);
    let mut theirs = again(&place);
    mine.record(HOUSING, &action).unwrap();
    let refused = theirs.record(HOUSING, &action).unwrap_err();
    assert!(matches!(refused, StoreError::DraftStored { .. }));
    drop(theirs);
    let vault = again(&place);
    assert_eq!(counts(&vault, &case), [1, 1, 1]);
}

#[test]
#[ignore = "the program that the next test kills"]
fn open_until_killed() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let mut vault = Vault::open(&folder, noon()).unwrap();
    loop {
        let (_, mut action) = typed(&mut vault);
        action.draft = None;
        vault.record(HOUSING, &action).unwrap();
        vault.undo(&action.id, &operation()).unwrap();
        let case = nuisance(&mut vault);
        close(&mut vault, &case);
    }
}

#[test]
fn whoever_is_killed_leaves_no_step_without_its_case_and_no_case_without_its_step() {
    for after in [10, 45, 95, 140, 200] {
        let (place, vault) = vault();
        drop(vault);
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--ignored", "--exact", "opening_faults::open_until_killed"])
            .env(FOLDER, place.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let file = Connection::open(place.path().join("maatregelen.db")).unwrap();
        let opened = || -> i64 {
            let query = "SELECT count(*) FROM case_file";
            file.query_row(query, [], |row| row.get(0)).unwrap()
        };
        while opened() == 0 {
            sleep(Duration::from_millis(5));
        }
        sleep(Duration::from_millis(after));
        child.kill().unwrap();
        child.wait().unwrap();

        let vault = again(&place);
        let mut steps = 0;
        for case in standing(&vault, HOUSING) {
            let [step, link, _] = counts(&vault, &case);
            assert_eq!(step, link, "{}", case.number);
            assert_eq!(linked(&vault, &case).len(), step);
            steps += step;
        }
        assert_eq!(standing(&vault, CLOSURES).len(), steps);
    }
}
