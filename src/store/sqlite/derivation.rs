//! The derived tables of a file: what is counted of a case, the words it is found by, its addresses and its tasks. They are
//! written in the transaction of the case.

use rusqlite::{Connection, OptionalExtension, params};

use super::error::TransactionError;
use super::register::Register;
use super::stored;
use crate::register::{CaseFile, CaseKey, CaseState, Codebook, EntryState, OUTCOME, Task};
use crate::store::address_key::AddressKey;
use crate::store::error::StoreError;
use crate::store::{address_key, search_text};

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

    /// Writes the derived rows of this case and its timeline, in place of those it had. A case that was taken back or merged
    /// has none.
    pub fn keep(&mut self, case: &CaseFile) -> Result<(), TransactionError> {
        self.delete(
            case.key,
            [
                include_str!("queries/delete_places.sql"),
                include_str!("queries/delete_tasks.sql"),
                include_str!("queries/delete_counted_entries.sql"),
            ],
        )?;
        if case.state.withdrawn.is_some() {
            let others = [
                include_str!("queries/delete_counted.sql"),
                include_str!("queries/delete_search.sql"),
            ];
            return Ok(self.delete(case.key, others)?);
        }
        self.write_all_but_words(case, &self.timeline(case.key)?)?;
        Ok(self.change_words(case)?)
    }

    /// The same for a case of which the derived rows were cleared, and the words where they are made anew too.
    pub fn refill(&mut self, case: &CaseFile, words: bool) -> Result<(), TransactionError> {
        if case.state.withdrawn.is_some() {
            return Ok(());
        }
        self.write_all_but_words(case, &self.timeline(case.key)?)?;
        if words {
            self.insert_words(case.key, &self.words(case)?)?;
        }
        Ok(())
    }

    /// The entries of a case from the earliest: of two of one moment the one that was recorded last has the last word.
    fn timeline(&self, case: CaseKey) -> rusqlite::Result<Vec<EntryState>> {
        let entries = stored::timeline(self.connection, case)?;
        Ok(entries.into_iter().rev().map(|it| it.state).collect())
    }

    /// The same for a case that this transaction made, with its entries in the order in which they were recorded. It has no
    /// derived rows yet, nothing was merged into it, and its timeline is not read from the file: an import of many cases would
    /// wait for that.
    pub fn keep_new(
        &mut self,
        case: &CaseFile,
        mut recorded: Vec<&EntryState>,
    ) -> Result<(), TransactionError> {
        recorded.sort_by_key(|entry| entry.happened);
        let timeline: Vec<EntryState> = recorded.into_iter().cloned().collect();
        self.write_all_but_words(case, &timeline)?;
        let words = search_text::of_case(&self.register.definition, &case.number, &case.state);
        Ok(self.insert_words(case.key, &words)?)
    }

    fn delete<const N: usize>(&self, case: CaseKey, queries: [&str; N]) -> rusqlite::Result<()> {
        for query in queries {
            self.connection.prepare_cached(query)?.execute([case.0])?;
        }
        Ok(())
    }

    fn write_all_but_words(
        &mut self,
        case: &CaseFile,
        timeline: &[EntryState],
    ) -> Result<(), TransactionError> {
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
        if !counted.entries.is_empty() {
            let packed = layout.pack_entries(&counted.entries);
            self.connection
                .prepare_cached(include_str!("queries/put_counted_entries.sql"))?
                .execute(params![key.0, definition.id, packed])?;
        }
        self.write_addresses(*key, state)?;
        self.write_tasks(*key, state, timeline)?;
        Ok(())
    }

    /// The words by which a case is found: its own, and the numbers of those that were merged into it.
    fn words(&self, case: &CaseFile) -> rusqlite::Result<String> {
        let mut words = search_text::of_case(&self.register.definition, &case.number, &case.state);
        for merged in stored::merged_into(self.connection, &case.id)? {
            search_text::add(&mut words, &merged.number);
        }
        Ok(words)
    }

    /// Writes the words by which a case is found. Where they are the same they stay: most changes say nothing that is
    /// searched.
    fn change_words(&self, case: &CaseFile) -> rusqlite::Result<()> {
        let words = self.words(case)?;
        // What stands there may be no text any more, where somebody or something wrote in the file.
        let known: Option<Vec<u8>> = self
            .connection
            .prepare_cached(include_str!("queries/searched_text.sql"))?
            .query_row([case.key.0], |row| Ok(row.get_ref(0)?.as_bytes()?.to_vec()))
            .optional()?;
        if known.as_deref() == Some(words.as_bytes()) {
            return Ok(());
        }
        if known.is_some() {
            self.delete(case.key, [include_str!("queries/delete_search.sql")])?;
        }
        self.insert_words(case.key, &words)
    }

    fn insert_words(&self, case: CaseKey, words: &str) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached(include_str!("queries/insert_search.sql"))?
            .execute(params![case.0, words])?;
        Ok(())
    }

    fn write_addresses(&self, case: CaseKey, state: &CaseState) -> rusqlite::Result<()> {
        let mut insert = self
            .connection
            .prepare_cached(include_str!("queries/insert_place.sql"))?;
        for (field, key) in address_key::of_case(&self.register.definition, state) {
            let AddressKey {
                postcode,
                number,
                street,
            } = key;
            insert.execute(params![case.0, field, postcode, number, street])?;
        }
        Ok(())
    }

    fn write_tasks(
        &self,
        case: CaseKey,
        state: &CaseState,
        timeline: &[EntryState],
    ) -> rusqlite::Result<()> {
        // Tasks follow from the case as it is read; what is counted is packed as it was stored.
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
            until,
        } in tasks
        {
            insert.execute(params![
                case.0,
                source.name(),
                shown_from.to_string(),
                due.day.to_string(),
                due.time.map(|time| time.format("%H:%M:%S").to_string()),
                owner,
                priority,
                until.map(|day| day.to_string())
            ])?;
        }
        Ok(())
    }

    /// Writes the codes that are new in this transaction.
    pub fn finish(self) -> rusqlite::Result<()> {
        let Register {
            definition, layout, ..
        } = self.register;
        let mut insert = self
            .connection
            .prepare_cached(include_str!("queries/insert_code.sql"))?;
        let fields = layout.fields.iter().map(|(field, _)| field.clone());
        let of_entries = layout.entries.iter().flat_map(|kind| {
            let fields = kind.fields.iter();
            fields.map(|(field, _)| kind.codes_of(field))
        });
        for field in fields.chain(of_entries).chain([OUTCOME.to_owned()]) {
            let known = self.stored.choices(&field).len();
            for (at, choice) in self.codebook.choices(&field).iter().enumerate().skip(known) {
                insert.execute(params![definition.id, field, choice, at as i64 + 1])?;
            }
        }
        Ok(())
    }
}
