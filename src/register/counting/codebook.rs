//! The codes by which choices are stored in what is counted.
//!
//! Choices are stored as codes from a dictionary that only grows, never by their place in a definition: a municipality may
//! order and rename its choices without a single stored case changing.

use std::collections::HashMap;

use crate::register::definition::limits::MOST_SEVERAL;

/// The codes of the choices of one register, per field. It only grows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    codes: HashMap<String, Vec<String>>,
}

/// A field with several choices has had more of them than can be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("field {0} has had more than {MOST_SEVERAL} choices")]
pub struct CodesExhausted(pub String);

impl Codebook {
    /// The code of a choice, if it was ever used; codes begin at 1.
    pub fn code(&self, field: &str, choice: &str) -> Option<u16> {
        let at = self
            .choices(field)
            .iter()
            .position(|known| known == choice)?;
        u16::try_from(at + 1).ok()
    }

    /// The choices of a field in the order of their codes, the first one having code 1.
    pub fn choices(&self, field: &str) -> &[String] {
        self.codes.get(field).map_or(&[], Vec::as_slice)
    }

    /// Has these choices for a field, in the order of their codes.
    pub fn put(&mut self, field: &str, choices: &[String]) {
        self.codes.insert(field.to_owned(), choices.to_vec());
    }

    /// Hands the code of a choice over to another one, which has none.
    pub fn hand_over(&mut self, field: &str, choice: &str, to: &str) {
        let choices = self.codes.get_mut(field);
        let known = choices.and_then(|known| known.iter_mut().find(|known| *known == choice));
        if let Some(known) = known {
            to.clone_into(known);
        }
    }

    /// The code of a choice, given now if it never had one.
    pub fn learn(&mut self, field: &str, choice: &str) -> u16 {
        if let Some(code) = self.code(field, choice) {
            return code;
        }
        let choices = self.codes.entry(field.to_owned()).or_default();
        choices.push(choice.to_owned());
        u16::try_from(choices.len()).unwrap_or(u16::MAX)
    }
}
