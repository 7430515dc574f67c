//! The timelines of the cases and what is typed and not stored yet, in a SQLite file.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::{SqliteStore, derived, place, rows};
use crate::register::{Address, CaseFile, CaseKey, Entry, EntryKey};
use crate::store::{Draft, Drafts, LookUp, OpenTask, StoreError, Timelines};

impl Timelines for SqliteStore {
    fn entries(&self, case: CaseKey) -> Result<Vec<Entry>, StoreError> {
        let query = include_str!("queries/entries.sql");
        self.all(query, [case.0], |row| {
            let register: String = row.get(5)?;
            Ok(self.entry_as_read(&register, rows::entry(row, 0)?))
        })
    }

    fn document(&self, entry: EntryKey) -> Result<Vec<u8>, StoreError> {
        let found = || -> rusqlite::Result<Option<Vec<u8>>> {
            let mut statement = self
                .connection
                .prepare_cached(include_str!("queries/document.sql"))?;
            statement.query_row([entry.0], |row| row.get(0)).optional()
        };
        found()
            .map_err(|source| self.named(source))?
            .ok_or(StoreError::NoDocument)
    }

    fn case_by_id(&self, id: &str) -> Result<Option<CaseFile>, StoreError> {
        let found = self.found(include_str!("queries/case_by_id.sql"), [id])?;
        Ok(found.into_iter().next())
    }

    fn merged_into(&self, id: &str) -> Result<Vec<CaseFile>, StoreError> {
        derived::merged_into(&self.connection, id).map_err(|source| self.named(source))
    }

    fn ties_to(&self, id: &str) -> Result<Vec<(CaseFile, Entry)>, StoreError> {
        let query = include_str!("queries/ties_to.sql");
        self.all(query, [id], |row| {
            let (case, entry) = (rows::case_file(row)?, rows::entry(row, 6)?);
            let entry = self.entry_as_read(&case.register, entry);
            Ok((self.as_read(case), entry))
        })
    }

    fn at_address(&self, address: &Address) -> Result<Vec<CaseFile>, StoreError> {
        let place::Folded {
            postcode,
            number,
            street,
        } = place::Folded::of(address);
        if number.is_empty() {
            return Ok(Vec::new());
        }
        let parameters = [postcode, number, street];
        self.found(include_str!("queries/at_address.sql"), parameters)
    }

    fn in_street(&self, address: &Address, most: usize) -> Result<Vec<CaseFile>, StoreError> {
        let place::Folded {
            postcode,
            number,
            street,
        } = place::Folded::of(address);
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let parameters = params![postcode, number, street, most];
        self.found(include_str!("queries/in_street.sql"), parameters)
    }

    fn tasks(&self, register: &str, shown_on: NaiveDate) -> Result<Vec<OpenTask>, StoreError> {
        let query = include_str!("queries/tasks.sql");
        self.all(query, [register, &shown_on.to_string()], rows::task)
    }

    fn log_look_up(&mut self, look_up: &LookUp) -> Result<(), StoreError> {
        let cases = rows::to_json(&look_up.cases).map_err(|source| self.named(source))?;
        let parameters = params![rows::instant(look_up.recorded), look_up.actor, cases];
        self.put(include_str!("queries/insert_look_up.sql"), parameters)
            .map(drop)
    }

    fn look_ups(&self, most: usize) -> Result<Vec<LookUp>, StoreError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.all(include_str!("queries/look_ups.sql"), [most], |row| {
            Ok(LookUp {
                recorded: rows::stored_instant(row, 0)?,
                actor: row.get(1)?,
                cases: rows::from_json(row, 2)?,
            })
        })
    }
}

impl Drafts for SqliteStore {
    fn drafts(&self, actor: &str) -> Result<Vec<Draft>, StoreError> {
        self.all(include_str!("queries/drafts.sql"), [actor], |row| {
            Ok(Draft {
                id: row.get(0)?,
                register: row.get(1)?,
                actor: row.get(2)?,
                saved: rows::stored_instant(row, 3)?,
                content: row.get(4)?,
            })
        })
    }

    fn keep_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let Draft {
            id,
            register,
            actor,
            saved,
            content,
        } = draft;
        let parameters = params![id, register, actor, rows::instant(*saved), content];
        self.put(include_str!("queries/put_draft.sql"), parameters)
            .map(drop)
    }

    fn drop_draft(&mut self, id: &str) -> Result<(), StoreError> {
        self.put(include_str!("queries/delete_draft.sql"), [id])
            .map(drop)
    }
}
