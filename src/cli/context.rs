//! The context of a command: its vault, language, user and clock.

use std::path::PathBuf;

use super::error::CommandError;
use crate::clock::Clock;
use crate::language::Language;
use crate::places;
use crate::report::Made;
use crate::store::{OpeningProgress, StoreError, Vault};

/// What every command gets.
pub(super) struct Context<'a> {
    /// The folder that `--vault` names.
    pub vault: Option<PathBuf>,
    /// The language of the answer.
    pub language: Language,
    /// The name of the user.
    pub actor: &'a str,
    /// The name that the user gave in the window.
    pub named: Option<String>,
    /// What time it is.
    pub clock: &'a Clock,
    /// Says at once what somebody who waits has to know.
    pub say: &'a dyn Fn(&str),
}

impl Context<'_> {
    /// By whom a document is made, and when.
    pub fn made(&self) -> Made {
        Made {
            at: self.clock.now(),
            by: self.actor.to_owned(),
        }
    }

    /// Opens the vault that is named, or the one in the data folder of the user.
    pub fn open(&self) -> Result<Vault, CommandError> {
        let mut tell = |OpeningProgress::Waits| {
            (self.say)(&self.language.text("store-opening-waits"));
        };
        let opened = Vault::open_and_tell(&self.folder()?, self.clock.now(), &mut tell);
        opened.map_err(|error| match error {
            StoreError::NotAVault(folder) => CommandError::NoVault(folder),
            error => CommandError::Store(error),
        })
    }

    /// The folder that is named, or the one for the vault of the user.
    pub fn folder(&self) -> Result<PathBuf, CommandError> {
        let folder = self.vault.clone().or_else(places::own_vault);
        folder.ok_or(CommandError::NoFolder)
    }

    /// The folder that is named, or the first one for a demo that does not exist yet.
    pub fn demo_folder(&self) -> Result<PathBuf, CommandError> {
        let folder = self
            .vault
            .clone()
            .or_else(|| places::free_demo_folder(Vault::is_half_made));
        folder.ok_or(CommandError::NoFolder)
    }
}
