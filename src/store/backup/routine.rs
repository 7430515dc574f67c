//! The backups that a window makes by itself, the second folder that gets them too, and when somebody last tried one.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Months, Utc};

use super::kind::BackupKind;
use super::making::{MadeBackup, copy_definitions};
use super::manifest::Backup;
use super::place::Backups;
use super::thinning::day;
use crate::store::atomic_write::write_atomically;
use crate::store::error::StoreError;
use crate::store::file_names::file_of;
use crate::store::sqlite::connection::FileKey;
use crate::store::sqlite::content;
use crate::store::team_files::teams;
use crate::store::vault::Vault;
use crate::store::vault_lock::VaultLock;

/// The file beside the backups in which the second folder stands.
const SECOND_FOLDER: &str = "second-folder";
/// The file beside the backups in which stands when somebody last tried one.
const TRIED: &str = "tried";
/// How long after that it is time to try one again.
const MONTHS_BETWEEN_TRIALS: u32 = 12;

impl Backups {
    /// Makes a backup of this kind, in the second folder too where there is one, and removes those that make room for it.
    /// `years` is the shortest retention of the registers.
    ///
    /// # Errors
    /// No file could be copied, or the disk refuses. Where the second folder refuses, the backup says so.
    pub fn make_everywhere(
        &self,
        kind: BackupKind,
        now: DateTime<Utc>,
        years: u16,
    ) -> Result<MadeBackup, StoreError> {
        let mut made = self.make(kind, now)?;
        self.thin(made.backup.vault.as_deref(), now, years)?;
        if let Some(folder) = self.second_folder() {
            let second = Self::at(&self.vault, &folder);
            made.second = second.keep_copy(&made.backup, now, years).err();
        }
        Ok(made)
    }

    /// Keeps a copy of a backup here too, verified, and removes those that make room for it.
    ///
    /// # Errors
    /// The disk refuses, or the copy is not what it should be.
    pub fn keep_copy(
        &self,
        backup: &Backup,
        now: DateTime<Utc>,
        years: u16,
    ) -> Result<Backup, StoreError> {
        let copy = self.take_over(backup)?;
        let copy = self.verify(&copy.name, now)?;
        self.thin(backup.vault.as_deref(), now, years)?;
        Ok(copy)
    }

    /// Makes the backup of this kind that a window makes by itself: the first of the day, or that on closing where something
    /// was written since the last one. None where there is no need, or another window is just making it.
    ///
    /// # Errors
    /// The same as of [`make_everywhere`](Self::make_everywhere).
    pub fn make_if_due(
        &self,
        kind: BackupKind,
        now: DateTime<Utc>,
        years: u16,
    ) -> Result<Option<MadeBackup>, StoreError> {
        let Some(_making) = VaultLock::backing_up(&self.vault)? else {
            return Ok(None);
        };
        let due = match kind {
            BackupKind::Closing => self.is_behind()?,
            _ => self.is_due(now)?,
        };
        match due {
            true => self.make_everywhere(kind, now, years).map(Some),
            false => Ok(None),
        }
    }

    /// Whether something was written in the vault since the newest backup that is good.
    fn is_behind(&self) -> Result<bool, StoreError> {
        let newest = self
            .list()?
            .into_iter()
            .find(|backup| backup.verified.is_some());
        let teams = teams(&self.vault).into_iter();
        let mut behind = teams.map(|team| {
            let copied = newest.as_ref().and_then(|newest| newest.file(&team)?.state);
            // A file that cannot be read has nothing new that could be copied.
            let state = content::state(&file_of(&self.vault, &team), FileKey::None);
            state.is_ok_and(|state| copied != Some(state))
        });
        Ok(behind.any(|it| it))
    }

    /// The second folder, which gets every backup of this vault too.
    pub fn second_folder(&self) -> Option<PathBuf> {
        let known = fs::read_to_string(self.folder.join(SECOND_FOLDER)).ok()?;
        let known = known.trim();
        (!known.is_empty()).then(|| PathBuf::from(known))
    }

    /// Chooses the second folder, which is made where it is absent; or none.
    ///
    /// # Errors
    /// The folder lies in that of the vault, where it would be lost with it; or the disk refuses.
    pub fn set_second_folder(&self, folder: Option<&Path>) -> Result<(), StoreError> {
        let file = self.folder.join(SECOND_FOLDER);
        let Some(folder) = folder else {
            return match fs::remove_file(&file) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    Err(StoreError::disk(&file)(error))
                }
                _ => Ok(()),
            };
        };
        fs::create_dir_all(folder).map_err(StoreError::disk(folder))?;
        let whole = |path: &Path| path.canonicalize().map_err(StoreError::disk(path));
        if whole(folder)?.starts_with(whole(&self.vault)?) {
            return Err(StoreError::SecondFolderInVault(folder.to_owned()));
        }
        let folder = std::path::absolute(folder).map_err(StoreError::disk(folder))?;
        self.make_folder()?;
        let text = folder.to_string_lossy();
        write_atomically(&file, text.as_bytes()).map_err(StoreError::disk(&file))
    }

    /// Tries a backup: verifies every copy, and opens them as a vault, aside. That is remembered.
    ///
    /// # Errors
    /// There is no such backup, a copy is not as it was made, or it does not open.
    pub fn try_out(&self, name: &str, now: DateTime<Utc>) -> Result<Backup, StoreError> {
        let backup = self.verify(name, now)?;
        let own = Self::of(&self.vault);
        // Beside the backups, where it is no more open to others than they are.
        let aside = tempfile::tempdir_in(&self.folder).map_err(StoreError::disk(&self.folder))?;
        for file in &backup.files {
            let to = file_of(aside.path(), &file.team);
            fs::copy(backup.path_of(&file.team), &to).map_err(StoreError::disk(&to))?;
        }
        copy_definitions(&backup.path, aside.path())?;
        // A copy of one file, as earlier versions of the program made, is no vault.
        if backup.path.is_dir() {
            let opened = Vault::open(aside.path(), now)?;
            let refused = opened.unwritable().into_iter().next();
            if let Some((_, why)) = refused.filter(|(team, _)| backup.file(team).is_some()) {
                return Err(why);
            }
        }
        own.remember_trial(now)?;
        Ok(backup)
    }

    /// Remembers that a backup was tried, or put back.
    pub(super) fn remember_trial(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let file = self.make_folder()?.join(TRIED);
        write_atomically(&file, now.to_rfc3339().as_bytes()).map_err(StoreError::disk(&file))
    }

    /// When a backup was tried last, or put back.
    pub fn tried(&self) -> Option<DateTime<Utc>> {
        let known = fs::read_to_string(self.folder.join(TRIED)).ok()?;
        Some(DateTime::parse_from_rfc3339(known.trim()).ok()?.to_utc())
    }

    /// Whether it is time to try one: a year after the last time, or after the first backup.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn is_trial_due(&self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let since = match self.tried() {
            Some(tried) => Some(tried),
            None => self.list()?.last().map(|oldest| oldest.made),
        };
        let until = day(now).checked_sub_months(Months::new(MONTHS_BETWEEN_TRIALS));
        Ok(since.is_some_and(|since| Some(day(since)) <= until))
    }
}
