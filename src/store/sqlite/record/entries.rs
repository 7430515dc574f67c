//! Writing the entries of an operation, each with its revision.

use rusqlite::params;

use super::recording::Recording;
use crate::register::{CaseFile, CaseProblem, Change, Definition, Entry, EntryKey, EntryState};
use crate::store::error::StoreError;
use crate::store::id::new_id;
use crate::store::operation::{EntryTarget, EntryWrite};
use crate::store::sqlite::error::TransactionError;
use crate::store::sqlite::{json, rows, stored};

/// An entry, and the case from whose timeline it moves away.
pub(super) struct MovedEntry {
    pub entry: Entry,
    /// None where it stays on its timeline.
    pub moved_from: Option<CaseFile>,
}

impl Recording<'_> {
    /// Writes an entry on the timeline of a case.
    pub(super) fn write_entry(
        &self,
        write: &EntryWrite,
        case: &CaseFile,
        definition: &Definition,
    ) -> Result<MovedEntry, TransactionError> {
        self.refuse_withdrawn(case)?;
        let Some(MovedEntry { entry, moved_from }) = self.written_over(write, case)? else {
            return self.new_entry(write, case, definition);
        };
        let state = definition.entry_to_store(&entry.state, write.state.clone());
        if entry.state == state && moved_from.is_none() {
            return Ok(MovedEntry { entry, moved_from });
        }
        let problems = || definition.check_entry_change(&entry.state, &state);
        self.refuse_entry(case, problems)?;
        let after = self.update_entry(&entry, case, state)?;
        let mut changes = Vec::new();
        if entry.state != after.state {
            changes.push(Change::Entry {
                before: Some(entry.state),
                after: after.state.clone(),
            });
        }
        changes.extend(moved_from.as_ref().map(|from| Change::Moved {
            before: from.id.clone(),
            after: case.id.clone(),
        }));
        self.revise(case.key, Some(after.key), after.version, &changes)?;
        Ok(MovedEntry {
            entry: after,
            moved_from,
        })
    }

    /// The entry that is written over, as it is stored; none for a new one.
    ///
    /// # Errors
    /// It is not on this timeline, or was changed since the version that the write was based on.
    fn written_over(
        &self,
        write: &EntryWrite,
        case: &CaseFile,
    ) -> Result<Option<MovedEntry>, TransactionError> {
        let (key, version, may_move) = match write.target {
            EntryTarget::New => return Ok(None),
            EntryTarget::Existing { key, version } => (key, version, false),
            EntryTarget::Elsewhere { key, version } => (key, version, true),
        };
        let entry = stored::entry(self.connection, key)?.ok_or(StoreError::MissingEntry)?;
        let mut moved_from = None;
        if entry.case != case.key {
            let from = stored::case(self.connection, entry.case)?;
            let from = from.filter(|from| may_move && from.register == case.register);
            moved_from = Some(from.ok_or(StoreError::MissingEntry)?);
        }
        if entry.version != version {
            return Err(StoreError::EntryConflict {
                register: case.register.clone(),
                number: case.number.clone(),
            }
            .into());
        }
        Ok(Some(MovedEntry { entry, moved_from }))
    }

    fn new_entry(
        &self,
        write: &EntryWrite,
        case: &CaseFile,
        definition: &Definition,
    ) -> Result<MovedEntry, TransactionError> {
        let state = write.state.clone();
        self.refuse_entry(case, || definition.check_entry(&state))?;
        let (id, version) = (new_id(), 1);
        let key = self
            .connection
            .prepare_cached(include_str!("../queries/insert_entry.sql"))?
            .insert(params![
                id,
                case.key.0,
                state.kind,
                rows::moment(state.happened),
                version,
                json::write(&state)?,
                rows::about(&state)
            ])?;
        if let Some(document) = &write.document {
            self.connection
                .prepare_cached(include_str!("../queries/insert_document.sql"))?
                .execute(params![key, &document[..]])?;
        }
        let entry = Entry {
            key: EntryKey(key),
            id,
            case: case.key,
            version,
            state,
        };
        let change = Change::Entry {
            before: None,
            after: entry.state.clone(),
        };
        self.revise(case.key, Some(entry.key), version, &[change])?;
        Ok(MovedEntry {
            entry,
            moved_from: None,
        })
    }

    /// Writes the new state of an entry, on the timeline of this case.
    fn update_entry(
        &self,
        stored: &Entry,
        case: &CaseFile,
        state: EntryState,
    ) -> Result<Entry, TransactionError> {
        let version = stored.version + 1;
        self.connection
            .prepare_cached(include_str!("../queries/update_entry.sql"))?
            .execute(params![
                stored.key.0,
                version,
                rows::moment(state.happened),
                json::write(&state)?,
                rows::about(&state),
                state.kind,
                case.key.0
            ])?;
        Ok(Entry {
            version,
            case: case.key,
            state,
            ..stored.clone()
        })
    }

    /// Refuses an entry that the definition does not allow.
    fn refuse_entry(
        &self,
        case: &CaseFile,
        check: impl FnOnce() -> Vec<CaseProblem>,
    ) -> Result<(), StoreError> {
        let problems = self.problems(check);
        if problems.is_empty() {
            return Ok(());
        }
        Err(StoreError::Invalid {
            register: case.register.clone(),
            number: Some(case.number.clone()),
            problems,
        })
    }
}
