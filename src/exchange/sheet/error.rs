//! Why a file gives no sheet.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use crate::language::{Explain, Language};

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
    /// It is neither text nor a spreadsheet, or a damaged or protected one.
    #[error("{file}: not a table: {cause}")]
    NotATable {
        /// The file.
        file: PathBuf,
        /// What the reader says.
        cause: String,
    },
    /// A quotation mark is opened and never closed, so that the rest of the file is one cell.
    #[error("{file}: row {row}: a quotation mark is not closed")]
    OpenQuote {
        /// The file.
        file: PathBuf,
        /// The row in which it is opened.
        row: usize,
    },
    /// The first sheet is blank.
    #[error("{0}: no header")]
    NoHeader(PathBuf),
    /// There is a header and nothing under it.
    #[error("{0}: no rows")]
    NoRows(PathBuf),
}

impl Explain for ReadError {
    fn explain(&self, language: Language) -> String {
        let say =
            |id, file: &Path| language.say(id, &[("file", file.display().to_string().into())]);
        match self {
            Self::CannotOpen { file, cause } if cause.kind() == ErrorKind::NotFound => {
                say("import-not-found", file)
            }
            Self::CannotOpen { file, .. } => say("import-cannot-open", file),
            Self::NotATable { file, .. } => say("import-not-a-table", file),
            Self::NoHeader(file) => say("import-no-header", file),
            Self::NoRows(file) => say("import-no-rows", file),
            Self::OpenQuote { file, row } => language.say(
                "import-open-quote",
                &[
                    ("file", file.display().to_string().into()),
                    ("row", row.to_string().into()),
                ],
            ),
        }
    }
}

/// Why the bytes of a file give no rows. Reading the file adds which file it is.
pub(super) enum FormatError {
    /// It is no table; in the words of the reader.
    NotATable(String),
    /// The row in which a quotation mark is opened.
    OpenQuote(usize),
}
