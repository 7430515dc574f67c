//! The timeline of a case: reports, contacts, measures, decisions, documents and links, each an entry of a kind that a
//! definition describes.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::case_file::CaseKey;
use super::value::Value;
use crate::language::Label;
use crate::register::definition::field::Field;
use crate::register::rules::validation::applies;

/// The kind of entry that holds a document. Every register has it.
pub const ATTACHMENT: &str = "bijlage";
/// The kind of entry that ties a case to another one. Every register has it.
pub const LINK: &str = "koppeling";
/// The kind of entry that says a task was done or put off. Every register has it.
pub const SETTLED: &str = "taak";
/// The kind of entry that records a decision, where a register has it.
pub(in crate::register) const DECISION: &str = "besluit";
/// The kind of entry that says another case was merged into this one. Every register has it.
pub const MERGED: &str = "samenvoeging";
/// What of the other case was not taken over, in an entry that merges: a line a thing.
pub const NOT_TAKEN_OVER: &str = "niet-overgenomen";
/// The kinds of entry that every register has, whatever its definition says.
pub const KINDS_OF_ALL: [&str; 4] = [ATTACHMENT, LINK, SETTLED, MERGED];

/// The place of an entry in the file of its team: small, stable, and meaningless outside that file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey(pub i64);

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
    /// The id of its [`EntryKind`].
    pub kind: String,
    /// When it happened: the wall clock in Amsterdam, which is not always when it was recorded.
    pub happened: NaiveDateTime,
    /// The value of each field that is known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Value>,
    /// The case it ties this one to.
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

/// A kind of entry, as a definition describes it.
#[derive(Clone, Debug)]
pub struct EntryKind {
    /// The name in files; never changes.
    pub id: String,
    /// How one is called on the screen.
    pub label: Label,
    /// A character of the icon font Material Symbols.
    pub icon: String,
    /// What is recorded of it, in the order of the form.
    pub fields: Vec<Field>,
    /// The fields of the case that are asked with it and written in the same action: a contact says what happens next.
    pub updates: Vec<String>,
    /// Whether the status of the case is asked with it too.
    pub moves: bool,
    /// Whether it is one more report of the same problem. Reports are counted apart from cases.
    pub report: bool,
}

impl EntryKind {
    /// The field with this id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// Whether this field means something in such an entry: not where another field of it says that it does not.
    pub fn applies(&self, field: &Field, state: &EntryState) -> bool {
        applies(field, &state.values)
    }
}
