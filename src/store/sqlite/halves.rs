//! The halves of actions that write in two files, in the file where each is kept until both are written.

use rusqlite::{Connection, params};

use super::error::TransactionError;
use super::record::operation::record_and;
use super::register::Register;
use super::store::SqliteStore;
use super::{json, stored, undo};
use crate::register::{CaseFile, EntryState, Reason};
use crate::store::error::StoreError;
use crate::store::half::{Does, Half};
use crate::store::operation::{EntryWrite, Recorded};

/// What stands before the name of an action in the name under which the file keeps its half.
pub(super) const KEPT: &str = "half:";

impl SqliteStore {
    /// The halves that are kept in this file.
    pub(in crate::store) fn halves(&self) -> Result<Vec<Half>, StoreError> {
        self.select(include_str!("queries/halves.sql"), [KEPT], |row| {
            json::read(row, 0)
        })
    }

    /// Keeps a half before the other one is written, so that it is known of one that stands alone that it does.
    pub(in crate::store) fn keep_half(&mut self, half: &Half) -> Result<(), StoreError> {
        let value = self.in_file(json::write(half))?;
        self.put_meta(&kept_as(half.name()), &value)
    }

    /// Writes a half that is kept, then the other one by `other`, which returns the case that it is about; both or neither,
    /// unless the program ends between the two. None where the half is not kept any more: another window that opened the
    /// vault found it without the other one.
    pub(in crate::store) fn write_half(
        &mut self,
        name: &str,
        other: &mut dyn FnMut() -> Result<CaseFile, StoreError>,
    ) -> Result<Option<Recorded>, StoreError> {
        self.transact(|connection, registers| {
            let Some(half) = kept(connection, name)? else {
                return Ok(None);
            };
            let recorded = write(connection, &half, registers, other)?;
            forget(connection, name)?;
            Ok(Some(recorded))
        })
    }

    /// Writes a half that is kept where the other one stands, and forgets it where that was never written, or both were: a
    /// draft that is open in two windows is stored once. `other` says which case the other one is about, if it stands.
    pub(in crate::store) fn settle_half(
        &mut self,
        name: &str,
        other: &mut dyn FnMut() -> Result<Option<CaseFile>, StoreError>,
    ) -> Result<(), StoreError> {
        self.transact(|connection, registers| {
            let Some(half) = kept(connection, name)? else {
                return Ok(());
            };
            let written = other_half_of(connection, name)?.is_some();
            if let Some(case) = other()?.filter(|_| !written) {
                write(connection, &half, registers, &mut || Ok(case.clone()))?;
            }
            forget(connection, name)
        })
    }

    /// Forgets a half that can never be written, after the other one was undone by `other`. What was typed stays a draft, of
    /// another name: that of the action stands in both files.
    pub(in crate::store) fn withdraw_half(
        &mut self,
        name: &str,
        draft: &str,
        other: &mut dyn FnMut() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.transact(|connection, _| {
            if kept(connection, name)?.is_none() {
                return Ok(());
            }
            other()?;
            connection
                .prepare_cached(include_str!("queries/rename_draft.sql"))?
                .execute(params![name, draft])?;
            forget(connection, name)
        })
    }

    /// The case that an action is about, where it was recorded in this file and not undone since.
    pub(in crate::store) fn case_that_stands(
        &self,
        action: &str,
    ) -> Result<Option<CaseFile>, StoreError> {
        let query = include_str!("queries/case_that_stands.sql");
        Ok(self.select_cases(query, [action])?.into_iter().next())
    }

    /// The register in another file in which an action wrote too.
    pub(in crate::store) fn other_half_of(
        &self,
        action: &str,
    ) -> Result<Option<String>, StoreError> {
        self.in_file(other_half_of(&self.connection, action))
    }
}

/// How many halves are kept.
pub(super) fn waiting(connection: &Connection) -> rusqlite::Result<u64> {
    let mut statement = connection.prepare(include_str!("queries/halves.sql"))?;
    let mut halves = statement.query([KEPT])?;
    let mut count = 0;
    while halves.next()?.is_some() {
        count += 1;
    }
    Ok(count)
}

fn other_half_of(connection: &Connection, action: &str) -> rusqlite::Result<Option<String>> {
    let last = stored::revisions_of(connection, action)?.into_iter().next();
    match last.and_then(|(_, revision)| revision.reason) {
        Some(Reason::Redone { operation }) => other_half_of(connection, &operation),
        reason => Ok(reason.and_then(|reason| together_with(&reason))),
    }
}

fn together_with(reason: &Reason) -> Option<String> {
    match reason {
        Reason::Together { register, .. } => Some(register.clone()),
        Reason::Undone { reason, .. } => together_with(reason.as_ref()?),
        _ => None,
    }
}

/// Writes a half, within a transaction.
fn write(
    connection: &Connection,
    half: &Half,
    registers: &[Register],
    other: &mut dyn FnMut() -> Result<CaseFile, StoreError>,
) -> Result<Recorded, TransactionError> {
    let (operation, link) = match half.does.clone() {
        Does::Record { operation, link } => (operation, link),
        Does::Undo { action, by } => (undo::inverse(connection, &action, by, registers)?, None),
    };
    let mut opened = None;
    let recorded = record_and(connection, &operation, registers, &mut || {
        let case = opened.insert(Box::new(other()?));
        Ok(link.iter().map(|link| linked(link, case)).collect())
    })?;
    Ok(Recorded { opened, ..recorded })
}

/// The entry that links a case to this one.
fn linked(link: &EntryWrite, case: &CaseFile) -> EntryWrite {
    EntryWrite {
        state: EntryState {
            about: Some(case.reference()),
            ..link.state.clone()
        },
        ..link.clone()
    }
}

fn kept_as(name: &str) -> String {
    format!("{KEPT}{name}")
}

fn kept(connection: &Connection, name: &str) -> Result<Option<Half>, TransactionError> {
    let kept = super::meta::read(connection, &kept_as(name))?;
    let half = kept.map(|half| serde_json::from_str(&half));
    let half = half.transpose();
    Ok(half.map_err(|error| json::unreadable(0, error))?)
}

fn forget(connection: &Connection, name: &str) -> Result<(), TransactionError> {
    connection
        .prepare_cached(include_str!("queries/delete_meta.sql"))?
        .execute([kept_as(name)])?;
    Ok(())
}
