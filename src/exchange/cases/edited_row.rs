//! A row of a list that was edited elsewhere: what was changed in it since it was exported, beside what was changed here.

use super::apply::apply_row;
use super::conflict::Conflict;
use super::duplicates::Decision;
use super::editable::{is_same, marked_version};
use super::planned_row::{Outcome, RowOutcome};
use super::row_problems::{impossible, refused};
use super::row_reader::RowReader;
use super::target::Target;
use crate::exchange::problem::{Problem, RowProblem};
use crate::exchange::sheet::cells::{Cell, Row};
use crate::language::Language;
use crate::register::{CaseFile, CaseState, Change, Difference, Value};
use crate::store::{Store, StoreError};

/// What becomes of a row of a list that was exported when its case, as far as it is known, had the version of this mark. `problems` are
/// those that were found in looking the case up.
///
/// # Errors
/// The store cannot be read.
pub(super) fn edited_row(
    reader: &RowReader<'_>,
    row: &Row,
    (known, mark): (Option<CaseFile>, &str),
    mut problems: Vec<RowProblem>,
    decision: Option<Decision>,
    store: &dyn Store,
) -> Result<Outcome, StoreError> {
    let number = || reader.written(row, &Target::Number);
    let refusal = match &known {
        _ if !problems.is_empty() => None,
        Some(case) if case.state.withdrawn.is_some() => Some(Problem::Merged { number: number() }),
        Some(case) if marked_version(case, mark).is_some() => None,
        _ => Some(Problem::NotFromHere { number: number() }),
    };
    problems.extend(refusal.map(|problem| reader.problem(row, Some(&Target::Number), problem)));
    let mut outcome = Outcome::refused(problems, known);
    outcome.is_edited = true;
    let known = outcome.before.as_ref();
    let known = known.filter(|_| outcome.problems.is_empty());
    let Some((case, version)) = known.and_then(|case| Some((case, marked_version(case, mark)?)))
    else {
        return Ok(outcome);
    };
    let mut history = Vec::new();
    let mut exported = case.state.clone();
    if version < case.version {
        history = store.history(case.key)?;
        history.retain(|revision| revision.entry.is_none() && revision.version > version);
        let changes = history.iter().flat_map(|one| one.changes.iter().rev());
        changes.for_each(|change| change.set(&mut exported, false));
    }
    let (changed, problems) = changed_by(reader, row, &exported);
    outcome.problems = problems;
    let Some(changed) = changed else {
        return Ok(outcome);
    };
    let differences = exported.differences(&case.state, &changed);
    let (clashing, others): (Vec<Difference>, Vec<Difference>) = differences
        .into_iter()
        .partition(|difference| difference.clashes(&exported));
    let conflicts = clashing.into_iter();
    outcome.conflicts = conflicts
        .filter_map(|one| Conflict::of(one, &history))
        .collect();
    outcome.decision = decision.filter(|_| !outcome.conflicts.is_empty());
    let mut changes: Vec<Change> = others.into_iter().filter_map(|one| one.mine).collect();
    let conflicts = outcome.conflicts.iter();
    match outcome.decision {
        Some(Decision::Row) => changes.extend(conflicts.map(|conflict| conflict.row.clone())),
        Some(Decision::Stored) => {}
        Some(Decision::Skip) => {
            outcome.outcome = RowOutcome::Skipped;
            return Ok(outcome);
        }
        _ => outcome.problems.extend(conflicts.map(|one| {
            let problem = one.problem(reader.definition);
            reader.problem(row, one.target().as_ref(), problem)
        })),
    }
    let state = case.state.clone().with(&changes);
    if state != case.state {
        let faults = reader.definition.check_change(&case.state, &state);
        outcome.problems.extend(impossible(reader, row, faults));
    }
    if outcome.problems.is_empty() {
        (outcome.outcome, outcome.after) = match state == case.state {
            true => (RowOutcome::Unchanged, None),
            false => (RowOutcome::Changed, Some(state)),
        };
    }
    Ok(outcome)
}

