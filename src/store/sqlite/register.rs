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
    /// How they are made now, and the name under which the file keeps how they were made.
    made: Made,
    /// The same of the words by which its cases are found.
    words: Made,
}

/// How something in the file is made, under the name by which the file keeps it.
struct Made {
    name: String,
    signature: String,
}

impl Made {
    fn is_current(&self, connection: &Connection) -> rusqlite::Result<bool> {
        let made = meta::read(connection, &self.name)?;
        Ok(made.is_some_and(|made| made == self.signature))
    }

    fn mark_current(&self, connection: &Connection) -> rusqlite::Result<()> {
        meta::put(connection, &self.name, &self.signature)
    }
}

impl Register {
    pub fn new(definition: Arc<Definition>) -> Self {
        let layout = Layout::of(&definition);
        let searched: Vec<&str> = search_text::searched_fields(&definition).collect();
        let addresses: Vec<&str> = address_key::address_fields(&definition).collect();
        let words = format!("{FOLDING} {}", searched.join(","));
        let signature = format!(
            "{} / {words} / {} {} / {}",
            layout.signature(),
            address_key::FOLDING,
            addresses.join(","),
            definition.work_signature()
        );
        let id = &definition.id;
        Self {
            made: Made {
                name: format!("derived:{id}"),
                signature,
            },
            words: Made {
                name: format!("derived:words:{id}"),
                signature: words,
            },
            definition,
            layout,
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
        self.made.is_current(connection)
    }

    /// Whether the cases are found by the words that this definition asks for.
    pub fn has_current_words(&self, connection: &Connection) -> rusqlite::Result<bool> {
        self.words.is_current(connection)
    }

    /// Records that the derived tables in the file are made by this definition.
    pub fn mark_current(&self, connection: &Connection) -> rusqlite::Result<()> {
        self.words.mark_current(connection)?;
        self.made.mark_current(connection)
    }

    /// Records that the derived tables in the file have to be made anew; the words of a case stay.
    pub fn mark_outdated(&self, connection: &Connection) -> rusqlite::Result<()> {
        meta::put(connection, &self.made.name, "")
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
