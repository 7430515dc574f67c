//! The lines of the indicators on the overview: the goal for the year of the reference date, the result, and the result of
//! the year before.

use std::sync::Arc;

use crate::desk::indicators::known_values::case_counts;
use crate::desk::kit::memo::Memo;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::vault::OpenVault;
use crate::figures::{
    AnnualFigure, Basis, Figure, FigureError, Period, YearFigure, YearValue, Yearbook,
    counted_figure, written_amount,
};
use crate::language::{Label, Language};
use crate::register::{Amount, Direction, Unit};
use crate::report::IndicatorRow;

/// An indicator in a year.
pub struct IndicatorLine {
    /// Its name.
    pub label: Label,
    /// Whether the two years were measured in different ways.
    pub is_broken: bool,
    /// The register and the figure of the cases that the result counts; none of a result that was typed.
    pub cases: Option<(String, Figure)>,
    unit: Unit,
    direction: Direction,
    budget: Option<Amount>,
    actual: Option<Amount>,
    before: Option<Amount>,
    /// Whether the goal was reached; none while that is not known.
    reached: Option<bool>,
}

/// The lines of a year, made anew only when something changed.
#[derive(Default)]
pub struct IndicatorLines(Memo<(i32, u64, u64), Vec<IndicatorLine>>);

impl IndicatorLines {
    /// The indicators of which something is known in this year or the one before.
    ///
    /// # Errors
    /// An indicator is counted by what its register does not have.
    pub fn of(
        &mut self,
        vault: &OpenVault,
        year: i32,
    ) -> Result<Arc<Vec<IndicatorLine>>, FigureError> {
        let (indicators, values, generation) = vault.indicators();
        let key = (year, vault.generation_of_all(), generation);
        self.0.get(key, |_| {
            let counts = case_counts(vault, &indicators, year - 1..=year)?;
            let yearbook = Yearbook {
                indicators: &indicators,
                values: &values,
                counts: &counts,
            };
            // What is counted and no more stands among the registers above.
            let annual = yearbook.annual(year).into_iter().filter(is_stated);
            let lines = annual.map(|annual| IndicatorLine::of(&annual, vault, year));
            Ok(lines.collect())
        })
    }
}

/// Whether somebody stated something of an indicator in one of its two years, or it follows from other values.
fn is_stated(annual: &AnnualFigure<'_>) -> bool {
    let years = [&annual.before, &annual.this];
    let typed = years.iter().any(|year| year.typed != YearValue::default());
    typed || annual.indicator.counts.is_none()
}

impl IndicatorLine {
    fn of(annual: &AnnualFigure<'_>, vault: &OpenVault, year: i32) -> Self {
        let indicator = annual.indicator;
        let amount = |figure: &YearFigure| figure.actual.map(|actual| actual.amount);
        let basis = annual.this.actual.map(|actual| actual.basis);
        let counts = indicator.counts.as_ref();
        let counts = counts.filter(|_| basis == Some(Basis::Counted));
        let cases = counts.and_then(|counts| {
            let definition = vault.definition(&counts.register)?;
            let period = Period::year(year)?;
            let figure = counted_figure(&definition, counts, None, period).ok()?;
            Some((counts.register.clone(), figure))
        });
        Self {
            label: indicator.label.clone(),
            is_broken: annual.broken(),
            cases,
            unit: indicator.unit,
            direction: indicator.direction,
            budget: annual.this.typed.budget,
            actual: amount(&annual.this),
            before: amount(&annual.before),
            reached: annual.reached(),
        }
    }

    /// The goal, the result, and the result of the year before; none where it is not known.
    pub fn amounts(&self) -> [Option<Amount>; 3] {
        [self.budget, self.actual, self.before]
    }

    /// The same in writing, with a dash for what is not known.
    pub fn texts(&self, language: Language) -> [String; 3] {
        let written = |amount| written_amount(amount, self.unit, language);
        let text = |amount: Option<Amount>| amount.map_or_else(|| "–".to_owned(), written);
        self.amounts().map(text)
    }

    /// The line as it is exported.
    pub fn row(&self, language: Language) -> IndicatorRow {
        let number = |amount: Option<Amount>| amount.map(Amount::number);
        IndicatorRow {
            label: self.label.text(language).to_owned(),
            verdict: self.verdict(language).0,
            numbers: self.amounts().map(number),
        }
    }

    /// Whether the goal was reached, in words, with the tone of its tag.
    pub fn verdict(&self, language: Language) -> (String, Tone) {
        let (id, tone) = match (self.reached, self.direction, self.budget) {
            (Some(true), Direction::Lower, _) => ("overview-reached-lower", Tone::Ok),
            (Some(true), _, _) => ("overview-reached", Tone::Ok),
            (Some(false), _, _) => ("overview-missed", Tone::Bad),
            (None, _, Some(_)) if self.actual.is_none() => ("overview-not-yet", Tone::Quiet),
            _ => ("overview-no-goal", Tone::Quiet),
        };
        (language.text(id), tone)
    }
}

/// The headings of the numbers of a year: the goal, the result, and the year before.
pub fn headings(year: i32, language: Language) -> [String; 3] {
    [
        language.text("overview-budget"),
        language.text("overview-actual"),
        (year - 1).to_string(),
    ]
}
