//! Whether the files of an open vault are whole and can be written, and where they are.

use super::background_check::{BackgroundCheck, Checked};
use super::error::StoreError;
use super::file_names::file_of;
use super::team_files::refuse_missing;
use super::vault::Vault;

impl Vault {
    /// Begins to check in the background whether the files are whole. In one that is not, nothing is written from then on.
    pub fn check_files(&mut self) {
        let open = self
            .teams
            .iter()
            .filter_map(|team| team.store.as_ref().ok());
        let files = open.map(|store| Checked {
            path: store.path().to_owned(),
            key: store.key(),
            no_writes: store.no_writes().clone(),
        });
        self.checking = Some(BackgroundCheck::of(files.collect()));
    }

    /// Whether no check is under way.
    pub fn is_checked(&self) -> bool {
        self.checking.as_ref().is_none_or(BackgroundCheck::is_done)
    }

    /// The teams in whose file nothing can be stored, with why: it could not be opened, is damaged, or may not be written.
    pub fn unwritable(&self) -> Vec<(&str, StoreError)> {
        let teams = self.teams.iter();
        let unwritable = teams.filter_map(|team| {
            let why = match &team.store {
                Ok(store) => store.no_writes().why().cloned(),
                Err(why) => Some(why.clone()),
            };
            Some((team.id.as_str(), why?))
        });
        unwritable.collect()
    }

    /// Whether a file that was not at its place when the vault was opened is there again.
    pub fn has_file_back(&self) -> bool {
        let gone = self.teams.iter().filter(|team| {
            let refused = team.store.as_ref().err();
            refused.is_some_and(StoreError::is_about_another_file)
        });
        gone.map(|team| file_of(self.folder(), &team.id))
            .any(|file| refuse_missing(&file).is_ok())
    }
}
