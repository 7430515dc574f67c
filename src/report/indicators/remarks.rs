//! Remarks on the numbers of an indicator.

use crate::figures::{AddedUp, AnnualFigure, YearFigure, written_amount};
use crate::language::{Explain, Language};
use crate::register::Indicator;

/// The remarks on two years of an indicator, a sentence each: where what was typed differs from what was computed,
/// where a total is not what its indicators come to, where parts are more than their whole, and where the years cannot be
/// compared.
pub fn remarks(figure: &AnnualFigure<'_>, language: Language) -> Vec<String> {
    let indicator = figure.indicator;
    let written = |amount| written_amount(amount, indicator.unit, language);
    let mut lines = Vec::new();
    for (year, total) in [&figure.before, &figure.this]
        .into_iter()
        .zip(&figure.totals)
    {
        if let Some(total) = total {
            lines.extend(contradiction(indicator, year, total, language));
            continue;
        }
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

/// That a total is not what the indicators come to of which it is the total.
pub(super) fn contradiction(
    indicator: &Indicator,
    year: &YearFigure,
    total: &AddedUp<'_>,
    language: Language,
) -> Option<String> {
    let stated = year.actual?.amount;
    let sum = total.contradicts(stated)?;
    let written = |amount| written_amount(amount, indicator.unit, language);
    let part = |(part, amount): &(&Indicator, Option<_>)| {
        let amount = (*amount)?;
        let label = part.label.text(language).to_lowercase();
        Some(format!("{label} {}", written(amount)))
    };
    let parts: Vec<String> = total.parts.iter().filter_map(part).collect();
    let says = [
        ("year", year.year.to_string().into()),
        ("total", written(stated).into()),
        ("parts", parts.join(", ").into()),
        ("sum", written(sum).into()),
        ("difference", written((sum - stated).abs()).into()),
    ];
    Some(language.say("indicator-not-the-total", &says))
}
