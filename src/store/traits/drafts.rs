//! Drafts: what is typed in a form and not stored yet.

use chrono::{DateTime, Utc};

use crate::store::error::StoreError;

/// What is typed in a form and not stored yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its identity: a UUIDv7.
    pub id: String,
    /// The register it is for.
    pub register: String,
    /// Who types it.
    pub actor: String,
    /// When it was kept last.
    pub saved: DateTime<Utc>,
    /// What is typed, as the form wrote it.
    pub content: String,
}

/// The drafts in the file of one team. Only the person who types one sees it, and drafts are never counted.
pub trait Drafts {
    /// The drafts of this person, the one that was kept last first.
    ///
    /// # Errors
    /// The file cannot be read.
    fn drafts(&self, actor: &str) -> Result<Vec<Draft>, StoreError>;

    /// Keeps a draft, in place of what was kept of it before.
    ///
    /// # Errors
    /// The file cannot be written.
    fn keep_draft(&mut self, draft: &Draft) -> Result<(), StoreError>;

    /// Throws a draft away.
    ///
    /// # Errors
    /// The file cannot be written.
    fn drop_draft(&mut self, id: &str) -> Result<(), StoreError>;
}
