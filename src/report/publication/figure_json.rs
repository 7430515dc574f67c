//! A figure as a program reads it, with the same names in every language.

use serde::Serialize;
use serde_json::Value;

use super::series_question::SeriesAnswer;
use super::table_question::{TableAnswer, TablePair};
use crate::figures::{Crosstab, Lasted, Number, Quantity, Whole};
use crate::report::json::{
    JsonBalance, JsonFilter, JsonMade, JsonPeriod, json_filters, number, text,
};
use crate::report::made::Made;

#[derive(Serialize)]
struct Table<'a> {
    register: &'a str,
    made: JsonMade<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    filters: Vec<JsonFilter<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<&'a str>,
    measure: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<String>,
    period: JsonPeriod,
    rows: &'a [String],
    columns: &'a [String],
    row_keys: &'a [Vec<String>],
    column_keys: &'a [Vec<String>],
    #[serde(flatten)]
    numbers: Numbers,
    adds_up: bool,
    balance: Option<JsonBalance>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<Shares>,
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<Against>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    subsets: Vec<Subset<'a>>,
}

/// The numbers of a table, by the keys of its rows and columns.
#[derive(Serialize)]
struct Numbers {
    cells: Vec<Vec<Value>>,
    row_totals: Vec<Value>,
    column_totals: Vec<Value>,
    total: Value,
}

#[derive(Serialize)]
struct Shares {
    of: &'static str,
    #[serde(flatten)]
    numbers: Numbers,
}

#[derive(Serialize)]
struct Against {
    period: JsonPeriod,
    #[serde(flatten)]
    numbers: Numbers,
}

#[derive(Serialize)]
struct Subset<'a> {
    field: &'a str,
    key: &'a str,
    #[serde(flatten)]
    numbers: Numbers,
}

#[derive(Serialize)]
struct Series<'a> {
    register: &'a str,
    made: JsonMade<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    filters: Vec<JsonFilter<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<&'a str>,
    measure: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<&'static str>,
    points: Vec<Point<'a>>,
}

#[derive(Serialize)]
struct Point<'a> {
    period: String,
    key: Option<&'a str>,
    value: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    year_before: Option<Value>,
}

impl From<&Crosstab<Number>> for Numbers {
    fn from(table: &Crosstab<Number>) -> Self {
        let each = |numbers: &Vec<Number>| numbers.iter().map(|one| number(*one)).collect();
        Self {
            cells: table.cells.iter().map(each).collect(),
            row_totals: each(&table.row_totals),
            column_totals: each(&table.column_totals),
            total: number(table.total),
        }
    }
}

/// The name of a quantity; none where cases are counted.
fn quantity_name(quantity: &Quantity) -> Option<String> {
    Some(match quantity {
        Quantity::Count => return None,
        Quantity::Persons => "persons".to_owned(),
        Quantity::Sum(field) => format!("sum:{field}"),
        Quantity::Average(field) => format!("average:{field}"),
        Quantity::Duration(quartile) => {
            let mut names = Lasted::NAMES.into_iter();
            let name = names.find(|(_, known)| known == quartile);
            format!("duration:{}", name.map_or("", |(name, _)| name))
        }
    })
}

fn whole_name(of: Whole) -> &'static str {
    let mut names = Whole::NAMES.into_iter();
    names
        .find(|(_, known)| *known == of)
        .map_or("", |(name, _)| name)
}

pub(super) fn of_table(answer: &TableAnswer<'_>, made: &Made) -> String {
    let (question, now) = (answer.question, &answer.whole.now);
    let percent = question.shares.zip(answer.shares.as_ref());
    let percent = percent.map(|(of, shares): (Whole, &TablePair)| Shares {
        of: whole_name(of),
        numbers: (&shares.now).into(),
    });
    let against = question.against.zip(answer.whole.earlier.as_ref());
    let against = against.map(|(period, earlier)| Against {
        period: period.into(),
        numbers: earlier.into(),
    });
    let subsets = question.subsets.iter().zip(&answer.subsets);
    let subsets = subsets.map(|((field, key), subset)| Subset {
        field,
        key,
        numbers: (&subset.now).into(),
    });
    text(&Table {
        register: &answer.definition.id,
        made: made.into(),
        filters: json_filters(&question.figure.slice),
        entries: question.figure.entries.as_deref(),
        measure: question.figure.measure.name(),
        quantity: quantity_name(&question.quantity),
        period: question.figure.period.into(),
        rows: &question.figure.rows,
        columns: &question.figure.columns,
        row_keys: &now.row_keys,
        column_keys: &now.column_keys,
        numbers: now.into(),
        adds_up: now.adds_up,
        balance: now.balance.map(JsonBalance::from),
        percent,
        against,
        subsets: subsets.collect(),
    })
}

pub(super) fn of_series(answer: &SeriesAnswer<'_>, made: &Made) -> String {
    let series = &answer.series;
    let points = series.periods.iter().enumerate().flat_map(|(at, period)| {
        series.lines.iter().map(move |(key, numbers)| Point {
            period: period.name(),
            key: key.as_deref(),
            value: number(numbers[at]),
            year_before: answer.earlier_at(at).map(number),
        })
    });
    text(&Series {
        register: &answer.definition.id,
        made: made.into(),
        filters: json_filters(&answer.question.figure.slice),
        entries: answer.question.figure.entries.as_deref(),
        measure: answer.question.figure.measure.name(),
        quantity: quantity_name(&answer.question.quantity),
        percent: answer.question.shares.map(whole_name),
        points: points.collect(),
    })
}
