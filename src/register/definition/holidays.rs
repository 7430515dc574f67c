//! Holidays, and the first working day from a day on.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::shared_list::SharedList;

/// When a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// On this day of this month, every year.
    Yearly {
        /// The day of the month.
        day: u32,
        /// The month.
        month: u32,
    },
    /// So many days after Easter Sunday, or before it.
    FromEaster(i64),
}

impl Holiday {
    /// What a word for it means: `05-05` is the fifth of May, `pasen+1` the day after Easter Sunday. Any other word says
    /// nothing of when it is.
    pub fn read(word: &str) -> Option<Self> {
        if let Some(days) = word.trim().to_lowercase().strip_prefix("pasen") {
            return match days.is_empty() {
                true => Some(Self::FromEaster(0)),
                false => Some(Self::FromEaster(days.parse().ok()?)),
            };
        }
        let (day, month) = word.trim().split_once('-')?;
        let (day, month) = (day.parse().ok()?, month.parse().ok()?);
        // A leap year has every day there is.
        NaiveDate::from_ymd_opt(2024, month, day)?;
        Some(Self::Yearly { day, month })
    }

    fn is_on(self, date: NaiveDate) -> bool {
        match self {
            Self::Yearly { day, month } => date.day() == day && date.month() == month,
            Self::FromEaster(days) => easter(date.year())
                .is_some_and(|sunday| date.signed_duration_since(sunday).num_days() == days),
        }
    }
}

/// The holidays in a list: one for every word of a choice that is not retired and says when it is.
pub fn holidays(list: Option<&SharedList>) -> Vec<Holiday> {
    let choices = list.into_iter().flat_map(|list| &list.choices);
    let current = choices.filter(|choice| choice.is_current());
    current
        .flat_map(|choice| &choice.aliases)
        .filter_map(|word| Holiday::read(word))
        .collect()
}

/// The first day from this one on that is no Saturday, Sunday or holiday.
pub fn first_working_day(day: NaiveDate, holidays: &[Holiday]) -> NaiveDate {
    let works = |day: &NaiveDate| {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        !weekend && !holidays.iter().any(|holiday| holiday.is_on(*day))
    };
    // No more than a week of holidays follow on one another, whatever a list says.
    let following = (0..31).filter_map(|later| day.checked_add_days(Days::new(later)));
    following.into_iter().find(works).unwrap_or(day)
}

/// Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_is_on_the_days_of_the_calendar() {
        for sunday in [
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2038-04-25",
        ] {
            let sunday = day(sunday);
            assert_eq!(easter(sunday.year()), Some(sunday));
        }
    }

    #[test]
    fn a_term_that_ends_in_the_easter_weekend_ends_on_the_tuesday_after_it() {
        let holidays = ["pasen-2", "pasen+1"].map(|word| Holiday::read(word).unwrap());
        // Good Friday, and the Monday after it is a holiday as well.
        assert_eq!(
            first_working_day(day("2026-04-03"), &holidays),
            day("2026-04-07")
        );
        assert_eq!(
            first_working_day(day("2026-04-08"), &holidays),
            day("2026-04-08")
        );
    }

    #[test]
    fn only_what_says_when_it_is_is_a_holiday() {
        assert_eq!(
            Holiday::read("05-05"),
            Some(Holiday::Yearly { day: 5, month: 5 })
        );
        assert_eq!(Holiday::read("Bevrijdingsdag"), None);
        assert_eq!(Holiday::read("31-02"), None);
    }
}
