//! Reading one row as the values of a case, column by column.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::mapping::Mapping;
use super::target::Target;
use crate::exchange::problem::{Problem, RowProblem, surplus};
use crate::exchange::sheet::cells::{Row, Sheet};
use crate::register::{
    Address, AddressPart, Definition, Value, ValueProblem, read_choice, read_date_time,
    read_postcode, read_yes_no,
};

/// What a row holds. A blank cell is no value: it never makes anything unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RowContent {
    pub number: Option<String>,
    pub begin: Option<NaiveDate>,
    pub end: Option<NaiveDate>,
    pub status: Option<String>,
    pub outcome: Option<String>,
    pub flags: BTreeMap<String, bool>,
    pub values: BTreeMap<String, Value>,
    pub parts: Vec<(String, AddressPart, String)>,
}

/// A row as it was read.
pub(super) struct ReadRow<'a> {
    /// The row of the sheet.
    pub row: &'a Row,
    /// Its values, as far as they can be read.
    pub content: RowContent,
    /// What cannot be read.
    pub problems: Vec<RowProblem>,
    /// Whether begin, end and outcome were read, so that the row can be applied to a case to find what else is wrong.
    pub course_read: bool,
}

/// Reads the rows of one sheet.
#[derive(Clone, Copy)]
pub(super) struct RowReader<'a> {
    pub definition: &'a Definition,
    pub sheet: &'a Sheet,
    pub mapping: &'a Mapping,
}

impl RowContent {
    /// How many values the row has beside number and begin.
    pub fn count(&self) -> usize {
        let ending = [
            self.end.is_some(),
            self.status.is_some(),
            self.outcome.is_some(),
        ];
        ending.into_iter().filter(|known| *known).count()
            + self.flags.len()
            + self.values.len()
            + self.parts.len()
    }
}

impl<'a> RowReader<'a> {
    /// The values of the row, and everything in it that cannot be read.
    pub fn read(&self, row: &'a Row) -> ReadRow<'a> {
        let mut content = RowContent::default();
        let mut problems = Vec::new();
        let mut course_read = true;
        for (column, target) in self.mapping.targets() {
            let written = row.text(column);
            if written.is_empty() {
                continue;
            }
            if let Err(problem) = self.read_cell(&mut content, row, target, &written) {
                problems.push(self.problem(row, Some(target), Problem::Value(problem)));
                course_read &=
                    matches!(target, Target::Status | Target::Field(_) | Target::Part(..));
            }
        }
        if self.written(row, &Target::Begin).is_empty() {
            let begin = self.definition.begin.label.clone();
            problems.push(self.problem(row, Some(&Target::Begin), Problem::NoBegin { begin }));
            course_read = false;
        }
        problems.extend(surplus(row, self.sheet));
        ReadRow {
            row,
            content,
            problems,
            course_read,
        }
    }

    /// Reads one cell, which is not blank.
    fn read_cell(
        &self,
        content: &mut RowContent,
        row: &Row,
        target: &Target,
        written: &str,
    ) -> Result<(), ValueProblem> {
        match target {
            Target::Number => content.number = Some(written.to_owned()),
            Target::Begin => content.begin = Some(day(written)?),
            Target::End => content.end = Some(day(written)?),
            Target::Status => content.status = Some(self.definition.read_status(written)?),
            Target::Outcome => {
                let outcomes = self.definition.outcome.as_ref();
                let choices = outcomes.map_or(&[][..], |outcome| &outcome.choices);
                content.outcome = Some(read_choice(choices, written)?.id.clone());
            }
            Target::Flag(id) => {
                content.flags.insert(id.clone(), read_yes_no(written)?);
            }
            Target::Field(id) => {
                let field = self.definition.field(id);
                if let Some(value) = field
                    .map(|field| field.read(written))
                    .transpose()?
                    .flatten()
                {
                    content.values.insert(id.clone(), value);
                }
            }
            Target::Part(field, AddressPart::Postcode) => {
                content.parts.push((
                    field.clone(),
                    AddressPart::Postcode,
                    read_postcode(written)?,
                ));
            }
            Target::Part(field, AddressPart::Street) => {
                content
                    .parts
                    .extend(self.address_parts(row, field, written));
            }
            Target::Part(field, part) => {
                content
                    .parts
                    .push((field.clone(), *part, written.to_owned()));
            }
        }
        Ok(())
    }

    /// The parts in a column that is the street, or the whole address: which of the two follows from the other columns. A
    /// part that has a column of its own is read from that one.
    fn address_parts(
        &self,
        row: &Row,
        field: &str,
        written: &str,
    ) -> Vec<(String, AddressPart, String)> {
        let own = |part| Target::Part(field.to_owned(), part);
        if self.mapping.column(&own(AddressPart::Number)).is_some() {
            return vec![(field.to_owned(), AddressPart::Street, written.to_owned())];
        }
        let address = Address::of_line(written);
        let filled = AddressPart::ALL.into_iter().filter(|(_, part)| {
            let blank = part.of(&address).is_empty();
            match part {
                // A house that is named without an addition has none, whatever was known.
                AddressPart::Addition if !address.number.is_empty() => {
                    !blank || self.mapping.column(&own(*part)).is_none()
                }
                _ => !blank,
            }
        });
        filled
            .filter(|(_, part)| {
                *part == AddressPart::Street || self.written(row, &own(*part)).is_empty()
            })
            .map(|(_, part)| (field.to_owned(), part, part.of(&address).to_owned()))
            .collect()
    }

    /// The text in the row for this target; blank where there is no such column.
    pub fn written(&self, row: &Row, target: &Target) -> String {
        let column = self.mapping.column(target);
        column.map_or_else(String::new, |column| row.text(column).into_owned())
    }

    /// A problem with the text in the row for this target, or with the row as a whole.
    pub fn problem(&self, row: &Row, target: Option<&Target>, problem: Problem) -> RowProblem {
        let column = target.and_then(|target| self.mapping.column(target));
        RowProblem {
            row: row.number,
            column: column.and_then(|column| self.sheet.headers.get(column).cloned()),
            value: column.map_or_else(String::new, |column| row.text(column).into_owned()),
            problem,
        }
    }
}

/// Reads a day; a time behind it is how systems export days.
fn day(written: &str) -> Result<NaiveDate, ValueProblem> {
    match read_date_time(written) {
        Ok(instant) => Ok(instant.date()),
        Err(_) => Err(ValueProblem::NotADate(written.to_owned())),
    }
}
