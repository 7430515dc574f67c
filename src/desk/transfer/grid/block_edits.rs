//! What is done with the cells that are selected: emptied, copied, pasted, filled down, and rows that come or go.

use super::column::required_columns;
use super::copied::{rows_of, text_of};
use super::place::{Block, Place};
use super::state::GridPage;
use super::typing::Typing;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::exchange::{Target, headings_of};
use crate::language::Language;
use crate::register::Definition;

/// As many rows can stand in the grid; a longer table is imported as a file.
const MOST_ROWS: usize = 2000;

impl GridPage {
    /// Empties the cells that are selected.
    pub(super) fn clear(&mut self) {
        let block = self.block;
        self.change(|content| {
            for place in places(block) {
                content.set(place, String::new());
            }
        });
    }

    /// The cells that are selected as a text to copy.
    pub(super) fn copied(&self) -> String {
        let (rows, columns) = (self.block.rows(), self.block.columns());
        text_of(rows.map(|row| {
            let columns = columns.clone();
            columns
                .map(|column| self.content.text(Place { row, column }))
                .collect()
        }))
    }

    /// What stands in the first row of the block stands in every row of it; of one row, what stands above it.
    pub(super) fn fill_down(&mut self) {
        let (rows, columns) = (self.block.rows(), self.block.columns());
        let (first, last) = (*rows.start(), *rows.end());
        let (from, to) = match (first == last, first) {
            (true, 0) => return,
            (true, row) => (row - 1, row..=row),
            (false, row) => (row, row + 1..=last),
        };
        self.change(|content| {
            for column in columns {
                let text = content.text(Place { row: from, column }).to_owned();
                for row in to.clone() {
                    content.set(Place { row, column }, text.clone());
                }
            }
        });
    }

    /// Takes the rows of the block away.
    pub(super) fn remove_rows(&mut self) {
        let rows = self.block.rows();
        let at = Place {
            row: *rows.start(),
            column: self.block.cursor.column,
        };
        self.change(|content| content.remove_rows(rows));
        let (rows, columns) = (self.content.rows().len(), self.content.columns().len());
        self.block = Block::at(at).within(rows, columns);
    }

    /// Makes an empty row above the block.
    pub(super) fn insert_row(&mut self) {
        let row = *self.block.rows().start();
        self.change(|content| content.insert_row(row));
        self.go_to(Place {
            row,
            column: self.block.cursor.column,
        });
    }

    /// Adds a column, or takes one away with what stands in it.
    pub(super) fn toggle_column(&mut self, target: &Target) {
        let mut columns = self.content.columns().to_vec();
        match columns.iter().position(|column| column == target) {
            Some(at) => drop(columns.remove(at)),
            None => columns.push(target.clone()),
        }
        let added = columns.iter().position(|column| column == target);
        self.change(|content| content.set_columns(columns));
        if let Some(column) = added {
            self.table.show_column(column);
        }
    }

    /// Pastes a text from the clipboard, from the first cell of the block on to the right and down. In an empty grid a first
    /// row that names the columns chooses them.
    pub(super) fn paste(&mut self, text: &str, by: Typing<'_>, model: &mut Model) {
        let mut table = rows_of(text);
        let is_table = table.len() > 1 || table.iter().any(|row| row.len() > 1);
        let named = self.content.is_blank() && is_table;
        let named = named.then(|| headings_of(by.definition, &table)).flatten();
        if let Some(targets) = named {
            return self.paste_named(&table, &targets, by.definition, model);
        }
        // One cell fills all that are selected.
        if let ([row], false) = (&table[..], self.block.is_one())
            && let [text] = &row[..]
        {
            let (text, block) = (text.clone(), self.block);
            self.change(|content| {
                for place in places(block) {
                    content.set(place, text.clone());
                }
            });
            return;
        }
        let first = self.block.first();
        if too_many(first.row + table.len(), model) {
            return;
        }
        let room = self.content.columns().len() - first.column;
        let beyond = table.iter_mut().map(|row| {
            let beyond = row.split_off(row.len().min(room));
            beyond.iter().filter(|text| !text.trim().is_empty()).count()
        });
        let beyond: usize = beyond.sum();
        self.put(first, &table);
        if beyond > 0 {
            let count = [("count", (beyond as i64).into())];
            let text = model.language.say("grid-pasted-beyond", &count);
            model.notify(text, Tone::Warn);
        }
    }

