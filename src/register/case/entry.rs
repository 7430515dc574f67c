//! The timeline of a case: reports, contacts, measures, decisions, documents and links, each an entry of a kind that a
//! definition describes.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::key::{CaseKey, EntryKey};
use super::value::Value;

/// One entry as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its place in the file of its team.
    pub key: EntryKey,
    /// Its identity everywhere: a UUIDv7.
    pub id: String,
    /// The case on whose timeline it stands.
    pub case: CaseKey,
    /// How often it was written; a save on an older version is a conflict.
    pub version: u32,
    /// What it says.
    pub state: EntryState,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryState {
    /// The id of its kind, which the definition describes.
    pub kind: String,
    /// When it happened: the wall clock in Amsterdam, which is not always when it was recorded.
    pub happened: NaiveDateTime,
    /// The value of each field that is known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Value>,
    /// The case to which it links this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<CaseReference>,
    /// Whether it was taken back: it stays in the history, and neither shows nor counts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

impl EntryState {
    /// An entry of this kind at this moment that says nothing yet.
    pub fn at(kind: &str, happened: NaiveDateTime) -> Self {
        Self {
            kind: kind.to_owned(),
            happened,
            values: BTreeMap::new(),
            about: None,
            withdrawn: false,
        }
    }

    /// The same with this field filled in.
    #[must_use]
    pub fn with(mut self, field: &str, value: Value) -> Self {
        self.values.insert(field.to_owned(), value);
        self
    }

    /// The text of a field, if it is known and a text.
    pub fn text(&self, field: &str) -> Option<&str> {
        match self.values.get(field)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A case in whatever file of the vault it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CaseReference {
    /// Its register.
    pub register: String,
    /// Its identity everywhere.
    pub id: String,
}
