//! The lines of the table of two years, as an annual report prints them: the budget, what it came to and what that is made
//! up of, what it is based on, and whether the goal was reached.

use super::drill_down::CountedCases;
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::vault::OpenVault;
use crate::figures::{AnnualFigure, Basis, BreakdownLine, YearFigure, written_amount};
use crate::language::Language;
use crate::register::{Amount, Indicator, RatioTerm};

/// A line: its name, and a cell for each of the two years.
pub struct YearLine {
    /// Its name.
    pub name: String,
    /// The document from which it comes, shown behind the name.
    pub document: Option<String>,
    /// The id of the indicator whose value it is, where that is another one.
    pub indicator: Option<String>,
    /// How many steps its name is indented.
    pub depth: usize,
    /// Whether it is printed in bold.
    pub strong: bool,
    /// The year before, and the year itself.
    pub cells: [YearCell; 2],
}

/// What a line says of a year.
pub enum YearCell {
    /// A number, with the cases that it counts.
    Number {
        /// None where nothing is known.
        text: Option<String>,
        /// None where it does not count cases.
        cases: Option<CountedCases>,
    },
    /// A word.
    Tag(String, Tone),
    /// Nothing.
    Empty,
}

impl YearCell {
    fn number(text: Option<String>, cases: Option<CountedCases>) -> Self {
        Self::Number { text, cases }
    }

