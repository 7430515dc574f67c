//! `import`: cases from a file, and what became of every row.

use serde::Serialize;

use super::answer::{ALL_WELL, Answer, NOTHING_DONE, SOMETHING_REFUSED};
use super::arguments::cases::Import;
use super::arguments::values::Format;
use super::context::Context;
use super::error::CommandError;
use super::printing::Printed;
use super::row_problems::{JsonProblem, ignored_line, problem_line};
use crate::exchange::{ImportJob, Imported, Report, import};
use crate::language::{Explain, Language};

/// A report, ready to be printed.
struct Printable<'a> {
    report: &'a Report,
    dry_run: bool,
    /// The id by which the import is undone.
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

/// Imports a file, or reports what importing it would do.
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

/// The answer to an import.
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
        // The refused rows are the table; the counts are printed beside it.
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
