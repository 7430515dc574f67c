//! Looking for cases by their number, and by the words in them.

use crate::register::{CaseFile, CaseKey};
use crate::store::case_number::NumberFit;
use crate::store::error::StoreError;

/// A case whose number is typed, without what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedCase {
    /// The case.
    pub key: CaseKey,
    /// Its identity.
    pub id: String,
    /// Its register.
    pub register: String,
    /// How well its number fits what is typed.
    pub fit: NumberFit,
}

/// Looking for cases in the file of one team. Fields that came from the police are never searched.
pub trait Search {
    /// The cases in which every word occurs as the beginning of a word, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    fn search(&self, words: &str, most: usize) -> Result<Vec<CaseFile>, StoreError>;

    /// The same of one register.
    ///
    /// # Errors
    /// The file cannot be read.
    fn search_newest(
        &self,
        register: &str,
        words: &str,
        most: usize,
    ) -> Result<Vec<CaseFile>, StoreError>;

    /// In how many cases every word occurs as the beginning of a word; counting stops at `most`.
    ///
    /// # Errors
    /// The file cannot be read.
    fn count_matches(&self, words: &str, most: usize) -> Result<usize, StoreError>;

    /// The cases whose number is what is typed, or ends in it (`41`, `2026-41`, `WO 41`). The whole number comes first, then
    /// the newest.
    ///
    /// # Errors
    /// The file cannot be read.
    fn by_typed_number(&self, typed: &str, most: usize) -> Result<Vec<NumberedCase>, StoreError>;

    /// The cases of one register that are found by their number or by the words in them, in no order.
    ///
    /// # Errors
    /// The file cannot be read.
    fn search_register(&self, register: &str, words: &str) -> Result<Vec<CaseKey>, StoreError>;

    /// The text in a text field of the cases of a register; cases without one are left out.
    ///
    /// # Errors
    /// The file cannot be read.
    fn texts(&self, register: &str, field: &str) -> Result<Vec<(CaseKey, String)>, StoreError>;
}
