//! What becomes of a case that is gathered in another one, as a signal is in a casus.

use crate::register::case::case_file::CaseState;
use crate::register::case::value::Value;
use crate::register::definition::register::Definition;

impl Definition {
    /// A case of this register as it is once it is gathered. Fields that do not apply any more are emptied.
    pub fn gathered(&self, before: &CaseState) -> CaseState {
        let mut state = before.clone();
        for (field, choice) in self.leads_to.iter().flat_map(|leads| &leads.sets) {
            state.set(field, Some(Value::Choice(choice.clone())));
        }
        self.clear_meaningless(before, &mut state, |_| false);
        state
    }
}
