//! Case numbers: giving new ones, and putting them in the order in which people read them.

use std::collections::HashSet;

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Europe::Amsterdam;
use rusqlite::{Connection, OptionalExtension, params};

use crate::register::Definition;

/// The numbers that new cases of one operation bring with them, each with its register.
pub(super) type Explicit<'a> = HashSet<(&'a str, &'a str)>;

/// The next number of this register, `PREFIX-year-sequence`. Numbers that came from a file are stepped over, also those
/// of the same file that are still to be written.
pub(super) fn next(
    connection: &Connection,
    definition: &Definition,
    recorded: DateTime<Utc>,
    explicit: &Explicit<'_>,
) -> rusqlite::Result<String> {
    // The year people live in: half past midnight on New Year's Day is still the old year in UTC.
    let year = recorded.with_timezone(&Amsterdam).year();
    let last: Option<i64> = connection
        .prepare_cached(include_str!("queries/number_last.sql"))?
        .query_row(params![definition.id, year], |row| row.get(0))
        .optional()?;
    let mut sequence = last.unwrap_or(0);
    loop {
        sequence += 1;
        let number = format!("{}-{year}-{sequence:05}", definition.prefix);
        let taken = explicit.contains(&(definition.id.as_str(), number.as_str()));
        if !taken && !exists(connection, &definition.id, &number)? {
            connection
                .prepare_cached(include_str!("queries/put_number_last.sql"))?
                .execute(params![definition.id, year, sequence])?;
            return Ok(number);
        }
    }
}

/// Whether a case of this register has this number.
pub(super) fn exists(
    connection: &Connection,
    register: &str,
    number: &str,
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(include_str!("queries/number_exists.sql"))?
        .query_row(params![register, number], |row| row.get(0))
}

/// A text that sorts as people read the number: `2024-9` comes before `2024-10`. Every run of digits gets its length in
/// front, as a sign that sorts before all letters. Made once a number, so that sorting a million of them is comparing
/// bytes.
pub(super) fn sort_key(number: &str) -> String {
    const LENGTHS: &[u8] = b"0123456789:;<=>?@";
    let mut key = String::with_capacity(number.len() + 4);
    let mut rest = number;
    while !rest.is_empty() {
        let run = take_run(&mut rest);
        if run.starts_with(digit) {
            let value = run.trim_start_matches('0');
            key.push(char::from(LENGTHS[value.len().min(LENGTHS.len() - 1)]));
            key.push_str(value);
        } else {
            key.push_str(run);
        }
    }
    key
}

/// Takes the digits, or everything but digits, at the beginning.
fn take_run<'a>(text: &mut &'a str) -> &'a str {
    let digits = text.starts_with(digit);
    let end = text
        .find(|sign| digit(sign) != digits)
        .unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    *text = rest;
    run
}

fn digit(sign: char) -> bool {
    sign.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_the_order_in_which_people_count() {
        let mut numbers = [
            "2024-10",
            "WO-2026-2",
            "10",
            "2024-9",
            "007",
            "9",
            "7",
            "2025-1",
            "WO-2025-3",
        ];
        numbers.sort();
        numbers.sort_by_cached_key(|number| sort_key(number));
        let expected = [
            "007",
            "7",
            "9",
            "10",
            "2024-9",
            "2024-10",
            "2025-1",
            "WO-2025-3",
            "WO-2026-2",
        ];
        assert_eq!(numbers, expected);
    }
}
