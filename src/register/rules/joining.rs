//! Two cases that turn out to be one: what is known of them together.

use std::collections::BTreeSet;

use crate::language::folded;
use crate::register::case::address::{Address, AddressPart};
use crate::register::case::case_file::{CaseState, Change, Spell};
use crate::register::case::value::Value;
use crate::register::definition::field::{Field, Sensitivity};
use crate::register::definition::register::{Definition, Kind};

/// What is known of two cases together. What one says and the other does not is taken; where they say otherwise, the
/// remaining one is right.
#[derive(Clone, Debug, PartialEq)]
pub struct Joined {
    /// The remaining case as it becomes.
    pub state: CaseState,
    /// What the other case says otherwise, from what that is to what is kept.
    pub kept: Vec<Change>,
    /// The fields of the other case that came from the police. They are no part of a merge (Wpg) and stay where they are.
    pub left: Vec<String>,
}

impl Definition {
    /// What is known of the remaining case and of another one together.
    ///
    /// It runs when either of them ran. Where that is without a break it is one spell, from the first begin to the last end,
    /// which ended as the one of them that ended last: its outcome and its status go with it. An event happened on the
    /// first of both days.
    pub fn joined(&self, remaining: &CaseState, other: &CaseState) -> Joined {
        let mut state = remaining.clone();
        let mut left = Vec::new();
        let others = self.of_others(remaining, other);
        for field in &self.fields {
            let Some(value) = other.values.get(&field.id) else {
                continue;
            };
            if field.sensitivity == Sensitivity::Police {
                left.push(field.id.clone());
                continue;
            }
            let known = remaining.values.get(&field.id);
            let together = match known {
                None if others.contains(&field.id.as_str()) => None,
                None => self.lacks(field, remaining).then(|| value.clone()),
                Some(known) => together(known, value),
            };
            if let Some(together) = together {
                state.set(&field.id, Some(together));
            }
        }
        // What means nothing with what the remaining case says is not taken.
        for field in &self.fields {
            let taken = state.values.get(&field.id) != remaining.values.get(&field.id);
            if taken && !self.applies(field, &state) {
                state.set(&field.id, remaining.values.get(&field.id).cloned());
            }
        }
        let by_other = self.join_course(&mut state, other);
        if by_other {
            state.status.clone_from(&other.status);
        }
        let mut kept = other.changes_to(&state);
        kept.retain(|change| match change {
            Change::Field { id, before, after } => {
                let told = before.is_some() && !left.contains(id);
                told && !covers(after.as_ref(), before.as_ref())
            }
            Change::Status { before, .. } => before.is_some(),
            Change::Spells { .. } => true,
            _ => false,
        });
        Joined { state, kept, left }
    }

    /// The fields with the name and the birth date of a person who is another one in the other case: a name from one case
    /// and a birth date from the other would make somebody who is neither.
    fn of_others(&self, remaining: &CaseState, other: &CaseState) -> Vec<&str> {
        let differs = |id: &str| match (remaining.values.get(id), other.values.get(id)) {
            (Some(Value::Text(one)), Some(Value::Text(other))) => folded(one) != folded(other),
            (Some(one), Some(other)) => one != other,
            _ => false,
        };
        let pairs = self.fields.iter().filter_map(|birth| {
            let person = birth.of.as_deref()?;
            (differs(person) || differs(&birth.id)).then_some([person, birth.id.as_str()])
        });
        pairs.flatten().collect()
    }

    /// Whether the remaining case is to be given this field: by when something is to be done belongs to what.
    fn lacks(&self, field: &Field, remaining: &CaseState) -> bool {
        let next = self.next_action.as_ref();
        let due = next.filter(|next| next.due == field.id);
        due.is_none_or(|next| !remaining.values.contains_key(&next.what))
    }

