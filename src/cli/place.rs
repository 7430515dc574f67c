//! Where the vault of a command is.

use std::path::PathBuf;

use directories::ProjectDirs;

use super::error::CommandError;
use crate::clock::Clock;
use crate::language::Language;
use crate::store::{StoreError, Vault};

/// The name of the vault in the data folder of the user.
const VAULT: &str = "kluis";
/// The name of the first demo in that folder.
const DEMO: &str = "demo";

/// What every command is told.
pub(super) struct Context<'a> {
    /// The folder that `--vault` names.
    pub vault: Option<PathBuf>,
    /// The language of all that is said.
    pub language: Language,
    /// Who works here.
    pub actor: &'a str,
    /// What time it is.
    pub clock: &'a Clock,
}

impl Context<'_> {
    /// Opens the vault that is named, or the one in the data folder of the user.
    pub fn open(&self) -> Result<Vault, CommandError> {
        Vault::open(&self.folder()?, self.clock.now()).map_err(|error| match error {
            StoreError::NotAVault(folder) => CommandError::NoVault(folder),
            error => CommandError::Store(error),
        })
    }

    /// The folder that is named, or the one for the vault of the user.
    pub fn folder(&self) -> Result<PathBuf, CommandError> {
        match &self.vault {
            Some(named) => Ok(named.clone()),
            None => Ok(data_folder()?.join(VAULT)),
        }
    }

    /// The folder that is named, or the first one for a demo that does not exist yet.
    pub fn demo_folder(&self) -> Result<PathBuf, CommandError> {
        if let Some(named) = &self.vault {
            return Ok(named.clone());
        }
        let data = data_folder()?;
        let (mut folder, mut next) = (data.join(DEMO), 2);
        while folder.exists() {
            folder = data.join(format!("{DEMO}-{next}"));
            next += 1;
        }
        Ok(folder)
    }
}

fn data_folder() -> Result<PathBuf, CommandError> {
    let folders = ProjectDirs::from("nl", "", "Peildatum").ok_or(CommandError::NoFolder)?;
    Ok(folders.data_dir().to_owned())
}
