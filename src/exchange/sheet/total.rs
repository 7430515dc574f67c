//! Rows with totals, which are no rows of the table.

use std::ops::ControlFlow;

use super::cells::{Cell, Row};
use crate::language::folded;

/// The words with which a row of totals begins.
const WORDS: [&str; 6] = [
    "totaal",
    "eindtotaal",
    "subtotaal",
    "total",
    "grand total",
    "som",
];

/// The days that are dates where a text file has them as numbers: 1954 to 2119.
const DAYS: std::ops::Range<f64> = 20_000.0..80_000.0;

/// Leaves out the totals of the rows that pass.
pub(super) struct Totals {
    columns: usize,
    left_out: Vec<usize>,
    /// The number of the last row.
    last: usize,
    /// A row that is a total if nothing follows it.
    held: Option<Row>,
    /// Whether a row has something in the first column.
    begun: bool,
    /// The columns in which the last row had a number that can be a date.
    dates: Vec<bool>,
}

impl Totals {
    /// None of the rows below the headings, in this row and so many, has passed.
    pub fn below(header_row: usize, columns: usize) -> Self {
        Self {
            columns,
            left_out: Vec::new(),
            last: header_row,
            held: None,
            begun: false,
            dates: Vec::new(),
        }
    }

    /// Hands the next row to a visitor, unless it is a total.
    pub fn pass(
        &mut self,
        row: &Row,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if let Some(held) = self.held.take() {
            visit(&held)?;
        }
        let behind_blank = row.number > self.last + 1;
        self.last = row.number;
        if self.columns > 1 && is_total(row) {
            self.left_out.push(row.number);
            return ControlFlow::Continue(());
        }
        if self.begun && behind_blank && self.has_only_sums(row) {
            self.held = Some(row.clone());
            return ControlFlow::Continue(());
        }
        self.begun |= row.cells.first().is_some_and(|cell| !cell.is_blank());
        self.dates.clear();
        self.dates.extend(row.cells.iter().map(can_be_a_day));
        visit(row)
    }

    /// The numbers of the totals, now that all rows have passed.
    pub fn left_out(mut self) -> Vec<usize> {
        self.left_out.extend(self.held.map(|row| row.number));
        self.left_out
    }

    /// Whether a row holds numbers alone, none of them in the first column or where the rows have dates.
    fn has_only_sums(&self, row: &Row) -> bool {
        let begins = row.cells.first().is_some_and(|cell| !cell.is_blank());
        let columns = row.cells.iter().enumerate();
        let mut cells = columns.filter(|(_, cell)| !cell.is_blank());
        let is_sum = |(column, cell): (usize, &Cell)| {
            let date = self.dates.get(column) == Some(&true) && can_be_a_day(cell);
            is_amount(cell) && !date
        };
        !begins && cells.all(is_sum)
    }
}

/// Whether a cell is a whole number that can be a date as Excel keeps it.
fn can_be_a_day(cell: &Cell) -> bool {
    let number = match cell {
        Cell::Number(number) => *number,
        Cell::Text(text) if text.trim().len() == 5 => text.trim().parse().unwrap_or_default(),
        _ => return false,
    };
    DAYS.contains(&number) && number.fract() == 0.0
}

/// Whether a row says that it is a total: its first filled cell begins with the word, and all else in it are numbers. A
/// row with a date in it is a row of the table, whatever it begins with.
fn is_total(row: &Row) -> bool {
    let mut cells = row.cells.iter().filter(|cell| !cell.is_blank());
    let Some(Cell::Text(first)) = cells.next() else {
        return false;
    };
    says_total(first) && !says_a_date(&Cell::Text(first.clone())) && cells.all(is_amount)
}

/// Whether a text begins with a word for a total.
fn says_total(text: &str) -> bool {
    let text = folded(text);
    WORDS.iter().any(|word| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '(', '=']))
    })
}

/// Whether a cell is a number, also one with a sign of money or a percentage.
fn is_amount(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => {
            let bare: String = text
                .chars()
                .filter(|letter| !matches!(letter, '€' | '%' | '=' | ' ' | '\u{a0}'))
                .collect();
            !says_a_date(cell) && (bare.is_empty() || numeric(&bare))
        }
        cell => is_number(cell),
    }
}

/// Whether a cell is a number.
pub(super) fn is_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => numeric(text.trim()) && !says_a_date(cell),
        Cell::Empty | Cell::Date(_) | Cell::YesNo(_) => false,
    }
}

/// Whether a text is digits with points, commas and signs between them.
fn numeric(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+'))
        && !text.trim_start_matches(['-', '+']).contains(['-', '+'])
}

/// Whether a cell is a date, or a text that looks like one: three groups of digits, or a day, the name of a month and a
/// year.
pub(super) fn says_a_date(cell: &Cell) -> bool {
    let text = match cell {
        Cell::Date(_) => return true,
        Cell::Text(text) => text.trim(),
        Cell::Empty | Cell::Number(_) | Cell::YesNo(_) => return false,
    };
    if text.len() > 40 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let text = folded(text);
    let parts: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    // A weekday may stand before it, a time behind.
    parts.windows(3).take(2).any(|parts| {
        let [first, second, third] = parts else {
            return false;
        };
        let digits = |part: &str, least: usize, most: usize| {
            (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let month = digits(second, 1, 2) || is_month(second);
        let day_first = digits(first, 1, 2) && (digits(third, 4, 4) || digits(third, 2, 2));
        let year_first = digits(first, 4, 4)
            && third
                .split('t')
                .next()
                .is_some_and(|third| digits(third, 1, 2));
        month && (day_first || year_first)
    }) || is_joined_date(&text)
}

/// Whether a text is a date without signs: 20260518.
fn is_joined_date(text: &str) -> bool {
    text.len() == 8
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(&text[..2], "19" | "20")
        && ("01"..="12").contains(&&text[4..6])
        && ("01"..="31").contains(&&text[6..])
}

/// Whether a word is the name of a month, in full or the beginning of it.
fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 16] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "mrt",
        "may",
        "march",
        "october",
    ];
    word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word))
}
