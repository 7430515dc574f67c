//! The [`Store`] in a SQLite file. All SQL stands in `migrations/` and `queries/`, one statement a file.

mod connection;
mod copy;
mod derived;
mod finding;
mod migrations;
mod number;
mod place;
mod reason;
mod record;
mod rows;
mod search;
mod shared;
mod timeline;
mod undo;
mod uses;
mod views;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Params, Row, TransactionBehavior};

use super::{Changes, Operation, Recorded, Store, StoreError, location};
use crate::register::{CaseFile, CaseKey, Codebook, Definition, Entry, Revision};
use derived::Register;

pub use connection::FileKey;

/// The file of one team, in SQLite.
pub struct SqliteStore {
    path: PathBuf,
    key: FileKey,
    connection: Connection,
    registers: Vec<Register>,
    /// SQLite's own count of what others wrote, when it was looked at last.
    seen: i64,
}

/// What stops a transaction: a refusal with a sentence of its own, or SQLite, which does not say in which file.
enum Stopped {
    Refused(StoreError),
    Failed(rusqlite::Error),
}

impl Stopped {
    /// The same, with the file in which it happened.
    fn at(self, file: &Path) -> StoreError {
        match self {
            Self::Refused(refusal) => refusal,
            Self::Failed(source) => StoreError::of_sqlite(file, source),
        }
    }
}

impl From<StoreError> for Stopped {
    fn from(refusal: StoreError) -> Self {
        Self::Refused(refusal)
    }
}

impl From<rusqlite::Error> for Stopped {
    fn from(source: rusqlite::Error) -> Self {
        Self::Failed(source)
    }
}

impl SqliteStore {
    /// Opens the file of a team, which is made when absent, for the registers it holds. The moment is for the name of the
    /// backup that is made before the tables of an older file are changed.
    ///
    /// # Errors
    /// The file is on a network share, damaged, of a newer version, or cannot be read.
    pub fn open(
        path: &Path,
        key: &FileKey,
        definitions: Vec<Arc<Definition>>,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        connection::check_sqlite()?;
        location::refuse_network_share(path)?;
        let named = |source| StoreError::of_sqlite(path, source);
        let mut connection = connection::connect(path, *key).map_err(named)?;
        migrations::refuse_newer(path, &connection)?;
        connection::make_durable(path, &connection)?;
        migrations::migrate(path, &mut connection, *key, now)?;
        let registers: Vec<Register> = definitions.into_iter().map(Register::new).collect();
        for register in &registers {
            register.bring_up_to_date(path, &mut connection)?;
        }
        let seen = data_version(&connection).map_err(named)?;
        Ok(Self {
            path: path.to_owned(),
            key: *key,
            connection,
            registers,
            seen,
        })
    }

    /// What the file knows about itself under this name.
    pub(super) fn recall(&self, name: &str) -> Result<Option<String>, StoreError> {
        derived::meta(&self.connection, name).map_err(|source| self.named(source))
    }

    /// Has the file remember something about itself.
    pub(super) fn remember(&self, name: &str, value: &str) -> Result<(), StoreError> {
        derived::put_meta(&self.connection, name, value).map_err(|source| self.named(source))
    }

    /// Where the file is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    fn named(&self, source: rusqlite::Error) -> StoreError {
        StoreError::of_sqlite(&self.path, source)
    }

    fn register(&self, id: &str) -> Result<&Register, StoreError> {
        register(&self.registers, id)
    }

    /// A stored case as it is read: of a register that is not here, as it stands.
    fn as_read(&self, case: CaseFile) -> CaseFile {
        match self.register(&case.register) {
            Ok(register) => register.as_read(case),
            Err(_) => case,
        }
    }

    /// A stored entry of a case of this register as it is read.
    fn entry_as_read(&self, register: &str, entry: Entry) -> Entry {
        match self.register(register) {
            Ok(register) => register.entry_as_read(entry),
            Err(_) => entry,
        }
    }

    /// The cases that a query finds.
    fn found(&self, query: &str, parameters: impl Params) -> Result<Vec<CaseFile>, StoreError> {
        self.all(query, parameters, |row| {
            rows::case_file(row).map(|case| self.as_read(case))
        })
    }

    /// Everything a query finds.
    fn all<T>(
        &self,
        query: &str,
        parameters: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let found = || -> rusqlite::Result<Vec<T>> {
            let mut statement = self.connection.prepare_cached(query)?;
            statement.query_map(parameters, read)?.collect()
        };
        found().map_err(|source| self.named(source))
    }

    /// Writes one row; returns how many there were to write.
    fn put(&self, query: &str, parameters: impl Params) -> Result<usize, StoreError> {
        let statement = self.connection.prepare_cached(query);
        let written = statement.and_then(|mut statement| statement.execute(parameters));
        written.map_err(|source| self.named(source))
    }

    /// Writes in one transaction, or nothing.
    fn write(
        &mut self,
        write: impl FnOnce(&Connection, &[Register]) -> Result<Recorded, Stopped>,
    ) -> Result<Recorded, StoreError> {
        let Self {
            path,
            connection,
            registers,
            ..
        } = self;
        let written = || -> Result<Recorded, Stopped> {
            // Whoever is going to write takes the write lock first, so that what is read cannot be overtaken.
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let recorded = write(&transaction, registers)?;
            transaction.commit()?;
            Ok(recorded)
        };
        written().map_err(|stopped| stopped.at(path))
    }

    fn read_counted(
        &self,
        register: &Register,
        visit: &mut dyn FnMut(CaseKey, &[u8]),
    ) -> Result<Codebook, Stopped> {
        // One moment for rows and codes, whatever others write meanwhile.
        let moment = self.connection.unchecked_transaction()?;
        register.refuse_other_definition(&moment)?;
        let codebook = register.codebook(&moment)?;
        let mut statement = moment.prepare_cached(include_str!("queries/counted.sql"))?;
        let mut rows = statement.query([&register.definition.id])?;
        while let Some(row) = rows.next()? {
            let packed = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            visit(CaseKey(row.get(0)?), packed);
        }
        Ok(codebook)
    }
}

