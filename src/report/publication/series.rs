//! A figure over consecutive periods.

use super::about::notes;
use super::behind::Behind;
use super::tabulation::{Column, Heading, Line, LineKind, Part, Tabulation};
use super::unit::Unit;
use super::{Asked, Body, Publication, chart, json};
use crate::figures::{
    Change, Columns, Figure, FigureError, Number, Period, Quantity, Series, Step, Whole, key_label,
};
use crate::language::Language;
use crate::register::Definition;
use crate::report::Made;

/// What is asked of a register, period by period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesQuestion {
    /// What stands above it.
    pub title: String,
    /// What is counted, a line for every key of its first row field; its period is that which the steps cover, the last of
    /// them as far as it goes.
    pub figure: Figure,
    /// What is said of the cases.
    pub quantity: Quantity,
    /// How long a period is.
    pub step: Step,
    /// Of what whole each part is given as a share: of the total of its period, which is a row, of that of the part over
    /// all periods, or of all of it.
    pub shares: Option<Whole>,
    /// Whether the same periods a year earlier stand beside it.
    pub year_before: bool,
}

/// A question over time, answered.
pub(super) struct AnsweredSeries<'a> {
    pub definition: &'a Definition,
    pub question: &'a SeriesQuestion,
    pub series: Series<Number>,
    /// The same periods a year earlier, where they stand beside it; then there is one line.
    pub earlier: Option<Series<Number>>,
}

impl SeriesQuestion {
    /// The field by which it is split.
    pub(super) fn by(&self) -> Option<&str> {
        self.figure.rows.first().map(String::as_str)
    }

    /// The figure as it goes out.
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
        self.written(columns, &self.answered(columns)?, made, language)
    }

    /// What was answered, with what is said of it.
    pub(super) fn written(
        &self,
        columns: &Columns,
        answered: &AnsweredSeries<'_>,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        let Figure {
            measure,
            period,
            slice,
            ..
        } = &self.figure;
        let table = answered.tabulation(language);
        let total = columns.total(slice, *period, *measure)? as f64;
        // A case that lasts is in several periods.
        let repeats = !measure.adds_up_over_time();
        let repeats = repeats.then(|| language.text("cli-in-several-periods"));
        let shares = self.shares.map(|of| {
            language.text(match of {
                Whole::Row => "shares-of-period",
                Whole::Column => "shares-of-part",
                Whole::All => "shares-of-all-periods",
            })
        });
        let notes = notes(columns, &self.figure, &self.quantity, Some(total), language)?;
        let said = shares.into_iter().chain(repeats);
        let body = Body {
            balance: None,
            notes: said.chain(notes).collect(),
            chart: chart::of_series(answered, &table, language),
            json: json::of_series(answered, made),
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

    fn answered<'a>(&'a self, columns: &'a Columns) -> Result<AnsweredSeries<'a>, FigureError> {
        let periods = self.figure.period.steps_so_far(self.step);
        let earlier = match (self.year_before, self.by()) {
            (false, _) => None,
            (true, Some(_)) => return Err(FigureError::SplitAgainst),
            (true, None) => {
                let earlier = periods.iter().map(|period| period.year_before());
                let earlier = earlier.collect();
                Some(columns.series_of(&self.figure, &self.quantity, earlier)?)
            }
        };
        let series = match self.shares {
            Some(of) => columns.series_of_shares(&self.figure, &self.quantity, periods, of)?,
            None => columns.series_of(&self.figure, &self.quantity, periods)?,
        };
        Ok(AnsweredSeries {
            definition: columns.definition(),
            question: self,
            series,
            earlier,
        })
    }
}

impl AnsweredSeries<'_> {
    fn unit(&self) -> Unit {
        match self.question.shares {
            Some(_) => Unit::Share,
            None => Unit::of(&self.question.quantity),
        }
    }

    fn tabulation(&self, language: Language) -> Tabulation {
        let lines = self.series.periods.iter().enumerate();
        let lines = lines.map(|(at, period): (usize, &Period)| Line {
            keys: vec![period.name()],
            labels: vec![period.short_name(self.question.step, language)],
            numbers: self.numbers(at),
            kind: LineKind::Row,
            behind: Behind::in_period(*period),
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

    fn columns(&self, language: Language) -> Vec<Column> {
        let Figure { measure, .. } = &self.question.figure;
        let column = |(key, _): &(Option<String>, Vec<Number>)| {
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
                unit: self.unit(),
                part: Part::Part,
                behind: Some(
                    split.map_or_else(Behind::default, |(by, key)| Behind::default().and(by, key)),
                ),
            }
        };
        let mut columns: Vec<Column> = self.series.lines.iter().map(column).collect();
        if self.earlier.is_some() {
            columns.push(Column {
                id: "jaar-eerder".to_owned(),
                headings: vec![language.text("publication-year-before")],
                unit: self.unit(),
                part: Part::Earlier,
                behind: Some(Behind::a_year_earlier()),
            });
            columns.extend(Column::of_change(false, language));
        }
        columns
    }

    /// The numbers of a period, and where a year earlier stands beside it what that was and how much differs.
    fn numbers(&self, at: usize) -> Vec<Number> {
        let lines = self.series.lines.iter();
        let mut numbers: Vec<Number> = lines.map(|(_, numbers)| numbers[at]).collect();
        if let Some(earlier) = self.earlier_at(at) {
            let change = Change::between(earlier, numbers[0]);
            numbers.extend([earlier, change.difference, change.percent]);
        }
        numbers
    }

    /// What there was a year before a period.
    pub fn earlier_at(&self, at: usize) -> Option<Number> {
        let (_, numbers) = self.earlier.as_ref()?.lines.first()?;
        numbers.get(at).copied()
    }
}
