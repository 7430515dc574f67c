//! What an import would do, before it does anything: the dry run, and the writes that carry it out.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::given::{Given, Reader, Reading};
use super::mapping::Mapping;
use super::matching;
use super::merging::{Refusal, merged};
use super::problem::{Problem, RowProblem};
use super::reading::{Row, Sheet};
use super::target::Target;
use crate::register::{
    BEGIN, CaseFile, CaseProblem, CaseState, Definition, END, Fault, OUTCOME, STATUS, Withdrawn,
};
use crate::store::{Operation, Store, StoreError, Target as Case, Write};

/// What an import comes to: every row is either added, an update, unchanged or refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// How many rows were read.
    pub read: usize,
    /// How many become a new case.
    pub added: usize,
    /// How many change a case that exists.
    pub updated: usize,
    /// How many say nothing that is not known.
    pub unchanged: usize,
    /// How many cannot be taken in.
    pub refused: usize,
    /// Why they cannot, in the order of the rows; a row may have several reasons.
    pub problems: Vec<RowProblem>,
    /// The columns that say nothing of this register.
    pub ignored: Vec<String>,
}

/// An import that is ready to be carried out, or to be shown and forgotten.
#[derive(Clone, Debug)]
pub struct Plan {
    report: Report,
    writes: Vec<Write>,
}

/// A row with the case it is about.
pub(super) struct Line<'a> {
    pub reading: Reading<'a>,
    /// The case it is about; none is a new one.
    pub known: Option<CaseFile>,
    /// Whether its number stood in the file before, so that it is about no case at all.
    repeated: bool,
}

impl Plan {
    /// Lays the rows of a sheet beside the cases in the store. Nothing is written.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn make(
        definition: &Definition,
        sheet: &Sheet,
        mapping: &Mapping,
        store: &dyn Store,
    ) -> Result<Self, StoreError> {
        let reader = Reader {
            definition,
            sheet,
            mapping,
        };
        let mut lines = lines(&reader, store)?;
        matching::by_content(definition, store, &mut lines)?;
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
            plan.take(&reader, line);
        }
        Ok(plan)
    }

    /// What the import comes to.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The good rows as one action of this person at this moment. Whoever wants all rows or none looks at
    /// [`Report::refused`] first.
    pub fn operation(self, actor: &str, recorded: DateTime<Utc>) -> Operation {
        Operation {
            writes: self.writes,
            ..Operation::by(actor, recorded)
        }
    }

    fn take(&mut self, reader: &Reader<'_>, line: Line<'_>) {
        let Line {
            reading,
            known,
            repeated,
        } = line;
        let Reading {
            row,
            given,
            mut problems,
            course_read,
        } = reading;
        let mut changed = None;
        if course_read && !repeated {
            match changed_by(reader, row, &given, known.as_ref()) {
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
                number: given.number,
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

/// Every row, with the case that has its number. The first of a number counts, also when it is refused itself: which
/// of two was meant is not for the program to say.
fn lines<'a>(reader: &Reader<'a>, store: &dyn Store) -> Result<Vec<Line<'a>>, StoreError> {
    let mut first_rows: HashMap<String, usize> = HashMap::new();
    let mut lines = Vec::with_capacity(reader.sheet.rows.len());
    for row in &reader.sheet.rows {
        let mut reading = reader.read(row);
        let mut known = None;
        let mut repeated = false;
        if let Some(number) = &reading.given.number {
            if let Some(&first) = first_rows.get(number) {
                let problem = Problem::NumberTwice {
                    number: number.clone(),
                    first,
                };
                reading
                    .problems
                    .push(reader.problem(row, Some(&Target::Number), problem));
                repeated = true;
            } else {
                first_rows.insert(number.clone(), row.number);
                known = store.case_by_number(&reader.definition.id, number)?;
            }
        }
        lines.push(Line {
            reading,
            known,
            repeated,
        });
    }
    Ok(lines)
}

/// What becomes of the case; none where the row says nothing that is not known.
fn changed_by(
    reader: &Reader<'_>,
    row: &Row,
    given: &Given,
    known: Option<&CaseFile>,
) -> Result<Option<CaseState>, Vec<RowProblem>> {
    // One that was taken back is made anew, under the number it has kept.
    let known = known.map(|case| &case.state);
    let known = known.filter(|state| state.withdrawn != Some(Withdrawn::TakenBack));
    let state = merged(reader.definition, known, given).map_err(|refusals| {
        refusals
            .into_iter()
            .map(|refusal| refused(reader, row, given, refusal))
            .collect::<Vec<_>>()
    })?;
    if known == Some(&state) {
        return Ok(None);
    }
    if state.withdrawn.is_some() {
        let number = given.number.clone().unwrap_or_default();
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

fn refused(reader: &Reader<'_>, row: &Row, given: &Given, refusal: Refusal) -> RowProblem {
    match refusal {
        Refusal::OtherYear {
            known,
            given: begin,
        } => {
            let number = given.number.clone().unwrap_or_default();
            let problem = Problem::OtherYear {
                number,
                known,
                given: begin,
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

/// What cannot be about the case as it would become, at the cell that makes it so.
fn impossible(reader: &Reader<'_>, row: &Row, found: CaseProblem) -> RowProblem {
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
    // Where the row is silent, what it does say clashes with what was known.
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
