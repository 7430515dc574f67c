//! Indicators as a program reads them, with the same names in every language.

use serde::Serialize;

use crate::figures::{AnnualFigure, BreakdownLine, SeriesPoint, YearFigure};
use crate::language::Language;
use crate::register::{Amount, Indicator};

/// The figures of a year.
#[derive(Serialize)]
pub struct YearJson<'a> {
    year: i32,
    indicators: Vec<IndicatorJson<'a>>,
}

#[derive(Serialize)]
struct IndicatorJson<'a> {
    indicator: &'a str,
    label: &'a str,
    goal: Option<&'a str>,
    years: [OneYear<'a>; 2],
    /// Whether the two years cannot be compared.
    broken: bool,
    /// Whether the goal of the year was reached; none without a verdict.
    reached: Option<bool>,
}

/// The years of one indicator.
#[derive(Serialize)]
pub struct SeriesJson<'a> {
    indicator: &'a str,
    years: Vec<PointJson<'a>>,
}

#[derive(Serialize)]
struct PointJson<'a> {
    #[serde(flatten)]
    year: OneYear<'a>,
    /// Whether it cannot be compared with the year that stands before it.
    broken: bool,
    /// What changed since the year before.
    change: Option<f64>,
    reached: Option<bool>,
}

#[derive(Serialize)]
struct OneYear<'a> {
    year: i32,
    budget: Option<f64>,
    edition: Option<&'a str>,
    actual: Option<f64>,
    /// Where it comes from: `typed`, `counted` or `computed`.
    basis: Option<&'static str>,
    /// What it comes to otherwise, where that is known and differs.
    otherwise: Option<f64>,
    document: Option<&'a str>,
    source: Option<&'a str>,
    definition: Option<&'a str>,
    note: Option<&'a str>,
    parts: Vec<PartJson<'a>>,
}

#[derive(Serialize)]
struct PartJson<'a> {
    /// The part; none is the rest.
    part: Option<&'a str>,
    /// What it is a part of; none is the whole.
    of: Option<&'a str>,
    amount: f64,
}

impl<'a> YearJson<'a> {
    /// The figures of this year.
    pub fn of(year: i32, figures: &'a [AnnualFigure<'a>], language: Language) -> Self {
        let indicators = figures.iter().map(|figure| {
            let indicator = figure.indicator;
            let parts = |at: usize| figure.breakdowns[at].as_deref().unwrap_or_default();
            IndicatorJson {
                indicator: &indicator.id,
                label: indicator.label.text(language),
                goal: indicator.goal.as_ref().map(|goal| goal.text(language)),
                years: [
                    one_year(&figure.before, parts(0)),
                    one_year(&figure.this, parts(1)),
                ],
                broken: figure.broken(),
                reached: figure.reached(),
            }
        });
        Self {
            year,
            indicators: indicators.collect(),
        }
    }
}

impl<'a> SeriesJson<'a> {
    /// These years of this indicator.
    pub fn of(indicator: &'a Indicator, points: &'a [SeriesPoint]) -> Self {
        let years = points.iter().map(|point| PointJson {
            year: one_year(&point.figure, &[]),
            broken: point.broken,
            change: point.change.map(Amount::number),
            reached: point.figure.reached(indicator.direction),
        });
        Self {
            indicator: &indicator.id,
            years: years.collect(),
        }
    }
}

fn one_year<'a>(figure: &'a YearFigure, parts: &'a [BreakdownLine<'a>]) -> OneYear<'a> {
    let typed = &figure.typed;
    let actual = figure.actual;
    let part = |line: &BreakdownLine<'a>| PartJson {
        part: line.part.map(|part| part.choice.id.as_str()),
        of: line.of.map(|part| part.choice.id.as_str()),
        amount: line.amount.number(),
    };
    OneYear {
        year: figure.year,
        budget: typed.budget.map(Amount::number),
        edition: typed.edition.as_deref(),
        actual: actual.map(|actual| actual.amount.number()),
        basis: actual.map(|actual| actual.basis.name()),
        otherwise: actual.and_then(|actual| Some(actual.otherwise?.number())),
        document: typed.document.as_deref(),
        source: typed.source.as_deref(),
        definition: typed.version.as_deref(),
        note: typed.note.as_deref(),
        parts: parts.iter().map(part).collect(),
    }
}
