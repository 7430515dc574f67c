//! The case that an entry opens in another register.

use chrono::NaiveDate;

use crate::register::case::case_file::{CaseState, Spell};
use crate::register::case::entry::EntryState;
use crate::register::case::value::Value;
use crate::register::definition::field::FieldKind;
use crate::register::definition::procedure::Opening;
use crate::register::definition::register::Definition;

impl Definition {
    /// What an entry with these values opens in another register; none where it opens nothing.
    pub fn opening(&self, entry: &EntryState) -> Option<&Opening> {
        let mut openings = self.entry_kind(&entry.kind)?.opens.iter();
        openings.find(|opening| {
            let only = opening.only_with.as_ref();
            only.is_none_or(|only| only.holds(&entry.values) == Some(true))
        })
    }

    /// The case of this register that is opened by an entry of a case of another one. It begins on the day of the entry, with
    /// what both say that fits here.
    pub fn opened_by(&self, opening: &Opening, case: &CaseState, entry: &EntryState) -> CaseState {
        let mut state = self.begun_on(entry.happened.date());
        let of_case = opening.fields.iter();
        let of_case = of_case.map(|(field, own)| (field, case.values.get(own)));
        let of_entry = opening.entry_fields.iter();
        let of_entry = of_entry.map(|(field, own)| (field, entry.values.get(own)));
        for (field, value) in of_case.chain(of_entry) {
            let value = value.and_then(|value| self.taken_over(field, value));
            state.set(field, value);
        }
        for (field, choice) in &opening.sets {
            state.set(field, Some(Value::Choice(choice.clone())));
        }
        self.clear_meaningless(&CaseState::default(), &mut state, |_| false);
        // What this register does not allow stays behind.
        for problem in self.check(&state) {
            state.values.remove(&problem.subject);
        }
        state
    }

    /// A case that began on this day, of which nothing else is known.
    fn begun_on(&self, day: NaiveDate) -> CaseState {
        let status = self.first_status(true);
        CaseState {
            spells: vec![Spell::since(day)],
            status: status.map(|status| status.choice.id.clone()),
            ..CaseState::default()
        }
    }

    /// A value of a field of another register as a field of this one takes it. Choices go by their ids; of several, a field
    /// for one takes the first that it has.
    pub fn taken_over(&self, field: &str, value: &Value) -> Option<Value> {
        let field = self.field(field)?;
        let has = |id: &&String| field.choice(id).is_some();
        match (field.kind, value) {
            (FieldKind::Choice, Value::Choices(ids)) => {
                ids.iter().find(has).cloned().map(Value::Choice)
            }
            (FieldKind::Choices, Value::Choice(id)) => {
                Some(Value::Choices([id.clone()].into())).filter(|_| has(&id))
            }
            (_, Value::Choice(id)) => Some(value.clone()).filter(|_| has(&id)),
            _ => Some(value.clone()),
        }
    }
}
