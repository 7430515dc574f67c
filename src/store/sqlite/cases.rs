//! The cases of a SQLite file, their history, and what is counted of them.

use rusqlite::Connection;

use super::error::TransactionError;
use super::record::operation::{record, record_parts};
use super::register::Register;
use super::store::{SqliteStore, data_version};
use super::{rows, stored, undo};
use crate::register::{CaseFile, CaseKey, Codebook, Packed, Revision};
use crate::store::case_number::sort_key;
use crate::store::error::StoreError;
use crate::store::operation::{Changes, GivenNumbers, Operation, Recorded};
use crate::store::traits::cases::{Recorder, Store};

impl Store for SqliteStore {
    fn record(&mut self, operation: &Operation) -> Result<Recorded, StoreError> {
        self.transact(|connection, registers| record(connection, operation, registers))
    }

    fn record_parts(
        &mut self,
        operation: &Operation,
        numbers: &GivenNumbers<'_>,
        parts: &mut dyn FnMut(&mut dyn Recorder) -> Result<(), StoreError>,
    ) -> Result<Option<String>, StoreError> {
        let file = self.path.clone();
        self.transact(|connection, registers| {
            record_parts(connection, (operation, numbers), registers, &file, parts)
        })
    }

    fn undo(&mut self, operation: &str, by: Operation) -> Result<Recorded, StoreError> {
        self.transact(|connection, registers| {
            let undoing = undo::inverse(connection, operation, by, registers)?;
            record(connection, &undoing, registers)
        })
    }

    fn cases(&self, keys: &[CaseKey]) -> Result<Vec<CaseFile>, StoreError> {
        let mut cases = Vec::with_capacity(keys.len());
        for key in keys {
            let case = self.in_file(stored::case(&self.connection, *key))?;
            cases.extend(case.map(|case| self.as_read(case)));
        }
        Ok(cases)
    }

    fn case_by_number(&self, register: &str, number: &str) -> Result<Option<CaseFile>, StoreError> {
        let id = &self.register(register)?.definition.id;
        let query = include_str!("queries/case_by_number.sql");
        Ok(self.select_cases(query, [id, number])?.into_iter().next())
    }

    fn each_case(&self, register: &str, visit: &mut dyn FnMut(CaseFile)) -> Result<(), StoreError> {
        let id = &self.register(register)?.definition.id;
        let query = include_str!("queries/cases_of_register.sql");
        self.each_row(query, [id], |row| {
            visit(self.as_read(rows::case_file(row)?));
            Ok(())
        })
    }

    fn history(&self, case: CaseKey) -> Result<Vec<Revision>, StoreError> {
        self.in_file(stored::history(&self.connection, case))
    }

    fn counted(
        &self,
        register: &str,
        visit: &mut dyn FnMut(CaseKey, Packed<'_>),
    ) -> Result<Codebook, StoreError> {
        let register = self.register(register)?;
        self.read_counted(register, visit)
            .map_err(|error| error.at(&self.path))
    }

    fn by_number(&self, register: &str) -> Result<Vec<CaseKey>, StoreError> {
        let id = &self.register(register)?.definition.id;
        let mut numbers: Vec<(String, CaseKey)> = Vec::new();
        let query = include_str!("queries/numbers_of_register.sql");
        self.each_row(query, [id], |row| {
            let number = sort_key(row.get_ref(0)?.as_str()?);
            numbers.push((number, CaseKey(row.get(1)?)));
            Ok(())
        })?;
        // Stable: `007` and `7` stay as the file has them, in the order of their letters.
        numbers.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(numbers.into_iter().map(|(_, key)| key).collect())
    }

    fn changes_since(&self, sequence: i64) -> Result<Changes, StoreError> {
        let mut changes = Changes {
            up_to: sequence,
            cases: Vec::new(),
        };
        let query = include_str!("queries/changes_since.sql");
        self.each_row(query, [sequence], |row| {
            changes.cases.push(CaseKey(row.get(0)?));
            changes.up_to = row.get(1)?;
            Ok(())
        })?;
        Ok(changes)
    }

    fn changed_elsewhere(&mut self) -> Result<bool, StoreError> {
        self.refuse_elsewhere()?;
        if self.follow_writer()? {
            return Ok(true);
        }
        let now = self.in_file(data_version(&self.connection))?;
        Ok(std::mem::replace(&mut self.seen, now) != now)
    }
}

impl SqliteStore {
    fn read_counted(
        &self,
        register: &Register,
        visit: &mut dyn FnMut(CaseKey, Packed<'_>),
    ) -> Result<Codebook, TransactionError> {
        // One moment for rows and codes, whatever others write meanwhile.
        let moment = self.connection.unchecked_transaction()?;
        register.refuse_other_definition(&moment)?;
        let codebook = register.codebook(&moment)?;
        let id = &register.definition.id;
        let cases = include_str!("queries/counted.sql");
        each_packed(&moment, cases, id, |key, packed| {
            visit(key, Packed::Case(packed));
        })?;
        let entries = include_str!("queries/counted_entries.sql");
        each_packed(&moment, entries, id, |key, packed| {
            visit(key, Packed::Entries(packed));
        })?;
        Ok(codebook)
    }
}

/// Hands what a table keeps packed of every case of a register to `visit`.
fn each_packed(
    connection: &Connection,
    query: &str,
    register: &str,
    mut visit: impl FnMut(CaseKey, &[u8]),
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query([register])?;
    while let Some(row) = rows.next()? {
        visit(CaseKey(row.get(0)?), row.get_ref(1)?.as_blob()?);
    }
    Ok(())
}
