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
    /// No entries of this kind are counted.
    #[error("{register} counts no entries of kind {kind}")]
    UnknownEntries {
        /// The register.
        register: String,
        /// What was asked.
        kind: String,
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
        let of_register =
            |id: &str, register: &String| language.say(id, &[("register", register.into())]);
        // What was asked and is not there, with what can be asked instead.
        let unknown = |id: &str, said: [(&'static str, &String); 2], known: &[String]| {
            let [one, other] = said.map(|(name, value)| (name, value.into()));
            language.say(id, &[one, other, ("known", known.join(", ").into())])
        };
        match self {
            Self::UnknownField {
                register,
                field,
                known,
            } => unknown(
                "figure-unknown-field",
                [("register", register), ("field", field)],
                known,
            ),
            Self::UnknownValue {
                field,
                value,
                known,
            } => unknown(
                "figure-unknown-value",
                [("field", field), ("value", value)],
                known,
            ),
            Self::UnknownMeasure {
                register,
                measure,
                known,
            } => unknown(
                "figure-unknown-measure",
                [("register", register), ("value", measure)],
                known,
            ),
            Self::UnknownEntries {
                register, known, ..
            } if known.is_empty() => of_register("figure-no-entries", register),
            Self::UnknownEntries {
                register,
                kind,
                known,
            } => unknown(
                "figure-unknown-entries",
                [("register", register), ("kind", kind)],
                known,
            ),
            Self::UnknownNumber {
                register, known, ..
            } if known.is_empty() => of_register("figure-no-numbers", register),
            Self::UnknownNumber {
                register,
                field,
                known,
            } => unknown(
                "figure-unknown-number",
                [("register", register), ("field", field)],
                known,
            ),
            Self::NotAFilter(filter) => {
                language.say("figure-not-a-filter", &[("value", filter.into())])
            }
            Self::NoPersons(register) => of_register("figure-no-persons", register),
            Self::NoDuration(register) => of_register("figure-no-duration", register),
            Self::NoBalance(register) => of_register("figure-no-balance", register),
            Self::NoShares => language.text("figure-no-shares"),
            Self::NothingToShare => language.text("figure-nothing-to-share"),
            Self::SharesOverTime => language.text("figure-shares-over-time"),
            Self::SplitAgainst => language.text("figure-split-against"),
            Self::Twice(field) => language.say("figure-twice", &[("field", field.into())]),
            Self::TooLarge(most) => {
                language.say("figure-too-large", &[("most", (*most as i64).into())])
            }
        }
    }
}
