//! The columns of a list of cases, made from the definition: on the screen and in exports.

use chrono::NaiveDate;

use super::case_days::CaseDays;
use super::content::Content;
use crate::figures::{NO, YES};
use crate::language::Language;
use crate::register::{
    ATTACHMENT, BEGIN, CaseFile, DISCLOSURE, Definition, END, Field, FieldKind, LINK, MERGED,
    NUMBER, OUTCOME, SETTLED, STATUS, Sensitivity, Value,
};

/// The id of the column with when the first task of a case is due.
pub const DUE: &str = "uiterlijk";
/// The id of the column with the day on which something last happened on the timeline of a case.
pub const LAST_CONTACT: &str = "laatste-contact";

/// The kinds of entry that are no contact: what the program makes, and what was given or received.
pub const NO_CONTACT: [&str; 5] = [ATTACHMENT, LINK, SETTLED, MERGED, DISCLOSURE];

/// A column of a list of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseColumn {
    /// The case number.
    Number,
    /// When it began, or happened.
    Begin,
    /// When it ended.
    End,
    /// Its status.
    Status,
    /// Its outcome.
    Outcome,
    /// Whether a subset flag of the outcome is set, by its place in the definition.
    Flag(usize),
    /// By when its first task is due.
    Due,
    /// When something last happened on its timeline.
    LastContact,
    /// A field, by its place in the definition.
    Field(usize),
}

