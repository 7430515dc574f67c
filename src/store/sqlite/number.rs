//! The numbers of new cases.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Europe::Amsterdam;
use rusqlite::{Connection, OptionalExtension, params};

use crate::register::Definition;
use crate::store::operation::GivenNumbers;

/// The next number of this register, `PREFIX-year-sequence`. Numbers that came from a file are stepped over, also those
/// of the same file that are still to be written.
pub(super) fn next(
    connection: &Connection,
    definition: &Definition,
    recorded: DateTime<Utc>,
    given: &GivenNumbers<'_>,
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
        let taken = given.contains(&(definition.id.as_str(), number.as_str()));
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
