//! `change`: changing many cases at once, as one action.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::answer::{ALL_WELL, Answer, NOTHING_DONE, SOMETHING_REFUSED};
use super::arguments::cases::Change as Asked;
use super::cases_meant::cases_meant;
use super::context::Context;
use super::error::CommandError;
use super::grid::{Column, Grid, one_line};
use super::printing::Printed;
use crate::exchange::Target;
use crate::figures::{NO, YES};
use crate::language::Language;
use crate::register::{
    Change, Closing, Definition, Reason, STATUS, Setting, Value, read_choice, read_date,
};
use crate::store::{Becomes, BulkLine, BulkPlan, Operation, OwnSettings};

/// The result of a change, ready to be printed.
struct Printable<'a> {
    definition: &'a Definition,
    plan: &'a BulkPlan,
    /// The action that was carried out; none where nothing was stored.
    operation: Option<&'a str>,
    dry_run: bool,
}

/// The same as a program reads it.
#[derive(Serialize)]
struct Json<'a> {
    register: &'a str,
    dry_run: bool,
    operation: Option<&'a str>,
    changed: usize,
    unchanged: usize,
    refused: usize,
    cases: Vec<JsonCase<'a>>,
}

#[derive(Serialize)]
struct JsonCase<'a> {
    number: &'a str,
    changes: Vec<JsonChange>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct JsonChange {
    field: String,
    before: Option<String>,
    after: Option<String>,
}

/// Changes the cases, or reports what would change.
pub(super) fn run(asked: &Asked, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    let mut vault = context.open()?;
    let definition = Arc::clone(vault.definition(&asked.register)?);
    let settings = settings(&definition, &asked.set)?;
    let cases = cases_meant(&vault, &definition, &asked.which, &asked.filters)?;
    let cases = cases.ok_or(CommandError::NothingToChange)?;
    let (own, today) = (OwnSettings::new(), context.clock.today());
    let plan = BulkPlan::make(&definition, cases, &settings, &own, today);
    let stores = !asked.dry_run && plan.changed() > 0;
    let operation = Operation {
        reason: asked.reason.clone().map(Reason::Words),
        ..plan.operation(Operation::by(context.actor, context.clock.now()))
    };
    if stores {
        vault.store_mut(&definition.id)?.record(&operation)?;
    }
    let printable = Printable {
        definition: &definition,
        plan: &plan,
        operation: stores.then_some(operation.id.as_str()),
        dry_run: asked.dry_run,
    };
    Ok(Answer {
        text: printable.printed(asked.format, language)?,
        code: match (plan.refused(), plan.changed() + plan.already_so()) {
            (0, _) => ALL_WELL,
            (_, 0) => NOTHING_DONE,
            _ => SOMETHING_REFUSED,
        },
        ..Answer::default()
    })
}

/// Reads every `FIELD=VALUE`. The end and the outcome together close the cases.
fn settings(definition: &Definition, written: &[String]) -> Result<Vec<Setting>, CommandError> {
    let mut settings = Vec::new();
    let (mut end, mut outcome) = (None, None);
    for written in written {
        match setting(definition, written)? {
            Given::Setting(setting) => settings.push(setting),
            Given::End(date) => end = Some(date),
            Given::Outcome(id) => outcome = Some((id, written)),
        }
    }
    match (end, outcome) {
        (Some(date), outcome) => settings.push(Setting::End(Closing {
            outcome: outcome.map(|(id, _)| id),
            ..Closing::on(date)
        })),
        (None, Some((_, written))) => {
            return Err(CommandError::OutcomeWithoutEnd(written.clone()));
        }
        (None, None) => {}
    }
    Ok(settings)
}

/// What one `FIELD=VALUE` gives.
enum Given {
    Setting(Setting),
    End(NaiveDate),
    Outcome(String),
}

/// Reads `FIELD=VALUE`: field and value by id, label or alias; a blank value makes it unknown.
fn setting(definition: &Definition, written: &str) -> Result<Given, CommandError> {
    let (name, value) = written
        .split_once('=')
        .ok_or_else(|| CommandError::NotASetting(written.to_owned()))?;
    let value = value.trim();
    let not_settable = || CommandError::NotSettable {
        register: definition.id.clone(),
        value: name.trim().to_owned(),
    };
    // An address is set as a whole: its field is the name of the street as well.
    match Target::named(definition, name) {
        Some(Target::Status) if value.is_empty() => Ok(Given::Setting(Setting::Status(None))),
        Some(Target::Status) => {
            let status = Some(definition.read_status(value)?);
            Ok(Given::Setting(Setting::Status(status)))
        }
        Some(Target::End) if definition.has_spells() => Ok(Given::End(read_date(value)?)),
        Some(Target::Outcome) => {
            let outcome = definition.outcome.as_ref().ok_or_else(not_settable)?;
            Ok(Given::Outcome(
                read_choice(&outcome.choices, value)?.id.clone(),
            ))
        }
        Some(target @ (Target::Field(_) | Target::Part(..))) => {
            let id = target.id();
            let field = definition.field(&id).ok_or_else(not_settable)?;
            let value = field.read(value)?;
            Ok(Given::Setting(Setting::Field { id, value }))
        }
        _ => Err(not_settable()),
    }
}

