//! A file of which pages are damaged: what can be read is saved in a new file, the damaged one is kept, and what was lost is
//! said.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use peildatum::store::{
    BackupKind, Backups, FileKey, FindingKind, Repair, Vault, examine, quick_check, repair,
};
use tempfile::{TempDir, tempdir};

use super::doctor::{bytes, vault};
use super::openings::nuisance;
use super::repairing::{content, left};
use super::support::{HOUSING, address, change, new_case, noon, record, state, text};

const PAGE: usize = 4096;

/// A vault with cases that take some pages, each changed once.
fn filled() -> TempDir {
    let place = vault();
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    nuisance(&mut vault);
    let store = vault.store_mut(HOUSING).unwrap();
    for at in 0..60 {
        let words = text(&format!("verzonnen {at} ").repeat(40));
        let house = address("Voorbeeldstraat", &at.to_string(), "", "1234AB");
        let said = [("omschrijving", words), ("adres", house)];
        let case = record(store, new_case(HOUSING, state(&said)));
        let mut changed = case.state.clone();
        changed.set("behandelaar", Some(text("anna")));
        record(store, change(&case, changed));
    }
    place
}

fn file(place: &Path) -> PathBuf {
    place.join("woonoverlast.db")
}

/// The pages of a file, after the first.
fn pages(file: &Path) -> std::ops::Range<usize> {
    1..fs::read(file).unwrap().len() / PAGE
}

fn destroy(file: &Path, pages: impl IntoIterator<Item = usize>) {
    let mut content = fs::read(file).unwrap();
    for page in pages {
        content[page * PAGE..(page + 1) * PAGE].fill(0xFF);
    }
    fs::write(file, content).unwrap();
}

/// The numbers of the cases of which something is said.
fn said(outcome: &Repair) -> BTreeSet<String> {
    let findings = outcome.checkup.findings.iter();
    let findings = findings.filter(|found| !found.repaired);
    let cases = findings.flat_map(|found| found.cases.iter());
    cases.map(|(_, number)| number.clone()).collect()
}

fn count(outcome: &Repair, kind: FindingKind) -> u64 {
    let findings = outcome.checkup.findings.iter();
    let findings = findings.filter(|found| found.kind == kind);
    findings.map(|found| found.count).sum()
}

#[test]
fn whatever_page_is_damaged_each_case_is_saved_or_said() {
    let healthy = filled();
    let whole = content(healthy.path());
    let before = fs::read(file(healthy.path())).unwrap();
    let all = pages(&file(healthy.path()));
    let (mut damaged, mut all_saved) = (0, 0);
    for page in all.step_by(19) {
        fs::write(file(healthy.path()), &before).unwrap();
        destroy(&file(healthy.path()), [page]);
        if quick_check(&file(healthy.path()), FileKey::None).is_ok() {
            continue;
        }
        damaged += 1;
        let outcome = repair(healthy.path(), noon()).unwrap();
        assert!(outcome.refused.is_empty(), "{page}: {:?}", outcome.refused);
        quick_check(&file(healthy.path()), FileKey::None).unwrap();
        let now = content(healthy.path());
        let told = said(&outcome);
        let mut otherwise = whole
            .keys()
            .filter(|case| now.get(*case) != whole.get(*case));
        let silent = otherwise.find(|case| !told.contains(*case));
        assert_eq!(silent, None, "{page}: {:?}", outcome.checkup);
        all_saved += u32::from(now == whole);
    }
    assert!(damaged > 2 && all_saved > 0, "{damaged}, {all_saved}");
}

#[test]
fn a_damaged_file_is_kept_and_a_new_one_with_all_that_is_left_comes_in_its_place() {
    let place = filled();
    let whole = content(place.path());
    let earlier = Backups::of(place.path()).make(BackupKind::Manual, noon());
    let earlier = earlier.unwrap().backup.name;
    // Half of the cases, of their history and of what stands beside them.
    let all = pages(&file(place.path()));
    destroy(&file(place.path()), all.skip(30).step_by(2));
    let damaged = fs::read(file(place.path())).unwrap();
    let found = examine(place.path()).unwrap();
    assert_eq!(found.findings[0].backup.as_ref(), Some(&earlier));

    let outcome = repair(place.path(), noon()).unwrap();
    assert!(!outcome.checkup.is_clean());
    let made = outcome.backup.clone().unwrap();
    let kept = outcome.kept.clone().unwrap();
    assert!(fs::read(kept.join("woonoverlast.db")).unwrap() == damaged);
    quick_check(&file(place.path()), FileKey::None).unwrap();
    // The backup of just before has no file that is damaged.
    let of_damaged = outcome.checkup.findings.iter();
    let of_damaged = of_damaged.filter(|found| found.kind == FindingKind::CaseLost);
    for found in of_damaged {
        assert_eq!(found.backup.as_ref(), Some(&earlier));
    }
    assert_ne!(made, earlier);
    let now = content(place.path());
    let told = said(&outcome);
    for (case, was) in &whole {
        assert!(now.get(case) == Some(was) || told.contains(case), "{case}");
    }
    assert!(
        now.len() > whole.len() / 2,
        "{} of {}",
        now.len(),
        whole.len()
    );
    // A number that was given is not given again.
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    let store = vault.store_mut(HOUSING).unwrap();
    let next = record(store, new_case(HOUSING, state(&[]))).number;
    assert!(!whole.contains_key(&next), "{next}");
    drop(vault);
    let before = bytes(place.path());
    let again = repair(place.path(), noon()).unwrap();
    assert!(again.checkup.findings.iter().all(|found| !found.repaired));
    assert_eq!((again.backup, again.kept), (None, None));
    assert!(bytes(place.path()) == before);
}

