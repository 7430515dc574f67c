//! The table of several indicators over many years, each with its average and its range.

use serde::Serialize;

use super::table::{Column, IndicatorTable, line, list, number};
use crate::figures::{ManyYears, YearFigure, YearsRow, written_amount};
use crate::language::Language;
use crate::register::{Amount, Indicator, Unit};
use crate::report::listing::{Content, ListGroup};
use crate::report::made::Made;

impl IndicatorTable {
    /// Several indicators over many years.
    pub fn of_many_years(table: &ManyYears<'_>, made: &Made, language: Language) -> Self {
        let word = |id: &str, text: &str| (id.to_owned(), language.text(text));
        let mut columns: Vec<Column> = vec![
            word("indicator", "indicators-indicator"),
            word("eenheid", "indicators-unit"),
        ];
        let years = table.years.iter().map(|year| year.to_string());
        columns.extend(years.map(|year| (year.clone(), year)));
        columns.extend([
            word("gemiddeld", "indicator-average"),
            word("laagste", "indicator-least"),
            word("hoogste", "indicator-most"),
        ]);
        let group = ListGroup {
            heading: None,
            lines: table.rows.iter().map(|row| cells(row, language)).collect(),
        };
        let title = language.text("indicator-years-title");
        let about = years_of(table, language);
        let mut list = list(title, about, columns, vec![group], made, language);
        list.notes = years_notes(table, language);
        Self {
            list,
            json: line(&ManyYearsJson::of(table, language)),
        }
    }
}

fn cells(row: &YearsRow<'_>, language: Language) -> Vec<Content> {
    let indicator = row.indicator;
    let mut cells = vec![
        Content::Text(indicator.label.text(language).to_owned()),
        Content::Text(language.text(indicator.unit.text_id())),
    ];
    let amounts = row.figures.iter().map(|figure| number(amount(figure)));
    cells.extend(amounts);
    let [least, most] = match row.range {
        Some([(_, least), (_, most)]) => [Some(least), Some(most)],
        None => [None, None],
    };
    cells.extend([row.average, least, most].map(number));
    cells
}

fn amount(figure: &YearFigure) -> Option<Amount> {
    figure.actual.map(|actual| actual.amount)
}

/// Which years they are: from the first to the last.
pub fn years_of(table: &ManyYears<'_>, language: Language) -> String {
    let year = |year: Option<&i32>| year.map_or_else(String::new, i32::to_string);
    let years = [
        ("from", year(table.years.first()).into()),
        ("to", year(table.years.last()).into()),
    ];
    language.say("indicator-years-of", &years)
}

/// The least and the most of a row with their years, in words; nothing where they are not known.
pub fn range_in_words(row: &YearsRow<'_>, language: Language) -> String {
    let Some([(from, least), (to, most)]) = row.range else {
        return String::new();
    };
    let written = |amount| written_amount(amount, row.indicator.unit, language);
    let says = [
        ("least", written(least).into()),
        ("from", from.to_string().into()),
        ("most", written(most).into()),
        ("to", to.to_string().into()),
    ];
    language.say("indicator-range-of", &says)
}

/// The average of a row in words; nothing where it is not known.
pub fn average_in_words(row: &YearsRow<'_>, language: Language) -> String {
    let Some(average) = row.average else {
        return String::new();
    };
    match row.indicator.unit {
        Unit::Count => average.written(1, language),
        Unit::Percent => format!("{}%", average.written(1, language)),
        unit => written_amount(average, unit, language),
    }
}

/// What has to be known beside the table: the breaks in how its indicators were measured, and totals that are not what
/// their parts come to.
pub fn years_notes(table: &ManyYears<'_>, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    for row in &table.rows {
        if !row.breaks.is_empty() {
            let years: Vec<String> = row.breaks.iter().map(i32::to_string).collect();
            let says = [
                ("indicator", row.indicator.label.text(language).into()),
                ("years", years.join(", ").into()),
            ];
            notes.push(language.say("indicator-years-broken", &says));
        }
    }
    notes.extend(contradictions(table, language));
    notes
}

/// The totals that are not what their parts come to, a sentence each.
pub fn contradictions(table: &ManyYears<'_>, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    for row in &table.rows {
        let label = row.indicator.label.text(language);
        let totals = row.figures.iter().zip(&row.totals);
        let wrong = totals.filter_map(|(figure, total)| {
            let total = total.as_ref()?;
            super::remarks::contradiction(row.indicator, figure, total, language)
        });
        notes.extend(wrong.map(|remark| format!("{label}: {remark}")));
    }
    notes
}

/// The table as a program reads it.
#[derive(Serialize)]
pub struct ManyYearsJson<'a> {
    years: &'a [i32],
    indicators: Vec<RowJson<'a>>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    indicator: &'a str,
    label: &'a str,
    /// How much it was in each of the years.
    amounts: Vec<Option<f64>>,
    /// Where each comes from: `typed`, `counted` or `computed`.
    basis: Vec<Option<&'static str>>,
    /// What each comes to otherwise, where that is known and differs.
    otherwise: Vec<Option<f64>>,
    average: Option<f64>,
    least: Option<YearAmount>,
    most: Option<YearAmount>,
    /// The years from which it was measured otherwise.
    breaks: &'a [i32],
}

#[derive(Serialize)]
struct YearAmount {
    year: i32,
    amount: f64,
}

impl<'a> ManyYearsJson<'a> {
    /// The table.
    pub fn of(table: &'a ManyYears<'a>, language: Language) -> Self {
        let row = |row: &'a YearsRow<'a>| {
            let indicator: &'a Indicator = row.indicator;
            let figures = || row.figures.iter();
            let end = |at: usize| {
                let (year, amount) = row.range?[at];
                let amount = amount.number();
                Some(YearAmount { year, amount })
            };
            RowJson {
                indicator: &indicator.id,
                label: indicator.label.text(language),
                amounts: figures().map(|it| amount(it).map(Amount::number)).collect(),
                basis: figures().map(|it| Some(it.actual?.basis.name())).collect(),
                otherwise: figures()
                    .map(|it| Some(it.actual?.otherwise?.number()))
                    .collect(),
                average: row.average.map(Amount::number),
                least: end(0),
                most: end(1),
                breaks: &row.breaks,
            }
        };
        Self {
            years: &table.years,
            indicators: table.rows.iter().map(row).collect(),
        }
    }
}
