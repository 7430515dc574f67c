//! Drafts in a SQLite file.

use rusqlite::params;

use super::rows;
use super::store::SqliteStore;
use crate::store::error::StoreError;
use crate::store::traits::drafts::{Draft, Drafts};

impl Drafts for SqliteStore {
    fn drafts(&self, actor: &str) -> Result<Vec<Draft>, StoreError> {
        self.select(include_str!("queries/drafts.sql"), [actor], |row| {
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
        self.execute(include_str!("queries/put_draft.sql"), parameters)
            .map(drop)
    }

    fn drop_draft(&mut self, id: &str) -> Result<(), StoreError> {
        self.execute(include_str!("queries/delete_draft.sql"), [id])
            .map(drop)
    }
}
