//! Errors of evaluating figures, with what can be asked instead.

use crate::language::{Explain, Language};

/// Why a figure cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
pub enum FigureError {
    /// The register is not counted by this.
    #[error("{register} is not counted by {field}")]
    UnknownField {
        /// The register.
        register: String,
        /// What was asked.
        field: String,
        /// What can be asked.
        known: Vec<String>,
    },
    /// The field has no such value.
    #[error("{field} has no value {value}")]
    UnknownValue {
        /// The field.
        field: String,
        /// What was asked.
        value: String,
        /// What can be asked.
        known: Vec<String>,
    },
    /// A filter is written `field=value`.
    #[error("not a filter: {0}")]
    NotAFilter(String),
    /// The measure does not exist, or means nothing for this register.
    #[error("{register} has no measure {measure}")]
    UnknownMeasure {
        /// The register.
        register: String,
        /// What was asked.
        measure: String,
        /// What can be asked.
        known: Vec<String>,
    },
    /// The register does not sum or average this.
    #[error("{register} does not count the number {field}")]
    UnknownNumber {
        /// The register.
        register: String,
        /// What was asked.
        field: String,
        /// What can be asked.
        known: Vec<String>,
    },
    /// Nobody can be recognised: that takes a name and a birth date.
    #[error("persons cannot be told apart in {0}")]
    NoPersons(String),
    /// Events have no begin and end, so no duration.
    #[error("{0} has no duration")]
    NoDuration(String),
    /// An average is no part of a whole.
    #[error("no percentages of an average or a duration")]
    NoShares,
    /// A series that is not split has nothing to take shares of.
    #[error("nothing to take percentages of")]
    NothingToShare,
    /// What is counted in several periods is no part of all of them together.
    #[error("no percentages of several periods together")]
    SharesOverTime,
    /// A series that is split has no room for another one beside each of its lines.
    #[error("a split series stands beside no other")]
    SplitAgainst,
    /// Events have no begin and end, so no balance.
    #[error("{0} has no balance")]
    NoBalance(String),
    /// The same field stands twice in one table.
    #[error("{0} stands twice in the table")]
    Twice(String),
    /// The table would have more cells than anyone can read.
    #[error("a table of more than {0} cells")]
    TooLarge(usize),
}

impl Explain for FigureError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::UnknownField {
                register,
                field,
                known,
            } => language.say(
                "figure-unknown-field",
                &[
                    ("register", register.into()),
                    ("field", field.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::UnknownValue {
                field,
                value,
                known,
            } => language.say(
                "figure-unknown-value",
                &[
                    ("field", field.into()),
                    ("value", value.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::NotAFilter(filter) => {
                language.say("figure-not-a-filter", &[("value", filter.into())])
            }
            Self::UnknownMeasure {
                register,
                measure,
                known,
            } => language.say(
                "figure-unknown-measure",
                &[
                    ("register", register.into()),
                    ("value", measure.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::UnknownNumber {
                register, known, ..
            } if known.is_empty() => {
                language.say("figure-no-numbers", &[("register", register.into())])
            }
            Self::UnknownNumber {
                register,
                field,
                known,
            } => language.say(
                "figure-unknown-number",
                &[
                    ("register", register.into()),
                    ("field", field.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::NoPersons(register) => {
                language.say("figure-no-persons", &[("register", register.into())])
            }
            Self::NoDuration(register) => {
                language.say("figure-no-duration", &[("register", register.into())])
            }
            Self::NoShares => language.text("figure-no-shares"),
            Self::NothingToShare => language.text("figure-nothing-to-share"),
            Self::SharesOverTime => language.text("figure-shares-over-time"),
            Self::SplitAgainst => language.text("figure-split-against"),
            Self::NoBalance(register) => {
                language.say("figure-no-balance", &[("register", register.into())])
            }
            Self::Twice(field) => language.say("figure-twice", &[("field", field.into())]),
            Self::TooLarge(most) => {
                language.say("figure-too-large", &[("most", (*most as i64).into())])
            }
        }
    }
}
