//! Where choices and fields are used, in a SQLite file.

use std::collections::BTreeMap;

use rusqlite::{Params, Row};

use super::{SqliteStore, rows};
use crate::register::{OUTCOME, STATUS};
use crate::store::{Part, StoreError, Uses};

impl SqliteStore {
    fn counts(
        &self,
        query: &str,
        parameters: impl Params,
    ) -> Result<BTreeMap<String, u64>, StoreError> {
        let count = |row: &Row<'_>| Ok((row.get(0)?, row.get::<_, u32>(1)?.into()));
        Ok(self.all(query, parameters, count)?.into_iter().collect())
    }

    fn one<T: rusqlite::types::FromSql>(
        &self,
        query: &str,
        parameters: impl Params,
    ) -> Result<T, StoreError> {
        let statement = self.connection.prepare_cached(query);
        let found =
            statement.and_then(|mut statement| statement.query_row(parameters, |row| row.get(0)));
        found.map_err(|source| self.named(source))
    }
}

impl Uses for SqliteStore {
    fn uses(&self, register: &str, part: Part<'_>) -> Result<BTreeMap<String, u64>, StoreError> {
        match part {
            Part::Field(field) => {
                let query = include_str!("queries/uses.sql");
                self.counts(query, [register, &place(field)])
            }
            Part::EntryField(kind, field) => {
                let query = include_str!("queries/uses_in_entries.sql");
                self.counts(query, [register, kind, &place(field)])
            }
        }
    }

    fn having(&self, register: &str, field: &str) -> Result<u64, StoreError> {
        let query = include_str!("queries/having.sql");
        let cases: u32 = self.one(query, [register, &place(field)])?;
        Ok(cases.into())
    }

    fn mentions(&self, id: &str) -> Result<bool, StoreError> {
        let quoted = rows::to_json(&id).map_err(|source| self.named(source))?;
        self.one(include_str!("queries/mentions.sql"), [quoted])
    }
}

/// Where in the state of a case or an entry a field stands, as SQLite's JSON functions name it. Ids have no quotes.
fn place(field: &str) -> String {
    match field {
        STATUS => "$.status".to_owned(),
        OUTCOME => "$.spells".to_owned(),
        field => format!("$.values.\"{field}\""),
    }
}
