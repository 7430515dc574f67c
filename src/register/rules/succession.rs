//! Choices that were merged: wherever a case is read, a choice that went on as another one is that other one.
//!
//! What is stored stays as it was stored, and so does the history: once a merge is taken back, every case says again what
//! it said.

use std::collections::BTreeMap;

use crate::register::case::case_file::{CaseState, Spell};
use crate::register::case::entry::EntryState;
use crate::register::case::value::Value;
use crate::register::definition::choice::{Choice, goes_on_as};
use crate::register::definition::field::Field;
use crate::register::definition::register::Definition;

impl Definition {
    /// A stored state as it is read.
    #[must_use]
    pub fn as_read(&self, mut state: CaseState) -> CaseState {
        go_on(&self.fields, &mut state.values);
        let outcomes = self.outcome_choices();
        if has_successors(outcomes) {
            for closing in state.spells.iter_mut().filter_map(|at| at.closed.as_mut()) {
                if let Some(outcome) = &mut closing.outcome {
                    *outcome = goes_on_as(outcomes, outcome).to_owned();
                }
            }
        }
        state
    }

    /// A stored entry as it is read.
    #[must_use]
    pub fn entry_as_read(&self, mut entry: EntryState) -> EntryState {
        go_on(self.entry_fields(&entry), &mut entry.values);
        entry
    }

    /// A state as it is to be stored over this one: what was read and not changed stays as it was stored.
    #[must_use]
    pub fn to_store(&self, stored: &CaseState, mut state: CaseState) -> CaseState {
        keep(&self.fields, &stored.values, &mut state.values);
        let outcomes = self.outcome_choices();
        if has_successors(outcomes) {
            for (was, spell) in stored.spells.iter().zip(&mut state.spells) {
                keep_outcome(outcomes, was, spell);
            }
        }
        state
    }

    /// An entry as it is to be stored over this one.
    #[must_use]
    pub fn entry_to_store(&self, stored: &EntryState, mut entry: EntryState) -> EntryState {
        keep(self.entry_fields(stored), &stored.values, &mut entry.values);
        entry
    }

    fn outcome_choices(&self) -> &[Choice] {
        self.outcome
            .as_ref()
            .map_or(&[], |outcome| &outcome.choices)
    }

    fn entry_fields(&self, entry: &EntryState) -> &[Field] {
        self.entry_kind(&entry.kind)
            .map_or(&[], |kind| &kind.fields)
    }
}

fn has_successors(choices: &[Choice]) -> bool {
    choices.iter().any(|choice| choice.replaced_by.is_some())
}

/// The fields of which a choice went on as another one.
fn merged(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|field| has_successors(&field.choices))
}

fn go_on(fields: &[Field], values: &mut BTreeMap<String, Value>) {
    for field in merged(fields) {
        let successor = |id: &String| goes_on_as(&field.choices, id).to_owned();
        match values.get_mut(&field.id) {
            Some(Value::Choice(id)) => *id = successor(id),
            Some(Value::Choices(ids)) => *ids = ids.iter().map(successor).collect(),
            _ => {}
        }
    }
}

fn keep(fields: &[Field], stored: &BTreeMap<String, Value>, values: &mut BTreeMap<String, Value>) {
    for field in merged(fields) {
        let successor = |id: &String| goes_on_as(&field.choices, id).to_owned();
        match (stored.get(&field.id), values.get_mut(&field.id)) {
            (Some(Value::Choice(was)), Some(Value::Choice(id))) if successor(was) == *id => {
                id.clone_from(was);
            }
            (Some(Value::Choices(were)), Some(Value::Choices(ids))) => {
                let kept = were.iter().filter(|was| ids.contains(&successor(was)));
                let kept: Vec<&String> = kept.collect();
                let covered: Vec<String> = kept.iter().map(|was| successor(was)).collect();
                ids.retain(|id| !covered.contains(id));
                ids.extend(kept.into_iter().cloned());
            }
            _ => {}
        }
    }
}

fn keep_outcome(outcomes: &[Choice], was: &Spell, spell: &mut Spell) {
    let was = was.closed.as_ref().and_then(|at| at.outcome.as_deref());
    let outcome = spell.closed.as_mut().and_then(|at| at.outcome.as_mut());
    if let (Some(was), Some(outcome)) = (was, outcome)
        && goes_on_as(outcomes, was) == outcome
    {
        was.clone_into(outcome);
    }
}
