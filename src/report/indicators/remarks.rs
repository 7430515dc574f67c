//! Remarks on the numbers of an indicator.

use crate::figures::{AnnualFigure, written_amount};
use crate::language::{Explain, Language};

/// The remarks on two years of an indicator, a sentence each: where what was typed differs from what was computed,
/// where parts are more than their whole, and where the years cannot be compared.
pub fn remarks(figure: &AnnualFigure<'_>, language: Language) -> Vec<String> {
    let indicator = figure.indicator;
    let written = |amount| written_amount(amount, indicator.unit, language);
    let mut lines = Vec::new();
    for year in [&figure.before, &figure.this] {
        let actual = year.actual;
        let Some((actual, otherwise)) = actual.and_then(|it| Some((it, it.otherwise?))) else {
            continue;
        };
        let says = [
            ("year", year.year.to_string().into()),
            ("typed", written(actual.amount).into()),
            ("otherwise", written(otherwise).into()),
        ];
        lines.push(language.say("indicator-otherwise", &says));
    }
    if figure.broken() {
        lines.push(language.text("indicator-broken"));
    }
    let exceeds = figure.breakdowns.iter();
    let exceeds = exceeds.filter_map(|parts| parts.as_ref().err());
    lines.extend(exceeds.map(|problem| problem.explain(language)));
    lines
}
