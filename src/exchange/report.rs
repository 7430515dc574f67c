//! The report of an import.

use std::path::Path;

use super::cases::date_note::DateNote;
use super::problem::RowProblem;
use crate::logging::{self, Counts};
use crate::register::Reason;

/// The counts of an import: every row is added, an update, unchanged, refused or left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// How many rows were read.
    pub read: usize,
    /// How many become a new case.
    pub added: usize,
    /// How many change a case that exists.
    pub updated: usize,
    /// How many change nothing.
    pub unchanged: usize,
    /// How many are refused.
    pub refused: usize,
    /// Why they are refused, in the order of the rows; a row may have several reasons.
    pub problems: Vec<RowProblem>,
    /// How many somebody decided to leave out.
    pub skipped: usize,
    /// How many new ones may be a case that is known.
    pub duplicates: usize,
    /// The columns without a meaning here.
    pub ignored: Vec<String>,
    /// The rows that were left out as totals.
    pub totals: Vec<usize>,
    /// What there is to say about the order of the numbers of dates.
    pub dates: Vec<DateNote>,
}

impl Report {
    /// Logs the counts of the import of this file, or of rows that were typed.
    pub(super) fn log(&self, path: Option<&Path>, dry_run: bool) {
        let counts = Counts {
            read: self.read,
            added: self.added,
            updated: self.updated,
            unchanged: self.unchanged,
            refused: self.refused,
        };
        logging::imported(path, counts, dry_run);
    }
}

/// The result of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// What became of the rows. Of an import that was held back, nothing was added or updated.
    pub report: Report,
    /// Whether refused rows held back all others, or would.
    pub held_back: bool,
    /// The id by which the import is undone; none where nothing was written.
    pub action: Option<String>,
}

/// The reason that the history of a case gives for an import: the file.
pub(super) fn import_reason(path: &Path) -> Reason {
    Reason::Imported {
        file: file_name(path),
    }
}

/// The name of a file without its folder.
pub fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
