//! Mappings of files in a SQLite file.

use rusqlite::params;

use super::json;
use super::rows;
use super::store::SqliteStore;
use crate::store::error::StoreError;
use crate::store::traits::mappings::{Mappings, SavedMapping};

impl Mappings for SqliteStore {
    fn mappings(&self, register: &str) -> Result<Vec<SavedMapping>, StoreError> {
        self.select(include_str!("queries/mappings.sql"), [register], |row| {
            Ok(SavedMapping {
                register: row.get(0)?,
                name: row.get(1)?,
                headings: json::read(row, 2)?,
                content: row.get(3)?,
                saved: rows::stored_instant(row, 4)?,
                actor: row.get(5)?,
            })
        })
    }

    fn keep_mapping(&mut self, mapping: &SavedMapping) -> Result<(), StoreError> {
        let headings = self.in_file(json::write(&mapping.headings))?;
        let saved = rows::instant(mapping.saved);
        let SavedMapping {
            register,
            name,
            content,
            actor,
            ..
        } = mapping;
        let parameters = params![register, name, headings, content, saved, actor];
        self.execute(include_str!("queries/put_mapping.sql"), parameters)?;
        Ok(())
    }

    fn drop_mapping(&mut self, register: &str, name: &str) -> Result<(), StoreError> {
        self.execute(include_str!("queries/delete_mapping.sql"), [register, name])?;
        Ok(())
    }
}
