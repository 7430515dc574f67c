//! The text by which a case is found.

use crate::language::folded;
use crate::register::{Address, CaseState, Definition, FieldKind, Sensitivity, Value};

/// The fields of this register that are searched. What came from the police never is (Wpg).
pub(super) fn searched_fields(definition: &Definition) -> impl Iterator<Item = &str> {
    let searched = definition.fields.iter().filter(|field| {
        let kind = matches!(
            field.kind,
            FieldKind::Text | FieldKind::LongText | FieldKind::Person | FieldKind::Address
        );
        kind && field.sensitivity != Sensitivity::Police
    });
    searched.map(|field| field.id.as_str())
}

/// The text by which a case is found: its number and its searched fields, folded, on a line each.
pub(super) fn of_case(definition: &Definition, number: &str, state: &CaseState) -> String {
    let mut text = folded(number);
    for field in searched_fields(definition) {
        match state.values.get(field) {
            Some(Value::Text(value)) => add(&mut text, value),
            Some(Value::Address(address)) => add_address(&mut text, address),
            _ => {}
        }
    }
    text
}

/// An address is found by its parts, and by a postcode or house number typed in one piece: `2712AH`, `45a`.
fn add_address(text: &mut String, address: &Address) {
    add(text, &address.line());
    if let Some((digits, letters)) = address.postcode.split_once(' ') {
        add(text, &format!("{digits}{letters}"));
    }
    if !address.addition.is_empty() && address.addition.chars().all(char::is_alphabetic) {
        add(text, &format!("{}{}", address.number, address.addition));
    }
}

/// Adds a line to the text, folded.
pub(super) fn add(text: &mut String, more: &str) {
    text.push('\n');
    text.push_str(&folded(more));
}
