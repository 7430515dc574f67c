//! Whether a file is whole, as far as SQLite sees that without comparing every index: page by page and row by row.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, InterruptHandle};

use super::connection::{FileKey, connect_to_read};
use super::error::store_error;
use crate::store::error::StoreError;

/// What stops a check that is under way on another thread.
#[derive(Default)]
pub(in crate::store) struct Stop {
    asked: AtomicBool,
    running: Mutex<Option<InterruptHandle>>,
}

impl Stop {
    /// Stops what runs now, and what would begin.
    pub fn stop(&self) {
        self.asked.store(true, Ordering::SeqCst);
        if let Ok(running) = self.running.lock()
            && let Some(running) = &*running
        {
            running.interrupt();
        }
    }

    /// Whether it was asked for.
    pub fn is_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }

    fn runs(&self, connection: &Connection) {
        if let Ok(mut running) = self.running.lock() {
            *running = Some(connection.get_interrupt_handle());
        }
    }

    fn ended(&self) {
        if let Ok(mut running) = self.running.lock() {
            *running = None;
        }
    }
}

/// Checks whether a file is whole. It is only read, by a connection of its own, and others can write in it meanwhile.
///
/// # Errors
/// The file is damaged or cannot be read.
pub fn quick_check(path: &Path, key: FileKey) -> Result<(), StoreError> {
    check(path, key, &Stop::default())
}

/// The same, until it is stopped.
pub(in crate::store) fn check(path: &Path, key: FileKey, stop: &Stop) -> Result<(), StoreError> {
    let in_file = |source| store_error(path, source);
    let connection = connect_to_read(path, key).map_err(in_file)?;
    stop.runs(&connection);
    let found = match stop.is_asked() {
        true => Ok("ok".to_owned()),
        false => connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)),
    };
    stop.ended();
    match found {
        _ if stop.is_asked() => Ok(()),
        Ok(found) if found == "ok" => Ok(()),
        Ok(_) => Err(StoreError::damaged(path)),
        Err(source) => Err(in_file(source)),
    }
}
