//! A figure as a program reads it: always the same names.

use chrono::{NaiveDate, SecondsFormat};
use serde::Serialize;
use serde_json::{Value, json};

use super::series::AnsweredSeries;
use super::table::{Answer, Answered};
use crate::figures::{self, Crosstab, Number, Quantity, Slice, Whole};
use crate::report::Made;

/// A period as a program reads it.
#[derive(Serialize)]
pub(crate) struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

impl From<figures::Period> for Period {
    fn from(period: figures::Period) -> Self {
        let figures::Period { from, to } = period;
        Self { from, to }
    }
}

/// A balance as a program reads it.
#[derive(Serialize)]
pub(crate) struct Balance {
    beginstand: u64,
    instroom: u64,
    heropend: u64,
    afgerond: u64,
    eindstand: u64,
}

impl From<figures::Balance> for Balance {
    fn from(balance: figures::Balance) -> Self {
        Self {
            beginstand: balance.opening,
            instroom: balance.inflow,
            heropend: balance.reopened,
            afgerond: balance.finished,
            eindstand: balance.closing,
        }
    }
}

/// A filter as a program reads it: the field, and the keys of which a case has one.
#[derive(Serialize)]
pub struct Filter<'a> {
    field: &'a str,
    keys: Vec<&'a str>,
}

/// When it was made and by whom, as a program reads it.
#[derive(Serialize)]
pub struct MadeBy<'a> {
    at: String,
    by: &'a str,
}

impl<'a> From<&'a Made> for MadeBy<'a> {
    fn from(made: &'a Made) -> Self {
        Self {
            at: made.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            by: &made.by,
        }
    }
}

/// The filters on a part of a register.
pub fn filters(slice: &Slice) -> Vec<Filter<'_>> {
    let filters = slice.filters().map(|(field, keys)| Filter {
        field,
        keys: keys.iter().map(|key| key.as_ref()).collect(),
    });
    filters.collect()
}

#[derive(Serialize)]
struct Table<'a> {
    register: &'a str,
    made: MadeBy<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    filters: Vec<Filter<'a>>,
    measure: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<String>,
    period: Period,
    rows: &'a [String],
    columns: &'a [String],
    row_keys: &'a [Vec<String>],
    column_keys: &'a [Vec<String>],
    #[serde(flatten)]
    numbers: Numbers,
    adds_up: bool,
    balance: Option<Balance>,
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
    period: Period,
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
    made: MadeBy<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    filters: Vec<Filter<'a>>,
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

/// A number; a whole one without a point.
pub(super) fn number(number: Number) -> Value {
    match number {
        Some(number) if number.fract() == 0.0 => json!(number as i64),
        number => json!(number),
    }
}

/// The name of what is said of cases; none where they are counted.
fn quantity_name(quantity: &Quantity) -> Option<String> {
    Some(match quantity {
        Quantity::Count => return None,
        Quantity::Persons => "persons".to_owned(),
        Quantity::Sum(field) => format!("sum:{field}"),
        Quantity::Average(field) => format!("average:{field}"),
        Quantity::Duration(quartile) => {
            let mut names = figures::Quartile::NAMES.into_iter();
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

pub(super) fn of_table(answered: &Answered<'_>, made: &Made) -> String {
    let (question, now) = (answered.question, &answered.whole.now);
    let percent = question.shares.zip(answered.shares.as_ref());
    let percent = percent.map(|(of, shares): (Whole, &Answer)| Shares {
        of: whole_name(of),
        numbers: (&shares.now).into(),
    });
    let against = question.against.zip(answered.whole.earlier.as_ref());
    let against = against.map(|(period, earlier)| Against {
        period: period.into(),
        numbers: earlier.into(),
    });
    let subsets = question.subsets.iter().zip(&answered.subsets);
    let subsets = subsets.map(|((field, key), subset)| Subset {
        field,
        key,
        numbers: (&subset.now).into(),
    });
    text(&Table {
        register: &answered.definition.id,
        made: made.into(),
        filters: filters(&question.figure.slice),
        measure: question.figure.measure.name(),
        quantity: quantity_name(&question.quantity),
        period: question.figure.period.into(),
        rows: &question.figure.rows,
        columns: &question.figure.columns,
        row_keys: &now.row_keys,
        column_keys: &now.column_keys,
        numbers: now.into(),
        adds_up: now.adds_up,
        balance: now.balance.map(Balance::from),
        percent,
        against,
        subsets: subsets.collect(),
    })
}

pub(super) fn of_series(answered: &AnsweredSeries<'_>, made: &Made) -> String {
    let series = &answered.series;
    let points = series.periods.iter().enumerate().flat_map(|(at, period)| {
        series.lines.iter().map(move |(key, numbers)| Point {
            period: period.name(),
            key: key.as_deref(),
            value: number(numbers[at]),
            year_before: answered.earlier_at(at).map(number),
        })
    });
    text(&Series {
        register: &answered.definition.id,
        made: made.into(),
        filters: filters(&answered.question.figure.slice),
        measure: answered.question.figure.measure.name(),
        quantity: quantity_name(&answered.question.quantity),
        percent: answered.question.shares.map(whole_name),
        points: points.collect(),
    })
}

/// One line. Numbers and texts can always be written, so there is nothing to refuse.
pub(super) fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default() + "\n"
}
