//! Whether somebody was younger than a certain age when a case began: that follows from a birth date. What is typed otherwise
//! stays, and is told to be otherwise.

use chrono::NaiveDate;

use crate::register::case::case_file::CaseState;
use crate::register::case::value::Value;
use crate::register::definition::field::Field;
use crate::register::definition::register::Definition;

/// How old somebody was on the day a case began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeThen {
    /// In whole years.
    pub years: u32,
    /// The day on which the case began.
    pub on: NaiveDate,
    /// Whether that is younger than the field asks.
    pub younger: bool,
}

impl Definition {
    /// The age from which this field follows in a case: by the first of its birth dates that means something there. None
    /// where that one is not known, and before the case began; the birth date of somebody else says nothing then.
    pub fn age_behind(&self, field: &Field, state: &CaseState) -> Option<AgeThen> {
        let younger = field.younger_than.as_ref()?;
        let mut born = younger.born.iter().filter_map(|id| self.field(id));
        let born = born.find(|born| born.is_meant(&state.values))?;
        let (Some(Value::Date(born)), Some(on)) = (state.values.get(&born.id), state.opened())
        else {
            return None;
        };
        let years = on.years_since(*born)?;
        Some(AgeThen {
            years,
            on,
            younger: years < younger.years.into(),
        })
    }

    /// The age that a field contradicts as it is typed; none where it does not.
    pub fn contradicted_age(&self, field: &Field, state: &CaseState) -> Option<AgeThen> {
        let age = self.age_behind(field, state)?;
        let typed = state.values.get(&field.id)?;
        (*typed != Value::YesNo(age.younger)).then_some(age)
    }

    /// Fills in what follows from an age: where it is not known, and where it followed the age before and is none of the
    /// fields that are `typed`, which say what somebody wants.
    pub fn follow_ages(
        &self,
        before: &CaseState,
        after: &mut CaseState,
        typed: impl Fn(&Field) -> bool,
    ) {
        for field in self.fields.iter().filter(|it| it.younger_than.is_some()) {
            let value = |state: &CaseState| {
                let age = self.age_behind(field, state)?;
                Some(Value::YesNo(age.younger))
            };
            let known = after.values.get(&field.id);
            let follows = known == value(before).as_ref() && !typed(field);
            if (known.is_none() || follows)
                && let Some(now) = value(after)
            {
                after.set(&field.id, Some(now));
            }
        }
    }
}
