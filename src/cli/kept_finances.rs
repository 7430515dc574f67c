//! `finances import`, `show`, `years`, `history` and `restore`: the amounts of a programme that are kept.

use chrono_tz::Europe::Amsterdam;
use serde::Serialize;

use super::answer::{Answer, SOMETHING_REFUSED};
use super::arguments::finances::{
    FinanceHistory, FinanceYears, ImportFinances, RestoreFinances, ShowFinances,
};
use super::context::Context;
use super::error::CommandError;
use super::grid::{Column, Grid, one_line};
use super::import::answer;
use super::printing::Printed;
use super::publishing;
use crate::exchange::{
    FinanceChange, FinanceDocument, FinancesJob, finance_history, import_finances, keep_finances,
    kept_finances, kept_lines,
};
use crate::figures::{
    BudgetCell, BudgetLine, BudgetTable, Finding, budget_tables, budget_years, check_finances,
};
use crate::language::{Explain, Language};
use crate::register::Reason;
use crate::report::{ExportFormat, finance_list};
use crate::store::SharedRevision;

/// Imports a file of amounts, checked, or reports what importing it would do.
pub(super) fn import(
    asked: &ImportFinances,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    let job = FinancesJob {
        path: &asked.file,
        dry_run: asked.dry_run,
        all_or_nothing: asked.all_or_nothing,
    };
    let mut vault = context.open()?;
    let result = import_finances(&mut vault, &job, context.actor, context.clock)?;
    let mut answer = answer(
        &result.imported,
        asked.dry_run,
        asked.format,
        context.language,
    )?;
    for finding in [Finding::Wrong, Finding::Rounded] {
        let found = result.checks.iter();
        let found = found.filter(|check| check.finding() == finding);
        let found = found.map(|check| check.explain(context.language));
        answer.remarks.extend(found);
    }
    if result
        .checks
        .iter()
        .any(|check| check.finding() == Finding::Wrong)
    {
        answer.code = answer.code.max(SOMETHING_REFUSED);
    }
    Ok(answer)
}

/// Shows the amounts that are kept, document by document.
pub(super) fn show(asked: &ShowFinances, context: &Context<'_>) -> Result<Answer, CommandError> {
    publishing::file_format(&asked.file, ExportFormat::OF_LISTS)?;
    let vault = context.open()?;
    let lines = kept_lines(vault.shared()?)?;
    let wanted = |line: &BudgetLine| {
        let same = |asked: &Option<String>, own: &str| asked.as_ref().is_none_or(|it| it == own);
        same(&asked.municipality, &line.municipality) && same(&asked.document, &line.document)
    };
    let lines: Vec<BudgetLine> = lines.into_iter().filter(wanted).collect();
    let list = finance_list(&lines, &context.made(), context.language);
    if let Some(answer) = publishing::saved(&list, &asked.file, context)? {
        return Ok(answer);
    }
    let checks = check_finances(&lines);
    let printable = Amounts {
        tables: budget_tables(&lines, &checks),
        lines,
        notes: Vec::new(),
    };
    let text = printable.printed(asked.format, context.language)?;
    Ok(Answer::all_well(text))
}

/// Shows the years beside each other, whichever document prints them.
pub(super) fn years(asked: &FinanceYears, context: &Context<'_>) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let lines = kept_lines(vault.shared()?)?;
    let wanted = |line: &BudgetLine| {
        asked
            .municipality
            .as_ref()
            .is_none_or(|it| *it == line.municipality)
    };
    let lines: Vec<BudgetLine> = lines.into_iter().filter(wanted).collect();
    let (tables, otherwise) = budget_years(&lines);
    let notes = otherwise.iter().map(|it| it.explain(context.language));
    let printable = Amounts {
        lines,
        tables,
        notes: notes.collect(),
    };
    let text = printable.printed(asked.format, context.language)?;
    Ok(Answer::all_well(text))
}

/// Shows who kept what of a document, and when.
pub(super) fn history(
    asked: &FinanceHistory,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let revisions = finance_history(vault.shared()?, &asked.municipality, &asked.document)?;
    let printable = Revisions(revisions);
    let text = printable.printed(asked.format, context.language)?;
    Ok(Answer::all_well(text))
}

/// Puts an earlier version of a document back. The present one stays in its history.
pub(super) fn restore(
    asked: &RestoreFinances,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    let mut vault = context.open()?;
    let (municipality, document) = (&asked.municipality, &asked.document);
    let revisions = finance_history(vault.shared()?, municipality, document)?;
    let mut wanted = revisions.into_iter();
    let wanted = wanted.find(|(revision, _)| revision.version == asked.revision);
    let id = format!("{municipality}/{document}");
    let (_, then) = wanted.ok_or_else(|| CommandError::NoSuchRevision {
        id: id.clone(),
        revision: asked.revision,
    })?;
    let kept = kept_finances(vault.shared()?)?;
    let before = kept.into_iter().find(|known| known.id() == id);
    let before = before.unwrap_or_else(|| FinanceDocument {
        version: 0,
        lines: Vec::new(),
        ..then.clone()
    });
    let change = [FinanceChange {
        before,
        after: then.lines,
    }];
    let reason = asked.reason.clone().map(Reason::Words);
    let (actor, now) = (context.actor, context.clock.now());
    keep_finances(vault.shared_mut()?, &change, actor, now, reason)?;
    let kept = context.language.say("indicator-kept", &[("id", id.into())]);
    Ok(Answer::all_well(kept + "\n"))
}

