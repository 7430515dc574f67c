//! Errors of SQLite, and the errors of the store that they become.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Error, ErrorCode};

use crate::logging;
use crate::store::error::StoreError;

/// Why a transaction did not succeed: it was refused, or SQLite failed, which does not say in which file.
pub(super) enum TransactionError {
    Refused(StoreError),
    Failed(Error),
}

impl TransactionError {
    /// The error of the store, with the file in which it happened.
    pub fn at(self, file: &Path) -> StoreError {
        match self {
            Self::Refused(refusal) => refusal,
            Self::Failed(source) => store_error(file, source),
        }
    }
}

impl From<StoreError> for TransactionError {
    fn from(refusal: StoreError) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Error> for TransactionError {
    fn from(source: Error) -> Self {
        Self::Failed(source)
    }
}

/// The error of the store that an error of SQLite in this file becomes. Of a damaged file the newest backup is looked up.
pub(super) fn store_error(file: &Path, source: Error) -> StoreError {
    logging::sqlite_refused(source.sqlite_error().map(|error| error.extended_code));
    let path = file.to_owned();
    // What was stored whole can always be read back: if not, somebody or something wrote in the file.
    let unreadable = matches!(
        source,
        Error::FromSqlConversionFailure(..)
            | Error::InvalidColumnType(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::Utf8Error(..)
    );
    match source.sqlite_error_code() {
        _ if unreadable => StoreError::damaged(file),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::damaged(file),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            StoreError::Busy { file: path }
        }
        Some(ErrorCode::PermissionDenied) => StoreError::NoPermission(path),
        Some(ErrorCode::ReadOnly) => StoreError::ReadOnly(path),
        Some(ErrorCode::DiskFull) => StoreError::DiskFull(path),
        Some(ErrorCode::CannotOpen) => cannot_open(path),
        Some(ErrorCode::SystemIoFailure) if path.is_dir() => StoreError::FolderInPlace(path),
        Some(ErrorCode::SystemIoFailure) => StoreError::DiskFailed {
            file: path,
            source: Arc::new(source),
        },
        _ => StoreError::Sqlite {
            file: path,
            source: Arc::new(source),
        },
    }
}

/// Why SQLite cannot open a file, which it does not say.
fn cannot_open(path: PathBuf) -> StoreError {
    if path.is_dir() {
        return StoreError::FolderInPlace(path);
    }
    match path.parent().map(fs::metadata) {
        Some(Err(error)) if error.kind() == ErrorKind::NotFound => StoreError::FileGone {
            last_backup: None,
            file: path,
        },
        _ => StoreError::NoPermission(path),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    fn error(code: i32) -> StoreError {
        let source = Error::SqliteFailure(ffi::Error::new(code), None);
        store_error(Path::new("/vault/jeugd.db"), source)
    }

    #[test]
    fn every_refusal_of_the_disk_is_an_error_of_its_own() {
        let kinds = [
            (ffi::SQLITE_CORRUPT_VTAB, "Damaged"),
            (ffi::SQLITE_NOTADB, "Damaged"),
            (ffi::SQLITE_BUSY_SNAPSHOT, "Busy"),
            (ffi::SQLITE_PERM, "NoPermission"),
            (ffi::SQLITE_READONLY_DIRECTORY, "ReadOnly"),
            (ffi::SQLITE_FULL, "DiskFull"),
            (ffi::SQLITE_IOERR_FSYNC, "DiskFailed"),
            (ffi::SQLITE_CANTOPEN, "FileGone"),
            (ffi::SQLITE_MISUSE, "Sqlite"),
        ];
        for (code, kind) in kinds {
            assert_eq!(<&str>::from(&error(code)), kind, "{code}");
        }
    }

    #[test]
    fn a_folder_in_the_place_of_a_file_is_told_from_one_that_may_not_be_opened() {
        let folder = tempfile::tempdir().unwrap();
        let cannot = ffi::Error::new(ffi::SQLITE_CANTOPEN);
        let kind = |path: &Path| {
            let error = store_error(path, Error::SqliteFailure(cannot, None));
            <&str>::from(&error)
        };
        assert_eq!(kind(folder.path()), "FolderInPlace");
        assert_eq!(kind(&folder.path().join("jeugd.db")), "NoPermission");
    }
}