impl CaseColumn {
    /// The id of this column: that of a field, or the name of a column of an import.
    pub fn id<'a>(&self, definition: &'a Definition) -> &'a str {
        match self {
            Self::Number => NUMBER,
            Self::Begin => BEGIN,
            Self::End => END,
            Self::Status => STATUS,
            Self::Outcome => OUTCOME,
            Self::Flag(at) => &definition.flags()[*at].id,
            Self::Due => DUE,
            Self::LastContact => LAST_CONTACT,
            Self::Field(at) => &definition.fields[*at].id,
        }
    }

    /// The column with this id, where the register has it.
    pub fn named(definition: &Definition, id: &str) -> Option<Self> {
        let mut all = Self::all(definition).into_iter();
        all.find(|column| column.id(definition) == id)
    }

    /// Every column a list of this register can have. By when the next action is due stands in a column of its own. A long
    /// text from the police is read in the case, or not at all.
    pub fn all(definition: &Definition) -> Vec<Self> {
        let mut all = Self::dates(definition);
        all.extend((!definition.statuses.is_empty()).then_some(Self::Status));
        all.extend(definition.outcome.as_ref().map(|_| Self::Outcome));
        all.extend(definition.plans().then_some(Self::Due));
        let kinds = definition.entries.iter();
        let mut contacts = kinds.filter(|kind| !NO_CONTACT.contains(&kind.id.as_str()));
        all.extend(contacts.next().map(|_| Self::LastContact));
        let fields = definition.fields.iter().enumerate();
        let due = definition.next_action.as_ref().map(|next| &next.due);
        let fields = fields.filter(|(_, field)| {
            let text = field.kind == FieldKind::LongText;
            let read_elsewhere = text && field.sensitivity == Sensitivity::Police;
            !read_elsewhere && due != Some(&field.id)
        });
        all.extend(fields.map(|(at, _)| Self::Field(at)));
        all
    }

    /// Everything that is counted of a case: its number, its dates, and what figures are split by.
    pub fn counted(definition: &Definition) -> Vec<Self> {
        let mut counted = Self::dates(definition);
        let fields = definition.fields.iter().enumerate();
        let fields = fields.filter(|(_, field)| field.splits());
        counted.extend(fields.map(|(at, _)| Self::Field(at)));
        counted.extend((!definition.statuses.is_empty()).then_some(Self::Status));
        counted.extend(definition.outcome.as_ref().map(|_| Self::Outcome));
        counted.extend((0..definition.flags().len()).map(Self::Flag));
        counted
    }

    fn dates(definition: &Definition) -> Vec<Self> {
        let end = definition.has_spells().then_some(Self::End);
        [Self::Number, Self::Begin].into_iter().chain(end).collect()
    }

    /// The field that it shows.
    pub fn field<'a>(&self, definition: &'a Definition) -> Option<&'a Field> {
        match self {
            Self::Field(at) => definition.fields.get(*at),
            _ => None,
        }
    }

    /// Whether numbers stand in it.
    pub fn is_number(&self, definition: &Definition) -> bool {
        let field = self.field(definition);
        field.is_some_and(|field| field.kind == FieldKind::Number)
    }

    /// The header.
    pub fn label(&self, definition: &Definition, language: Language) -> String {
        match self {
            Self::Number => language.text("number"),
            Self::Begin => definition.begin.label.text(language).to_owned(),
            Self::End | Self::Outcome => {
                let end = definition.end.as_ref().map(|end| &end.label);
                let outcome = definition.outcome.as_ref().map(|outcome| &outcome.label);
                let label = if *self == Self::End { end } else { outcome };
                label.map_or_else(String::new, |label| label.text(language).to_owned())
            }
            Self::Status => language.text("status"),
            Self::Flag(at) => definition.flags()[*at].label.text(language).to_owned(),
            Self::Due => definition
                .next_action
                .as_ref()
                .and_then(|next| definition.field(&next.due))
                .map_or_else(
                    || language.text("task-due"),
                    |field| field.label.text(language).to_owned(),
                ),
            Self::LastContact => language.text("last-contact"),
            Self::Field(at) => definition.fields[*at].label.text(language).to_owned(),
        }
    }

    /// The content of its cell for a case on a day. The days that do not stand in its file are given.
    pub fn content(
        &self,
        definition: &Definition,
        case: &CaseFile,
        days: CaseDays,
        today: NaiveDate,
        language: Language,
    ) -> Content {
        let day = |day: Option<NaiveDate>| day.map_or(Content::Nothing, Content::Day);
        let closing = definition.ending_told(&case.state, today);
        let closing = closing.as_ref();
        match self {
            Self::Number => Content::Text(case.number.clone()),
            Self::Begin => day(case.state.opened()),
            Self::End => day(closing.map(|closing| closing.date)),
            Self::Due => day(days.due),
            Self::LastContact => day(days.last_contact),
            Self::Status => Content::Keys {
                keys: definition
                    .status_on(&case.state, today)
                    .map(|status| status.choice.id.clone())
                    .or_else(|| case.state.status.clone())
                    .into_iter()
                    .collect(),
                label: definition.standing_words(&case.state, today, language),
                several: false,
            },
            Self::Outcome => {
                let id = closing.and_then(|closing| closing.outcome.as_ref());
                let outcome = definition.outcome.as_ref();
                id.map_or(Content::Nothing, |id| {
                    let choice = outcome.and_then(|outcome| outcome.choice(id));
                    let label = choice.map_or(id.as_str(), |choice| choice.label.text(language));
                    Content::key(id, label.to_owned())
                })
            }
            Self::Flag(at) => {
                let flag = &definition.flags()[*at].id;
                let set = closing.and_then(|closing| closing.flags.get(flag));
                set.map_or(Content::Nothing, |set| yes_or_no(*set, language))
            }
            Self::Field(at) => {
                let field = &definition.fields[*at];
                let value = case.state.values.get(&field.id);
                value.map_or(Content::Nothing, |value| content_of(field, value, language))
            }
        }
    }
}

fn content_of(field: &Field, value: &Value, language: Language) -> Content {
    match value {
        Value::Number(number) => Content::Number(*number),
        Value::Date(day) => Content::Day(*day),
        Value::DateTime(moment) => Content::Moment(*moment),
        Value::YesNo(yes) => yes_or_no(*yes, language),
        Value::Choice(key) => Content::key(key, field.display(value, language)),
        Value::Choices(keys) => Content::Keys {
            keys: keys.iter().cloned().collect(),
            label: field.display(value, language),
            several: true,
        },
        Value::Text(_) | Value::Address(_) => Content::Text(field.display(value, language)),
    }
}

fn yes_or_no(yes: bool, language: Language) -> Content {
    let (key, label) = if yes { (YES, "yes") } else { (NO, "no") };
    Content::key(key, language.text(label))
}