    /// Pastes a table whose first row chose the columns.
    fn paste_named(
        &mut self,
        table: &[Vec<String>],
        targets: &[Option<Target>],
        definition: &Definition,
        model: &mut Model,
    ) {
        let (first, rows) = table.split_first().unwrap_or((&table[0], &[]));
        if too_many(rows.len(), model) {
            return;
        }
        let mut columns: Vec<Target> = Vec::new();
        let mut places = Vec::new();
        let mut unknown = Vec::new();
        for (at, target) in targets.iter().enumerate() {
            match target.as_ref().filter(|target| !columns.contains(target)) {
                Some(target) => {
                    columns.push(target.clone());
                    places.push(at);
                }
                None => unknown.extend(first.get(at).filter(|name| !name.trim().is_empty())),
            }
        }
        let required = required_columns(definition).into_iter();
        let required = required.filter(|target| !columns.iter().any(|one| same(one, target)));
        columns.extend(required.collect::<Vec<_>>());
        let texts = rows.iter().map(|row| {
            let texts = places.iter().map(|at| row.get(*at).cloned());
            texts.map(Option::unwrap_or_default).collect()
        });
        let texts: Vec<Vec<String>> = texts.collect();
        self.change(|content| content.set_columns(columns));
        self.history_joins(|page| page.put(Place::default(), &texts));
        if !unknown.is_empty() {
            let names: Vec<&str> = unknown.into_iter().map(String::as_str).collect();
            notify_unknown(&names, model);
        }
    }

    /// Puts texts in the cells from this one on, and selects them.
    fn put(&mut self, first: Place, table: &[Vec<String>]) {
        self.change(|content| {
            for (down, row) in table.iter().enumerate() {
                for (right, text) in row.iter().enumerate() {
                    let place = Place {
                        row: first.row + down,
                        column: first.column + right,
                    };
                    content.set(place, text.trim().to_owned());
                }
            }
        });
        let wide = table.iter().map(Vec::len).max().unwrap_or(1);
        let last = Place {
            row: first.row + table.len().saturating_sub(1),
            column: first.column + wide.saturating_sub(1),
        };
        let (rows, columns) = (self.content.rows().len(), self.content.columns().len());
        self.block = Block::between(first, last).within(rows, columns);
        self.fresh = None;
        self.show_cursor();
    }
}

/// The cells of a block.
fn places(block: Block) -> impl Iterator<Item = Place> {
    let columns = block.columns();
    block.rows().flat_map(move |row| {
        let columns = columns.clone();
        columns.map(move |column| Place { row, column })
    })
}

/// Whether two columns are about the same: any part of an address says where it is.
fn same(one: &Target, other: &Target) -> bool {
    match (one, other) {
        (Target::Part(one, _), Target::Part(other, _)) => one == other,
        (one, other) => one == other,
    }
}

/// Says that a table is too long for the grid. Says whether it is.
fn too_many(rows: usize, model: &mut Model) -> bool {
    let is = rows > MOST_ROWS;
    if is {
        let counts = [
            ("count", (rows as i64).into()),
            ("most", (MOST_ROWS as i64).into()),
        ];
        let text = model.language.say("grid-too-many", &counts);
        model.notify(text, Tone::Warn);
    }
    is
}

/// Says which columns of a table were left out.
fn notify_unknown(names: &[&str], model: &mut Model) {
    let language: Language = model.language;
    let text = language.say(
        "grid-pasted-unknown",
        &[
            ("count", (names.len() as i64).into()),
            ("names", names.join(", ").into()),
        ],
    );
    model.notify(text, Tone::Warn);
}