    /// The text in the cell.
    pub fn text(&self) -> &str {
        match self {
            Self::Number {
                text: Some(text), ..
            }
            | Self::Tag(text, _) => text,
            Self::Number { text: None, .. } => "–",
            Self::Empty => "",
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

impl YearLine {
    fn new(name: String, cells: [YearCell; 2]) -> Self {
        Self {
            name,
            document: None,
            indicator: None,
            depth: 0,
            strong: false,
            cells,
        }
    }

    /// The line as a screen reader reads it out: its name, and each year of which something is said.
    pub fn accessible_name(&self, years: [i32; 2]) -> String {
        let cells = years.iter().zip(&self.cells);
        let cells = cells.filter(|(_, cell)| !cell.is_empty());
        let cells: Vec<String> = cells
            .map(|(year, cell)| format!("{year} {}", cell.text()))
            .collect();
        format!("{}: {}", self.name, cells.join(", "))
    }
}

/// The lines of an indicator.
pub fn year_lines(
    figure: &AnnualFigure<'_>,
    book: &IndicatorBook,
    vault: &OpenVault,
    language: Language,
) -> Vec<YearLine> {
    let indicator = figure.indicator;
    let years = [&figure.before, &figure.this];
    let written = |amount: Option<Amount>| {
        amount.map(|amount| written_amount(amount, indicator.unit, language))
    };
    let typed = &figure.this.typed;
    let budget = |year: &YearFigure| YearCell::number(written(year.typed.budget), None);
    let actual = |year: &YearFigure| {
        let amount = year.actual.map(|actual| actual.amount);
        let cases = CountedCases::shown(vault, indicator, year, None);
        YearCell::number(written(amount), cases)
    };
    let mut lines = vec![
        YearLine {
            document: typed.edition.clone(),
            ..YearLine::new(language.text("indicator-budget"), years.map(budget))
        },
        YearLine {
            document: typed.document.clone(),
            strong: true,
            ..YearLine::new(language.text("indicator-actual"), years.map(actual))
        },
    ];
    lines.extend(part_lines(figure, vault, language));
    lines.extend(term_lines(figure, book, language));
    lines.extend(total_lines(figure, language));
    lines.extend(other_basis_line(figure, vault, language));
    if years.iter().any(|year| year.actual.is_some()) {
        let cells = years.map(|year| basis_cell(year, language));
        lines.push(YearLine::new(language.text("indicators-basis"), cells));
    }
    let reached = |year: &YearFigure| match year.reached(indicator.direction) {
        Some(true) => YearCell::Tag(language.text("overview-reached"), Tone::Ok),
        Some(false) => YearCell::Tag(language.text("overview-missed"), Tone::Bad),
        None => YearCell::Empty,
    };
    let cells = years.map(reached);
    if !cells.iter().all(YearCell::is_empty) {
        lines.push(YearLine::new(language.text("indicators-reached"), cells));
    }
    lines
}

/// Where something else was typed than follows from cases or other values: what follows from those.
fn other_basis_line(
    figure: &AnnualFigure<'_>,
    vault: &OpenVault,
    language: Language,
) -> Option<YearLine> {
    let indicator = figure.indicator;
    let years = [&figure.before, &figure.this];
    let otherwise = |year: &YearFigure| year.actual.and_then(|actual| actual.otherwise);
    if years.iter().all(|year| otherwise(year).is_none()) {
        return None;
    }
    let name = match indicator.counts {
        Some(_) => "indicators-by-cases",
        None => "indicators-by-values",
    };
    let cell = |year: &YearFigure| {
        let amount = otherwise(year);
        let text = amount.map(|amount| written_amount(amount, indicator.unit, language));
        let cases = amount.and_then(|_| CountedCases::counted(vault, indicator, year.year, None));
        YearCell::number(text, cases)
    };
    Some(YearLine::new(language.text(name), years.map(cell)))
}

/// Whether a value is typed, counted or computed.
fn basis_cell(year: &YearFigure, language: Language) -> YearCell {
    let Some(actual) = year.actual else {
        return YearCell::Empty;
    };
    let tone = match actual.basis {
        Basis::Typed => Tone::Quiet,
        Basis::Counted | Basis::Computed => Tone::Accent,
    };
    let id = format!("indicators-basis-{}", actual.basis.name());
    YearCell::Tag(language.text(&id), tone)
}

/// The parts of both years, and what they leave.
fn part_lines(figure: &AnnualFigure<'_>, vault: &OpenVault, language: Language) -> Vec<YearLine> {
    let indicator = figure.indicator;
    let parts = |at: usize| figure.breakdowns[at].as_deref().unwrap_or_default();
    let (before, this) = (parts(0), parts(1));
    let years = [(&figure.before, before), (&figure.this, this)];
    let line = |line: &BreakdownLine<'_>| {
        let cell = |(year, lines): (&YearFigure, &[BreakdownLine<'_>])| {
            let found = lines.iter().find(|other| other.is_like(line));
            let text = found.map(|found| written_amount(found.amount, indicator.unit, language));
            let part = line.part.filter(|_| found.is_some());
            let cases =
                part.and_then(|part| CountedCases::shown(vault, indicator, year, Some(part)));
            YearCell::number(text, cases)
        };
        let name = match line.part {
            Some(part) => part.choice.label.text(language).to_owned(),
            None => language.text("indicator-rest"),
        };
        YearLine {
            depth: line.depth + 1,
            ..YearLine::new(name, years.map(cell))
        }
    };
    figure.part_lines().iter().map(line).collect()
}

/// Of a total: the indicators of which it is one.
fn total_lines(figure: &AnnualFigure<'_>, language: Language) -> Vec<YearLine> {
    let [Some(before), Some(this)] = &figure.totals else {
        return Vec::new();
    };
    let parts = before.parts.iter().zip(&this.parts);
    let line = |(before, this): (&(&Indicator, _), &(&Indicator, _))| {
        let (part, unit) = (before.0, before.0.unit);
        let cell = |amount: Option<Amount>| {
            let text = amount.map(|amount| written_amount(amount, unit, language));
            YearCell::number(text, None)
        };
        YearLine {
            indicator: Some(part.id.clone()),
            depth: 1,
            ..YearLine::new(
                part.label.text(language).to_owned(),
                [before.1, this.1].map(cell),
            )
        }
    };
    parts.map(line).collect()
}

/// Of a percentage of two other values: those two, each with its indicator.
fn term_lines(
    figure: &AnnualFigure<'_>,
    book: &IndicatorBook,
    language: Language,
) -> Vec<YearLine> {
    let Some(ratio) = &figure.indicator.ratio else {
        return Vec::new();
    };
    let yearbook = book.yearbook();
    let line = |(term, text): (&RatioTerm, &str)| {
        let indicator = book.indicators.get(&term.indicator)?;
        let part = term.part.as_deref().and_then(|part| indicator.part(part));
        let label = indicator.label.text(language);
        let name = match part {
            Some(part) => {
                let part = part.choice.label.text(language).to_lowercase();
                format!("{label}, {part}")
            }
            None => label.to_owned(),
        };
        let cell = |year: i32| {
            let amount = yearbook.term(term, year);
            let written = |amount| written_amount(amount, indicator.unit, language);
            YearCell::number(amount.map(written), None)
        };
        let cells = [figure.before.year, figure.this.year].map(cell);
        Some(YearLine {
            indicator: Some(indicator.id.clone()),
            depth: 1,
            ..YearLine::new(language.say(text, &[("name", name.into())]), cells)
        })
    };
    let terms = [(&ratio.of, "indicators-of"), (&ratio.to, "indicators-to")];
    terms.into_iter().filter_map(line).collect()
}
