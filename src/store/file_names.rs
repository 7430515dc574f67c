//! The names of the files of a vault.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Amsterdam;

/// The team whose file holds what everyone may see. The file is always there, and the mark of a vault.
pub const SHARED: &str = "gedeeld";

/// The path of the file of a team.
pub(super) fn file_of(folder: &Path, team: &str) -> PathBuf {
    folder.join(format!("{team}.db"))
}

/// A name with this moment, by the clock in Amsterdam, that nothing in this folder has.
pub(super) fn free_name(folder: &Path, moment: DateTime<Utc>) -> String {
    let moment = moment.with_timezone(&Amsterdam).format("%Y-%m-%d-%H%M%S");
    let numbered = (2..).map(|number| format!("{moment}-{number}"));
    let mut names = std::iter::once(moment.to_string()).chain(numbered);
    let free = |name: &String| !folder.join(name).exists();
    names.find(free).unwrap_or_default()
}
