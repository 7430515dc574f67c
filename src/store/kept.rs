//! What is taken out of a vault by a repair, and kept: damaged files, a write-ahead log of another copy, what belongs to
//! nothing. Each repair has a folder of its own for it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::closed_file;
use super::error::StoreError;
use super::file_names::free_name;

/// The folder in a vault in which they stand.
const FOLDER: &str = "kept";

/// The folder of one repair, which is made when something is put in it.
#[derive(Debug)]
pub(super) struct Kept {
    vault: PathBuf,
    folder: PathBuf,
}

impl Kept {
    /// The folder of a repair at this moment, by the clock in Amsterdam.
    pub fn at(vault: &Path, now: DateTime<Utc>) -> Self {
        let all = vault.join(FOLDER);
        Self {
            vault: vault.to_owned(),
            folder: all.join(free_name(&all, now)),
        }
    }

    /// The folder, if something was put in it.
    pub fn used(&self) -> Option<&Path> {
        Some(&*self.folder).filter(|folder| folder.is_dir())
    }

    /// The folder, which is made, as closed to others as the vault.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn make(&self) -> Result<&Path, StoreError> {
        let all = self.vault.join(FOLDER);
        for folder in [&all, &self.folder] {
            if !folder.is_dir() {
                fs::create_dir(folder).map_err(StoreError::disk(folder))?;
                closed_file::close_as(folder, &self.vault).map_err(StoreError::disk(folder))?;
            }
        }
        Ok(&self.folder)
    }

    /// Keeps something under this name, as closed to others as the file from which it comes.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn add(&self, name: &str, content: &[u8], from: &Path) -> Result<(), StoreError> {
        let path = self.make()?.join(name);
        let written = closed_file::create(&path, from).and_then(|mut file| {
            file.write_all(content)?;
            file.sync_all()
        });
        written.map_err(StoreError::disk(&path))
    }

    /// Moves a file of the vault here.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn take(&self, path: &Path) -> Result<(), StoreError> {
        let name = path.file_name().unwrap_or_default();
        let to = self.make()?.join(name);
        fs::rename(path, &to).map_err(StoreError::disk(path))
    }
}
