//! Invented cases that a step in another register opened: a closure at the home of which a case of nuisance tells.

use chrono::{NaiveDate, TimeDelta};

use crate::register::{CaseFile, CaseState, Definition, EntryState, LINK, Opening};

/// As many days as an invented case may have begun after the step that is said to have opened it.
const LATER: i64 = 150;

/// The steps that open a case, for the registers that are filled after them.
#[derive(Default)]
pub(super) struct Steps(Vec<Step>);

struct Step {
    opening: Opening,
    entry: EntryState,
    case: CaseFile,
}

impl Steps {
    /// Remembers what the timeline of a case opens elsewhere.
    pub fn add(&mut self, definition: &Definition, case: &CaseFile, timeline: &[EntryState]) {
        let opening = timeline.iter().filter_map(|entry| {
            let opening = definition.opening(entry)?;
            Some(Step {
                opening: opening.clone(),
                entry: entry.clone(),
                case: case.clone(),
            })
        });
        self.0.extend(opening);
    }

    /// The step that opened this case, if one did shortly before it began: it then began with that step, with what it took
    /// over. Returns the link to the case of the step.
    pub fn opened(&mut self, definition: &Definition, state: &mut CaseState) -> Option<EntryState> {
        let begun = state.opened().filter(|_| state.preparation.is_none())?;
        let at = self.0.iter().position(|step| {
            let after = begun - step.day();
            step.opening.register == definition.id
                && after >= TimeDelta::zero()
                && after <= TimeDelta::days(LATER)
        })?;
        let step = &self.0[at];
        let after = step.opened(definition, state);
        if !definition.check(&after).is_empty() {
            return None;
        }
        let Step { entry, case, .. } = self.0.remove(at);
        *state = after;
        Some(EntryState {
            about: Some(case.reference()),
            ..EntryState::at(LINK, entry.happened)
        })
    }
}

impl Step {
    fn day(&self) -> NaiveDate {
        self.entry.happened.date()
    }

    /// An invented case as it is where this step opened it.
    fn opened(&self, definition: &Definition, invented: &CaseState) -> CaseState {
        let mut state = invented.clone();
        let taken = definition.opened_by(&self.opening, &self.case.state, &self.entry);
        for (field, value) in taken.values {
            state.set(&field, Some(value));
        }
        if let Some(first) = state.spells.first_mut() {
            first.opened = self.day();
        }
        definition.clear_meaningless(invented, &mut state, |_| false);
        state
    }
}
