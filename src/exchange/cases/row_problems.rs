//! What does not fit the case that a row is about, as a problem of the cell that causes it.

use super::apply::Refusal;
use super::row_reader::{RowContent, RowReader};
use super::target::Target;
use crate::exchange::problem::{Problem, RowProblem};
use crate::exchange::sheet::cells::Row;
use crate::register::{BEGIN, CaseProblem, END, Fault, OUTCOME, SINCE, STATUS};

/// A value that does not fit the case, as a problem of its cell.
pub(super) fn refused(
    reader: &RowReader<'_>,
    row: &Row,
    content: &RowContent,
    refusal: Refusal,
) -> RowProblem {
    match refusal {
        Refusal::OtherYear { known, in_row } => {
            let number = content.number.clone().unwrap_or_default();
            let problem = Problem::OtherYear {
                number,
                known,
                given: in_row,
            };
            reader.problem(row, Some(&Target::Begin), problem)
        }
        Refusal::NotClosed(target) => {
            let value = reader.written(row, &target);
            reader.problem(row, Some(&target), Problem::NotClosed { value })
        }
        Refusal::StatusOfOther { ended } => {
            let value = reader.written(row, &Target::Status);
            let problem = match ended {
                true => Problem::StatusOfRunning { value },
                false => Problem::StatusOfEnded { value },
            };
            reader.problem(row, Some(&Target::Status), problem)
        }
    }
}

/// What the definition does not allow of the new state, each as a problem of the cell that causes it.
pub(super) fn impossible(
    reader: &RowReader<'_>,
    row: &Row,
    found: Vec<CaseProblem>,
) -> Vec<RowProblem> {
    let problems = found.into_iter();
    problems
        .map(|found| problem_of_cell(reader, row, found))
        .collect()
}

fn problem_of_cell(reader: &RowReader<'_>, row: &Row, found: CaseProblem) -> RowProblem {
    let CaseProblem { subject, fault } = found;
    let flag = reader.definition.flag(&subject);
    let target = match (subject.as_str(), flag) {
        (BEGIN, _) => Target::Begin,
        (SINCE, _) => Target::Since,
        (END, _) => Target::End,
        (STATUS, _) => Target::Status,
        (OUTCOME, _) => Target::Outcome,
        (_, Some(_)) => Target::Flag(subject),
        (_, None) => Target::Field(subject),
    };
    // Where that cell is blank, another value of the row clashes with what was known.
    let target = match (&fault, target) {
        (_, target) if !reader.written(row, &target).is_empty() => Some(target),
        (_, Target::Flag(_)) => Some(Target::Outcome),
        (
            Fault::EndBeforeBegin { .. } | Fault::Overlap { .. } | Fault::BornAfterBegin { .. },
            _,
        ) => Some(Target::Begin),
        _ => None,
    };
    let problem = match (fault, flag, &reader.definition.outcome) {
        (Fault::FlagOfOtherOutcome, Some(flag), Some(outcome)) => Problem::FlagOfOtherOutcome {
            value: target
                .as_ref()
                .map_or_else(String::new, |target| reader.written(row, target)),
            flag: flag.label.clone(),
            outcomes: flag
                .of
                .iter()
                .filter_map(|id| outcome.choice(id))
                .map(|choice| choice.label.clone())
                .collect(),
        },
        (fault, _, _) => Problem::Fault(fault),
    };
    reader.problem(row, target.as_ref(), problem)
}
