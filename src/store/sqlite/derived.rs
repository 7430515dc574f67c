//! What follows from a case and is kept beside it: what is counted of it, what it is found by, where it is, and what is to
//! be done in it. All are written in the transaction of the case, and made anew when a definition asks for something else.

use std::path::Path;
use std::sync::Arc;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::rows;
use super::{Stopped, place, search};
use crate::language::FOLDING;
use crate::register::{
    CaseFile, CaseKey, CaseState, Codebook, Definition, Entry, EntryState, Layout, OUTCOME, Task,
};
use crate::store::StoreError;

/// A register of this file, and how its derived tables are made.
pub(super) struct Register {
    pub definition: Arc<Definition>,
    pub layout: Layout,
    /// Under which name `meta` keeps how they were made.
    meta: String,
    /// How they are made now.
    signature: String,
}

impl Register {
    pub fn new(definition: Arc<Definition>) -> Self {
        let layout = Layout::of(&definition);
        let searched: Vec<&str> = search::searched_fields(&definition).collect();
        let located: Vec<&str> = place::located_fields(&definition).collect();
        let signature = format!(
            "{} / {FOLDING} {} / {} {} / {}",
            layout.signature(),
            searched.join(","),
            place::FOLDING,
            located.join(","),
            definition.work_signature()
        );
        let meta = format!("derived:{}", definition.id);
        Self {
            definition,
            layout,
            meta,
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
    fn is_current(&self, connection: &Connection) -> rusqlite::Result<bool> {
        Ok(meta(connection, &self.meta)?.is_some_and(|made| made == self.signature))
    }

    /// Refuses when another window made the derived tables anew, by another definition: bytes packed by two layouts
    /// must never stand in one table.
    pub fn refuse_other_definition(&self, connection: &Connection) -> Result<(), Stopped> {
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

    /// Makes the derived tables anew where they were made by another definition.
    pub fn bring_up_to_date(
        &self,
        file: &Path,
        connection: &mut Connection,
    ) -> Result<(), StoreError> {
        self.derive_again(connection)
            .map_err(|stopped| stopped.at(file))
    }

    fn derive_again(&self, connection: &mut Connection) -> Result<(), Stopped> {
        if self.is_current(connection)? {
            return Ok(());
        }
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut derivation = Derivation::begin(&transaction, self)?;
            let mut statement =
                transaction.prepare(include_str!("queries/cases_of_register.sql"))?;
            let mut cases = statement.query([self.id()])?;
            while let Some(row) = cases.next()? {
                let case = rows::case_file(row)?;
                derivation.keep(&case)?;
            }
            derivation.finish()?;
            put_meta(&transaction, &self.meta, &self.signature)?;
        }
        Ok(transaction.commit()?)
    }
}

/// Writes the derived tables of one register within one transaction.
pub(super) struct Derivation<'a> {
    connection: &'a Connection,
    pub register: &'a Register,
    /// The codes in the file, and those with what this transaction added.
    stored: Codebook,
    codebook: Codebook,
}

impl<'a> Derivation<'a> {
    pub fn begin(connection: &'a Connection, register: &'a Register) -> rusqlite::Result<Self> {
        let stored = register.codebook(connection)?;
        let codebook = stored.clone();
        Ok(Self {
            connection,
            register,
            stored,
            codebook,
        })
    }

    /// Writes what follows from this case and its timeline, over what followed from it before. Nothing follows from a case
    /// that is none any more.
    pub fn keep(&mut self, case: &CaseFile) -> Result<(), Stopped> {
        self.delete(
            case.key,
            [
                include_str!("queries/delete_places.sql"),
                include_str!("queries/delete_tasks.sql"),
            ],
        )?;
        if case.state.withdrawn.is_some() {
            let others = [
                include_str!("queries/delete_counted.sql"),
                include_str!("queries/delete_search.sql"),
            ];
            return Ok(self.delete(case.key, others)?);
        }
        let timeline = self.timeline(case.key)?;
        self.write(case, &timeline)
    }

    /// The same for a case that this transaction made, with all that came to stand on its timeline, in the order in which
    /// it was recorded. Nothing followed from it before, and whoever makes many cases waits for no timeline to be read.
    pub fn keep_new(
        &mut self,
        case: &CaseFile,
        mut recorded: Vec<&EntryState>,
    ) -> Result<(), Stopped> {
        recorded.sort_by_key(|entry| entry.happened);
        let timeline: Vec<EntryState> = recorded.into_iter().cloned().collect();
        self.write(case, &timeline)
    }

