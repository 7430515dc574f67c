//! The doctor repairs what can be repaired after a backup, keeps what it takes out, and changes nothing the second time.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use peildatum::store::{
    BackupKind, Backups, FindingKind, Repair, StoreError, Vault, VaultLock, examine, repair,
};
use tempfile::{TempDir, tempdir};

use super::doctor::{HOUSING_FILE, SPOILED, bytes, kinds, vandal, vault};
use super::opening_faults::{counts, stopped, typed};
use super::openings::{entries, standing};
use super::support::{HOUSING, noon, operation};

/// Copies of a vault, because making one takes most of the time; of the files in which nothing stands there are none.
struct Copies(BTreeMap<String, Vec<u8>>);

impl Copies {
    fn of(place: &Path) -> Self {
        let filled = ["gedeeld", "woonoverlast", "maatregelen"];
        let shared = vandal(place, "gedeeld.db");
        let [_, housing, measures] = filled.map(|team| format!("team:{team}"));
        let others = "DELETE FROM meta WHERE name LIKE 'team:%' AND name NOT IN (?1, ?2)";
        shared.execute(others, [housing, measures]).unwrap();
        drop(shared);
        let mut files = bytes(place);
        files.retain(|path, _| {
            let name = Path::new(path).file_stem().unwrap();
            filled.iter().any(|team| name == *team)
        });
        Self(files)
    }

    fn next(&self) -> TempDir {
        let place = tempdir().unwrap();
        // What is only locked stays as it is too.
        drop(VaultLock::exclusive(place.path()).unwrap());
        for (path, content) in &self.0 {
            let name = Path::new(path).file_name().unwrap();
            fs::write(place.path().join(name), content).unwrap();
        }
        place
    }
}

/// A copy in which somebody did this.
fn spoiled(copies: &Copies, spoil: &str) -> TempDir {
    let place = copies.next();
    let vandal = vandal(place.path(), HOUSING_FILE);
    vandal.execute_batch(spoil).unwrap();
    place
}

fn repaired(place: &Path) -> Repair {
    repair(place, noon()).unwrap()
}

/// What was found and not repaired.
pub fn left(repair: &Repair) -> Vec<FindingKind> {
    let findings = repair.checkup.findings.iter();
    let left = findings.filter(|found| !found.repaired);
    left.map(|found| found.kind).collect()
}

/// What stands in the folder in which is kept what was taken out, by its name.
fn kept(outcome: &Repair) -> BTreeMap<String, Vec<u8>> {
    let kept = outcome.kept.as_ref().map(|folder| bytes(folder));
    let kept = kept.unwrap_or_default().into_iter();
    let named = kept.map(|(path, content)| {
        let name = Path::new(&path).file_name().unwrap().to_str().unwrap();
        (name.to_owned(), content)
    });
    named.collect()
}

/// What every case of the register says, by its number, with its timeline and how many steps its history has.
pub fn content(place: &Path) -> BTreeMap<String, String> {
    let vault = Vault::open(place, noon()).unwrap();
    let store = vault.store(HOUSING).unwrap();
    let mut content = BTreeMap::new();
    store
        .each_case(HOUSING, &mut |case| {
            let timeline: Vec<_> = store.entries(case.key).unwrap();
            let timeline = timeline.iter().map(|entry| format!("{:?}", entry.state));
            let timeline: Vec<String> = timeline.collect();
            let steps = store.history(case.key).unwrap().len();
            let said = format!("{:?} {timeline:?} {steps}", case.state);
            content.insert(case.number, said);
        })
        .unwrap();
    content
}

/// What of the spoiled things no repair can bring back, with what is left to say of it.
const BEYOND_REPAIR: [FindingKind; 2] = [FindingKind::History, FindingKind::DocumentGone];

#[test]
fn whatever_is_spoiled_in_a_case_is_repaired_after_a_backup_and_only_once() {
    repaired_once(&SPOILED[..8]);
}

