//! The table of the indicators of a year, or of one indicator over the years.

use std::io;

use super::json::{SeriesJson, YearJson};
use super::remarks::remarks;
use crate::figures::{AnnualFigure, BreakdownLine, SeriesPoint, Slice, YearFigure};
use crate::language::{Label, Language};
use crate::register::{Amount, Indicator};
use crate::report::delimited::Dialect;
use crate::report::export_format::ExportFormat;
use crate::report::exportable::Exportable;
use crate::report::listing::{CaseList, Content, ListGroup};
use crate::report::made::Made;

/// A table of indicators as it is exported: the same numbers as on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorTable {
    pub(super) list: CaseList,
    /// What a program reads: the same names in every language.
    pub(super) json: String,
}

/// A column: its name for programs, and for people.
pub(super) type Column = (String, String);

impl IndicatorTable {
    /// The figures of a year beside those of the year before, by goal, each with its parts.
    pub fn of_year(
        year: i32,
        figures: &[AnnualFigure<'_>],
        made: &Made,
        language: Language,
    ) -> Self {
        let text = |id: &str| language.text(id);
        let word = |id: &str, text: String| (id.to_owned(), text);
        let mut columns = vec![
            word("indicator", text("indicators-indicator")),
            word("onderdeel", text("indicators-part")),
            word("eenheid", text("indicators-unit")),
        ];
        for year in [year - 1, year] {
            for (id, name) in [
                ("begroting", "indicator-budget"),
                ("realisatie", "indicator-actual"),
            ] {
                columns.push((format!("{id}-{year}"), format!("{} {year}", text(name))));
            }
        }
        columns.extend([
            word("doel-gehaald", text("indicators-reached")),
            word("herkomst", text("indicators-basis")),
            word("begroting-volgens", text("indicators-edition")),
            word("bron", text("indicators-source")),
            word("toelichting", text("indicators-note")),
        ]);
        let mut groups: Vec<(Option<&Label>, Vec<Vec<Content>>)> = Vec::new();
        let mut notes = Vec::new();
        for figure in figures {
            let goal = figure.indicator.goal.as_ref();
            let lines = year_lines(figure, language);
            match groups.iter_mut().find(|(known, _)| *known == goal) {
                Some((_, known)) => known.extend(lines),
                None => groups.push((goal, lines)),
            }
            let label = figure.indicator.label.text(language);
            let of = remarks(figure, language).into_iter();
            notes.extend(of.map(|remark| format!("{label}: {remark}")));
        }
        groups.sort_by_key(|(goal, _)| goal.is_none());
        let groups = groups.into_iter().map(|(goal, lines)| {
            let heading = goal.map(|goal| goal.text(language).to_owned());
            let heading = heading.unwrap_or_else(|| text("indicators-no-goal"));
            ListGroup {
                heading: Some(Content::Text(heading)),
                lines,
            }
        });
        let years = [
            ("year", year.to_string().into()),
            ("before", (year - 1).to_string().into()),
        ];
        Self {
            list: CaseList {
                group: Some(word("doelstelling", text("indicators-goal"))),
                notes,
                ..list(
                    language.say("indicators-title", &years),
                    language.say("indicators-subtitle", &years),
                    columns,
                    groups.collect(),
                    made,
                    language,
                )
            },
            json: line(&YearJson::of(year, figures, language)),
        }
    }

    /// The years of one indicator.
    pub fn of_series(
        indicator: &Indicator,
        points: &[SeriesPoint],
        made: &Made,
        language: Language,
    ) -> Self {
        let columns = [
            ("jaar", "indicator-year"),
            ("begroting", "indicator-budget"),
            ("realisatie", "indicator-actual"),
            ("verandering", "indicator-change"),
            ("herkomst", "indicators-basis"),
            ("definitie", "indicators-version"),
            ("reeksbreuk", "indicators-broken"),
        ];
        let columns = columns.map(|(id, text)| (id.to_owned(), language.text(text)));
        let lines = points.iter().map(|point| {
            let figure = &point.figure;
            vec![
                // A name, not a number with thousands.
                Content::Text(figure.year.to_string()),
                number(figure.typed.budget),
                number(figure.actual.map(|actual| actual.amount)),
                number(point.change),
                basis(figure, language),
                version(indicator, figure, language),
                match point.broken {
                    true => yes_or_no(true, language),
                    false => Content::Nothing,
                },
            ]
        });
        let group = ListGroup {
            heading: None,
            lines: lines.collect(),
        };
        let about = indicator.description.as_ref();
        let about = about.map_or("", |about| about.text(language)).to_owned();
        let title = indicator.label.text(language).to_owned();
        Self {
            list: list(title, about, columns.to_vec(), vec![group], made, language),
            json: line(&SeriesJson::of(indicator, points)),
        }
    }
}

pub(super) fn list(
    title: String,
    about: String,
    columns: Vec<Column>,
    groups: Vec<ListGroup>,
    made: &Made,
    language: Language,
) -> CaseList {
    let count: usize = groups.iter().map(|group| group.lines.len()).sum();
    CaseList {
        language,
        title,
        register: language.text("indicators"),
        register_id: "indicatoren".to_owned(),
        about: vec![about],
        made: made.in_words(language),
        made_by: made.clone(),
        figure: None,
        slice: Slice::whole(),
        columns,
        group: None,
        groups,
        count: language.say("indicators-lines", &[("count", count.into())]),
        all: count,
        notes: Vec::new(),
    }
}

/// An indicator in its two years, and below it its parts.
fn year_lines(figure: &AnnualFigure<'_>, language: Language) -> Vec<Vec<Content>> {
    let indicator = figure.indicator;
    let years = [&figure.before, &figure.this];
    let named = |part: Content| {
        let unit = language.text(indicator.unit.text_id());
        vec![
            Content::Text(indicator.label.text(language).to_owned()),
            part,
            Content::Text(unit),
        ]
    };
    let mut whole = named(Content::Nothing);
    for year in years {
        whole.push(number(year.typed.budget));
        whole.push(number(year.actual.map(|actual| actual.amount)));
    }
    let typed = &figure.this.typed;
    let source = typed.source.as_ref().or(indicator.source.as_ref());
    whole.extend([
        figure
            .reached()
            .map_or(Content::Nothing, |reached| yes_or_no(reached, language)),
        basis(&figure.this, language),
        words(typed.edition.as_ref()),
        words(source),
        words(typed.note.as_ref()),
    ]);
    let part = |part: &BreakdownLine<'_>| {
        let label = match part.part {
            Some(part) => part.choice.label.text(language).to_owned(),
            None => language.text("indicator-rest"),
        };
        let mut line = named(Content::Text(label));
        for lines in &figure.breakdowns {
            let lines = lines.as_deref().unwrap_or_default();
            let found = lines.iter().find(|other| other.is_like(part));
            line.extend([Content::Nothing, number(found.map(|found| found.amount))]);
        }
        line.extend(vec![Content::Nothing; 5]);
        line
    };
    let parts = figure.part_lines();
    [whole].into_iter().chain(parts.iter().map(part)).collect()
}

