//! A write-ahead log is only taken with the file to which it belongs. Files are copied as they lie there when the program
//! dies: the file itself, with its log beside it.

use std::fs;
use std::path::{Path, PathBuf};

use peildatum::store::{SqliteStore, StoreError};
use rusqlite::Connection;
use rusqlite::backup::Progress;
use tempfile::{TempDir, tempdir};

use super::support::{HOUSING, Place, all, new_case, open_at, record, shipped, state, text};

/// The file of a team in which somebody works.
struct Work {
    place: Place,
    store: Option<SqliteStore>,
    cases: usize,
    /// Copies, and how many cases are in each.
    backups: Vec<(PathBuf, usize)>,
}

impl Work {
    fn begin() -> Self {
        let place = Place::new(HOUSING);
        let store = Some(place.open(&[HOUSING]));
        Self {
            place,
            store,
            cases: 0,
            backups: Vec::new(),
        }
    }

    /// Records this many cases, each in a transaction of its own.
    fn record(&mut self, cases: usize) {
        for _ in 0..cases {
            self.cases += 1;
            let words = format!("verzonnen {} ", self.cases).repeat(60);
            let case = new_case(HOUSING, state(&[("omschrijving", text(&words))]));
            record(self.store.as_mut().unwrap(), case);
        }
    }

    fn back_up(&mut self) {
        let name = format!("kopie-{}.db", self.backups.len());
        let copy = self.place.folder.path().join("kopie").join(name);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        let file = Connection::open(&self.place.file).unwrap();
        file.backup("main", &copy, None::<fn(Progress)>).unwrap();
        self.backups.push((copy, self.cases));
    }

    /// Ends the session, so that all stands in the file, and begins another one.
    fn restart(&mut self) {
        drop(self.store.take());
        self.store = Some(self.place.open(&[HOUSING]));
    }

    /// Writes what stands in the log into the file, as another window may do; the log is begun anew by the next write.
    fn write_log_into_file(&self) {
        let other = Connection::open(&self.place.file).unwrap();
        let done = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let (_, _, written): (i64, i64, i64) = other
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], done)
            .unwrap();
        assert!(written > 0);
    }

    /// The file and its log as they would lie there if the program died now.
    fn left(&self) -> Left {
        let log = fs::read(log_of(&self.place.file)).unwrap_or_default();
        Left {
            file: fs::read(&self.place.file).unwrap(),
            log,
            cases: self.cases,
        }
    }
}

/// A file and its log as somebody left them, with this many cases in both together.
struct Left {
    file: Vec<u8>,
    log: Vec<u8>,
    cases: usize,
}

impl Left {
    /// How many cases are read from this file with that log beside it, all of them whole; or why it is refused, and then
    /// nothing has changed.
    fn opened_with(&self, file: &[u8]) -> Result<usize, StoreError> {
        let folder = tempdir().unwrap();
        let path = self.put(&folder, file);
        let store = match open_at(&path, HOUSING, vec![shipped(HOUSING)]) {
            Ok(store) => store,
            Err(error) => {
                assert!(fs::read(&path).unwrap() == file, "the file");
                assert!(fs::read(log_of(&path)).unwrap() == self.log, "the log");
                return Err(error);
            }
        };
        let cases = all(&store, HOUSING).len();
        drop(store);
        let checked: String = Connection::open(&path)
            .unwrap()
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(checked, "ok");
        Ok(cases)
    }

    fn put(&self, folder: &TempDir, file: &[u8]) -> PathBuf {
        let path = folder.path().join("woonoverlast.db");
        fs::write(&path, file).unwrap();
        fs::write(log_of(&path), &self.log).unwrap();
        path
    }

