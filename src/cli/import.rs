//! `import`: cases from a file, and what became of every row.

use serde::Serialize;

use super::arguments::{Format, Import};
use super::error::CommandError;
use super::grid::one_line;
use super::place::Context;
use super::printing::Printed;
use super::{ALL_WELL, Answer, NOTHING_DONE, SOMETHING_REFUSED};
use crate::exchange::{ImportJob, Imported, Report, RowProblem, import};
use crate::language::{Explain, Language};

/// A report, ready to be printed.
struct Printable<'a> {
    report: &'a Report,
    dry_run: bool,
    /// The name by which the import is undone.
    action: Option<&'a str>,
}

/// The report as a program reads it.
#[derive(Serialize)]
struct Json<'a> {
    read: usize,
    added: usize,
    updated: usize,
    unchanged: usize,
    refused: usize,
    operation: Option<&'a str>,
    problems: Vec<JsonProblem<'a>>,
}

/// What is wrong with a row, as a program reads it.
#[derive(Serialize)]
pub(super) struct JsonProblem<'a> {
    row: usize,
    column: Option<&'a str>,
    value: &'a str,
    message: String,
}

impl<'a> JsonProblem<'a> {
    pub fn of(found: &'a RowProblem, language: Language) -> Self {
        Self {
            row: found.row,
            column: found.column.as_deref(),
            value: &found.value,
            message: found.problem.explain(language),
        }
    }
}

/// Imports a file, or says what importing it would do.
pub(super) fn run(asked: &Import, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    let named: Vec<(String, String)> = asked
        .map
        .iter()
        .map(|written| column_and_field(written))
        .collect::<Result<_, _>>()?;
    let job = ImportJob {
        register: &asked.register,
        path: &asked.file,
        named: &named,
        dry_run: asked.dry_run,
        all_or_nothing: asked.all_or_nothing,
    };
    let mut vault = context.open()?;
    let imported = import(&mut vault, &job, context.actor, context.clock)?;
    answer(&imported, asked.dry_run, asked.format, language)
}

/// What is said of an import.
pub(super) fn answer(
    imported: &Imported,
    dry_run: bool,
    format: Format,
    language: Language,
) -> Result<Answer, CommandError> {
    let Imported {
        report,
        held_back,
        action,
    } = imported;
    let printable = Printable {
        report,
        dry_run,
        action: action.as_deref(),
    };
    let text = printable.printed(format, language)?;
    let mut remarks = Vec::new();
    if format == Format::Csv {
        // The refused rows are a table of their own; what came of the others is said beside it.
        remarks.push(printable.summary(language));
    }
    remarks.extend(ignored_line(&report.ignored, language));
    if *held_back {
        remarks.push(language.say(
            "cli-import-held-back",
            &[("refused", report.refused.into())],
        ));
    }
    let code = match report.refused {
        0 => ALL_WELL,
        _ if *held_back && !dry_run => NOTHING_DONE,
        _ => SOMETHING_REFUSED,
    };
    Ok(Answer {
        text,
        remarks,
        code,
        desk: None,
    })
}

/// Which columns were passed over, where there are any.
pub(super) fn ignored_line(columns: &[String], language: Language) -> Option<String> {
    let names = one_line(&columns.join(", "));
    let said = || language.say("cli-import-ignored", &[("columns", names.into())]);
    (!columns.is_empty()).then(said)
}

/// Reads `COLUMN=field`. The name of a column may itself have the sign in it.
fn column_and_field(written: &str) -> Result<(String, String), CommandError> {
    match written.rsplit_once('=') {
        Some((column, field)) => Ok((column.to_owned(), field.to_owned())),
        None => Err(CommandError::NotAMapping(written.to_owned())),
    }
}

impl Printable<'_> {
    fn summary(&self, language: Language) -> String {
        let counts = language.say(
            "cli-import-summary",
            &[
                ("read", self.report.read.into()),
                ("added", self.report.added.into()),
                ("updated", self.report.updated.into()),
                ("unchanged", self.report.unchanged.into()),
                ("refused", self.report.refused.into()),
            ],
        );
        let more = match self.action {
            _ if self.dry_run => Some(language.text("cli-import-dry-run")),
            Some(action) => Some(language.say("cli-operation", &[("operation", action.into())])),
            None => None,
        };
        let lines = [counts].into_iter().chain(more);
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Where it is wrong, what stands there, and what is wrong with it.
pub(super) fn problem_line(found: &RowProblem, language: Language) -> String {
    // Row numbers are written as the spreadsheet writes them: without thousands.
    let row = language.say("cli-in-row", &[("row", found.row.to_string().into())]);
    let column = found.column.as_ref();
    let column = column.map(|name| language.say("cli-in-column", &[("column", name.into())]));
    let value = Some(&found.value).filter(|value| !value.is_empty());
    let value = value.map(|value| language.say("cli-in-value", &[("value", value.into())]));
    let place: Vec<String> = [row].into_iter().chain(column).chain(value).collect();
    one_line(&format!(
        "{}: {}",
        place.join(", "),
        found.problem.explain(language)
    ))
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        let problems = self.report.problems.iter();
        let problems = problems.map(|found| problem_line(found, language));
        let lines = [self.summary(language)].into_iter().chain(problems);
        lines.map(|line| line + "\n").collect()
    }

    fn records(&self, language: Language) -> Vec<Vec<String>> {
        let names = ["rij", "kolom", "waarde", "melding"];
        let mut records = vec![names.map(str::to_owned).to_vec()];
        for found in &self.report.problems {
            records.push(vec![
                found.row.to_string(),
                found.column.clone().unwrap_or_default(),
                found.value.clone(),
                found.problem.explain(language),
            ]);
        }
        records
    }

    fn json(&self, language: Language) -> impl Serialize {
        let problems = self.report.problems.iter();
        let problems = problems.map(|found| JsonProblem::of(found, language));
        Json {
            read: self.report.read,
            added: self.report.added,
            updated: self.report.updated,
            unchanged: self.report.unchanged,
            refused: self.report.refused,
            operation: self.action,
            problems: problems.collect(),
        }
    }
}
