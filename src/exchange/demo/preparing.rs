//! What comes before an invented case begins: an application, or an intention, and that some of them never become more.

use chrono::{NaiveDate, TimeDelta};
use fastrand::Rng;

use super::chance::happens;
use super::plan::Prepared;
use crate::register::{CaseState, Choice, Closing, Definition, FieldKind, Spell};

/// How a case that was to begin on a day is prepared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Preparation {
    /// It began, with or without having been prepared.
    Begun,
    /// It has yet to begin.
    Waits,
    /// It ended without ever beginning.
    NeverBegan,
}

/// Prepares a case that is to begin on this day, where cases of its register are prepared.
pub(super) fn prepare(
    rng: &mut Rng,
    definition: &Definition,
    plan: &Prepared,
    opened: NaiveDate,
    today: NaiveDate,
    state: &mut CaseState,
) -> Preparation {
    if definition.preparation.is_none() || happens(rng, plan.at_once) {
        return Preparation::Begun;
    }
    let came = opened - TimeDelta::days(rng.i64(plan.days.0..=plan.days.1));
    state.preparation = Some(Spell::since(came));
    let ends = definition
        .outcome
        .as_ref()
        .is_some_and(|asked| !asked.before.is_empty());
    if opened > today - TimeDelta::days(plan.days.0) {
        Preparation::Waits
    } else if ends && happens(rng, plan.never) {
        Preparation::NeverBegan
    } else {
        Preparation::Begun
    }
}

/// Takes back what a case has only once it began: its spells, and the days that were decided.
pub(super) fn unbegin(
    rng: &mut Rng,
    definition: &Definition,
    preparation: Preparation,
    opened: NaiveDate,
    state: &mut CaseState,
) {
    if preparation == Preparation::Begun {
        return;
    }
    state.spells.clear();
    let planned = definition.next_action.as_ref().map(|next| &next.due);
    let decided = definition.fields.iter().filter(|field| {
        let day = matches!(field.kind, FieldKind::Date | FieldKind::DateTime);
        day && planned != Some(&field.id)
    });
    for field in decided {
        state.set(&field.id, None);
    }
    let before = definition.statuses.iter().filter(|status| status.before);
    let before: Vec<&Choice> = before.map(|status| &status.choice).collect();
    let over = definition.first_status(false).map(|status| &status.choice);
    let status = match preparation {
        Preparation::NeverBegan => over,
        _ => rng.choice(&before).copied(),
    };
    state.status = status.map(|choice| choice.id.clone());
    let asked = definition.outcome.as_ref();
    let outcome = asked.and_then(|asked| asked.before.first());
    if let (Preparation::NeverBegan, Some(spell)) = (preparation, &mut state.preparation) {
        spell.closed = Some(Closing {
            outcome: outcome.cloned(),
            ..Closing::on(opened)
        });
        // Nothing happens next in what is over.
        for field in definition
            .next_action
            .iter()
            .flat_map(|next| [&next.what, &next.due])
        {
            state.set(field, None);
        }
    }
}
