//! How many cases of a SQLite file use a choice or a field.

use std::collections::BTreeMap;

use rusqlite::{Params, Row};

use super::json;
use super::store::SqliteStore;
use crate::register::{OUTCOME, STATUS};
use crate::store::error::StoreError;
use crate::store::traits::uses::{ChoiceField, Uses};

impl SqliteStore {
    fn counts(
        &self,
        query: &str,
        parameters: impl Params,
    ) -> Result<BTreeMap<String, u64>, StoreError> {
        let count = |row: &Row<'_>| Ok((row.get(0)?, row.get::<_, u32>(1)?.into()));
        Ok(self.select(query, parameters, count)?.into_iter().collect())
    }

    fn one<T: rusqlite::types::FromSql>(
        &self,
        query: &str,
        parameters: impl Params,
    ) -> Result<T, StoreError> {
        let statement = self.connection.prepare_cached(query);
        let found =
            statement.and_then(|mut statement| statement.query_row(parameters, |row| row.get(0)));
        self.in_file(found)
    }
}

impl Uses for SqliteStore {
    fn uses(
        &self,
        register: &str,
        field: ChoiceField<'_>,
    ) -> Result<BTreeMap<String, u64>, StoreError> {
        match field {
            ChoiceField::OfCase(field) => {
                let query = include_str!("queries/uses.sql");
                self.counts(query, [register, &json_path(field)])
            }
            ChoiceField::OfEntry { kind, field } => {
                let query = include_str!("queries/uses_in_entries.sql");
                self.counts(query, [register, kind, &json_path(field)])
            }
        }
    }

    fn count_with_field(&self, register: &str, field: &str) -> Result<u64, StoreError> {
        let query = include_str!("queries/count_with_field.sql");
        let cases: u32 = self.one(query, [register, &json_path(field)])?;
        Ok(cases.into())
    }

    fn mentions(&self, id: &str) -> Result<bool, StoreError> {
        let quoted = self.in_file(json::write(&id))?;
        self.one(include_str!("queries/mentions.sql"), [quoted])
    }
}

/// The path of a field in the state of a case or an entry, for the JSON functions of SQLite. Ids have no quotes.
fn json_path(field: &str) -> String {
    match field {
        STATUS => "$.status".to_owned(),
        OUTCOME => "$.spells".to_owned(),
        field => format!("$.values.\"{field}\""),
    }
}
