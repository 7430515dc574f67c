//! How people and files write dates, numbers, postcodes and yes or no.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::dates::{DateOrder, read_moment};
use crate::language::{Explain, Label, Language};
use crate::register::definition::limits::NUMBERS_BELOW;

/// Why what was written is no value of the field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
pub enum ValueProblem {
    /// The date does not exist, or is written in another way.
    #[error("not a date: {0}")]
    NotADate(String),
    /// The date and time do not exist, or are written in another way.
    #[error("not a date and time: {0}")]
    NotADateTime(String),
    /// None of the choices is called this.
    #[error("not a choice: {written}")]
    NotAChoice {
        /// What was written.
        written: String,
        /// What can be chosen.
        offered: Vec<Label>,
    },
    /// Not a number.
    #[error("not a number: {0}")]
    NotANumber(String),
    /// A number beyond what is counted.
    #[error("too large: {0}")]
    NumberTooLarge(String),
    /// A number with more decimals than are kept.
    #[error("too many decimals: {0}")]
    TooManyDecimals(String),
    /// Not a year.
    #[error("not a year: {0}")]
    NotAYear(String),
    /// Neither yes nor no.
    #[error("not yes or no: {0}")]
    NotYesOrNo(String),
    /// Not a Dutch postcode.
    #[error("not a postcode: {0}")]
    NotAPostcode(String),
}

impl Explain for ValueProblem {
    fn explain(&self, language: Language) -> String {
        let say = |id, value: &String| language.say(id, &[("value", value.into())]);
        match self {
            Self::NotADate(value) => say("value-not-a-date", value),
            Self::NotADateTime(value) => say("value-not-a-date-time", value),
            Self::NotANumber(value) => say("value-not-a-number", value),
            Self::NumberTooLarge(value) => say("value-number-too-large", value),
            Self::TooManyDecimals(value) => say("value-too-many-decimals", value),
            Self::NotAYear(value) => say("value-not-a-year", value),
            Self::NotYesOrNo(value) => say("value-not-yes-or-no", value),
            Self::NotAPostcode(value) => say("value-not-a-postcode", value),
            Self::NotAChoice { written, offered } => {
                let offered: Vec<&str> = offered.iter().map(|label| label.text(language)).collect();
                language.say(
                    "value-not-a-choice",
                    &[
                        ("value", written.into()),
                        ("offered", offered.join("; ").into()),
                    ],
                )
            }
        }
    }
}

/// The two digits from which on a year is one of the century before: a date of a case may lie years ahead, and hardly any
/// lies before 1950.
const CASES_FROM: i32 = 50;
/// The same for births, of which none lies ahead.
const BIRTHS_FROM: i32 = 30;

/// Reads a date as people write it: `31-12-2024`, `1-2-24`, `1/2/2024`, `2024-12-31` or `31 december 2024`. Two digits of a year are a year
/// of this century up to 49, and of the one before from 50 on. The two digits of a birth date, which
/// [`Field::read`](crate::register::Field::read) reads, are of the century before from 30 on.
///
/// # Errors
/// A date that does not exist or is written otherwise.
pub fn read_date(written: &str) -> Result<NaiveDate, ValueProblem> {
    let problem = || ValueProblem::NotADate(written.trim().to_owned());
    let moment = read_moment(written, DateOrder::Day, CASES_FROM);
    let moment = moment.filter(|moment| moment.time() == NaiveTime::MIN);
    Ok(moment.ok_or_else(problem)?.date())
}

/// Reads a date with an optional time behind it, as people and systems write them: `31-12-2024 22:15`,
/// `2026-05-18T12:40:49Z` (which becomes the time in Amsterdam), `ma 18 mei 2026 14.30 uur`. Without a time it is midnight.
///
/// # Errors
/// A date or time that does not exist.
pub fn read_date_time(written: &str) -> Result<NaiveDateTime, ValueProblem> {
    read_date_time_in(written, DateOrder::Day)
}

/// The same, where day, month and year stand in this order.
///
/// # Errors
/// A date or time that does not exist.
pub fn read_date_time_in(written: &str, order: DateOrder) -> Result<NaiveDateTime, ValueProblem> {
    let problem = || ValueProblem::NotADateTime(written.trim().to_owned());
    read_moment(written, order, CASES_FROM).ok_or_else(problem)
}

