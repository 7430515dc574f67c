//! What can be wrong in a definition file, said so that its author can put it right.

use std::fmt;

use chrono::NaiveDate;

use crate::language::{Explain, Language};
use crate::register::definition::limits::{MOST_FLAGS, MOST_SEVERAL};

/// A mistake in a definition file: which file, which key, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {key}: {mistake}")]
pub struct DefinitionError {
    /// The file.
    pub file: String,
    /// The key, such as `field[3].kind`.
    pub key: String,
    /// What is wrong.
    pub mistake: Mistake,
}

/// What is wrong at a key of a definition file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The file is not TOML, or a value has the wrong shape; in the words of the reader.
    Shape(String),
    /// The key is required.
    Missing(String),
    /// The key does not exist.
    Unknown {
        /// What is written.
        key: String,
        /// What can be written, in the words of the reader.
        expected: String,
    },
    /// The value is none of those that are possible.
    NotOneOf {
        /// What is written.
        value: String,
        /// What would be right.
        expected: Vec<String>,
    },
    /// An id is lower case, its words joined by `-`.
    BadId(String),
    /// A file is named after the id, and Windows keeps this name for a device.
    ReservedName(String),
    /// A field that means something only with what another one says, which in the end means something only with this one.
    DependsOnItself(String),
    /// The id stands there twice, or belongs to something every register has.
    Taken(String),
    /// A postcode area is four digits.
    BadArea(String),
    /// A choice that ends before it begins is never offered.
    EndsFirst {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// A choice that goes on as another one, which in the end goes on as this one.
    GoesRound(String),
    /// Fields of this kind cannot be counted.
    NotCountable(String),
    /// A choice field without choices.
    NoChoices,
    /// Choices on a field that has none.
    ChoicesOnOther(String),
    /// Too many choices for a field with several.
    TooManyChoices(usize),
    /// Too many subset flags for the outcomes.
    TooManyFlags(usize),
    /// A weight on something that is not averaged.
    OnlyNumbersWeigh,
    /// A field of an entry is counted, and its entry is not.
    EntryNotCounted(String),
    /// A table computes one thing; this is a second one.
    OneQuantity(String),
    /// Ages follow from one birth date; this one is counted already.
    SecondBirthDate(String),
    /// This person has a birth date already.
    SecondBirthDateOf(String),
    /// Only a birth date is somebody's birth date.
    OnlyBirthDatesAreOf,
    /// Something else than a yes or no is to follow from an age.
    OnlyYesNoFollowsAge,
    /// With several persons or birth dates it has to be said whom a case is about; these are the persons.
    AboutWhom(Vec<String>),
    /// What came from the police is shared with nobody by way of a list.
    PoliceIsNotShared,
    /// Who reported is shared with nobody.
    ReporterIsNotShared,
    /// What is of this sensitivity is shared only where the definition says why.
    SharedWithoutReason(String),
    /// The bounds of bands rise from above zero.
    BandsMustRise,
    /// A term has one length: hours, days, months or years.
    OneSpan,
    /// Only one list, or one field of a register or a kind of entry, has a role; this one has it already.
    SecondRole(String),
    /// Only one kind of entry is a decision; this one is so already.
    SecondDecision(String),
    /// Only one kind of entry is a report; this one is so already.
    SecondReport(String),
    /// Cases are gathered within one team: the register is in the file of another one, which a case is never written to
    /// together with this one's.
    OtherTeam(String),
    /// What is about health, came from the police or tells who reported stays in its own register.
    NeverTakenOver(String),
    /// A spell register needs an end and both open and closed statuses.
    SpellNeeds(String),
    /// Cases that have yet to begin need a status, the day on which they came, and both in the same register.
    PreparationNeeds(String),
    /// An event register has no end, no outcome.
    EventHasNo(String),
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.explain(Language::English))
    }
}

impl Explain for Mistake {
    fn explain(&self, language: Language) -> String {
        let say = |id, value: &str| language.say(id, &[("value", value.into())]);
        match self {
            Self::Shape(words) => say("definition-shape", words),
            Self::Missing(key) => say("definition-missing", key),
            Self::Unknown { key, expected } => language.say(
                "definition-unknown",
                &[("value", key.into()), ("expected", expected.into())],
            ),
            Self::NotOneOf { value, expected } => language.say(
                "definition-not-one-of",
                &[
                    ("value", value.into()),
                    ("expected", expected.join(", ").into()),
                ],
            ),
            Self::BadId(id) => say("definition-bad-id", id),
            Self::ReservedName(id) => say("definition-reserved-name", id),
            Self::DependsOnItself(field) => say("definition-depends-on-itself", field),
            Self::Taken(id) => say("definition-taken", id),
            Self::BadArea(area) => say("definition-bad-area", area),
            Self::EndsFirst { from, until } => language.say(
                "definition-ends-first",
                &[
                    ("from", language.date(*from).into()),
                    ("until", language.date(*until).into()),
                ],
            ),
            Self::GoesRound(choice) => say("definition-goes-round", choice),
            Self::NotCountable(kind) => say("definition-not-countable", kind),
            Self::NoChoices => language.text("definition-no-choices"),
            Self::ChoicesOnOther(kind) => say("definition-choices-on-other", kind),
            Self::TooManyChoices(count) => language.say(
                "definition-too-many-choices",
                &[
                    ("count", (*count as i64).into()),
                    ("most", (MOST_SEVERAL as i64).into()),
                ],
            ),
            Self::TooManyFlags(count) => language.say(
                "definition-too-many-flags",
                &[
                    ("count", (*count as i64).into()),
                    ("most", (MOST_FLAGS as i64).into()),
                ],
            ),
            Self::OnlyNumbersWeigh => language.text("definition-only-numbers-weigh"),
            Self::EntryNotCounted(kind) => say("definition-entry-not-counted", kind),
            Self::OneQuantity(first) => say("definition-one-quantity", first),
            Self::SecondBirthDate(first) => say("definition-second-birth-date", first),
            Self::SecondBirthDateOf(person) => say("definition-second-birth-date-of", person),
            Self::OnlyYesNoFollowsAge => language.text("definition-only-yes-no-follows-age"),
            Self::OnlyBirthDatesAreOf => language.text("definition-only-birth-dates-are-of"),
            Self::AboutWhom(persons) => say("definition-about-whom", &persons.join(", ")),
            Self::PoliceIsNotShared => language.text("definition-police-is-not-shared"),
            Self::ReporterIsNotShared => language.text("definition-reporter-is-not-shared"),
            Self::SharedWithoutReason(kind) => say("definition-shared-without-reason", kind),
            Self::BandsMustRise => language.text("definition-bands-must-rise"),
            Self::OneSpan => language.text("definition-one-span"),
            Self::SecondRole(first) => say("definition-second-role", first),
            Self::SecondDecision(first) => say("definition-second-decision", first),
            Self::SecondReport(first) => say("definition-second-report", first),
            Self::OtherTeam(register) => say("definition-other-team", register),
            Self::NeverTakenOver(field) => say("definition-never-taken-over", field),
            Self::SpellNeeds(what) => say("definition-spell-needs", what),
            Self::PreparationNeeds(what) => say("definition-preparation-needs", what),
            Self::EventHasNo(what) => say("definition-event-has-no", what),
        }
    }
}

impl Explain for DefinitionError {
    fn explain(&self, language: Language) -> String {
        let Self { file, key, mistake } = self;
        format!("{file}: {key}: {}", mistake.explain(language))
    }
}
