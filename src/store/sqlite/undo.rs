//! From an action that was recorded to the one that undoes it, within one transaction.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use super::derived::Register;
use super::{Stopped, rows};
use crate::language::{Label, Language};
use crate::register::{
    CaseFile, CaseKey, CaseState, Change, Definition, Entry, EntryKey, Reason, Revision, Withdrawn,
};
use crate::store::{CaseOf, EntryTarget, EntryWrite, Operation, StoreError, Write};

/// The action by which this one is undone: `by`, with what it writes.
pub(super) fn undoing<'a>(
    connection: &'a Connection,
    operation: &str,
    by: Operation,
    register: impl Fn(&str) -> Result<&'a Register, StoreError>,
) -> Result<Operation, Stopped> {
    let mut undoing = Undoing {
        connection,
        cases: BTreeMap::new(),
        entries: BTreeMap::new(),
        leaving: BTreeMap::new(),
    };
    // The last thing it did is undone first.
    let revisions = undoing.revisions_of(operation)?;
    let Some((_, last)) = revisions.first() else {
        return Err(StoreError::NothingToUndo(operation.to_owned()).into());
    };
    let reason = Reason::to_undo(operation, last.reason.clone());
    let undone = undoing
        .invert(&revisions)
        .and_then(|refused| match refused {
            None => undoing.refuse_left_behind(),
            refused => Ok(refused),
        })?;
    if let Some(since) = undone {
        let definition = &register(&since.case.register)?.definition;
        return Err(since.refusal(definition).into());
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
    /// The cases that are none any more when it is undone, each with the revision that is undone.
    leaving: BTreeMap<CaseKey, Revision>,
}

/// Something that was changed since.
struct Since {
    case: CaseFile,
    /// From what the action made of it to what it is now.
    change: Change,
    /// The last revision that did so.
    by: Revision,
}

impl Since {
    fn refusal(self, definition: &Definition) -> StoreError {
        let label = |say: &dyn Fn(Language) -> String| {
            Box::new(Label {
                nl: say(Language::Dutch),
                en: Some(say(Language::English)),
            })
        };
        StoreError::ChangedSince {
            thing: label(&|language| definition.changed_thing(&self.change, language)),
            now: label(&|language| definition.became(&self.change, language)),
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
    fn invert(&mut self, revisions: &[(CaseKey, Revision)]) -> Result<Option<Since>, Stopped> {
        for (case, revision) in revisions {
            for change in revision.changes.iter().rev() {
                let differs = match revision.entry {
                    Some(entry) => self.invert_entry(entry, change)?,
                    None if revision.version == 1 => None,
                    None => self.invert_case(*case, change)?,
                };
                if let Some(differs) = differs {
                    return self.since(*case, revision, differs).map(Some);
                }
            }
            if revision.entry.is_none() {
                let (_, becomes) = self.case(*case)?;
                if revision.version == 1 {
                    becomes.withdrawn = Some(Withdrawn::TakenBack);
                }
                if becomes.withdrawn.is_some() {
                    self.leaving.insert(*case, revision.clone());
                }
            }
        }
        Ok(None)
    }

    /// Puts one thing of a case back. Returns the difference where it is no longer what the change made of it.
    fn invert_case(&mut self, case: CaseKey, change: &Change) -> Result<Option<Change>, Stopped> {
        let (_, becomes) = self.case(case)?;
        let mut expected = becomes.clone();
        put(&mut expected, change, true);
        let differs = expected.changes_to(becomes).into_iter().next();
        put(becomes, change, false);
        Ok(differs)
    }

    fn invert_entry(&mut self, key: EntryKey, change: &Change) -> Result<Option<Change>, Stopped> {
        let missing = || StoreError::MissingEntry;
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
                let from = self.case_by_id(before)?.ok_or_else(missing)?;
                let to = self.case_by_id(after)?.ok_or_else(missing)?;
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

    /// What happened since to a case that leaves, or came to stand on its timeline: that would leave with it, unseen.
    fn refuse_left_behind(&mut self) -> Result<Option<Since>, Stopped> {
        for (key, revision) in std::mem::take(&mut self.leaving) {
            let (case, _) = self.case(key)?;
            let (now, mut then) = (case.state.clone(), case.state.clone());
            let since = self.history(key)?;
            let since: Vec<&Revision> = since
                .iter()
                .filter(|later| later.sequence > revision.sequence)
                .collect();
            for later in since.iter().filter(|later| later.entry.is_none()) {
                for change in later.changes.iter().rev() {
                    put(&mut then, change, false);
                }
            }
            if let Some(change) = then.changes_to(&now).into_iter().next() {
                return self.since(key, &revision, change).map(Some);
            }
            for entry in self.timeline(key)? {
                let touched = since.iter().find(|later| later.entry == Some(entry.key));
                let becomes = self.entries.get(&entry.key);
                let becomes = becomes.map_or(&entry, |(_, becomes)| becomes);
                if let Some(by) = touched
                    && becomes.case == key
                    && !becomes.state.withdrawn
                    && by.operation != revision.operation
                {
                    let (case, _) = self.case(key)?;
                    return Ok(Some(Since {
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
    fn since(&mut self, key: CaseKey, undone: &Revision, change: Change) -> Result<Since, Stopped> {
        let history = self.history(key)?;
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
        Ok(Since { case, change, by })
    }

    fn case(&mut self, key: CaseKey) -> Result<&mut (CaseFile, CaseState), Stopped> {
        if !self.cases.contains_key(&key) {
            let query = include_str!("queries/case_by_key.sql");
            let found = self
                .connection
                .prepare_cached(query)?
                .query_row([key.0], rows::case_file)?;
            let state = found.state.clone();
            self.cases.insert(key, (found, state));
        }
        let case = self.cases.get_mut(&key);
        Ok(case.ok_or(StoreError::MissingEntry)?)
    }

    fn entry(&mut self, key: EntryKey) -> Result<&mut (Entry, Entry), Stopped> {
        if !self.entries.contains_key(&key) {
            let query = include_str!("queries/entry_by_key.sql");
            let found = self
                .connection
                .prepare_cached(query)?
                .query_row([key.0], |row| rows::entry(row, 0))?;
            self.entries.insert(key, (found.clone(), found));
        }
        let entry = self.entries.get_mut(&key);
        Ok(entry.ok_or(StoreError::MissingEntry)?)
    }

    fn case_by_id(&self, id: &str) -> Result<Option<CaseFile>, Stopped> {
        let query = include_str!("queries/case_by_id.sql");
        let mut statement = self.connection.prepare_cached(query)?;
        Ok(statement.query_row([id], rows::case_file).optional()?)
    }

    fn timeline(&self, case: CaseKey) -> Result<Vec<Entry>, Stopped> {
        let query = include_str!("queries/entries.sql");
        let mut statement = self.connection.prepare_cached(query)?;
        let entries = statement.query_map([case.0], |row| rows::entry(row, 0))?;
        Ok(entries.collect::<rusqlite::Result<_>>()?)
    }

    fn history(&self, case: CaseKey) -> Result<Vec<Revision>, Stopped> {
        let query = include_str!("queries/history.sql");
        let mut statement = self.connection.prepare_cached(query)?;
        let revisions = statement.query_map([case.0], rows::revision)?;
        Ok(revisions.collect::<rusqlite::Result<_>>()?)
    }

    fn revisions_of(&self, operation: &str) -> Result<Vec<(CaseKey, Revision)>, Stopped> {
        let query = include_str!("queries/revisions_of_operation.sql");
        let mut statement = self.connection.prepare_cached(query)?;
        let revisions = statement.query_map([operation], |row| {
            Ok((CaseKey(row.get(9)?), rows::revision(row)?))
        })?;
        Ok(revisions.collect::<rusqlite::Result<_>>()?)
    }
}

/// Puts one thing of a case as it became with a change, or as it was before.
fn put(state: &mut CaseState, change: &Change, became: bool) {
    match change {
        Change::Spells { before, after } => {
            state.spells.clone_from(if became { after } else { before });
        }
        Change::Status { before, after } => {
            state.status.clone_from(if became { after } else { before });
        }
        Change::Withdrawn { before, after } => {
            state
                .withdrawn
                .clone_from(if became { after } else { before });
        }
        Change::Field { id, before, after } => {
            state.set(id, if became { after } else { before }.clone());
        }
        // What stands on the timeline is no part of the state.
        Change::Entry { .. } | Change::Moved { .. } => {}
    }
}
