//! Dates and times as people and systems write them: `31-12-2024`, `2026-05-18T12:40:49Z`, `ma 18 mei 2026 14.30 uur`.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::date_words::{month, without_weekday};
use super::times::moment;

/// Which number of a date is the day, where several can be: `04/05/2025` is 4 May or 5 April.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Day, month, year: what people in the Netherlands write.
    #[default]
    Day,
    /// Month, day, year: what American systems write.
    Month,
    /// Year, month, day, also where the year has two digits.
    Year,
}

impl DateOrder {
    /// Every order with its name in commands and files.
    pub const NAMES: [(&str, Self); 3] = [
        ("day", Self::Day),
        ("month", Self::Month),
        ("year", Self::Year),
    ];

    /// The name in commands and files.
    pub fn name(self) -> &'static str {
        let mut names = Self::NAMES.into_iter();
        names
            .find(|(_, order)| *order == self)
            .map_or("", |(name, _)| name)
    }

    /// The order with this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.into_iter();
        names
            .find(|(known, _)| *known == name)
            .map(|(_, order)| order)
    }
}

/// What a date looks like, to judge the order of the numbers of a whole column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateShape {
    /// It is the same date in every order: `2026-05-18`, `18 mei 2026`, `05-05-2026`.
    Plain,
    /// Only one of day first and month first is a date.
    Only {
        /// The sign between the numbers.
        sign: char,
        /// That one.
        order: DateOrder,
    },
    /// Day first and month first are two dates.
    Either {
        /// The sign between the numbers.
        sign: char,
    },
}

/// A year before this one is a slip of the pen in every register there is.
const FIRST_YEAR: i32 = 1900;

/// Reads a date with an optional time behind it; without a time it is midnight. A time with a zone becomes that of
/// Amsterdam. Two digits are a year of the century before from `last_century_from` on.
pub(in crate::register) fn read_moment(
    written: &str,
    order: DateOrder,
    last_century_from: i32,
) -> Option<NaiveDateTime> {
    let written = without_weekday(written.trim());
    let (parts, rest) = date_parts(written)?;
    let date = parts.date(order, last_century_from)?;
    moment(date, rest)
}

/// What a date looks like; none where it is no date in any order.
pub fn date_shape(written: &str) -> Option<DateShape> {
    let (parts, rest) = date_parts(without_weekday(written.trim()))?;
    let read = |order| {
        let date = parts.date(order, 50)?;
        moment(date, rest).map(|_| date)
    };
    let (day, month) = (read(DateOrder::Day), read(DateOrder::Month));
    let Parts::Numbers { sign, numbers } = parts else {
        return day.map(|_| DateShape::Plain);
    };
    match (day, month) {
        (Some(day), Some(month)) if day == month => Some(DateShape::Plain),
        (Some(_), Some(_)) => Some(DateShape::Either { sign }),
        (Some(_), None) => Some(DateShape::Only {
            sign,
            order: DateOrder::Day,
        }),
        (None, Some(_)) => Some(DateShape::Only {
            sign,
            order: DateOrder::Month,
        }),
        (None, None) => telling(numbers, || read(DateOrder::Year).is_some())
            .map(|order| DateShape::Only { sign, order }),
    }
}

/// The order that three numbers show which are no date in the usual orders: `31-02-2024` does not exist, and has the day
/// first all the same.
fn telling(numbers: [&str; 3], is_year_first: impl Fn() -> bool) -> Option<DateOrder> {
    let [first, second, _] = numbers.map(|number| number.parse::<u32>().unwrap_or_default());
    match (first, second) {
        (13..=31, 1..=12) if numbers[2].len() == 4 => Some(DateOrder::Day),
        (1..=12, 13..=31) if numbers[2].len() == 4 => Some(DateOrder::Month),
        _ => is_year_first().then_some(DateOrder::Year),
    }
}

