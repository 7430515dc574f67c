//! `series`: one figure over consecutive years, quarters or months.

use serde::Serialize;

use super::Answer;
use super::arguments::Series as Asked;
use super::counting;
use super::error::CommandError;
use super::grid::{Column, Grid};
use super::place::Context;
use super::printing::{Printed, heading, measure_label, number, several};
use crate::figures::{Measure, Period, Series, Slice, key_label};
use crate::language::Language;
use crate::register::Definition;

/// A series, ready to be printed.
struct Printable<'a> {
    definition: &'a Definition,
    over: Period,
    slice: Slice,
    measure: Measure,
    /// The field by which it is split.
    by: Option<&'a str>,
    series: Series,
}

/// The series as a program reads it.
#[derive(Serialize)]
struct Json<'a> {
    register: &'a str,
    measure: &'static str,
    points: Vec<Point<'a>>,
}

#[derive(Serialize)]
struct Point<'a> {
    period: String,
    key: Option<&'a str>,
    value: u64,
}

/// Counts in every step.
pub(super) fn run(asked: &Asked, context: &Context<'_>) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let definition = vault.definition(&asked.part.register)?;
    let over = counting::span(&asked.from, &asked.to)?;
    let measure = counting::measure(definition, asked.measure.as_deref())?;
    let slice = Slice::parse(definition, &asked.part.filters)?;
    let by = asked.by.as_deref();
    let columns = counting::columns(&vault, &definition.id)?;
    let series = columns.series(&slice, over, asked.step, measure, by)?;
    let printable = Printable {
        definition,
        over,
        slice,
        measure,
        by,
        series,
    };
    let text = printable.printed(asked.part.format, context.language)?;
    Ok(Answer::all_well(text))
}

impl Printable<'_> {
    fn names(&self) -> impl Iterator<Item = String> {
        self.series.periods.iter().map(|period| period.name())
    }

    /// What has to be said of counts that stand together here and cannot be added.
    fn warnings(&self, language: Language) -> Vec<String> {
        let mut ids = Vec::new();
        if !self.measure.adds_up_over_time() {
            ids.push("cli-in-several-periods");
        }
        if self.by.is_some_and(|by| several(self.definition, by)) {
            ids.push("cli-does-not-add-up");
        }
        ids.into_iter().map(|id| language.text(id)).collect()
    }
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        let title = self.definition.label.text(language);
        let about = (self.definition, &self.slice);
        let measure = Some(self.measure);
        let mut text = heading(title, measure, self.over, about, language);
        let periods = Column::words(language.text("cli-period"), self.names().collect());
        let lines = self.series.lines.iter().map(|(key, counts)| {
            let label = match (self.by, key) {
                (Some(by), Some(key)) => key_label(self.definition, by, key, language),
                _ => measure_label(self.measure, language),
            };
            let cells = counts.iter().map(|count| number(*count, language));
            Column::numbers(vec![label], cells.collect())
        });
        let grid = Grid {
            columns: [periods].into_iter().chain(lines).collect(),
            totals: false,
        };
        text += &grid.text();
        let warnings = self.warnings(language);
        if !warnings.is_empty() {
            text += &format!("\n{}\n", warnings.join("\n"));
        }
        text
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let lines = &self.series.lines;
        let keys = lines.iter().map(|(key, _)| key.as_deref());
        let keys = keys.map(|key| key.unwrap_or_else(|| self.measure.name()).to_owned());
        let mut records = vec![["periode".to_owned()].into_iter().chain(keys).collect()];
        for (at, name) in self.names().enumerate() {
            let counts = lines.iter().map(|(_, counts)| counts[at].to_string());
            records.push([name].into_iter().chain(counts).collect());
        }
        records
    }

    fn json(&self, _: Language) -> impl Serialize {
        let names = self.names().enumerate();
        let points = names.flat_map(|(at, period)| {
            self.series.lines.iter().map(move |(key, counts)| Point {
                period: period.clone(),
                key: key.as_deref(),
                value: counts[at],
            })
        });
        Json {
            register: &self.definition.id,
            measure: self.measure.name(),
            points: points.collect(),
        }
    }
}
