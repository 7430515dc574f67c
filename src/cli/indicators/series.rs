//! `indicators series`: one indicator over the years, with the breaks in how it was measured.

use chrono::Datelike;
use serde::Serialize;

use super::cells::{actual_cell, cell, marked, plain};
use super::data::{IndicatorData, named};
use crate::cli::answer::Answer;
use crate::cli::arguments::indicators::IndicatorSeries;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::grid::{Column, Grid};
use crate::cli::printing::Printed;
use crate::cli::publishing;
use crate::exchange::year_values;
use crate::figures::{SeriesPoint, written_amount};
use crate::language::Language;
use crate::register::{Amount, Indicator, Unit, read_year};
use crate::report::{ExportFormat, IndicatorTable, SeriesJson};

/// A series, ready to be printed.
struct Printable<'a> {
    indicator: &'a Indicator,
    points: Vec<SeriesPoint>,
}

/// Shows an indicator over the years: those that are asked for, or from the first of which something is typed on.
pub(in crate::cli) fn series(
    asked: &IndicatorSeries,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    publishing::file_format(&asked.file, ExportFormat::OF_LISTS)?;
    let vault = context.open()?;
    let indicator = named(&vault, &asked.indicator)?;
    let values = year_values(vault.shared()?)?;
    let today = context.clock.today().year();
    let typed: Vec<i32> = values.years(&indicator.id).collect();
    let year = |written: &Option<String>| written.as_deref().map(read_year).transpose();
    let first = typed.first().map_or(today, |first| today.min(*first));
    let last = typed.last().map_or(today, |last| today.max(*last));
    let from = year(&asked.from_year)?.unwrap_or(first);
    let to = year(&asked.to_year)?.unwrap_or(last);
    let data = IndicatorData::of(&vault, from..=to)?;
    let points = data.yearbook(&vault).series(indicator, from..=to);
    let table = IndicatorTable::of_series(indicator, &points, &context.made(), context.language);
    if let Some(answer) = publishing::saved(&table, &asked.file, context)? {
        return Ok(answer);
    }
    let printable = Printable { indicator, points };
    let text = printable.printed(asked.format, context.language)?;
    Ok(Answer::all_well(text))
}

impl Printable<'_> {
    fn column(
        &self,
        name: &str,
        cell: impl Fn(&SeriesPoint) -> String,
        language: Language,
    ) -> Column {
        let cells = self.points.iter().map(cell).collect();
        Column::numbers(vec![language.text(name)], cells)
    }

    /// A change with its sign. Percentages differ by points, not by percents.
    fn change(&self, change: Amount, language: Language) -> String {
        let sign = match change > Amount::default() {
            true => "+",
            false => "",
        };
        let written = match self.indicator.unit {
            Unit::Percent => language.say(
                "indicator-points",
                &[("points", change.written(0, language).into())],
            ),
            unit => written_amount(change, unit, language),
        };
        format!("{sign}{written}")
    }

    /// The remark beside the figures of a year: how it was measured, and whether that broke the series.
    fn remark(&self, point: &SeriesPoint, language: Language) -> String {
        let version = point.figure.typed.version.as_ref();
        let mut versions = self.indicator.versions.iter();
        let version = versions.find(|known| Some(&known.id) == version);
        let version = version.map(|version| version.label.text(language).to_owned());
        let broken = point.broken.then(|| language.text("indicator-break"));
        let remarks = version.into_iter().chain(broken);
        remarks.collect::<Vec<_>>().join(", ")
    }
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        let indicator = self.indicator;
        let year = |point: &SeriesPoint| point.figure.year.to_string();
        let budget = |point: &SeriesPoint| cell(point.figure.typed.budget, indicator, language);
        let actual = |point: &SeriesPoint| actual_cell(point.figure.actual, indicator, language);
        let change = |point: &SeriesPoint| {
            let change = point.change.map(|change| self.change(change, language));
            change.unwrap_or_default()
        };
        let remarks = self.points.iter().map(|point| self.remark(point, language));
        let grid = Grid {
            columns: vec![
                self.column("indicator-year", year, language),
                self.column("indicator-budget", budget, language),
                self.column("indicator-actual", actual, language),
                self.column("indicator-change", change, language),
                Column::words(language.text("indicator-remark"), remarks.collect()),
            ],
            totals: 0,
        };
        let readings = self.points.iter().filter_map(|point| point.figure.actual);
        let typed = readings
            .into_iter()
            .any(|reading| marked(reading, indicator));
        let typed = typed.then(|| language.text("indicator-typed") + "\n");
        let label = indicator.label.text(language);
        format!("{label}\n\n{}{}", grid.text(), typed.unwrap_or_default())
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let names = [
            "jaar",
            "begroting",
            "realisatie",
            "herkomst",
            "verandering",
            "definitie",
            "reeksbreuk",
        ];
        let mut records = vec![names.map(str::to_owned).to_vec()];
        records.extend(self.points.iter().map(|point| {
            let figure = &point.figure;
            vec![
                figure.year.to_string(),
                plain(figure.typed.budget),
                plain(figure.actual.map(|actual| actual.amount)),
                figure
                    .actual
                    .map_or("", |actual| actual.basis.name())
                    .to_owned(),
                plain(point.change),
                figure.typed.version.clone().unwrap_or_default(),
                if point.broken { "ja" } else { "nee" }.to_owned(),
            ]
        }));
        records
    }

    fn json(&self, _: Language) -> impl Serialize {
        SeriesJson::of(self.indicator, &self.points)
    }
}
