//! What becomes of a timeline when the program dies or cannot write.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::slice;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use peildatum::register::{ATTACHMENT, CaseFile, EntryState};
use peildatum::store::{
    CaseOf, Draft, Drafts, EntryWrite, GivenNumbers, Operation, SqliteStore, Store, StoreError,
    Timelines, new_id,
};
use rusqlite::Connection;

use super::street::{STREET, contact, definition, march, on, open, tasks, tell, timeline};
use super::support::{Place, all, new_case, noon, open_at, operation, record, state};

/// Under this name a program that is going to be killed hears in which file it writes.
const FILE: &str = "PEILDATUM_TEST_FILE";

fn document(at: usize) -> Arc<[u8]> {
    vec![u8::try_from(at % 251).unwrap(); 20_000].into()
}

/// How many cases an action has of which the parts come one by one.
const PARTS: usize = 3;

/// The same cases, from this one on, in one action of which the parts come one by one.
fn intakes(store: &mut SqliteStore, from: usize) -> Result<Option<String>, StoreError> {
    let action = Operation {
        draft: Some(draft(from)),
        ..operation()
    };
    store.record_parts(&action, &GivenNumbers::new(), &mut |recorder| {
        for at in from..from + PARTS {
            let Operation {
                writes, entries, ..
            } = intake(at);
            recorder.add(&writes, &entries)?;
        }
        Ok(())
    })
}

/// A case with its first contact and a document; it ends a draft.
fn intake(at: usize) -> Operation {
    let attached = EntryWrite {
        document: Some(document(at)),
        ..EntryWrite::new(CaseOf::Written(0), EntryState::at(ATTACHMENT, march(2, 10)))
    };
    let called = contact(march(2, 9), "gebeld");
    let mut intake = operation()
        .with(new_case(STREET, state(&[])))
        .with_entry(EntryWrite::new(CaseOf::Written(0), called))
        .with_entry(attached);
    intake.draft = Some(draft(at));
    intake
}

/// The draft in which the case was typed; one is stored once.
fn draft(at: usize) -> String {
    format!("typed {at}")
}

pub fn typed(at: usize) -> Draft {
    Draft {
        id: draft(at),
        register: STREET.to_owned(),
        actor: "anna".to_owned(),
        saved: noon(),
        content: "harde muziek".to_owned(),
    }
}

#[test]
#[ignore = "the program that the next test kills"]
fn write_until_killed() {
    let Some(file) = env::var_os(FILE).map(PathBuf::from) else {
        return;
    };
    let mut store = open_at(&file, "straat", vec![definition()]).unwrap();
    for at in (0..).step_by(1 + PARTS) {
        store.keep_draft(&typed(at)).unwrap();
        store.record(&intake(at)).unwrap();
        store.keep_draft(&typed(at + 1)).unwrap();
        intakes(&mut store, at + 1).unwrap();
    }
}

#[test]
fn whoever_is_killed_leaves_every_case_with_its_whole_timeline() {
    for after in [0, 40, 90, 150, 230] {
        let place = Place::new("straat");
        drop(open(&place));
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--ignored", "--exact", "faults::write_until_killed"])
            .env(FILE, &place.file)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let written = || all(&open(&place), STREET).len();
        while written() == 0 {
            sleep(Duration::from_millis(5));
        }
        sleep(Duration::from_millis(after));
        child.kill().unwrap();
        child.wait().unwrap();

        let store = open(&place);
        let cases = all(&store, STREET);
        let whole = [0, 1].contains(&(cases.len() % (1 + PARTS)));
        assert!(whole, "half an action: {}", cases.len());
        for (at, case) in cases.iter().enumerate() {
            let entries = store.entries(case.key).unwrap();
            assert_eq!(entries.len(), 2, "{}", case.number);
            assert!(store.document(entries[0].key).unwrap() == document(at)[..]);
            assert_eq!(store.history(case.key).unwrap().len(), 3);
        }
        assert_eq!(tasks(&store, 1), [], "the first answer was given");
        // What was typed is stored in a case, or kept as a draft: never both half.
        assert!(store.drafts("anna").unwrap().len() <= 1);
    }
}

#[test]
fn what_cannot_be_written_leaves_timeline_tasks_and_draft_as_they_were() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case: CaseFile = record(&mut store, new_case(STREET, state(&[])));
    tell(&mut store, on(&case, contact(march(2, 9), "gebeld")));
    store.keep_draft(&typed(0)).unwrap();
    // The disk is full at the last statement of all: that which ends the draft.
    let other = Connection::open(&place.file).unwrap();
    other
        .execute_batch(
            "CREATE TRIGGER full BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, 'full'); END",
        )
        .unwrap();
    let refused = store.record(&intake(0));
    assert!(refused.is_err(), "{refused:?}");
    let refused = intakes(&mut store, 0);
    assert!(refused.is_err(), "{refused:?}");
    other.execute_batch("DROP TRIGGER full").unwrap();
    assert_eq!(all(&store, STREET), slice::from_ref(&case));
    assert_eq!(timeline(&store, &case).len(), 1);
    assert_eq!(store.drafts("anna").unwrap(), [typed(0)]);
    let left: i64 = other
        .query_row("SELECT count(*) FROM document", [], |row| row.get(0))
        .unwrap();
    assert_eq!(left, 0);

    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let entry = operation().with_entry(on(&case, contact(march(3, 9), "gemaild")));
    let refused = store.record(&entry);
    assert!(
        matches!(refused, Err(StoreError::Busy { .. })),
        "{refused:?}"
    );
    let refused = store.keep_draft(&Draft {
        id: new_id(),
        ..typed(0)
    });
    assert!(
        matches!(refused, Err(StoreError::Busy { .. })),
        "{refused:?}"
    );
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(timeline(&store, &case).len(), 1);
    store.record(&intake(0)).unwrap();
    assert_eq!(store.drafts("anna").unwrap(), []);
}

#[test]
fn an_entry_that_cannot_be_read_back_is_damage() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    tell(&mut store, on(&case, contact(march(2, 9), "gebeld")));
    let vandal = Connection::open(&place.file).unwrap();
    vandal.execute("UPDATE entry SET state = '{'", []).unwrap();
    let refused = store.entries(case.key).unwrap_err();
    assert!(matches!(refused, StoreError::Damaged { .. }), "{refused:?}");
}
