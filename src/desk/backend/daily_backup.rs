//! The backup of the day, which is made on a thread of its own: nobody waits for it.

use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use crate::logging;
use crate::store::{BackupKind, Backups, MadeBackup, StoreError};

/// How often it is looked whether a day began in which no backup was made yet.
const LOOK: Duration = Duration::from_secs(15 * 60);

/// What came of it; none where there was no need.
type Made = Result<Option<MadeBackup>, StoreError>;

/// The backup of the day.
#[derive(Default)]
pub struct DailyBackup {
    running: Option<JoinHandle<Made>>,
    /// When it was looked last, and for which vault.
    looked: Option<(PathBuf, Instant)>,
}

impl DailyBackup {
    /// Begins to make it for this vault, unless it was looked just before whether that is needed. Says whether it is the
    /// first time for this vault.
    pub fn begin(&mut self, vault: &Path, now: DateTime<Utc>, years: u16) -> bool {
        let looked = self.looked.as_ref().filter(|(of, _)| of == vault);
        let is_first = looked.is_none();
        if self.running.is_some() || looked.is_some_and(|(_, at)| at.elapsed() < LOOK) {
            return false;
        }
        self.looked = Some((vault.to_owned(), Instant::now()));
        let backups = Backups::of(vault);
        let thread = thread::Builder::new().name("peildatum backup".to_owned());
        let running = thread.spawn(move || {
            let made = logging::survive(|| backups.make_if_due(BackupKind::Daily, now, years));
            made.unwrap_or(Ok(None))
        });
        // Where the system has no thread for it now, it may have one later.
        self.running = running.ok();
        is_first
    }

    /// What came of it, once, when it is done.
    pub fn done(&mut self) -> Option<Made> {
        let running = self.running.take_if(|running| running.is_finished())?;
        running.join().ok()
    }

    /// Waits until it is done.
    pub fn wait(&mut self) {
        if let Some(running) = self.running.take() {
            // What came of it stands in the list of backups.
            drop(running.join());
        }
    }
}
