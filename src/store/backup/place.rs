//! The place where the backups of a vault lie: in the vault itself, or in a second folder, on another disk.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::manifest::{self, Backup, FOLDER};
use super::thinning;
use crate::store::access;
use crate::store::error::StoreError;

/// The place where backups of a vault lie.
#[derive(Clone, Debug)]
pub struct Backups {
    /// The vault.
    pub(super) vault: PathBuf,
    /// The folder in which each backup has a folder of its own.
    pub(super) folder: PathBuf,
}

impl Backups {
    /// Those in the vault itself.
    pub fn of(vault: &Path) -> Self {
        Self::at(vault, &vault.join(FOLDER))
    }

    /// Those of a vault in a folder elsewhere, in which those of other vaults may lie too.
    pub fn at(vault: &Path, folder: &Path) -> Self {
        Self {
            vault: vault.to_owned(),
            folder: folder.to_owned(),
        }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder, which is made where it is absent: that in the vault is open to those to whom the vault is open.
    pub(super) fn make_folder(&self) -> Result<&Path, StoreError> {
        if !self.folder.is_dir() {
            fs::create_dir_all(&self.folder).map_err(StoreError::disk(&self.folder))?;
            access::follow(&self.folder, &self.vault);
        }
        Ok(&self.folder)
    }

    /// Every backup that lies here, the newest first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn list(&self) -> Result<Vec<Backup>, StoreError> {
        manifest::read_all(&self.folder).map_err(StoreError::disk(&self.folder))
    }

    /// The backup with this name.
    ///
    /// # Errors
    /// There is none, or the folder cannot be read.
    pub fn named(&self, name: &str) -> Result<Backup, StoreError> {
        let backups = self.list()?;
        let found = backups.iter().find(|backup| backup.name == name);
        found.cloned().ok_or_else(|| StoreError::NoSuchBackup {
            name: name.to_owned(),
            folder: self.folder.clone(),
            newest: backups.first().map(|backup| backup.name.clone()),
        })
    }

    /// Whether none was made today yet.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn is_due(&self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let made = self.list()?.into_iter();
        let mut good = made.filter(|backup| backup.verified.is_some());
        Ok(!good.any(|backup| thinning::day(backup.made) == thinning::day(now)))
    }

    /// Removes the backups that make room for newer ones, those of other vaults excepted, and what is left of interrupted
    /// ones.
    ///
    /// # Errors
    /// One cannot be removed.
    pub fn thin(
        &self,
        vault: Option<&str>,
        now: DateTime<Utc>,
        years: u16,
    ) -> Result<(), StoreError> {
        let mut own = self.list()?;
        own.retain(|backup| backup.vault.is_none() || backup.vault.as_deref() == vault);
        for at in thinning::superfluous(&own, now, years) {
            let path = &own[at].path;
            own[at].remove().map_err(StoreError::disk(path))?;
        }
        Ok(())
    }
}
