//! Entries of which the case itself says how many there are, as an inspection says how many objects it visited.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::plan::Plan;
use crate::register::{CaseState, Value};

/// The first hour of the day of an event.
const BEGIN: u32 = 9;
/// The minutes between two of its entries, and those of a day in which all of them happen.
const BETWEEN: i64 = 40;
const DAY: i64 = 8 * 60;

/// Every such entry of a case that is over: its kind, and when it happened.
pub(super) fn counted<'a>(
    plan: &'a Plan,
    state: &CaseState,
    today: NaiveDate,
) -> Vec<(&'a str, NaiveDateTime)> {
    let opened = state.opened().filter(|opened| *opened < today);
    let Some(first) = opened.and_then(|opened| opened.and_hms_opt(BEGIN, 0, 0)) else {
        return Vec::new();
    };
    let mut entries = Vec::new();
    for (kind, field) in &plan.as_many {
        if let Some(Value::Number(number)) = state.values.get(field) {
            let times = number.round() as i64;
            let between = BETWEEN.min(DAY / times.max(1));
            let moments = (0..times).map(|at| first + Duration::minutes(between * at));
            entries.extend(moments.map(|moment| (kind.as_str(), moment)));
        }
    }
    entries
}
