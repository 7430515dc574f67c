//! What a municipality changed in the program: an edition of a list, of standard texts or of a whole definition, which lies
//! over what the files say. The same checks run over all of it together.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::indicator_source::IndicatorSource;
use super::listed::over;
use crate::register::definition::choice::Choice;
use crate::register::definition::standard_text::StandardText;

/// What an edition is one of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The whole definition of a register.
    Register(String),
    /// A list of choices that registers share, such as the districts.
    List(String),
    /// The own choices of a field, or the outcomes of a register.
    Choices {
        /// The register.
        register: String,
        /// The field, or [`OUTCOME`](crate::register::OUTCOME).
        field: String,
    },
    /// The standard texts of a register.
    Texts(String),
    /// The indicators.
    Indicators,
}

impl Subject {
    /// The subject with this name, as [`Display`](fmt::Display) writes it.
    pub fn named(name: &str) -> Option<Self> {
        let owned = str::to_owned;
        match name.split('/').collect::<Vec<_>>()[..] {
            ["register", id] => Some(Self::Register(owned(id))),
            ["list", id] => Some(Self::List(owned(id))),
            ["choices", register, field] => Some(Self::Choices {
                register: owned(register),
                field: owned(field),
            }),
            ["texts", register] => Some(Self::Texts(owned(register))),
            ["indicators"] => Some(Self::Indicators),
            _ => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Register(id) => write!(formatter, "register/{id}"),
            Self::List(id) => write!(formatter, "list/{id}"),
            Self::Choices { register, field } => write!(formatter, "choices/{register}/{field}"),
            Self::Texts(register) => write!(formatter, "texts/{register}"),
            Self::Indicators => formatter.write_str("indicators"),
        }
    }
}

/// What an edition says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// Choices, in their order.
    Choices(Vec<Choice>),
    /// Standard texts, in their order.
    Texts(Vec<StandardText>),
    /// The text of a definition file.
    Definition(String),
    /// Indicators, in their order.
    Indicators(Vec<IndicatorSource>),
}

/// The edition of every subject that has one.
pub type Editions = BTreeMap<Subject, Content>;

/// These choices with the edition of this subject over them.
pub(super) fn choices_over(
    editions: &Editions,
    subject: &Subject,
    file: Vec<Choice>,
) -> Vec<Choice> {
    match editions.get(subject) {
        Some(Content::Choices(edition)) => over(file, edition),
        _ => file,
    }
}

/// These standard texts with the edition of this subject over them.
pub(super) fn texts_over(
    editions: &Editions,
    subject: &Subject,
    file: Vec<StandardText>,
) -> Vec<StandardText> {
    match editions.get(subject) {
        Some(Content::Texts(edition)) => over(file, edition),
        _ => file,
    }
}

/// These indicators with their edition over them.
pub(super) fn indicators_over(
    editions: &Editions,
    file: Vec<IndicatorSource>,
) -> Vec<IndicatorSource> {
    match editions.get(&Subject::Indicators) {
        Some(Content::Indicators(edition)) => over(file, edition),
        _ => file,
    }
}