#[test]
fn whatever_is_spoiled_beside_a_case_is_repaired_after_a_backup_and_only_once() {
    repaired_once(&SPOILED[8..]);
}

fn repaired_once(spoils: &[(FindingKind, &str)]) {
    let copies = Copies::of(vault().path());
    for (kind, spoil) in spoils {
        let kind = *kind;
        let place = spoiled(&copies, spoil);
        let spoiled = bytes(place.path());
        let outcome = repaired(place.path());
        let backups = Backups::of(place.path()).list().unwrap();
        assert!(outcome.refused.is_empty(), "{:?}", outcome.refused);
        if BEYOND_REPAIR.contains(&kind) {
            assert_eq!(left(&outcome), [kind]);
            assert_eq!((backups.len(), outcome.backup), (0, None), "{kind:?}");
            assert!(bytes(place.path()) == spoiled, "{kind:?}");
            continue;
        }
        assert_eq!(left(&outcome), [], "{kind:?}: {:?}", outcome.checkup);
        assert!(outcome.checkup.is_clean());
        let mut found = outcome.checkup.findings.iter();
        assert!(found.any(|found| found.kind == kind), "{kind:?}");
        assert_eq!(backups.len(), 1, "{kind:?}");
        assert_eq!(outcome.backup.as_ref(), Some(&backups[0].name));
        assert_eq!(backups[0].kind, BackupKind::Repair);

        let before = bytes(place.path());
        let again = repaired(place.path());
        assert_eq!(kinds(&again.checkup), [], "{kind:?}");
        assert_eq!((again.backup, again.kept), (None, None));
        assert!(bytes(place.path()) == before, "{kind:?}: the second time");
    }
}

#[test]
fn cases_and_entries_of_which_only_the_history_is_left_come_back() {
    let healthy = vault();
    let whole = content(healthy.path());
    let copies = Copies::of(healthy.path());
    for lost in [
        "DELETE FROM case_file WHERE key = 2",
        "DELETE FROM case_file WHERE key = 1",
        "DELETE FROM entry",
        "DELETE FROM case_file; DELETE FROM entry",
    ] {
        let place = spoiled(&copies, lost);
        let outcome = repaired(place.path());
        // The link of another team to a case that came back is one to another identity.
        let mut left = left(&outcome);
        left.retain(|kind| *kind != FindingKind::Link);
        assert_eq!(left, [], "{lost}: {:?}", outcome.checkup);
        assert_eq!(outcome.kept, None);
        assert_eq!(content(place.path()), whole, "{lost}");
    }
}

#[test]
fn a_case_that_cannot_be_read_becomes_what_is_left_of_its_history() {
    let place = tempdir().unwrap();
    let mut vault = Vault::create(place.path(), noon()).unwrap();
    let case = super::openings::nuisance(&mut vault);
    let mut changed = case.state.clone();
    changed.set("behandelaar", Some(super::support::text("bram")));
    let write = super::support::change(&case, changed.clone());
    super::support::record(vault.store_mut(HOUSING).unwrap(), write);
    drop(vault);
    let spoil = "UPDATE case_file SET state = '{'; DELETE FROM revision WHERE version = 1;";
    vandal(place.path(), HOUSING_FILE)
        .execute_batch(spoil)
        .unwrap();
    let outcome = repaired(place.path());
    assert_eq!(
        left(&outcome),
        [FindingKind::History, FindingKind::CaseIncomplete]
    );
    let incomplete = outcome.checkup.findings.last().unwrap();
    assert_eq!(
        incomplete.cases,
        [(HOUSING.to_owned(), case.number.clone())]
    );
    assert_eq!(incomplete.backup, None, "that of before has no more");
    assert_eq!(kept(&outcome)["woonoverlast-case-1.json"], b"{");
    let vault = Vault::open(place.path(), noon()).unwrap();
    let [now] = &standing(&vault, HOUSING)[..] else {
        panic!("one case")
    };
    assert_eq!(now.number, case.number);
    assert_eq!(now.version, 2);
    // Of the first step nothing is known any more.
    let known: Vec<&String> = now.state.values.keys().collect();
    assert_eq!(known, ["behandelaar"]);
    drop(vault);
    let again = repaired(place.path());
    assert_eq!(left(&again), [FindingKind::History]);
    assert_eq!((again.backup, again.kept), (None, None));
}

