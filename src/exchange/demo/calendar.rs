//! The days on which invented cases begin.

use std::f64::consts::TAU;

use chrono::{Datelike, NaiveDate, Weekday};

const FIRST_YEAR: i32 = 2019;

/// How much work began up to and including each day: somewhat more every year, more in summer, little at weekends.
pub(super) struct Calendar {
    days: Vec<(NaiveDate, f64)>,
}

impl Calendar {
    pub fn until(today: NaiveDate) -> Self {
        let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).map_or(today, |day| day.min(today));
        let mut so_far = 0.0;
        let days = first
            .iter_days()
            .take_while(|day| *day <= today)
            .map(|day| {
                so_far += busyness(day);
                (day, so_far)
            });
        Self {
            days: days.collect(),
        }
    }

    /// The day on which this share of all work had begun.
    pub fn day(&self, share: f64) -> NaiveDate {
        let total = self.days.last().map_or(0.0, |(_, total)| *total);
        let at = self
            .days
            .partition_point(|(_, so_far)| *so_far <= share * total);
        self.days
            .get(at)
            .or(self.days.last())
            .map_or(NaiveDate::default(), |(day, _)| *day)
    }
}

fn busyness(day: NaiveDate) -> f64 {
    let growth = 1.0 + 0.06 * f64::from(day.year() - FIRST_YEAR).max(0.0);
    // The middle of July is day 196.
    let season = 1.0 + 0.25 * ((f64::from(day.ordinal()) - 196.0) / 365.0 * TAU).cos();
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    growth * season * if weekend { 0.3 } else { 1.0 }
}
