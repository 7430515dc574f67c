//! A SQLite file that is open, and the helpers that its traits share.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, MAIN_DB, Params, Row};

use super::connection::{self, FileKey};
use super::deriving_anew;
use super::error::{TransactionError, store_error};
use super::identity::FileIdentity;
use super::no_writes::NoWrites;
use super::register::Register;
use super::{bringing_up, mark, meta, migrations, register, rows, transaction};
use crate::register::{CaseFile, Definition, Entry, MovedFigures};
use crate::store::access;
use crate::store::error::StoreError;
use crate::store::file_mark::FileMark;
use crate::store::location;

/// The file of one team, in SQLite.
pub struct SqliteStore {
    pub(super) path: PathBuf,
    key: FileKey,
    pub(super) connection: Connection,
    pub(super) registers: Vec<Register>,
    /// The registers of which figures of past years moved when the file was opened.
    pub(in crate::store) moved_now: Vec<String>,
    /// Which file it is.
    identity: FileIdentity,
    /// Why nothing is written in it any more.
    no_writes: NoWrites,
    /// Whether it is read as one in which nobody writes.
    still: bool,
    /// The `data_version` of SQLite when it was asked last: it changes when another connection writes.
    pub(super) seen: i64,
}

impl SqliteStore {
    /// Opens the file of a team, which is made when absent, for the registers it holds. The tables of an older file are
    /// changed, and its cases are brought to the definitions at this moment: whoever opens a vault makes a backup first. A
    /// file in which nothing can be written opens all the same where it can be read; what is written is refused then.
    ///
    /// # Errors
    /// The file is on a network share, not the one that the mark says, of a newer version, or cannot be read; or a log of
    /// another file lies beside it. Nothing is changed then.
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
        let registers: Vec<Register> = definitions.iter().cloned().map(Register::new).collect();
        match Self::open_to_write((path, *key), mark, registers, now) {
            Err(why) if why.leaves_reading() => {
                let registers = definitions.into_iter().map(Register::new).collect();
                Self::open_to_read(path, *key, registers, &why).map_err(|_| why)
            }
            opened => opened,
        }
    }

    fn open_to_write(
        (path, key): (&Path, FileKey),
        mark: &FileMark,
        registers: Vec<Register>,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let in_file = |source| store_error(path, source);
        let is_new = !path.exists();
        let mut connection = connection::connect(path, key).map_err(in_file)?;
        if let Some(folder) = path.parent().filter(|_| is_new) {
            access::follow(path, folder);
        }
        // SQLite opens a file that may not be written without a word, and would leave a log beside it that it cannot remove.
        if connection.is_readonly(MAIN_DB).map_err(in_file)? {
            return Err(StoreError::ReadOnly(path.to_owned()));
        }
        let identity = FileIdentity::of(path)?;
        migrations::refuse_newer(path, &connection)?;
        connection::make_durable(path, &connection)?;
        migrations::migrate(path, &mut connection)?;
        mark::put(path, &mut connection, mark)?;
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
            key,
            connection,
            registers,
            moved_now,
            identity,
            no_writes: NoWrites::default(),
            still: false,
            seen,
        })
    }

    /// Whose the file is.
    pub(in crate::store) fn mark(&self) -> Result<Option<FileMark>, StoreError> {
        self.in_file(mark::read(&self.connection))
    }

    /// Opens the file only to read it, because of `why`. What an earlier version left is not brought up to date then, so
    /// that it cannot be read.
    fn open_to_read(
        path: &Path,
        key: FileKey,
        registers: Vec<Register>,
        why: &StoreError,
    ) -> Result<Self, StoreError> {
        let in_file = |source| store_error(path, source);
        let had_log = connection::write_ahead_log(path).exists();
        let connection = connection::connect_to_read(path, key).map_err(in_file)?;
        let identity = FileIdentity::of(path)?;
        migrations::refuse_newer(path, &connection)?;
        if migrations::is_older(path, key) {
            return Err(why.clone());
        }
        for register in &registers {
            if !register.is_current(&connection).map_err(in_file)? {
                return Err(why.clone());
            }
        }
        let seen = data_version(&connection).map_err(in_file)?;
        let no_writes = NoWrites::default();
        no_writes.since(why);
        Ok(Self {
            path: path.to_owned(),
            key,
            connection,
            registers,
            moved_now: Vec::new(),
            identity,
            no_writes,
            still: !had_log,
            seen,
        })
    }

    /// Why nothing is written in the file any more, where that is so.
    pub(in crate::store) fn no_writes(&self) -> &NoWrites {
        &self.no_writes
    }

    /// What the file is encrypted with.
    pub(in crate::store) fn key(&self) -> FileKey {
        self.key
    }

    /// Refuses what is to be written: the file is damaged, may not be written, or is not at its place any more.
    fn refuse_writes(&self) -> Result<(), StoreError> {
        self.no_writes.refuse()?;
        self.refuse_elsewhere()
    }

    /// Opens a file anew that is only read, where somebody began to write in it. Says whether that was so.
    pub(super) fn follow_writer(&mut self) -> Result<bool, StoreError> {
        if !self.still || !connection::write_ahead_log(&self.path).exists() {
            return Ok(false);
        }
        self.connection = self.in_file(connection::connect_to_read(&self.path, self.key))?;
        self.still = false;
        Ok(true)
    }

    /// Refuses a file that was moved away, or replaced by another one.
    pub(super) fn refuse_elsewhere(&self) -> Result<(), StoreError> {
        self.identity.still_at(&self.path)
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

    /// The path of the file.
    pub(in crate::store) fn path(&self) -> &Path {
        &self.path
    }

    /// What SQLite returned; an error names this file. Into one that is damaged nothing is written any more.
    pub(super) fn in_file<T>(&self, returned: rusqlite::Result<T>) -> Result<T, StoreError> {
        returned.map_err(|source| self.no_writes.noted(store_error(&self.path, source)))
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
        self.refuse_writes()?;
        let Self {
            path,
            connection,
            registers,
            no_writes,
            ..
        } = self;
        let written =
            transaction::write(path, connection, |connection| write(connection, registers));
        let written = written.map_err(|error| no_writes.noted(error))?;
        // What was written in a file that nobody finds again was not stored.
        self.refuse_elsewhere()?;
        Ok(written)
    }
}

/// A number that changes when another connection commits, and not when this one does.
pub(super) fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}
