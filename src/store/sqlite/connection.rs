//! Opening a SQLite file: its key, its settings, and the version of SQLite.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::error::store_error;
use crate::store::error::StoreError;

/// Earlier versions can lose a commit when a checkpoint of the write-ahead log meets a writer.
const OLDEST_SQLITE: i32 = 3_051_003;
/// How long a write waits for another window before it gives up: longer than changing tens of thousands of cases takes, and
/// making the derived tables anew after an update.
const PATIENCE: Duration = Duration::from_secs(30);
/// More than the statements there are, so that each is prepared once.
const STATEMENTS: usize = 64;

/// The key of a file. It is applied to a connection before anything else is done with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileKey {
    /// The file is not encrypted.
    #[default]
    None,
}

impl FileKey {
    /// Unlocks a file that was just opened, or has a new one written with this key.
    pub(super) fn unlock(self, _connection: &Connection) -> rusqlite::Result<()> {
        match self {
            Self::None => Ok(()),
        }
    }
}

/// Opens the file, which is made when absent, with its key and nothing else yet.
pub(super) fn connect(path: &Path, key: FileKey) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    key.unlock(&connection)?;
    set_up(&connection)?;
    Ok(connection)
}

fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A misspelt column in double quotes would silently be read as a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // No statistics are kept that a plan could follow. Without this SQLite prepares a statement anew for every range it is
    // asked for, those of the full-text index included.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// The write-ahead log of a file.
pub(in crate::store) fn write_ahead_log(path: &Path) -> PathBuf {
    let mut log = OsString::from(path);
    log.push("-wal");
    PathBuf::from(log)
}

/// Opens a file that exists, only to read it. What lies in its folder is the same afterwards. One that this user may not
/// write, and in which nobody else writes either, is read as a copy: no log can be made beside it.
pub(in crate::store) fn connect_to_read(path: &Path, key: FileKey) -> rusqlite::Result<Connection> {
    refuse_no_file(path)?;
    let has_log = write_ahead_log(path).exists();
    match connect_beside_writers(path, key, has_log) {
        Ok(connection) if has_log || !connection.is_readonly(MAIN_DB)? && may_log(&connection) => {
            Ok(connection)
        }
        Err(error) if has_log => Err(error),
        _ => connect_to_copy(path, key),
    }
}

/// Refuses a pipe or a device, of which SQLite would wait for what it says.
fn refuse_no_file(path: &Path) -> rusqlite::Result<()> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() && !found.is_dir() => {
            let cannot = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CANTOPEN);
            Err(rusqlite::Error::SqliteFailure(cannot, None))
        }
        _ => Ok(()),
    }
}

fn connect_beside_writers(
    path: &Path,
    key: FileKey,
    has_log: bool,
) -> rusqlite::Result<Connection> {
    // A write-ahead log that is there stays as it is. One that has to be made for reading only goes away with whoever may
    // write.
    let access = match has_log {
        true => OpenFlags::SQLITE_OPEN_READ_ONLY,
        false => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    key.unlock(&connection)?;
    set_up(&connection)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// The same, with room for tables in memory that only this connection sees.
pub(super) fn connect_to_look(path: &Path, key: FileKey) -> rusqlite::Result<Connection> {
    let connection = connect_to_read(path, key)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "query_only", false)?;
    Ok(connection)
}

/// Whether a log can be made beside a file, as the first that is read of it asks for.
fn may_log(connection: &Connection) -> bool {
    let read = connection.pragma_query_value(None, "schema_version", |row| row.get::<_, i64>(0));
    !matches!(read, Err(error) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen))
}

/// Opens a copy in which nobody writes, only to read it. Nothing is made beside it, also where the file was copied in the
/// mode of the write-ahead log.
pub(in crate::store) fn connect_to_copy(path: &Path, key: FileKey) -> rusqlite::Result<Connection> {
    let access = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(unchanging(path), access)?;
    key.unlock(&connection)?;
    set_up(&connection)?;
    Ok(connection)
}

/// The name of a file that does not change, as SQLite reads it.
fn unchanging(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let bytes = if cfg!(windows) {
        let path = whole.to_string_lossy().replace('\\', "/");
        let path = path.strip_prefix("//?/").unwrap_or(&path);
        format!("/{path}").into_bytes()
    } else {
        whole.into_os_string().into_encoded_bytes()
    };
    let escaped = bytes.into_iter().map(|byte| match byte {
        b'/' | b':' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    let escaped: String = escaped.collect();
    format!("file://{escaped}?immutable=1&mode=ro")
}

/// The version of SQLite that the program was built with.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// Sets how the file is written. The write-ahead log is refused by file systems that cannot share memory.
pub(super) fn make_durable(path: &Path, connection: &Connection) -> Result<(), StoreError> {
    let named = |source| store_error(path, source);
    connection
        .execute_batch(include_str!("queries/open.sql"))
        .map_err(named)?;
    let mode: String = connection
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .map_err(named)?;
    if mode == "wal" {
        Ok(())
    } else {
        Err(StoreError::NetworkShare(path.to_owned()))
    }
}

/// Refuses to work with a version of SQLite that can lose data.
pub(super) fn check_sqlite() -> Result<(), StoreError> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreError::OldSqlite(rusqlite::version().to_owned()));
    }
    Ok(())
}
