//! A list of choices that registers share, such as the districts.

use serde::Deserialize;

use super::choice::Choice;
use crate::language::Label;

/// A list of choices that registers share.
#[derive(Clone, Debug)]
pub struct SharedList {
    /// The name in files.
    pub id: String,
    /// How it is called on the screen.
    pub label: Label,
    /// What it holds, where the program has to know.
    pub role: Option<ListRole>,
    /// Of a list of municipalities the field that says to which of them a case belongs.
    pub field: Option<ListField>,
    /// What can be chosen, in order.
    pub choices: Vec<Choice>,
}

impl SharedList {
    /// Whether more than one of its choices is in use.
    pub fn is_several(&self) -> bool {
        let mut current = self.choices.iter().filter(|choice| choice.is_current());
        current.nth(1).is_some()
    }
}

/// What a list holds, where the program has to know. A definition says so by its key `role`: what a list is called is the
/// municipality's own choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListRole {
    /// Those who work here: they are suggested as the owner of a case.
    People,
    /// The municipalities that work in one vault: with more than one, every register asks to which of them a case
    /// belongs.
    Municipalities,
    /// The districts: the first field that chooses from them says where a case is.
    Districts,
    /// The holidays, on which no term ends that the law moves to a working day. The other words of each say when it is.
    Holidays,
    /// What is known of districts: their dwellings, inhabitants and businesses, of which a figure can be a rate.
    Characteristics,
}

impl ListRole {
    /// Every role with its name in a definition file.
    pub const NAMES: [(&str, Self); 5] = [
        ("people", Self::People),
        ("municipalities", Self::Municipalities),
        ("districts", Self::Districts),
        ("holidays", Self::Holidays),
        ("characteristics", Self::Characteristics),
    ];
}

/// The field that every register gets from a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListField {
    /// The name in commands and files.
    pub id: String,
    /// The label on the screen.
    pub label: Label,
}
