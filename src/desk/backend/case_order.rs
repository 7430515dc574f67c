//! The order of cases by what is not counted of them: a name, an address.

use crate::language::folded;
use crate::register::{CaseKey, Field, FieldKind, Value};

/// Whether cases can be put in order by this field, other than by what is counted of them.
pub fn orders(field: &Field) -> bool {
    matches!(
        field.kind,
        FieldKind::Text
            | FieldKind::Person
            | FieldKind::Address
            | FieldKind::Date
            | FieldKind::DateTime
            | FieldKind::BirthDate
            | FieldKind::Number
    )
}

/// By what a value is put in order: words without capitals and accents, numbers in them by their size.
pub fn sort_key(value: &Value) -> String {
    match value {
        Value::Text(text) => natural(text),
        Value::Date(day) => day.to_string(),
        Value::DateTime(moment) => moment.to_string(),
        // As text of one length, negative ones first.
        Value::Number(number) => format!("{:020.4}", number + 1e12),
        Value::Address(address) => {
            let place = match address.street.is_empty() {
                // Streets first, then what is known by its postcode alone.
                true => format!("\u{10ffff}{}", address.postcode),
                false => address.street.clone(),
            };
            natural(&format!("{place} {} {}", address.number, address.addition))
        }
        Value::Choice(id) => id.clone(),
        Value::Choices(ids) => ids.iter().cloned().collect::<Vec<_>>().join(" "),
        Value::YesNo(yes) => yes.to_string(),
    }
}

/// A text by which house 9 comes before house 10.
fn natural(text: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for letter in folded(text).chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&format!("{digits:0>10}"));
            digits.clear();
        }
        key.push(letter);
    }
    key
}

/// The rank of every case by its key of order; cases with the same key have the same rank.
pub fn ranks(mut keys: Vec<(CaseKey, String)>) -> Vec<(CaseKey, u32)> {
    keys.sort_by(|one, other| one.1.cmp(&other.1));
    let mut rank = 0;
    let mut before: Option<String> = None;
    let ranked = keys.into_iter().map(|(case, key)| {
        if before.as_ref().is_some_and(|before| *before != key) {
            rank += 1;
        }
        before = Some(key);
        (case, rank)
    });
    ranked.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::Address;

    fn address(street: &str, number: &str) -> Value {
        Value::Address(Address {
            street: street.to_owned(),
            number: number.to_owned(),
            ..Address::default()
        })
    }

    #[test]
    fn house_9_comes_before_house_10_and_a_capital_makes_no_difference() {
        let key = |street, number| sort_key(&address(street, number));
        assert!(key("Testweg", "9") < key("testweg", "10"));
        assert!(key("Testweg", "10") < key("Verzonnenlaan", "1"));
        assert!(key("Zandpad", "1") < key("", "1"), "streets come first");
    }

    #[test]
    fn what_is_alike_has_one_rank() {
        let keys = [(3, "b"), (1, "a"), (2, "b")];
        let keys = keys.map(|(case, key)| (CaseKey(case), key.to_owned()));
        let ranks: Vec<_> = ranks(keys.to_vec())
            .into_iter()
            .map(|(case, rank)| (case.0, rank))
            .collect();
        assert_eq!(ranks, [(1, 0), (3, 1), (2, 1)]);
    }
}
