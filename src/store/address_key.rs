//! The key by which addresses are compared: a postcode without its blank and a house number without what follows it, all of
//! it without capitals and accents.

use crate::language::folded;
use crate::register::{Address, CaseState, Definition, FieldKind, FieldRole, Sensitivity, Value};

/// The name of this way of comparing. With another name every file makes the keys of its addresses anew.
pub(super) const FOLDING: &str = "number-alone";

/// An address as it is compared.
pub(super) struct AddressKey {
    pub postcode: String,
    pub number: String,
    pub street: String,
}

impl AddressKey {
    pub fn of(address: &Address) -> Self {
        let bare = |text: &str| folded(text).replace(' ', "");
        Self {
            postcode: bare(&address.postcode),
            number: house_number(bare(&address.number)),
            street: folded(&address.street),
        }
    }
}

/// A house number without what follows it: `112a` and `112` with the addition `a` are one house. One that begins with no
/// digit stays whole.
fn house_number(number: String) -> String {
    let digits = number.find(|sign: char| !sign.is_ascii_digit());
    match digits {
        None | Some(0) => number,
        Some(end) => number[..end].to_owned(),
    }
}

/// The address fields of a register that are looked up. Fields that came from the police are not, as they are never
/// searched (Wpg); where a reporter lives says nothing of that house, and would tell neighbours who reported.
pub(super) fn address_fields(definition: &Definition) -> impl Iterator<Item = &str> {
    let fields = definition.fields.iter().filter(|field| {
        let reporter = field.role == Some(FieldRole::Reporter);
        let police = field.sensitivity == Sensitivity::Police;
        field.kind == FieldKind::Address && !police && !reporter
    });
    fields.map(|field| field.id.as_str())
}

/// The keys of the addresses of a case, each with its field.
pub(super) fn of_case<'a>(
    definition: &'a Definition,
    state: &'a CaseState,
) -> impl Iterator<Item = (&'a str, AddressKey)> {
    address_fields(definition).filter_map(|field| match state.values.get(field)? {
        Value::Address(address) => Some((field, AddressKey::of(address))),
        _ => None,
    })
}
