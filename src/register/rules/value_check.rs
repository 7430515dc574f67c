//! Whether a value can stand in a field: of its kind, one of its choices, and not beyond what is kept or counted.

use chrono::NaiveDate;

use super::fault::Fault;
use crate::register::case::value::Value;
use crate::register::definition::field::{Field, FieldKind};
use crate::register::definition::limits::{
    LONGEST_ADDRESS_PART, LONGEST_LONG_TEXT, LONGEST_TEXT, NUMBERS_BELOW,
};

/// What cannot be about the value of a field, in a case that began on this day.
pub(super) fn value_fault(field: &Field, value: &Value, begin: Option<NaiveDate>) -> Option<Fault> {
    let unknown = |id: &String| field.choice(id).is_none();
    match (field.kind, value) {
        (FieldKind::Text | FieldKind::Person, Value::Text(text)) => too_long(text, LONGEST_TEXT),
        (FieldKind::LongText, Value::Text(text)) => too_long(text, LONGEST_LONG_TEXT),
        (FieldKind::Address, Value::Address(address)) => {
            let parts = [
                &address.street,
                &address.number,
                &address.addition,
                &address.postcode,
            ];
            let mut parts = parts.into_iter();
            parts.find_map(|part| too_long(part, LONGEST_ADDRESS_PART))
        }
        (FieldKind::Date, Value::Date(_))
        | (FieldKind::DateTime, Value::DateTime(_))
        | (FieldKind::YesNo, Value::YesNo(_)) => None,
        // Infinity, which has no place in JSON and would not be read back, is too large as well.
        (FieldKind::Number, Value::Number(number)) if number.abs() < NUMBERS_BELOW => None,
        (FieldKind::Number, Value::Number(_)) => Some(Fault::NumberTooLarge),
        (FieldKind::BirthDate, Value::Date(born)) => begin
            .filter(|begin| born > begin)
            .map(|_| Fault::BornAfterBegin { born: *born }),
        (FieldKind::Choice, Value::Choice(id)) => {
            unknown(id).then(|| Fault::UnknownChoice(id.clone()))
        }
        (FieldKind::Choices, Value::Choices(ids)) => ids
            .iter()
            .find(|id| unknown(id))
            .map(|id| Fault::UnknownChoice(id.clone())),
        _ => Some(Fault::WrongKind),
    }
}

/// The fault of a text with more characters than this.
fn too_long(text: &str, most: usize) -> Option<Fault> {
    // Hardly any text has as many bytes as it may have characters: most need not be counted.
    let is_long = text.len() > most && text.chars().count() > most;
    is_long.then_some(Fault::TextTooLong { most })
}
