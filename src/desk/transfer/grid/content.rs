//! What stands in the grid: its columns and its rows. Below the last row in which something stands there is always an empty
//! one.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::place::Place;
use crate::desk::form::grid_draft::GridDraft;
use crate::exchange::{Decision, Target};
use crate::register::Definition;

/// As many rows there are at least: an empty sheet has room to type in.
const LEAST: usize = 12;

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct GridRow {
    /// By what it is known, wherever it stands.
    pub id: u64,
    /// Its cells, one a column.
    pub cells: Vec<String>,
    /// What was decided about the known case that it may be.
    pub decision: Option<Decision>,
}

impl GridRow {
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|text| text.trim().is_empty())
    }
}

/// The columns and the rows. A copy shares the rows that were not changed since, so that every step can be undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Content {
    columns: Vec<Target>,
    rows: Vec<Arc<GridRow>>,
    /// The id of the next row.
    next: u64,
}

impl Content {
    /// An empty grid with these columns.
    pub fn new(columns: Vec<Target>) -> Self {
        let mut content = Self {
            columns,
            ..Self::default()
        };
        content.keep_empty_end();
        content
    }

    /// The grid as it was saved. A column that the register has no more is left out.
    pub fn of_draft(draft: &GridDraft, definition: &Definition) -> Self {
        let found = draft.columns.iter().enumerate();
        let found = found.filter_map(|(at, id)| Some((at, Target::named(definition, id)?)));
        let found: Vec<(usize, Target)> = found.collect();
        let mut content = Self::new(found.iter().map(|(_, target)| target.clone()).collect());
        for (row, texts) in draft.rows.iter().enumerate() {
            for (column, (at, _)) in found.iter().enumerate() {
                let text = texts.get(*at).cloned().unwrap_or_default();
                content.set(Place { row, column }, text);
            }
        }
        content
    }

    /// The grid as it is saved.
    pub fn draft(&self) -> GridDraft {
        let last = self.filled().last().map_or(0, |(at, _)| at + 1);
        let rows = self.rows.get(..last).unwrap_or_default();
        GridDraft {
            columns: self.columns.iter().map(Target::id).collect(),
            rows: rows.iter().map(|row| row.cells.clone()).collect(),
        }
    }

    pub fn columns(&self) -> &[Target] {
        &self.columns
    }

    pub fn rows(&self) -> &[Arc<GridRow>] {
        &self.rows
    }

    /// The rows in which something stands, each with its place.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Arc<GridRow>)> {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| !row.is_blank())
    }

    pub fn is_blank(&self) -> bool {
        self.filled().next().is_none()
    }

    pub fn text(&self, place: Place) -> &str {
        let row = self.rows.get(place.row);
        let text = row.and_then(|row| row.cells.get(place.column));
        text.map_or("", String::as_str)
    }

    /// Puts a text in a cell; rows that are not there yet are made.
    pub fn set(&mut self, place: Place, text: String) {
        if place.column >= self.columns.len() || self.text(place) == text {
            return;
        }
        while self.rows.len() <= place.row {
            self.add_row(self.rows.len());
        }
        if let Some(row) = self.rows.get_mut(place.row)
            && let Some(cell) = Arc::make_mut(row).cells.get_mut(place.column)
        {
            *cell = text;
        }
        self.keep_empty_end();
    }

    /// Decides what becomes of a row that may be a known case.
    pub fn decide(&mut self, row: usize, decision: Option<Decision>) {
        if let Some(row) = self.rows.get_mut(row) {
            Arc::make_mut(row).decision = decision;
        }
    }

    /// Makes an empty row above this one.
    pub fn insert_row(&mut self, at: usize) {
        self.add_row(at.min(self.rows.len()));
    }

    pub fn remove_rows(&mut self, rows: RangeInclusive<usize>) {
        let last = self.rows.len().saturating_sub(1);
        let end = (*rows.end()).min(last);
        self.rows.drain(*rows.start().min(&end)..=end);
        self.keep_empty_end();
    }

    /// Takes rows out, by their ids.
    pub fn take(&mut self, ids: &BTreeSet<u64>) -> Vec<Arc<GridRow>> {
        let rows = std::mem::take(&mut self.rows);
        let (taken, kept) = rows.into_iter().partition(|row| ids.contains(&row.id));
        self.rows = kept;
        self.keep_empty_end();
        taken
    }

    /// Puts rows back above the others; they have these columns.
    pub fn put_back(&mut self, rows: &[Arc<GridRow>], columns: &[Target]) {
        let mut all = self.columns.clone();
        let lacking = columns
            .iter()
            .filter(|column| !self.columns.contains(column));
        all.extend(lacking.cloned());
        self.set_columns(all);
        let own = |target: &Target| columns.iter().position(|column| column == target);
        let places: Vec<Option<usize>> = self.columns.iter().map(own).collect();
        let back = rows.iter().map(|row| {
            let text = |at: &Option<usize>| at.and_then(|at| row.cells.get(at)).cloned();
            let cells = places.iter().map(|at| text(at).unwrap_or_default());
            Arc::new(GridRow {
                cells: cells.collect(),
                ..GridRow::clone(row)
            })
        });
        let back: Vec<Arc<GridRow>> = back.collect();
        self.rows.splice(0..0, back);
    }

    /// From now on these are the columns; what stood in the others is gone.
    pub fn set_columns(&mut self, columns: Vec<Target>) {
        if columns == self.columns {
            return;
        }
        let before = std::mem::replace(&mut self.columns, columns);
        let own = |target: &Target| before.iter().position(|column| column == target);
        let places: Vec<Option<usize>> = self.columns.iter().map(own).collect();
        for row in &mut self.rows {
            let row = Arc::make_mut(row);
            let text = |at: &Option<usize>| at.and_then(|at| row.cells.get(at)).cloned();
            row.cells = places
                .iter()
                .map(|at| text(at).unwrap_or_default())
                .collect();
        }
    }

    fn add_row(&mut self, at: usize) {
        let row = GridRow {
            id: self.next,
            cells: vec![String::new(); self.columns.len()],
            decision: None,
        };
        self.next += 1;
        self.rows.insert(at, Arc::new(row));
    }

    fn keep_empty_end(&mut self) {
        while self.rows.len() < LEAST || self.rows.last().is_none_or(|row| !row.is_blank()) {
            self.add_row(self.rows.len());
        }
    }
}
