//! Search in the files of all teams of a vault.

use std::cmp::Reverse;

use super::case_number::TypedNumber;
use super::error::StoreError;
use super::vault::Vault;
use crate::register::CaseFile;

/// How many cases are shown of those whose number is typed.
const MOST_NUMBERED: usize = 8;
/// How far the cases are counted in which the words occur.
const COUNTED_FOUND: usize = 1000;

/// The cases that a search found in all teams.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// The cases whose number is what was typed, or ends in it; the whole number first.
    pub numbered: Vec<CaseFile>,
    /// The other cases in which the words occur, newest first.
    pub cases: Vec<CaseFile>,
    /// In how many more the words occur.
    pub more: usize,
    /// Whether counting stopped, so that there may be more still.
    pub at_least: bool,
}

impl Vault {
    /// The cases of all teams whose file could be opened in which every word occurs as the beginning of a word, newest first.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn search(&self, words: &str, most: usize) -> Result<Vec<CaseFile>, StoreError> {
        let mut found = Vec::new();
        for (_, store) in self.stores() {
            found.extend(store.search(words, most)?);
        }
        // Keys of two files cannot be compared; ids sort by the moment they were made.
        found.sort_by(|one, other| other.id.cmp(&one.id));
        found.truncate(most);
        Ok(found)
    }

    /// The cases of all teams whose file could be opened whose number is typed, those in which the words occur, and how many
    /// more there are.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn find(&self, words: &str, most: usize) -> Result<SearchResults, StoreError> {
        let (mut numbered, mut all) = (Vec::new(), 0);
        for (_, store) in self.stores() {
            numbered.extend(store.by_typed_number(words, MOST_NUMBERED)?);
            all += store.count_matches(words, COUNTED_FOUND)?;
        }
        let typed = TypedNumber::read(words);
        let fit = |case: &CaseFile| typed.as_ref().and_then(|typed| typed.fits(&case.number));
        numbered.sort_by_cached_key(|case| (fit(case), Reverse(case.id.clone())));
        numbered.truncate(MOST_NUMBERED);
        let mut cases = self.search(words, most)?;
        let more = all.saturating_sub(cases.len());
        cases.retain(|case| numbered.iter().all(|other| other.id != case.id));
        Ok(SearchResults {
            numbered,
            cases,
            more,
            at_least: all >= COUNTED_FOUND,
        })
    }
}
