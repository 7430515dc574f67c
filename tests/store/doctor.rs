//! The doctor finds whatever is wrong with a file, and changes nothing by looking.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use peildatum::store::{Checkup, FindingKind, Vault, attachment, examine};
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use super::openings::{close, nuisance};
use super::support::{HOUSING, address, new_case, noon, operation, record, state, text};

/// A vault with cases of every sort, that is closed.
pub fn vault() -> TempDir {
    let place = tempdir().unwrap();
    let mut vault = Vault::create(place.path(), noon()).unwrap();
    let case = nuisance(&mut vault);
    close(&mut vault, &case);
    let definition = Arc::clone(vault.definition(HOUSING).unwrap());
    let letter = place.path().join("brief.txt");
    fs::write(&letter, "verzonnen").unwrap();
    let written = attachment(&definition, case.key, &letter, noon().naive_utc()).unwrap();
    fs::remove_file(&letter).unwrap();
    let store = vault.store_mut(HOUSING).unwrap();
    store.record(&operation().with_entry(written)).unwrap();
    for at in 0..3 {
        let house = address("Voorbeeldstraat", &at.to_string(), "", "1234AB");
        let said = [("adres", house), ("omschrijving", text("verzonnen"))];
        record(store, new_case(HOUSING, state(&said)));
    }
    place
}

pub fn vandal(place: &Path, file: &str) -> Connection {
    let vandal = Connection::open(place.join(file)).unwrap();
    vandal.pragma_update(None, "foreign_keys", false).unwrap();
    vandal
}

/// The kinds of what is found, with the file and how often.
pub fn kinds(checkup: &Checkup) -> Vec<(&str, FindingKind, u64)> {
    let findings = checkup.findings.iter();
    let kinds = findings.map(|found| {
        let file = found.file.as_deref().unwrap_or_default();
        (file, found.kind, found.count)
    });
    kinds.collect()
}

/// Every file in the vault, with what stands in it.
pub fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(bytes(&path));
        } else {
            files.insert(path.display().to_string(), fs::read(&path).unwrap());
        }
    }
    files
}

pub const HOUSING_FILE: &str = "woonoverlast.db";

/// What somebody does to a file, and what of it is found.
pub const SPOILED: [(FindingKind, &str); 17] = [
    (
        FindingKind::Case,
        "UPDATE case_file SET state = replace(state, '2026-03-01', '2026-03-02') WHERE key = 2",
    ),
    (
        FindingKind::CaseUnreadable,
        "UPDATE case_file SET state = '{' WHERE key = 2",
    ),
    (
        FindingKind::History,
        "DELETE FROM revision WHERE case_key = 2",
    ),
    (
        FindingKind::RevisionWithoutCase,
        "INSERT INTO revision (operation, case_key, version, recorded, actor, changes)
         VALUES ('x', 999, 1, '2026-01-01T00:00:00.000000000Z', 'anna', '[]')",
    ),
    (
        FindingKind::Entry,
        "UPDATE entry SET happened = '2020-01-01T00:00:00' WHERE key = 1",
    ),
    (
        FindingKind::EntryUnreadable,
        "UPDATE entry SET state = '{' WHERE key = 1",
    ),
    (
        FindingKind::EntryWithoutCase,
        "UPDATE entry SET case_key = 999 WHERE key = 1",
    ),
    (
        FindingKind::DocumentWithoutEntry,
        "INSERT INTO document (entry_key, content) VALUES (999, x'00')",
    ),
    (FindingKind::DocumentGone, "DELETE FROM document"),
    (
        FindingKind::Counted,
        "UPDATE counted SET packed = x'00' WHERE key = 2",
    ),
    (FindingKind::Codes, "UPDATE code SET code = code + 10"),
    (
        FindingKind::SearchText,
        "UPDATE search SET text = 'iets anders' WHERE rowid = 2",
    ),
    (
        FindingKind::SearchIndex,
        "UPDATE search_content SET c0 = 'iets anders' WHERE id = 2",
    ),
    (
        FindingKind::Place,
        "UPDATE place SET street = 'elders' WHERE case_key = 2",
    ),
    (
        FindingKind::Task,
        "INSERT INTO task (case_key, source, shown_from, due_day, priority)
         VALUES (999, 'x', '2026-01-01', '2026-01-01', 0)",
    ),
    (
        FindingKind::Half,
        "INSERT INTO meta (name, value) VALUES ('half:x', '{}')",
    ),
    (
        FindingKind::Draft,
        "INSERT INTO draft (id, register, actor, saved, content)
         VALUES ('x', 'woonoverlast', 'anna', 'gisteren', '{}')",
    ),
];

