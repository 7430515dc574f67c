//! Mappings: what the columns and values of the files mean that a team imports, kept under a name.

use chrono::{DateTime, Utc};

use crate::store::error::StoreError;

/// What the columns and values of a file mean, under a name that is one of its register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedMapping {
    /// The register that such files are imported into.
    pub register: String,
    /// Its name.
    pub name: String,
    /// The headings of the file it was made for.
    pub headings: Vec<String>,
    /// What they mean, as the import wrote it; the store does not read it.
    pub content: String,
    /// When it was kept last.
    pub saved: DateTime<Utc>,
    /// Who kept it last.
    pub actor: String,
}

/// The mappings of a team, which everybody in it uses and changes.
pub trait Mappings {
    /// The mappings of a register, the one that was kept last first.
    ///
    /// # Errors
    /// The file cannot be read.
    fn mappings(&self, register: &str) -> Result<Vec<SavedMapping>, StoreError>;

    /// Keeps a mapping, in place of the one with its name.
    ///
    /// # Errors
    /// The file cannot be written.
    fn keep_mapping(&mut self, mapping: &SavedMapping) -> Result<(), StoreError>;

    /// Throws the mapping with this name away.
    ///
    /// # Errors
    /// The file cannot be written.
    fn drop_mapping(&mut self, register: &str, name: &str) -> Result<(), StoreError>;
}
