//! How the work on a case goes, as a definition describes it: who does it, what is due when, and which measure follows on
//! which.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDateTime, TimeDelta};
use serde::Deserialize;

use crate::language::Label;
use crate::register::case::value::Value;

/// Whose work a case is, and when it has lain still for too long.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// The text field that names who handles the case.
    pub owner: Option<String>,
    /// The choice field that says how urgent it is; its first choice is the most urgent.
    pub priority: Option<String>,
    /// After how many days without anything happening a running case asks for a look.
    pub idle_days: Option<u16>,
}

/// The fields that say what happens next in a case, and by when.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextAction {
    /// A text field.
    pub what: String,
    /// A date field.
    pub due: String,
}

/// Something that has to be done within a certain time.
#[derive(Clone, Debug)]
pub struct Term {
    /// The name in files.
    pub id: String,
    /// The label on the screen: "Eerste reactie aan melder".
    pub label: Label,
    /// How long it is.
    pub span: Span,
    /// What it counts from: [`BEGIN`](crate::register::BEGIN); while the case has yet to begin
    /// [`SINCE`](crate::register::SINCE), the day it came; or a field with a date, a moment, or a birth date.
    pub from: String,
    /// What ends it before the case ends; none where only the end of the case does.
    pub done_by: Option<DoneBy>,
    /// A field with a date or a moment that may not lie beyond it: the law allows no later one.
    pub limits: Option<String>,
    /// A field with a date or a moment in which a form proposes it, to be changed by whoever types the case.
    pub proposes: Option<String>,
    /// The cases it is about; none is all of them.
    pub only_with: Option<OnlyWith>,
    /// How many days before it is due it is shown among the work; none shows it from the start.
    pub warn_days: Option<u16>,
    /// Whether the law sets it, so that nobody can put it off.
    pub statutory: bool,
    /// Whether it ends on the first day after it that is no Saturday, Sunday or holiday: of a term for objecting or
    /// deciding the law says so (Algemene termijnenwet art. 1 and 3, from memory), of how long a ban holds it does not.
    pub to_working_day: bool,
    /// Whether it asks for nothing any more once its day is past: what nobody has to do, as when a time to object ends.
    pub passes: bool,
    /// Whether it also asks for something in a case that ended: an objection goes on after the ban it is about.
    pub after_end: bool,
    /// The law or agreement that says so.
    pub source: String,
}

/// A length of time as the law counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// From a moment, so many hours later.
    Hours(u16),
    /// So many calendar days later, at the same time of day.
    Days(u16),
    /// So many calendar months later.
    Months(u16),
    /// So many calendar years later: a birthday.
    Years(u16),
}

/// What ends a term.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum DoneBy {
    /// This field is filled in.
    Field(String),
    /// The case stands at this status or beyond it.
    Status(String),
    /// There is an entry of this kind.
    Entry(String),
}

/// A field or term that only means something where another field has one of these choices.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlyWith {
    /// A field with one choice, or yes and no (`ja`, `nee`).
    pub field: String,
    /// The choices with which it means something.
    pub choices: Vec<String>,
}

/// Measures in the order in which one follows on the other.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// The kind of entry that records a step.
    pub entry: String,
    /// The field of that entry that says which step; its choices are the steps that can be taken.
    pub measure: String,
    /// The text field of that entry for the ground on which the step rests.
    pub ground: String,
    /// The date field of that entry for when the step has to have worked.
    pub due: String,
    /// The rungs, lightest first.
    #[serde(rename = "rung")]
    pub rungs: Vec<Rung>,
}

/// One step of a [`Ladder`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// The choice of the measure.
    pub measure: String,
    /// The ground that is filled in.
    pub ground: Label,
    /// How many days it gets.
    pub days: u16,
    /// The status the case moves to with it.
    pub status: Option<String>,
    /// The next action that is filled in.
    pub action: Option<Label>,
}

/// Where cases of a register are gathered: several signals become one casus, and stay signals themselves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadsTo {
    /// The register they are gathered in.
    pub register: String,
    /// What a new case there takes over: the field of this register by that of the other one.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// What is settled here with it: the choice by its field.
    #[serde(default)]
    pub sets: BTreeMap<String, String>,
}

/// A case in another register that an entry opens: a closure in the course of a case of nuisance is a case of its own. The
/// other register may be in the file of another team.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The register of the case that is opened.
    pub register: String,
    /// The entries that open it; none is all of their kind.
    pub only_with: Option<OnlyWith>,
    /// What the new case takes over from the case of the entry: the field of that case by its own.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// What it takes over from the entry itself: the field of the entry by its own.
    #[serde(default)]
    pub entry_fields: BTreeMap<String, String>,
    /// What is certain of every case that is opened so: the choice by its field.
    #[serde(default)]
    pub sets: BTreeMap<String, String>,
}

impl Span {
    /// The moment this long after another one; none beyond the end of the calendar.
    pub fn after(self, start: NaiveDateTime) -> Option<NaiveDateTime> {
        match self {
            Self::Hours(hours) => start.checked_add_signed(TimeDelta::hours(hours.into())),
            Self::Days(days) => start.checked_add_days(Days::new(days.into())),
            Self::Months(months) => start.checked_add_months(chrono::Months::new(months.into())),
            Self::Years(years) => {
                start.checked_add_months(chrono::Months::new(u32::from(years) * 12))
            }
        }
    }
}

impl OnlyWith {
    /// Whether a case with these values is one that is meant; none while the field that decides is unknown.
    pub fn holds(&self, values: &BTreeMap<String, Value>) -> Option<bool> {
        let choice = match values.get(&self.field)? {
            Value::Choice(choice) => choice.as_str(),
            Value::YesNo(true) => "ja",
            Value::YesNo(false) => "nee",
            _ => return None,
        };
        Some(self.choices.iter().any(|meant| meant == choice))
    }
}

impl Ladder {
    /// The step that follows on the measures that were taken; the first one where none was, none after the last.
    pub fn next<'a>(&'a self, taken: impl IntoIterator<Item = &'a str>) -> Option<&'a Rung> {
        let place = |measure: &str| self.rungs.iter().position(|step| step.measure == measure);
        let highest = taken.into_iter().filter_map(place).max();
        self.rungs.get(highest.map_or(0, |at| at + 1))
    }
}
