//! The plan of an import: what every row would do, and the writes that do it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;

use super::apply::apply_row;
use super::districts::Districts;
use super::duplicates::{Decision, Decisions, Duplicates};
use super::edited_row::edited_row;
use super::import_error::ImportError;
use super::known_cases::match_by_content;
use super::mapping::Mapping;
use super::planned_row::{Outcome, PlannedRow, RowOutcome};
use super::row_problems::{impossible, refused};
use super::row_reader::{ReadRow, RowContent, RowReader};
use super::target::Target;
use crate::exchange::problem::{Problem, RowProblem};
use crate::exchange::report::Report;
use crate::exchange::sheet::cells::Row;
use crate::exchange::sheet::rows::Rows;
use crate::register::{CaseFile, CaseKey, CaseState, Definition, Withdrawn};
use crate::store::{EntryWrite, Operation, Store, Target as Case, Write};

/// An import that is ready to be shown or carried out.
pub struct Plan {
    report: Report,
    /// What changes the cases that exist, each once: a later row goes on from what an earlier one makes of its case.
    changes: BTreeMap<CaseKey, Write>,
    /// What comes on the timeline of a case that exists.
    entries: Vec<EntryWrite>,
    /// The rows that become a new case.
    new: BTreeSet<usize>,
    districts: Districts,
}

/// Compares rows with the cases in a store.
struct Planner<'a> {
    reader: RowReader<'a>,
    store: &'a dyn Store,
    /// The first row with each number.
    numbers: HashMap<String, usize>,
    /// The cases of rows without a number.
    by_content: HashMap<usize, CaseKey>,
    /// The known cases, once a new one is compared with them.
    duplicates: Option<Duplicates>,
    decisions: &'a Decisions,
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
            numbers: HashMap::new(),
            by_content: match_by_content(&reader, rows, store)?,
            duplicates: None,
            decisions,
        };
        let mut plan = Self {
            report: Report {
                ignored: mapping.ignored(),
                ..Report::default()
            },
            changes: BTreeMap::new(),
            entries: Vec::new(),
            new: BTreeSet::new(),
            districts: Districts::default(),
        };
        let mut failed = None;
        let totals = rows.each_row(&mut |row| match planner.outcome(row, &plan.changes) {
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
        plan.districts = districts;
        Ok(plan)
    }

    /// The report of the import.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Fills an action with everything that this plan writes. `step` is called for every case, and may break off.
    ///
    /// # Errors
    /// The rows cannot be read any more.
    pub fn fill(
        &self,
        operation: &mut Operation,
        definition: &Definition,
        rows: &dyn Rows,
        mapping: &Mapping,
        step: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Result<(), ImportError> {
        operation.entries.extend(self.entries.iter().cloned());
        self.writes(definition, rows, mapping, &mut |write| {
            operation.writes.push(write);
            step()
        })
    }

    /// Hands every write to `give`: the cases that change, then the new ones, which are read from the rows again.
    fn writes(
        &self,
        definition: &Definition,
        rows: &dyn Rows,
        mapping: &Mapping,
        give: &mut dyn FnMut(Write) -> ControlFlow<()>,
    ) -> Result<(), ImportError> {
        for write in self.changes.values() {
            if give(write.clone()).is_break() {
                return Ok(());
            }
        }
        if self.new.is_empty() {
            return Ok(());
        }
        let reader = RowReader {
            definition,
            mapping,
            is_text: rows.is_text(),
            districts: &self.districts,
        };
        rows.each_row(&mut |row| {
            if !self.new.contains(&row.number) {
                return ControlFlow::Continue(());
            }
            let content = reader.read(row).content;
            let Ok(state) = apply_row(definition, None, &content) else {
                return ControlFlow::Continue(());
            };
            give(Write {
                register: definition.id.clone(),
                target: Case::New {
                    number: content.number,
                },
                state,
            })
        })?;
        Ok(())
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
                self.entries.extend(planned.entry);
                match (planned.before, planned.after) {
                    (Some(case), Some(state)) => {
                        let write = Write {
                            register: definition.id.clone(),
                            target: Case::Existing {
                                key: case.key,
                                version: case.version,
                            },
                            state,
                        };
                        self.changes.insert(case.key, write);
                    }
                    _ => drop(self.new.insert(row.number)),
                }
            }
        }
        flow
    }
}

