//! A figure over consecutive periods.

use super::about::notes;
use super::behind::Behind;
use super::tabulation::{Column, Heading, Line, LineKind, Part, Tabulation};
use super::unit::Unit;
use super::{Asked, Body, Publication, chart, json};
use crate::figures::{
    Columns, Figure, FigureError, Number, Period, Quantity, Series, Step, key_label,
};
use crate::language::Language;
use crate::register::Definition;
use crate::report::Made;

/// What is asked of a register, period by period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesQuestion {
    /// What stands above it.
    pub title: String,
    /// What is counted, a line for every key of its first row field; its period is that which the steps cover.
    pub figure: Figure,
    /// What is said of the cases.
    pub quantity: Quantity,
    /// How long a period is.
    pub step: Step,
}

/// A question over time, answered.
pub(super) struct AnsweredSeries<'a> {
    pub definition: &'a Definition,
    pub question: &'a SeriesQuestion,
    pub series: Series<Number>,
}

impl SeriesQuestion {
    /// The field by which it is split.
    fn by(&self) -> Option<&str> {
        self.figure.rows.first().map(String::as_str)
    }

    /// The figure as it goes out.
    ///
    /// # Errors
    /// A field, value, measure or quantity this register does not have.
    pub fn published(
        &self,
        columns: &Columns,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        let Figure {
            measure,
            period,
            slice,
            ..
        } = &self.figure;
        let series = columns.series_of(&self.figure, &self.quantity, period.steps(self.step))?;
        let answered = AnsweredSeries {
            definition: columns.definition(),
            question: self,
            series,
        };
        let table = answered.tabulation(language);
        let total = columns.total(slice, *period, *measure)? as f64;
        // A case that lasts is in several periods.
        let repeats = !measure.adds_up_over_time();
        let repeats = repeats.then(|| language.text("cli-in-several-periods"));
        let notes = notes(columns, &self.figure, &self.quantity, Some(total), language)?;
        let body = Body {
            balance: None,
            notes: repeats.into_iter().chain(notes).collect(),
            chart: chart::of_series(&table, self.by().is_some(), language),
            json: json::of_series(&answered),
            table,
        };
        let asked = Asked {
            definition: columns.definition(),
            title: &self.title,
            figure: &self.figure,
            quantity: &self.quantity,
        };
        Ok(Publication::of(&asked, body, made, language))
    }
}

impl AnsweredSeries<'_> {
    fn tabulation(&self, language: Language) -> Tabulation {
        let Figure { measure, .. } = &self.question.figure;
        let unit = Unit::of(&self.question.quantity);
        let column = |key: &Option<String>| {
            let (id, label) = match (self.question.by(), key) {
                (Some(by), Some(key)) => {
                    (key.clone(), key_label(self.definition, by, key, language))
                }
                _ => {
                    let label = super::measure_label(*measure, language);
                    (measure.name().to_owned(), label)
                }
            };
            let split = self.question.by().zip(key.as_ref());
            Column {
                id,
                headings: vec![label],
                unit,
                part: Part::Part,
                behind: Some(
                    split.map_or_else(Behind::default, |(by, key)| Behind::default().and(by, key)),
                ),
            }
        };
        let lines = self.series.periods.iter().enumerate();
        let lines = lines.map(|(at, period): (usize, &Period)| Line {
            keys: vec![period.name()],
            labels: vec![period.name()],
            numbers: self
                .series
                .lines
                .iter()
                .map(|(_, numbers)| numbers[at])
                .collect(),
            kind: LineKind::Row,
            behind: Behind::in_period(*period),
        });
        Tabulation {
            words: vec![Heading {
                id: "periode".to_owned(),
                label: language.text("cli-period"),
            }],
            columns: self
                .series
                .lines
                .iter()
                .map(|(key, _)| column(key))
                .collect(),
            lines: lines.collect(),
            adds_up: false,
        }
    }
}
