//! Checks rows that are typed: what each would do, and what is wrong in which cell. Nothing is written.

use std::sync::Arc;

use crate::desk::backend::service_error::ServiceError;
use crate::exchange::{
    Duplicate, ImportJob, Mapping, Meaning, PlannedRow, Progress, RowOutcome, ValueLine, look,
};
use crate::language::{Explain, Language};
use crate::register::{Definition, find};
use crate::store::Vault;

/// A request to check rows that are typed.
#[derive(Clone, Debug)]
pub struct RowsCheckJob {
    /// The rows, and what was decided about them.
    pub import: ImportJob,
    /// The language of the sentences.
    pub language: Language,
}

/// What was found in rows that are typed.
#[derive(Clone, Debug, Default)]
pub struct RowsCheck {
    /// The rows.
    pub rows: Vec<CheckedRow>,
    /// The values that are not called as a choice is, and are read as one.
    pub readings: Vec<Reading>,
}

/// A row of which is known what becomes of it.
#[derive(Clone, Debug)]
pub struct CheckedRow {
    /// Its number.
    pub number: usize,
    /// What becomes of it.
    pub outcome: RowOutcome,
    /// What is wrong with it.
    pub problems: Vec<CellProblem>,
    /// The case that it may be.
    pub duplicate: Option<Duplicate>,
    /// The number of the case that it changes.
    pub changes: Option<String>,
}

/// Something that is wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The column; none where it is about the row as a whole.
    pub column: Option<usize>,
    /// What is wrong, and what to do.
    pub sentence: String,
}

/// A value that is not called as a choice is, and is read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The column.
    pub column: usize,
    /// The value as it is typed.
    pub written: String,
    /// The choices it is read as, by their labels.
    pub labels: Vec<String>,
}

impl RowsCheckJob {
    /// Checks the rows.
    ///
    /// # Errors
    /// The vault cannot be read.
    pub fn carry_out(&self, vault: &Vault) -> Result<RowsCheck, ServiceError> {
        let definition = Arc::clone(vault.definition(&self.import.register)?);
        let mut check = RowsCheck::default();
        let progress = Progress::default();
        let looked = look(vault, &self.import, &progress, &mut |mapping, planned| {
            check
                .rows
                .push(CheckedRow::of(mapping, planned, self.language));
        })?;
        let lines = looked.mapping.values().iter();
        check.readings = lines
            .filter_map(|line| Reading::of(line, &definition, self.language))
            .collect();
        Ok(check)
    }
}

impl CheckedRow {
    fn of(mapping: &Mapping, planned: &PlannedRow<'_>, language: Language) -> Self {
        let problems = planned.problems.iter().map(|problem| {
            let named = problem.column.as_ref();
            CellProblem {
                column: named.and_then(|name| mapping.names().iter().position(|one| one == name)),
                sentence: problem.problem.explain(language),
            }
        });
        let changed = planned
            .before
            .filter(|_| planned.outcome == RowOutcome::Changed);
        Self {
            number: planned.row.number,
            outcome: planned.outcome,
            problems: problems.collect(),
            duplicate: planned.duplicate.cloned(),
            changes: changed.map(|case| case.number.clone()),
        }
    }
}

impl Reading {
    /// How a value is read; none where nothing follows from it.
    fn of(line: &ValueLine, definition: &Definition, language: Language) -> Option<Self> {
        let mut labels = Vec::new();
        for (target, meaning) in &line.meanings {
            let (Meaning::Choices(ids) | Meaning::ByAddress(ids)) = meaning else {
                continue;
            };
            let choices = target.choices(definition);
            let found = ids.iter().filter_map(|id| find(&choices, id));
            labels.extend(found.map(|choice| choice.label.text(language).to_owned()));
        }
        (!labels.is_empty()).then(|| Self {
            column: line.column,
            written: line.written.clone(),
            labels,
        })
    }
}
