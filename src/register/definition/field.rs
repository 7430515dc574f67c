//! What is recorded of a case: its fields, the kinds of value they take, and what can be chosen in them.

use std::collections::BTreeMap;

use super::choice::{Choice, find};
use super::parts::YoungerThan;
use super::procedure::OnlyWith;
use super::reserved::{BEGIN, END, TYPING, UNPREPARED};
use crate::language::Label;
use crate::register::case::value::Value;

/// Something that is recorded of a case.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name in commands and files; never changes.
    pub id: String,
    /// The label on the screen.
    pub label: Label,
    /// What kind of value it takes.
    pub kind: FieldKind,
    /// Whether figures are made of it: split by it, or by the ages that follow from it; a number is summed and averaged.
    pub counted: bool,
    /// The number field by which this one weighs when it is averaged.
    pub weight: Option<String>,
    /// What the law calls it.
    pub sensitivity: Sensitivity,
    /// Whether it may stand on what is handed over to a partner, as far as the law lets it: ask
    /// [`Field::is_shared`].
    pub shareable: bool,
    /// Why it may, where that does not go without saying: of what is special, criminal or about a minor, and of a text that
    /// people type into freely.
    pub shared_because: Option<Label>,
    /// Other headers under which it arrives.
    pub aliases: Vec<String>,
    /// What can be chosen, in the order of the definition; of a text what is suggested. Empty for other kinds.
    pub choices: Vec<Choice>,
    /// The shared list that these choices are; none where they are the field's own.
    pub choices_from: Option<String>,
    /// Of districts, the field that says in which municipality a case is; none where there is one municipality.
    pub within: Option<String>,
    /// The heading that begins with this field in the form.
    pub section: Option<Label>,
    /// From where in the course of a case it has to be filled in; none where it may stay unknown.
    pub required_from: Option<RequiredFrom>,
    /// The cases in which it means something; none is all of them.
    pub only_with: Option<OnlyWith>,
    /// What it says, where the program has to know.
    pub role: Option<FieldRole>,
    /// By what cases with the same value find each other; none where they do not.
    pub matches: Option<Matches>,
    /// Of a birth date: the person field whose birth date it is; none where it is of nobody who is named here.
    pub of: Option<String>,
    /// Of a yes or no: the birth date from which it follows; none where it is only typed.
    pub younger_than: Option<YoungerThan>,
}

/// By what cases of one register find each other: a field of this kind has the same value in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matches {
    /// The number of a business.
    Business,
    /// A number plate.
    Plate,
    /// The name of a person, with that person's own birth date.
    Person,
}

impl Matches {
    /// Every kind with its name in a definition file.
    pub const NAMES: [(&str, Self); 3] = [
        ("business", Self::Business),
        ("plate", Self::Plate),
        ("person", Self::Person),
    ];

    /// Whether cases can find each other by a field of this kind. What came from the police finds nothing (Wpg).
    pub(in crate::register) fn fits(self, kind: FieldKind, sensitivity: Sensitivity) -> bool {
        let wanted = match self {
            Self::Business | Self::Plate => FieldKind::Text,
            Self::Person => FieldKind::Person,
        };
        kind == wanted && sensitivity != Sensitivity::Police
    }
}

impl Field {
    /// A field that a form asks beside those of a definition, of which nothing else is said.
    pub fn asked(id: &str, label: Label, kind: FieldKind) -> Self {
        Self {
            id: id.to_owned(),
            label,
            kind,
            counted: false,
            weight: None,
            sensitivity: Sensitivity::Ordinary,
            shareable: true,
            shared_because: None,
            aliases: Vec::new(),
            choices: Vec::new(),
            choices_from: None,
            within: None,
            section: None,
            required_from: None,
            only_with: None,
            role: None,
            matches: None,
            of: None,
            younger_than: None,
        }
    }
}

/// From where in the course of a case a field has to be filled in, up to and including its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequiredFrom {
    /// Where a new case is typed: [`TYPING`]. A case that is there already, or comes in with a file, may lack it.
    Typing,
    /// Always: [`BEGIN`].
    Begin,
    /// Where the case began without having been prepared: [`UNPREPARED`].
    Unprepared,
    /// From this status on, in the order of the process.
    Status(String),
    /// To close the case: [`END`].
    End,
}

impl RequiredFrom {
    /// What a definition file means by this word.
    pub(in crate::register) fn named(word: String) -> Self {
        match word.as_str() {
            TYPING => Self::Typing,
            BEGIN => Self::Begin,
            END => Self::End,
            UNPREPARED => Self::Unprepared,
            _ => Self::Status(word),
        }
    }

    /// The word in a definition file.
    pub(in crate::register) fn name(&self) -> &str {
        match self {
            Self::Typing => TYPING,
            Self::Begin => BEGIN,
            Self::Status(id) => id,
            Self::Unprepared => UNPREPARED,
            Self::End => END,
        }
    }
}

/// The kind of value that a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// A day.
    Date,
    /// A day and a wall-clock time in Amsterdam.
    DateTime,
    /// One of the choices.
    Choice,
    /// Any number of the choices; figures split by it do not add up.
    Choices,
    /// A number, with or without decimals.
    Number,
    /// Yes or no.
    YesNo,
    /// Street, number, addition and postcode.
    Address,
    /// The name of a person.
    Person,
    /// The day a person was born.
    BirthDate,
}