    fn delete(&self, case: CaseKey, queries: [&str; 2]) -> rusqlite::Result<()> {
        for query in queries {
            self.connection.prepare_cached(query)?.execute([case.0])?;
        }
        Ok(())
    }

    fn write(&mut self, case: &CaseFile, timeline: &[EntryState]) -> Result<(), Stopped> {
        let Register {
            definition, layout, ..
        } = self.register;
        let CaseFile { key, state, .. } = case;
        let counted = layout
            .count(state, timeline, &mut self.codebook)
            .map_err(|exhausted| StoreError::CodesExhausted {
                register: definition.id.clone(),
                field: exhausted.0,
            })?;
        self.connection
            .prepare_cached(include_str!("queries/put_counted.sql"))?
            .execute(params![key.0, definition.id, layout.pack(&counted)])?;
        // A case is found by the numbers of those that were merged into it as well.
        let mut text = search::text(definition, &case.number, state);
        for merged in merged_into(self.connection, &case.id)? {
            search::add(&mut text, &merged.number);
        }
        self.connection
            .prepare_cached(include_str!("queries/put_search.sql"))?
            .execute(params![key.0, text])?;
        self.keep_places(*key, state)?;
        self.keep_tasks(*key, state, timeline)?;
        Ok(())
    }

    /// What stands on the timeline of a case, in the order in which it happened: of two entries of one moment the one that
    /// was recorded last has the last word.
    fn timeline(&self, case: CaseKey) -> rusqlite::Result<Vec<EntryState>> {
        let mut statement = self
            .connection
            .prepare_cached(include_str!("queries/entries.sql"))?;
        let entries = statement.query_map([case.0], |row| Ok(rows::entry(row, 0)?.state))?;
        let mut timeline = entries.collect::<rusqlite::Result<Vec<_>>>()?;
        timeline.reverse();
        Ok(timeline)
    }

    fn keep_places(&self, case: CaseKey, state: &CaseState) -> rusqlite::Result<()> {
        let mut insert = self
            .connection
            .prepare_cached(include_str!("queries/insert_place.sql"))?;
        for (field, place) in place::of_case(&self.register.definition, state) {
            let place::Folded {
                postcode,
                number,
                street,
            } = place;
            insert.execute(params![case.0, field, postcode, number, street])?;
        }
        Ok(())
    }

    fn keep_tasks(
        &self,
        case: CaseKey,
        state: &CaseState,
        timeline: &[EntryState],
    ) -> rusqlite::Result<()> {
        // Work follows from what is read; what is counted is packed as it was stored.
        let definition = &self.register.definition;
        let state = &definition.as_read(state.clone());
        let tasks = definition.tasks(state, timeline);
        if tasks.is_empty() {
            return Ok(());
        }
        let owner = definition.owner_of(state);
        let priority = definition.priority_of(state);
        let mut insert = self
            .connection
            .prepare_cached(include_str!("queries/insert_task.sql"))?;
        for Task {
            source,
            due,
            shown_from,
        } in tasks
        {
            insert.execute(params![
                case.0,
                source.name(),
                shown_from.to_string(),
                due.day.to_string(),
                due.time.map(|time| time.format("%H:%M:%S").to_string()),
                owner,
                priority
            ])?;
        }
        Ok(())
    }

    /// Writes the codes that were given in this transaction.
    pub fn finish(self) -> rusqlite::Result<()> {
        let Register {
            definition, layout, ..
        } = self.register;
        let mut insert = self
            .connection
            .prepare_cached(include_str!("queries/insert_code.sql"))?;
        let fields = layout.fields.iter().map(|(field, _)| field.as_str());
        for field in fields.chain([OUTCOME]) {
            let known = self.stored.choices(field).len();
            for (at, choice) in self.codebook.choices(field).iter().enumerate().skip(known) {
                insert.execute(params![definition.id, field, choice, at as i64 + 1])?;
            }
        }
        Ok(())
    }
}

/// The cases that were merged into the one with this identity.
pub(super) fn merged_into(connection: &Connection, id: &str) -> rusqlite::Result<Vec<CaseFile>> {
    connection
        .prepare_cached(include_str!("queries/merged_into.sql"))?
        .query_map([id], rows::case_file)?
        .collect()
}

/// What the file knows about itself under this name.
pub(super) fn meta(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached(include_str!("queries/meta.sql"))?
        .query_row([name], |row| row.get(0))
        .optional()
}

/// Has the file remember something about itself.
pub(super) fn put_meta(connection: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(include_str!("queries/put_meta.sql"))?
        .execute([name, value])?;
    Ok(())
}
