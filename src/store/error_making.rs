//! Errors of the store that are made in several places, and what can be asked of them.

use std::io::ErrorKind;
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

    /// Whether a file that was not opened for this reason may still be read.
    pub fn leaves_reading(&self) -> bool {
        matches!(
            self,
            Self::Damaged { .. }
                | Self::NoPermission(_)
                | Self::ReadOnly(_)
                | Self::DiskFull(_)
                | Self::DiskFailed { .. }
        )
    }

    /// Whether there is a backup of the file that cannot be used.
    pub fn has_backup(&self) -> bool {
        match self {
            Self::FileGone { last_backup, .. }
            | Self::Damaged { last_backup, .. }
            | Self::OtherTeam { last_backup, .. }
            | Self::OtherVault { last_backup, .. }
            | Self::OtherProgram { last_backup, .. } => last_backup.is_some(),
            _ => false,
        }
    }

    /// Whether another file lies where this one was when it was opened, or none.
    pub fn is_about_another_file(&self) -> bool {
        matches!(self, Self::FileGone { .. } | Self::FileReplaced { .. })
    }

    /// The file or folder that the disk refused.
    pub fn disk(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        |source| {
            logging::disk_refused(&source);
            match source.kind() {
                ErrorKind::PermissionDenied => Self::NoPermission(path),
                ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(path),
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull(path),
                ErrorKind::IsADirectory => Self::FolderInPlace(path),
                _ => Self::Disk {
                    path,
                    source: Arc::new(source),
                },
            }
        }
    }
}
