//! A check of every file of an open vault, on a thread of its own: damage is noticed before it is met.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::error::StoreError;
use super::sqlite::connection::FileKey;
use super::sqlite::no_writes::NoWrites;
use super::sqlite::quick_check::{Stop, check};

/// How often a check that is to stop is told so: what it begins just then does not hear it.
const TOLD: Duration = Duration::from_millis(2);

/// A file that is checked, and where damage of it is noted.
pub(super) struct Checked {
    pub path: PathBuf,
    pub key: FileKey,
    pub no_writes: NoWrites,
}

/// A check that goes on until it has seen every file or is dropped.
pub(super) struct BackgroundCheck {
    stop: Arc<Stop>,
    thread: Option<JoinHandle<()>>,
}

impl BackgroundCheck {
    /// Begins to check these files, one after the other. Where the system has no thread for it, nothing is checked.
    pub fn of(files: Vec<Checked>) -> Self {
        let stop = Arc::new(Stop::default());
        let asked = Arc::clone(&stop);
        let thread = thread::Builder::new().name("peildatum check".to_owned());
        let thread = thread.spawn(move || {
            for file in files {
                if asked.is_asked() {
                    return;
                }
                if let Err(error @ StoreError::Damaged { .. }) = check(&file.path, file.key, &asked)
                {
                    file.no_writes.since(&error);
                }
            }
        });
        Self {
            stop,
            thread: thread.ok(),
        }
    }

    /// Whether every file was seen.
    pub fn is_done(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }
}

impl Drop for BackgroundCheck {
    fn drop(&mut self) {
        let Some(thread) = self.thread.take() else {
            return;
        };
        while !thread.is_finished() {
            self.stop.stop();
            thread::sleep(TOLD);
        }
        // It reports nothing.
        let _ = thread.join();
    }
}
