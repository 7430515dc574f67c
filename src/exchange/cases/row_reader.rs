//! Reading one row as the values of a case, field by field.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::choices::Meaning;
use super::date_order::{Reading, date_text};
use super::districts::Districts;
use super::mapping::Mapping;
use super::target::{Target, choices_of, is_date, takes_several};
use super::value_meaning::pieces;
use crate::exchange::problem::{Problem, RowProblem, surplus};
use crate::exchange::sheet::cells::Row;
use crate::language::folded;
use crate::register::{
    Address, AddressPart, Choice, DateOrder, Definition, FieldKind, Value, ValueProblem,
    read_choice, read_day_in, read_postcode, read_yes_no, recognise,
};

/// What a row holds. A blank cell is no value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RowContent {
    pub number: Option<String>,
    /// The mark of the version its case had when it was exported.
    pub version: Option<String>,
    pub begin: Option<NaiveDate>,
    /// The day it came before it began.
    pub since: Option<NaiveDate>,
    pub end: Option<NaiveDate>,
    pub status: Option<String>,
    pub outcome: Option<String>,
    pub flags: BTreeMap<String, bool>,
    pub values: BTreeMap<String, Value>,
    pub parts: Vec<(String, AddressPart, String)>,
}

/// A row as it was read.
pub(super) struct ReadRow {
    /// Its values, as far as they can be read.
    pub content: RowContent,
    /// What cannot be read.
    pub problems: Vec<RowProblem>,
    /// Whether begin, end and outcome were read, so that the row can be applied to a case.
    pub course_read: bool,
}

/// Why what a row has for a field cannot be read.
type Refusal = Box<Problem>;

/// Two columns that feed one field say otherwise.
fn contradict(first: &str, second: &str) -> Refusal {
    Box::new(Problem::Contradict {
        first: first.to_owned(),
        second: second.to_owned(),
    })
}

/// Reads the rows of one sheet.
#[derive(Clone, Copy)]
pub(super) struct RowReader<'a> {
    pub definition: &'a Definition,
    pub mapping: &'a Mapping,
    /// Whether signs stand between the cells, which a text can hold as well.
    pub is_text: bool,
    /// What tells a district by an address, where values ask for it.
    pub districts: &'a Districts,
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

