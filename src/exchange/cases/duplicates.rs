//! New cases that may be one that is known: at the same address at the same time, or about the same person.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::mapping::Mapping;
use super::target::Target;
use crate::language::{Language, folded};
use crate::register::{
    Address, CaseFile, CaseKey, CaseState, Definition, Kind, PersonFields, Sensitivity, Value,
};
use crate::store::{CaseOf, EntryWrite, Store, StoreError, further_report};

/// What was decided about rows. Where nothing was decided, a row that may be a known case becomes a new one, and a row in
/// conflict with what was changed here is refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions {
    /// By row as a spreadsheet numbers it.
    pub rows: BTreeMap<usize, Decision>,
    /// About every row in conflict about which nothing else was decided.
    pub conflicts: Option<Decision>,
}

/// What becomes of a row that may be a known case, or that changes what was changed here since the list was exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is put together with that case.
    Merge,
    /// It becomes a case beside it.
    Both,
    /// It is left out.
    Skip,
    /// What the row has goes over what was changed here.
    Row,
    /// What was changed here stays; what else the row changes is taken over.
    Stored,
}

impl Decision {
    /// What can be decided about all conflicts at once, with its names in commands.
    pub const OF_CONFLICTS: [(&str, Self); 2] = [("sheet", Self::Row), ("stored", Self::Stored)];
}

/// The known case, or the earlier row, that a new case may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// Which.
    pub of: DuplicateOf,
    /// Why they may be one.
    pub why: DuplicateReason,
}

/// What a new case may be the same as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DuplicateOf {
    /// A case that is known.
    Case {
        /// Which.
        key: CaseKey,
        /// Its number.
        number: String,
    },
    /// An earlier row, as a spreadsheet numbers it, that becomes a case itself.
    Row(usize),
}

/// Why two cases may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuplicateReason {
    /// They are at one address at the same time.
    Address,
    /// They are about one person at the same time.
    Person,
    /// The known one began on the same day, and has everything that the other one says.
    Content,
}

/// A case and a row put together.
pub(super) struct Merged {
    pub state: CaseState,
    /// The later of the two reports, on the timeline.
    pub report: Option<EntryWrite>,
}

/// The known cases, by address and by person.
pub(super) struct Duplicates {
    cases: HashMap<String, Vec<Known>>,
    persons: Option<PersonFields>,
}

/// A known case or an earlier row, with the days on which it ran.
struct Known {
    of: DuplicateOf,
    /// The postcode of its address; blank where that is not known.
    postcode: String,
    days: Vec<(NaiveDate, Option<NaiveDate>)>,
}

impl Duplicates {
    /// The cases of the register of which the mapping has an address or a person.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn known(
        definition: &Definition,
        mapping: &Mapping,
        store: &dyn Store,
    ) -> Result<Self, StoreError> {
        let mut duplicates = Self {
            cases: HashMap::new(),
            persons: PersonFields::of(definition),
        };
        let tells = mapping
            .targets()
            .any(|target| matches!(target, Target::Part(..)))
            || duplicates.persons.is_some();
        if tells {
            store.each_case(&definition.id, &mut |case| {
                if case.state.withdrawn.is_none() {
                    let (key, number) = (case.key, case.number);
                    let of = DuplicateOf::Case { key, number };
                    duplicates.add(definition, &case.state, &of);
                }
            })?;
        }
        Ok(duplicates)
    }

    /// Adds a case that is known, or that a row becomes.
    pub fn add(&mut self, definition: &Definition, state: &CaseState, of: &DuplicateOf) {
        for (key, _) in self.keys(definition, state) {
            self.cases.entry(key).or_default().push(Known {
                of: of.clone(),
                postcode: postcode(definition, state),
                days: days(definition, state),
            });
        }
    }

    /// The case or row that this new case may be: the one that began last of those that ran at the same time.
    pub fn of(&self, definition: &Definition, state: &CaseState) -> Option<Duplicate> {
        if self.cases.is_empty() {
            return None;
        }
        let ran = days(definition, state);
        let postcode = postcode(definition, state);
        // Streets of one name lie in several places.
        let elsewhere = |known: &Known| {
            !postcode.is_empty() && !known.postcode.is_empty() && postcode != known.postcode
        };
        self.keys(definition, state)
            .into_iter()
            .find_map(|(key, why)| {
                let known = self.cases.get(&key)?.iter();
                let same_place =
                    known.filter(|case| why != DuplicateReason::Address || !elsewhere(case));
                let same_time = same_place.filter(|case| overlap(&case.days, &ran));
                // A case that is known goes before a row that becomes one.
                let last = same_time.max_by_key(|case| {
                    let is_case = matches!(case.of, DuplicateOf::Case { .. });
                    (is_case, case.days.first().map(|(begin, _)| *begin))
                })?;
                let of = last.of.clone();
                Some(Duplicate { of, why })
            })
    }

    /// By what a case is known. What came from the police tells nothing here.
    fn keys(&self, definition: &Definition, state: &CaseState) -> Vec<(String, DuplicateReason)> {
        let mut keys = Vec::new();
        if let Some(address) = address(definition, state) {
            let found = address_keys(address).into_iter();
            keys.extend(found.map(|key| (key, DuplicateReason::Address)));
        }
        let person = self
            .persons
            .as_ref()
            .and_then(|fields| fields.person(state));
        if let Some((name, born)) = person {
            keys.push((format!("{born} {}", folded(name)), DuplicateReason::Person));
        }
        keys
    }
}

