//! A look through the records of an older Excel file (xls) before a reader makes room for every cell between its first
//! and its last.

use crate::exchange::sheet::error::FormatError;
use crate::exchange::sheet::limits::MOST_CELLS;
use crate::exchange::sheet::too_much::TooMuch;

/// The rows and columns of such a sheet.
const ROWS: u32 = 65_536;
const COLUMNS: u32 = 256;

/// The kinds of records that matter.
mod kind {
    pub const BEGIN: u16 = 0x0809;
    pub const END: u16 = 0x000A;
    pub const SHEET: u16 = 0x0085;
    pub const DIMENSIONS: u16 = 0x0200;
    pub const MANY_NUMBERS: u16 = 0x00BD;
    pub const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x0006];
}

/// Looks through the stream of a workbook.
pub(super) fn look_through(stream: &[u8]) -> Result<(), FormatError> {
    let mut cells = 0;
    for (kind, data) in records(stream) {
        match kind {
            kind::END => break,
            kind::SHEET => {
                let begin = number(data, 0).unwrap_or(u32::MAX) as usize;
                let sheet = stream.get(begin..).ok_or_else(damaged)?;
                cells += room(sheet)?;
                if cells > MOST_CELLS {
                    return Err(TooMuch::Content.into());
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// How many cells there are between the first and the last of a sheet.
fn room(sheet: &[u8]) -> Result<usize, FormatError> {
    let mut depth = 0;
    let mut extent: Option<[u32; 4]> = None;
    for (kind, data) in records(sheet) {
        match kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => break,
            kind::END => depth -= 1,
            // Charts within a sheet have cells of their own.
            _ if depth > 1 => {}
            kind::DIMENSIONS => fits(data)?,
            kind::MANY_NUMBERS => {
                let last = data.len().checked_sub(2).and_then(|at| short(data, at));
                if let (Some(row), Some(first), Some(last)) = (short(data, 0), short(data, 2), last)
                {
                    reach(&mut extent, row, first);
                    reach(&mut extent, row, last);
                }
            }
            kind if kind::CELLS.contains(&kind) => {
                if let (Some(row), Some(column)) = (short(data, 0), short(data, 2)) {
                    reach(&mut extent, row, column);
                }
            }
            _ => {}
        }
    }
    let cells = extent.map_or(0, |[top, left, bottom, right]| {
        (bottom - top + 1) as usize * (right - left + 1) as usize
    });
    Ok(cells)
}

/// Stretches an extent to a cell.
fn reach(extent: &mut Option<[u32; 4]>, row: u32, column: u32) {
    let [top, left, bottom, right] = extent.get_or_insert([row, column, row, column]);
    *top = (*top).min(row);
    *left = (*left).min(column);
    *bottom = (*bottom).max(row);
    *right = (*right).max(column);
}

/// Refuses a sheet that says to be larger than one can be, or to end before it begins: the reader makes room for it.
fn fits(data: &[u8]) -> Result<(), FormatError> {
    let (first, last, end) = match data.len() {
        10 => (short(data, 0), short(data, 2), short(data, 6)),
        14 | 16 => (number(data, 0), number(data, 4), short(data, 10)),
        _ => return Ok(()),
    };
    let (Some(first), Some(last), Some(end)) = (first, last, end) else {
        return Ok(());
    };
    let is_empty = last == 0 || end == 0;
    let fits = last <= ROWS && end <= COLUMNS && (is_empty || first < last);
    fits.then_some(()).ok_or_else(damaged)
}

/// The records of a stream, each with its kind and its content.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let kind = short(rest, 0)? as u16;
        let length = short(rest, 2)? as usize;
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, data))
    })
}

fn short(data: &[u8], at: usize) -> Option<u32> {
    let part = data.get(at..at + 2)?;
    Some(u16::from_le_bytes([part[0], part[1]]).into())
}

fn number(data: &[u8], at: usize) -> Option<u32> {
    let part = data.get(at..at + 4)?;
    Some(u32::from_le_bytes([part[0], part[1], part[2], part[3]]))
}

fn damaged() -> FormatError {
    FormatError::NotATable("damaged sheet".to_owned())
}