/// Amounts, ready to be printed.
struct Amounts {
    lines: Vec<BudgetLine>,
    tables: Vec<BudgetTable>,
    notes: Vec<String>,
}

fn grid(table: &BudgetTable, language: Language) -> Grid {
    let items = table.rows.iter().map(|row| row.item.clone());
    let kinds = table.rows.iter().map(|row| row.kind.name().to_owned());
    let mut columns = vec![
        Column::words(language.text("finances-column-post"), items.collect()),
        Column::words(language.text("finances-column-soort"), kinds.collect()),
    ];
    columns.extend(table.columns.iter().enumerate().map(|(at, (year, phase))| {
        let cells = table.rows.iter().map(|row| match &row.cells[at] {
            Some(cell) => cell_text(cell, language),
            None => String::new(),
        });
        Column::numbers(
            vec![year.to_string(), phase.name().to_owned()],
            cells.collect(),
        )
    }));
    Grid { columns, totals: 0 }
}

/// An amount, marked where it does not add up.
fn cell_text(cell: &BudgetCell, language: Language) -> String {
    let mark = match cell.worst().map(crate::figures::Check::finding) {
        Some(Finding::Wrong) => "!",
        Some(Finding::Rounded) => "~",
        Some(Finding::Right) | None => "",
    };
    format!("{mark}{}", cell.amount.written(0, language))
}

impl Printed for Amounts {
    fn text(&self, language: Language) -> String {
        if self.tables.is_empty() {
            return language.text("finances-none-kept") + "\n";
        }
        let blocks = self.tables.iter().map(|table| {
            let names = [&table.municipality, &table.document];
            let names: Vec<&str> = names
                .into_iter()
                .map(String::as_str)
                .filter(|name| !name.is_empty())
                .collect();
            let head = one_line(&names.join(" · "));
            let convention = table.convention.in_words(language);
            let cells = table.rows.iter().flat_map(|row| row.cells.iter().flatten());
            let wrong = cells.flat_map(|cell| &cell.checks);
            let wrong = wrong.filter(|check| check.finding() != Finding::Right);
            let wrong: String = wrong
                .map(|check| one_line(&check.explain(language)) + "\n")
                .collect();
            format!(
                "{head}\n{convention}\n\n{}{wrong}",
                grid(table, language).text()
            )
        });
        let notes: String = self
            .notes
            .iter()
            .map(|note| one_line(note) + "\n")
            .collect();
        blocks.collect::<Vec<_>>().join("\n") + &notes
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let header = [
            "gemeente",
            "document",
            "conventie",
            "post",
            "soort",
            "jaar",
            "fase",
            "bedrag",
        ];
        let record = |line: &BudgetLine| {
            vec![
                line.municipality.clone(),
                line.document.clone(),
                line.convention.name().to_owned(),
                line.item.clone(),
                line.kind.name().to_owned(),
                line.year.to_string(),
                line.phase.name().to_owned(),
                line.amount.number().to_string(),
            ]
        };
        let header = header.map(str::to_owned).to_vec();
        [header]
            .into_iter()
            .chain(self.lines.iter().map(record))
            .collect()
    }

    fn json(&self, language: Language) -> impl Serialize {
        let records = self.records(language).into_iter();
        let mut records = records.collect::<Vec<_>>();
        let header = records.remove(0);
        let object = |record: Vec<String>| {
            let pairs = header.iter().cloned().zip(record);
            pairs.collect::<std::collections::BTreeMap<String, String>>()
        };
        records.into_iter().map(object).collect::<Vec<_>>()
    }
}

/// The history of a document, ready to be printed.
struct Revisions(Vec<(SharedRevision, FinanceDocument)>);

impl Printed for Revisions {
    fn text(&self, language: Language) -> String {
        let records = self.records(language);
        let names = [
            "indicator-revision",
            "indicator-recorded",
            "indicator-actor",
            "finances-amounts",
            "indicator-reason",
        ];
        let columns = names.iter().enumerate().map(|(at, name)| {
            let cells = records.iter().skip(1).map(|record| record[at].clone());
            Column::words(language.text(name), cells.collect())
        });
        let grid = Grid {
            columns: columns.collect(),
            totals: 0,
        };
        grid.text()
    }

    fn records(&self, language: Language) -> Vec<Vec<String>> {
        let header = ["versie", "vastgelegd", "door", "bedragen", "reden"];
        let record = |(revision, then): &(SharedRevision, FinanceDocument)| {
            let day = revision.recorded.with_timezone(&Amsterdam).date_naive();
            vec![
                revision.version.to_string(),
                language.date(day),
                revision.actor.clone(),
                then.lines.len().to_string(),
                revision.why(language).unwrap_or_default(),
            ]
        };
        let header = header.map(str::to_owned).to_vec();
        [header]
            .into_iter()
            .chain(self.0.iter().map(record))
            .collect()
    }

    fn json(&self, language: Language) -> impl Serialize {
        self.records(language)
    }
}
