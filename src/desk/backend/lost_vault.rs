//! A vault that was open and cannot be opened any more since the program failed.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::draft_files::DraftFiles;
use super::service_error::ServiceError;
use crate::store::{Draft, StoreError};

/// How often a vault that is lost is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(3);

/// A vault that was open and cannot be opened any more.
pub struct LostVault {
    folder: PathBuf,
    why: Option<Box<StoreError>>,
    tried: Instant,
}

impl LostVault {
    /// The vault in this folder, which could not be opened just now, and why.
    pub fn new(folder: &Path, why: Option<StoreError>) -> Self {
        Self {
            folder: folder.to_owned(),
            why: why.map(Box::new),
            tried: Instant::now(),
        }
    }

    /// Its folder, where it is to be tried again.
    pub fn due(&self) -> Option<&Path> {
        let due = self.tried.elapsed() >= TRY_AGAIN;
        due.then_some(self.folder.as_path())
    }

    /// Why what was asked cannot be done.
    pub fn refusal(&self) -> ServiceError {
        ServiceError::VaultLost {
            why: self.why.clone(),
            kept: DraftFiles::of(&self.folder).folder(),
        }
    }

    /// Keeps a draft until the vault is open again.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn keep(&self, draft: &Draft) -> Result<(), ServiceError> {
        Ok(DraftFiles::of(&self.folder).keep(draft)?)
    }
}
