//! What is in a column of a sheet: how much of it is filled, with what, and what that looks like.

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

use crate::exchange::sheet::cells::{Cell, Row};
use crate::exchange::sheet::error::ReadError;
use crate::exchange::sheet::names::column_names;
use crate::exchange::sheet::rows::Rows;
use crate::language::folded;
use crate::register::{
    Address, DateOrder, DateShape, date_shape, read_number, read_postcode, read_yes_no,
};

/// A column with more different values than this has no list of them: it is no column of choices.
const MOST_VALUES: usize = 2000;
/// As many examples are kept.
const EXAMPLES: usize = 3;
/// Longer texts are no values of a list, in bytes.
const LONGEST_VALUE: usize = 120;

/// What is in a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its heading; the letter a spreadsheet gives it where it has none, and with a number where an earlier one has the same.
    pub name: String,
    /// How many of its cells are filled.
    pub filled: usize,
    /// The first different values.
    pub examples: Vec<String>,
    /// Every different value with how often it stands there, in the order in which they come; none where there are too many.
    /// Texts that are too long for a choice are left out.
    pub values: Option<Vec<(String, usize)>>,
    /// Its dates.
    pub dates: DateCounts,
    /// How many cells are postcodes with letters.
    pub postcodes: usize,
    /// How many are numbers.
    pub numbers: usize,
    /// How many are whole numbers that a house can have.
    pub house_numbers: usize,
    /// How many are a street with a house number.
    pub addresses: usize,
    /// How many are yes or no.
    pub yes_no: usize,
    /// How many have a digit in them.
    pub with_digits: usize,
}

/// The dates of a column, by how they are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DateCounts {
    /// Those that are the same date in every order, and those of a spreadsheet.
    pub plain: usize,
    /// Numbers that a spreadsheet would show as a date.
    pub serials: usize,
    /// The others, by the sign between their numbers.
    pub signs: BTreeMap<char, OrderCounts>,
}

/// Dates with the same sign between their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrderCounts {
    /// How many can only be read with the day first.
    pub day: usize,
    /// How many can only be read with the month first.
    pub month: usize,
    /// How many can only be read with the year first.
    pub year: usize,
    /// How many can be read with either of day and month first.
    pub either: usize,
    /// The first of those.
    pub examples: Vec<String>,
    /// The first that can only be read in one order.
    pub telling: Option<String>,
}

impl DateCounts {
    /// How many dates there are, numbers left out.
    pub fn total(&self) -> usize {
        let signs = self.signs.values();
        self.plain
            + signs
                .map(|counts| counts.day + counts.month + counts.year + counts.either)
                .sum::<usize>()
    }

    fn add(&mut self, written: &str) {
        let (sign, order) = match date_shape(written) {
            None => return,
            Some(DateShape::Plain) => {
                self.plain += 1;
                return;
            }
            Some(DateShape::Only { sign, order }) => (sign, Some(order)),
            Some(DateShape::Either { sign }) => (sign, None),
        };
        let counts = self.signs.entry(sign).or_default();
        match order {
            Some(order) => {
                match order {
                    DateOrder::Day => counts.day += 1,
                    DateOrder::Month => counts.month += 1,
                    DateOrder::Year => counts.year += 1,
                }
                counts.telling.get_or_insert_with(|| written.to_owned());
            }
            None => {
                counts.either += 1;
                if counts.examples.len() < EXAMPLES - 1
                    && !counts.examples.iter().any(|known| known == written)
                {
                    counts.examples.push(written.to_owned());
                }
            }
        }
    }
}

impl Column {
    /// The share of the filled cells that this many are; nothing in an empty column.
    pub fn share(&self, count: usize) -> f64 {
        match self.filled {
            0 => 0.0,
            filled => count as f64 / filled as f64,
        }
    }
}

/// The columns of a sheet, and how many rows it has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetColumns {
    /// In the order of the sheet.
    pub columns: Vec<Column>,
    /// How many rows there are.
    pub rows: usize,
    /// The rows that were left out as totals.
    pub totals: Vec<usize>,
    /// Whether somebody typed them in the program, where dates have the day first whatever else stands in the column.
    pub typed: bool,
}

