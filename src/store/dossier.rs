//! The dossier of a case: everything about it, from the files of all teams that could be opened. Also the cases at an
//! address.

use super::error::StoreError;
use super::links::Link;
use super::matching::SameSubject;
use super::vault::Vault;
use crate::language::folded;
use crate::register::{Address, CaseFile, CaseKey, Entry, Revision};

/// How many cases in the street are shown.
const NEIGHBOURS: usize = 20;
/// How many cases of one team in a street are looked at to see which of them run.
const STREET: usize = 500;
/// How many cases in which a name occurs are looked at to see which of them are about that person.
const NAMESAKES: usize = 1000;

/// Everything about one case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossier {
    /// The entries on its timeline, the latest happening first.
    pub entries: Vec<Entry>,
    /// Its revisions and those of its entries, newest first.
    pub history: Vec<Revision>,
    /// The cases it is linked to.
    pub links: Vec<Link>,
    /// Other cases at its address, newest first.
    pub at_address: Vec<CaseFile>,
    /// The newest cases of the same team in its street, newest first.
    pub in_street: Vec<CaseFile>,
    /// How many cases of the same team there are in its street.
    pub count_in_street: usize,
    /// The cases that were merged into it.
    pub merged: Vec<CaseFile>,
    /// Cases about somebody of the same name, born on the same day, newest first.
    pub same_person: Vec<CaseFile>,
    /// Other cases of its register about the same business, vehicle or person, newest first.
    pub same_subject: Vec<SameSubject>,
}

/// The cases at an address and around it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddressLookup {
    /// The cases at the address, newest first.
    pub cases: Vec<CaseFile>,
    /// The other cases in its street, newest first.
    pub street: Vec<CaseFile>,
    /// Whether there are more cases in its street than these.
    pub more_in_street: bool,
}

impl Vault {
    /// Everything about a case. What is in the file of a team that could not be opened is left out.
    ///
    /// # Errors
    /// There is no such register or case, or a file cannot be read.
    pub fn dossier(&self, register: &str, key: CaseKey) -> Result<Dossier, StoreError> {
        let store = self.store(register)?;
        let case = store.cases(&[key])?.into_iter().next();
        let case = case.ok_or_else(|| StoreError::MissingCase {
            register: register.to_owned(),
        })?;
        let entries = store.entries(key)?;
        let address = self.definition(register)?.address_of(&case.state);
        let (mut at_address, mut in_street, mut count_in_street) = (Vec::new(), Vec::new(), 0);
        if let Some(address) = address {
            at_address = self.at_address(address)?;
            at_address.retain(|other| other.id != case.id);
            in_street = store.in_street(address, NEIGHBOURS)?;
            count_in_street = match in_street.len() {
                // More than these may be there.
                NEIGHBOURS => store.count_in_street(address)?,
                all => all,
            };
        }
        let links = self.links(&case, &entries)?;
        Ok(Dossier {
            same_subject: self.same_subject(&case, &links)?,
            links,
            merged: store.merged_into(&case.id)?,
            same_person: self.same_person(&case)?,
            history: store.history(key)?,
            entries,
            at_address,
            in_street,
            count_in_street,
        })
    }

    /// The cases at this address in every register whose file could be opened, newest first.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn at_address(&self, address: &Address) -> Result<Vec<CaseFile>, StoreError> {
        let mut found = Vec::new();
        for (_, store) in self.stores() {
            found.extend(store.at_address(address)?);
        }
        found.sort_by(|one, other| other.id.cmp(&one.id));
        Ok(found)
    }

    /// The other cases about the person of a case: the name is the same in all its words, and the birth date too. A name
    /// alone is not enough. A register that keeps its persons apart has none here, and is not seen from others.
    fn same_person(&self, case: &CaseFile) -> Result<Vec<CaseFile>, StoreError> {
        let definition = self.definition(&case.register)?;
        let person = definition.person_of(&case.state);
        let Some((name, born)) = person.filter(|_| !definition.keeps_persons_apart()) else {
            return Ok(Vec::new());
        };
        let mut found = self.search(name, NAMESAKES)?;
        found.retain(|other| {
            let person = self.definition(&other.register).ok();
            let person = person.filter(|definition| !definition.keeps_persons_apart());
            let person = person.and_then(|definition| definition.person_of(&other.state));
            let same =
                person.is_some_and(|(other, day)| folded(other) == folded(name) && day == born);
            same && other.id != case.id
        });
        Ok(found)
    }

    /// The cases in the street of this address, those at the address itself left out, in every register whose file could
    /// be opened, newest first, and whether there are more.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn in_street(&self, address: &Address) -> Result<(Vec<CaseFile>, bool), StoreError> {
        let (mut near, mut more) = (Vec::new(), false);
        for (_, store) in self.stores() {
            let mut cases = store.in_street(address, STREET + 1)?;
            more |= cases.len() > STREET;
            cases.truncate(STREET);
            near.extend(cases);
        }
        near.sort_by(|one, other| other.id.cmp(&one.id));
        Ok((near, more))
    }
}
