//! A figure for every thousand dwellings as it is exported: the rate in each cell, or the two numbers themselves where there
//! are too few for a rate.

use serde::Serialize;

use super::labels::{counted_label, filters, period_label, quantity_label};
use super::listing::{CaseList, Content, ListGroup};
use super::made::Made;
use crate::figures::{
    Columns, Crosstab, DistrictFacts, Figure, Per, Quantity, Rate, RateError, Slice,
    dimension_label, key_label,
};
use crate::language::{Label, Language};
use crate::register::{Amount, recognise};

/// A figure for every thousand dwellings, or of what else is known of districts, evaluated.
#[derive(Clone, Debug)]
pub struct RateTable {
    /// What it is called.
    pub title: String,
    /// What is counted, for every thousand of what, and of which year that is.
    pub about: Vec<String>,
    /// The headings of the fields down the side.
    pub words: Vec<String>,
    /// The headings of the columns; the last one is that of the totals where there are others.
    pub headings: Vec<String>,
    /// The labels of each line with its cells; the last one is the total where there are others.
    pub lines: Vec<(Vec<String>, Vec<Rate>)>,
    /// Whether the last line is the total of those above it.
    pub has_total: bool,
    /// What has to be known beside it.
    pub notes: Vec<String>,
    /// What it is a rate of.
    kind: Label,
    /// The year of that.
    pub year: i32,
    figure: Figure,
    keys: [Vec<Vec<String>>; 2],
}

/// What is asked of a rate.
#[derive(Clone, Copy, Debug)]
pub struct RateQuestion<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The figure.
    pub figure: &'a Figure,
    /// What is computed of its cases.
    pub quantity: &'a Quantity,
    /// For every thousand of what.
    pub per: &'a Per,
}

impl RateTable {
    /// Evaluates a figure for every thousand of something.
    ///
    /// # Errors
    /// Those of [`Columns::rates`].
    pub fn of(
        columns: &Columns,
        facts: DistrictFacts<'_>,
        question: RateQuestion<'_>,
        language: Language,
    ) -> Result<Self, RateError> {
        let RateQuestion {
            title,
            figure,
            quantity,
            per,
        } = question;
        let (table, year) = columns.rates(figure, quantity, facts, per)?;
        let definition = columns.definition();
        let kind = recognise(&facts.kinds.choices, &per.kind);
        let unnamed = || Label {
            nl: per.kind.clone(),
            en: None,
        };
        let kind = kind.map_or_else(unnamed, |kind| kind.label.clone());
        let of = kind.text(language).to_lowercase();
        let counted = quantity_label(definition, quantity, language);
        let counted =
            counted.unwrap_or_else(|| counted_label(definition, figure.measure, language));
        let says = [
            ("counted", counted.into()),
            ("period", period_label(figure.period, language).into()),
            ("kind", of.as_str().into()),
            ("year", year.to_string().into()),
        ];
        let mut about = vec![language.say("rate-about", &says)];
        about.extend(filters(definition, &figure.slice, language));
        let labels = |fields: &[String], keys: &[String]| -> Vec<String> {
            let pairs = fields.iter().zip(keys);
            pairs
                .map(|(field, key)| key_label(definition, field, key, language))
                .collect()
        };
        let total = language.text("total");
        let (has_columns, has_rows) = (!figure.columns.is_empty(), !figure.rows.is_empty());
        let mut headings: Vec<String> = match has_columns {
            true => table
                .column_keys
                .iter()
                .map(|keys| labels(&figure.columns, keys).join(" · "))
                .collect(),
            false => Vec::new(),
        };
        headings.push(total.clone());
        let keys = [table.row_keys.clone(), table.column_keys.clone()];
        let mut notes = vec![language.text("rate-too-few")];
        if has_circa(&table) {
            notes.push(language.text("rate-circa"));
        }
        Ok(Self {
            title: title.to_owned(),
            about,
            words: figure
                .rows
                .iter()
                .map(|field| dimension_label(definition, field, language))
                .collect(),
            headings,
            lines: lines(
                table,
                figure.rows.len(),
                has_columns,
                |keys| labels(&figure.rows, keys),
                total,
            ),
            has_total: has_rows,
            notes,
            kind,
            year,
            figure: figure.clone(),
            keys,
        })
    }