impl Store for SqliteStore {
    fn record(&mut self, operation: &Operation) -> Result<Recorded, StoreError> {
        self.write(|connection, registers| {
            record::record(connection, operation, |id| register(registers, id))
        })
    }

    fn undo(&mut self, operation: &str, by: Operation) -> Result<Recorded, StoreError> {
        self.write(|connection, registers| {
            let undoing = undo::undoing(connection, operation, by, |id| register(registers, id))?;
            record::record(connection, &undoing, |id| register(registers, id))
        })
    }

    fn cases(&self, keys: &[CaseKey]) -> Result<Vec<CaseFile>, StoreError> {
        let read = || -> rusqlite::Result<Vec<CaseFile>> {
            let mut statement = self
                .connection
                .prepare_cached(include_str!("queries/case_by_key.sql"))?;
            let mut cases = Vec::with_capacity(keys.len());
            for key in keys {
                let case = statement.query_row([key.0], rows::case_file).optional()?;
                cases.extend(case.map(|case| self.as_read(case)));
            }
            Ok(cases)
        };
        read().map_err(|source| self.named(source))
    }

    fn case_by_number(&self, register: &str, number: &str) -> Result<Option<CaseFile>, StoreError> {
        let id = &self.register(register)?.definition.id;
        let found = self.found(include_str!("queries/case_by_number.sql"), [id, number])?;
        Ok(found.into_iter().next())
    }

    fn each_case(&self, register: &str, visit: &mut dyn FnMut(CaseFile)) -> Result<(), StoreError> {
        let id = &self.register(register)?.definition.id;
        let mut read = || -> rusqlite::Result<()> {
            let mut statement = self
                .connection
                .prepare_cached(include_str!("queries/cases_of_register.sql"))?;
            let mut cases = statement.query([id])?;
            while let Some(row) = cases.next()? {
                visit(self.as_read(rows::case_file(row)?));
            }
            Ok(())
        };
        read().map_err(|source| self.named(source))
    }

    fn history(&self, case: CaseKey) -> Result<Vec<Revision>, StoreError> {
        let read = || -> rusqlite::Result<Vec<Revision>> {
            let mut statement = self
                .connection
                .prepare_cached(include_str!("queries/history.sql"))?;
            statement.query_map([case.0], rows::revision)?.collect()
        };
        read().map_err(|source| self.named(source))
    }

    fn counted(
        &self,
        register: &str,
        visit: &mut dyn FnMut(CaseKey, &[u8]),
    ) -> Result<Codebook, StoreError> {
        let register = self.register(register)?;
        self.read_counted(register, visit)
            .map_err(|stopped| stopped.at(&self.path))
    }

    fn by_number(&self, register: &str) -> Result<Vec<CaseKey>, StoreError> {
        let id = &self.register(register)?.definition.id;
        let read = || -> rusqlite::Result<Vec<(String, CaseKey)>> {
            let mut statement = self
                .connection
                .prepare_cached(include_str!("queries/numbers_of_register.sql"))?;
            let mut numbers = Vec::new();
            let mut rows = statement.query([id])?;
            while let Some(row) = rows.next()? {
                numbers.push((
                    number::sort_key(row.get_ref(0)?.as_str()?),
                    CaseKey(row.get(1)?),
                ));
            }
            Ok(numbers)
        };
        let mut numbers = read().map_err(|source| self.named(source))?;
        // Stable: `007` and `7` stay as the file has them, in the order of their letters.
        numbers.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(numbers.into_iter().map(|(_, key)| key).collect())
    }

    fn changes_since(&self, sequence: i64) -> Result<Changes, StoreError> {
        let read = || -> rusqlite::Result<Changes> {
            let mut statement = self
                .connection
                .prepare_cached(include_str!("queries/changes_since.sql"))?;
            let mut changes = Changes {
                up_to: sequence,
                cases: Vec::new(),
            };
            let mut rows = statement.query([sequence])?;
            while let Some(row) = rows.next()? {
                changes.cases.push(CaseKey(row.get(0)?));
                changes.up_to = row.get(1)?;
            }
            Ok(changes)
        };
        read().map_err(|source| self.named(source))
    }

    fn changed_elsewhere(&mut self) -> Result<bool, StoreError> {
        let now = data_version(&self.connection).map_err(|source| self.named(source))?;
        Ok(std::mem::replace(&mut self.seen, now) != now)
    }

    fn backup(&self, to: &Path) -> Result<(), StoreError> {
        copy::to_new_file(&self.path, &self.connection, to, self.key)
    }
}

fn register<'a>(registers: &'a [Register], id: &str) -> Result<&'a Register, StoreError> {
    let found = registers
        .iter()
        .find(|register| register.definition.id == id);
    found.ok_or_else(|| StoreError::UnknownRegister {
        register: id.to_owned(),
        known: registers
            .iter()
            .map(|register| register.definition.id.clone())
            .collect(),
    })
}

/// A number that changes when another connection commits, and not when this one does.
fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}
