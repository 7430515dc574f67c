//! The plan of an import: what every row would do, and the recording of it.

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;
use std::slice;

use super::districts::Districts;
use super::duplicates::{Decision, Decisions};
use super::import_error::ImportError;
use super::known_cases::match_by_content;
use super::mapping::Mapping;
use super::planned_row::{Outcome, PlannedRow, RowOutcome};
use super::planner::{Merges, Planner, applied};
use super::row_reader::RowReader;
use crate::exchange::report::Report;
use crate::exchange::sheet::cells::Row;
use crate::exchange::sheet::rows::Rows;
use crate::register::{CaseKey, Definition};
use crate::store::{GivenNumbers, Operation, Recorder, Store, StoreError, Target as Case, Write};

/// An import that is ready to be shown or carried out. What the rows make of their cases is not kept: to carry it out they
/// are read again, so that memory stays bounded whatever the length of the file.
pub struct Plan {
    report: Report,
    /// The rows that write a case: one that exists, in the version in which it was seen, or none for a new one.
    rows: BTreeMap<usize, Option<(CaseKey, u32)>>,
    /// Whether rows are merged: then what every row makes of its case is kept, for later rows to go on from.
    is_merging: bool,
    /// What changes the cases that exist and does not follow from a row alone, each case once.
    merges: Merges,
    /// The first row with each number.
    numbers: HashMap<String, usize>,
    districts: Districts,
}