#[test]
fn a_file_of_which_nothing_can_be_read_stays_as_it_is() {
    let place = vault();
    let length = fs::read(file(place.path())).unwrap().len();
    for rubbish in [vec![0xFF; length], b"geen databank".to_vec()] {
        fs::write(file(place.path()), &rubbish).unwrap();
        let outcome = repair(place.path(), noon()).unwrap();
        assert_eq!(left(&outcome), [FindingKind::Damaged]);
        assert_eq!((outcome.backup, outcome.kept), (None, None));
        assert!(fs::read(file(place.path())).unwrap() == rubbish);
        assert!(!place.path().join(".staged").exists());
    }
}

#[test]
fn the_shared_file_is_saved_and_knows_its_vault_and_teams() {
    let place = vault();
    let shared = place.path().join("gedeeld.db");
    let whole = teams_of(place.path());
    for page in pages(&shared).step_by(11) {
        let before = fs::read(&shared).unwrap();
        destroy(&shared, [page]);
        if quick_check(&shared, FileKey::None).is_ok() {
            fs::write(&shared, before).unwrap();
            continue;
        }
        let outcome = repair(place.path(), noon()).unwrap();
        if left(&outcome) == [FindingKind::Damaged] {
            fs::write(&shared, before).unwrap();
            continue;
        }
        assert_eq!(left(&outcome), [], "{page}: {:?}", outcome.checkup);
        let vault = Vault::open(place.path(), noon()).unwrap();
        assert!(vault.unwritable().is_empty(), "{page}");
        assert_eq!(content(place.path()).len(), 4, "{page}");
        assert_eq!(teams_of(place.path()), whole, "{page}");
    }
}

/// The teams of which the shared file knows that they have a file.
fn teams_of(place: &Path) -> Vec<String> {
    let shared = rusqlite::Connection::open(place.join("gedeeld.db")).unwrap();
    let teams =
        "SELECT name FROM meta WHERE name LIKE 'team:%' OR name LIKE 'mark:%' ORDER BY name";
    let mut teams = shared.prepare(teams).unwrap();
    let names = teams.query_map([], |row| row.get(0)).unwrap();
    names.collect::<Result<_, _>>().unwrap()
}

#[cfg(unix)]
#[test]
fn the_new_file_is_as_closed_as_the_damaged_one() {
    use std::os::unix::fs::PermissionsExt;

    let place = filled();
    let closed = fs::Permissions::from_mode(0o600);
    fs::set_permissions(file(place.path()), closed).unwrap();
    destroy(&file(place.path()), [1]);
    let outcome = repair(place.path(), noon()).unwrap();
    assert!(outcome.checkup.is_clean(), "{:?}", outcome.checkup);
    let kept = outcome.kept.unwrap().join("woonoverlast.db");
    for file in [file(place.path()), kept] {
        let mode = fs::metadata(&file).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.display());
    }
}

#[test]
fn a_damaged_file_of_an_earlier_version_is_saved_and_brought_up_to_date() {
    let place = tempdir().unwrap();
    let made = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/vault-version-8");
    for file in fs::read_dir(made).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), place.path().join(file.file_name())).unwrap();
    }
    let youth = place.path().join("jeugd.db");
    let before = fs::read(&youth).unwrap();
    let mut saved = 0;
    for page in pages(&youth).step_by(12) {
        fs::write(&youth, &before).unwrap();
        destroy(&youth, [page]);
        if quick_check(&youth, FileKey::None).is_ok() {
            continue;
        }
        let outcome = repair(place.path(), noon()).unwrap();
        if left(&outcome).contains(&FindingKind::Damaged) {
            continue;
        }
        saved += 1;
        let vault = Vault::open(place.path(), noon()).unwrap();
        let store = vault.store("jeugdaanpak").unwrap();
        let cases = store.by_number("jeugdaanpak").unwrap();
        let lost = count(&outcome, FindingKind::CaseLost);
        assert_eq!(
            cases.len() as u64 + lost,
            3,
            "{page}: {:?}",
            outcome.checkup
        );
    }
    assert!(saved > 0);
}

#[test]
fn an_index_that_lies_where_another_one_does_stops_nobody() {
    let place = vault();
    let healthy = content(place.path());
    let vandal = super::doctor::vandal(place.path(), "woonoverlast.db");
    let share = "PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'revision_of_operation')
            WHERE name = 'revision_of_case';";
    vandal.execute_batch(share).unwrap();
    drop(vandal);
    let outcome = repair(place.path(), noon()).unwrap();
    assert_eq!(left(&outcome), [], "{:?}", outcome.checkup);
    assert_eq!(content(place.path()), healthy);
}
