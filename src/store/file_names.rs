//! The names of the files of a vault.

use std::path::{Path, PathBuf};

/// The team whose file holds what everyone may see. The file is always there, and the mark of a vault.
pub const SHARED: &str = "gedeeld";

/// The path of the file of a team.
pub(super) fn file_of(folder: &Path, team: &str) -> PathBuf {
    folder.join(format!("{team}.db"))
}
