//! Which file it is that lies at a path: not the one that was opened any more, where somebody moved it away or put another
//! in its place. SQLite goes on writing in the one that was opened, which nobody would find again.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::Path;

use crate::store::error::StoreError;

/// What tells a file from every other one, as long as it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileIdentity(u64, u64);

impl FileIdentity {
    /// That of the file at this path. It is only asked for and never opened: to close it would take away the locks that
    /// SQLite has on it.
    ///
    /// # Errors
    /// There is no such file, or the disk refuses.
    pub fn of(path: &Path) -> Result<Self, StoreError> {
        match fs::metadata(path) {
            Ok(found) => Ok(Self::from(&found)),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(StoreError::gone(path)),
            Err(error) => Err(StoreError::disk(path)(error)),
        }
    }

    /// Refuses a path at which another file lies by now, or none.
    ///
    /// # Errors
    /// The file was replaced or is gone, or the disk refuses.
    pub fn still_at(self, path: &Path) -> Result<(), StoreError> {
        if Self::of(path)? == self {
            return Ok(());
        }
        Err(StoreError::FileReplaced {
            file: path.to_owned(),
        })
    }
}

#[cfg(unix)]
impl From<&Metadata> for FileIdentity {
    fn from(found: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(found.dev(), found.ino())
    }
}

/// Windows lets nobody replace a file that SQLite has open; where it was moved away all the same, another one was made at
/// another moment.
#[cfg(not(unix))]
impl From<&Metadata> for FileIdentity {
    fn from(found: &Metadata) -> Self {
        let made = found.created().ok();
        let made = made.and_then(|made| made.duration_since(std::time::UNIX_EPOCH).ok());
        let made = made.unwrap_or_default();
        Self(made.as_secs(), u64::from(made.subsec_nanos()))
    }
}
