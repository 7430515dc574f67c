//! Reading the first sheet of an Excel or LibreOffice file.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, open_workbook_auto_from_rs};

use super::cells::{Cell, Row};
use super::error::FormatError;

/// Every row of the first sheet, numbered as the spreadsheet numbers them.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, FormatError> {
    let not_a_table = |cause: calamine::Error| FormatError::NotATable(cause.to_string());
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(not_a_table)?;
    let Some(range) = workbook.worksheet_range_at(0) else {
        return Ok(Vec::new());
    };
    let range = range.map_err(not_a_table)?;
    let first = range.start().map_or(0, |(row, _)| row as usize);
    let rows = range.rows().enumerate().map(|(at, cells)| Row {
        number: first + at + 1,
        cells: cells.iter().map(cell).collect(),
    });
    Ok(rows.collect())
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(yes) => Cell::YesNo(*yes),
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::DateTime(_) | Data::DateTimeIso(_) => match data.as_datetime() {
            Some(date) => Cell::Date(date),
            None => Cell::Text(data.to_string()),
        },
        // `#N/A` stays visible: a field that cannot read it is refused with this cell.
        Data::Error(_) => Cell::Text(data.to_string()),
    }
}
