//! Comparing the rows of an import with the cases that are known.

use std::collections::{BTreeMap, HashMap};

use super::apply::{Refusal, apply_row};
use super::duplicates::{Decision, Decisions, DuplicateOf, Duplicates};
use super::edited_row::edited_row;
use super::import_error::ImportError;
use super::known_cases::same_content;
use super::missing::missing;
use super::planned_row::{Outcome, RowOutcome};
use super::row_problems::{impossible, refused};
use super::row_reader::{ReadRow, RowContent, RowReader};
use super::target::Target;
use crate::exchange::problem::{Problem, RowProblem};
use crate::exchange::sheet::cells::Row;
use crate::register::{CaseFile, CaseKey, CaseState, Definition, Withdrawn};
use crate::store::{EntryWrite, Store, Write};

/// What rows make of the cases that exist, each case once, and what comes on its timeline: where rows are merged, so that a
/// later row goes on from what an earlier one makes of its case, and of the rows of a list that was edited.
pub(super) type Merges = BTreeMap<CaseKey, (Write, Vec<EntryWrite>)>;

/// Compares rows with the cases in a store.
pub(super) struct Planner<'a> {
    pub reader: RowReader<'a>,
    pub store: &'a dyn Store,
    /// Whether somebody typed the rows as new cases.
    pub typed: bool,
    /// The first row with each number.
    pub numbers: HashMap<String, usize>,
    /// The cases of rows without a number.
    pub by_content: HashMap<usize, CaseKey>,
    /// The known cases, once a new one is compared with them.
    pub duplicates: Option<Duplicates>,
    pub decisions: &'a Decisions,
}

impl Planner<'_> {
    /// What becomes of this row, after what earlier rows change.
    pub fn outcome(&mut self, row: &Row, merges: &Merges) -> Result<Outcome, ImportError> {
        let ReadRow {
            content,
            mut problems,
            course_read,
        } = self.reader.read(row);
        if let Some(mark) = &content.version {
            return self.edited(row, &content, mark);
        }
        let (known, repeated) = self.known(row, &content, &mut problems)?;
        let known = known.map(|case| as_changed(case, merges));
        if self.typed && known.is_none() {
            problems.extend(missing(&self.reader, row, &content));
        }
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
            self.compare(row, merges, &mut planned)?;
        }
        Ok(planned)
    }

    /// What becomes of a row of a list that was exported to be edited, when its case had the version of this mark.
    fn edited(
        &mut self,
        row: &Row,
        content: &RowContent,
        mark: &str,
    ) -> Result<Outcome, ImportError> {
        let mut problems = Vec::new();
        let (known, _) = self.known(row, content, &mut problems)?;
        let decision = self.decisions.rows.get(&row.number).copied();
        let decision = decision.or(self.decisions.conflicts);
        let (reader, store) = (&self.reader, self.store);
        let exported = (known, mark);
        Ok(edited_row(
            reader, row, exported, problems, decision, store,
        )?)
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
            // What somebody types is one more case; that it may be this one is said.
            if self.typed {
                return Ok((None, false));
            }
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
        merges: &Merges,
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
        let found = known.and_then(|known| known.of(definition, state));
        let found = match found {
            None => same_content(&self.by_content, row.number, self.store)?,
            found => found,
        };
        let Some(duplicate) = found else {
            self.remember(row, planned);
            return Ok(());
        };
        planned.decision = self.decisions.rows.get(&row.number).copied();
        match planned.decision {
            None | Some(Decision::Both | Decision::Row | Decision::Stored) => {}
            Some(Decision::Skip) => planned.outcome = RowOutcome::Skipped,
            Some(Decision::Merge) => {
                let known = match duplicate.of {
                    DuplicateOf::Case { key, .. } => self.store.cases(&[key])?.pop(),
                    // Two new cases are put together once they are cases.
                    DuplicateOf::Row(_) => None,
                };
                if let Some(case) = known {
                    let case = as_changed(case, merges);
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
        self.remember(row, planned);
        Ok(())
    }

    /// Remembers what a row becomes, for later rows that may be the same.
    fn remember(&mut self, row: &Row, planned: &Outcome) {
        if planned.outcome == RowOutcome::New
            && let (Some(duplicates), Some(state)) = (&mut self.duplicates, &planned.after)
        {
            let of = DuplicateOf::Row(row.number);
            duplicates.add(self.reader.definition, state, &of);
        }
    }
}

/// The case as it becomes by what is changed already.
fn as_changed(case: CaseFile, merges: &Merges) -> CaseFile {
    match merges.get(&case.key) {
        Some((write, _)) => CaseFile {
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
    let known = counting(known.map(|case| &case.state));
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

/// The state that a row makes of a case, or of a new one.
pub(super) fn applied(
    definition: &Definition,
    known: Option<&CaseState>,
    content: &RowContent,
) -> Result<CaseState, Vec<Refusal>> {
    apply_row(definition, counting(known), content)
}

/// The state to which a row is applied: a case that was taken back is made anew, under the number it has kept.
fn counting(known: Option<&CaseState>) -> Option<&CaseState> {
    known.filter(|state| state.withdrawn != Some(Withdrawn::TakenBack))
}
