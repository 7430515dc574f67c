//! Recording an operation, within one transaction.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::derived::{Derivation, Register};
use super::{Stopped, number, rows};
use crate::register::{CaseFile, CaseKey, CaseProblem, CaseState};
use crate::store::{Operation, Recorded, StoreError, Target, Write, new_id};

/// Writes everything the operation asks for, or says why not; the caller commits or forgets the whole transaction.
pub(super) fn record<'a>(
    connection: &'a Connection,
    operation: &Operation,
    register: impl Fn(&str) -> Result<&'a Register, StoreError>,
) -> Result<Recorded, Stopped> {
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
    };
    let mut derivations = BTreeMap::new();
    let mut cases = Vec::with_capacity(operation.writes.len());
    for write in &operation.writes {
        if !derivations.contains_key(write.register.as_str()) {
            let register = register(&write.register)?;
            register.refuse_other_definition(connection)?;
            derivations.insert(
                write.register.as_str(),
                Derivation::begin(connection, register)?,
            );
        }
        if let Some(derivation) = derivations.get_mut(write.register.as_str()) {
            cases.push(recording.write(write, derivation)?);
        }
    }
    for derivation in derivations.into_values() {
        derivation.finish()?;
    }
    Ok(Recorded { cases })
}

struct Recording<'a> {
    connection: &'a Connection,
    operation: &'a Operation,
    /// When, as it is stored.
    recorded: String,
    /// The numbers that stand further on in the operation: one that is given must not take them.
    explicit: number::Explicit<'a>,
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
            .prepare_cached(include_str!("queries/insert_case.sql"))?
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
        self.keep(&CaseState::default(), &case, derivation)?;
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
            .connection
            .prepare_cached(include_str!("queries/case_by_key.sql"))?
            .query_row([key.0], rows::case_file)
            .optional()?
            .filter(|stored| stored.register == write.register)
            .ok_or_else(|| StoreError::MissingCase {
                register: write.register.clone(),
            })?;
        if stored.version != version {
            return Err(StoreError::Conflict {
                register: stored.register.clone(),
                number: stored.number.clone(),
                stored: Box::new(stored),
            }
            .into());
        }
        if stored.state == write.state {
            return Ok(stored);
        }
        let definition = &derivation.register.definition;
        let problems = definition.check_change(&stored.state, &write.state);
        refuse(write, Some(&stored.number), problems)?;
        let case = CaseFile {
            version: version + 1,
            state: write.state.clone(),
            ..stored.clone()
        };
        self.connection
            .prepare_cached(include_str!("queries/update_case.sql"))?
            .execute(params![key.0, case.version, rows::to_json(&case.state)?])?;
        self.keep(&stored.state, &case, derivation)?;
        Ok(case)
    }

    /// Writes the revision that made this case what it is, and what follows from it.
    fn keep(
        &self,
        before: &CaseState,
        case: &CaseFile,
        derivation: &mut Derivation<'_>,
    ) -> Result<(), Stopped> {
        let Operation {
            id, actor, reason, ..
        } = self.operation;
        let changes = rows::to_json(&before.changes_to(&case.state))?;
        self.connection
            .prepare_cached(include_str!("queries/insert_revision.sql"))?
            .execute(params![
                id,
                case.key.0,
                case.version,
                self.recorded,
                actor,
                reason,
                changes
            ])?;
        derivation.keep(case.key, &case.number, &case.state)
    }
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
