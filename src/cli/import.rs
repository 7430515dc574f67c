//! `import`: cases from a file, and what became of every row.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::answer::{ALL_WELL, Answer, NOTHING_DONE, SOMETHING_REFUSED};
use super::arguments::cases::Import;
use super::arguments::values::Format;
use super::context::Context;
use super::error::CommandError;
use super::mapping;
use super::printing::Printed;
use super::row_problems::{JsonProblem, ignored_line, problem_line};
use crate::exchange::{
    DateNote, DateNoteKind, Decisions, ImportError, ImportJob, Imported, MappingChoices, Progress,
    Recognition, Report, SheetChoice, import,
};
use crate::language::{Explain, Language};
use crate::report::RefusedRows;
use crate::store::Vault;

/// As many rows are named in a sentence.
const MOST_ROWS: usize = 10;

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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dates: Vec<String>,
}

/// Imports a file, or reports what importing it would do.
pub(super) fn run(asked: &Import, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    let named: Vec<(String, String)> = asked
        .map
        .iter()
        .map(|written| column_and_field(written))
        .collect::<Result<_, _>>()?;
    let mut vault = context.open()?;
    let definition = Arc::clone(vault.definition(&asked.register)?);
    let mut choices = match &asked.mapping {
        Some(name) => mapping::named(&vault, &asked.register, name)?.choices,
        None => MappingChoices::default(),
    };
    let named = MappingChoices::of_columns(&definition, &named).map_err(ImportError::from)?;
    choices = choices.with(named);
    let job = ImportJob {
        sheet: SheetChoice {
            sheet: asked.sheet.clone(),
            header_row: asked.header_row,
        },
        choices,
        date_order: asked.date_order,
        decisions: Decisions {
            conflicts: asked.conflicts,
            ..Decisions::default()
        },
        dry_run: asked.dry_run,
        all_or_nothing: asked.all_or_nothing,
        ..ImportJob::new(&asked.register, &asked.file, Recognition::Names)
    };
    let progress = Progress::default();
    if let Some(path) = &asked.report {
        save_refused(&vault, &job, path, language)?;
    }
    let imported = import(&mut vault, &job, context.actor, context.clock, &progress)?;
    answer(&imported, asked.dry_run, asked.format, language)
}

/// Keeps the rows that are refused in a file, before the others are imported: what cannot be kept is to hold them back.
fn save_refused(
    vault: &Vault,
    job: &ImportJob,
    path: &Path,
    language: Language,
) -> Result<(), CommandError> {
    let refused = RefusedRows::gather(vault, job, language)?;
    match refused.rows.is_empty() {
        true => Ok(()),
        false => Ok(refused.save(path, true)?),
    }
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
    // What is usual is said with the result; what is not, or waits for an answer, stands out.
    let unusual = |note: &&DateNote| note.kind != DateNoteKind::Assumed;
    let dates = report.dates.iter().filter(unusual);
    remarks.extend(dates.map(|note| note.explain(language)));
    if !report.totals.is_empty() {
        remarks.push(totals_line(&report.totals, language));
    }
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

/// A line about the rows that were left out as totals.
fn totals_line(rows: &[usize], language: Language) -> String {
    let named: Vec<String> = rows
        .iter()
        .take(MOST_ROWS)
        .map(ToString::to_string)
        .collect();
    language.say(
        "cli-import-totals",
        &[
            ("count", rows.len().into()),
            ("rows", named.join(", ").into()),
        ],
    )
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
        let assumed = |note: &&DateNote| note.kind == DateNoteKind::Assumed;
        let assumed = self.report.dates.iter().filter(assumed);
        let assumed = assumed.map(|note| note.explain(language));
        let lines = [self.summary(language)]
            .into_iter()
            .chain(problems)
            .chain(assumed);
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
        let dates = self.report.dates.iter();
        Json {
            read: self.report.read,
            added: self.report.added,
            updated: self.report.updated,
            unchanged: self.report.unchanged,
            refused: self.report.refused,
            operation: self.action,
            problems: problems.collect(),
            dates: dates.map(|note| note.explain(language)).collect(),
        }
    }
}
