//! Caches what the filters of lists have to look up in the vault: the cases in which words occur, the owner of every
//! case, and when something last happened in it.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use chrono::NaiveDate;

use crate::desk::backend::protocol::Request;
use crate::desk::state::list_spec::ListSpec;
use crate::register::{CaseKey, Definition};

/// The owner of every case that has one.
pub type Owners = HashMap<CaseKey, String>;

/// When something last happened in every case in which something did.
pub type LastContacts = HashMap<CaseKey, NaiveDate>;

/// The most searches for words that are remembered.
const MOST_WORDS: usize = 8;

/// The look-ups that were requested, with their answers.
#[derive(Default)]
pub struct LookupCache {
    /// The cases found, by register and words.
    found: HashMap<(String, String), Lookup<HashSet<CaseKey>>>,
    /// The owners, by register.
    owners: HashMap<String, Lookup<Owners>>,
    /// When something last happened, by register.
    last_contacts: HashMap<String, Lookup<LastContacts>>,
    /// The ranks of the cases, by register and by what they are put in order.
    orders: HashMap<(String, String), Lookup<HashMap<CaseKey, u32>>>,
    generation: u64,
}

/// One look-up.
struct Lookup<T> {
    /// The generation of the register for which it was requested last.
    generation: u64,
    /// The last answer.
    answer: Option<T>,
}

impl LookupCache {
    /// The cases of a register in which these words occur; none while the answer is on its way.
    pub fn found(&self, register: &str, words: &str) -> Option<&HashSet<CaseKey>> {
        let searched = (register.to_owned(), words.to_owned());
        self.found.get(&searched)?.answer.as_ref()
    }

    /// The owners of the cases of a register; none while the answer is on its way.
    pub fn owners(&self, register: &str) -> Option<&Owners> {
        self.owners.get(register)?.answer.as_ref()
    }

    /// When something last happened in the cases of a register; none while the answer is on its way.
    pub fn last_contacts(&self, register: &str) -> Option<&LastContacts> {
        self.last_contacts.get(register)?.answer.as_ref()
    }

    /// The ranks of the cases of a register by this; none while the answer is on its way.
    pub fn order(&self, register: &str, by: &str) -> Option<&HashMap<CaseKey, u32>> {
        let order = (register.to_owned(), by.to_owned());
        self.orders.get(&order)?.answer.as_ref()
    }

    /// A number that changes with every answer.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The requests that a list needs in this generation of its register and that were not made yet. An answer of an older
    /// generation is used until the new one comes.
    pub fn missing(
        &mut self,
        definition: &Definition,
        spec: &ListSpec,
        generation: u64,
    ) -> Vec<Request> {
        let (register, filter) = (definition.id.as_str(), &spec.filter);
        let mut requests = Vec::new();
        if !filter.words.trim().is_empty() {
            let searched = (register.to_owned(), filter.words.clone());
            if self.found.len() > MOST_WORDS && !self.found.contains_key(&searched) {
                self.found.clear();
            }
            if is_missing(&mut self.found, searched, generation) {
                let words = filter.words.clone();
                requests.push(Request::FoundIn(register.to_owned(), words));
            }
        }
        let by_owner = filter.owner.is_some();
        if by_owner && is_missing(&mut self.owners, register.to_owned(), generation) {
            requests.push(Request::Owners(register.to_owned()));
        }
        let contacts = spec.needs_last_contacts();
        if contacts && is_missing(&mut self.last_contacts, register.to_owned(), generation) {
            requests.push(Request::LastContacts(register.to_owned()));
        }
        if let Some(by) = spec.sort.looked_up(definition) {
            let order = (register.to_owned(), by.to_owned());
            if is_missing(&mut self.orders, order, generation) {
                requests.push(Request::Order(register.to_owned(), by.to_owned()));
            }
        }
        requests
    }

    /// Takes in the ranks of the cases of a register.
    pub fn on_order(&mut self, register: String, by: String, ranks: Vec<(CaseKey, u32)>) {
        if let Some(lookup) = self.orders.get_mut(&(register, by)) {
            lookup.answer = Some(ranks.into_iter().collect());
            self.generation += 1;
        }
    }

    /// Takes in the cases in which words occur.
    pub fn on_found(&mut self, register: String, words: String, cases: Vec<CaseKey>) {
        if let Some(lookup) = self.found.get_mut(&(register, words)) {
            lookup.answer = Some(cases.into_iter().collect());
            self.generation += 1;
        }
    }

    /// Takes in when something last happened in the cases of a register.
    pub fn on_last_contacts(&mut self, register: &str, days: Vec<(CaseKey, NaiveDate)>) {
        if let Some(lookup) = self.last_contacts.get_mut(register) {
            lookup.answer = Some(days.into_iter().collect());
            self.generation += 1;
        }
    }

    /// Takes in the owners of the cases of a register.
    pub fn on_owners(&mut self, register: &str, owners: Vec<(CaseKey, String)>) {
        if let Some(lookup) = self.owners.get_mut(register) {
            lookup.answer = Some(owners.into_iter().collect());
            self.generation += 1;
        }
    }
}

/// Whether a look-up was not requested in this generation yet; it counts as requested from now on.
fn is_missing<K: Eq + Hash, T>(
    lookups: &mut HashMap<K, Lookup<T>>,
    key: K,
    generation: u64,
) -> bool {
    let lookup = lookups.entry(key).or_insert(Lookup {
        generation: u64::MAX,
        answer: None,
    });
    std::mem::replace(&mut lookup.generation, generation) != generation
}