impl RowReader<'_> {
    /// The values of the row, and everything in it that cannot be read.
    pub fn read(&self, row: &Row) -> ReadRow {
        self.read_except(row, &[])
    }

    /// The same without these.
    pub fn read_except(&self, row: &Row, passed_over: &[Target]) -> ReadRow {
        let mut content = RowContent::default();
        let mut problems = Vec::new();
        let mut course_read = true;
        let targets = self.mapping.reading_order().iter();
        for target in targets.filter(|target| !passed_over.contains(target)) {
            if let Err(problem) = self.read_target(&mut content, row, target) {
                problems.push(self.problem(row, Some(target), *problem));
                course_read &=
                    matches!(target, Target::Status | Target::Field(_) | Target::Part(..));
            }
        }
        let lacks = |at| !passed_over.contains(&at) && self.written(row, &at).is_empty();
        if lacks(Target::Begin) && lacks(Target::Since) {
            let begin = self.definition.begin.label.clone();
            problems.push(self.problem(row, Some(&Target::Begin), Problem::NoBegin { begin }));
            course_read = false;
        }
        problems.extend(surplus(row, self.mapping.names().len(), self.is_text));
        ReadRow {
            content,
            problems,
            course_read,
        }
    }

    /// Reads what the row has for one field.
    fn read_target(
        &self,
        content: &mut RowContent,
        row: &Row,
        target: &Target,
    ) -> Result<(), Refusal> {
        if let Target::Part(field, AddressPart::Street) = target
            && let Some(column) = self.mapping.column(target)
            && self.mapping.is_whole_address(column, field)
        {
            let parts = self.address_parts(row, field, &row.text(column));
            content.parts.extend(parts);
            return Ok(());
        }
        if let Some(choices) = choices_of(self.definition, target) {
            return self.read_choices(content, row, target, &choices);
        }
        if is_date(self.definition, target) {
            return self.read_date(content, row, target);
        }
        let written = self.joined(row, target)?;
        if written.is_empty() {
            return Ok(());
        }
        match target {
            Target::Number => content.number = Some(written),
            Target::Version => content.version = Some(written),
            Target::Flag(id) => {
                content.flags.insert(id.clone(), read_yes_no(&written)?);
            }
            Target::Field(id) => {
                let field = self.definition.field(id);
                let value = field.map(|field| field.read(&written)).transpose()?;
                content
                    .values
                    .extend(value.flatten().map(|value| (id.clone(), value)));
            }
            Target::Part(field, part) => {
                // The part of a whole address is read with it.
                let column = self.mapping.column(target);
                if column.is_some_and(|column| self.mapping.is_whole_address(column, field)) {
                    return Ok(());
                }
                let text = match part {
                    AddressPart::Postcode => read_postcode(&written)?,
                    _ => written,
                };
                content.parts.push((field.clone(), *part, text));
            }
            _ => {}
        }
        Ok(())
    }

    /// The text for this target; of several columns their texts together, or the same in all that are filled.
    fn joined(&self, row: &Row, target: &Target) -> Result<String, Refusal> {
        let texts: Vec<String> = self
            .texts(row, target)
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        let between = match target {
            Target::Field(id) => match self.definition.field(id).map(|field| field.kind) {
                Some(FieldKind::LongText) => Some("\n"),
                Some(FieldKind::Text | FieldKind::Person | FieldKind::Address) => Some(" "),
                _ => None,
            },
            Target::Part(_, AddressPart::Postcode) => None,
            Target::Part(..) => Some(" "),
            _ => None,
        };
        match (between, &texts[..]) {
            (Some(between), _) => Ok(texts.join(between)),
            (None, []) => Ok(String::new()),
            (None, [first, rest @ ..]) => {
                match rest.iter().find(|text| folded(text) != folded(first)) {
                    Some(other) => Err(contradict(first, other)),
                    None => Ok(first.clone()),
                }
            }
        }
    }

    /// The filled cells that feed this target, each with its column.
    fn texts(&self, row: &Row, target: &Target) -> Vec<(usize, String)> {
        let texts = self
            .mapping
            .columns(target)
            .map(|column| (column, row.text(column).into_owned()));
        texts.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Reads a date, of which the time may stand in a second column.
    fn read_date(
        &self,
        content: &mut RowContent,
        row: &Row,
        target: &Target,
    ) -> Result<(), Refusal> {
        let cells = self.texts(row, target).into_iter().map(|(column, text)| {
            let serial = row.cells.get(column).and_then(date_text);
            (column, serial.unwrap_or(text))
        });
        let cells: Vec<(usize, String)> = cells.collect();
        let Some((column, first)) = cells.first().cloned() else {
            return Ok(());
        };
        let dates = self.mapping.dates(column);
        let order = match dates.map(|dates| dates.reading(&first)) {
            Some(Reading::Unknown) => return Err(Box::new(Problem::DateOrder { written: first })),
            Some(Reading::In(order)) => order,
            None => DateOrder::Day,
        };
        let mut read = self.date_value(target, &first, order)?;
        if let Some((_, second)) = cells.get(1) {
            match self.date_value(target, &format!("{first} {second}"), order) {
                Ok(whole) => read = whole,
                Err(_) => {
                    if self.date_value(target, second, order).ok().as_ref() != Some(&read) {
                        return Err(contradict(&first, second));
                    }
                }
            }
        }
        match (target, read) {
            (Target::Begin, Value::Date(day)) => content.begin = Some(day),
            (Target::Since, Value::Date(day)) => content.since = Some(day),
            (Target::End, Value::Date(day)) => content.end = Some(day),
            (Target::Field(id), value) => {
                content.values.insert(id.clone(), value);
            }
            _ => {}
        }
        Ok(())
    }

    fn date_value(
        &self,
        target: &Target,
        written: &str,
        order: DateOrder,
    ) -> Result<Value, ValueProblem> {
        let not_a_date = || ValueProblem::NotADate(written.to_owned());
        match target {
            Target::Field(id) => {
                let field = self.definition.field(id).ok_or_else(not_a_date)?;
                field.read_in(written, order)?.ok_or_else(not_a_date)
            }
            _ => Ok(Value::Date(read_day_in(written, order)?)),
        }
    }

    /// Reads the choices that the row has for this target, from all columns that feed it.
    fn read_choices(
        &self,
        content: &mut RowContent,
        row: &Row,
        target: &Target,
        choices: &[Choice],
    ) -> Result<(), Refusal> {
        let mut chosen = BTreeSet::new();
        for (column, written) in self.texts(row, target) {
            let known = |text: &str| {
                self.mapping.meaning(target, text).is_some() || recognise(choices, text).is_some()
            };
            let several = takes_several(self.definition, target) && !known(&written);
            let parts = match several {
                true => pieces(&written, known),
                false => vec![written.as_str()],
            };
            for part in parts {
                let beside = || self.means_another(column, target, part);
                match self.mapping.meaning(target, part) {
                    Some(Meaning::Unknown) => {}
                    Some(Meaning::Choices(ids)) => chosen.extend(ids.iter().cloned()),
                    Some(Meaning::ByAddress(ids)) => {
                        let field = target.id();
                        chosen.extend(self.districts.of(&field, &content.parts, choices, ids));
                    }
                    None => match read_choice(choices, part) {
                        Ok(choice) => drop(chosen.insert(choice.id.clone())),
                        Err(_) if beside() => {}
                        Err(problem) => return Err(Refusal::from(problem)),
                    },
                }
            }
        }
        let several = takes_several(self.definition, target);
        if several && !chosen.is_empty() {
            let value = Value::Choices(chosen);
            content.values.insert(target.id(), value);
            return Ok(());
        }
        let mut ids = chosen.into_iter();
        let (first, second) = (ids.next(), ids.next());
        if let (Some(first), Some(second)) = (&first, &second) {
            return Err(contradict(first, second));
        }
        let Some(id) = first else { return Ok(()) };
        match target {
            Target::Status => content.status = Some(id),
            Target::Outcome => content.outcome = Some(id),
            _ => {
                content.values.insert(target.id(), Value::Choice(id));
            }
        }
        Ok(())
    }

    /// Whether this value of a column means something for another field that the column feeds.
    fn means_another(&self, column: usize, target: &Target, written: &str) -> bool {
        let links = self.mapping.links().iter();
        let mut others = links.filter(|link| link.column == column && link.target != *target);
        others.any(|link| {
            let choices = choices_of(self.definition, &link.target);
            choices.is_some_and(|choices| {
                self.mapping.meaning(&link.target, written).is_some()
                    || recognise(&choices, written).is_some()
            })
        })
    }

    /// The parts of a whole address. A part that has a column of its own is read from that one where it is filled.
    fn address_parts(
        &self,
        row: &Row,
        field: &str,
        written: &str,
    ) -> Vec<(String, AddressPart, String)> {
        if written.is_empty() {
            return Vec::new();
        }
        let own = |part| Target::Part(field.to_owned(), part);
        let whole = self.mapping.column(&own(AddressPart::Street));
        let elsewhere = |part| {
            let column = self.mapping.column(&own(part));
            column.filter(|column| Some(*column) != whole)
        };
        let address = Address::of_line(written);
        let filled = AddressPart::ALL.into_iter().filter(|(_, part)| {
            let blank = part.of(&address).is_empty();
            match part {
                // A house that is named without an addition has none, whatever was known.
                AddressPart::Addition if !address.number.is_empty() => {
                    !blank || elsewhere(*part).is_none()
                }
                _ => !blank,
            }
        });
        filled
            .filter(|(_, part)| elsewhere(*part).is_none_or(|at| row.text(at).is_empty()))
            .map(|(_, part)| (field.to_owned(), part, part.of(&address).to_owned()))
            .collect()
    }

    /// The text in the row for this target; blank where no filled cell feeds it.
    pub fn written(&self, row: &Row, target: &Target) -> String {
        let first = self.texts(row, target).into_iter().next();
        first.map_or_else(String::new, |(_, text)| text)
    }

    /// A problem with the text in the row for this target, or with the row as a whole.
    pub fn problem(&self, row: &Row, target: Option<&Target>, problem: Problem) -> RowProblem {
        let column = target.and_then(|target| {
            let filled = self
                .texts(row, target)
                .into_iter()
                .next()
                .map(|(column, _)| column);
            filled.or_else(|| self.mapping.column(target))
        });
        let value = column.map_or_else(String::new, |column| row.text(column).into_owned());
        RowProblem {
            row: row.number,
            column: column.and_then(|column| self.mapping.names().get(column).cloned()),
            value,
            problem,
        }
    }
}