impl FieldKind {
    /// Every kind with its name in a definition file.
    pub const NAMES: [(&str, Self); 11] = [
        ("text", Self::Text),
        ("long-text", Self::LongText),
        ("date", Self::Date),
        ("date-time", Self::DateTime),
        ("choice", Self::Choice),
        ("choices", Self::Choices),
        ("number", Self::Number),
        ("yes-no", Self::YesNo),
        ("address", Self::Address),
        ("person", Self::Person),
        ("birth-date", Self::BirthDate),
    ];

    /// The name in a definition file.
    pub(in crate::register) fn name(self) -> &'static str {
        let known = Self::NAMES.into_iter().find(|(_, kind)| *kind == self);
        known.map_or("", |(name, _)| name)
    }

    /// Whether figures can be made of a field of this kind.
    pub fn can_be_counted(self) -> bool {
        self.splits() || matches!(self, Self::Number | Self::BirthDate)
    }

    /// Whether figures can be split by a field of this kind: only where the possible values are known beforehand.
    pub fn splits(self) -> bool {
        matches!(self, Self::Choice | Self::Choices | Self::YesNo)
    }

    /// The id of a field of this kind, with a mark where it is counted otherwise than a choice.
    pub(in crate::register) fn marked(self, id: &str) -> String {
        match self {
            Self::Choices => format!("{id}*"),
            Self::YesNo => format!("{id}?"),
            _ => id.to_owned(),
        }
    }

    /// Whether the definition has to list choices.
    pub fn has_choices(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }
}

/// What the law calls a field (GDPR art. 9 and 10; Wet politiegegevens), the more sensitive the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitivity {
    /// Nothing in particular.
    Ordinary,
    /// About a minor.
    Minor,
    /// Special categories such as health (GDPR art. 9).
    Special,
    /// Criminal convictions and offences (GDPR art. 10).
    Criminal,
    /// Came from the police (Wpg): outside search, default exports and merges.
    Police,
}

impl Sensitivity {
    /// Every sensitivity with its name in a definition file.
    pub const NAMES: [(&str, Self); 5] = [
        ("ordinary", Self::Ordinary),
        ("special", Self::Special),
        ("criminal", Self::Criminal),
        ("minor", Self::Minor),
        ("police", Self::Police),
    ];
}

/// What a field says, where the program asks or shows it in a place of its own. A definition says so by its key `role`: what
/// a field is called is the municipality's own choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldRole {
    /// In which district a case is.
    District,
    /// How the document of an entry is called; the program fills it in.
    FileName,
    /// How large the document of an entry is, in bytes; the program fills it in.
    FileSize,
    /// What a task was that was done or put off; the program fills it in.
    Task,
    /// Why a task was put off; the program fills it in.
    Reason,
    /// What a person says with a document or a link.
    Note,
    /// Whether something was received or given.
    Direction,
    /// From whom it was received, or to whom it was given.
    Party,
    /// The legal ground on which it was.
    Ground,
    /// Which list was given; the program fills it in.
    List,
    /// The number of a case in the system that is the archive.
    Archive,
    /// Who reported, or how that person is reached. Several fields may say so: it is never in a list that is edited
    /// elsewhere.
    Reporter,
}

impl FieldRole {
    /// The name of [`FieldRole::Archive`].
    pub(in crate::register) const ARCHIVE: &str = "archive";

    /// Every role with its name in a definition file.
    pub const NAMES: [(&str, Self); 12] = [
        ("district", Self::District),
        ("file-name", Self::FileName),
        ("file-size", Self::FileSize),
        ("task", Self::Task),
        ("reason", Self::Reason),
        ("note", Self::Note),
        ("direction", Self::Direction),
        ("party", Self::Party),
        ("ground", Self::Ground),
        ("list", Self::List),
        (Self::ARCHIVE, Self::Archive),
        ("reporter", Self::Reporter),
    ];

    /// Whether a field of this kind can have it.
    pub(in crate::register) fn fits(self, kind: FieldKind) -> bool {
        match self {
            Self::District | Self::Direction => kind == FieldKind::Choice,
            Self::FileSize => kind == FieldKind::Number,
            Self::FileName
            | Self::Task
            | Self::Reason
            | Self::Note
            | Self::Party
            | Self::Ground
            | Self::List
            | Self::Archive => {
                matches!(kind, FieldKind::Text | FieldKind::LongText)
            }
            Self::Reporter => true,
        }
    }
}

impl Field {
    /// The choice with this id.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        find(&self.choices, id)
    }

    /// Whether figures can be split by it.
    pub fn splits(&self) -> bool {
        self.counted && self.kind.splits()
    }

    /// Whether nothing that is known beside it takes its meaning.
    pub(in crate::register) fn applies(&self, values: &BTreeMap<String, Value>) -> bool {
        let only = self.only_with.as_ref();
        only.and_then(|only| only.holds(values)) != Some(false)
    }

    /// Whether it is certain to mean something: only then it can be asked for.
    pub(in crate::register) fn is_meant(&self, values: &BTreeMap<String, Value>) -> bool {
        let only = self.only_with.as_ref();
        only.is_none_or(|only| only.holds(values) == Some(true))
    }
}
