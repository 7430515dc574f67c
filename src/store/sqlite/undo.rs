//! Undo: from an action that was recorded to the one that undoes it, within one transaction.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as MapEntry;

use rusqlite::Connection;

use super::error::TransactionError;
use super::register::{self, Register};
use super::stored;
use crate::language::Label;
use crate::register::{
    CaseFile, CaseKey, CaseState, Change, Definition, Entry, EntryKey, Reason, Revision, Withdrawn,
};
use crate::store::error::StoreError;
use crate::store::operation::{CaseOf, EntryTarget, EntryWrite, Operation, Write};

/// The action that undoes this one: `by`, with what it writes.
pub(super) fn inverse(
    connection: &Connection,
    operation: &str,
    by: Operation,
    registers: &[Register],
) -> Result<Operation, TransactionError> {
    let mut undoing = Undoing {
        connection,
        cases: BTreeMap::new(),
        entries: BTreeMap::new(),
        withdrawn_cases: BTreeMap::new(),
    };
    // The last thing it did is undone first.
    let revisions = stored::revisions_of(connection, operation)?;
    let Some((_, last)) = revisions.first() else {
        return Err(StoreError::NothingToUndo(operation.to_owned()).into());
    };
    let reason = Reason::to_undo(operation, last.reason.clone());
    let changed = undoing
        .invert(&revisions)
        .and_then(|refused| match refused {
            None => undoing.changed_in_withdrawn(),
            refused => Ok(refused),
        })?;
    if let Some(later) = changed {
        let definition = &register::named(registers, &later.case.register)?.definition;
        return Err(later.refusal(definition).into());
    }
    let writes = undoing.cases.into_values();
    let writes = writes.map(|(case, becomes)| Write::over(&case, becomes));
    let entries = undoing.entries.into_values().map(|(entry, becomes)| {
        let (key, version) = (entry.key, entry.version);
        EntryWrite {
            of: CaseOf::Existing(becomes.case),
            target: match entry.case == becomes.case {
                true => EntryTarget::Existing { key, version },
                false => EntryTarget::Elsewhere { key, version },
            },
            state: becomes.state,
            document: None,
        }
    });
    Ok(Operation {
        reason: Some(reason),
        writes: writes.collect(),
        entries: entries.collect(),
        undoes: Some(operation.to_owned()),
        ..by
    })
}

struct Undoing<'a> {
    connection: &'a Connection,
    /// Every case the action touched as it is stored, and the state it comes to.
    cases: BTreeMap<CaseKey, (CaseFile, CaseState)>,
    /// Every entry as it is stored, and as it becomes.
    entries: BTreeMap<EntryKey, (Entry, Entry)>,
    /// The cases that are withdrawn when it is undone, each with the revision that is undone.
    withdrawn_cases: BTreeMap<CaseKey, Revision>,
}

/// Something that was changed since.
struct LaterChange {
    case: CaseFile,
    /// From what the action made of it to what it is now.
    change: Change,
    /// The last revision that did so.
    by: Revision,
}

impl LaterChange {
    fn refusal(self, definition: &Definition) -> StoreError {
        StoreError::ChangedSince {
            thing: Box::new(Label::said(|language| {
                definition.changed_thing(&self.change, language)
            })),
            now: Box::new(Label::said(|language| {
                definition.became(&self.change, language)
            })),
            register: self.case.register,
            number: self.case.number,
            actor: self.by.actor,
            recorded: self.by.recorded,
        }
    }
}

