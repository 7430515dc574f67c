//! Looking for cases in a SQLite file.

use rusqlite::params;

use super::{SqliteStore, search};
use crate::language::folded;
use crate::register::{CaseFile, CaseKey};
use crate::store::finding::{NumberFit, TypedNumber};
use crate::store::{Finding, Store, StoreError};

impl SqliteStore {
    /// The cases whose number fits what is typed, the best first, then the newest.
    fn numbered_keys(&self, typed: &str) -> Result<Vec<CaseKey>, StoreError> {
        let Some(typed) = TypedNumber::read(typed) else {
            return Ok(Vec::new());
        };
        let query = include_str!("queries/numbers_ending.sql");
        let all = self.all(query, [format!("%{}", typed.ending())], |row| {
            Ok((CaseKey(row.get(0)?), row.get::<_, String>(1)?))
        })?;
        let fitting = all
            .into_iter()
            .filter_map(|(key, number)| Some((typed.fits(&number)?, key)));
        let mut fitting: Vec<(NumberFit, CaseKey)> = fitting.collect();
        fitting.sort_by_key(|(fit, key)| (*fit, std::cmp::Reverse(key.0)));
        Ok(fitting.into_iter().map(|(_, key)| key).collect())
    }
}

impl Finding for SqliteStore {
    fn search(&self, words: &str, most: usize) -> Result<Vec<CaseFile>, StoreError> {
        let Some(question) = search::question(&folded(words)) else {
            return Ok(Vec::new());
        };
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.found(include_str!("queries/search.sql"), params![question, most])
    }

    fn count_found(&self, words: &str, most: usize) -> Result<usize, StoreError> {
        let Some(question) = search::question(&folded(words)) else {
            return Ok(0);
        };
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let query = include_str!("queries/count_found.sql");
        let counted: Vec<i64> = self.all(query, params![question, most], |row| row.get(0))?;
        let counted = counted.into_iter().next();
        Ok(counted
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or(0))
    }

    fn numbered(&self, typed: &str, most: usize) -> Result<Vec<CaseFile>, StoreError> {
        let mut keys = self.numbered_keys(typed)?;
        keys.truncate(most);
        self.cases(&keys)
    }

    fn found_in(&self, register: &str, words: &str) -> Result<Vec<CaseKey>, StoreError> {
        let mut keys = self.numbered_keys(words)?;
        if let Some(question) = search::question(&folded(words)) {
            let query = include_str!("queries/keys_found.sql");
            let found = self.all(query, [question.as_str(), register], |row| {
                row.get(0).map(CaseKey)
            })?;
            keys.extend(found);
        }
        Ok(keys)
    }

    fn texts(&self, register: &str, field: &str) -> Result<Vec<(CaseKey, String)>, StoreError> {
        let path = format!("$.values.\"{field}\".text");
        let query = include_str!("queries/texts_of_field.sql");
        self.all(query, [register, &path], |row| {
            Ok((CaseKey(row.get(0)?), row.get(1)?))
        })
    }
}