    /// Opens the file that was left, in which nothing may be lost, and then every copy in its place: it is refused, or it is
    /// the same file. Says how many are refused.
    fn check(&self, backups: &[(PathBuf, usize)]) -> usize {
        assert_eq!(self.opened_with(&self.file).unwrap(), self.cases);
        let refused = backups.iter().filter(|(copy, cases)| {
            let expected = match self.log.len() > 32 {
                true => self.cases,
                false => *cases,
            };
            match self.opened_with(&fs::read(copy).unwrap()) {
                Ok(found) => {
                    assert_eq!(found, expected);
                    false
                }
                Err(StoreError::ForeignLog { .. }) => true,
                Err(error) => panic!("{error:?}"),
            }
        });
        refused.count()
    }
}

fn log_of(file: &Path) -> PathBuf {
    file.with_extension("db-wal")
}

#[test]
fn a_copy_of_an_earlier_session_is_refused_beside_the_log_of_a_later_one() {
    let mut work = Work::begin();
    work.record(3);
    work.back_up();
    work.restart();
    work.record(2);
    work.back_up();
    work.restart();
    work.record(2);
    let left = work.left();
    // The second one is the same as the file.
    assert_eq!(left.check(&work.backups), 1);
}

#[test]
fn a_copy_is_refused_beside_a_log_that_was_begun_anew() {
    let mut work = Work::begin();
    work.record(5);
    work.back_up();
    work.record(1);
    work.write_log_into_file();
    work.record(1);
    let left = work.left();
    assert_eq!(left.check(&work.backups), 1);
}

#[test]
fn a_copy_that_the_log_goes_on_from_or_already_holds_loses_nothing() {
    let mut work = Work::begin();
    work.record(5);
    work.restart();
    // The same as the file, and the log is begun after it; and one from its middle.
    work.back_up();
    work.record(2);
    work.back_up();
    work.record(2);
    let left = work.left();
    assert_eq!(left.check(&work.backups), 0);
}

#[test]
fn a_file_into_which_a_part_of_its_log_was_written_loses_nothing() {
    let mut work = Work::begin();
    work.record(1);
    work.back_up();
    work.record(1);
    work.restart();
    work.record(3);
    let before = work.left();
    // Whoever reads keeps what comes after out of the file.
    let reader = Connection::open(&work.place.file).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let count = "SELECT count(*) FROM case_file";
    let seen: i64 = reader.query_row(count, [], |row| row.get(0)).unwrap();
    assert_eq!(seen, 5);
    work.record(3);
    work.write_log_into_file();
    work.record(1);
    let left = work.left();
    assert!(left.file != before.file, "the file is halfway");
    // A copy of what stood there before is what the log began with.
    assert_eq!(left.opened_with(&before.file).unwrap(), left.cases);
    assert_eq!(left.check(&work.backups), 1);
}

#[test]
fn whatever_is_put_back_at_whatever_moment_is_refused_or_loses_nothing() {
    let (mut refused, mut tried) = (0, 0);
    for seed in 0..2 {
        let mut chance = fastrand::Rng::with_seed(seed);
        let mut work = Work::begin();
        for _ in 0..24 {
            match chance.u8(0..10) {
                0..4 => work.record(chance.usize(1..4)),
                4 => work.back_up(),
                5 => work.restart(),
                6 if work.left().log.len() > 32 => work.write_log_into_file(),
                _ => {
                    refused += work.left().check(&work.backups);
                    tried += work.backups.len();
                }
            }
        }
    }
    assert!(refused > 0 && refused < tried, "{refused} of {tried}");
}

#[test]
fn a_log_beside_a_file_in_which_nothing_stands_is_not_thrown_away() {
    let mut work = Work::begin();
    work.record(2);
    let refused = work.left().opened_with(b"").unwrap_err();
    assert!(matches!(refused, StoreError::ForeignLog { .. }));
}

#[test]
fn a_log_in_which_nothing_was_committed_is_in_nobodys_way() {
    let mut work = Work::begin();
    work.record(3);
    work.back_up();
    work.record(1);
    let mut left = work.left();
    let copy = fs::read(&work.backups[0].0).unwrap();
    // The first page in the log is not whole.
    left.log.truncate(32 + 24 + 1000);
    assert_eq!(left.opened_with(&copy).unwrap(), 3);
    left.log[0] = 0;
    assert_eq!(left.opened_with(&copy).unwrap(), 3);
}
