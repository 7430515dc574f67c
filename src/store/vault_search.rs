//! Search in the files of all teams of a vault.

use std::cmp::Reverse;

use super::error::StoreError;
use super::traits::search::NumberedCase;
use super::traits::team_file::TeamFile;
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
    /// The other cases in which the words occur: those of the register that was asked first, then the newest.
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
    /// more there are. Those of the first register come first.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn find(
        &self,
        words: &str,
        first: Option<&str>,
        most: usize,
    ) -> Result<SearchResults, StoreError> {
        let (mut numbered, mut all) = (Vec::new(), 0);
        for (_, store) in self.stores() {
            let found = store.by_typed_number(words, COUNTED_FOUND)?.into_iter();
            numbered.extend(found.map(|case| (store, case)));
            all += store.count_matches(words, COUNTED_FOUND)?;
        }
        let elsewhere = |register: &str| first.is_some_and(|first| register != first);
        numbered.sort_by_cached_key(|(_, case)| {
            (
                case.fit,
                elsewhere(&case.register),
                Reverse(case.id.clone()),
            )
        });
        let mut other_numbers = numbered.split_off(numbered.len().min(MOST_NUMBERED));
        let numbered = whole(&numbered)?;
        let mut cases = match first {
            Some(first) => self.newest_of_register(first, words, most)?,
            None => Vec::new(),
        };
        let others = self.search(words, most)?.into_iter();
        cases.extend(others.filter(|case| first.is_none() || elsewhere(&case.register)));
        cases.truncate(most);
        let more = all.saturating_sub(cases.len());
        let apart = |one: &[CaseFile], id: &str| one.iter().all(|other| other.id != id);
        other_numbers.retain(|(_, case)| apart(&cases, &case.id));
        cases.retain(|case| apart(&numbered, &case.id));
        // Numbers for which there is no room above stand among the others.
        let room = most.saturating_sub(cases.len());
        let more_numbers = other_numbers.split_off(room.min(other_numbers.len()));
        cases.splice(0..0, whole(&other_numbers)?);
        Ok(SearchResults {
            numbered,
            cases,
            // The words may occur in those numbers as well.
            more: more.max(more_numbers.len()),
            at_least: all >= COUNTED_FOUND || (more > 0 && !more_numbers.is_empty()),
        })
    }

    /// The newest cases of one register in which the words occur.
    fn newest_of_register(
        &self,
        register: &str,
        words: &str,
        most: usize,
    ) -> Result<Vec<CaseFile>, StoreError> {
        match self.store(register) {
            Ok(store) => store.search_newest(register, words, most),
            // The file of its team could not be opened; those of the others are searched all the same.
            Err(_) => Ok(Vec::new()),
        }
    }
}

/// These cases with what stands in them.
fn whole(numbered: &[(&dyn TeamFile, NumberedCase)]) -> Result<Vec<CaseFile>, StoreError> {
    let mut cases = Vec::with_capacity(numbered.len());
    for (store, case) in numbered {
        cases.extend(store.cases(&[case.key])?);
    }
    Ok(cases)
}
