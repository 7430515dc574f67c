//! What every JSON file has in common: periods, balances, filters, and who made it. Names are the same in every language.

use chrono::{NaiveDate, SecondsFormat};
use serde::Serialize;
use serde_json::{Value, json};

use super::made::Made;
use crate::figures::{Balance, Number, Period, Slice};

/// A period as a program reads it.
#[derive(Serialize)]
pub(crate) struct JsonPeriod {
    from: NaiveDate,
    to: NaiveDate,
}

impl From<Period> for JsonPeriod {
    fn from(period: Period) -> Self {
        let Period { from, to } = period;
        Self { from, to }
    }
}

/// A balance as a program reads it.
#[derive(Serialize)]
pub(crate) struct JsonBalance {
    beginstand: u64,
    instroom: u64,
    heropend: u64,
    afgerond: u64,
    eindstand: u64,
}

impl From<Balance> for JsonBalance {
    fn from(balance: Balance) -> Self {
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
pub struct JsonFilter<'a> {
    field: &'a str,
    keys: Vec<&'a str>,
}

/// When it was made and by whom, as a program reads it.
#[derive(Serialize)]
pub struct JsonMade<'a> {
    at: String,
    by: &'a str,
}

impl<'a> From<&'a Made> for JsonMade<'a> {
    fn from(made: &'a Made) -> Self {
        Self {
            at: made.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            by: &made.by,
        }
    }
}

/// The filters on a part of a register.
pub fn json_filters(slice: &Slice) -> Vec<JsonFilter<'_>> {
    let filters = slice.filters().map(|(field, keys)| JsonFilter {
        field,
        keys: keys.iter().map(|key| key.as_ref()).collect(),
    });
    filters.collect()
}

/// A number; a whole one without a point.
pub(super) fn number(number: Number) -> Value {
    match number {
        Some(number) if number.fract() == 0.0 => json!(number as i64),
        number => json!(number),
    }
}

/// One line. Numbers and texts can always be written, so there is nothing to refuse.
pub(super) fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default() + "\n"
}
