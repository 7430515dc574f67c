//! Tables of amounts as their document prints them: items down the side, years and stages across the top.

use super::check::{Check, Finding};
use super::line::{AmountKind, BudgetLine, Convention, Phase};
use crate::language::folded;
use crate::register::Amount;

/// The amounts of a document that are printed in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetTable {
    /// *Gemeente*.
    pub municipality: String,
    /// The document.
    pub document: String,
    /// How it prints amounts.
    pub convention: Convention,
    /// The years and stages, in order.
    pub columns: Vec<(i32, Phase)>,
    /// What the amounts are for, those of one item below each other.
    pub rows: Vec<BudgetRow>,
}

/// The amounts of one kind for one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetRow {
    /// *Post*.
    pub item: String,
    /// What they are.
    pub kind: AmountKind,
    /// An amount for every column, where one is printed.
    pub cells: Vec<Option<BudgetCell>>,
}

/// A printed amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetCell {
    /// What is printed.
    pub amount: Amount,
    /// Its checks; none where it follows from no other amounts.
    pub checks: Vec<Check>,
}

impl BudgetCell {
    /// The check with the worst finding.
    pub fn worst(&self) -> Option<&Check> {
        self.checks.iter().max_by_key(|check| check.finding())
    }
}

impl BudgetTable {
    /// How many of its checks have this finding.
    pub fn count(&self, finding: Finding) -> usize {
        let cells = self.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let checks = cells.flat_map(|cell| &cell.checks);
        checks.filter(|check| check.finding() == finding).count()
    }

    fn holds(&self, line: &BudgetLine) -> bool {
        self.municipality == line.municipality
            && self.document == line.document
            && self.convention == line.convention
    }

    /// Puts an amount in its place, which is made where it is not there yet: an item stands where it is named first.
    fn put(&mut self, line: &BudgetLine, checks: Vec<Check>) {
        let Some(column) = self
            .columns
            .iter()
            .position(|column| *column == (line.year, line.phase))
        else {
            return;
        };
        let item = folded(&line.item);
        let of_item = |row: &BudgetRow| folded(&row.item) == item;
        let mut rows = self.rows.iter();
        let known = rows.position(|row| of_item(row) && row.kind == line.kind);
        let at = known.unwrap_or_else(|| {
            let below = self.rows.iter().rposition(of_item).map(|last| last + 1);
            let at = below.unwrap_or(self.rows.len());
            let row = BudgetRow {
                item: line.item.clone(),
                kind: line.kind,
                cells: vec![None; self.columns.len()],
            };
            self.rows.insert(at, row);
            at
        });
        self.rows[at].cells[column] = Some(BudgetCell {
            amount: line.amount,
            checks,
        });
    }
}

/// The tables of these lines, in the order in which they are named, with their checks.
pub fn tables(lines: &[BudgetLine], checks: &[Check]) -> Vec<BudgetTable> {
    let mut tables: Vec<BudgetTable> = Vec::new();
    for line in lines {
        let known = tables.iter().position(|table| table.holds(line));
        let at = known.unwrap_or_else(|| {
            let same = lines.iter().filter(|other| {
                other.municipality == line.municipality
                    && other.document == line.document
                    && other.convention == line.convention
            });
            let mut columns: Vec<(i32, Phase)> =
                same.map(|other| (other.year, other.phase)).collect();
            columns.sort_unstable();
            columns.dedup();
            tables.push(BudgetTable {
                municipality: line.municipality.clone(),
                document: line.document.clone(),
                convention: line.convention,
                columns,
                rows: Vec::new(),
            });
            tables.len() - 1
        });
        let of_line = checks.iter().filter(|check| check.line == *line);
        tables[at].put(line, of_line.cloned().collect());
    }
    tables
}
