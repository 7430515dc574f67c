//! The field in which the status of a running case is chosen.

use egui::Ui;

use crate::desk::form::fields::FieldContext;
use crate::desk::kit::choice_field::ChoiceOption;
use crate::register::{Definition, STATUS};

/// The statuses a running case can have. Where there is only one, there is nothing to choose and nothing is drawn.
pub fn status_ui(ui: &mut Ui, fields: &mut FieldContext<'_>, definition: &Definition) {
    let language = fields.language;
    let open = definition.statuses.iter().filter(|status| status.open);
    let open: Vec<ChoiceOption> = open
        .filter(|status| status.choice.is_current())
        .map(|status| ChoiceOption::new(&status.choice.id, status.choice.label.text(language)))
        .collect();
    if open.len() > 1 {
        fields.chosen_ui(ui, STATUS, &language.text("status"), &open, false);
    }
}
