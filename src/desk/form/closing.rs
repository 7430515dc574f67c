//! When and with what outcome a case ends, as it is typed.

use chrono::NaiveDate;
use egui::Ui;

use crate::desk::form::fields::{FieldContext, offered};
use crate::desk::form::inputs::Inputs;
use crate::register::{Choice, Closing, Definition, OUTCOME};

impl FieldContext<'_> {
    /// With what a case ends, and what is asked beside that: of one that never began (`waits`) with what such a case can.
    pub fn outcome_ui(&mut self, ui: &mut Ui, definition: &Definition, waits: bool) {
        let Some(outcome) = &definition.outcome else {
            return;
        };
        let language = self.language;
        let chosen = self.inputs.chosen.get(OUTCOME);
        let choices = outcomes(definition, waits);
        let options = offered(&choices, chosen, self.today, language);
        self.chosen_ui(ui, OUTCOME, outcome.label.text(language), &options, false);
        let ended = self.inputs.choice(OUTCOME).cloned();
        for flag in &outcome.flags {
            if ended.as_ref().is_some_and(|id| flag.of.contains(id)) {
                self.yes_no_ui(ui, &flag.id, flag.label.text(language));
            }
        }
    }
}

/// The outcomes with which a case can end, which has yet to begin (`waits`) or began.
pub fn outcomes(definition: &Definition, waits: bool) -> Vec<Choice> {
    let outcome = definition.outcome.iter();
    let choices = outcome.flat_map(|outcome| {
        let fits = move |choice: &&Choice| outcome.before.contains(&choice.id) == waits;
        outcome.choices.iter().filter(fits).cloned()
    });
    choices.collect()
}

/// The end on this day with what is chosen beside it; what was said `before` and is not asked stays.
pub fn closing_of(
    inputs: &Inputs,
    definition: &Definition,
    date: NaiveDate,
    before: Option<Closing>,
) -> Closing {
    let mut closing = Closing {
        date,
        ..before.unwrap_or_else(|| Closing::on(date))
    };
    closing.outcome = inputs.choice(OUTCOME).cloned();
    for flag in definition.flags() {
        let outcome = closing.outcome.as_ref();
        let fits = outcome.is_some_and(|id| flag.of.contains(id));
        match inputs.yes_or_no(&flag.id) {
            Some(set) if fits => drop(closing.flags.insert(flag.id.clone(), set)),
            None if fits => drop(closing.flags.remove(&flag.id)),
            // "No" of another outcome was stored as it came and stays; "yes" cannot be any more.
            _ => closing.flags.retain(|id, set| id != &flag.id || !*set),
        }
    }
    closing
}