/// The numbers of a date as they were written.
#[derive(Clone, Copy)]
enum Parts<'a> {
    /// Year, month and day are told apart.
    Known {
        year: &'a str,
        month: u32,
        day: &'a str,
    },
    /// Three numbers with a sign between them, of which the first is no year of four digits.
    Numbers { sign: char, numbers: [&'a str; 3] },
}

impl Parts<'_> {
    fn date(self, order: DateOrder, last_century_from: i32) -> Option<NaiveDate> {
        let (year, month, day) = match self {
            Self::Known { year, month, day } => (year, month, day),
            Self::Numbers { numbers, .. } => {
                let [first, second, third] = numbers;
                let (year, month, day) = match order {
                    DateOrder::Day => (third, second, first),
                    DateOrder::Month => (third, first, second),
                    DateOrder::Year => (first, second, third),
                };
                (year, month.parse().ok()?, day)
            }
        };
        let year: i32 = match (year.len(), year.parse::<i32>().ok()?) {
            (4, year) => year,
            (2, year) if year < last_century_from => 2000 + year,
            (2, year) => 1900 + year,
            _ => return None,
        };
        let day = Some(day).filter(|day| day.len() <= 2)?.parse().ok()?;
        NaiveDate::from_ymd_opt(year, month, day).filter(|_| year >= FIRST_YEAR)
    }
}

/// The parts of the date at the start, and what stands behind it.
fn date_parts(written: &str) -> Option<(Parts<'_>, &str)> {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let digits = written
        .find(|sign| !is_digit(sign))
        .unwrap_or(written.len());
    if digits >= 8 && (digits == 8 || digits == 14 || digits == 12) {
        return packed(written);
    }
    let (first, rest) = token(written)?;
    let (sign, rest) = between(rest)?;
    let (second, rest) = token(rest)?;
    let (_, rest) = between(rest)?;
    let (third, rest) = token(rest)?;
    let numeric = |text: &str| text.chars().all(is_digit);
    let parts = match (numeric(first), numeric(second)) {
        (true, true) if first.len() == 4 => Parts::Known {
            year: first,
            month: second.parse().ok()?,
            day: third,
        },
        // Blanks part words, not numbers: `2 12 2024` may as well be anything.
        (true, true) if sign != ' ' && first.len() <= 2 && second.len() <= 2 => Parts::Numbers {
            sign,
            numbers: [first, second, third],
        },
        (true, false) if first.len() == 4 => Parts::Known {
            year: first,
            month: month(second)?,
            day: third,
        },
        (true, false) => Parts::Known {
            year: third,
            month: month(second)?,
            day: first,
        },
        (false, true) => Parts::Known {
            year: third,
            month: month(first)?,
            day: second,
        },
        _ => return None,
    };
    numeric(third).then_some((parts, rest))
}

/// A date without signs (`20260518`), and the time that may be glued to it.
fn packed(written: &str) -> Option<(Parts<'_>, &str)> {
    let year = written.get(..4)?;
    let month = written.get(4..6)?.parse().ok()?;
    let day = written.get(6..8)?;
    Some((Parts::Known { year, month, day }, written.get(8..)?))
}

