//! What is typed while the vault cannot be reached: a file for each draft, until the vault takes it in.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::places;
use crate::store::{Draft, StoreError};

/// The folder in that of the vault, and in that of the settings where the vault takes no file.
const FOLDER: &str = "drafts";
const ENDING: &str = "json";

/// The files of the drafts that wait for a vault.
pub struct DraftFiles {
    vault: PathBuf,
    /// Where they are written: in the first of these that takes them.
    folders: Vec<PathBuf>,
}

/// A draft as it stands in its file.
#[derive(Serialize, Deserialize)]
struct KeptDraft {
    vault: PathBuf,
    id: String,
    register: String,
    actor: String,
    saved: DateTime<Utc>,
    content: String,
}

impl DraftFiles {
    /// Those of the vault in this folder.
    pub fn of(vault: &Path) -> Self {
        let settings = places::settings_file();
        let beside = settings.map(|file| file.with_file_name(FOLDER));
        Self {
            vault: vault.to_owned(),
            folders: [Some(vault.join(FOLDER)), beside]
                .into_iter()
                .flatten()
                .collect(),
        }
    }

    /// The folder in which they are kept, as far as it takes them.
    pub fn folder(&self) -> PathBuf {
        self.vault.join(FOLDER)
    }

    /// Keeps a draft in the place of what was kept of it before. Only this user can read the file.
    ///
    /// # Errors
    /// The disk refuses, in the folder of the vault and in that of the settings.
    pub fn keep(&self, draft: &Draft) -> Result<(), StoreError> {
        let kept = KeptDraft {
            vault: self.vault.clone(),
            id: draft.id.clone(),
            register: draft.register.clone(),
            actor: draft.actor.clone(),
            saved: draft.saved,
            content: draft.content.clone(),
        };
        let write = |folder: &Path| -> io::Result<()> {
            let content = serde_json::to_vec(&kept)?;
            fs::create_dir_all(folder)?;
            // A temporary file can be read by nobody else, and keeps that under its own name.
            let mut file = NamedTempFile::new_in(folder)?;
            file.write_all(&content)?;
            file.as_file().sync_all()?;
            file.persist(folder.join(&kept.id).with_extension(ENDING))?;
            Ok(())
        };
        let (first, others) = (self.folder(), self.folders.iter().skip(1));
        let written = write(&first).map_err(StoreError::disk(&first));
        written.or_else(|refused| {
            let mut others = others.map(|folder| write(folder));
            others.any(|it| it.is_ok()).then_some(()).ok_or(refused)
        })
    }

    /// Removes what was kept of a draft of this person, if anything was.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn drop_draft(&self, id: &str, actor: &str) -> Result<(), StoreError> {
        let waiting = self.waiting(actor).into_iter();
        let mut of_draft = waiting.filter(|(_, draft)| draft.id == id);
        of_draft.try_for_each(|(file, _)| Self::taken_in(&file))
    }

    /// The drafts of this person that wait for the vault, each with its file.
    pub fn waiting(&self, actor: &str) -> Vec<(PathBuf, Draft)> {
        let entries = self.folders.iter().filter_map(|it| fs::read_dir(it).ok());
        let files = entries.flatten().flatten().map(|entry| entry.path());
        let files = files.filter(|file| file.extension().is_some_and(|it| it == ENDING));
        let drafts = files.filter_map(|file| {
            let kept: KeptDraft = serde_json::from_slice(&fs::read(&file).ok()?).ok()?;
            (kept.vault == self.vault && kept.actor == actor).then(|| (file, kept.draft()))
        });
        drafts.collect()
    }

    /// Removes the file of a draft that the vault took in, and its folder with the last one.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn taken_in(file: &Path) -> Result<(), StoreError> {
        fs::remove_file(file).map_err(StoreError::disk(file))?;
        if let Some(folder) = file.parent() {
            // A folder with other drafts stays.
            let _ = fs::remove_dir(folder);
        }
        Ok(())
    }
}

impl KeptDraft {
    fn draft(self) -> Draft {
        Draft {
            id: self.id,
            register: self.register,
            actor: self.actor,
            saved: self.saved,
            content: self.content,
        }
    }
}
