//! Which backups make room for newer ones.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use chrono_tz::Europe::Amsterdam;

use super::manifest::Backup;

/// For how many days the last backup of each day is kept.
const DAYS: u64 = 7;
/// For how many weeks the last one of each week is kept.
const WEEKS: u64 = 5;

/// The backups that go, by their places: of those that are made again and again the last of each day is kept for a week, the
/// last of each week for five, and the last of each month; none at all is kept longer than these years, so that nothing comes
/// back that had to be destroyed (Selectielijst gemeenten 2020: the shortest retention of the registers).
pub(super) fn superfluous(backups: &[Backup], now: DateTime<Utc>, years: u16) -> Vec<usize> {
    let today = day(now);
    let oldest = today.checked_sub_months(Months::new(12 * u32::from(years)));
    let days = today.checked_sub_days(Days::new(DAYS));
    let weeks = today.checked_sub_days(Days::new(7 * WEEKS));
    let mut newest_first: Vec<usize> = (0..backups.len()).collect();
    // In each period a good one goes before one that is newer and not known to be good.
    newest_first.sort_by_key(|at| {
        let backup = &backups[*at];
        std::cmp::Reverse((backup.verified.is_some(), backup.made))
    });
    let mut taken = BTreeSet::new();
    let mut gone = Vec::new();
    for at in newest_first {
        let backup = &backups[at];
        let made = day(backup.made);
        if oldest.is_some_and(|oldest| made < oldest) {
            gone.push(at);
            continue;
        }
        if !backup.kind.is_routine() {
            continue;
        }
        let mut keeps = taken.insert(Period::Month(made.year(), made.month()));
        if weeks.is_some_and(|weeks| made > weeks) {
            let week = made.iso_week();
            keeps |= taken.insert(Period::Week(week.year(), week.week()));
        }
        if days.is_some_and(|days| made > days) {
            keeps |= taken.insert(Period::Day(made));
        }
        if !keeps {
            gone.push(at);
        }
    }
    gone.sort_unstable();
    gone
}

/// A period of which one backup is kept.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Period {
    Day(NaiveDate),
    Week(i32, u32),
    Month(i32, u32),
}

/// The day of an instant by the clock in Amsterdam.
pub(super) fn day(instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&Amsterdam).date_naive()
}
