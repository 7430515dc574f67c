//! What a municipality changed in the program: an edition of a list, of standard texts or of a whole definition, which lies
//! over what the files say. The same checks run over all of it together.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::indicator_source::IndicatorSource;
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

/// Something an edition lists.
pub(super) trait Listed: Clone {
    fn id(&self) -> &str;
    fn mark_own(&mut self);
    /// Takes over what cannot be changed in the program from what the file says of the same.
    fn keep(&mut self, _file: &Self) {}
}

impl Listed for Choice {
    fn id(&self) -> &str {
        &self.id
    }

    fn mark_own(&mut self) {
        self.own = true;
    }

    // An edition from before a file said so would share what the file withholds.
    fn keep(&mut self, file: &Self) {
        if self.shared_as.is_none() {
            self.shared_as.clone_from(&file.shared_as);
        }
    }
}

impl Listed for StandardText {
    fn id(&self) -> &str {
        &self.id
    }

    fn mark_own(&mut self) {
        self.own = true;
    }
}

/// What an edition lists, in its order, and behind that what stands in the file and not in the edition: it came with a
/// newer version of the program. So nothing that stands in a file can be lost, only retired.
fn over<T: Listed>(file: Vec<T>, edition: &[T]) -> Vec<T> {
    let stands = |in_list: &[T], id: &str| in_list.iter().any(|one| one.id() == id);
    let mut whole: Vec<T> = edition.to_vec();
    for one in &mut whole {
        match file.iter().find(|other| other.id() == one.id()) {
            Some(in_file) => one.keep(in_file),
            None => one.mark_own(),
        }
    }
    whole.extend(file.into_iter().filter(|one| !stands(edition, one.id())));
    whole
}

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