impl Duplicate {
    /// What people call it: the number of the case, or the row.
    pub fn name(&self, language: Language) -> String {
        match &self.of {
            DuplicateOf::Case { number, .. } => number.clone(),
            DuplicateOf::Row(row) => {
                language.say("import-earlier-row", &[("row", row.to_string().into())])
            }
        }
    }

    /// The known case with what the row says beside it, as when two cases are merged: what is known stays, what is blank is
    /// filled in, and the later of the two reports comes on the timeline.
    pub(super) fn merge(
        &self,
        definition: &Definition,
        case: &CaseFile,
        state: &CaseState,
    ) -> Merged {
        let joined = definition.joined(&case.state, state);
        let report = further_report(definition, &case.state, state);
        Merged {
            state: joined.state,
            report: report.map(|report| EntryWrite::new(CaseOf::Existing(case.key), report)),
        }
    }
}

/// The address of a case. One that came from the police tells nothing here.
fn address<'a>(definition: &Definition, state: &'a CaseState) -> Option<&'a Address> {
    let field = definition
        .address_field()
        .filter(|field| field.sensitivity != Sensitivity::Police)?;
    match state.values.get(&field.id)? {
        Value::Address(address) => Some(address),
        _ => None,
    }
}

/// The postcode of the address of a case as it is compared; blank where it is not known.
fn postcode(definition: &Definition, state: &CaseState) -> String {
    address(definition, state).map_or_else(String::new, |address| bare(&address.postcode))
}

fn bare(text: &str) -> String {
    folded(text).replace(' ', "")
}

/// By which an address is known: with its postcode, and with its street.
fn address_keys(address: &Address) -> Vec<String> {
    if address.number.trim().is_empty() {
        return Vec::new();
    }
    let house = format!("{} {}", bare(&address.number), bare(&address.addition));
    let places = [bare(&address.postcode), folded(&address.street)];
    let places = places.into_iter().filter(|place| !place.is_empty());
    places.map(|place| format!("{place} {house}")).collect()
}

/// The days on which a case ran; an event has one.
fn days(definition: &Definition, state: &CaseState) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let spells = state.spells.iter();
    let days = spells.map(|spell| match definition.kind {
        Kind::Spell => {
            let closed = spell.closed.as_ref();
            (spell.opened, closed.map(|closing| closing.date))
        }
        Kind::Event => (spell.opened, Some(spell.opened)),
    });
    days.collect()
}

fn overlap(
    one: &[(NaiveDate, Option<NaiveDate>)],
    other: &[(NaiveDate, Option<NaiveDate>)],
) -> bool {
    let before = |end: Option<NaiveDate>, begin: NaiveDate| end.is_some_and(|end| end < begin);
    one.iter().any(|(begin, end)| {
        let mut spells = other.iter();
        spells.any(|(other_begin, other_end)| {
            !before(*end, *other_begin) && !before(*other_end, *begin)
        })
    })
}
