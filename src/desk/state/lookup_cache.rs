//! What a list has to ask the clerk for before it can be narrowed: in which cases words stand, and whose cases are.

use std::collections::{HashMap, HashSet};

use crate::desk::backend::protocol::Request;
use crate::desk::state::list_filter::ListFilter;
use crate::register::CaseKey;

/// Who handles each case that somebody handles.
pub type Owners = HashMap<CaseKey, String>;

/// As many questions for words are remembered of one register.
const MOST_WORDS: usize = 8;

/// What was asked of the registers, and what of it was told.
#[derive(Default)]
pub struct LookupCache {
    found: HashMap<(String, String), Asked<HashSet<CaseKey>>>,
    owners: HashMap<String, Asked<Owners>>,
    told: u64,
}

/// An answer, of which generation of the register it was asked, and what was told last.
struct Asked<T> {
    generation: u64,
    told: Option<T>,
}

impl LookupCache {
    /// The cases of a register in which these words stand, once that is known.
    pub fn found(&self, register: &str, words: &str) -> Option<&HashSet<CaseKey>> {
        let asked = (register.to_owned(), words.to_owned());
        self.found.get(&asked)?.told.as_ref()
    }

    /// Whose the cases of a register are, once that is known.
    pub fn owners(&self, register: &str) -> Option<&Owners> {
        self.owners.get(register)?.told.as_ref()
    }

    /// A number that is another one as soon as something was told.
    pub fn told(&self) -> u64 {
        self.told
    }

    /// What has to be asked for this list, of this generation of its register. What was told of an older one stays until
    /// the answer comes.
    pub fn missing(
        &mut self,
        register: &str,
        narrowed: &ListFilter,
        generation: u64,
    ) -> Vec<Request> {
        let mut requests = Vec::new();
        if !narrowed.words.trim().is_empty() {
            let asked = (register.to_owned(), narrowed.words.clone());
            if self.found.len() > MOST_WORDS && !self.found.contains_key(&asked) {
                self.found.clear();
            }
            if ask(&mut self.found, asked, generation) {
                let words = narrowed.words.clone();
                requests.push(Request::FoundIn(register.to_owned(), words));
            }
        }
        let whose = narrowed.owner.is_some();
        if whose && ask(&mut self.owners, register.to_owned(), generation) {
            requests.push(Request::Owners(register.to_owned()));
        }
        requests
    }

    /// The clerk found the words in these cases.
    pub fn tell_found(&mut self, register: String, words: String, cases: Vec<CaseKey>) {
        if let Some(asked) = self.found.get_mut(&(register, words)) {
            asked.told = Some(cases.into_iter().collect());
            self.told += 1;
        }
    }

    /// The clerk said whose the cases are.
    pub fn tell_owners(&mut self, register: &str, owners: Vec<(CaseKey, String)>) {
        if let Some(asked) = self.owners.get_mut(register) {
            asked.told = Some(owners.into_iter().collect());
            self.told += 1;
        }
    }
}

/// Whether this has to be asked: it was not, or of an older generation.
fn ask<K: Eq + std::hash::Hash, T>(
    all: &mut HashMap<K, Asked<T>>,
    key: K,
    generation: u64,
) -> bool {
    let asked = all.entry(key).or_insert(Asked {
        generation: u64::MAX,
        told: None,
    });
    std::mem::replace(&mut asked.generation, generation) != generation
}