    /// A cell in words: the rate, or "7 van 3.900".
    pub fn written(&self, rate: Rate, language: Language) -> String {
        let cases = rate.cases.map(|cases| language.decimal(cases, 2));
        let Some(cases) = cases else {
            return "–".to_owned();
        };
        match (rate.per_thousand(), rate.of) {
            (Some(rate), _) => {
                let rate = Amount::rounded(rate, 1).unwrap_or_default();
                rate.written(1, language)
            }
            (None, Some(of)) => {
                let about = match of.circa {
                    true => language.text("rate-about-amount") + " ",
                    false => String::new(),
                };
                let of = format!("{about}{}", of.amount.written(0, language));
                language.say("rate-plain", &[("cases", cases.into()), ("of", of.into())])
            }
            (None, None) => cases,
        }
    }

    /// As it is exported.
    pub fn list(&self, made: &Made, language: Language) -> CaseList {
        let column = |heading: &String| (heading.clone(), heading.clone());
        let columns = self.words.iter().chain(&self.headings).map(column);
        let cell = |rate: &Rate| match rate.per_thousand() {
            Some(number) => Content::Number((number * 10.0).round() / 10.0),
            None => Content::Text(self.written(*rate, language)),
        };
        let lines = self.lines.iter().map(|(labels, cells)| {
            let labels = labels.iter().map(|label| Content::Text(label.clone()));
            labels.chain(cells.iter().map(cell)).collect()
        });
        let lines: Vec<Vec<Content>> = lines.collect();
        let count = lines.len();
        CaseList {
            language,
            title: self.title.clone(),
            register: self.title.clone(),
            register_id: "per-duizend".to_owned(),
            about: self.about.clone(),
            made: made.in_words(language),
            made_by: made.clone(),
            figure: None,
            slice: Slice::whole(),
            columns: columns.collect(),
            group: None,
            groups: vec![ListGroup {
                heading: None,
                lines,
            }],
            count: String::new(),
            all: count,
            notes: self.notes.clone(),
        }
    }

    /// As a program reads it.
    pub(crate) fn json(&self, language: Language) -> impl Serialize + use<'_> {
        #[derive(Serialize)]
        struct Cell {
            cases: Option<f64>,
            of: Option<f64>,
            circa: bool,
            per_thousand: Option<f64>,
        }
        #[derive(Serialize)]
        struct Json<'a> {
            title: &'a str,
            kind: &'a str,
            year: i32,
            rows: &'a [String],
            columns: &'a [String],
            row_keys: &'a [Vec<String>],
            column_keys: &'a [Vec<String>],
            /// The cells, row by row; the last of each row is its total, and the last row that of the table.
            cells: Vec<Vec<Cell>>,
        }
        let cell = |rate: &Rate| Cell {
            cases: rate.cases,
            of: rate.of.map(|of| of.amount.number()),
            circa: rate.of.is_some_and(|of| of.circa),
            per_thousand: rate.per_thousand(),
        };
        let lines = self.lines.iter();
        Json {
            title: &self.title,
            kind: self.kind.text(language),
            year: self.year,
            rows: &self.figure.rows,
            columns: &self.figure.columns,
            row_keys: &self.keys[0],
            column_keys: &self.keys[1],
            cells: lines
                .map(|(_, cells)| cells.iter().map(cell).collect())
                .collect(),
        }
    }
}

fn has_circa(table: &Crosstab<Rate>) -> bool {
    let cells = table.cells.iter().flatten();
    let totals = table.row_totals.iter().chain(&table.column_totals);
    let mut all = cells.chain(totals).chain([&table.total]);
    all.any(|rate| rate.of.is_some_and(|of| of.circa))
}

/// The lines with their totals behind and below them.
fn lines(
    table: Crosstab<Rate>,
    fields: usize,
    has_columns: bool,
    labels: impl Fn(&[String]) -> Vec<String>,
    total: String,
) -> Vec<(Vec<String>, Vec<Rate>)> {
    let whole = |mut cells: Vec<Rate>, total: Rate| {
        if !has_columns {
            cells.clear();
        }
        cells.push(total);
        cells
    };
    let mut lines = Vec::new();
    if fields > 0 {
        let rows = table.row_keys.iter().zip(table.cells).zip(table.row_totals);
        lines.extend(rows.map(|((keys, cells), total)| (labels(keys), whole(cells, total))));
    }
    let mut names = vec![String::new(); fields];
    if let Some(first) = names.first_mut() {
        *first = total;
    }
    lines.push((names, whole(table.column_totals, table.total)));
    lines
}