/// The case as it was exported with what the row changes. What stands in it as it was exported changes nothing, and a cell
/// that was emptied since makes unknown; a column that is not there, or is never exported, does neither.
fn changed_by(
    reader: &RowReader<'_>,
    row: &Row,
    exported: &CaseState,
) -> (Option<CaseState>, Vec<RowProblem>) {
    let definition = reader.definition;
    let (untouched, emptied) = untouched_and_emptied(reader, row, exported);
    let read = reader.read_except(row, &[&untouched[..], &emptied[..]].concat());
    let (mut content, mut problems) = (read.content, read.problems);
    let mut state = exported.clone();
    for target in &emptied {
        if !empty(&mut state, target) {
            let words = match (target, &definition.preparation) {
                (Target::Since, Some(words)) => words,
                _ => &definition.begin,
            };
            let begin = words.label.clone();
            problems.push(reader.problem(row, Some(target), Problem::NoBegin { begin }));
        }
    }
    // It is certain which case is meant, so that another year is a correction.
    if let Some(first) = state.spells.first_mut()
        && let Some(begin) = content.begin.take()
    {
        first.opened = begin;
    }
    if !problems.is_empty() {
        return (None, problems);
    }
    let state = match apply_row(definition, Some(&state), &content) {
        Ok(state) => state,
        Err(refusals) => {
            let refusals = refusals.into_iter();
            let problems = refusals.map(|refusal| refused(reader, row, &content, refusal));
            return (None, problems.collect());
        }
    };
    if content.status.is_some() && state.status != content.status {
        let value = reader.written(row, &Target::Status);
        let problem = match state.closing() {
            Some(_) => Problem::StatusOfRunning { value },
            None => Problem::StatusOfEnded { value },
        };
        let problem = reader.problem(row, Some(&Target::Status), problem);
        return (None, vec![problem]);
    }
    (Some(state), Vec::new())
}

/// What the row holds as it was exported, and what was emptied since. Something that several columns feed is neither: it
/// was made by hand.
fn untouched_and_emptied(
    reader: &RowReader<'_>,
    row: &Row,
    exported: &CaseState,
) -> (Vec<Target>, Vec<Target>) {
    let (mut untouched, mut emptied) = (vec![Target::Number, Target::Version], Vec::new());
    for target in reader.mapping.targets() {
        let mut columns = reader.mapping.columns(target);
        let (Some(column), None) = (columns.next(), columns.next()) else {
            continue;
        };
        let cell = row.cells.get(column).unwrap_or(&Cell::Empty);
        let known =
            Language::ALL.map(|language| target.cell(reader.definition, exported, language));
        if known.iter().any(|known| is_same(cell, known)) {
            untouched.push(target.clone());
        } else if cell.is_blank() && target.is_editable(reader.definition) {
            emptied.push(target.clone());
        }
    }
    (untouched, emptied)
}

/// Makes this unknown. Says whether it can be: a case without a begin is none.
fn empty(state: &mut CaseState, target: &Target) -> bool {
    if matches!(target, Target::Begin) {
        // What has yet to begin has no begin to lose.
        return state.spells.is_empty();
    }
    if matches!(target, Target::Since) {
        // What began keeps its begin; what has yet to came on some day.
        let began = !state.spells.is_empty();
        state.preparation.take_if(|_| began);
        return began;
    }
    let closing = state.last_spell_mut().map(|last| &mut last.closed);
    match target {
        Target::Begin | Target::Since => {}
        Target::Number | Target::Version => {}
        Target::End => closing.into_iter().for_each(|closed| *closed = None),
        Target::Status => state.status = None,
        Target::Outcome => {
            if let Some(Some(closing)) = closing {
                closing.outcome = None;
            }
        }
        Target::Flag(id) => {
            if let Some(Some(closing)) = closing {
                closing.flags.remove(id);
            }
        }
        Target::Field(id) => state.set(id, None),
        Target::Part(id, part) => {
            if let Some(Value::Address(address)) = state.values.get_mut(id) {
                part.of_mut(address).clear();
                if address.is_empty() {
                    state.set(id, None);
                }
            }
        }
    }
    true
}
