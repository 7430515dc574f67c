//! How many cases use a choice or a field, so that none that is in use can be removed.

use std::collections::BTreeMap;

use crate::store::error::StoreError;

/// A field in which choices are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceField<'a> {
    /// A field of the case, its status or its outcome.
    OfCase(&'a str),
    /// A field of an entry.
    OfEntry {
        /// The kind of entry.
        kind: &'a str,
        /// The field.
        field: &'a str,
    },
}

/// How often choices and fields are used in the file of one team.
pub trait Uses {
    /// How many cases of a register have each choice in this field, by the id of the choice as it is stored.
    ///
    /// # Errors
    /// The file cannot be read.
    fn uses(
        &self,
        register: &str,
        field: ChoiceField<'_>,
    ) -> Result<BTreeMap<String, u64>, StoreError>;

    /// How many cases of a register have any value of this field.
    ///
    /// # Errors
    /// The file cannot be read.
    fn count_with_field(&self, register: &str, field: &str) -> Result<u64, StoreError>;

    /// Whether this id occurs anywhere in the history of a case, or in a draft.
    ///
    /// # Errors
    /// The file cannot be read.
    fn mentions(&self, id: &str) -> Result<bool, StoreError>;
}
