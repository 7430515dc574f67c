//! Records that a municipality keeps beside cases, for everybody to see: a figure of a year, a list that was adopted. Each
//! has a name, a content in JSON, and a history.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::language::Language;
use crate::register::Reason;
use crate::store::error::StoreError;
use crate::store::id::new_id;

/// The shared records of a vault.
pub trait SharedRecords {
    /// Every record of this kind, in the order of their names. One that was taken back is there too, without content.
    ///
    /// # Errors
    /// The file cannot be read.
    fn shared(&self, kind: &str) -> Result<Vec<SharedRecord>, StoreError>;

    /// Records one action of a user, whole or not at all. A write that changes nothing makes no revision.
    ///
    /// # Errors
    /// [`StoreError::SharedConflict`] when a record was changed since the version the write was based on; nothing is
    /// written.
    fn share(&mut self, action: &SharedAction) -> Result<(), StoreError>;

    /// Every revision of one record, newest first. Writing the content of a revision again restores it.
    ///
    /// # Errors
    /// The file cannot be read.
    fn shared_history(&self, kind: &str, id: &str) -> Result<Vec<SharedRevision>, StoreError>;
}

/// A shared record as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRecord {
    /// Its kind.
    pub kind: String,
    /// Its name among those of its kind.
    pub id: String,
    /// How often it was written; a write on an older version is a conflict.
    pub version: u32,
    /// Its content, as JSON; nothing where it was taken back.
    pub content: Option<String>,
}

/// One step in the history of a shared record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRevision {
    /// The version it made.
    pub version: u32,
    /// The action of a user it was part of.
    pub operation: String,
    /// When it was recorded.
    pub recorded: DateTime<Utc>,
    /// Who did it.
    pub actor: String,
    /// Why, where that is known.
    pub reason: Option<Reason>,
    /// Its content then, as JSON; nothing where it was taken back.
    pub content: Option<String>,
}

/// The new content of one shared record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedWrite {
    /// Its kind.
    pub kind: String,
    /// Its name among those of its kind.
    pub id: String,
    /// The version the writer saw; 0 for a new one.
    pub version: u32,
    /// Its content from now on, as JSON; nothing takes it back.
    pub content: Option<String>,
}

/// One action of a user on shared records.
#[derive(Clone, Debug)]
pub struct SharedAction {
    /// Its identity: a UUIDv7.
    pub id: String,
    /// When it happened.
    pub recorded: DateTime<Utc>,
    /// Who did it.
    pub actor: String,
    /// Why, where that is known.
    pub reason: Option<Reason>,
    /// What it writes.
    pub writes: Vec<SharedWrite>,
}

impl SharedAction {
    /// An action by this person at this moment, for this reason, with these writes.
    pub fn by(
        actor: &str,
        recorded: DateTime<Utc>,
        reason: Option<Reason>,
        writes: Vec<SharedWrite>,
    ) -> Self {
        Self {
            id: new_id(),
            recorded,
            actor: actor.to_owned(),
            reason,
            writes,
        }
    }
}

impl SharedWrite {
    /// A write of this content over a record that was seen in this version.
    ///
    /// # Errors
    /// The content cannot be written as JSON.
    pub fn of(
        kind: &str,
        id: &str,
        version: u32,
        content: &impl Serialize,
    ) -> Result<Self, StoreError> {
        let json = serde_json::to_string(content);
        Ok(Self {
            kind: kind.to_owned(),
            id: id.to_owned(),
            version,
            content: Some(json.map_err(|_| unreadable(kind, id))?),
        })
    }
}

impl SharedRecord {
    /// Its content; nothing where it was taken back.
    ///
    /// # Errors
    /// The content is not of this kind of record.
    pub fn read<T: DeserializeOwned>(&self) -> Result<Option<T>, StoreError> {
        read(&self.kind, &self.id, self.content.as_deref())
    }
}

impl SharedRevision {
    /// Why it was made, in words.
    pub fn why(&self, language: Language) -> Option<String> {
        self.reason.as_ref().map(|reason| reason.text(language))
    }

    /// Its content then; nothing where the record was taken back.
    ///
    /// # Errors
    /// The content is not of this kind of record.
    pub fn read<T: DeserializeOwned>(&self, kind: &str, id: &str) -> Result<Option<T>, StoreError> {
        read(kind, id, self.content.as_deref())
    }
}

fn read<T: DeserializeOwned>(
    kind: &str,
    id: &str,
    content: Option<&str>,
) -> Result<Option<T>, StoreError> {
    let read = content.map(serde_json::from_str).transpose();
    read.map_err(|_| unreadable(kind, id))
}

fn unreadable(kind: &str, id: &str) -> StoreError {
    StoreError::SharedUnreadable {
        kind: kind.to_owned(),
        id: id.to_owned(),
    }
}