#[test]
fn what_belongs_to_nothing_and_what_nobody_can_read_is_kept_outside_the_file() {
    let copies = Copies::of(vault().path());
    let place = spoiled(
        &copies,
        "INSERT INTO document (entry_key, content) VALUES (999, CAST('een brief' AS BLOB));
         INSERT INTO entry (key, id, case_key, kind, happened, version, state)
             VALUES (998, 'x', 999, 'contact', '2026-01-01T00:00:00', 1, 'gebeld');
         INSERT INTO draft (id, register, actor, saved, content)
             VALUES ('x', 'woonoverlast', 'anna', '2026-01-01T00:00:00.000000000Z', '{\"getypt'),
                    ('y', 'woonoverlast', 'anna', 'gisteren', '{\"getypt\":1}');
         INSERT INTO meta (name, value) VALUES ('half:x', 'half getypt');",
    );
    let outcome = repaired(place.path());
    assert_eq!(left(&outcome), [], "{:?}", outcome.checkup);
    let kept = kept(&outcome);
    let kept: Vec<(&str, &[u8])> = kept
        .iter()
        .map(|(name, content)| (&**name, &**content))
        .collect();
    assert_eq!(
        kept,
        [
            ("woonoverlast-document-999", &b"een brief"[..]),
            ("woonoverlast-draft-1.json", b"{\"getypt"),
            ("woonoverlast-entry-998.json", b"gebeld"),
            ("woonoverlast-half-1.json", b"half getypt"),
        ]
    );
    let vault = Vault::open(place.path(), noon()).unwrap();
    let drafts = vault.store(HOUSING).unwrap().drafts("anna").unwrap();
    let drafts: Vec<&str> = drafts.iter().map(|draft| &*draft.content).collect();
    assert_eq!(drafts, [r#"{"getypt":1}"#]);
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_as_closed_as_the_file_from_which_it_comes() {
    use std::os::unix::fs::PermissionsExt;

    let copies = Copies::of(vault().path());
    let place = spoiled(
        &copies,
        "INSERT INTO document (entry_key, content) VALUES (999, CAST('een brief' AS BLOB));",
    );
    let file = place.path().join(HOUSING_FILE);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o710)).unwrap();
    let kept = repaired(place.path()).kept.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&kept), 0o710);
    assert_eq!(mode(&kept.join("woonoverlast-document-999")), 0o600);
    assert_eq!(mode(&file), 0o600);
}

#[test]
fn an_index_is_made_anew_before_the_history_is_followed() {
    let healthy = vault();
    let whole = content(healthy.path());
    let copies = Copies::of(healthy.path());
    // By an index in which nothing stands no case has a history.
    let index = |sql: &str| {
        format!(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = 'CREATE INDEX revision_of_case ON revision (case_key, sequence) {sql}'
                 WHERE name = 'revision_of_case';"
        )
    };
    let place = spoiled(&copies, &index("WHERE sequence < 0"));
    let empty = "REINDEX revision_of_case";
    vandal(place.path(), HOUSING_FILE)
        .execute_batch(empty)
        .unwrap();
    vandal(place.path(), HOUSING_FILE)
        .execute_batch(&index(""))
        .unwrap();
    let found = examine(place.path()).unwrap();
    let history = |found: &FindingKind| *found == FindingKind::History;
    assert!(kinds(&found).iter().any(|(_, kind, _)| history(kind)));
    let outcome = repaired(place.path());
    assert_eq!(left(&outcome), [], "{:?}", outcome.checkup);
    assert_eq!(content(place.path()), whole);
}

