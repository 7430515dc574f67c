//! The lines of the list: the indicators by their goals, as an annual report has them.

use crate::desk::backend::indicator_book::IndicatorBook;
use crate::figures::AnnualFigure;
use crate::language::{Label, Language};

/// A line of the list.
pub enum Line<'a> {
    /// A goal, or what the lines below it have in common.
    Heading(String),
    /// An indicator with its two years.
    Figure(Box<AnnualFigure<'a>>),
}

impl<'a> Line<'a> {
    fn figure(figure: AnnualFigure<'a>) -> Self {
        Self::Figure(Box::new(figure))
    }

    /// The id of the indicator; none of a heading.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Heading(_) => None,
            Self::Figure(figure) => Some(&figure.indicator.id),
        }
    }
}

/// The lines of a year: the indicators of which something is known by goal, and below those the others.
pub fn lines(book: &IndicatorBook, year: i32, language: Language) -> Vec<Line<'_>> {
    let all = book.indicators.all().iter();
    let yearbook = book.yearbook();
    let figures = all.map(|indicator| yearbook.annual_of(indicator, year));
    let (known, mut unknown): (Vec<_>, Vec<_>) = figures.partition(AnnualFigure::is_known);
    unknown.retain(|figure| !figure.indicator.retired);
    let mut goals: Vec<(Option<&Label>, Vec<AnnualFigure<'_>>)> = Vec::new();
    for figure in known {
        let goal = figure.indicator.goal.as_ref();
        match goals.iter_mut().find(|(other, _)| *other == goal) {
            Some((_, figures)) => figures.push(figure),
            None => goals.push((goal, vec![figure])),
        }
    }
    // What belongs to no goal stands below what does.
    goals.sort_by_key(|(goal, _)| goal.is_none());
    let mut lines = Vec::new();
    for (goal, figures) in goals {
        let heading = goal.map(|goal| goal.text(language).to_owned());
        let heading = heading.unwrap_or_else(|| language.text("indicators-no-goal"));
        lines.push(Line::Heading(heading));
        lines.extend(figures.into_iter().map(Line::figure));
    }
    if !unknown.is_empty() {
        let years = [
            ("before", (year - 1).to_string().into()),
            ("year", year.to_string().into()),
        ];
        lines.push(Line::Heading(language.say("indicators-unknown", &years)));
        lines.extend(unknown.into_iter().map(Line::figure));
    }
    lines
}
