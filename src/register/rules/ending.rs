//! How a case ends: as somebody said, or by itself once what it holds until is past.
//!
//! An end that comes by itself is never stored, so that an extension moves it. Only what is counted keeps the day from
//! which a case counts as closed, and no clock is needed for it: days in the future are days like others.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::register::case::case_file::{CaseState, Closing, Spell};
use crate::register::case::value::Value;
use crate::register::definition::parts::{EndsAt, Status};
use crate::register::definition::register::Definition;

impl EndsAt {
    /// The day from which a case with these values is over by itself: the day after the last day until which it holds, and
    /// the day itself of a moment in it. None while neither is known.
    pub fn over_from(&self, values: &BTreeMap<String, Value>) -> Option<NaiveDate> {
        let known = self.fields.iter().find_map(|field| values.get(field))?;
        match known {
            Value::Date(last) => last.succ_opt(),
            Value::DateTime(moment) => Some(moment.date()),
            _ => None,
        }
    }

    /// How the last spell of a case with these values ends: on the earlier of the day that somebody said and the day on
    /// which it is over by itself. What was said of the outcome holds all the same. A day before the spell began is about
    /// an earlier one, and ends nothing.
    pub fn ending(&self, values: &BTreeMap<String, Value>, last: &Spell) -> Option<Closing> {
        let over = self.over_from(values).filter(|day| *day >= last.opened);
        match (&last.closed, over) {
            (Some(said), Some(day)) if day < said.date => Some(Closing {
                date: day,
                ..said.clone()
            }),
            (Some(said), _) => Some(said.clone()),
            (None, Some(day)) => Some(Closing {
                outcome: Some(self.outcome.clone()),
                ..Closing::on(day)
            }),
            (None, None) => None,
        }
    }
}

impl Definition {
    /// How a case ends, as somebody said or by itself; the day may lie in the future. None while nothing ends it.
    pub fn ending(&self, state: &CaseState) -> Option<Closing> {
        match (&self.ends_at, state.spells.last()) {
            (Some(ends_at), Some(last)) => ends_at.ending(&state.values, last),
            _ => state.closing().cloned(),
        }
    }

    /// The same as it is told on a day: an end that comes by itself is told once it came.
    pub fn ending_told(&self, state: &CaseState, today: NaiveDate) -> Option<Closing> {
        let came = self.ending(state).filter(|ending| ending.date <= today);
        came.or_else(|| state.closing().cloned())
    }

    /// Whether a case runs on a day, or is in preparation: nothing ended it by then, or it was opened again.
    pub fn runs_on(&self, state: &CaseState, day: NaiveDate) -> bool {
        let begun = state.last_spell().is_some_and(|last| last.opened <= day);
        match self.ending(state) {
            Some(ending) => (begun && ending.date > day) || earlier_runs(state, day),
            None => true,
        }
    }

    /// Whether a case came to its end by itself by this day, without anybody saying so.
    pub fn lapsed_by(&self, state: &CaseState, day: NaiveDate) -> bool {
        state.closing().is_none() && !self.runs_on(state, day)
    }

    /// The status of a case on a day: that of a case that ended by itself is the first of those that ended.
    pub fn status_on(&self, state: &CaseState, day: NaiveDate) -> Option<&Status> {
        let said = state.status.as_deref().and_then(|id| self.status(id));
        let lapsed = self.lapsed_by(state, day) && said.is_none_or(|status| status.open);
        match lapsed {
            true => self.first_status(false),
            false => said,
        }
    }

    /// The spells of a case, the last of which ends as the case does.
    pub fn spells_to_end(&self, state: &CaseState) -> Vec<Spell> {
        let mut spells = state.spells.clone();
        if let Some(last) = spells.last_mut() {
            last.closed = self.ending(state);
        }
        spells
    }
}

/// Whether a spell before the last one runs at the end of a day that lies before the last one.
fn earlier_runs(state: &CaseState, day: NaiveDate) -> bool {
    let before_last = state.spells.len().saturating_sub(1);
    let mut earlier = state.spells.iter().take(before_last);
    earlier.any(|spell| spell.open_at_end_of(day))
}
