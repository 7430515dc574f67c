//! The reference date, and the period that runs up to it.

use chrono::{Datelike, Days, NaiveDate};

use crate::figures::{Period, Step};
use crate::language::Language;

/// The reference date with the kind of period that runs up to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReferenceDate {
    /// The kind of period: year, quarter or month.
    pub step: Step,
    /// The reference date.
    pub date: NaiveDate,
    /// Today.
    pub today: NaiveDate,
}

impl ReferenceDate {
    /// This year, up to today.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            step: Step::Year,
            date: today,
            today,
        }
    }

    /// From the first day of the year, quarter or month up to the reference date.
    pub fn period(self) -> Period {
        Period::up_to(self.step, self.date)
    }

    /// The year it lies in.
    pub fn year(self) -> i32 {
        self.date.year()
    }

    /// The same kind of period on the last day of this year; on today where that year is the present one.
    #[must_use]
    pub fn end_of_year(self, year: i32) -> Self {
        let end = Period::year(year).map_or(self.date, |period| period.to);
        let passing = year == self.today.year();
        Self {
            date: if passing { self.today } else { end },
            ..self
        }
    }

    /// The last day of the period before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        let from = self.step.containing(self.date).from;
        Self {
            date: from.pred_opt().unwrap_or(from),
            ..self
        }
    }

    /// The last day of this period, or of the next one where the date is that day already. Stops at today, where that lies
    /// between.
    #[must_use]
    pub fn next(self) -> Self {
        let next_day = self
            .date
            .checked_add_days(Days::new(1))
            .unwrap_or(self.date);
        let end = self.step.containing(next_day).to;
        let passes_today = self.date < self.today && self.today < end;
        Self {
            date: if passes_today { self.today } else { end },
            ..self
        }
    }

    /// The same period up to the same day a year earlier.
    #[must_use]
    pub fn year_before(self) -> Self {
        Self {
            date: self.period().year_before().to,
            ..self
        }
    }

    /// Whether the period is a whole year, quarter or month.
    pub fn is_whole(self) -> bool {
        self.step.containing(self.date).to == self.date
    }

    /// The name of the period: `2024`, `2e kwartaal 2024`, `maart 2024`.
    pub fn name(self, language: Language) -> String {
        let year = self.date.format("%Y").to_string();
        let part = match self.step {
            Step::Year => return year,
            Step::Quarter => language.say("period-quarter", &[("number", self.quarter().into())]),
            Step::Month => language.text(&format!("month-{}", self.date.format("%m"))),
        };
        format!("{part} {year}")
    }

    fn quarter(self) -> i64 {
        i64::from(self.date.month0() / 3 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn stepping_back_and_on_passes_the_ends_of_years_and_today() {
        let reference = ReferenceDate::new(day("2026-11-21"));
        assert_eq!(reference.period().from, day("2026-01-01"));
        let last_year = reference.previous();
        assert_eq!(last_year.date, day("2025-12-31"));
        assert_eq!(last_year.previous().date, day("2024-12-31"));
        assert_eq!(last_year.next(), reference);
        assert_eq!(reference.next().date, day("2026-12-31"));
        assert_eq!(reference.next().next().date, day("2027-12-31"));
    }

    #[test]
    fn a_moved_reference_date_keeps_the_kind_of_period() {
        let reference = ReferenceDate {
            step: Step::Quarter,
            ..ReferenceDate::new(day("2026-11-21"))
        };
        assert_eq!(reference.period().from, day("2026-10-01"));
        let earlier = ReferenceDate {
            date: day("2024-05-05"),
            ..reference
        };
        assert_eq!(
            earlier.period(),
            Period {
                from: day("2024-04-01"),
                to: day("2024-05-05")
            }
        );
    }
}
