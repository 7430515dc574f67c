//! What follows from an age while a case is typed: it is filled in as the birth date is typed, and says so where it was
//! typed otherwise.

use chrono::NaiveDate;

use crate::desk::form::case_form::state::CaseForm;
use crate::desk::parts::age_text::contradicted_text;
use crate::desk::parts::typed_date::typed_day;
use crate::language::Language;
use crate::register::{BEGIN, CaseState, Definition, Field, FieldKind, Spell, Value};

impl CaseForm {
    /// Fills in what follows from an age, unless somebody chose otherwise; then a remark says so.
    pub fn follow_ages(&mut self, definition: &Definition, today: NaiveDate, language: Language) {
        let follows = |field: &&Field| field.younger_than.is_some();
        for field in definition.fields.iter().filter(follows) {
            let mut state = self.what_ages_ask(definition, today);
            let typed = self.inputs.yes_or_no(&field.id);
            let known = self.followed.get(&field.id).copied();
            if let Some(age) = definition.age_behind(field, &state) {
                if typed.is_none() || typed == known {
                    self.inputs.choose_yes_or_no(&field.id, age.younger);
                }
                self.followed.insert(field.id.clone(), age.younger);
            }
            let chosen = self.inputs.yes_or_no(&field.id);
            state.set(&field.id, chosen.map(Value::YesNo));
            let remark = contradicted_text(definition, field, &state, language);
            match remark {
                Some(remark) => drop(self.inputs.remarks.insert(field.id.clone(), remark)),
                None => drop(self.inputs.remarks.remove(&field.id)),
            }
        }
    }

    /// As much of the case as an age follows from, as it is typed so far; what cannot be read is not known.
    fn what_ages_ask(&self, definition: &Definition, today: NaiveDate) -> CaseState {
        let mut state = CaseState::default();
        for field in &definition.fields {
            let value = match field.kind {
                FieldKind::BirthDate => field.read(self.inputs.text(&field.id)).ok().flatten(),
                FieldKind::Choice => self.inputs.choice(&field.id).cloned().map(Value::Choice),
                _ => None,
            };
            state.set(&field.id, value);
        }
        let begin = typed_day(self.inputs.text(BEGIN), today);
        state.spells.extend(begin.ok().map(Spell::since));
        state
    }
}
