//! Errors of SQLite, and the errors of the store that they become.

use std::path::Path;
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
    let file = file.to_owned();
    // What was stored whole can always be read back: if not, somebody or something wrote in the file.
    let unreadable = matches!(
        source,
        Error::FromSqlConversionFailure(..) | Error::InvalidColumnType(..)
    );
    match source.sqlite_error_code() {
        _ if unreadable => StoreError::damaged(&file),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::damaged(&file),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { file },
        _ => StoreError::Sqlite {
            file,
            source: Arc::new(source),
        },
    }
}
