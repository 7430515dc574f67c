//! The field in which the status of a running case is chosen.

use crate::language::Label;
use crate::register::{Choice, Definition, Field, FieldKind, STATUS};

/// The statuses a running case can have, as a field of a form. None where there is only one: there is nothing to choose.
/// What began does not go back to where it had yet to.
pub fn status_field(definition: &Definition, begun: bool) -> Option<Field> {
    let statuses = definition.statuses.iter();
    let open = statuses.filter(|status| status.open && !(begun && status.before));
    let open: Vec<Choice> = open
        .map(|status| status.choice.clone())
        .filter(Choice::is_current)
        .collect();
    let label = Label::said(|language| language.text("status"));
    (open.len() > 1).then(|| Field {
        choices: open,
        ..Field::asked(STATUS, label, FieldKind::Choice)
    })
}
