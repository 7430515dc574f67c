//! The ids under which a form holds what is typed beside the fields of a register. Each has a full stop, which the id of
//! a field cannot have, so that they are never the same.

/// Why a case is opened again.
pub const REASON: &str = "reden.heropend";

/// When an entry happened.
pub const HAPPENED: &str = "datum.tijd";

/// What an entry opens in another register.
pub const OPENS: &str = "opent.zaak";

/// How the id of a field of the case begins in the form of an entry.
const OF_CASE: &str = "zaak.";

/// The id of a part of an address: `adres.postcode`.
pub fn part_id(field: &str, part: &str) -> String {
    format!("{field}.{part}")
}

/// The id of a field of the case in the form of an entry, which may have a field with the same id itself.
pub fn case_field_id(field: &str) -> String {
    format!("{OF_CASE}{field}")
}

/// The field of the case that has this id in the form of an entry; none for a field of the entry itself.
pub fn field_of_case(id: &str) -> Option<&str> {
    id.strip_prefix(OF_CASE)
}
