//! What is known of a table before its rows are read: its sheet and its headings.

use std::ops::ControlFlow;

use super::cells::{Cell, Row};
use super::error::FormatError;
use super::heading::{has_table, header_at};
use super::limits::LONGEST_BEGINNING;

/// The rows from the top of a sheet in which the headings are looked for.
const LOOKED_AT: usize = 60;
/// The rows that are offered to choose the headings from.
const OFFERED: usize = 30;
/// The letters of such a row.
const SHOWN: usize = 120;

/// Which sheet of a workbook and which row holds the headings, where the user chose; otherwise they are found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetChoice {
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// The row of the headings, as a spreadsheet numbers it.
    pub header_row: Option<usize>,
}

/// What is known of a table before its rows are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetHead {
    /// The names of the sheets of a workbook; none of a text.
    pub sheets: Vec<String>,
    /// Which of them has the table; none of a text.
    pub sheet: Option<usize>,
    /// The row of the headings, as a spreadsheet numbers it.
    pub header_row: usize,
    /// The names of the columns; one in the middle may be blank, the last one never is.
    pub headers: Vec<String>,
    /// How many filled rows stand above the headings, titles, which are left out.
    pub titles: usize,
    /// The first filled rows with a short text of each, to choose other headings from.
    pub above: Vec<(usize, String)>,
}

/// How a sheet begins: enough to find its headings, or as far as those that were chosen.
#[derive(Debug, Default)]
pub(super) struct Beginning {
    /// The first filled rows.
    rows: Vec<Row>,
    /// The bytes of their texts.
    long: usize,
    /// The row that was chosen, with the number of filled rows above it.
    chosen: Option<(Row, usize)>,
}

impl Beginning {
    /// Reads how a sheet begins.
    pub fn read(
        each_row: impl FnOnce(&mut dyn FnMut(&Row) -> ControlFlow<()>) -> Result<(), FormatError>,
        chosen: Option<usize>,
    ) -> Result<Self, FormatError> {
        let mut beginning = Self::default();
        let mut above = 0;
        each_row(&mut |row| {
            let enough = beginning.rows.len() == LOOKED_AT || beginning.long > LONGEST_BEGINNING;
            if !enough {
                beginning.long += row.text_length();
                beginning.rows.push(row.clone());
            }
            match chosen {
                Some(number) if row.number == number => {
                    beginning.chosen = Some((row.clone(), above));
                }
                Some(number) if row.number < number => {
                    above += 1;
                    return ControlFlow::Continue(());
                }
                _ => {}
            }
            match enough {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        })?;
        Ok(beginning)
    }

    /// Whether nothing stands in the sheet.
    pub fn is_blank(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether there is a table with so many headings at least.
    pub fn has_table(&self, headings: usize) -> bool {
        has_table(&self.rows, header_at(&self.rows), headings)
    }

    /// The head of the table; none in a blank sheet, or without the row that was chosen.
    pub fn head(&self, chosen: Option<usize>) -> Option<SheetHead> {
        let (header, titles) = match (&self.chosen, chosen) {
            (Some((row, above)), _) => (row, *above),
            (None, Some(_)) => return None,
            (None, None) => {
                let at = header_at(&self.rows);
                (self.rows.get(at)?, at)
            }
        };
        Some(SheetHead::of(header, titles, &self.rows))
    }
}

impl SheetHead {
    fn of(header: &Row, titles: usize, first: &[Row]) -> Self {
        let mut headers: Vec<String> = header
            .cells
            .iter()
            .map(|cell| on_one_line(&cell.text()))
            .collect();
        // Spreadsheets pad every row to the widest; a column without a name at the end is no column.
        headers.truncate(
            headers
                .iter()
                .rposition(|name| !name.is_empty())
                .map_or(0, |last| last + 1),
        );
        let offered = first.iter().take(OFFERED);
        Self {
            header_row: header.number,
            headers,
            titles,
            above: offered.map(|row| (row.number, shown(row))).collect(),
            ..Self::default()
        }
    }
}

/// A heading without the line ends by which it fits over a narrow column.
fn on_one_line(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in a row, in short.
fn shown(row: &Row) -> String {
    let mut shown = String::new();
    for text in row.cells.iter().map(Cell::text) {
        if text.is_empty() {
            continue;
        }
        if !shown.is_empty() {
            shown.push_str(" · ");
        }
        let text: String = text.chars().take(SHOWN).collect();
        shown.push_str(&on_one_line(&text));
        if shown.chars().count() > SHOWN {
            return shown.chars().take(SHOWN - 1).chain(['…']).collect();
        }
    }
    shown
}
