//! What is seen to in an invented case before it is late.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use fastrand::Rng;

use super::chance::well_past;
use crate::language::Language;
use crate::register::{
    CaseState, DUE_THEN, Definition, DoneBy, EntryState, FieldRole, SETTLED, TaskSource, Value,
};

/// Settles nearly all terms of a case that are past: says on the timeline that they were met, or gives the kinds of entry
/// by which they are, with when those were made.
pub(super) fn settle<'a>(
    definition: &'a Definition,
    rng: &mut Rng,
    state: &CaseState,
    entries: &mut Vec<EntryState>,
    today: NaiveDate,
) -> Vec<(&'a str, NaiveDateTime)> {
    let (Some(spell), Some(yesterday)) = (state.last_spell(), today.pred_opt()) else {
        return Vec::new();
    };
    let mut made = Vec::new();
    for task in definition.tasks(state, entries) {
        let TaskSource::Term(id) = &task.source else {
            continue;
        };
        let Some(term) = definition.term(id) else {
            continue;
        };
        if !well_past(rng, task.due.day, today) {
            continue;
        }
        let day = task.due.day - TimeDelta::days(rng.i64(0..4));
        let day = day.max(spell.opened).min(yesterday);
        let minutes = 9 * 60 + 5 * rng.i64(0..96);
        let happened = day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minutes);
        if day < spell.opened {
            continue;
        }
        match &term.done_by {
            Some(DoneBy::Entry(kind)) => made.push((kind.as_str(), happened)),
            // What has yet to be filled in stays late, and not for long.
            Some(DoneBy::Field(_)) if task.due.day > today - TimeDelta::days(30) => {}
            _ => {
                let entry = EntryState::at(SETTLED, happened)
                    .with(SETTLED, Value::Text(id.clone()))
                    .with(DUE_THEN, Value::Date(task.due.day));
                let words = Value::Text(term.label.text(Language::Dutch).to_owned());
                entries.push(definition.filled_in(entry, FieldRole::Task, words));
            }
        }
    }
    made
}