#[test]
fn a_vault_that_is_whole_is_clean_and_stays_as_it_is() {
    let place = vault();
    let before = bytes(place.path());
    let checkup = examine(place.path()).unwrap();
    assert_eq!(kinds(&checkup), []);
    assert!(checkup.is_clean());
    assert!(bytes(place.path()) == before);
    // Also while somebody works in it.
    let _open = Vault::open(place.path(), noon()).unwrap();
    assert_eq!(kinds(&examine(place.path()).unwrap()), []);
    assert!(examine(tempdir().unwrap().path()).is_err());
}

#[test]
fn whatever_is_spoiled_is_found_by_name() {
    let healthy = vault();
    let whole = bytes(healthy.path());
    for (kind, spoil) in SPOILED {
        let place = tempdir().unwrap();
        for (path, content) in &whole {
            let name = Path::new(path).file_name().unwrap();
            fs::write(place.path().join(name), content).unwrap();
        }
        vandal(place.path(), HOUSING_FILE)
            .execute(spoil, [])
            .unwrap();
        let before = bytes(place.path());
        let checkup = examine(place.path()).unwrap();
        let found = kinds(&checkup);
        assert!(
            found
                .iter()
                .any(|(file, found, _)| (*file, *found) == (HOUSING_FILE, kind)),
            "{kind:?}: {found:?}"
        );
        assert!(!checkup.is_clean());
        assert!(bytes(place.path()) == before, "{kind:?}");
    }
}

#[test]
fn an_index_that_is_wrong_is_found() {
    let place = vault();
    for (from, to) in [("street", "postcode"), ("postcode", "street")] {
        let vandal = vandal(place.path(), HOUSING_FILE);
        vandal.pragma_update(None, "writable_schema", true).unwrap();
        let rename = format!(
            "UPDATE sqlite_schema SET sql = replace(sql, '({from})', '({to})') WHERE name = 'place_of_street'"
        );
        vandal.execute(&rename, []).unwrap();
        drop(vandal);
        if to == "postcode" {
            let vandal = Connection::open(place.path().join(HOUSING_FILE)).unwrap();
            vandal.execute("REINDEX place_of_street", []).unwrap();
        }
    }
    let checkup = examine(place.path()).unwrap();
    let [(HOUSING_FILE, FindingKind::Index, _)] = kinds(&checkup)[..] else {
        panic!("{:?}", checkup.findings)
    };
}

#[test]
fn files_that_are_gone_strange_or_damaged_are_found() {
    let place = vault();
    let file = place.path().join(HOUSING_FILE);
    let whole = fs::read(&file).unwrap();
    let found = || {
        let checkup = examine(place.path()).unwrap();
        checkup
            .findings
            .into_iter()
            .map(|found| (found.kind, found.readable))
            .collect::<Vec<_>>()
    };
    fs::remove_file(&file).unwrap();
    // The other file cannot say any more whether its links lead somewhere.
    assert_eq!(found(), [(FindingKind::FileGone, None)]);
    fs::copy(place.path().join("jeugd.db"), &file).unwrap();
    assert_eq!(found()[0], (FindingKind::OtherFile, None));
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[4096..middle].fill(0);
    fs::write(&file, damaged).unwrap();
    let [(FindingKind::Damaged, Some(_))] = found()[..] else {
        panic!("{:?}", found())
    };
    fs::write(&file, &whole).unwrap();
    assert_eq!(found(), []);
    fs::create_dir(place.path().join("registers")).unwrap();
    fs::write(place.path().join("registers/fout.toml"), "geen = [").unwrap();
    assert_eq!(found(), [(FindingKind::Definitions, None)]);
}
