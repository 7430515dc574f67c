//! What a case is given beside what is known of it, without a form: the same asks and refusals as a form has.

use chrono::NaiveDate;

use super::fault::{CaseProblem, Fault};
use crate::register::case::case_file::{CaseState, Closing};
use crate::register::case::reading::ValueProblem;
use crate::register::case::value::Value;
use crate::register::definition::choice::Choice;
use crate::register::definition::field::Field;
use crate::register::definition::field_value::read_choice;
use crate::register::definition::register::Definition;
use crate::register::definition::reserved::{END, STATUS};

/// Something that a case is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// Where it stands, by the id of a status; none makes it unknown.
    Status(Option<String>),
    /// The value of a field; none makes it unknown.
    Field {
        /// The field.
        id: String,
        /// Its value from now on.
        value: Option<Value>,
    },
    /// When and with what outcome its last spell ends. A case that ended already stays as it ended.
    End(Closing),
}

impl Setting {
    /// What is given: the field, [`STATUS`], or [`END`].
    pub fn subject(&self) -> &str {
        match self {
            Self::Status(_) => STATUS,
            Self::End(_) => END,
            Self::Field { id, .. } => id,
        }
    }

    fn give(&self, state: &mut CaseState) {
        match self {
            Self::Status(status) => state.status.clone_from(status),
            Self::Field { id, value } => state.set(id, value.clone()),
            Self::End(closing) => {
                let running = state.last_spell_mut().filter(|last| last.closed.is_none());
                if let Some(last) = running {
                    last.closed = Some(closing.clone());
                }
            }
        }
    }
}

impl Definition {
    /// The id of the status that a person or a file wrote.
    ///
    /// # Errors
    /// None of the statuses is called this.
    pub fn read_status(&self, written: &str) -> Result<String, ValueProblem> {
        let statuses = self.statuses.iter();
        let choices: Vec<Choice> = statuses.map(|status| status.choice.clone()).collect();
        read_choice(&choices, written).map(|choice| choice.id.clone())
    }

    /// The case as it becomes with these settings on this day. What means nothing any more with what is given leaves it.
    ///
    /// # Errors
    /// Everything that cannot be, or that has to be filled in, and was not so before.
    pub fn given(
        &self,
        before: &CaseState,
        settings: &[Setting],
        today: NaiveDate,
    ) -> Result<CaseState, Vec<CaseProblem>> {
        let mut after = before.clone();
        for setting in settings {
            setting.give(&mut after);
        }
        if after.closing() != before.closing() {
            self.fit_status(&mut after, today);
        }
        let named = |field: &Field| settings.iter().any(|one| one.subject() == field.id);
        self.clear_meaningless(before, &mut after, named);
        self.follow_ages(before, &mut after, named);
        if after == *before {
            return Ok(after);
        }
        let mut problems = self.check_change(before, &after);
        let lacking = self.missing(before).into_iter();
        let lacking: Vec<CaseProblem> = lacking.chain(self.misplaced(before, today)).collect();
        let asked = self.missing(&after).into_iter();
        let asked = asked.chain(self.misplaced(&after, today));
        // What a case that came from a file lacks already does not stand in the way of something else.
        problems.extend(asked.filter(|problem| !lacking.contains(problem)));
        if problems.is_empty() {
            Ok(after)
        } else {
            Err(problems)
        }
    }

    /// Takes out what means nothing any more, because the field that decides about it was changed; not the fields that are
    /// `kept`. What came from a file with a contradiction stays as it came.
    pub fn clear_meaningless(
        &self,
        before: &CaseState,
        after: &mut CaseState,
        kept: impl Fn(&Field) -> bool,
    ) {
        for field in self.fields.iter().filter(|field| !kept(field)) {
            let Some(only) = &field.only_with else {
                continue;
            };
            let decided = before.values.get(&only.field) != after.values.get(&only.field);
            if decided && !self.applies(field, after) {
                after.set(&field.id, None);
            }
        }
    }

    /// Gives a case that was closed the first status of those that ended, unless its status is one of them.
    fn fit_status(&self, state: &mut CaseState, today: NaiveDate) {
        let status = state.status.as_deref().and_then(|id| self.status(id));
        let runs = self.runs_on(state, today);
        if status.is_none_or(|status| status.open != runs)
            && let Some(first) = self.first_status(runs)
        {
            state.status = Some(first.choice.id.clone());
        }
    }

    /// A status that belongs to running cases does not fit one that ended, nor the other way round.
    fn misplaced(&self, state: &CaseState, today: NaiveDate) -> Option<CaseProblem> {
        let status = state.status.as_deref().and_then(|id| self.status(id))?;
        let runs = self.runs_on(state, today);
        if !self.has_spells() || status.open == runs {
            return None;
        }
        let status = status.choice.label.clone();
        Some(CaseProblem {
            subject: STATUS.to_owned(),
            fault: match runs {
                true => Fault::StatusOfEnded(status),
                false => Fault::StatusOfRunning(status),
            },
        })
    }
}
