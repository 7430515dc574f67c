//! By when something has to be done: a day, or a moment of it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::value::Value;
use crate::language::Language;

/// By when: the end of a day, or a moment of it where the hour matters (Amsterdam).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Due {
    /// The day.
    pub day: NaiveDate,
    /// The moment, where the hour matters.
    pub time: Option<NaiveTime>,
}

impl Due {
    /// By the end of this day.
    pub fn on(day: NaiveDate) -> Self {
        Self { day, time: None }
    }

    /// By this moment.
    pub fn at(moment: NaiveDateTime) -> Self {
        Self {
            day: moment.date(),
            time: Some(moment.time()),
        }
    }

    /// The day or the moment that a value is.
    pub(in crate::register) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Date(day) => Some(Self::on(*day)),
            Value::DateTime(moment) => Some(Self::at(*moment)),
            _ => None,
        }
    }

    /// Whether this is past another one; a day is so only when the whole of it is.
    pub(in crate::register) fn is_beyond(self, last: Self) -> bool {
        match (self.time, last.time) {
            (Some(time), Some(most)) if self.day == last.day => time > most,
            _ => self.day > last.day,
        }
    }

    /// The day, and the moment of it where the hour matters, as a person reads it.
    pub fn written(self, language: Language) -> String {
        let day = language.date(self.day);
        match self.time {
            Some(time) => format!("{day} {}", time.format("%H:%M")),
            None => day,
        }
    }

    /// Whether it is past at this moment (Amsterdam).
    pub fn is_past(self, now: NaiveDateTime) -> bool {
        match self.time {
            _ if self.day != now.date() => self.day < now.date(),
            Some(time) => time <= now.time(),
            None => false,
        }
    }
}
