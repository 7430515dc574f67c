//! By what cases of one register find each other: the number of a business, a number plate, a person.

use chrono::NaiveDate;

use crate::language::folded;
use crate::register::case::case_file::CaseState;
use crate::register::case::value::Value;
use crate::register::definition::entry_kind::EntryKind;
use crate::register::definition::field::{Field, Matches, Sensitivity};
use crate::register::definition::register::Definition;

/// A number has so many letters and digits at least; what is shorter is no number.
const LEAST: usize = 5;

/// Something by which a case is found by others: the value of a field as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchKey {
    /// The field.
    pub field: String,
    /// Its text, without what people write differently.
    pub text: String,
    /// Of a person the birth date.
    pub born: Option<NaiveDate>,
}

impl Matches {
    /// A text as it is compared: of a number its letters and digits, of a person all words of the name. None where nobody
    /// can be recognised by it, as by "unknown".
    pub fn compared(self, text: &str) -> Option<String> {
        let plain = folded(text);
        if self == Self::Person {
            return Some(plain).filter(|plain| !plain.is_empty());
        }
        let bare: String = plain
            .chars()
            .filter(|sign| sign.is_alphanumeric())
            .collect();
        let number =
            bare.chars().count() >= LEAST && bare.chars().any(|sign| sign.is_ascii_digit());
        number.then_some(bare)
    }
}

impl Definition {
    /// The fields by which cases of this register find each other.
    pub fn matching_fields(&self) -> impl Iterator<Item = (&Field, Matches)> {
        let fields = self.fields.iter();
        fields.filter_map(|field| Some((field, field.matches?)))
    }

    /// Whether persons of this register are found by each other only: nobody sees from another register that one of them
    /// is known here.
    pub fn keeps_persons_apart(&self) -> bool {
        let mut fields = self.matching_fields();
        fields.any(|(_, matches)| matches == Matches::Person)
    }

    /// Everything by which this case finds others of its register, and is found by them. Nothing where it is left out.
    pub fn match_keys(&self, state: &CaseState) -> Vec<MatchKey> {
        let left_out = self.not_matched_with.as_ref();
        if left_out.and_then(|left_out| left_out.holds(&state.values)) == Some(true) {
            return Vec::new();
        }
        let keys = self.matching_fields().filter_map(|(field, matches)| {
            let Some(Value::Text(text)) = state.values.get(&field.id) else {
                return None;
            };
            let born = match matches {
                Matches::Person => Some(self.born(field, state)?),
                Matches::Business | Matches::Plate => None,
            };
            Some(MatchKey {
                field: field.id.clone(),
                text: matches.compared(text)?,
                born,
            })
        });
        keys.collect()
    }

    /// Whether a kind of entry decides where cases of this register are gathered, as the weighing of a signal does.
    pub fn decides_gathering(&self, kind: &EntryKind) -> bool {
        let leads = self.leads_to.as_ref();
        leads.is_some_and(|leads| {
            kind.updates
                .iter()
                .any(|field| leads.sets.contains_key(field))
        })
    }

    /// The birth date of the person in this field, and of nobody else.
    fn born(&self, person: &Field, state: &CaseState) -> Option<NaiveDate> {
        let birth = self.birth_date_of(&person.id)?;
        match state.values.get(&birth.id)? {
            Value::Date(born) if birth.sensitivity != Sensitivity::Police => Some(*born),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_by_their_letters_and_digits_and_words_are_none() {
        let business = |text| Matches::Business.compared(text);
        assert_eq!(business(" 9000 0001 "), business("90000001"));
        assert_ne!(business("90000001"), business("90000002"));
        let plate = |text| Matches::Plate.compared(text);
        assert_eq!(plate("zz-001-z"), plate("ZZ001Z"));
        for nothing in ["", "onbekend", "n.v.t.", "12"] {
            assert_eq!(plate(nothing), None, "{nothing:?}");
        }
        let person = |text| Matches::Person.compared(text);
        assert_eq!(person("A.  Voorbeeld"), person("a. voorbeeld"));
    }
}
