//! Saved views in a SQLite file.

use rusqlite::params;

use super::rows;
use super::store::SqliteStore;
use crate::store::error::StoreError;
use crate::store::traits::views::{View, Views};

impl Views for SqliteStore {
    fn views(&self, actor: &str) -> Result<Vec<View>, StoreError> {
        self.select(include_str!("queries/views.sql"), [actor], |row| {
            Ok(View {
                id: row.get(0)?,
                register: row.get(1)?,
                name: row.get(2)?,
                owner: row.get(3)?,
                shared: row.get(4)?,
                saved: rows::stored_instant(row, 5)?,
                content: row.get(6)?,
                kind: rows::view_kind(row, 7)?,
            })
        })
    }

    fn keep_view(&mut self, view: &View) -> Result<(), StoreError> {
        let saved = rows::instant(view.saved);
        let View {
            id,
            register,
            name,
            owner,
            shared,
            content,
            kind,
            ..
        } = view;
        let parameters = params![
            id,
            register,
            name,
            owner,
            shared,
            saved,
            content,
            kind.name()
        ];
        match self.execute(include_str!("queries/put_view.sql"), parameters)? {
            0 => Err(StoreError::ViewOfAnother { name: name.clone() }),
            _ => Ok(()),
        }
    }

    fn drop_view(&mut self, id: &str, owner: &str) -> Result<(), StoreError> {
        self.execute(include_str!("queries/delete_view.sql"), [id, owner])?;
        Ok(())
    }
}
