//! Where things are kept for this user on this machine, unless somebody says otherwise.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

/// The name of a user's own vault.
const VAULT: &str = "kluis";
/// The name of the first demo.
const DEMO: &str = "demo";

fn folders() -> Option<ProjectDirs> {
    ProjectDirs::from("nl", "", "Peildatum")
}

/// The folder of the vault of a user who never named one. None on a machine without home folders.
pub fn own_vault() -> Option<PathBuf> {
    Some(folders()?.data_dir().join(VAULT))
}

/// The first folder for a demo that does not exist yet, or in which only an interrupted one was left.
pub fn free_demo_folder(was_left: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let data = folders()?.data_dir().to_owned();
    let numbered = (2..).map(|number| data.join(format!("{DEMO}-{number}")));
    let mut candidates = std::iter::once(data.join(DEMO)).chain(numbered);
    candidates.find(|candidate| !candidate.exists() || was_left(candidate))
}

/// The folder in which this user keeps documents, or else the home folder.
pub fn documents() -> Option<PathBuf> {
    let folders = UserDirs::new()?;
    let documents = folders.document_dir().filter(|folder| folder.is_dir());
    Some(documents.unwrap_or(folders.home_dir()).to_owned())
}

/// The file with the preferences of the user.
pub fn settings_file() -> Option<PathBuf> {
    Some(folders()?.config_dir().join("settings.toml"))
}

/// The folder of the log, beside the preferences.
pub fn log_folder() -> Option<PathBuf> {
    Some(folders()?.config_dir().join("log"))
}
