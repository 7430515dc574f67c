//! The values that a field of a case can have.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::address::Address;

/// The value of a field. Stored as JSON that says what it is (`{"choice":"centrum"}`), so that a case can be read
/// without the definition it was made with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// A text, a long text or the name of a person.
    Text(String),
    /// A day, or a birth date.
    Date(NaiveDate),
    /// A day and a wall-clock time in Amsterdam.
    DateTime(NaiveDateTime),
    /// The id of a choice.
    Choice(String),
    /// The ids of several choices; never empty.
    Choices(BTreeSet<String>),
    /// A number.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// An address.
    Address(Address),
}
