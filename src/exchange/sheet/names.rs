//! The names of the columns of a sheet, and those that are not used.

use std::collections::HashSet;

use crate::language::folded;

/// A name for every column: its header, the letter a spreadsheet gives it where that is blank, and with a number behind it
/// where an earlier column has the same.
pub(in crate::exchange) fn column_names(headers: &[String]) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut name = |at: usize, header: &String| {
        let first = match header.is_empty() {
            true => letter(at),
            false => header.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let numbered = (2..).map(|number: u32| format!("{first} ({number})"));
        let mut names = std::iter::once(first.clone()).chain(numbered);
        names
            .find(|name| taken.insert(folded(name)))
            .unwrap_or(first)
    };
    let headers = headers.iter().enumerate();
    headers.map(|(at, header)| name(at, header)).collect()
}

/// The names of the columns without a meaning.
pub(in crate::exchange) fn ignored_columns<T>(
    columns: &[Option<T>],
    headers: &[String],
) -> Vec<String> {
    let names = column_names(headers).into_iter();
    let without = names.zip(columns).filter(|(_, meaning)| meaning.is_none());
    without.map(|(name, _)| name).collect()
}

/// The letter of a column in a spreadsheet: `A`, `B`, …, `AA`.
fn letter(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    let before = if column < 26 {
        String::new()
    } else {
        letter(column / 26 - 1)
    };
    format!("{before}{last}")
}
