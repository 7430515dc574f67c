//! A SQLite file that is open, and the helpers that its traits share.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Params, Row};

use super::connection::{self, FileKey};
use super::deriving_anew;
use super::error::{TransactionError, store_error};
use super::register::Register;
use super::{bringing_up, mark, meta, migrations, register, rows, transaction};
use crate::register::{CaseFile, Definition, Entry, MovedFigures};
use crate::store::error::StoreError;
use crate::store::file_mark::FileMark;
use crate::store::location;

/// The file of one team, in SQLite.
pub struct SqliteStore {
    pub(super) path: PathBuf,
    pub(super) connection: Connection,
    pub(super) registers: Vec<Register>,
    /// The registers of which figures of past years moved when the file was opened.
    pub(in crate::store) moved_now: Vec<String>,
    /// The `data_version` of SQLite when it was asked last: it changes when another connection writes.
    pub(super) seen: i64,
}

impl SqliteStore {
    /// Opens the file of a team, which is made when absent, for the registers it holds. The tables of an older file are
    /// changed, and its cases are brought to the definitions at this moment: whoever opens a vault makes a backup first.
    ///
    /// # Errors
    /// The file is on a network share, not the one that the mark says, damaged, of a newer version, or cannot be read; or
    /// a log of another file lies beside it. Nothing is changed then.
    pub fn open(
        path: &Path,
        key: &FileKey,
        mark: &FileMark,
        definitions: Vec<Arc<Definition>>,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        connection::check_sqlite()?;
        location::refuse_network_share(path)?;
        let ids = definitions.iter().map(|definition| definition.id.as_str());
        mark::refuse_other(path, *key, mark, &ids.collect::<Vec<_>>())?;
        let in_file = |source| store_error(path, source);
        let mut connection = connection::connect(path, *key).map_err(in_file)?;
        connection::make_durable(path, &connection)?;
        migrations::migrate(path, &mut connection)?;
        mark::put(path, &mut connection, mark)?;
        let registers: Vec<Register> = definitions.into_iter().map(Register::new).collect();
        let mut moved_now = Vec::new();
        for register in &registers {
            if bringing_up::bring_up(register, path, &mut connection, now)? {
                moved_now.push(register.definition.id.clone());
            }
        }
        deriving_anew::bring_up_to_date(&registers, path, &mut connection)?;
        let seen = data_version(&connection).map_err(in_file)?;
        Ok(Self {
            path: path.to_owned(),
            connection,
            registers,
            moved_now,
            seen,
        })
    }

    /// Whose the file is.
    pub(in crate::store) fn mark(&self) -> Result<Option<FileMark>, StoreError> {
        self.in_file(mark::read(&self.connection))
    }

    /// What the file keeps about itself under this name.
    pub(in crate::store) fn read_meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.in_file(meta::read(&self.connection, name))
    }

    /// Keeps something about the file itself under this name.
    pub(in crate::store) fn put_meta(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        self.transact(|connection, _| Ok(meta::put(connection, name, value)?))
    }

    /// By how much the figures of a register moved when its definition came to say otherwise when a case runs.
    pub(in crate::store) fn moved_figures(
        &self,
        register: &str,
    ) -> Result<Option<MovedFigures>, StoreError> {
        self.in_file(bringing_up::moved(&self.connection, register))
    }

    /// How many cases were ever recorded in the file, for the log: none of them is ever deleted, so the last key says it.
    /// Nought where that cannot be read.
    pub(in crate::store) fn recorded_cases(&self) -> i64 {
        let last = include_str!("queries/last_case.sql");
        let last = self.connection.query_row(last, [], |row| row.get(0));
        last.unwrap_or_default()
    }

    /// What SQLite returned; an error names this file.
    pub(super) fn in_file<T>(&self, returned: rusqlite::Result<T>) -> Result<T, StoreError> {
        returned.map_err(|source| store_error(&self.path, source))
    }

    pub(super) fn register(&self, id: &str) -> Result<&Register, StoreError> {
        register::named(&self.registers, id)
    }

    /// A stored case as it is read; of a register that is not here, as it is stored.
    pub(super) fn as_read(&self, case: CaseFile) -> CaseFile {
        match self.register(&case.register) {
            Ok(register) => register.as_read(case),
            Err(_) => case,
        }
    }

    /// A stored entry of a case of this register as it is read.
    pub(super) fn entry_as_read(&self, register: &str, entry: Entry) -> Entry {
        match self.register(register) {
            Ok(register) => register.entry_as_read(entry),
            Err(_) => entry,
        }
    }

    /// The cases that a query selects.
    pub(super) fn select_cases(
        &self,
        query: &str,
        parameters: impl Params,
    ) -> Result<Vec<CaseFile>, StoreError> {
        self.select(query, parameters, |row| {
            rows::case_file(row).map(|case| self.as_read(case))
        })
    }

    /// Every row that a query selects, read by `read`.
    pub(super) fn select<T>(
        &self,
        query: &str,
        parameters: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let select = || -> rusqlite::Result<Vec<T>> {
            let mut statement = self.connection.prepare_cached(query)?;
            statement.query_map(parameters, read)?.collect()
        };
        self.in_file(select())
    }

    /// Hands every row that a query selects to `visit`, without keeping them.
    pub(super) fn each_row(
        &self,
        query: &str,
        parameters: impl Params,
        mut visit: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let select = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare_cached(query)?;
            let mut rows = statement.query(parameters)?;
            while let Some(row) = rows.next()? {
                visit(row)?;
            }
            Ok(())
        };
        self.in_file(select())
    }

    /// Runs one statement that writes; returns how many rows it wrote.
    pub(super) fn execute(
        &mut self,
        query: &str,
        parameters: impl Params,
    ) -> Result<usize, StoreError> {
        self.transact(|connection, _| Ok(connection.prepare_cached(query)?.execute(parameters)?))
    }

    /// Writes in one transaction, or nothing.
    pub(super) fn transact<T>(
        &mut self,
        write: impl FnOnce(&Connection, &[Register]) -> Result<T, TransactionError>,
    ) -> Result<T, StoreError> {
        let Self {
            path,
            connection,
            registers,
            ..
        } = self;
        transaction::write(path, connection, |connection| write(connection, registers))
    }
}

/// A number that changes when another connection commits, and not when this one does.
pub(super) fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}
