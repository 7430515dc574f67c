//! What is too much for a table, so that no file can take all memory.

use super::cells::Cell;
use super::error::FormatError;
use super::too_much::TooMuch;

/// The rows of a sheet, as many as a spreadsheet has.
pub(super) const MOST_ROWS: usize = 1_048_576;
/// The columns of a sheet, as many as a spreadsheet has.
pub(super) const MOST_COLUMNS: usize = 16_384;
/// The bytes in one cell. A spreadsheet allows 32,767 letters.
pub(super) const LONGEST_CELL: usize = 1_000_000;
/// The bytes of the texts in one row together.
pub(super) const LONGEST_ROW: usize = 16_000_000;
/// The bytes of the texts in the first rows of a sheet, in which its headings are looked for.
pub(super) const LONGEST_BEGINNING: usize = 32_000_000;
/// The cells of a sheet that is held in memory as a whole.
pub(super) const MOST_CELLS: usize = 4_000_000;
/// The bytes of the texts of a sheet that is held in memory as a whole.
pub(super) const MOST_TEXT: usize = 200_000_000;

/// Puts a cell in its place in a row, which grows to it.
pub(super) fn place(
    cells: &mut Vec<Cell>,
    row: usize,
    column: usize,
    cell: Cell,
) -> Result<(), FormatError> {
    if column >= MOST_COLUMNS {
        return Err(TooMuch::Columns { row }.into());
    }
    if column >= cells.len() {
        cells.resize(column + 1, Cell::Empty);
    }
    cells[column] = cell;
    Ok(())
}
