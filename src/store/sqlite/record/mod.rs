//! Recording an operation, within one transaction.

mod entry;

use std::cell::Cell;
use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::derived::{Derivation, Register};
use super::{Stopped, number, reason, rows};
use crate::register::{CaseFile, CaseKey, CaseProblem, CaseState, Change, EntryKey, EntryState};
use crate::store::{CaseOf, Operation, Recorded, StoreError, Target, Write, new_id};

/// Writes everything the operation asks for, or says why not; the caller commits or forgets the whole transaction.
pub(super) fn record<'a>(
    connection: &'a Connection,
    operation: &Operation,
    register: impl Fn(&str) -> Result<&'a Register, StoreError>,
) -> Result<Recorded, Stopped> {
    if let Some(draft) = &operation.draft {
        refuse_stored_draft(connection, draft)?;
    }
    let explicit = operation.writes.iter().filter_map(|write| {
        let Target::New { number } = &write.target else {
            return None;
        };
        Some((write.register.as_str(), number.as_deref()?))
    });
    let mut recording = Recording {
        connection,
        operation,
        recorded: rows::instant(operation.recorded),
        explicit: explicit.collect(),
        changed: Cell::new(false),
    };
    // The cases on whose timelines something comes to stand, which the operation does not write itself.
    let mut others: BTreeMap<CaseKey, CaseFile> = BTreeMap::new();
    for entry in &operation.entries {
        if let CaseOf::Existing(key) = entry.of {
            others.insert(key, recording.stored(key)?.ok_or(StoreError::MissingEntry)?);
        }
    }
    let mut derivations = BTreeMap::new();
    let written = operation.writes.iter().map(|write| write.register.as_str());
    for id in written.chain(others.values().map(|case| case.register.as_str())) {
        if !derivations.contains_key(id) {
            let register = register(id)?;
            register.refuse_other_definition(connection)?;
            derivations.insert(id.to_owned(), Derivation::begin(connection, register)?);
        }
    }
    let mut cases = Vec::with_capacity(operation.writes.len());
    for write in &operation.writes {
        if let Some(derivation) = derivations.get_mut(&write.register) {
            cases.push(recording.write(write, derivation)?);
        }
    }
    // Entries come after the cases, so that they find them; what follows from a case comes after its entries.
    for case in &cases {
        if let Some(other) = others.get_mut(&case.key) {
            other.clone_from(case);
        }
    }
    let mut left = Vec::new();
    let mut entries = Vec::with_capacity(operation.entries.len());
    let mut told: BTreeMap<CaseKey, Vec<&EntryState>> = BTreeMap::new();
    for entry in &operation.entries {
        let case = match entry.of {
            CaseOf::Written(at) => cases.get(at),
            CaseOf::Existing(key) => others.get(&key),
        };
        let case = case.ok_or(StoreError::MissingEntry)?;
        let register = register(&case.register)?;
        let (stored, from) = recording.entry(entry, case, &register.definition)?;
        entries.push(register.entry_as_read(stored));
        left.extend(from);
        told.entry(case.key).or_default().push(&entry.state);
    }
    others.extend(left.into_iter().map(|case| (case.key, case)));
    for (write, case) in operation.writes.iter().zip(&cases) {
        others.remove(&case.key);
        if let Some(derivation) = derivations.get_mut(&case.register) {
            match write.target {
                Target::New { .. } => {
                    let timeline = told.remove(&case.key).unwrap_or_default();
                    derivation.keep_new(case, timeline)?;
                }
                Target::Existing { .. } => derivation.keep(case)?,
            }
        }
    }
    for case in others.values() {
        if let Some(derivation) = derivations.get_mut(&case.register) {
            derivation.keep(case)?;
        }
    }
    for derivation in derivations.into_values() {
        derivation.finish()?;
    }
    if let Some(draft) = &operation.draft {
        connection
            .prepare_cached(include_str!("../queries/delete_draft.sql"))?
            .execute([draft])?;
    }
    let read = cases.into_iter().map(|case| {
        let register = register(&case.register)?;
        Ok(register.as_read(case))
    });
    let changed = recording.changed.get();
    Ok(Recorded {
        action: changed.then(|| operation.name().to_owned()),
        cases: read.collect::<Result<_, StoreError>>()?,
        entries,
    })
}

struct Recording<'a> {
    connection: &'a Connection,
    operation: &'a Operation,
    /// When, as it is stored.
    recorded: String,
    /// The numbers that stand further on in the operation: one that is given must not take them.
    explicit: number::Explicit<'a>,
    /// Whether anything changed.
    changed: Cell<bool>,
}

