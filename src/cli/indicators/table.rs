//! `indicators table`: several indicators over many years, with their average and range.

use chrono::Datelike;
use serde::Serialize;

use super::cells::{actual_cell, marked, plain};
use super::data::{IndicatorData, named};
use crate::cli::answer::Answer;
use crate::cli::arguments::indicators::IndicatorsTable;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::grid::{Column, Grid, one_line};
use crate::cli::printing::Printed;
use crate::cli::publishing;
use crate::exchange::year_values;
use crate::figures::{ManyYears, YearsRow};
use crate::language::Language;
use crate::register::{Indicator, read_year};
use crate::report::{
    ExportFormat, IndicatorTable, ManyYearsJson, average_in_words, range_in_words, years_notes,
    years_of,
};

/// The table, ready to be printed.
struct Printable<'a> {
    table: ManyYears<'a>,
}

/// Shows several indicators beside each other: those that are named, or all of which something is known in these years.
pub(in crate::cli) fn table(
    asked: &IndicatorsTable,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    publishing::file_format(&asked.file, ExportFormat::OF_LISTS)?;
    let vault = context.open()?;
    let indicators = asked.indicators.iter();
    let indicators = indicators.map(|name| named(&vault, name));
    let mut indicators: Vec<&Indicator> = indicators.collect::<Result<_, _>>()?;
    let all = indicators.is_empty();
    if all {
        indicators = vault.indicators().all().iter().collect();
    }
    let values = year_values(vault.shared()?)?;
    let today = context.clock.today().year();
    let with_parts = indicators.iter().flat_map(|indicator| {
        let parts = indicator.total_of.iter();
        parts.chain([&indicator.id])
    });
    let typed: Vec<i32> = with_parts.flat_map(|id| values.years(id)).collect();
    let year = |written: &Option<String>| written.as_deref().map(read_year).transpose();
    // Of years that are still to come nothing but the budget is known.
    let first = typed.iter().min().map_or(today, |first| today.min(*first));
    let from = year(&asked.from_year)?.unwrap_or(first);
    let to = year(&asked.to_year)?.unwrap_or(today);
    let data = IndicatorData::of(&vault, from..=to)?;
    let mut table = data.yearbook(&vault).many_years(&indicators, from..=to);
    if all {
        table.rows.retain(YearsRow::is_shown);
    }
    let file = IndicatorTable::of_many_years(&table, &context.made(), context.language);
    if let Some(answer) = publishing::saved(&file, &asked.file, context)? {
        return Ok(answer);
    }
    let printable = Printable { table };
    let text = printable.printed(asked.format, context.language)?;
    Ok(Answer::all_well(text))
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        let rows = &self.table.rows;
        if rows.is_empty() {
            return language.text("indicator-years-none") + "\n";
        }
        let labels = rows.iter().map(|row| row.indicator.label.text(language));
        let labels = labels.map(str::to_owned).collect();
        let mut columns = vec![Column::words(language.text("indicators-indicator"), labels)];
        columns.extend(self.table.years.iter().enumerate().map(|(at, year)| {
            let cells = rows.iter().map(|row| {
                let actual = row.figures.get(at).and_then(|figure| figure.actual);
                actual_cell(actual, row.indicator, language)
            });
            Column::numbers(vec![year.to_string()], cells.collect())
        }));
        let averages = rows.iter().map(|row| average_in_words(row, language));
        let ranges = rows.iter().map(|row| range_in_words(row, language));
        let heading = |id: &str| language.text(id);
        columns.extend([
            Column::numbers(vec![heading("indicator-average")], averages.collect()),
            Column::words(heading("indicator-range"), ranges.collect()),
        ]);
        let grid = Grid { columns, totals: 0 };
        let mut marked_here = rows.iter().flat_map(|row| {
            let actual = row.figures.iter().filter_map(|figure| figure.actual);
            actual.map(|actual| marked(actual, row.indicator))
        });
        let typed = marked_here.any(|marked| marked);
        let typed = typed.then(|| language.text("indicator-typed"));
        let notes = typed.into_iter().chain(years_notes(&self.table, language));
        let notes: String = notes.map(|note| one_line(&note) + "\n").collect();
        let years = years_of(&self.table, language);
        format!("{years}\n\n{}{notes}", grid.text())
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let mut header = vec!["indicator".to_owned()];
        header.extend(self.table.years.iter().map(i32::to_string));
        header.extend(["gemiddeld", "laagste", "hoogste"].map(str::to_owned));
        let record = |row: &YearsRow<'_>| {
            let mut record = vec![row.indicator.id.clone()];
            let figures = row.figures.iter();
            record.extend(figures.map(|figure| plain(figure.actual.map(|actual| actual.amount))));
            let end = |at: usize| plain(row.range.map(|range| range[at].1));
            record.extend([plain(row.average), end(0), end(1)]);
            record
        };
        let records = self.table.rows.iter().map(record);
        [header].into_iter().chain(records).collect()
    }

    fn json(&self, language: Language) -> impl Serialize {
        ManyYearsJson::of(&self.table, language)
    }
}
