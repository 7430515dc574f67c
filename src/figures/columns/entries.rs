//! The entries of the counted kinds as columns: a row an entry, with what its case has beside what it says itself.

use std::collections::HashMap;
use std::sync::Arc;

use super::Columns;
use crate::figures::error::FigureError;
use crate::figures::figure::Figure;
use crate::register::{CaseKey, Codebook, CountedEntry, NEVER};

/// Adds an entry to the columns of its kind.
pub(super) fn push_entry(kinds: &mut [Columns], key: CaseKey, row: usize, entry: &CountedEntry) {
    if let Some(columns) = kinds.get_mut(usize::from(entry.kind)) {
        columns.push_own(key, row, entry);
    }
}

impl Columns {
    /// What a figure counts: the cases, or the entries of a kind.
    ///
    /// # Errors
    /// No entries of this kind are counted; the error names those that are.
    pub fn counting(self: &Arc<Self>, kind: Option<&str>) -> Result<Arc<Self>, FigureError> {
        match kind {
            Some(kind) => self.entries_of(kind).cloned(),
            None => Ok(Arc::clone(self)),
        }
    }

    /// The rows of the cases behind a figure of these cases, or of the entries on their timelines, each once.
    ///
    /// # Errors
    /// A field, value or measure this register does not have, or entries that are not counted.
    pub fn rows_behind(&self, figure: &Figure) -> Result<Vec<usize>, FigureError> {
        let Figure {
            slice,
            period,
            measure,
            ..
        } = figure;
        let Some(kind) = &figure.entries else {
            return self.rows(slice, *period, *measure);
        };
        let entries = self.entries_of(kind)?;
        let mut rows = entries.rows(slice, *period, *measure)?;
        for row in &mut rows {
            *row = entries.case_rows.get(*row).copied().unwrap_or(*row);
        }
        rows.sort_unstable();
        rows.dedup();
        Ok(rows)
    }

    fn entries_of(&self, kind: &str) -> Result<&Arc<Self>, FigureError> {
        let mut all = self.entries.iter();
        let found = all.find(|columns| columns.definition.counted_kind.as_deref() == Some(kind));
        found.ok_or_else(|| FigureError::UnknownEntries {
            register: self.definition.id.clone(),
            kind: kind.to_owned(),
            known: self
                .definition
                .counted_kinds()
                .map(|kind| kind.id.clone())
                .collect(),
        })
    }

    /// The cases behind these rows, each once, with how many of the rows are theirs, in the order in which they come first.
    pub fn cases_of(&self, rows: &[usize]) -> Vec<(CaseKey, usize)> {
        let mut cases: Vec<(CaseKey, usize)> = Vec::new();
        let mut places = HashMap::new();
        for key in rows.iter().filter_map(|row| self.key(*row)) {
            let place = *places.entry(key).or_insert(cases.len());
            match cases.get_mut(place) {
                Some((_, times)) => *times += 1,
                None => cases.push((key, 1)),
            }
        }
        cases
    }

    /// Columns without rows for every kind of entry that is counted.
    pub(super) fn without_entries(&self) -> Vec<Self> {
        let kinds = self.layout.entries.iter();
        let definitions = kinds.filter_map(|layout| self.definition.of_entries(&layout.kind));
        definitions
            .map(|definition| Self::new(Arc::new(definition)))
            .collect()
    }

    /// Adds a row of which only what the entry says itself is known yet: its fields are the last of those that are counted.
    fn push_own(&mut self, key: CaseKey, row: usize, entry: &CountedEntry) {
        self.keys.push(key);
        self.case_rows.push(row);
        self.opened.push(entry.day);
        self.closed.push(NEVER);
        self.outcome.push(0);
        self.flags.push(0);
        let of_case = self.fields.len() - entry.codes.len();
        for (column, code) in self.fields[of_case..].iter_mut().zip(&entry.codes) {
            column.push(*code);
        }
        for (column, number) in self.numbers.iter_mut().zip(&entry.numbers) {
            column.push(*number);
        }
    }

    /// Adds the entries of all kinds, each of which takes over what is counted of its case. Returns whether they have no
    /// code that was never given; with one that was not they stay away.
    pub(super) fn add_entries(&mut self, kinds: Vec<Self>) -> bool {
        for mut columns in kinds {
            columns.take_over(self);
            if !columns.codes_exist() {
                return false;
            }
            self.entries.push(Arc::new(columns.completed()));
        }
        true
    }

    /// Takes over the codes, births and persons of the cases, and the codebook.
    fn take_over(&mut self, cases: &Self) {
        let kind = self.definition.counted_kind.as_deref().unwrap_or_default();
        let Some(kind) = cases.definition.entry_kind(kind) else {
            return;
        };
        let layouts = &cases.layout.entries;
        let Some(layout) = layouts.iter().find(|layout| layout.kind == kind.id) else {
            return;
        };
        let mut codebook = Codebook::default();
        for ((id, _), codes) in cases.layout.fields.iter().zip(&cases.fields) {
            let beside = cases.definition.case_field_beside(id, kind);
            let place = self
                .layout
                .fields
                .iter()
                .position(|(field, _)| *field == beside);
            if let Some(place) = place {
                codebook.put(&beside, cases.codebook.choices(id));
                self.fields[place] = codes.at(&self.case_rows);
            }
        }
        for (id, _) in &layout.fields {
            codebook.put(id, cases.codebook.choices(&layout.codes_of(id)));
        }
        self.codebook = codebook;
        let of_case = |row: &usize| cases.born(*row).unwrap_or(NEVER);
        if self.layout.born.is_some() {
            self.born = self.case_rows.iter().map(of_case).collect();
        }
        let of_case = |row: &usize| cases.person(*row).unwrap_or(0);
        if self.layout.person.is_some() {
            self.persons = self.case_rows.iter().map(of_case).collect();
        }
    }
}
