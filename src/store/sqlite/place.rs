//! Addresses as they are compared: a postcode without its blank, a house number without what follows it, all of it folded.

use crate::language::folded;
use crate::register::{Address, CaseState, Definition, FieldKind, Sensitivity, Value};

/// A name of how addresses are folded. Another one has what is kept of every address made anew.
pub(super) const FOLDING: &str = "number-alone";

/// An address as it is compared.
pub(super) struct Folded {
    pub postcode: String,
    pub number: String,
    pub street: String,
}

impl Folded {
    pub fn of(address: &Address) -> Self {
        let bare = |text: &str| folded(text).replace(' ', "");
        Self {
            postcode: bare(&address.postcode),
            number: house(bare(&address.number)),
            street: folded(&address.street),
        }
    }
}

/// A house number without what follows it: `112a` and `112` with the addition `a` are one house. One that begins with no
/// digit stays whole.
fn house(number: String) -> String {
    let digits = number.find(|sign: char| !sign.is_ascii_digit());
    match digits {
        None | Some(0) => number,
        Some(end) => number[..end].to_owned(),
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
