//! Verifying a backup: what it holds is as it was made, and can be opened.

use chrono::{DateTime, Utc};

use super::making::digest;
use super::manifest::{Backup, BackupFile};
use super::place::Backups;
use crate::store::error::StoreError;
use crate::store::sqlite::connection::FileKey;
use crate::store::sqlite::content;

impl Backups {
    /// Checks every copy of a backup: its bytes, its structure and the number of its cases. What is found is kept with it.
    ///
    /// # Errors
    /// There is no such backup, or a copy is not as it was made.
    pub fn verify(&self, name: &str, now: DateTime<Utc>) -> Result<Backup, StoreError> {
        let mut backup = self.named(name)?;
        let checked: Result<Vec<()>, StoreError> = backup
            .files
            .iter()
            .map(|file| check(&backup, file))
            .collect();
        backup.verified = checked.is_ok().then_some(now);
        backup.write().map_err(StoreError::disk(&backup.path))?;
        checked.map(|_| backup)
    }
}

/// Checks the copy of one file of a backup.
pub(super) fn check(backup: &Backup, file: &BackupFile) -> Result<(), StoreError> {
    let path = backup.path_of(&file.team);
    let spoiled = || StoreError::BackupDamaged {
        name: backup.name.clone(),
        file: path.clone(),
    };
    if let Some(known) = &file.sha256 {
        let (_, found) = digest(&path).map_err(StoreError::disk(&path))?;
        if found != *known {
            return Err(spoiled());
        }
    }
    let found = content::check(&path, FileKey::None).map_err(|error| match error {
        StoreError::Damaged { .. } => spoiled(),
        error => error,
    })?;
    // Of an earlier copy nothing is known to compare with.
    match file.cases.is_none_or(|cases| cases == found.cases) {
        true => Ok(()),
        false => Err(spoiled()),
    }
}
