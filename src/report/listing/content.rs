//! The content of a cell of a list, typed, so that a spreadsheet can sort and count with it.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value as Json, json};

use crate::language::Language;

/// The content of a cell of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// It is not known.
    Nothing,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// A day and a wall-clock time.
    Moment(NaiveDateTime),
    /// Choices.
    Keys {
        /// Their ids.
        keys: Vec<String>,
        /// Their labels.
        label: String,
        /// Whether there can be several of them.
        several: bool,
    },
}

impl Content {
    /// One choice.
    pub(super) fn key(key: &str, label: String) -> Self {
        Self::Keys {
            keys: vec![key.to_owned()],
            label,
            several: false,
        }
    }

    /// As people read it; empty where nothing is known.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => language.number(*number),
            Self::Day(day) => language.date(*day),
            Self::Moment(moment) => {
                let day = language.date(moment.date());
                format!("{day} {}", moment.format("%H:%M"))
            }
            Self::Keys { label, .. } => label.clone(),
        }
    }

    /// As an import reads it: ids, days as ISO 8601 has them, numbers with a point.
    pub fn plain(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
            Self::Keys { keys, .. } => keys.join("|"),
        }
    }

    /// As a program reads it.
    pub fn json(&self) -> Json {
        match self {
            Self::Keys { keys, .. } if keys.is_empty() => Json::Null,
            Self::Keys { keys, several, .. } if *several => json!(keys),
            Self::Number(number) => json!(number),
            Self::Nothing => Json::Null,
            other => json!(other.plain()),
        }
    }
}
