//! The summaries of the registers as a program reads them.

use serde::Serialize;
use serde_json::Value as Json;

use super::question::OverviewQuestion;
use crate::figures::RegisterSummary;
use crate::report::json::{JsonMade, JsonPeriod, number, text};
use crate::report::made::Made;

#[derive(Serialize)]
struct JsonOverview<'a> {
    period: JsonPeriod,
    made: JsonMade<'a>,
    registers: Vec<JsonRegister<'a>>,
}

#[derive(Serialize)]
struct JsonRegister<'a> {
    register: &'a str,
    figures: Vec<JsonCount>,
    late: usize,
}

#[derive(Serialize)]
struct JsonCount {
    measure: &'static str,
    value: Json,
    year_before: Json,
}

/// What a program reads: the summaries of the registers.
pub(super) fn overview_json(asked: &OverviewQuestion, made: &Made) -> String {
    let whole = |count: u64| number(Some(count as f64));
    let counts = |summary: &RegisterSummary| -> Vec<JsonCount> {
        let counts = summary.counts.iter().map(|count| JsonCount {
            measure: count.measure.name(),
            value: whole(count.count),
            year_before: whole(count.before),
        });
        counts.collect()
    };
    let registers = asked
        .registers
        .iter()
        .zip(&asked.overview.summaries)
        .zip(&asked.late);
    text(&JsonOverview {
        period: asked.period.into(),
        made: made.into(),
        registers: registers
            .map(|((register, summary), late)| JsonRegister {
                register: &register.definition().id,
                figures: counts(summary),
                late: *late,
            })
            .collect(),
    })
}
