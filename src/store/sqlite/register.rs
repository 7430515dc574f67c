//! A register in a SQLite file: its definition, the layout of what is counted, and its codes.

use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::types::Type;

use super::error::TransactionError;
use super::meta;
use crate::language::FOLDING;
use crate::register::{CaseFile, Codebook, Definition, Entry, Layout};
use crate::store::error::StoreError;
use crate::store::{address_key, search_text};

/// A register of this file, and how its derived tables are made.
pub(super) struct Register {
    pub definition: Arc<Definition>,
    pub layout: Layout,
    /// The name under which the file keeps how they were made.
    meta_name: String,
    /// How they are made now.
    signature: String,
}

impl Register {
    pub fn new(definition: Arc<Definition>) -> Self {
        let layout = Layout::of(&definition);
        let searched: Vec<&str> = search_text::searched_fields(&definition).collect();
        let addresses: Vec<&str> = address_key::address_fields(&definition).collect();
        let signature = format!(
            "{} / {FOLDING} {} / {} {} / {}",
            layout.signature(),
            searched.join(","),
            address_key::FOLDING,
            addresses.join(","),
            definition.work_signature()
        );
        let meta_name = format!("derived:{}", definition.id);
        Self {
            definition,
            layout,
            meta_name,
            signature,
        }
    }

    /// A stored case as it is read.
    pub fn as_read(&self, case: CaseFile) -> CaseFile {
        CaseFile {
            state: self.definition.as_read(case.state),
            ..case
        }
    }

    /// A stored entry as it is read.
    pub fn entry_as_read(&self, entry: Entry) -> Entry {
        Entry {
            state: self.definition.entry_as_read(entry.state),
            ..entry
        }
    }

    fn id(&self) -> &str {
        &self.definition.id
    }

    /// Whether the derived tables in the file were made by this definition.
    pub fn is_current(&self, connection: &Connection) -> rusqlite::Result<bool> {
        Ok(meta::read(connection, &self.meta_name)?.is_some_and(|made| made == self.signature))
    }

    /// Records that the derived tables in the file are made by this definition.
    pub fn mark_current(&self, connection: &Connection) -> rusqlite::Result<()> {
        meta::put(connection, &self.meta_name, &self.signature)
    }

    /// Records that the derived tables in the file have to be made anew.
    pub fn mark_outdated(&self, connection: &Connection) -> rusqlite::Result<()> {
        meta::put(connection, &self.meta_name, "")
    }

    /// Refuses when another window made the derived tables anew, by another definition: bytes packed by two layouts
    /// must never be mixed in one table.
    pub fn refuse_other_definition(&self, connection: &Connection) -> Result<(), TransactionError> {
        if self.is_current(connection)? {
            return Ok(());
        }
        Err(StoreError::DefinitionChanged {
            register: self.id().to_owned(),
        }
        .into())
    }

    /// The codes that explain what is counted of this register.
    pub fn codebook(&self, connection: &Connection) -> rusqlite::Result<Codebook> {
        let mut codebook = Codebook::default();
        let mut statement = connection.prepare_cached(include_str!("queries/codes.sql"))?;
        let mut codes = statement.query([self.id()])?;
        while let Some(row) = codes.next()? {
            let (field, choice): (String, String) = (row.get(0)?, row.get(1)?);
            if codebook.learn(&field, &choice) != row.get::<_, u16>(2)? {
                let gap = format!("the codes of {field} are not in a row").into();
                return Err(rusqlite::Error::FromSqlConversionFailure(
                    2,
                    Type::Integer,
                    gap,
                ));
            }
        }
        Ok(codebook)
    }
}

/// The register of this file with this id.
///
/// # Errors
/// There is no such register; the error names those there are.
pub(super) fn named<'a>(registers: &'a [Register], id: &str) -> Result<&'a Register, StoreError> {
    let found = registers
        .iter()
        .find(|register| register.definition.id == id);
    found.ok_or_else(|| StoreError::UnknownRegister {
        register: id.to_owned(),
        known: registers
            .iter()
            .map(|register| register.definition.id.clone())
            .collect(),
    })
}