impl Undoing<'_> {
    /// Puts everything back as it was before these revisions, the newest of which stands first. Returns what was changed
    /// since, if anything was.
    fn invert(
        &mut self,
        revisions: &[(CaseKey, Revision)],
    ) -> Result<Option<LaterChange>, TransactionError> {
        for (case, revision) in revisions {
            for change in revision.changes.iter().rev() {
                let differs = match revision.entry {
                    Some(entry) => self.invert_entry(entry, change)?,
                    None if revision.version == 1 => None,
                    None => self.invert_case(*case, change)?,
                };
                if let Some(differs) = differs {
                    return self.later_change(*case, revision, differs).map(Some);
                }
            }
            if revision.entry.is_none() {
                let (_, becomes) = self.case(*case)?;
                if revision.version == 1 {
                    becomes.withdrawn = Some(Withdrawn::TakenBack);
                }
                if becomes.withdrawn.is_some() {
                    self.withdrawn_cases.insert(*case, revision.clone());
                }
            }
        }
        Ok(None)
    }

    /// Puts one thing of a case back as it was before a change. Returns the difference where it is no longer what the change
    /// made of it.
    fn invert_case(
        &mut self,
        case: CaseKey,
        change: &Change,
    ) -> Result<Option<Change>, TransactionError> {
        let (_, becomes) = self.case(case)?;
        let mut expected = becomes.clone();
        change.set(&mut expected, true);
        let differs = expected.changes_to(becomes).into_iter().next();
        change.set(becomes, false);
        Ok(differs)
    }

    fn invert_entry(
        &mut self,
        key: EntryKey,
        change: &Change,
    ) -> Result<Option<Change>, TransactionError> {
        match change {
            Change::Entry { before, after } => {
                let (_, becomes) = self.entry(key)?;
                if becomes.state != *after {
                    return Ok(Some(Change::Entry {
                        before: Some(after.clone()),
                        after: becomes.state.clone(),
                    }));
                }
                match before {
                    Some(before) => becomes.state.clone_from(before),
                    None => becomes.state.withdrawn = true,
                }
            }
            Change::Moved { before, after } => {
                let from = self.case_by_id(before)?;
                let to = self.case_by_id(after)?;
                let (_, becomes) = self.entry(key)?;
                if becomes.case != to.key {
                    return Ok(Some(Change::Moved {
                        before: after.clone(),
                        after: before.clone(),
                    }));
                }
                becomes.case = from.key;
            }
            // Of an entry nothing else changes.
            _ => {}
        }
        Ok(None)
    }

    /// What was changed since of a case that is withdrawn, or written on its timeline: that would vanish with the case.
    fn changed_in_withdrawn(&mut self) -> Result<Option<LaterChange>, TransactionError> {
        for (key, revision) in std::mem::take(&mut self.withdrawn_cases) {
            let (case, _) = self.case(key)?;
            let (now, mut then) = (case.state.clone(), case.state.clone());
            let since = stored::history(self.connection, key)?;
            let since: Vec<&Revision> = since
                .iter()
                .filter(|later| later.sequence > revision.sequence)
                .collect();
            for later in since.iter().filter(|later| later.entry.is_none()) {
                for change in later.changes.iter().rev() {
                    change.set(&mut then, false);
                }
            }
            if let Some(change) = then.changes_to(&now).into_iter().next() {
                return self.later_change(key, &revision, change).map(Some);
            }
            for entry in stored::timeline(self.connection, key)? {
                let touched = since.iter().find(|later| later.entry == Some(entry.key));
                let becomes = self.entries.get(&entry.key);
                let becomes = becomes.map_or(&entry, |(_, becomes)| becomes);
                if let Some(by) = touched
                    && becomes.case == key
                    && !becomes.state.withdrawn
                    && by.operation != revision.operation
                {
                    let (case, _) = self.case(key)?;
                    return Ok(Some(LaterChange {
                        case: case.clone(),
                        change: Change::Entry {
                            before: None,
                            after: entry.state.clone(),
                        },
                        by: (*by).clone(),
                    }));
                }
            }
        }
        Ok(None)
    }

    /// What was changed since, with who changed it last.
    fn later_change(
        &mut self,
        key: CaseKey,
        undone: &Revision,
        change: Change,
    ) -> Result<LaterChange, TransactionError> {
        let history = stored::history(self.connection, key)?;
        let by = history.iter().find(|later| {
            let of_thing = match undone.entry {
                Some(entry) => later.entry == Some(entry),
                None => {
                    later.entry.is_none() && later.changes.iter().any(|one| one.same_thing(&change))
                }
            };
            of_thing && later.sequence > undone.sequence
        });
        let by = by.unwrap_or(undone).clone();
        let (case, _) = self.case(key)?;
        let case = case.clone();
        Ok(LaterChange { case, change, by })
    }

    fn case(&mut self, key: CaseKey) -> Result<&mut (CaseFile, CaseState), TransactionError> {
        match self.cases.entry(key) {
            MapEntry::Occupied(known) => Ok(known.into_mut()),
            MapEntry::Vacant(place) => {
                let found = stored::case(self.connection, key)?.ok_or(StoreError::MissingEntry)?;
                let state = found.state.clone();
                Ok(place.insert((found, state)))
            }
        }
    }

    fn entry(&mut self, key: EntryKey) -> Result<&mut (Entry, Entry), TransactionError> {
        match self.entries.entry(key) {
            MapEntry::Occupied(known) => Ok(known.into_mut()),
            MapEntry::Vacant(place) => {
                let found = stored::entry(self.connection, key)?.ok_or(StoreError::MissingEntry)?;
                Ok(place.insert((found.clone(), found)))
            }
        }
    }

    fn case_by_id(&self, id: &str) -> Result<CaseFile, TransactionError> {
        let found = stored::case_by_id(self.connection, id)?;
        Ok(found.ok_or(StoreError::MissingEntry)?)
    }
}
