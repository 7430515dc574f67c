//! What follows from something else that is typed: it is filled in meanwhile, until somebody types otherwise.

use chrono::NaiveDate;

use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::parts::age_text::contradicted_text;
use crate::desk::parts::typed_date::{short_day, short_moment, typed_day};
use crate::language::Language;
use crate::register::{BEGIN, CaseState, Definition, Field, FieldKind, Spell, Value};

impl CaseForm {
    /// Fills in what follows: from an age, with a remark where somebody chose otherwise, and what a term proposes.
    pub fn follow(&mut self, definition: &Definition, today: NaiveDate, language: Language) {
        let state = self.as_typed(definition, today);
        for field in &definition.fields {
            if let Some(age) = definition.age_behind(field, &state) {
                self.fill_in(field, Value::YesNo(age.younger));
            }
            if field.younger_than.is_some() {
                self.remark(definition, field, &state, language);
            }
        }
        if !matches!(self.purpose, Purpose::New | Purpose::Change) || self.ends() {
            return;
        }
        for term in &definition.terms {
            let field = term.proposes.as_ref().and_then(|id| definition.field(id));
            if let Some((field, due)) = field.zip(definition.due(term, &state)) {
                let time = due.time.unwrap_or_default();
                self.fill_in(
                    field,
                    match field.kind {
                        FieldKind::DateTime => Value::DateTime(due.day.and_time(time)),
                        _ => Value::Date(due.day),
                    },
                );
            }
        }
    }

    /// Fills in what follows, unless it followed last as well.
    fn fill_in(&mut self, field: &Field, value: Value) {
        let last = self.followed.get(&field.id);
        if last != Some(&value) {
            self.inputs.follow(&field.id, last, &value);
        }
        self.followed.insert(field.id.clone(), value);
    }

    /// Says what a birth date says where something else is chosen.
    fn remark(
        &mut self,
        definition: &Definition,
        field: &Field,
        typed: &CaseState,
        language: Language,
    ) {
        let mut state = typed.clone();
        let chosen = self.inputs.yes_or_no(&field.id);
        state.set(&field.id, chosen.map(Value::YesNo));
        let remark = contradicted_text(definition, field, &state, language);
        match remark {
            Some(remark) => drop(self.inputs.remarks.insert(field.id.clone(), remark)),
            None => drop(self.inputs.remarks.remove(&field.id)),
        }
    }

    /// As much of the case as something follows from, as it is typed so far; what cannot be read is not known.
    fn as_typed(&self, definition: &Definition, today: NaiveDate) -> CaseState {
        let mut state = CaseState::default();
        for field in &definition.fields {
            let text = self.inputs.text(&field.id);
            let read = || field.read(text).ok().flatten();
            let value = match field.kind {
                FieldKind::BirthDate => read(),
                FieldKind::Date => short_day(text, today).map(Value::Date).or_else(read),
                FieldKind::DateTime => {
                    let short = short_moment(text, today).map(Value::DateTime);
                    short.or_else(read)
                }
                FieldKind::Choice => self.inputs.choice(&field.id).cloned().map(Value::Choice),
                FieldKind::YesNo => self.inputs.yes_or_no(&field.id).map(Value::YesNo),
                _ => None,
            };
            state.set(&field.id, value);
        }
        let begin = typed_day(self.inputs.text(BEGIN), today);
        state.spells.extend(begin.ok().map(Spell::since));
        state
    }
}
