//! `table --per`: a figure for every thousand dwellings, or of what else is known of districts.

use serde::Serialize;

use super::answer::Answer;
use super::arguments::figures::Table;
use super::context::Context;
use super::error::CommandError;
use super::grid::{Column, Grid, one_line};
use super::printing::Printed;
use super::publishing;
use crate::exchange::{FiguresFileError, year_values};
use crate::figures::{Columns, DistrictFacts, Per};
use crate::language::Language;
use crate::register::read_year;
use crate::report::{ExportFormat, RateQuestion, RateTable, TableQuestion};
use crate::store::Vault;

/// For every thousand of what is asked.
pub(super) fn per(kind: &str, year: Option<&str>) -> Result<Per, CommandError> {
    Ok(Per {
        kind: kind.to_owned(),
        year: year.map(read_year).transpose()?,
    })
}

/// Gives a table for every thousand of something.
pub(super) fn answer(
    vault: &Vault,
    columns: &Columns,
    question: &TableQuestion,
    per: &Per,
    asked: &Table,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    publishing::file_format(&asked.file, ExportFormat::OF_LISTS)?;
    let values = year_values(vault.shared()?)?;
    let facts = DistrictFacts::of(vault.registers(), &values);
    let facts = facts.ok_or(FiguresFileError::NoDistricts)?;
    let question = RateQuestion {
        title: &question.title,
        figure: &question.figure,
        quantity: &question.quantity,
        per,
    };
    let language = context.language;
    let table = RateTable::of(columns, facts, question, language)?;
    let list = table.list(&context.made(), language);
    if let Some(answer) = publishing::saved(&list, &asked.file, context)? {
        return Ok(answer);
    }
    let text = table.printed(asked.part.format, language)?;
    Ok(Answer::all_well(text))
}

impl Printed for RateTable {
    fn text(&self, language: Language) -> String {
        let words = self.words.iter().enumerate().map(|(at, heading)| {
            let cells = self.lines.iter().map(|(labels, _)| labels[at].clone());
            Column::words(heading.clone(), cells.collect())
        });
        let numbers = self.headings.iter().enumerate().map(|(at, heading)| {
            let cells = self.lines.iter();
            let cells = cells.map(|(_, cells)| self.written(cells[at], language));
            Column::numbers(vec![heading.clone()], cells.collect())
        });
        let grid = Grid {
            columns: words.chain(numbers).collect(),
            totals: usize::from(self.has_total),
        };
        let above = [&self.title].into_iter().chain(&self.about);
        let above: String = above.map(|line| one_line(line) + "\n").collect();
        let below: String = self
            .notes
            .iter()
            .map(|line| one_line(line) + "\n")
            .collect();
        format!("{above}\n{}\n{below}", grid.text())
    }

    fn records(&self, language: Language) -> Vec<Vec<String>> {
        let header: Vec<String> = self.words.iter().chain(&self.headings).cloned().collect();
        let record = |(labels, cells): &(Vec<String>, Vec<crate::figures::Rate>)| {
            let cells = cells.iter().map(|rate| match rate.per_thousand() {
                Some(rate) => format!("{rate:.1}"),
                None => self.written(*rate, language),
            });
            labels.iter().cloned().chain(cells).collect()
        };
        let records = self.lines.iter().map(record);
        [header].into_iter().chain(records).collect()
    }

    fn json(&self, language: Language) -> impl Serialize {
        Self::json(self, language)
    }
}
