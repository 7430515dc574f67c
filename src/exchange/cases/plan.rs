//! The plan of an import: what it would do, as a report, and the writes that do it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::apply::{Refusal, apply_row};
use super::known_cases::match_by_content;
use super::line::Line;
use super::mapping::Mapping;
use super::row_reader::{ReadRow, RowContent, RowReader};
use super::target::Target;
use crate::exchange::problem::{Problem, RowProblem};
use crate::exchange::report::Report;
use crate::exchange::sheet::cells::{Row, Sheet};
use crate::register::{
    BEGIN, CaseFile, CaseProblem, CaseState, Definition, END, Fault, OUTCOME, STATUS, Withdrawn,
};
use crate::store::{Operation, Store, StoreError, Target as Case, Write};

/// An import that is ready to be shown or carried out.
#[derive(Clone, Debug)]
pub struct Plan {
    report: Report,
    writes: Vec<Write>,
}

impl Plan {
    /// Compares the rows of a sheet with the cases in the store. Nothing is written.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn make(
        definition: &Definition,
        sheet: &Sheet,
        mapping: &Mapping,
        store: &dyn Store,
    ) -> Result<Self, StoreError> {
        let reader = RowReader {
            definition,
            sheet,
            mapping,
        };
        let mut lines = lines(&reader, store)?;
        match_by_content(definition, store, &mut lines)?;
        let report = Report {
            read: lines.len(),
            ignored: mapping.ignored().to_vec(),
            ..Report::default()
        };
        let mut plan = Self {
            report,
            writes: Vec::new(),
        };
        for line in lines {
            plan.add(&reader, line);
        }
        Ok(plan)
    }

    /// The report of the import.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The rows that are not refused, as one action of this person at this moment. For all rows or none, look at
    /// [`Report::refused`] first.
    pub fn operation(self, actor: &str, recorded: DateTime<Utc>) -> Operation {
        Operation {
            writes: self.writes,
            ..Operation::by(actor, recorded)
        }
    }

    fn add(&mut self, reader: &RowReader<'_>, line: Line<'_>) {
        let Line {
            row: read,
            known,
            repeated,
        } = line;
        let ReadRow {
            row,
            content,
            mut problems,
            course_read,
        } = read;
        let mut changed = None;
        if course_read && !repeated {
            match changed_by(reader, row, &content, known.as_ref()) {
                Ok(state) => changed = state,
                Err(found) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            self.report.refused += 1;
            self.report.problems.extend(problems);
            return;
        }
        let Some(state) = changed else {
            self.report.unchanged += 1;
            return;
        };
        match &known {
            Some(case) if case.state.withdrawn.is_none() => self.report.updated += 1,
            _ => self.report.added += 1,
        }
        let target = match known {
            Some(case) => Case::Existing {
                key: case.key,
                version: case.version,
            },
            None => Case::New {
                number: content.number,
            },
        };
        let register = reader.definition.id.clone();
        self.writes.push(Write {
            register,
            target,
            state,
        });
    }
}

/// Every row with the case that has its number. Of two rows with one number the first counts, also when it is refused
/// itself: which of them was meant the program cannot know.
fn lines<'a>(reader: &RowReader<'a>, store: &dyn Store) -> Result<Vec<Line<'a>>, StoreError> {
    let mut first_rows: HashMap<String, usize> = HashMap::new();
    let mut lines = Vec::with_capacity(reader.sheet.rows.len());
    for row in &reader.sheet.rows {
        let mut read = reader.read(row);
        let mut known = None;
        let mut repeated = false;
        if let Some(number) = &read.content.number {
            if let Some(&first) = first_rows.get(number) {
                let problem = Problem::NumberTwice {
                    number: number.clone(),
                    first,
                };
                read.problems
                    .push(reader.problem(row, Some(&Target::Number), problem));
                repeated = true;
            } else {
                first_rows.insert(number.clone(), row.number);
                known = store.case_by_number(&reader.definition.id, number)?;
            }
        }
        lines.push(Line {
            row: read,
            known,
            repeated,
        });
    }
    Ok(lines)
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
    Err(faults
        .into_iter()
        .map(|fault| impossible(reader, row, fault))
        .collect())
}

/// A value that does not fit the case, as a problem of its cell.
fn refused(
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

/// What the definition does not allow of the new state, as a problem of the cell that causes it.
fn impossible(reader: &RowReader<'_>, row: &Row, found: CaseProblem) -> RowProblem {
    let CaseProblem { subject, fault } = found;
    let flag = reader.definition.flag(&subject);
    let target = match (subject.as_str(), flag) {
        (BEGIN, _) => Target::Begin,
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
