//! Errors of the store that are made in several places, and what can be asked of them.

use std::path::Path;
use std::sync::Arc;

use super::backup::manifest;
use super::error::StoreError;
use crate::logging;

impl StoreError {
    /// Whether what was refused would be refused again: what it was based on is otherwise by now.
    pub(super) fn is_for_good(&self) -> bool {
        matches!(
            self,
            Self::Conflict { .. }
                | Self::EntryConflict { .. }
                | Self::DraftStored { .. }
                | Self::ChangedSince { .. }
                | Self::NothingToUndo(_)
                | Self::Withdrawn { .. }
                | Self::MissingEntry
                | Self::MissingCase { .. }
                | Self::Invalid { .. }
        )
    }

    /// That a file is damaged, with its newest backup.
    pub(super) fn damaged(file: &Path) -> Self {
        Self::Damaged {
            file: file.to_owned(),
            last_backup: manifest::newest_of(file),
        }
    }

    /// That a file is gone, with its newest backup.
    pub(super) fn gone(file: &Path) -> Self {
        Self::FileGone {
            file: file.to_owned(),
            last_backup: manifest::newest_of(file),
        }
    }

    /// The file or folder that the disk refused.
    pub fn disk(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        |source| {
            logging::disk_refused(&source);
            Self::Disk {
                path,
                source: Arc::new(source),
            }
        }
    }
}
