//! Recording what comes to stand on a timeline.

use rusqlite::{OptionalExtension, params};

use super::Recording;
use crate::register::{CaseFile, Change, Definition, Entry, EntryKey, EntryState};
use crate::store::sqlite::{Stopped, rows};
use crate::store::{EntryTarget, EntryWrite, StoreError, new_id};

impl Recording<'_> {
    /// Writes what comes to stand on the timeline of a case. Says where it stood before, if that was another case.
    pub(super) fn entry(
        &self,
        write: &EntryWrite,
        case: &CaseFile,
        definition: &Definition,
    ) -> Result<(Entry, Option<CaseFile>), Stopped> {
        self.refuse_withdrawn(case)?;
        let mut left = None;
        let before = match write.target {
            EntryTarget::New => None,
            EntryTarget::Existing { key, version } | EntryTarget::Elsewhere { key, version } => {
                let stored = self.stored_entry(key)?.ok_or(StoreError::MissingEntry)?;
                if stored.case != case.key {
                    let comes = matches!(write.target, EntryTarget::Elsewhere { .. });
                    let from = self.stored(stored.case)?.filter(|_| comes);
                    let from = from.filter(|from| from.register == case.register);
                    left = Some(from.ok_or(StoreError::MissingEntry)?);
                }
                if stored.version != version {
                    return Err(StoreError::EntryConflict {
                        register: case.register.clone(),
                        number: case.number.clone(),
                    }
                    .into());
                }
                Some(stored)
            }
        };
        let state = match &before {
            None => write.state.clone(),
            Some(stored) => definition.entry_to_store(&stored.state, write.state.clone()),
        };
        let same = before.as_ref().filter(|stored| stored.state == state);
        if let Some(stored) = same.filter(|_| left.is_none()) {
            return Ok((stored.clone(), None));
        }
        let problems = self.asked(|| match &before {
            None => definition.check_entry(&state),
            Some(stored) => definition.check_entry_change(&stored.state, &state),
        });
        if !problems.is_empty() {
            return Err(StoreError::Invalid {
                register: case.register.clone(),
                number: Some(case.number.clone()),
                problems,
            }
            .into());
        }
        let EntryState {
            kind,
            happened,
            about,
            ..
        } = &state;
        let happened = happened.format("%Y-%m-%dT%H:%M:%S").to_string();
        let about = about.as_ref().map(|about| &about.id);
        let json = rows::to_json(&state)?;
        let entry = match &before {
            None => {
                let (id, version) = (new_id(), 1);
                let key = self
                    .connection
                    .prepare_cached(include_str!("../queries/insert_entry.sql"))?
                    .insert(params![
                        id, case.key.0, kind, happened, version, json, about
                    ])?;
                if let Some(document) = &write.document {
                    self.connection
                        .prepare_cached(include_str!("../queries/insert_document.sql"))?
                        .execute(params![key, &document[..]])?;
                }
                Entry {
                    key: EntryKey(key),
                    id,
                    case: case.key,
                    version,
                    state: state.clone(),
                }
            }
            Some(stored) => {
                let version = stored.version + 1;
                self.connection
                    .prepare_cached(include_str!("../queries/update_entry.sql"))?
                    .execute(params![
                        stored.key.0,
                        version,
                        happened,
                        json,
                        about,
                        kind,
                        case.key.0
                    ])?;
                Entry {
                    version,
                    case: case.key,
                    state: state.clone(),
                    ..stored.clone()
                }
            }
        };
        let mut changes = Vec::new();
        if before.as_ref().map(|stored| &stored.state) != Some(&state) {
            changes.push(Change::Entry {
                before: before.map(|stored| stored.state),
                after: state,
            });
        }
        changes.extend(left.as_ref().map(|from| Change::Moved {
            before: from.id.clone(),
            after: case.id.clone(),
        }));
        self.revise(case.key, Some(entry.key), entry.version, &changes)?;
        Ok((entry, left))
    }

    fn stored_entry(&self, key: EntryKey) -> Result<Option<Entry>, Stopped> {
        let mut statement = self
            .connection
            .prepare_cached(include_str!("../queries/entry_by_key.sql"))?;
        let read = |row: &rusqlite::Row<'_>| rows::entry(row, 0);
        Ok(statement.query_row([key.0], read).optional()?)
    }
}