impl SheetColumns {
    /// Reads the sheet to its end.
    ///
    /// # Errors
    /// The file cannot be read any more.
    pub fn of(sheet: &dyn Rows) -> Result<Self, ReadError> {
        let names = column_names(sheet.headers());
        let mut reading: Vec<Reading> = names.into_iter().map(Reading::new).collect();
        let mut rows = 0;
        let totals = sheet.each_row(&mut |row: &Row| {
            rows += 1;
            for (reading, cell) in reading.iter_mut().zip(&row.cells) {
                reading.add(cell);
            }
            ControlFlow::Continue(())
        })?;
        Ok(Self {
            columns: reading.into_iter().map(Reading::finish).collect(),
            rows,
            totals,
            typed: sheet.is_typed(),
        })
    }
}

/// A column that is being read.
struct Reading {
    column: Column,
    values: Vec<(String, usize)>,
    places: HashMap<String, usize>,
    listed: bool,
}

impl Reading {
    fn new(name: String) -> Self {
        Self {
            column: Column {
                name,
                ..Column::default()
            },
            values: Vec::new(),
            places: HashMap::new(),
            listed: true,
        }
    }

    fn add(&mut self, cell: &Cell) {
        let written = cell.text();
        if written.is_empty() {
            return;
        }
        let column = &mut self.column;
        column.filled += 1;
        if column.examples.len() < EXAMPLES && !column.examples.iter().any(|one| *one == written) {
            column.examples.push(written.clone().into_owned());
        }
        match cell {
            Cell::Date(_) => column.dates.plain += 1,
            Cell::YesNo(_) => column.yes_no += 1,
            Cell::Empty | Cell::Text(_) | Cell::Number(_) => column.looks_like(&written),
        }
        if self.listed {
            self.list(&written);
        }
    }

    fn list(&mut self, written: &str) {
        if written.len() > LONGEST_VALUE {
            return;
        }
        let next = self.values.len();
        let at = *self.places.entry(folded(written)).or_insert(next);
        match self.values.get_mut(at) {
            Some((_, count)) => *count += 1,
            None if next < MOST_VALUES => self.values.push((written.to_owned(), 1)),
            None => {
                self.listed = false;
                self.values = Vec::new();
                self.places = HashMap::new();
            }
        }
    }

    fn finish(mut self) -> Column {
        self.column.values = self.listed.then_some(self.values);
        self.column
    }
}

impl Column {
    /// Counts what this text looks like.
    fn looks_like(&mut self, written: &str) {
        if written.len() > LONGEST_VALUE {
            return;
        }
        let digits = written.bytes().any(|byte| byte.is_ascii_digit());
        self.with_digits += usize::from(digits);
        self.yes_no += usize::from(read_yes_no(written).is_ok());
        if !digits {
            return;
        }
        self.dates.add(written);
        if serial_number(written).is_some() {
            self.dates.serials += 1;
        }
        self.postcodes += usize::from(read_postcode(written).is_ok_and(|code| code.len() == 7));
        let number = read_number(written).ok();
        self.numbers += usize::from(number.is_some());
        let house =
            number.filter(|number| (1.0..20000.0).contains(number) && number.fract() == 0.0);
        self.house_numbers += usize::from(house.is_some());
        let address = Address::of_line(written);
        self.addresses += usize::from(!address.street.is_empty() && !address.number.is_empty());
    }
}

/// The number that a spreadsheet would show as a date between 1955 and 2099, which is how a date looks in a text that was
/// made of one.
pub(super) fn serial_number(written: &str) -> Option<f64> {
    let (whole, fraction) = written.split_once([',', '.']).unwrap_or((written, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 5 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let serial: f64 = format!("{whole}.{fraction}").parse().ok()?;
    (20_000.0..73_000.0).contains(&serial).then_some(serial)
}
