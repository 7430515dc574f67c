//! Makes the pages of the overview: one for each table on the screen, from the same evaluation.

use chrono::Datelike;

use super::json::overview_json;
use super::pages::OverviewPages;
use super::question::OverviewQuestion;
use crate::figures::{
    Columns, ComparedTable, Crosstab, Figure, FigureError, Measure, Number, Overview, Period,
    Quantity, RegisterSummary, Series, Slice, Step, dimension_label,
};
use crate::language::Language;
use crate::register::STAND;
use crate::report::drill_down::DrillDown;
use crate::report::labels::days;
use crate::report::made::Made;
use crate::report::publication::{
    Answer, Page, Publication, SeriesAnswer, SeriesQuestion, TableAnswer, TablePair, TableQuestion,
};
use crate::report::tabulation::{Column, Heading, Line, LineKind, Part, Tabulation};
use crate::report::unit::Unit;

/// The columns of the table of registers: the text of each, and the measures that it shows, of cases or of events.
const SUMMARY_COLUMNS: [(&str, &[Measure]); 3] = [
    ("running", &[Measure::Closing]),
    ("overview-column-in", &[Measure::Inflow, Measure::Count]),
    ("overview-column-out", &[Measure::Finished]),
];

impl OverviewQuestion {
    /// The overview as it is published.
    ///
    /// # Errors
    /// None that a definition which was checked can cause.
    pub fn published(&self, made: &Made, language: Language) -> Result<OverviewPages, FigureError> {
        let made_by = made.in_words(language);
        let mut pages = vec![self.summaries(&made_by, language)];
        let Overview {
            parts,
            years,
            events,
            ..
        } = &self.overview;
        if let Some(columns) = self.register_at(self.parts_of) {
            if let Some(parts) = parts {
                pages.push(self.breakdown(columns, parts, made, language)?);
            }
            if let Some(years) = years {
                pages.push(over_years(columns, years, made, language)?);
            }
        }
        if let Some((columns, events)) = self.register_at(self.events_of).zip(events.as_ref()) {
            pages.push(self.breakdown(columns, events, made, language)?);
        }
        if !self.indicators.is_empty() {
            pages.push(self.indicators(&made_by, language));
        }
        Ok(OverviewPages {
            language,
            json: overview_json(self, made),
            pages,
        })
    }

    fn register_at(&self, place: Option<usize>) -> Option<&Columns> {
        let columns = self.registers.get(place?)?;
        Some(columns.as_ref())
    }

    /// The lines above a page: its title, and the days it is about.
    fn above(&self, title: String, language: Language) -> Vec<String> {
        let date = language.date(self.period.to);
        let reference = language.say("publication-reference", &[("date", date.into())]);
        vec![
            title,
            format!("{} · {reference}", days(self.period, language)),
        ]
    }

    /// Every register: what runs, came in and went out, a year earlier where that is asked, and what is late now.
    fn summaries(&self, made: &str, language: Language) -> Page {
        let registers = self.registers.iter().zip(&self.names);
        let counts = self.overview.summaries.iter().zip(&self.late);
        let lines = registers.zip(counts);
        let lines = lines.map(|((register, name), (summary, late))| Line {
            keys: vec![register.definition().id.clone()],
            labels: vec![name.clone()],
            numbers: self.summary_numbers(summary, *late),
            kind: LineKind::Row,
            drill_down: DrillDown::default(),
        });
        Page {
            language,
            name: language.text("overview-cards"),
            register: language.text("overview-cards"),
            above: self.above(self.title.clone(), language),
            table: Tabulation {
                words: vec![Heading {
                    id: "register".to_owned(),
                    label: language.text("overview-register"),
                }],
                columns: self.summary_columns(language),
                lines: lines.collect(),
                // Cases of different registers are no whole.
                adds_up: false,
            },
            below: vec![made.to_owned()],
        }
    }

    fn summary_columns(&self, language: Language) -> Vec<Column> {
        let column = |id: String, label: String, part| Column {
            id,
            headings: vec![label],
            unit: Unit::Count,
            part,
            drill_down: None,
        };
        let before = language.text("publication-year-before").to_lowercase();
        let mut columns = Vec::new();
        for (id, measures) in SUMMARY_COLUMNS {
            let (name, label) = (measures[0].name(), language.text(id));
            columns.push(column(name.to_owned(), label.clone(), Part::Part));
            if self.compare {
                let (id, label) = (format!("{name}-jaar-eerder"), format!("{label}, {before}"));
                columns.push(column(id, label, Part::Earlier));
            }
        }
        let late = language.text("overview-column-late-now");
        columns.push(column("te-laat".to_owned(), late, Part::Part));
        columns
    }

