//! Addresses as they are compared: a postcode without its blank, nothing in capitals.

use crate::register::{Address, CaseState, Definition, FieldKind, Value};

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

/// The addresses of a case, each with its field.
pub(super) fn of_case<'a>(
    definition: &'a Definition,
    state: &'a CaseState,
) -> impl Iterator<Item = (&'a str, Folded)> {
    let fields = definition.fields.iter();
    let addresses = fields.filter(|field| field.kind == FieldKind::Address);
    addresses.filter_map(|field| match state.values.get(&field.id)? {
        Value::Address(address) => Some((field.id.as_str(), Folded::of(address))),
        _ => None,
    })
}
