//! From a file to a sheet: headers, and rows of cells that still mean nothing.

use std::borrow::Cow;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, NaiveTime};

use super::{text_file, workbook};
use crate::language::{Explain, Language};
use crate::logging;

/// The first sheet of a file, as it stands there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The names of the columns; one in the middle may be blank, the last one never is.
    pub headers: Vec<String>,
    /// The rows in which something stands.
    pub rows: Vec<Row>,
}

/// One row of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number as a spreadsheet shows it: the header is 1, and blank rows count.
    pub number: usize,
    /// Its cells; there may be fewer than headers, or more.
    pub cells: Vec<Cell>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, the only thing a CSV file knows.
    Text(String),
    /// A number of a spreadsheet.
    Number(f64),
    /// A date of a spreadsheet.
    Date(NaiveDateTime),
    /// A true or false of a spreadsheet.
    YesNo(bool),
}

impl Row {
    /// What stands in the column, written out; blank where the row ends before it.
    pub fn text(&self, column: usize) -> Cow<'_, str> {
        self.cells.get(column).map_or(Cow::Borrowed(""), Cell::text)
    }
}

impl Cell {
    /// The cell written as a person in the Netherlands would type it, without blanks around it.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text.trim()),
            Self::Number(number) => Cow::Owned(Language::Dutch.number(*number)),
            Self::Date(date) if date.time() == NaiveTime::MIN => {
                Cow::Owned(date.format("%d-%m-%Y").to_string())
            }
            Self::Date(date) => Cow::Owned(date.format("%d-%m-%Y %H:%M:%S%.f").to_string()),
            Self::YesNo(yes) => Cow::Borrowed(if *yes { "ja" } else { "nee" }),
        }
    }

    /// Whether nothing stands in it but blanks.
    pub fn is_blank(&self) -> bool {
        self.text().is_empty()
    }
}

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
    /// It is no text and no spreadsheet, or a damaged or protected one.
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

/// Why the bytes of a file give no rows; [`read_sheet`] adds which file.
pub(super) enum Unreadable {
    /// In the words of the reader.
    NotATable(String),
    /// The row in which a quotation mark is opened.
    OpenQuote(usize),
}

/// The first bytes of a zip, as Excel and LibreOffice write, and of the older Excel files.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

/// Reads a CSV file, or the first sheet of an Excel or LibreOffice file. What it is follows from what is in it: a
/// spreadsheet that somebody called `.csv` is read as well.
///
/// # Errors
/// The file cannot be read, or has no header or no rows.
pub fn read_sheet(path: &Path) -> Result<Sheet, ReadError> {
    let file = path.to_owned();
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(cause) => {
            logging::disk_refused(&cause);
            return Err(ReadError::CannotOpen { file, cause });
        }
    };
    let rows = if SPREADSHEETS.iter().any(|start| bytes.starts_with(start)) {
        workbook::rows(&bytes)
    } else {
        text_file::rows(&bytes)
    };
    let rows = match rows {
        Ok(rows) => rows,
        Err(Unreadable::NotATable(cause)) => return Err(ReadError::NotATable { file, cause }),
        Err(Unreadable::OpenQuote(row)) => return Err(ReadError::OpenQuote { file, row }),
    };
    let mut rows = rows
        .into_iter()
        .filter(|row| !row.cells.iter().all(Cell::is_blank));
    let Some(header) = rows.next() else {
        return Err(ReadError::NoHeader(file));
    };
    let mut headers: Vec<String> = header
        .cells
        .iter()
        .map(|cell| cell.text().into_owned())
        .collect();
    // Spreadsheets pad every row to the widest; a column without a name at the end is no column.
    headers.truncate(
        headers
            .iter()
            .rposition(|name| !name.is_empty())
            .map_or(0, |last| last + 1),
    );
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Err(ReadError::NoRows(file));
    }
    Ok(Sheet { headers, rows })
}
