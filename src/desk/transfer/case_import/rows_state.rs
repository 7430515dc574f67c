//! What is on the screen of the rows of a file: which of them, which one the keys are on, and the cell that is corrected.

use std::collections::BTreeSet;

use super::outcomes::OUTCOMES;
use crate::desk::backend::import_rows::{RowTable, RowText};
use crate::exchange::RowOutcome;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All of them.
    #[default]
    All,
    /// Those with one outcome.
    Only(RowOutcome),
    /// Those that may be a known case.
    Duplicates,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of the rows with an outcome.
    Group(RowOutcome),
    /// A row, by its place among those with its outcome.
    Row(RowOutcome, usize),
    /// That there are more rows than are shown: so many.
    More(usize),
}

/// A cell that is being corrected.
#[derive(Clone, Debug)]
pub struct Editing {
    /// The row of the file.
    pub row: usize,
    /// The column of the table in which it stands.
    pub column: usize,
    /// The column of the sheet that is corrected.
    pub source: usize,
    /// What the sheet has there.
    pub before: String,
    /// What is typed.
    pub text: String,
    /// Whether its field is to take the keyboard.
    pub take_focus: bool,
}

/// What is on the screen of the rows.
#[derive(Default)]
pub struct RowsState {
    /// Which rows are shown.
    pub shown: Shown,
    /// The outcomes of which the rows are folded away.
    pub folded: BTreeSet<RowOutcome>,
    /// The row of the file that the keys are on.
    pub row: Option<usize>,
    /// The cell that is being corrected.
    pub editing: Option<Editing>,
    /// The row about which something can be decided, beside its case.
    pub question: usize,
    /// Whether the row that the keys are on is to come into view.
    pub reveal: bool,
    /// How far the table is to be scrolled sideways in the next frame.
    pub left: Option<f32>,
    /// Whether a table was seen before: what is folded first is what needs no work.
    opened: bool,
}

impl RowsState {
    /// The rows were planned anew: the row that the keys are on stays, wherever it went.
    pub fn on_table(&mut self, table: &RowTable) {
        if !self.opened {
            let refused = table.groups.contains_key(&RowOutcome::Refused);
            self.opened = true;
            self.folded.insert(RowOutcome::Unchanged);
            if refused {
                self.folded.insert(RowOutcome::New);
            }
        }
        let lines = self.lines(table);
        let known = self
            .row
            .is_some_and(|row| lines.iter().any(|line| number(table, *line) == Some(row)));
        if !known {
            self.row = lines.iter().find_map(|line| number(table, *line));
        }
        self.question = self.question.min(table.questions.len().saturating_sub(1));
    }

    /// The lines of the table.
    pub fn lines(&self, table: &RowTable) -> Vec<Line> {
        let mut lines = Vec::new();
        for outcome in OUTCOMES {
            let Some(group) = table.groups.get(&outcome) else {
                continue;
            };
            let folded = match self.shown {
                Shown::All => {
                    lines.push(Line::Group(outcome));
                    self.folded.contains(&outcome)
                }
                Shown::Only(only) => only != outcome,
                Shown::Duplicates => group.duplicates == 0,
            };
            if folded {
                continue;
            }
            let rows = group.rows.iter().enumerate();
            let rows = rows.filter(|(_, row)| self.shown != Shown::Duplicates || row.duplicate);
            lines.extend(rows.map(|(at, _)| Line::Row(outcome, at)));
            let more = group.count - group.rows.len();
            if more > 0 && self.shown != Shown::Duplicates {
                lines.push(Line::More(more));
            }
        }
        lines
    }

    /// Goes to the next row in this direction.
    pub fn step(&mut self, table: &RowTable, by: isize) {
        let rows: Vec<usize> = self
            .lines(table)
            .into_iter()
            .filter_map(|line| number(table, line))
            .collect();
        let at = rows.iter().position(|row| Some(*row) == self.row);
        let next = at.map_or(0, |at| at.saturating_add_signed(by));
        self.row = rows.get(next.min(rows.len().saturating_sub(1))).copied();
        self.reveal = true;
        self.show_question(table);
    }

    /// Where something can be decided about the row, it is shown beside its case.
    pub fn show_question(&mut self, table: &RowTable) {
        let mut questions = table.questions.iter();
        if let Some(at) = questions.position(|one| Some(one.row) == self.row) {
            self.question = at;
        }
    }

    /// Begins to correct a cell of the row that the keys are on: this one, else the first with something wrong. What is
    /// corrected is the cell of the sheet; that of the table may show several of them.
    pub fn edit(&mut self, table: &RowTable, column: Option<usize>) {
        let Some((outcome, row)) = self.current(table) else {
            return;
        };
        if matches!(outcome, RowOutcome::Unchanged | RowOutcome::Skipped) {
            return;
        }
        let mut problems = row.problems.iter();
        let wrong = problems.find(|problem| match column {
            Some(column) => problem.column == Some(column),
            None => problem.column.is_some(),
        });
        let Some(column) = column.or_else(|| wrong?.column) else {
            return;
        };
        let cell = row.cells.get(column).map(|cell| cell.written.clone());
        let (source, before) = match wrong {
            Some(problem) => (problem.source, problem.written.clone()),
            None => (table.columns[column].source, cell.unwrap_or_default()),
        };
        self.editing = Some(Editing {
            row: row.row,
            column,
            source,
            text: before.clone(),
            before,
            take_focus: true,
        });
    }

    /// The row that the keys are on.
    pub fn current<'a>(&self, table: &'a RowTable) -> Option<(RowOutcome, &'a RowText)> {
        let wanted = self.row?;
        table.groups.iter().find_map(|(outcome, group)| {
            let row = group.rows.iter().find(|row| row.row == wanted)?;
            Some((*outcome, row))
        })
    }
}

/// The row of the file on this line.
pub(super) fn number(table: &RowTable, line: Line) -> Option<usize> {
    let Line::Row(outcome, at) = line else {
        return None;
    };
    let row = table.groups.get(&outcome)?.rows.get(at)?;
    Some(row.row)
}
