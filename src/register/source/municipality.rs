//! Several municipalities in one vault: every register then asks to which of them a case
//! belongs, and counts by it.

use super::known::Known;
use crate::register::definition::field::{Field, FieldKind, RequiredFrom};
use crate::register::definition::shared_list::ListRole;

/// The field that a register gets when more than one municipality is set up, unless its definition has it already.
pub(super) fn municipality(known: &Known<'_>, fields: &[Field]) -> Option<Field> {
    let list = known.list_of(ListRole::Municipalities)?;
    let asked = list.field.as_ref()?;
    let current = list.choices.iter().filter(|choice| choice.is_current());
    let several = current.count() > 1;
    let has_one = fields.iter().any(|field| field.id == asked.id);
    (several && !has_one).then(|| Field {
        counted: true,
        choices: list.choices.clone(),
        choices_from: Some(list.id.clone()),
        required_from: Some(RequiredFrom::Begin),
        ..Field::asked(&asked.id, asked.label.clone(), FieldKind::Choice)
    })
}

/// Puts the municipality, which was added last, first in the form, below the heading of what was first. Only once
/// everything is checked: a mistake names a field by its place in the file.
pub(super) fn lead_with_last(fields: &mut [Field]) {
    fields.rotate_right(1);
    if let [first, second, ..] = fields {
        first.section = second.section.take();
    }
}
