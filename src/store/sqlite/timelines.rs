//! Timelines, addresses and tasks in a SQLite file.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::store::SqliteStore;
use super::{json, rows, stored};
use crate::register::{Address, CaseFile, CaseKey, Entry, EntryKey};
use crate::store::address_key::AddressKey;
use crate::store::error::StoreError;
use crate::store::traits::timelines::{LookUp, OpenTask, Timelines};

impl Timelines for SqliteStore {
    fn entries(&self, case: CaseKey) -> Result<Vec<Entry>, StoreError> {
        let query = include_str!("queries/entries.sql");
        self.select(query, [case.0], |row| {
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
        self.in_file(found())?.ok_or(StoreError::NoDocument)
    }

    fn case_by_id(&self, id: &str) -> Result<Option<CaseFile>, StoreError> {
        let found = self.in_file(stored::case_by_id(&self.connection, id))?;
        Ok(found.map(|case| self.as_read(case)))
    }

    fn merged_into(&self, id: &str) -> Result<Vec<CaseFile>, StoreError> {
        self.in_file(stored::merged_into(&self.connection, id))
    }

    fn links_to(&self, id: &str) -> Result<Vec<(CaseFile, Entry)>, StoreError> {
        let query = include_str!("queries/links_to.sql");
        self.select(query, [id], |row| {
            let (case, entry) = (rows::case_file(row)?, rows::entry(row, 6)?);
            let entry = self.entry_as_read(&case.register, entry);
            Ok((self.as_read(case), entry))
        })
    }

    fn at_address(&self, address: &Address) -> Result<Vec<CaseFile>, StoreError> {
        let AddressKey {
            postcode,
            number,
            street,
        } = AddressKey::of(address);
        if number.is_empty() {
            return Ok(Vec::new());
        }
        let parameters = [postcode, number, street];
        self.select_cases(include_str!("queries/at_address.sql"), parameters)
    }

    fn in_street(&self, address: &Address, most: usize) -> Result<Vec<CaseFile>, StoreError> {
        let AddressKey {
            postcode,
            number,
            street,
        } = AddressKey::of(address);
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let parameters = params![postcode, number, street, most];
        self.select_cases(include_str!("queries/in_street.sql"), parameters)
    }

    fn count_in_street(&self, address: &Address) -> Result<usize, StoreError> {
        let AddressKey {
            postcode,
            number,
            street,
        } = AddressKey::of(address);
        let query = include_str!("queries/count_in_street.sql");
        let counted: Vec<i64> =
            self.select(query, params![postcode, number, street], |row| row.get(0))?;
        let counted = counted.first().copied().unwrap_or_default();
        Ok(usize::try_from(counted).unwrap_or_default())
    }

    fn tasks(&self, register: &str, shown_on: NaiveDate) -> Result<Vec<OpenTask>, StoreError> {
        let query = include_str!("queries/tasks.sql");
        self.select(query, [register, &shown_on.to_string()], rows::task)
    }

    fn last_happenings(
        &self,
        register: &str,
        ignored: &[&str],
    ) -> Result<Vec<(CaseKey, NaiveDate)>, StoreError> {
        let ignored = self.in_file(json::write(&ignored))?;
        let query = include_str!("queries/last_happenings.sql");
        self.select(query, [register, &ignored], |row| {
            let day = row.get_ref(1)?.as_str()?.parse();
            let day = day.map_err(|error: chrono::ParseError| json::unreadable(1, error))?;
            Ok((CaseKey(row.get(0)?), day))
        })
    }

    fn log_look_up(&mut self, look_up: &LookUp) -> Result<(), StoreError> {
        let cases = self.in_file(json::write(&look_up.cases))?;
        let parameters = params![rows::instant(look_up.recorded), look_up.actor, cases];
        self.execute(include_str!("queries/insert_look_up.sql"), parameters)
            .map(drop)
    }

    fn look_ups(&self, most: usize) -> Result<Vec<LookUp>, StoreError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.select(include_str!("queries/look_ups.sql"), [most], |row| {
            Ok(LookUp {
                recorded: rows::stored_instant(row, 0)?,
                actor: row.get(1)?,
                cases: json::read(row, 2)?,
            })
        })
    }
}
