//! Reading a file as a sheet.

use std::path::Path;

use super::cells::{Cell, Row, Sheet};
use super::error::{FormatError, ReadError};
use super::{text_file, workbook};
use crate::logging;

/// The first bytes of a zip, as Excel and LibreOffice write, and of the older Excel files.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

/// Reads a CSV file, or the first sheet of an Excel or LibreOffice file. The content decides which of them it is: a
/// spreadsheet that is called `.csv` is read as well.
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
        Err(FormatError::NotATable(cause)) => return Err(ReadError::NotATable { file, cause }),
        Err(FormatError::OpenQuote(row)) => return Err(ReadError::OpenQuote { file, row }),
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
