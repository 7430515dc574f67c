//! Recording an action, also one of which the entry opens a case in another register: the new case, the entry and the link
//! between both cases are one action, in whatever files the two registers are.

use std::slice;

use super::error::StoreError;
use super::half::{Does, Half};
use super::operation::{
    CaseOf, EntryTarget, EntryWrite, Opens, Operation, Recorded, Target, Write,
};
use super::traits::cases::Store;
use super::vault::Vault;
use crate::register::{CaseFile, CaseKey, CaseState, EntryState, LINK, Opening, Reason};

/// The case of which an entry opens another one.
struct Source<'a> {
    /// As it is stored.
    case: CaseFile,
    /// As the action makes it.
    state: CaseState,
    entry: &'a EntryState,
    opening: Opening,
}

impl Vault {
    /// Records one action of a user in this register, and the case that it opens in another one: all of it, or nothing.
    ///
    /// # Errors
    /// There is no such register, a file could not be opened or cannot be written, or what is written is refused.
    pub fn record(
        &mut self,
        register: &str,
        operation: &Operation,
    ) -> Result<Recorded, StoreError> {
        let Some(opens) = &operation.opens else {
            return self.store_mut(register)?.record(operation);
        };
        let source = self.source(register, operation, opens)?;
        match opens.running {
            Some(key) => self.record_with_running(operation, opens, key, &source),
            None => self.record_with_new(operation, opens, &source),
        }
    }

    /// The case on which the first new entry of an action stands, and what that entry opens in the register that is asked.
    fn source<'a>(
        &self,
        register: &str,
        operation: &'a Operation,
        opens: &Opens,
    ) -> Result<Source<'a>, StoreError> {
        let mut entries = operation.entries.iter();
        let entry = entries.find(|entry| entry.target == EntryTarget::New);
        let entry = entry.ok_or(StoreError::MissingEntry)?;
        let key = match entry.of {
            CaseOf::Existing(key) => Some(key),
            CaseOf::Written(at) => operation.writes.get(at).and_then(written_key),
        };
        let case = self.store(register)?.cases(key.as_slice())?.pop();
        let case = case.ok_or_else(|| StoreError::MissingCase {
            register: register.to_owned(),
        })?;
        let mut writes = operation.writes.iter();
        let write = writes.find(|write| written_key(write) == Some(case.key));
        let opening = self.definition(register)?.opening(&entry.state);
        let opening = opening.filter(|opening| opening.register == opens.register);
        Ok(Source {
            state: write.map_or_else(|| case.state.clone(), |write| write.state.clone()),
            entry: &entry.state,
            opening: opening
                .cloned()
                .ok_or_else(|| self.unknown(&opens.register))?,
            case,
        })
    }

    /// Records an entry that opens a new case.
    fn record_with_new(
        &mut self,
        operation: &Operation,
        opens: &Opens,
        source: &Source<'_>,
    ) -> Result<Recorded, StoreError> {
        let target = self.definition(&opens.register)?;
        let here = self.definition(&source.case.register)?;
        let write = Write {
            register: target.id.clone(),
            target: Target::New { number: None },
            state: target.opened_by(&source.opening, &source.state, source.entry),
        };
        let linked_there = EntryState {
            about: Some(source.case.reference()),
            ..EntryState::at(LINK, source.entry.happened)
        };
        if target.team == here.team {
            let at = operation.writes.len();
            let operation = without_opening(operation).with(write);
            let operation =
                operation.with_entry(EntryWrite::new(CaseOf::Written(at), linked_there));
            let recorded = self.store_mut(&source.case.register)?.record(&operation)?;
            let opened = recorded.cases.get(at).cloned().map(Box::new);
            return Ok(Recorded { opened, ..recorded });
        }
        // A link stands with the case whose register holds the more sensitive data.
        let there = target.sensitivity() > here.sensitivity();
        let far = far_half(operation, &source.case).with(write);
        let (far, link) = match there {
            true => (
                far.with_entry(EntryWrite::new(CaseOf::Written(0), linked_there)),
                None,
            ),
            false => {
                let state = EntryState::at(LINK, source.entry.happened);
                let of = CaseOf::Existing(source.case.key);
                (far, Some(EntryWrite::new(of, state)))
            }
        };
        self.record_halves(operation, opens, &source.case, &far, link)
    }

    /// Records an entry that is linked to a case that runs, in place of a new one.
    fn record_with_running(
        &mut self,
        operation: &Operation,
        opens: &Opens,
        key: CaseKey,
        source: &Source<'_>,
    ) -> Result<Recorded, StoreError> {
        let store = self.store(&opens.register)?;
        let running = store.cases(slice::from_ref(&key))?.pop();
        let running = running.ok_or_else(|| StoreError::MissingCase {
            register: opens.register.clone(),
        })?;
        let entries = self
            .store(&source.case.register)?
            .entries(source.case.key)?;
        let links = self.links(&source.case, &entries)?;
        let linked = links.iter().any(|link| link.case.id == running.id);
        let mut own = without_opening(operation);
        if !linked {
            let state = EntryState::at(LINK, source.entry.happened);
            let (home, link) = self.link(&source.case, &running, state)?;
            let team =
                |register: &str| Ok::<_, StoreError>(self.definition(register)?.team.clone());
            if team(&home)? != team(&source.case.register)? {
                let far = far_half(operation, &source.case).with_entry(link);
                return self.record_halves(operation, opens, &source.case, &far, None);
            }
            own = own.with_entry(link);
        }
        let recorded = self.store_mut(&source.case.register)?.record(&own)?;
        Ok(Recorded {
            opened: Some(Box::new(running)),
            ..recorded
        })
    }

    /// Records the half of this file, with the link to the case of the other half where it stands here.
    fn record_halves(
        &mut self,
        operation: &Operation,
        opens: &Opens,
        case: &CaseFile,
        far: &Operation,
        link: Option<EntryWrite>,
    ) -> Result<Recorded, StoreError> {
        let half = Half {
            other: opens.register.clone(),
            does: Does::Record {
                operation: Operation {
                    reason: Some(together(operation, &opens.register)),
                    ..without_opening(operation)
                },
                link,
            },
        };
        self.write_halves(&case.register, &half, |file| {
            let recorded = file.record(far)?;
            let touched = recorded.entries.first().map(|entry| entry.case);
            let touched = file.cases(touched.as_slice())?;
            let mut cases = recorded.cases.into_iter().chain(touched);
            cases.next().ok_or(StoreError::MissingEntry)
        })
    }
}

/// What an action writes beside the case that it opens.
fn without_opening(operation: &Operation) -> Operation {
    Operation {
        opens: None,
        ..operation.clone()
    }
}

/// The half of an action in the other file, in which nothing is written yet. It has the same name, so that a draft that is
/// open in two windows opens one case.
fn far_half(operation: &Operation, case: &CaseFile) -> Operation {
    Operation {
        reason: Some(together(operation, &case.register)),
        writes: Vec::new(),
        entries: Vec::new(),
        opens: None,
        ..operation.clone()
    }
}

fn together(operation: &Operation, register: &str) -> Reason {
    Reason::Together {
        register: register.to_owned(),
        reason: operation.reason.clone().map(Box::new),
    }
}

fn written_key(write: &Write) -> Option<CaseKey> {
    match write.target {
        Target::Existing { key, .. } => Some(key),
        Target::New { .. } => None,
    }
}
