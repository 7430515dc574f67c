//! Finding the row that holds the headings, below titles and above the rows.

use std::collections::BTreeSet;

use super::cells::{Cell, Row};
use super::total::{is_number, says_a_date};
use crate::language::folded;

/// How many filled rows below a title the headings are looked for.
const BELOW: usize = 15;

/// Where the headings stand among the first filled rows of a sheet: in the first of them, unless that is a title or a
/// heading over several columns, and a row with clearly more headings follows.
pub(super) fn header_at(rows: &[Row]) -> usize {
    let mut at = 0;
    while let Some(further) = better(rows, at) {
        at = further;
    }
    at
}

/// Whether the row at this place stands over a table: so many headings at least, and a row with two cells or more.
pub(super) fn has_table(rows: &[Row], header: usize, least: usize) -> bool {
    let headings = rows.get(header).map_or(0, filled);
    let below = rows.iter().skip(header + 1);
    headings >= least && below.take(BELOW).any(|row| filled(row) >= 2)
}

/// The first row below this one that has clearly more headings.
fn better(rows: &[Row], at: usize) -> Option<usize> {
    let now = filled(rows.get(at)?);
    (at + 1..rows.len().min(at + 1 + BELOW)).find(|&further| {
        let row = &rows[further];
        let count = filled(row);
        // At most three fifths as many: the headings of a plain table fill nearly all of its columns.
        now * 5 <= count * 3
            && are_headings(row)
            && (stands_out(rows, further) || now == 1 && count >= 3 && further + 1 < rows.len())
    })
}

/// Whether a row can be headings: texts that differ. A year can be one too, a date never is.
fn are_headings(row: &Row) -> bool {
    let texts: Vec<String> = filled_cells(row).map(|cell| folded(&cell.text())).collect();
    let dates = filled_cells(row).any(says_a_date);
    let numbers = filled_cells(row).filter(|cell| is_number(cell)).count();
    let different: BTreeSet<&String> = texts.iter().collect();
    !dates && numbers * 2 < texts.len() && different.len() * 10 >= texts.len() * 7
}

/// Whether a column below this row holds dates, numbers, or values that come back, while the row itself has a text there
/// that does not: what tells headings from the rows of a table.
fn stands_out(rows: &[Row], header: usize) -> bool {
    let below = &rows[header + 1..];
    let columns = rows[header].cells.iter().enumerate();
    columns
        .filter(|(_, cell)| !cell.is_blank() && !is_number(cell))
        .any(|(column, cell)| {
            let cells = below.iter().filter_map(|row| row.cells.get(column));
            let cells: Vec<&Cell> = cells.filter(|cell| !cell.is_blank()).collect();
            let other = cells
                .iter()
                .filter(|cell| is_number(cell) || says_a_date(cell));
            if !cells.is_empty() && other.count() * 2 > cells.len() {
                return true;
            }
            let values: BTreeSet<String> = cells.iter().map(|cell| folded(&cell.text())).collect();
            cells.len() >= 4
                && values.len() * 2 <= cells.len()
                && !values.contains(&folded(&cell.text()))
        })
}

/// How many cells of a row hold something.
fn filled(row: &Row) -> usize {
    filled_cells(row).count()
}

fn filled_cells(row: &Row) -> impl Iterator<Item = &Cell> {
    row.cells.iter().filter(|cell| !cell.is_blank())
}
