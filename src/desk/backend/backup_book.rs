//! The backups of a vault as the window shows them: those in the vault, those in the second folder, and when one was tried.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::store::{Backup, Backups, StoreError};

/// The backups of a vault.
#[derive(Clone, Debug)]
pub struct BackupBook {
    /// The vault.
    pub vault: PathBuf,
    /// Every backup, the newest first; one that lies in both places stands here once, as the one in the vault.
    pub backups: Vec<KnownBackup>,
    /// The second folder, and why it cannot be read, if it cannot.
    pub second: Option<(PathBuf, Option<StoreError>)>,
    /// When one was tried last.
    pub tried: Option<DateTime<Utc>>,
    /// Whether it is time to try one.
    pub trial_due: bool,
}

/// A backup, and where it lies.
#[derive(Clone, Debug)]
pub struct KnownBackup {
    /// The backup.
    pub backup: Backup,
    /// Where it lies.
    pub place: BackupPlace,
}

/// Where a backup lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupPlace {
    /// In the vault.
    Vault,
    /// In the second folder alone.
    Second,
}

/// One backup that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupChoice {
    /// The vault.
    pub vault: PathBuf,
    /// Where it lies.
    pub place: BackupPlace,
    /// Its name.
    pub name: String,
}

impl BackupBook {
    /// Reads the backups of the vault in this folder.
    ///
    /// # Errors
    /// The folder of the backups cannot be read. That of the second folder is no error: the others are there.
    pub fn read(vault: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let own = Backups::of(vault);
        let known = |place| move |backup| KnownBackup { backup, place };
        let mut backups: Vec<KnownBackup> = own
            .list()?
            .into_iter()
            .map(known(BackupPlace::Vault))
            .collect();
        let second = own.second_folder().map(|folder| {
            let refused = match Backups::at(vault, &folder).list() {
                Ok(copies) => {
                    let is_new = |copy: &Backup| {
                        let mut own = backups.iter();
                        !own.any(|it| it.backup.name == copy.name)
                    };
                    let alone: Vec<Backup> = copies.into_iter().filter(is_new).collect();
                    backups.extend(alone.into_iter().map(known(BackupPlace::Second)));
                    None
                }
                Err(why) => Some(why),
            };
            (folder, refused)
        });
        backups.sort_by_key(|it| std::cmp::Reverse(it.backup.made));
        Ok(Self {
            vault: vault.to_owned(),
            backups,
            second,
            tried: own.tried(),
            trial_due: own.is_trial_due(now)?,
        })
    }
}

impl BackupChoice {
    /// The place in which it lies.
    pub fn backups(&self) -> Backups {
        let own = Backups::of(&self.vault);
        match self.place {
            BackupPlace::Vault => own,
            BackupPlace::Second => match own.second_folder() {
                Some(folder) => Backups::at(&self.vault, &folder),
                None => own,
            },
        }
    }
}