impl Plan {
    /// Compares the rows of a sheet with the cases in the store, and shows each of them to `visit`. Nothing is written.
    ///
    /// # Errors
    /// The rows or the store cannot be read.
    pub fn make(
        definition: &Definition,
        rows: &dyn Rows,
        mapping: &Mapping,
        store: &dyn Store,
        decisions: &Decisions,
        visit: &mut dyn FnMut(&PlannedRow<'_>) -> ControlFlow<()>,
    ) -> Result<Self, ImportError> {
        let districts = Districts::known(definition, mapping, store)?;
        let reader = RowReader {
            definition,
            mapping,
            is_text: rows.is_text(),
            districts: &districts,
        };
        let mut planner = Planner {
            reader,
            store,
            typed: rows.is_typed(),
            numbers: HashMap::new(),
            by_content: match_by_content(&reader, rows, store)?,
            duplicates: None,
            decisions,
        };
        let mut decided = decisions.rows.values();
        let mut plan = Self {
            report: Report {
                ignored: mapping.ignored(),
                ..Report::default()
            },
            rows: BTreeMap::new(),
            is_merging: decided.any(|made| *made == Decision::Merge),
            merges: Merges::new(),
            numbers: HashMap::new(),
            districts: Districts::default(),
        };
        let mut failed = None;
        let totals = rows.each_row(&mut |row| match planner.outcome(row, &plan.merges) {
            Ok(outcome) => plan.add(definition, row, outcome, visit),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        })?;
        if let Some(error) = failed {
            return Err(error);
        }
        plan.report.totals = totals;
        plan.numbers = planner.numbers;
        plan.districts = districts;
        Ok(plan)
    }

    /// The report of the import.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Records everything that this plan writes as this action, whole or not at all; returns the id by which it is undone.
    /// `step` is called for every case, and may break off.
    ///
    /// # Errors
    /// The rows cannot be read any more, the store refuses, or [`ImportError::Stopped`] where `step` broke off; then nothing
    /// was written.
    pub fn record(
        &self,
        store: &mut dyn Store,
        operation: &Operation,
        definition: &Definition,
        rows: &dyn Rows,
        mapping: &Mapping,
        step: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Result<Option<String>, ImportError> {
        let reader = RowReader {
            definition,
            mapping,
            is_text: rows.is_text(),
            districts: &self.districts,
        };
        let numbers = self.numbers.keys();
        let numbers = numbers.map(|number| (definition.id.as_str(), number.as_str()));
        let numbers: GivenNumbers<'_> = numbers.collect();
        let mut unread = None;
        let recorded = store.record_parts(operation, &numbers, &mut |recorder| {
            for (write, entries) in self.merges.values() {
                recorder.add(slice::from_ref(write), entries)?;
                if step().is_break() {
                    return Err(StoreError::Stopped);
                }
            }
            if self.rows.is_empty() {
                return Ok(());
            }
            let mut written = Ok(());
            let read = rows.each_row(&mut |row| {
                let Some(existing) = self.rows.get(&row.number) else {
                    return ControlFlow::Continue(());
                };
                written = record_row(recorder, &reader, row, *existing);
                match written.is_ok() {
                    true => step().map_break(|()| written = Err(StoreError::Stopped)),
                    false => ControlFlow::Break(()),
                }
            });
            written?;
            read.map(drop).map_err(|error| {
                unread = Some(error);
                StoreError::Stopped
            })
        });
        match (unread, recorded) {
            (Some(error), _) => Err(error.into()),
            (None, Err(StoreError::Stopped)) => Err(ImportError::Stopped),
            (None, recorded) => Ok(recorded?),
        }
    }

    /// Counts what becomes of a row, and keeps what it writes.
    fn add(
        &mut self,
        definition: &Definition,
        row: &Row,
        planned: Outcome,
        visit: &mut dyn FnMut(&PlannedRow<'_>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let flow = visit(&PlannedRow {
            row,
            outcome: planned.outcome,
            problems: &planned.problems,
            before: planned.before.as_ref(),
            after: planned.after.as_ref(),
            duplicate: planned.duplicate.as_ref(),
            conflicts: &planned.conflicts,
            decision: planned.decision,
        });
        let report = &mut self.report;
        report.read += 1;
        report.duplicates += usize::from(planned.duplicate.is_some());
        match planned.outcome {
            RowOutcome::Refused => {
                report.refused += 1;
                report.problems.extend(planned.problems);
            }
            RowOutcome::Unchanged => report.unchanged += 1,
            RowOutcome::Skipped => report.skipped += 1,
            RowOutcome::New | RowOutcome::Changed => {
                match planned.outcome {
                    RowOutcome::New => report.added += 1,
                    _ => report.updated += 1,
                }
                let existing = planned.before.as_ref();
                let existing = existing.map(|case| (case.key, case.version));
                let is_kept = self.is_merging || planned.is_edited;
                match (existing, planned.after) {
                    (Some((key, version)), Some(state)) if is_kept => {
                        let target = Case::Existing { key, version };
                        let register = definition.id.clone();
                        let write = Write {
                            register,
                            target,
                            state,
                        };
                        let before = self.merges.remove(&key);
                        let mut entries = before.map_or_else(Vec::new, |(_, entries)| entries);
                        entries.extend(planned.entry);
                        self.merges.insert(key, (write, entries));
                    }
                    _ => drop(self.rows.insert(row.number, existing)),
                }
            }
        }
        flow
    }
}

/// Records what a row makes of its case, a new one where none exists.
fn record_row(
    recorder: &mut dyn Recorder,
    reader: &RowReader<'_>,
    row: &Row,
    existing: Option<(CaseKey, u32)>,
) -> Result<(), StoreError> {
    let (definition, content) = (reader.definition, reader.read(row).content);
    let known = existing.map(|(key, _)| recorder.case(key));
    let known = known.transpose()?.flatten();
    let known = known.as_ref().map(|case| &case.state);
    // What cannot be applied any more was changed since it was seen: the store refuses it by its version.
    let state = applied(definition, known, &content).ok();
    let Some(state) = state.or_else(|| known.cloned()) else {
        return Ok(());
    };
    let target = match existing {
        Some((key, version)) => Case::Existing { key, version },
        None => Case::New {
            number: content.number,
        },
    };
    let write = Write {
        register: definition.id.clone(),
        target,
        state,
    };
    recorder.add(slice::from_ref(&write), &[])
}