#[test]
fn two_cases_of_one_number_are_left_alone() {
    let place = vault();
    let unique = "UNIQUE (register, number)";
    let by_number = "name = 'sqlite_autoindex_case_file_2'";
    let steps = [
        format!(
            "CREATE TABLE own AS SELECT * FROM sqlite_schema WHERE {by_number};
             PRAGMA writable_schema = ON;
             DELETE FROM sqlite_schema WHERE {by_number};
             UPDATE sqlite_schema SET sql = replace(sql, '{unique}', 'CHECK (key > 0)') WHERE name = 'case_file';"
        ),
        "UPDATE case_file SET number = (SELECT number FROM case_file WHERE key = 2) WHERE key = 3"
            .to_owned(),
        format!(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (key > 0)', '{unique}') WHERE name = 'case_file';
             INSERT INTO sqlite_schema SELECT * FROM own;"
        ),
        "DROP TABLE own".to_owned(),
    ];
    for step in steps {
        vandal(place.path(), HOUSING_FILE)
            .execute_batch(&step)
            .unwrap();
    }
    let before = bytes(place.path());
    let outcome = repaired(place.path());
    assert!(left(&outcome).contains(&FindingKind::Index));
    assert_eq!((outcome.backup, outcome.kept), (None, None));
    assert!(bytes(place.path()) == before);
}

#[test]
fn a_vault_that_somebody_has_open_is_left_alone() {
    let place = vault();
    let open = Vault::open(place.path(), noon()).unwrap();
    let refused = repair(place.path(), noon()).unwrap_err();
    assert!(matches!(refused, StoreError::VaultInUse(_)), "{refused:?}");
    drop(open);
    assert!(repaired(place.path()).checkup.is_clean());
    let lock = VaultLock::exclusive(place.path()).unwrap();
    assert!(repair(place.path(), noon()).is_err());
    drop(lock);
    let none = tempdir().unwrap();
    let refused = repair(none.path(), noon()).unwrap_err();
    assert!(matches!(refused, StoreError::NotAVault(_)), "{refused:?}");
    assert!(bytes(none.path()).is_empty());
}

#[test]
fn the_log_of_another_copy_is_put_aside() {
    let place = vault();
    let file = place.path().join(HOUSING_FILE);
    let older = fs::read(&file).unwrap();
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    let mut say = |words: &str| {
        let said = [("omschrijving", super::support::text(words))];
        let write = super::support::new_case(HOUSING, super::support::state(&said));
        let store = vault.store_mut(HOUSING).unwrap();
        store.record(&operation().with(write)).unwrap();
    };
    say("eerst");
    let other = rusqlite::Connection::open(&file).unwrap();
    let written = other.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    written.unwrap();
    say("daarna");
    say("en toen");
    let log = fs::read(place.path().join("woonoverlast.db-wal")).unwrap();
    drop((other, vault));
    fs::write(&file, &older).unwrap();
    fs::write(place.path().join("woonoverlast.db-wal"), &log).unwrap();

    let outcome = repaired(place.path());
    assert_eq!(left(&outcome), [], "{:?}", outcome.checkup);
    assert!(kept(&outcome)["woonoverlast.db-wal"] == log);
    assert!(fs::read(&file).unwrap() == older);
    let vault = Vault::open(place.path(), noon()).unwrap();
    assert_eq!(standing(&vault, HOUSING).len(), 4);
    assert_eq!(
        entries(&vault, &standing(&vault, HOUSING)[0], "bijlage").len(),
        1
    );
}

