//! Publishes a figure over consecutive periods.

use super::answer::Answer;
use super::captions::notes;
use super::figure_json;
use super::model::Publication;
use super::series_chart::series_chart;
use super::series_question::{SeriesAnswer, SeriesQuestion};
use crate::figures::{
    Balance, Change, Columns, Figure, FigureError, Number, Period, Quantity, Whole, key_label,
};
use crate::language::Language;
use crate::report::chart::Chart;
use crate::report::drill_down::DrillDown;
use crate::report::labels::counted_label;
use crate::report::made::Made;
use crate::report::tabulation::{Column, Heading, Line, LineKind, Part, Tabulation};

impl SeriesQuestion {
    /// The answer as it is published.
    ///
    /// # Errors
    /// A field, value, measure or quantity this register does not have; shares of what has none, of a series that is not
    /// split, or of several periods where cases stand in more than one; one that is split beside a year earlier.
    pub fn published(
        &self,
        columns: &Columns,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        self.answer(columns)?.published(columns, made, language)
    }
}

impl Answer for SeriesAnswer<'_> {
    fn title(&self) -> &str {
        &self.question.title
    }

    fn figure(&self) -> &Figure {
        &self.question.figure
    }

    fn quantity(&self) -> &Quantity {
        &self.question.quantity
    }

    fn tabulation(&self, language: Language) -> Tabulation {
        let lines = self.series.periods.iter().enumerate();
        let lines = lines.map(|(at, period): (usize, &Period)| Line {
            keys: vec![period.name()],
            labels: vec![period.short_name(self.question.step, language)],
            numbers: self.numbers(at),
            kind: LineKind::Row,
            drill_down: DrillDown::in_period(*period),
        });
        Tabulation {
            words: vec![Heading {
                id: "periode".to_owned(),
                label: language.text("cli-period"),
            }],
            columns: self.columns(language),
            lines: lines.collect(),
            adds_up: false,
        }
    }

    fn chart(&self, table: &Tabulation, language: Language) -> Chart {
        series_chart(self, table, language)
    }

    fn json(&self, made: &Made) -> String {
        figure_json::of_series(self, made)
    }

    /// None: every period would have its own.
    fn balance(&self, _: &Columns) -> Result<Option<Balance>, FigureError> {
        Ok(None)
    }

    fn notes(&self, columns: &Columns, language: Language) -> Result<Vec<String>, FigureError> {
        let Figure {
            measure,
            period,
            slice,
            ..
        } = self.figure();
        let total = columns.total(slice, *period, *measure)? as f64;
        // A case that lasts is in several periods.
        let repeats = !measure.adds_up_over_time();
        let repeats = repeats.then(|| language.text("cli-in-several-periods"));
        let shares = self.question.shares.map(|of| {
            language.text(match of {
                Whole::Row => "shares-of-period",
                Whole::Column => "shares-of-part",
                Whole::All => "shares-of-all-periods",
            })
        });
        let (figure, quantity) = (self.figure(), self.quantity());
        let notes = notes(columns, figure, quantity, Some(total), language)?;
        Ok(shares.into_iter().chain(repeats).chain(notes).collect())
    }
}

impl SeriesAnswer<'_> {
    fn columns(&self, language: Language) -> Vec<Column> {
        let Figure { measure, .. } = &self.question.figure;
        let column = |(key, _): &(Option<String>, Vec<Number>)| {
            let (id, label) = match (self.question.by(), key) {
                (Some(by), Some(key)) => {
                    (key.clone(), key_label(self.definition, by, key, language))
                }
                _ => {
                    let label = counted_label(self.definition, *measure, language);
                    (measure.name().to_owned(), label)
                }
            };
            let split = self.question.by().zip(key.as_ref());
            Column {
                id,
                headings: vec![label],
                unit: self.unit(),
                part: Part::Part,
                drill_down: Some(split.map_or_else(DrillDown::default, |(by, key)| {
                    DrillDown::default().and(by, key)
                })),
            }
        };
        let mut columns: Vec<Column> = self.series.lines.iter().map(column).collect();
        if self.earlier.is_some() {
            columns.push(Column {
                id: "jaar-eerder".to_owned(),
                headings: vec![language.text("publication-year-before")],
                unit: self.unit(),
                part: Part::Earlier,
                drill_down: Some(DrillDown::a_year_earlier()),
            });
            columns.extend(Column::of_change(false, language));
        }
        columns
    }

    /// The numbers of a period, and where a year earlier stands beside it that number and the difference.
    fn numbers(&self, at: usize) -> Vec<Number> {
        let lines = self.series.lines.iter();
        let mut numbers: Vec<Number> = lines.map(|(_, numbers)| numbers[at]).collect();
        if let Some(earlier) = self.earlier_at(at) {
            let change = Change::between(earlier, numbers[0]);
            numbers.extend([earlier, change.difference, change.percent]);
        }
        numbers
    }
}