impl Printable<'_> {
    fn summary(&self, language: Language) -> String {
        let id = match self.dry_run {
            true => "cli-change-dry-run",
            false => "cli-change-summary",
        };
        let counts = [
            ("changed", self.plan.changed().into()),
            ("already", self.plan.already_so().into()),
            ("refused", self.plan.refused().into()),
        ];
        language.say(id, &counts)
    }

    /// Every case of which something changes, with each change.
    fn changes(&self) -> impl Iterator<Item = (&BulkLine, Change)> {
        let lines = self.plan.lines.iter();
        lines.flat_map(|line| line.changes().into_iter().map(move |change| (line, change)))
    }

    /// Why a case is refused, a sentence a reason.
    fn problems(&self, line: &BulkLine, language: Language) -> Vec<String> {
        let Becomes::Refused(problems) = &line.becomes else {
            return Vec::new();
        };
        let problems = problems.iter();
        problems
            .map(|problem| self.definition.problem_line(problem, language))
            .collect()
    }
}

/// What a change is about, and both sides of it, as a program reads them.
fn raw(change: &Change) -> (String, Option<String>, Option<String>) {
    match change {
        Change::Field { id, before, after } => {
            let text = |value: &Option<Value>| value.as_ref().map(raw_value);
            (id.clone(), text(before), text(after))
        }
        Change::Status { before, after } => (STATUS.to_owned(), before.clone(), after.clone()),
        // Nothing else can be changed of many cases at once.
        _ => (String::new(), None, None),
    }
}

fn raw_value(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Choices(ids) => ids.iter().cloned().collect::<Vec<_>>().join("|"),
        Value::Date(day) => day.to_string(),
        Value::DateTime(moment) => moment.format("%Y-%m-%dT%H:%M:%S").to_string(),
        Value::Number(number) => number.to_string(),
        Value::YesNo(yes) => if *yes { YES } else { NO }.to_owned(),
        Value::Address(address) => address.line(),
    }
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        let (mut numbers, mut fields, mut befores, mut afters) = Default::default();
        for (line, change) in self.changes() {
            let unknown = || language.text("unknown").to_lowercase();
            let (before, after) = self.definition.both_sides(&change, language);
            let cells: [&mut Vec<String>; 4] =
                [&mut numbers, &mut fields, &mut befores, &mut afters];
            let texts = [
                line.case.number.clone(),
                self.definition.changed_thing(&change, language),
                before.unwrap_or_else(unknown),
                after.unwrap_or_else(unknown),
            ];
            for (column, text) in cells.into_iter().zip(texts) {
                column.push(text);
            }
        }
        let mut text = String::new();
        if !numbers.is_empty() {
            let ids = ["cli-number", "cli-field", "cli-before", "cli-after"];
            let columns = ids.into_iter().zip([numbers, fields, befores, afters]);
            let columns = columns.map(|(id, cells)| Column::words(language.text(id), cells));
            let grid = Grid {
                columns: columns.collect(),
                totals: 0,
            };
            text = grid.text() + "\n";
        }
        for line in &self.plan.lines {
            for problem in self.problems(line, language) {
                text += &one_line(&format!("{}: {problem}", line.case.number));
                text.push('\n');
            }
        }
        text += &format!("{}\n", self.summary(language));
        if let Some(operation) = self.operation {
            let operation = [("operation", operation.into())];
            text += &format!("{}\n", language.say("cli-operation", &operation));
        }
        text
    }

    fn records(&self, language: Language) -> Vec<Vec<String>> {
        let names = ["bewerking", "nummer", "veld", "was", "wordt", "melding"];
        let mut records = vec![names.map(str::to_owned).to_vec()];
        let operation = self.operation.unwrap_or_default();
        let mut record = |fields: [&str; 5]| {
            let fields = std::iter::once(operation).chain(fields);
            records.push(fields.map(str::to_owned).collect());
        };
        for (line, change) in self.changes() {
            let (field, before, after) = raw(&change);
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            record([&line.case.number, &field, &before, &after, ""]);
        }
        for line in &self.plan.lines {
            for problem in self.problems(line, language) {
                record([&line.case.number, "", "", "", &problem]);
            }
        }
        records
    }

    fn json(&self, language: Language) -> impl Serialize {
        let reported = |line: &&BulkLine| line.becomes != Becomes::AlreadySo;
        let cases = self
            .plan
            .lines
            .iter()
            .filter(reported)
            .map(|line| JsonCase {
                number: &line.case.number,
                changes: line
                    .changes()
                    .iter()
                    .map(|change| {
                        let (field, before, after) = raw(change);
                        JsonChange {
                            field,
                            before,
                            after,
                        }
                    })
                    .collect(),
                problems: self.problems(line, language),
            });
        Json {
            register: &self.definition.id,
            dry_run: self.dry_run,
            operation: self.operation,
            changed: self.plan.changed(),
            unchanged: self.plan.already_so(),
            refused: self.plan.refused(),
            cases: cases.collect(),
        }
    }
}