    fn summary_numbers(&self, summary: &RegisterSummary, late: usize) -> Vec<Number> {
        let mut numbers = Vec::new();
        for (_, measures) in SUMMARY_COLUMNS {
            let mut counts = measures.iter().map(|measure| summary.count_of(*measure));
            let count = counts.find_map(|count| count);
            numbers.push(count.map(|count| count.count as f64));
            if self.compare {
                numbers.push(count.map(|count| count.before as f64));
            }
        }
        numbers.push(Some(late as f64));
        numbers
    }

    /// One register by its parts, as it is on the screen.
    fn breakdown(
        &self,
        columns: &Columns,
        compared: &ComparedTable,
        made: &Made,
        language: Language,
    ) -> Result<Page, FigureError> {
        let definition = columns.definition();
        let counts = |table: &Crosstab| table.clone().map(|count| Some(count as f64));
        let field = compared.figure.rows.first();
        let field = field.map_or_else(String::new, |id| dimension_label(definition, id, language));
        let field = field.to_lowercase();
        let register = definition.label.text(language);
        let named = [
            ("register", register.into()),
            ("field", field.as_str().into()),
        ];
        let question = TableQuestion {
            title: language.say("overview-by", &named),
            figure: compared.figure.clone(),
            quantity: Quantity::Count,
            shares: None,
            against: self.compare.then(|| compared.figure.period.year_before()),
            subsets: Vec::new(),
        };
        let answer = TableAnswer {
            definition,
            question: &question,
            whole: TablePair {
                now: counts(&compared.table),
                earlier: self.compare.then(|| counts(&compared.before)),
            },
            subsets: Vec::new(),
            shares: None,
        };
        let publication = answer.published(columns, made, language)?;
        Ok(named_page(&publication, format!("{register}, {field}")))
    }

    /// The indicators of the year.
    fn indicators(&self, made: &str, language: Language) -> Page {
        let head = |id: &str, label: &String| Column {
            id: id.to_owned(),
            headings: vec![label.clone()],
            unit: Unit::Decimal,
            part: Part::Part,
            drill_down: None,
        };
        let [budget, actual, before] = &self.indicator_heads;
        let lines = self.indicators.iter().map(|row| Line {
            keys: vec![row.label.clone(), row.verdict.clone()],
            labels: vec![row.label.clone(), row.verdict.clone()],
            numbers: row.numbers.to_vec(),
            kind: LineKind::Row,
            drill_down: DrillDown::default(),
        });
        let word = |id: &str, label: &str| Heading {
            id: id.to_owned(),
            label: language.text(label),
        };
        let year = self.period.to.year().to_string();
        let name = language.say("overview-indicators", &[("year", year.into())]);
        Page {
            language,
            register: name.clone(),
            above: self.above(name.clone(), language),
            name,
            table: Tabulation {
                words: vec![
                    word("indicator", "overview-indicator"),
                    word("doel-gehaald", "overview-goal"),
                ],
                columns: vec![
                    head("begroting", budget),
                    head("realisatie", actual),
                    head("jaar-eerder", before),
                ],
                lines: lines.collect(),
                adds_up: false,
            },
            below: vec![made.to_owned()],
        }
    }
}

/// The register that is broken down, year by year.
fn over_years(
    columns: &Columns,
    years: &Series,
    made: &Made,
    language: Language,
) -> Result<Page, FigureError> {
    let definition = columns.definition();
    let register = definition.label.text(language);
    let by = years.lines.first().and_then(|(key, _)| key.as_ref());
    let (first, last) = (years.periods.first(), years.periods.last());
    let question = SeriesQuestion {
        title: language.say("overview-years", &[("register", register.into())]),
        figure: Figure {
            entries: None,
            rows: by.map(|_| STAND.to_owned()).into_iter().collect(),
            columns: Vec::new(),
            measure: Measure::default_of(definition.kind),
            period: match (first, last) {
                (Some(first), Some(last)) => Period {
                    from: first.from,
                    to: last.to,
                },
                _ => Step::Year.containing(made.moment().date()),
            },
            slice: Slice::whole(),
        },
        quantity: Quantity::Count,
        step: Step::Year,
        shares: None,
        year_before: false,
    };
    let numbers = |counts: &Vec<u64>| counts.iter().map(|count| Some(*count as f64)).collect();
    let lines = years.lines.iter();
    let answer = SeriesAnswer {
        definition,
        question: &question,
        series: Series {
            periods: years.periods.clone(),
            adds_up: years.adds_up,
            lines: lines
                .map(|(key, counts)| (key.clone(), numbers(counts)))
                .collect(),
        },
        earlier: None,
    };
    let publication = answer.published(columns, made, language)?;
    Ok(named_page(
        &publication,
        format!("{register}, {}", language.text("cli-period").to_lowercase()),
    ))
}

fn named_page(publication: &Publication, name: String) -> Page {
    Page {
        name,
        ..publication.page()
    }
}
