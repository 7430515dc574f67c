//! A sheet: headers, and rows of cells that have no meaning yet.

use std::borrow::Cow;

use chrono::{NaiveDateTime, NaiveTime};

use crate::language::Language;

/// The table of a file, as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The names of the columns; one in the middle may be blank, the last one never is.
    pub headers: Vec<String>,
    /// The rows that are not blank.
    pub rows: Vec<Row>,
    /// Whether it was a text, in which signs stand between the cells.
    pub is_text: bool,
}

/// One row of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number as a spreadsheet shows it: blank rows count.
    pub number: usize,
    /// Its cells; there may be fewer than headers, or more.
    pub cells: Vec<Cell>,
}

/// The content of a cell.
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
    /// A row without cells.
    pub(super) const BLANK: Self = Self {
        number: 0,
        cells: Vec::new(),
    };

    /// The bytes of its texts.
    pub(super) fn text_length(&self) -> usize {
        let length = |cell: &Cell| match cell {
            Cell::Text(text) => text.len(),
            _ => 0,
        };
        self.cells.iter().map(length).sum()
    }

    /// The cell in this column as text; blank where the row ends before it.
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

    /// Whether it is empty, or holds only blanks.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Date(_) | Self::YesNo(_) => false,
        }
    }
}
