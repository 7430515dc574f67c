//! The text of a task and the tag with when it is due.

use chrono::NaiveDateTime;

use crate::desk::kit::widgets::Tone;
use crate::desk::state::vault::OpenVault;
use crate::language::Language;
use crate::register::{CaseFile, CaseState, Definition, Due, TaskSource, Value};
use crate::store::statutory_term;

/// What has to be done: the next action as it was typed (where the case is at hand), the name of the term, or to look at a case
/// in which nothing happened for a while.
pub fn what(
    definition: &Definition,
    source: &TaskSource,
    case: Option<&CaseFile>,
    language: Language,
) -> String {
    match source {
        TaskSource::NextAction => {
            let next = definition.next_action.as_ref();
            let planned = next.and_then(|next| case?.state.values.get(&next.what));
            match planned {
                Some(Value::Text(text)) => text.clone(),
                _ => language.text("task-next-action"),
            }
        }
        TaskSource::Term(id) => {
            let term = definition.terms.iter().find(|term| term.id == *id);
            term.map_or_else(|| id.clone(), |term| term.label.text(language).to_owned())
        }
        TaskSource::Idle => {
            let days = definition.work.idle_days.unwrap_or_default();
            language.say("task-idle-look", &[("days", i64::from(days).into())])
        }
    }
}

/// Whether it is a statutory term.
pub fn is_statutory(definition: &Definition, source: &TaskSource) -> bool {
    statutory_term(definition, source).is_some()
}

/// The tag of the first task of a case. A next action that has a date but no text counts too.
pub fn first_due(
    vault: &OpenVault,
    definition: &Definition,
    case: &CaseFile,
    now: NaiveDateTime,
    language: Language,
) -> Option<(String, Tone)> {
    match vault.nearest_task(&definition.id, case.key) {
        Some(task) => Some(due_tag(task.due, now, language)),
        None => next_due_tag(definition, &case.state, now, language),
    }
}

/// The tag with when the next action is due; none for a case that is closed or has no next action.
pub fn next_due_tag(
    definition: &Definition,
    state: &CaseState,
    now: NaiveDateTime,
    language: Language,
) -> Option<(String, Tone)> {
    let next = definition.next_action.as_ref()?;
    let Some(Value::Date(day)) = state.values.get(&next.due) else {
        return None;
    };
    let open = state.open_at_end_of(now.date());
    open.then(|| due_tag(Due::on(*day), now, language))
}

/// The tag with when something is due: late, today, or in how many days; with the hour where it has one.
pub fn due_tag(due: Due, now: NaiveDateTime, language: Language) -> (String, Tone) {
    let days = (due.day - now.date()).num_days();
    let time = due.time.map(|time| time.format("%H:%M").to_string());
    let in_days = |id: &str| language.say(id, &[("days", days.abs().into())]);
    match (days, time) {
        (..0, _) => (in_days("due-late"), Tone::Bad),
        (0, Some(time)) if due.is_past(now) => {
            let text = language.say("due-since", &[("time", time.into())]);
            (text, Tone::Bad)
        }
        (0, Some(time)) => (format!("{} {time}", language.text("due-today")), Tone::Warn),
        (0, None) => (language.text("due-today"), Tone::Warn),
        (1..=3, Some(time)) => (format!("{} {time}", in_days("due-in")), Tone::Warn),
        (1..=3, None) => (in_days("due-in"), Tone::Warn),
        _ => (in_days("due-in"), Tone::Quiet),
    }
}
