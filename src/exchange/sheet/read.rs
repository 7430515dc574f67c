//! Reading a small file as a sheet in memory.

use std::ops::ControlFlow;
use std::path::Path;

use super::cells::Sheet;
use super::error::ReadError;
use super::file::SheetFile;
use super::head::SheetChoice;
use super::limits::{MOST_CELLS, MOST_TEXT};
use super::too_much::TooMuch;

/// Reads the table of a CSV, Excel or LibreOffice file with all of its rows, as files of figures have few. The content
/// decides which of them it is: a spreadsheet that is called `.csv` is read as well.
///
/// # Errors
/// The file cannot be read, has no header or no rows, or more of them than fit in memory.
pub fn read_sheet(path: &Path) -> Result<Sheet, ReadError> {
    let file = SheetFile::open(path, &SheetChoice::default())?;
    let mut rows = Vec::new();
    let (mut cells, mut text) = (0, 0);
    let mut too_much = false;
    // A total can be a figure of its own here, and is no row that is left out.
    file.each_filled_row(&mut |row| {
        cells += row.cells.len();
        text += row.text_length();
        too_much = cells > MOST_CELLS || text > MOST_TEXT;
        if too_much {
            return ControlFlow::Break(());
        }
        rows.push(row.clone());
        ControlFlow::Continue(())
    })?;
    let file_name = || path.to_owned();
    if too_much {
        return Err(ReadError::TooMuch {
            file: file_name(),
            what: TooMuch::Content,
        });
    }
    if rows.is_empty() {
        return Err(ReadError::NoRows(file_name()));
    }
    Ok(Sheet {
        headers: file.head().headers.clone(),
        rows,
        is_text: file.head().sheet.is_none(),
    })
}
