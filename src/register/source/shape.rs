//! A definition as it stands in its file, before anything about it is checked but its shape.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::language::Label;
use crate::register::definition::choice::Choice;
use crate::register::definition::standard_text::StandardText;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RegisterSource {
    pub id: String,
    pub team: String,
    pub team_label: Label,
    pub kind: String,
    pub prefix: String,
    #[serde(default = "default_icon")]
    pub icon: String,
    pub label: Label,
    pub case: CaseSource,
    pub purpose: Label,
    pub legal_ground: Label,
    pub retention: RetentionSource,
    pub begin: DateSource,
    pub end: Option<DateSource>,
    #[serde(default)]
    pub number: NumberSource,
    pub list: Option<Vec<String>>,
    #[serde(default, rename = "field")]
    pub fields: Vec<FieldSource>,
    #[serde(default, rename = "status")]
    pub statuses: Vec<StatusSource>,
    pub outcome: Option<OutcomeSource>,
    #[serde(default)]
    pub work: WorkSource,
    pub next_action: Option<NextActionSource>,
    #[serde(default, rename = "term")]
    pub terms: Vec<TermSource>,
    /// The ids of shared kinds of entry that this register offers.
    #[serde(default)]
    pub entries: Vec<String>,
    /// Its own kinds.
    #[serde(default, rename = "entry")]
    pub own_entries: Vec<EntryKindSource>,
    pub ladder: Option<LadderSource>,
    pub leads_to: Option<LeadsToSource>,
    #[serde(default, rename = "text")]
    pub texts: Vec<StandardText>,
    #[serde(default)]
    pub bands: BandsSource,
    #[serde(default, rename = "table")]
    pub tables: Vec<TableSource>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BandsSource {
    pub ages: Option<Vec<u16>>,
    pub days: Option<Vec<u16>>,
}

/// The icon of a folder, for a register that did not choose one.
fn default_icon() -> String {
    "\u{e2c7}".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseSource {
    pub one: Label,
    pub many: Label,
    pub new: Label,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RetentionSource {
    pub years: u16,
    pub source: String,
    #[serde(default, rename = "exception")]
    pub exceptions: Vec<ExceptionSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExceptionSource {
    pub field: String,
    pub choice: String,
    pub years: u16,
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DateSource {
    pub label: Label,
    #[serde(default)]
    pub aliases: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NumberSource {
    #[serde(default)]
    pub aliases: Vec<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldSource {
    pub id: String,
    pub label: Label,
    pub kind: String,
    #[serde(default)]
    pub counted: bool,
    pub weight: Option<String>,
    pub sensitivity: String,
    pub shareable: bool,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub choices: Vec<Choice>,
    pub choices_from: Option<String>,
    pub required_from: Option<String>,
    pub only_with: Option<OnlyWithSource>,
    pub section: Option<Label>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OnlyWithSource {
    pub field: String,
    pub choices: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatusSource {
    pub id: String,
    pub label: Label,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub retired: bool,
    pub open: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomeSource {
    pub label: Label,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub choices: Vec<Choice>,
    #[serde(default, rename = "flag")]
    pub flags: Vec<FlagSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FlagSource {
    pub id: String,
    pub label: Label,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub of: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NextActionSource {
    pub what: String,
    pub due: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkSource {
    pub owner: Option<String>,
    pub priority: Option<String>,
    pub idle_days: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TermSource {
    pub id: String,
    pub label: Label,
    /// Exactly one of these four says how long it is.
    pub hours: Option<u16>,
    pub days: Option<u16>,
    pub months: Option<u16>,
    pub years: Option<u16>,
    pub from: String,
    pub done_by: Option<DoneBySource>,
    pub limits: Option<String>,
    pub only_with: Option<OnlyWithSource>,
    pub warn_days: Option<u16>,
    #[serde(default)]
    pub statutory: bool,
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) enum DoneBySource {
    Field(String),
    Status(String),
    Entry(String),
}

/// A kind of entry, in a register or in a file of its own that registers share.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryKindSource {
    pub id: String,
    pub label: Label,
    #[serde(default = "default_icon")]
    pub icon: String,
    #[serde(default, rename = "field")]
    pub fields: Vec<FieldSource>,
    #[serde(default)]
    pub updates: Vec<String>,
    #[serde(default)]
    pub moves: bool,
    #[serde(default)]
    pub report: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LadderSource {
    pub entry: String,
    pub measure: String,
    pub ground: String,
    pub due: String,
    #[serde(rename = "rung")]
    pub rungs: Vec<RungSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RungSource {
    pub measure: String,
    pub ground: Label,
    pub days: u16,
    pub status: Option<String>,
    pub action: Option<Label>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableSource {
    pub id: String,
    pub label: Label,
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub measure: Option<String>,
    pub chart: Option<String>,
}

/// A list of choices that several registers share, such as the districts of the municipality.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListSource {
    pub id: String,
    pub label: Label,
    /// The day from which this list holds, for every choice that names no other: districts are redrawn now and then.
    pub from: Option<NaiveDate>,
    /// None for a list that a municipality fills itself.
    #[serde(default, rename = "choice")]
    pub choices: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LeadsToSource {
    pub register: String,
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    #[serde(default)]
    pub sets: BTreeMap<String, String>,
}