impl Recording<'_> {
    fn write(
        &mut self,
        write: &Write,
        derivation: &mut Derivation<'_>,
    ) -> Result<CaseFile, Stopped> {
        match &write.target {
            Target::New { number } => self.new_case(write, number.as_deref(), derivation),
            Target::Existing { key, version } => self.change(write, *key, *version, derivation),
        }
    }

    fn new_case(
        &self,
        write: &Write,
        number: Option<&str>,
        derivation: &mut Derivation<'_>,
    ) -> Result<CaseFile, Stopped> {
        let problems = derivation.register.definition.check(&write.state);
        refuse(write, number, problems)?;
        let register = &write.register;
        // A blank number in a file is no number.
        let number = match number.filter(|number| !number.trim().is_empty()) {
            Some(taken) if number::exists(self.connection, register, taken)? => {
                let (register, number) = (register.clone(), taken.to_owned());
                return Err(StoreError::NumberTaken { register, number }.into());
            }
            Some(number) => number.to_owned(),
            None => {
                let definition = &derivation.register.definition;
                let recorded = self.operation.recorded;
                number::next(self.connection, definition, recorded, &self.explicit)?
            }
        };
        let (id, version) = (new_id(), 1);
        let key = self
            .connection
            .prepare_cached(include_str!("../queries/insert_case.sql"))?
            .insert(params![
                id,
                register,
                number,
                version,
                rows::to_json(&write.state)?
            ])?;
        let (register, state) = (register.clone(), write.state.clone());
        let case = CaseFile {
            key: CaseKey(key),
            id,
            register,
            number,
            version,
            state,
        };
        self.keep(&CaseState::default(), &case)?;
        Ok(case)
    }

    fn change(
        &self,
        write: &Write,
        key: CaseKey,
        version: u32,
        derivation: &mut Derivation<'_>,
    ) -> Result<CaseFile, Stopped> {
        let stored = self
            .stored(key)?
            .filter(|stored| stored.register == write.register)
            .ok_or_else(|| StoreError::MissingCase {
                register: write.register.clone(),
            })?;
        if stored.version != version {
            return Err(StoreError::Conflict {
                register: stored.register.clone(),
                number: stored.number.clone(),
                stored: Box::new(derivation.register.as_read(stored)),
            }
            .into());
        }
        let definition = &derivation.register.definition;
        let state = definition.to_store(&stored.state, write.state.clone());
        if stored.state == state {
            return Ok(stored);
        }
        if state.withdrawn.is_some() {
            self.refuse_withdrawn(&stored)?;
        }
        let problems = self.asked(|| definition.check_change(&stored.state, &state));
        refuse(write, Some(&stored.number), problems)?;
        let case = CaseFile {
            version: version + 1,
            state,
            ..stored.clone()
        };
        self.connection
            .prepare_cached(include_str!("../queries/update_case.sql"))?
            .execute(params![
                key.0,
                case.version,
                rows::to_json(&case.state)?,
                case.state.merged_into()
            ])?;
        self.keep(&stored.state, &case)?;
        Ok(case)
    }

    /// The case with this key as it is stored.
    fn stored(&self, key: CaseKey) -> Result<Option<CaseFile>, Stopped> {
        let mut statement = self
            .connection
            .prepare_cached(include_str!("../queries/case_by_key.sql"))?;
        Ok(statement.query_row([key.0], rows::case_file).optional()?)
    }

    /// What a definition asks. What is undone was stored once, and comes back as it was.
    fn asked(&self, check: impl FnOnce() -> Vec<CaseProblem>) -> Vec<CaseProblem> {
        match self.operation.undoes {
            Some(_) => Vec::new(),
            None => check(),
        }
    }

    /// Refuses to say more of a case that is none any more: nobody would see it.
    fn refuse_withdrawn(&self, case: &CaseFile) -> Result<(), Stopped> {
        if case.state.withdrawn.is_none() || self.operation.undoes.is_some() {
            return Ok(());
        }
        let into = match case.state.merged_into() {
            Some(id) => self
                .connection
                .prepare_cached(include_str!("../queries/case_by_id.sql"))?
                .query_row([id], rows::case_file)
                .optional()?,
            None => None,
        };
        Err(StoreError::Withdrawn {
            register: case.register.clone(),
            number: case.number.clone(),
            into: into.map(|into| into.number),
        }
        .into())
    }

    /// Writes the revision that made this case what it is.
    fn keep(&self, before: &CaseState, case: &CaseFile) -> Result<(), Stopped> {
        let changes = before.changes_to(&case.state);
        self.revise(case.key, None, case.version, &changes)
    }

    fn revise(
        &self,
        case: CaseKey,
        entry: Option<EntryKey>,
        version: u32,
        changes: &[Change],
    ) -> Result<(), Stopped> {
        let Operation { actor, undoes, .. } = self.operation;
        let why = self.operation.reason.as_ref();
        // A draft may be open in two windows. The action that stores it bears its name, by which the second is known.
        let id = self.operation.name();
        self.changed.set(true);
        self.connection
            .prepare_cached(include_str!("../queries/insert_revision.sql"))?
            .execute(params![
                id,
                case.0,
                version,
                self.recorded,
                actor,
                reason::to_store(why)?,
                rows::to_json(&changes)?,
                entry.map(|entry| entry.0),
                undoes
            ])?;
        Ok(())
    }
}

/// Refuses a draft that was stored before: what is typed once would become two cases.
fn refuse_stored_draft(connection: &Connection, draft: &str) -> Result<(), Stopped> {
    let stored = connection
        .prepare_cached(include_str!("../queries/case_of_operation.sql"))?
        .query_row([draft], |row| {
            Ok(StoreError::DraftStored {
                register: row.get(0)?,
                number: row.get(1)?,
            })
        })
        .optional()?;
    stored.map_or(Ok(()), |refusal| Err(refusal.into()))
}

/// Refuses a state that the definition does not allow.
fn refuse(
    write: &Write,
    number: Option<&str>,
    problems: Vec<CaseProblem>,
) -> Result<(), StoreError> {
    if problems.is_empty() {
        return Ok(());
    }
    let (register, number) = (write.register.clone(), number.map(str::to_owned));
    Err(StoreError::Invalid {
        register,
        number,
        problems,
    })
}
