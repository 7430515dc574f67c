//! Several municipalities in one vault: every register then asks of each case whose it is, and counts by it.

use super::known::Lists;
use crate::language::{Label, Language};
use crate::register::definition::field::{Field, FieldKind, RequiredFrom, Sensitivity};

/// The list of the municipalities that share a vault.
const LIST: &str = "gemeenten";
/// The field that says to which of them a case belongs.
const FIELD: &str = "gemeente";

/// The field that a register gets when more than one municipality is set up, unless its definition has it already.
pub(super) fn municipality(lists: &Lists, fields: &[Field]) -> Option<Field> {
    let choices = lists.get(LIST)?;
    let several = choices.iter().filter(|choice| choice.is_current()).count() > 1;
    let has_one = fields.iter().any(|field| field.id == FIELD);
    (several && !has_one).then(|| Field {
        id: FIELD.to_owned(),
        label: Label {
            nl: Language::Dutch.text("municipality-label"),
            en: Some(Language::English.text("municipality-label")),
        },
        kind: FieldKind::Choice,
        counted: true,
        weight: None,
        sensitivity: Sensitivity::Ordinary,
        shareable: true,
        aliases: Vec::new(),
        choices: choices.clone(),
        choices_from: Some(LIST.to_owned()),
        section: None,
        required_from: Some(RequiredFrom::Begin),
        only_with: None,
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
