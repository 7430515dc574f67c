//! Case numbers: giving new ones, and putting them in the order in which people read them.

use std::cmp::Ordering;

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Europe::Amsterdam;
use rusqlite::{Connection, OptionalExtension, params};

use crate::register::Definition;

/// The next number of this register, `PREFIX-year-sequence`. Numbers that came from a file are stepped over.
pub(super) fn next(
    connection: &Connection,
    definition: &Definition,
    recorded: DateTime<Utc>,
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
        if !exists(connection, &definition.id, &number)? {
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

/// The order of two numbers as people read them: `2024-9` comes before `2024-10`. Digits are compared by their value,
/// everything else letter by letter.
pub(super) fn order(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (one, other);
    loop {
        let (a, b) = (take_run(&mut left), take_run(&mut right));
        let both = a.starts_with(digit) && b.starts_with(digit);
        let step = if both {
            let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
            a.len().cmp(&b.len()).then_with(|| a.cmp(b))
        } else {
            a.cmp(b)
        };
        if step != Ordering::Equal {
            return step;
        }
        if a.is_empty() {
            // `007` and `7` are two numbers, and always in the same order.
            return one.cmp(other);
        }
    }
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
        numbers.sort_by(|one, other| order(one, other));
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
