//! What of a case may leave the team, and as what: the one rule for lists, documents and sheets.
//!
//! | goes to | holds |
//! |---|---|
//! | the team itself, outside the program | everything but what came from the police (Wpg) |
//! | a colleague who edits it in a sheet | of that, nothing special (GDPR art. 9), and not who reported |
//! | a partner, in a document about a case | what the definition marks shareable, each choice as others see it |
//! | a partner, on a list | of that, no free text |

use std::collections::BTreeMap;

use crate::register::case::case_file::CaseState;
use crate::register::case::entry::EntryState;
use crate::register::case::value::Value;
use crate::register::definition::choice::{Choice, find, goes_on_as};
use crate::register::definition::field::{Field, FieldKind, FieldRole, Sensitivity};
use crate::register::definition::register::Definition;
use crate::register::definition::reserved::DISCLOSURE;

impl Field {
    /// Whether it may leave the program at all. What came from the police goes to nobody by way of a file that gives no
    /// ground for it (Wpg art. 16–20), whatever a definition says.
    pub fn may_leave(&self) -> bool {
        self.sensitivity != Sensitivity::Police
    }

    /// Whether it may stand in a sheet that is edited elsewhere. Whoever has that file can read it.
    pub fn may_be_edited_elsewhere(&self) -> bool {
        self.may_leave()
            && self.sensitivity != Sensitivity::Special
            && self.role != Some(FieldRole::Reporter)
    }

    /// Whether a partner may see it in a document about a case.
    pub fn is_shared(&self) -> bool {
        let told = self.sensitivity == Sensitivity::Ordinary || self.shared_because.is_some();
        self.shareable && told && self.may_leave() && self.role != Some(FieldRole::Reporter)
    }

    /// Whether it may stand on a list for a partner. Nobody reads over what is typed freely in a hundred cases, so that a long
    /// text is never on it, and a line or a name only where the definition says why.
    pub fn is_on_shared_list(&self) -> bool {
        self.is_shared()
            && match self.kind {
                FieldKind::LongText => false,
                FieldKind::Text | FieldKind::Person => self.shared_because.is_some(),
                _ => true,
            }
    }

    /// Whether a partner sees every choice of it as itself: then a filter on it tells no more than the list does.
    pub fn is_shared_whole(&self) -> bool {
        self.is_on_shared_list() && all_open(&self.choices)
    }

    /// A value of it as a partner sees it; none where it is a choice of which nobody said that it may be shared.
    fn as_shared(&self, value: &Value) -> Option<Value> {
        let seen = |id: &String| seen_by_others(&self.choices, id);
        match value {
            Value::Choice(id) => seen(id).map(Value::Choice),
            Value::Choices(ids) => Some(Value::Choices(ids.iter().filter_map(seen).collect())),
            value => Some(value.clone()),
        }
    }
}

impl Definition {
    /// The state of a case as a partner sees it: what is shared of it, each choice and outcome as others see it.
    pub fn shared(&self, state: &CaseState) -> CaseState {
        let mut shared = state.clone();
        shared.values = shared_values(&self.fields, &state.values);
        let outcomes = self.outcome.as_ref().map_or(&[][..], |one| &one.choices);
        let closings = shared.spells.iter_mut();
        for closing in closings.filter_map(|spell| spell.closed.as_mut()) {
            let outcome = closing.outcome.take();
            closing.outcome = outcome.and_then(|id| seen_by_others(outcomes, &id));
        }
        shared
    }

    /// Whether this entry says that a list was given on which the case stands.
    pub(in crate::register) fn is_given_list(&self, entry: &EntryState) -> bool {
        let kind = self
            .entry_kind(&entry.kind)
            .filter(|kind| kind.id == DISCLOSURE);
        let list = kind.and_then(|kind| kind.field_for(FieldRole::List));
        list.is_some_and(|field| entry.values.contains_key(&field.id))
    }

    /// Whether a partner sees every outcome as itself.
    pub fn outcomes_are_shared_whole(&self) -> bool {
        self.outcome
            .as_ref()
            .is_none_or(|outcome| all_open(&outcome.choices))
    }
}

/// The values of fields, of a case or an entry, as a partner sees them. What no field describes any more is left out:
/// nobody said that it may be shared.
pub fn shared_values(
    fields: &[Field],
    values: &BTreeMap<String, Value>,
) -> BTreeMap<String, Value> {
    let shared = fields.iter().filter(|field| field.is_shared());
    shared
        .filter_map(|field| {
            let value = field.as_shared(values.get(&field.id)?)?;
            Some((field.id.clone(), value))
        })
        .collect()
}

fn all_open(choices: &[Choice]) -> bool {
    choices.iter().all(|choice| choice.shared_as.is_none())
}

/// The choice that others see where this one was chosen; none where even that one is not for them.
fn seen_by_others(choices: &[Choice], id: &str) -> Option<String> {
    let as_now = |id| find(choices, goes_on_as(choices, id));
    let choice = as_now(id)?;
    let seen = match &choice.shared_as {
        Some(other) => as_now(other).filter(|other| other.shared_as.is_none())?,
        None => choice,
    };
    Some(seen.id.clone())
}