#[test]
fn mistakes_in_the_definitions_keep_no_case_from_being_repaired() {
    let healthy = vault();
    let whole = content(healthy.path());
    let copies = Copies::of(healthy.path());
    let place = spoiled(
        &copies,
        "UPDATE case_file SET state = replace(state, '2026-03-01', '2026-03-02')",
    );
    fs::create_dir(place.path().join("registers")).unwrap();
    let mistake = place.path().join("registers/fout.toml");
    fs::write(&mistake, "geen = [").unwrap();
    let outcome = repaired(place.path());
    assert_eq!(left(&outcome), [FindingKind::Definitions]);
    assert!(outcome.backup.is_some());
    assert_eq!(repaired(place.path()).backup, None);
    fs::remove_file(&mistake).unwrap();
    assert_eq!(content(place.path()), whole);
    assert_eq!(kinds(&examine(place.path()).unwrap()), []);
}

#[test]
fn half_an_action_is_finished_as_soon_as_the_other_file_is_there() {
    let place = vault();
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    let (case, action) = typed(&mut vault);
    let full = stopped(&place, &mut vault, &action);
    drop(vault);
    full.lift();
    let other = place.path().join("maatregelen.db");
    let elsewhere = tempdir().unwrap();
    let away = elsewhere.path().join("maatregelen.db");
    fs::copy(&other, &away).unwrap();
    fs::remove_file(&other).unwrap();
    let before = bytes(place.path());
    for _ in 0..2 {
        let outcome = repaired(place.path());
        let mut left = left(&outcome);
        left.sort();
        assert_eq!(left, [FindingKind::FileGone, FindingKind::Half]);
        assert_eq!((outcome.backup, outcome.kept), (None, None));
        assert!(bytes(place.path()) == before);
    }
    fs::copy(&away, &other).unwrap();
    let outcome = repaired(place.path());
    assert!(outcome.checkup.is_clean(), "{:?}", outcome.checkup);
    assert_eq!(outcome.checkup.findings[0].kind, FindingKind::Half);
    let vault = Vault::open(place.path(), noon()).unwrap();
    assert_eq!(counts(&vault, &case)[..2], [1, 1]);
}

#[test]
fn a_step_that_cannot_be_read_follows_from_those_around_it() {
    let place = vault();
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    let case = standing(&vault, HOUSING).remove(1);
    let store = vault.store_mut(HOUSING).unwrap();
    let mut state = case.state.clone();
    state.set("behandelaar", Some(super::support::text("bram")));
    super::support::record(store, super::support::change(&case, state));
    drop(vault);
    let whole = content(place.path());
    let history = |place: &Path| {
        let vault = Vault::open(place, noon()).unwrap();
        let history = vault.store(HOUSING).unwrap().history(case.key).unwrap();
        let steps = history.into_iter().map(|step| (step.version, step.changes));
        steps.collect::<Vec<_>>()
    };
    let said = history(place.path());
    let copies = Copies::of(place.path());
    for spoil in [
        "UPDATE revision SET changes = '{' WHERE version = 1",
        "UPDATE revision SET changes = '{' WHERE version = 2",
        "UPDATE revision SET recorded = 'gisteren' WHERE sequence > 2",
        "UPDATE revision SET actor = CAST(x'C328' AS TEXT), reason = CAST(x'C328' AS TEXT)",
    ] {
        let place = spoiled(&copies, spoil);
        let outcome = repaired(place.path());
        assert_eq!(left(&outcome), [], "{spoil}: {:?}", outcome.checkup);
        assert_eq!(outcome.kept, None, "{spoil}");
        assert_eq!(content(place.path()), whole, "{spoil}");
        assert_eq!(history(place.path()), said, "{spoil}");
    }
    // Of two in a row it is not known which of them did what: the last one has it all.
    let place = spoiled(
        &copies,
        "UPDATE revision SET changes = '{' WHERE case_key = 2",
    );
    let outcome = repaired(place.path());
    assert_eq!(left(&outcome), [FindingKind::CaseIncomplete]);
    assert_eq!(kept(&outcome).len(), 1);
    assert_eq!(content(place.path()), whole);
    assert_eq!(history(place.path())[1], (1, Vec::new()));
    let again = repaired(place.path());
    assert_eq!(kinds(&again.checkup), []);
    assert_eq!((again.backup, again.kept), (None, None));
}
