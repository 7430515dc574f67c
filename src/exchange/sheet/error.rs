//! Why a file gives no sheet.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use super::too_much::TooMuch;
use crate::exchange::some_of::some_of;
use crate::language::{Argument, Explain, Language};

/// Why a file gives no sheet.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
pub enum ReadError {
    /// The file does not exist, is locked, or may not be read.
    #[error("{file}: cannot be opened: {cause}")]
    CannotOpen {
        /// The file.
        file: PathBuf,
        /// What the system says.
        cause: Error,
    },
    /// It is a folder, a pipe or a device.
    #[error("{0}: not a file")]
    NotAFile(PathBuf),
    /// It is neither text nor a spreadsheet, or a damaged one.
    #[error("{file}: not a table: {cause}")]
    NotATable {
        /// The file.
        file: PathBuf,
        /// What the reader says.
        cause: String,
    },
    /// A spreadsheet with a password.
    #[error("{0}: has a password")]
    Protected(PathBuf),
    /// An xlsb file with formulas whose outcome is an error, which its reader passes over in silence.
    #[error("{0}: formulas with errors")]
    FormulaErrors(PathBuf),
    /// A reader of another project stumbled over it.
    #[error("{0}: cannot be read")]
    Unreadable(PathBuf),
    /// There is more in it than a table can hold.
    #[error("{file}: too much: {what:?}")]
    TooMuch {
        /// The file.
        file: PathBuf,
        /// What there is too much of.
        what: TooMuch,
    },
    /// It is another file than when it was opened.
    #[error("{0}: changed while it was read")]
    Changed(PathBuf),
    /// A quotation mark is opened and never closed, so that the rest of the file is one cell.
    #[error("{file}: row {row}: a quotation mark is not closed")]
    OpenQuote {
        /// The file.
        file: PathBuf,
        /// The row in which it is opened.
        row: usize,
    },
    /// A sheet was named that the file does not have.
    #[error("{file}: no sheet {sheet}")]
    NoSheet {
        /// The file.
        file: PathBuf,
        /// What was named.
        sheet: String,
        /// The sheets that exist.
        sheets: Vec<String>,
    },
    /// A row of headings was named in which nothing stands, or which is too far down.
    #[error("{file}: no headings in row {row}")]
    NoHeaderRow {
        /// The file.
        file: PathBuf,
        /// What was named.
        row: usize,
    },
    /// The sheet is blank.
    #[error("{0}: no header")]
    NoHeader(PathBuf),
    /// There is a header and nothing under it.
    #[error("{0}: no rows")]
    NoRows(PathBuf),
}

impl Explain for ReadError {
    fn explain(&self, language: Language) -> String {
        let say = |id, file: &Path, others: &[(&str, Argument<'static>)]| {
            let mut arguments = vec![("file", file.display().to_string().into())];
            arguments.extend_from_slice(others);
            language.say(id, &arguments)
        };
        let row = |row: &usize| ("row", row.to_string().into());
        match self {
            Self::CannotOpen { file, cause } if cause.kind() == ErrorKind::NotFound => {
                say("import-not-found", file, &[])
            }
            Self::CannotOpen { file, .. } => say("import-cannot-open", file, &[]),
            Self::NotATable { file, .. } => say("import-not-a-table", file, &[]),
            Self::NotAFile(file) => say("import-not-a-file", file, &[]),
            Self::Protected(file) => say("import-protected", file, &[]),
            Self::FormulaErrors(file) => say("import-formula-errors", file, &[]),
            Self::Unreadable(file) => say("import-unreadable", file, &[]),
            Self::Changed(file) => say("import-changed", file, &[]),
            Self::NoHeader(file) => say("import-no-header", file, &[]),
            Self::NoRows(file) => say("import-no-rows", file, &[]),
            Self::OpenQuote { file, row: at } => say("import-open-quote", file, &[row(at)]),
            Self::NoHeaderRow { file, row: at } => say("import-no-header-row", file, &[row(at)]),
            Self::NoSheet {
                file,
                sheet,
                sheets,
            } => {
                let known = some_of(sheets, language);
                let others = [("sheet", sheet.clone().into()), ("sheets", known.into())];
                say("import-no-sheet", file, &others)
            }
            Self::TooMuch { file, what } => match what {
                TooMuch::Columns { row: at } => say("import-too-many-columns", file, &[row(at)]),
                TooMuch::Rows => say("import-too-many-rows", file, &[]),
                TooMuch::Text { row: at } => say("import-too-much-text", file, &[row(at)]),
                TooMuch::Content => say("import-too-much-content", file, &[]),
            },
        }
    }
}

/// Why the bytes of a file give no rows. Reading the file adds which file it is.
#[derive(Debug)]
pub(super) enum FormatError {
    /// The disk refuses.
    Disk(Error),
    /// It is no table; in the words of the reader.
    NotATable(String),
    /// It has a password.
    Protected,
    /// It has formulas whose outcome is an error, which the reader would pass over.
    FormulaError,
    /// There is more in it than a table can hold.
    TooMuch(TooMuch),
    /// The row in which a quotation mark is opened.
    OpenQuote(usize),
}

impl From<Error> for FormatError {
    fn from(error: Error) -> Self {
        // Without a number of the system it is what a reader says of bytes that do not fit.
        match error.raw_os_error() {
            Some(_) => Self::Disk(error),
            None => Self::NotATable(error.to_string()),
        }
    }
}

impl From<TooMuch> for FormatError {
    fn from(what: TooMuch) -> Self {
        Self::TooMuch(what)
    }
}

impl FormatError {
    /// The same, with the file that it is about.
    pub fn of(self, file: &Path) -> ReadError {
        let file = file.to_owned();
        match self {
            Self::Disk(cause) => ReadError::CannotOpen { file, cause },
            Self::NotATable(cause) => ReadError::NotATable { file, cause },
            Self::Protected => ReadError::Protected(file),
            Self::FormulaError => ReadError::FormulaErrors(file),
            Self::TooMuch(what) => ReadError::TooMuch { file, what },
            Self::OpenQuote(row) => ReadError::OpenQuote { file, row },
        }
    }
}