pub(super) fn number(amount: Option<Amount>) -> Content {
    amount.map_or(Content::Nothing, |amount| Content::Number(amount.number()))
}

fn words(text: Option<&String>) -> Content {
    text.map_or(Content::Nothing, |text| Content::Text(text.clone()))
}

fn yes_or_no(yes: bool, language: Language) -> Content {
    let (key, text) = if yes { ("ja", "yes") } else { ("nee", "no") };
    key_of(key, language.text(text))
}

fn key_of(key: &str, label: String) -> Content {
    Content::Keys {
        keys: vec![key.to_owned()],
        label,
        several: false,
    }
}

fn basis(figure: &YearFigure, language: Language) -> Content {
    figure.actual.map_or(Content::Nothing, |actual| {
        let name = actual.basis.name();
        key_of(name, language.text(&format!("indicators-basis-{name}")))
    })
}

fn version(indicator: &Indicator, figure: &YearFigure, language: Language) -> Content {
    let id = figure.typed.version.as_ref();
    let mut versions = indicator.versions.iter();
    let version = versions.find(|version| Some(&version.id) == id);
    version.map_or(Content::Nothing, |version| {
        key_of(&version.id, version.label.text(language).to_owned())
    })
}

/// One line. Numbers and texts can always be written, so there is nothing to refuse.
pub(super) fn line(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default() + "\n"
}

impl Exportable for IndicatorTable {
    fn formats(&self) -> &'static [ExportFormat] {
        ExportFormat::OF_LISTS
    }

    fn bytes(&self, format: ExportFormat, dialect: Dialect) -> io::Result<Vec<u8>> {
        match format {
            ExportFormat::Json => Ok(self.json.clone().into_bytes()),
            format => self.list.bytes(format, dialect),
        }
    }

    fn rows(&self) -> usize {
        self.list.rows()
    }

    fn html(&self) -> String {
        self.list.html()
    }

    fn text(&self) -> String {
        self.list.text()
    }
}