/// Reads a day. A time behind it is how systems export days, and is left out.
///
/// # Errors
/// A date or time that does not exist or is written otherwise.
pub fn read_day_in(written: &str, order: DateOrder) -> Result<NaiveDate, ValueProblem> {
    day(written, order, CASES_FROM)
}

/// Reads the day a person was born, as [`read_day_in`] reads any other day.
///
/// # Errors
/// A date or time that does not exist or is written otherwise.
pub(in crate::register) fn read_birth_date_in(
    written: &str,
    order: DateOrder,
) -> Result<NaiveDate, ValueProblem> {
    day(written, order, BIRTHS_FROM)
}

fn day(written: &str, order: DateOrder, last_century_from: i32) -> Result<NaiveDate, ValueProblem> {
    let moment = read_moment(written, order, last_century_from);
    let problem = || ValueProblem::NotADate(written.trim().to_owned());
    Ok(moment.ok_or_else(problem)?.date())
}

/// Reads a year of four digits, from 1900 on.
///
/// # Errors
/// Anything else.
pub fn read_year(written: &str) -> Result<i32, ValueProblem> {
    let written = written.trim();
    let digits = written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit());
    let year = digits.then(|| written.parse().ok()).flatten();
    year.filter(|year| *year >= 1900)
        .ok_or_else(|| ValueProblem::NotAYear(written.to_owned()))
}

/// Reads a Dutch postcode and writes it as `2712 AH`; four digits alone are accepted too.
///
/// # Errors
/// Anything else.
pub fn read_postcode(written: &str) -> Result<String, ValueProblem> {
    let packed: String = written
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let packed = packed.to_uppercase();
    let (digits, letters) = packed.split_at_checked(4).unwrap_or((&packed, ""));
    let right = digits.len() == 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0')
        && matches!(letters.len(), 0 | 2)
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    if right {
        Ok(format!("{digits} {letters}").trim_end().to_owned())
    } else {
        Err(ValueProblem::NotAPostcode(written.trim().to_owned()))
    }
}

/// Reads yes or no as it arrives in either language.
///
/// # Errors
/// Anything else.
pub fn read_yes_no(written: &str) -> Result<bool, ValueProblem> {
    match written.trim().to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "1" | "waar" | "true" | "x" => Ok(true),
        "nee" | "n" | "neen" | "no" | "0" | "onwaar" | "false" => Ok(false),
        _ => Err(ValueProblem::NotYesOrNo(written.trim().to_owned())),
    }
}

/// Reads a number as Dutch Excel writes it: `1.234,5`, `1234.5`, `€ 12`. A dot between groups of thousands is left out;
/// any other dot is that of decimals, as programs write them.
///
/// # Errors
/// Not a number, or not one that can be counted with.
pub fn read_number(written: &str) -> Result<f64, ValueProblem> {
    let plain: String = written
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '€')
        // The minus that a printed table has, and this program writes.
        .map(|sign| if sign == '−' { '-' } else { sign })
        .collect();
    let (whole, decimals) = plain.split_once(',').unwrap_or((&plain, ""));
    let plain = match (plain.contains(','), in_thousands(whole)) {
        // One dot or several between the thousands, and none behind the comma.
        (true, grouped) if decimals.contains('.') || (whole.contains('.') && !grouped) => None,
        (true, _) => Some(format!("{}.{decimals}", whole.replace('.', ""))),
        (false, true) => Some(plain.replace('.', "")),
        (false, false) => Some(plain),
    };
    let number = plain.and_then(|plain| plain.parse::<f64>().ok());
    // Infinity and what is no number at all are read as well, from letters that are no number to anybody.
    let in_digits = written.contains(|sign: char| sign.is_ascii_digit());
    match number.filter(|_| in_digits) {
        Some(number) if number.abs() < NUMBERS_BELOW => Ok(number),
        Some(_) => Err(ValueProblem::NumberTooLarge(written.trim().to_owned())),
        None => Err(ValueProblem::NotANumber(written.to_owned())),
    }
}

/// Whether dots part these digits in thousands: `1.234` and `12.345.678`, but not `0.125` or `1234.567`.
fn in_thousands(written: &str) -> bool {
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = written.trim_start_matches(['-', '+']).split('.');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
}