/// A run of digits, or of letters with the dot of an abbreviation.
fn token(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let same = |sign: char| match first.is_ascii_digit() {
        true => sign.is_ascii_digit(),
        false => sign.is_alphabetic(),
    };
    let end = text.find(|sign| !same(sign)).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// The sign between two parts of a date, and what stands behind it. Blanks and an apostrophe (`mei '26`) may stand around it.
fn between(text: &str) -> Option<(char, &str)> {
    let rest = text.trim_start_matches([' ', '\u{a0}', '-', '/', '.', ',', '\'', '’']);
    let signs = &text[..text.len() - rest.len()];
    let sign = signs.chars().find(|sign| matches!(sign, '-' | '/' | '.'));
    let several = signs
        .chars()
        .filter(|sign| matches!(sign, '-' | '/'))
        .count();
    (!signs.is_empty() && several <= 1).then(|| (sign.unwrap_or(' '), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_they_are_written() {
        for (written, meant) in [
            ("31-12-2024", "2024-12-31 00:00:00"),
            ("1-2-24", "2024-02-01 00:00:00"),
            ("1/2/2024", "2024-02-01 00:00:00"),
            ("01.02.2024", "2024-02-01 00:00:00"),
            ("2024-12-31", "2024-12-31 00:00:00"),
            ("2024/12/31 9:05", "2024-12-31 09:05:00"),
            (
                "2026-05-18T12:40:49.938763+00:00",
                "2026-05-18 14:40:49.938763",
            ),
            ("2026-01-18T23:40:49Z", "2026-01-19 00:40:49"),
            ("2026-05-18T12:40:49+0200", "2026-05-18 12:40:49"),
            ("2026-05-18T06:40-06:00", "2026-05-18 14:40:00"),
            ("2026-05-18 06:40:49 -0600", "2026-05-18 14:40:49"),
            ("2026-05-18 12:40:49.5", "2026-05-18 12:40:49.500"),
            ("20260518", "2026-05-18 00:00:00"),
            ("20260518T1240", "2026-05-18 12:40:00"),
            ("20260518124049", "2026-05-18 12:40:49"),
            ("18 mei 2026", "2026-05-18 00:00:00"),
            ("18-mei-2026", "2026-05-18 00:00:00"),
            ("18 mei '26", "2026-05-18 00:00:00"),
            ("3 sept. 2026", "2026-09-03 00:00:00"),
            ("3 mrt 2026", "2026-03-03 00:00:00"),
            ("3 Maart 2026", "2026-03-03 00:00:00"),
            ("3 febuari 2026", "2026-02-03 00:00:00"),
            ("May 18, 2026", "2026-05-18 00:00:00"),
            ("ma 18-05-2026", "2026-05-18 00:00:00"),
            ("Maandag, 18 mei 2026", "2026-05-18 00:00:00"),
            ("18-05-2026 14.30", "2026-05-18 14:30:00"),
            ("18-05-2026 14:30 uur", "2026-05-18 14:30:00"),
            ("18-05-2026 om 9 uur", "2026-05-18 09:00:00"),
            ("18-05-2026, 14u30", "2026-05-18 14:30:00"),
            ("04/12/2018 11:11:26 AM", "2018-12-04 11:11:26"),
            ("04/12/2018 12:11:26 AM", "2018-12-04 00:11:26"),
            ("04-12-2018 01:11 pm", "2018-12-04 13:11:00"),
        ] {
            let read = read_moment(written, DateOrder::Day, 50);
            let meant: NaiveDateTime = meant.replace(' ', "T").parse().unwrap();
            assert_eq!(read, Some(meant), "{written}");
        }
    }

    #[test]
    fn the_order_of_day_and_month_is_that_of_the_column() {
        let read = |written, order| {
            read_moment(written, order, 50).map(|moment| moment.date().to_string())
        };
        assert_eq!(
            read("04/12/2018", DateOrder::Month).as_deref(),
            Some("2018-04-12")
        );
        assert_eq!(
            read("04/14/2018", DateOrder::Month).as_deref(),
            Some("2018-04-14")
        );
        assert_eq!(read("04/14/2018", DateOrder::Day), None);
        assert_eq!(
            read("18/05/04", DateOrder::Year).as_deref(),
            Some("2018-05-04")
        );
        assert_eq!(
            read("2018-05-04", DateOrder::Month).as_deref(),
            Some("2018-05-04")
        );
        let either = DateShape::Either { sign: '/' };
        assert_eq!(date_shape("04/12/2018"), Some(either));
        let month = DateShape::Only {
            sign: '/',
            order: DateOrder::Month,
        };
        assert_eq!(date_shape("04/14/2018 11:11:26 AM"), Some(month));
        let day = DateShape::Only {
            sign: '-',
            order: DateOrder::Day,
        };
        assert_eq!(date_shape("14-04-2018"), Some(day));
        for plain in ["2018-05-04", "5-5-2018", "4 mei 2018", "20180504"] {
            assert_eq!(date_shape(plain), Some(DateShape::Plain), "{plain}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for written in [
            "half februari",
            "",
            "31-04-2025",
            "12-13",
            "2712 AH",
            "18-05-2026 10:30-11:30",
            "12:30",
            "1 2 2024",
            "0612345678",
            "18-05-1226",
            "18 mei",
            "18-05-2026 14:61",
            "18-05-2026 avond",
            "A-001",
            "1--2-2024",
            "18-05-2026 25:00",
            "123-05-2026",
            "18-05-20264",
            "20261340",
            "T",
            "-",
            "ma",
        ] {
            assert_eq!(read_moment(written, DateOrder::Day, 50), None, "{written}");
        }
        let day = DateShape::Only {
            sign: '-',
            order: DateOrder::Day,
        };
        assert_eq!(date_shape("31-04-2025"), Some(day), "it shows the order");
        for written in ["half februari", "12-13", "2712 AH", "A-001", "0612345678"] {
            assert_eq!(date_shape(written), None, "{written}");
        }
    }
}
