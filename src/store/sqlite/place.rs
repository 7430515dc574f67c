//! Addresses as they are compared: a postcode without its blank, nothing in capitals.

use crate::register::{Address, CaseState, Definition, FieldKind, Sensitivity, Value};

/// An address as it is compared.
pub(super) struct Folded {
    pub postcode: String,
    pub number: String,
    pub street: String,
}

impl Folded {
    pub fn of(address: &Address) -> Self {
        let bare = |text: &str| -> String {
            let signs = text.chars().filter(|sign| !sign.is_whitespace());
            signs.flat_map(char::to_lowercase).collect()
        };
        Self {
            postcode: bare(&address.postcode),
            number: bare(&address.number),
            street: crate::register::folded(&address.street),
        }
    }
}

/// The fields that say where a case of this register is. What came from the police tells nobody where something is known
/// (Wpg), as it is never searched.
pub(super) fn located_fields(definition: &Definition) -> impl Iterator<Item = &str> {
    let fields = definition.fields.iter().filter(|field| {
        field.kind == FieldKind::Address && field.sensitivity != Sensitivity::Police
    });
    fields.map(|field| field.id.as_str())
}

/// The addresses of a case, each with its field.
pub(super) fn of_case<'a>(
    definition: &'a Definition,
    state: &'a CaseState,
) -> impl Iterator<Item = (&'a str, Folded)> {
    located_fields(definition).filter_map(|field| match state.values.get(field)? {
        Value::Address(address) => Some((field, Folded::of(address))),
        _ => None,
    })
}
