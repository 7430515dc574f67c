//! Writing the cases of an operation, each with its revision.

use std::cell::Cell;

use rusqlite::{Connection, OptionalExtension, params};

use crate::register::{CaseFile, CaseKey, CaseProblem, CaseState, Change, EntryKey};
use crate::store::error::StoreError;
use crate::store::id::new_id;
use crate::store::operation::{GivenNumbers, Operation, Target, Write};
use crate::store::sqlite::error::TransactionError;
use crate::store::sqlite::register::Register;
use crate::store::sqlite::{json, number, reason, rows, stored};

/// An operation that is being recorded.
pub(in crate::store::sqlite) struct Recording<'a> {
    pub connection: &'a Connection,
    pub operation: &'a Operation,
    /// When, as it is stored.
    recorded: String,
    /// Why, as it is stored.
    reason: Option<String>,
    /// The numbers with which new cases of the operation come: a number that is given out must not be one of them.
    numbers: &'a GivenNumbers<'a>,
    /// Whether anything changed.
    changed: Cell<bool>,
}

impl<'a> Recording<'a> {
    pub fn new(
        connection: &'a Connection,
        operation: &'a Operation,
        numbers: &'a GivenNumbers<'a>,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            connection,
            operation,
            recorded: rows::instant(operation.recorded),
            reason: reason::to_store(operation.reason.as_ref())?,
            numbers,
            changed: Cell::new(false),
        })
    }

    /// Whether anything was changed so far.
    pub fn changed(&self) -> bool {
        self.changed.get()
    }

    /// Writes the new state of one case.
    pub fn write_case(
        &self,
        write: &Write,
        register: &Register,
    ) -> Result<CaseFile, TransactionError> {
        match &write.target {
            Target::New { number } => self.new_case(write, number.as_deref(), register),
            Target::Existing { key, version } => self.change(write, *key, *version, register),
        }
    }

    /// Refuses a draft that was stored before: what is typed once would become two cases.
    pub fn refuse_stored_draft(&self) -> Result<(), TransactionError> {
        let Some(draft) = &self.operation.draft else {
            return Ok(());
        };
        let stored = self
            .connection
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

    /// Deletes the draft that the operation stores.
    pub fn delete_draft(&self) -> Result<(), TransactionError> {
        if let Some(draft) = &self.operation.draft {
            self.connection
                .prepare_cached(include_str!("../queries/delete_draft.sql"))?
                .execute([draft])?;
        }
        Ok(())
    }

    fn new_case(
        &self,
        write: &Write,
        number: Option<&str>,
        register: &Register,
    ) -> Result<CaseFile, TransactionError> {
        let definition = &register.definition;
        let mut state = write.state.clone();
        definition.follow_ages(&CaseState::default(), &mut state, |_| true);
        refuse(write, number, definition.check(&state))?;
        let register = &write.register;
        // A blank number in a file is no number.
        let number = match number.filter(|number| !number.trim().is_empty()) {
            Some(taken) if number::exists(self.connection, register, taken)? => {
                let (register, number) = (register.clone(), taken.to_owned());
                return Err(StoreError::NumberTaken { register, number }.into());
            }
            Some(number) => number.to_owned(),
            None => {
                let recorded = self.operation.recorded;
                number::next(self.connection, definition, recorded, self.numbers)?
            }
        };
        let (id, version) = (new_id(), 1);
        let key = self
            .connection
            .prepare_cached(include_str!("../queries/insert_case.sql"))?
            .insert(params![id, register, number, version, json::write(&state)?])?;
        let register = register.clone();
        let case = CaseFile {
            key: CaseKey(key),
            id,
            register,
            number,
            version,
            state,
        };
        self.revise_case(&CaseState::default(), &case)?;
        Ok(case)
    }

    fn change(
        &self,
        write: &Write,
        key: CaseKey,
        version: u32,
        register: &Register,
    ) -> Result<CaseFile, TransactionError> {
        let stored = stored::case(self.connection, key)?
            .filter(|stored| stored.register == write.register)
            .ok_or_else(|| StoreError::MissingCase {
                register: write.register.clone(),
            })?;
        if stored.version != version {
            return Err(StoreError::Conflict {
                register: stored.register.clone(),
                number: stored.number.clone(),
                stored: Box::new(register.as_read(stored)),
            }
            .into());
        }
        let definition = &register.definition;
        let mut state = definition.to_store(&stored.state, write.state.clone());
        if self.operation.undoes.is_none() {
            definition.follow_ages(&stored.state, &mut state, |_| true);
        }
        if stored.state == state {
            return Ok(stored);
        }
        if state.withdrawn.is_some() {
            self.refuse_withdrawn(&stored)?;
        }
        let problems = self.problems(|| definition.check_change(&stored.state, &state));
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
                json::write(&case.state)?,
                case.state.merged_into()
            ])?;
        self.revise_case(&stored.state, &case)?;
        Ok(case)
    }

    /// The problems that a definition finds. What is undone was stored once, and comes back as it was.
    pub fn problems(&self, check: impl FnOnce() -> Vec<CaseProblem>) -> Vec<CaseProblem> {
        match self.operation.undoes {
            Some(_) => Vec::new(),
            None => check(),
        }
    }

    /// Refuses to write on a case that was taken back or merged: nobody would see it.
    pub fn refuse_withdrawn(&self, case: &CaseFile) -> Result<(), TransactionError> {
        if case.state.withdrawn.is_none() || self.operation.undoes.is_some() {
            return Ok(());
        }
        let into = match case.state.merged_into() {
            Some(id) => stored::case_by_id(self.connection, id)?,
            None => None,
        };
        Err(StoreError::Withdrawn {
            register: case.register.clone(),
            number: case.number.clone(),
            into: into.map(|into| into.number),
        }
        .into())
    }

    /// Writes the revision of this case.
    fn revise_case(&self, before: &CaseState, case: &CaseFile) -> Result<(), TransactionError> {
        let changes = before.changes_to(&case.state);
        self.revise(case.key, None, case.version, &changes)
    }

    /// Writes one revision, of a case or of an entry on its timeline.
    pub fn revise(
        &self,
        case: CaseKey,
        entry: Option<EntryKey>,
        version: u32,
        changes: &[Change],
    ) -> Result<(), TransactionError> {
        let Operation { actor, undoes, .. } = self.operation;
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
                self.reason,
                json::write(&changes)?,
                entry.map(|entry| entry.0),
                undoes
            ])?;
        Ok(())
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