impl Planner<'_> {
    /// What becomes of this row, after what earlier rows change.
    fn outcome(
        &mut self,
        row: &Row,
        changes: &BTreeMap<CaseKey, Write>,
    ) -> Result<Outcome, ImportError> {
        let ReadRow {
            content,
            mut problems,
            course_read,
        } = self.reader.read(row);
        if let Some(version) = content.version {
            let mut problems = Vec::new();
            let (known, _) = self.known(row, &content, &mut problems)?;
            let decision = self.decisions.rows.get(&row.number).copied();
            let decision = decision.or(self.decisions.conflicts);
            let exported = (known, version);
            let (reader, store) = (&self.reader, self.store);
            return Ok(edited_row(
                reader, row, exported, problems, decision, store,
            )?);
        }
        let (known, repeated) = self.known(row, &content, &mut problems)?;
        let known = known.map(|case| as_changed(case, changes));
        let mut changed = None;
        if course_read && !repeated {
            match changed_by(&self.reader, row, &content, known.as_ref()) {
                Ok(state) => changed = state,
                Err(found) => problems.extend(found),
            }
        }
        let mut planned = Outcome::refused(problems, known);
        if !planned.problems.is_empty() {
            return Ok(planned);
        }
        let is_new = planned
            .before
            .as_ref()
            .is_none_or(|case| case.state.withdrawn.is_some());
        planned.outcome = match &changed {
            None => RowOutcome::Unchanged,
            Some(_) if is_new => RowOutcome::New,
            Some(_) => RowOutcome::Changed,
        };
        planned.after = changed;
        if planned.before.is_none() {
            self.compare(row, changes, &mut planned)?;
        }
        Ok(planned)
    }

    /// The case that a row is about, by its number or by what it holds; and whether an earlier row has its number. Of two
    /// rows with one number the first counts, also when it is refused itself: which of them was meant the program cannot
    /// know.
    fn known(
        &mut self,
        row: &Row,
        content: &RowContent,
        problems: &mut Vec<RowProblem>,
    ) -> Result<(Option<CaseFile>, bool), ImportError> {
        let register = &self.reader.definition.id;
        let Some(number) = &content.number else {
            let key = self.by_content.get(&row.number).copied();
            let cases = key.map(|key| self.store.cases(&[key])).transpose()?;
            return Ok((cases.and_then(|mut cases| cases.pop()), false));
        };
        if let Some(&first) = self.numbers.get(number) {
            let problem = Problem::NumberTwice {
                number: number.clone(),
                first,
            };
            problems.push(self.reader.problem(row, Some(&Target::Number), problem));
            return Ok((None, true));
        }
        self.numbers.insert(number.clone(), row.number);
        Ok((self.store.case_by_number(register, number)?, false))
    }

    /// Compares a new case with those that are known, and does what was decided about the one it may be.
    fn compare(
        &mut self,
        row: &Row,
        changes: &BTreeMap<CaseKey, Write>,
        planned: &mut Outcome,
    ) -> Result<(), ImportError> {
        let Some(state) = &planned.after else {
            return Ok(());
        };
        let (definition, mapping) = (self.reader.definition, self.reader.mapping);
        if self.duplicates.is_none() {
            self.duplicates = Some(Duplicates::known(definition, mapping, self.store)?);
        }
        let known = self.duplicates.as_ref();
        let Some(duplicate) = known.and_then(|known| known.of(definition, state)) else {
            return Ok(());
        };
        planned.decision = self.decisions.rows.get(&row.number).copied();
        match planned.decision {
            None | Some(Decision::Both | Decision::Row | Decision::Stored) => {}
            Some(Decision::Skip) => planned.outcome = RowOutcome::Skipped,
            Some(Decision::Merge) => {
                if let Some(case) = self.store.cases(&[duplicate.key])?.pop() {
                    let case = as_changed(case, changes);
                    let merged = duplicate.merge(definition, &case, state);
                    let faults = definition.check_change(&case.state, &merged.state);
                    planned.before = Some(case);
                    planned.problems = impossible(&self.reader, row, faults);
                    if planned.problems.is_empty() {
                        planned.outcome = RowOutcome::Changed;
                        planned.after = Some(merged.state);
                        planned.entry = merged.report;
                    } else {
                        planned.outcome = RowOutcome::Refused;
                        planned.after = None;
                    }
                }
            }
        }
        planned.duplicate = Some(duplicate);
        Ok(())
    }
}

/// The case as it becomes by what is changed already.
fn as_changed(case: CaseFile, changes: &BTreeMap<CaseKey, Write>) -> CaseFile {
    match changes.get(&case.key) {
        Some(write) => CaseFile {
            state: write.state.clone(),
            ..case
        },
        None => case,
    }
}

/// The new state of the case; none where the row changes nothing.
fn changed_by(
    reader: &RowReader<'_>,
    row: &Row,
    content: &RowContent,
    known: Option<&CaseFile>,
) -> Result<Option<CaseState>, Vec<RowProblem>> {
    // One that was taken back is made anew, under the number it has kept.
    let known = known.map(|case| &case.state);
    let known = known.filter(|state| state.withdrawn != Some(Withdrawn::TakenBack));
    let state = apply_row(reader.definition, known, content).map_err(|refusals| {
        refusals
            .into_iter()
            .map(|refusal| refused(reader, row, content, refusal))
            .collect::<Vec<_>>()
    })?;
    if known == Some(&state) {
        return Ok(None);
    }
    if state.withdrawn.is_some() {
        let number = content.number.clone().unwrap_or_default();
        let problem = Problem::Merged { number };
        return Err(vec![reader.problem(row, Some(&Target::Number), problem)]);
    }
    let faults = match known {
        Some(known) => reader.definition.check_change(known, &state),
        None => reader.definition.check(&state),
    };
    if faults.is_empty() {
        return Ok(Some(state));
    }
    Err(impossible(reader, row, faults))
}
