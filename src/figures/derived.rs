//! Keys that are derived from the days of a case: its years and months, the band of its length, or of somebody's age.

use chrono::{Datelike, NaiveDate};

use crate::register::{CountedSpell, Derived, NEVER};

use super::columns::Columns;
use super::keys::{RUNNING, UNKNOWN_KEY, bands, bounds_of, ends};

/// The keys that are derived from the days of a case, over the columns of one register.
#[derive(Clone, Debug)]
pub(super) struct DerivedKeys {
    derived: Derived,
    /// The first year, or the first month since the year zero, that has a key.
    first: i32,
    /// Where every band but the first begins.
    bounds: Vec<i32>,
    /// The key of every code, the unknown first; that of what has not ended comes last.
    pub keys: Vec<String>,
}

impl DerivedKeys {
    pub fn over(columns: &Columns, derived: Derived) -> Self {
        let mut keys = vec![UNKNOWN_KEY.to_owned()];
        let (mut first, mut bounds) = (0, Vec::new());
        if derived.is_calendar() {
            let (earliest, latest) = reach(columns, derived);
            if earliest <= latest {
                first = calendar(derived, earliest);
                let last = calendar(derived, latest);
                keys.extend((first..=last).map(|place| calendar_key(derived, place)));
            }
        } else {
            bounds.extend(bounds_of(columns.definition(), derived));
            keys.extend(bands(columns.definition(), derived));
        }
        if ends(derived) {
            keys.push(RUNNING.to_owned());
        }
        Self {
            derived,
            first,
            bounds,
            keys,
        }
    }

    /// Whether only a stretch of the keys is shown: from the first to the last that counts anything.
    pub fn is_stretch(&self) -> bool {
        self.derived.is_calendar()
    }

    /// The code of a row on the reference date `to`.
    pub fn code(&self, columns: &Columns, row: usize, to: i32) -> u32 {
        match self.derived {
            Derived::Year | Derived::Month => self.calendar_code(columns.first_opened(row)),
            Derived::EndYear | Derived::EndMonth => match columns.ended_on(row, to) {
                Some(day) => self.calendar_code(day),
                None => self.keys.len() as u32 - 1,
            },
            Derived::Duration => self.band(columns.duration(row, to)),
            Derived::AgeAtBegin => self.band(columns.age(row, columns.first_opened(row))),
            Derived::Age => self.band(columns.age(row, to)),
            // Behind the unknown: one, and several.
            Derived::Reporters => 1 + u32::from(columns.has_further_report(row, to)),
        }
    }

    fn calendar_code(&self, day: i32) -> u32 {
        // Every day of these columns lies between the first and the last; the day of no case is unknown.
        match day {
            NEVER => 0,
            day => (calendar(self.derived, day) - self.first + 1).unsigned_abs(),
        }
    }

    fn band(&self, value: Option<i32>) -> u32 {
        let band = |value: i32| self.bounds.partition_point(|bound| *bound <= value) + 1;
        value.map_or(0, |value| band(value) as u32)
    }
}

impl Columns {
    /// All spells of a row, in order.
    pub(super) fn spells(&self, row: usize) -> impl DoubleEndedIterator<Item = (i32, i32)> {
        let several = self.spells_of_reopened(row).unwrap_or_default();
        let only = several
            .is_empty()
            .then(|| (self.last_opened()[row], self.last_closed()[row]));
        let days = |spell: &CountedSpell| (spell.opened, spell.closed);
        several.iter().map(days).chain(only)
    }

    /// The day on which the case ended last, by the end of the day `to`; none while it runs.
    fn ended_on(&self, row: usize, to: i32) -> Option<i32> {
        if self
            .spells(row)
            .any(|(opened, closed)| opened <= to && closed > to)
        {
            return None;
        }
        let mut ended = self.spells(row).rev().map(|(_, closed)| closed);
        ended.find(|closed| *closed != NEVER && *closed <= to)
    }

    /// How many days the last spell lasted that was opened on or before the day `to`, up to that day while it runs; none
    /// where the case had yet to begin.
    pub(super) fn duration(&self, row: usize, to: i32) -> Option<i32> {
        let mut spells = self.spells(row).rev();
        let (opened, closed) = spells.find(|(opened, _)| *opened <= to)?;
        Some(closed.min(to) - opened)
    }

    /// Whether a report came in by the end of the day `to` beside the one that made the case.
    fn has_further_report(&self, row: usize, to: i32) -> bool {
        let reports = self.further_in(&(row..row + 1));
        reports.iter().any(|(_, day)| *day <= to)
    }

    /// The age in whole years on a day; none where the birth date is not known or lies after it.
    fn age(&self, row: usize, day: i32) -> Option<i32> {
        let born = self.born(row)?;
        if born == NEVER || born > day {
            return None;
        }
        let (born, day) = (date(born), date(day));
        let birthday_to_come = (day.month(), day.day()) < (born.month(), born.day());
        Some(day.year() - born.year() - i32::from(birthday_to_come))
    }
}

/// The first and the last day that can be asked for.
fn reach(columns: &Columns, derived: Derived) -> (i32, i32) {
    let (mut earliest, mut latest) = (NEVER, i32::MIN);
    let mut meet = |day: i32| {
        if day != NEVER {
            (earliest, latest) = (earliest.min(day), latest.max(day));
        }
    };
    let days = match ends(derived) {
        true => columns.last_closed(),
        false => columns.last_opened(),
    };
    days.iter().copied().for_each(&mut meet);
    for spell in columns.reopened().iter().flat_map(|case| &case.spells) {
        meet(if ends(derived) {
            spell.closed
        } else {
            spell.opened
        });
    }
    (earliest, latest)
}

/// The year, or the month since the year zero, in which a day falls.
fn calendar(derived: Derived, day: i32) -> i32 {
    let day = date(day);
    match derived {
        Derived::Month | Derived::EndMonth => day.year() * 12 + day.month0() as i32,
        _ => day.year(),
    }
}

fn calendar_key(derived: Derived, place: i32) -> String {
    match derived {
        Derived::Month | Derived::EndMonth => {
            format!(
                "{:04}-{:02}",
                place.div_euclid(12),
                place.rem_euclid(12) + 1
            )
        }
        _ => format!("{place:04}"),
    }
}

/// The day with this number. What is damaged lies at the end of time, and is at worst a wrong count.
fn date(day: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day).unwrap_or(NaiveDate::MAX)
}