    /// Joins the course of another case to this one. Says whether it ended, or runs, as the other one does.
    fn join_course(&self, state: &mut CaseState, other: &CaseState) -> bool {
        if self.kind == Kind::Event {
            let days = [state.opened(), other.opened()].into_iter().flatten();
            if let Some(first) = days.min() {
                state.spells = vec![Spell::since(first)];
            }
            return false;
        }
        let last = |spells: &[Spell]| {
            let last = spells.last()?;
            Some(last.closed.as_ref().map(|closing| closing.date))
        };
        state.preparation = prepared(state.preparation.as_ref(), other.preparation.as_ref());
        // One that still runs ends later than any that ended, and one that began is further than one that has yet to.
        let by_other = match (last(&state.spells), last(&other.spells)) {
            (Some(Some(own)), Some(Some(others))) => others > own,
            (Some(Some(_)), Some(None)) | (None, Some(_)) => true,
            _ => false,
        };
        state.spells = ran(&state.spells, &other.spells);
        if let Some(preparation) = state
            .preparation
            .as_mut()
            .filter(|_| !state.spells.is_empty())
        {
            preparation.closed = None;
        }
        by_other
    }
}

/// The preparation of two cases as one: from the first day on which either came. Where neither began it ended as the
/// last of them did, and goes on while one of them does.
fn prepared(own: Option<&Spell>, other: Option<&Spell>) -> Option<Spell> {
    let (Some(own), Some(other)) = (own, other) else {
        return own.or(other).cloned();
    };
    let ends = [&own.closed, &other.closed].map(|closed| closed.as_ref());
    let closed = match ends {
        [Some(own), Some(other)] if other.date > own.date => Some(other.clone()),
        [Some(own), Some(_)] => Some(own.clone()),
        _ => None,
    };
    Some(Spell {
        opened: own.opened.min(other.opened),
        closed,
    })
}

/// When either of two cases ran: spells that touch or overlap are one, which ended as the last of them to end. Of two that
/// ended on one day the own one has the last word.
fn ran(own: &[Spell], other: &[Spell]) -> Vec<Spell> {
    let own = own.iter().map(|spell| (spell, true));
    let other = other.iter().map(|spell| (spell, false));
    let mut all: Vec<(&Spell, bool)> = own.chain(other).collect();
    all.sort_by_key(|(spell, _)| spell.opened);
    let mut ran: Vec<Spell> = Vec::new();
    for (spell, own) in all {
        let Some(last) = ran.last_mut() else {
            ran.push(spell.clone());
            continue;
        };
        // What still runs takes in all that comes after it.
        let Some(ended) = &last.closed else { break };
        if spell.opened > ended.date {
            ran.push(spell.clone());
            continue;
        }
        let longer = spell
            .closed
            .as_ref()
            .is_none_or(|closing| closing.date > ended.date || (own && closing.date == ended.date));
        if longer {
            last.closed.clone_from(&spell.closed);
        }
    }
    ran
}

/// Two values that say no two things, as one: all choices of both, and every part of one address.
fn together(known: &Value, other: &Value) -> Option<Value> {
    match (known, other) {
        (Value::Choices(known), Value::Choices(other)) => {
            let both: BTreeSet<String> = known.union(other).cloned().collect();
            Some(Value::Choices(both))
        }
        (Value::Address(known), Value::Address(other)) => {
            let mut both = known.clone();
            for (_, part) in AddressPart::ALL {
                let (mine, others) = (part.of(known), part.of(other));
                if mine.is_empty() {
                    others.clone_into(part.of_mut(&mut both));
                } else if !others.is_empty() && mine != others {
                    return None;
                }
            }
            Some(Value::Address(both))
        }
        _ => None,
    }
}

/// Whether one value says all that another one says.
fn covers(whole: Option<&Value>, part: Option<&Value>) -> bool {
    let holds = |whole: &Address, part: &Address| {
        AddressPart::ALL
            .iter()
            .all(|(_, one)| one.of(part).is_empty() || one.of(part) == one.of(whole))
    };
    match (whole, part) {
        (Some(Value::Choices(whole)), Some(Value::Choices(part))) => part.is_subset(whole),
        (Some(Value::Address(whole)), Some(Value::Address(part))) => holds(whole, part),
        _ => false,
    }
}
