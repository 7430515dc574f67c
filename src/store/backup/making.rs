//! Making a backup: every file copied, opened, counted, and only then given its name.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::kind::BackupKind;
use super::manifest::{self, Backup, BackupFile};
use super::place::Backups;
use crate::register::DefinitionFiles;
use crate::store::access;
use crate::store::atomic_write::sync_folder;
use crate::store::error::StoreError;
use crate::store::file_names::{SHARED, file_of, free_name};
use crate::store::sqlite::connection::FileKey;
use crate::store::sqlite::content;
use crate::store::sqlite::{copy, mark};
use crate::store::team_files::{refuse_missing, teams};

/// How a name begins of a backup that is being made.
const UNFINISHED: &str = ".making-";

/// A backup that was made.
#[derive(Debug)]
pub struct MadeBackup {
    /// The backup.
    pub backup: Backup,
    /// Why the file of a team is not in it.
    pub missing: Vec<StoreError>,
    /// Why the second folder did not get it.
    pub second: Option<StoreError>,
}

impl Backups {
    /// Makes a backup of every file of the vault, also while windows write in them, and of the definitions beside them. Every
    /// copy is opened and checked. A file that cannot be copied keeps no other one from it.
    ///
    /// # Errors
    /// No file could be copied, or the disk refuses.
    pub fn make(&self, kind: BackupKind, now: DateTime<Utc>) -> Result<MadeBackup, StoreError> {
        let (name, path, made) = self.build(now, |folder| self.fill(folder, kind, now))?;
        let backup = Backup {
            name,
            path,
            ..made.backup
        };
        Ok(MadeBackup { backup, ..made })
    }

    /// Makes a copy of a backup that lies elsewhere.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn take_over(&self, backup: &Backup) -> Result<Backup, StoreError> {
        let (name, path, ()) = self.build(backup.made, |folder| {
            copy_folder(&backup.path, folder).map_err(StoreError::disk(folder))?;
            access::follow(folder, &self.vault);
            Ok(())
        })?;
        Ok(Backup {
            name,
            path,
            ..backup.clone()
        })
    }

    /// Has a folder filled that is no backup yet, and gives it its name when it is whole. What is left of an interrupted one
    /// goes first.
    fn build<T>(
        &self,
        made: DateTime<Utc>,
        fill: impl FnOnce(&Path) -> Result<T, StoreError>,
    ) -> Result<(String, PathBuf, T), StoreError> {
        self.make_folder()?;
        self.remove_unfinished()?;
        let name = free_name(&self.folder, made);
        let unfinished = self.folder.join(format!("{UNFINISHED}{name}"));
        let path = self.folder.join(&name);
        let built = fill(&unfinished).and_then(|filled| {
            fs::rename(&unfinished, &path)
                .and_then(|()| sync_folder(&self.folder))
                .map_err(StoreError::disk(&path))?;
            Ok(filled)
        });
        match built {
            Ok(filled) => Ok((name, path, filled)),
            Err(error) => {
                // What stopped it is the news.
                manifest::remove(&unfinished).ok();
                Err(error)
            }
        }
    }

    fn fill(
        &self,
        folder: &Path,
        kind: BackupKind,
        now: DateTime<Utc>,
    ) -> Result<MadeBackup, StoreError> {
        fs::create_dir(folder).map_err(StoreError::disk(folder))?;
        access::follow(folder, &self.vault);
        let mut files = Vec::new();
        let mut missing = Vec::new();
        for team in teams(&self.vault) {
            match copied(&file_of(&self.vault, &team), &file_of(folder, &team), &team) {
                Ok(file) => files.push(file),
                Err(error) => missing.push(error),
            }
        }
        if files.is_empty() {
            let gone = || StoreError::NotAVault(self.vault.clone());
            return Err(missing.into_iter().next().unwrap_or_else(gone));
        }
        copy_definitions(&self.vault, folder)?;
        let backup = Backup {
            name: String::new(),
            path: folder.to_owned(),
            vault: vault_id(&self.vault),
            made: now,
            kind,
            verified: Some(now),
            files,
        };
        backup.write().map_err(StoreError::disk(folder))?;
        Ok(MadeBackup {
            backup,
            missing,
            second: None,
        })
    }

    /// Removes what is left of backups that were interrupted.
    fn remove_unfinished(&self) -> Result<(), StoreError> {
        let entries = fs::read_dir(&self.folder).map_err(StoreError::disk(&self.folder))?;
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                let path = entry.path();
                manifest::remove(&path).map_err(StoreError::disk(&path))?;
            }
        }
        Ok(())
    }
}

/// The identity of a vault, where its shared file says it.
pub(super) fn vault_id(vault: &Path) -> Option<String> {
    let mark = mark::of_file(&file_of(vault, SHARED), FileKey::None);
    Some(mark.ok()??.vault)
}

/// Copies the file of a team, and says what stands in the copy.
fn copied(file: &Path, to: &Path, team: &str) -> Result<BackupFile, StoreError> {
    refuse_missing(file)?;
    // What lies in the place of a file, or has the log of another one beside it, must not become the backup of it.
    if let Some(found) = mark::of_file(file, FileKey::None)?.filter(|found| found.team != team) {
        return Err(StoreError::OtherTeam {
            file: file.to_owned(),
            holds: found.team,
            team: team.to_owned(),
            last_backup: manifest::newest_of(file),
        });
    }
    copy::of_file(file, to, FileKey::None)?;
    let found = content::check(to, FileKey::None).map_err(|error| match error {
        // A copy has the damage of the file of which it is one.
        StoreError::Damaged { .. } => StoreError::damaged(file),
        error => error,
    });
    if found.is_err() {
        fs::remove_file(to).ok();
    }
    let found = found?;
    let (bytes, sha256) = digest(to).map_err(StoreError::disk(to))?;
    Ok(BackupFile {
        team: team.to_owned(),
        bytes,
        sha256: Some(sha256),
        cases: Some(found.cases),
        state: Some(found.state),
    })
}

/// The size of a file and the SHA-256 of its content. The file is open nowhere else: reading one that SQLite has open would
/// take its locks away.
pub(super) fn digest(file: &Path) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let bytes = io::copy(&mut File::open(file)?, &mut Hashing(&mut hash))?;
    let hash = hash.finalize();
    let text = hash.iter().map(|byte| format!("{byte:02x}"));
    Ok((bytes, text.collect()))
}

struct Hashing<'a>(&'a mut Sha256);

impl io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Copies the definitions of the municipality. Those that lie there already stay.
pub(super) fn copy_definitions(from: &Path, to: &Path) -> Result<(), StoreError> {
    for definitions in DefinitionFiles::FOLDERS {
        let (from, to) = (from.join(definitions), to.join(definitions));
        if from.is_dir() && !to.exists() {
            copy_folder(&from, &to).map_err(StoreError::disk(&to))?;
        }
    }
    Ok(())
}

/// Copies a folder with everything in it, and has the disk keep it.
fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
            File::open(&target)?.sync_all()?;
        }
    }
    sync_folder(to)
}
