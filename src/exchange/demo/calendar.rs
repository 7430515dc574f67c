//! The days on which invented cases begin.

use std::collections::BTreeMap;
use std::f64::consts::TAU;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::plan::{Plan, Season};

/// How many cases began up to and including each day.
pub(super) struct Calendar {
    days: Vec<(NaiveDate, f64)>,
}

impl Calendar {
    /// The days from the first one until today.
    pub fn new(plan: &Plan, first: NaiveDate, today: NaiveDate) -> Self {
        let first = first.min(today);
        let mut years: BTreeMap<i32, f64> = BTreeMap::new();
        let mut so_far = 0.0;
        let days = first.iter_days().take_while(|day| *day <= today);
        let days = days.map(|day| {
            let year = day.year();
            let whole = *years
                .entry(year)
                .or_insert_with(|| whole_year(&plan.season, year));
            let ago = usize::try_from(today.year() - year).unwrap_or_default();
            let usual = plan.yearly(ago) * busyness(&plan.season, day) / whole;
            so_far += usual * (1.0 + extra(plan, day, today));
            (day, so_far)
        });
        Self {
            days: days.collect(),
        }
    }

    /// How many cases began in all these days.
    pub fn total(&self) -> f64 {
        self.days.last().map_or(0.0, |(_, total)| *total)
    }

    /// The day on which this share of all cases had begun.
    pub fn day(&self, share: f64) -> NaiveDate {
        let wanted = share * self.total();
        let at = self.days.partition_point(|(_, so_far)| *so_far <= wanted);
        self.days
            .get(at)
            .or(self.days.last())
            .map_or(NaiveDate::default(), |(day, _)| *day)
    }
}

/// How many cases come on top of each usual one on this day.
pub(super) fn extra(plan: &Plan, day: NaiveDate, today: NaiveDate) -> f64 {
    match &plan.rise {
        Some(rise) if day > today - TimeDelta::days(rise.days) => rise.extra,
        _ => 0.0,
    }
}

fn whole_year(season: &Season, year: i32) -> f64 {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let days = first.iter_days().take_while(|day| day.year() == year);
    let total: f64 = days.map(|day| busyness(season, day)).sum();
    total.max(f64::MIN_POSITIVE)
}

fn busyness(season: &Season, day: NaiveDate) -> f64 {
    // The middle of July is day 196.
    let of_year = 1.0 + season.summer * ((f64::from(day.ordinal()) - 196.0) / 365.0 * TAU).cos();
    let new_year = match (day.month(), day.day()) {
        (12, 29..) | (1, ..=4) => season.new_year,
        _ => 1.0,
    };
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    of_year * new_year * if weekend { season.weekend } else { 1.0 }
}
