//! A definition as it stands in its file, before anything about it is checked but its shape.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::language::Label;
use crate::register::definition::choice::Choice;
use crate::register::definition::entry_kind::CountWords;
use crate::register::definition::field::FieldRole;
use crate::register::definition::parts::{
    Bands, CaseWords, DateWords, Dpia, EndsAt, OutcomeField, Retention, StandardTable, YoungerThan,
};
use crate::register::definition::procedure::{
    DoneBy, Ladder, LeadsTo, NextAction, OnlyWith, Opening, Work,
};
use crate::register::definition::shared_list::ListField;
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
    pub case: CaseWords,
    pub about: Option<AboutSource>,
    pub dpia: Option<Dpia>,
    pub purpose: Label,
    pub legal_ground: Label,
    pub retention: Retention,
    pub begin: DateWords,
    pub end: Option<DateWords>,
    pub ends_at: Option<EndsAt>,
    pub preparation: Option<DateWords>,
    #[serde(default)]
    pub number: NumberSource,
    pub list: Option<Vec<String>>,
    #[serde(default, rename = "field")]
    pub fields: Vec<FieldSource>,
    #[serde(default, rename = "status")]
    pub statuses: Vec<StatusSource>,
    pub outcome: Option<OutcomeField>,
    #[serde(default)]
    pub work: Work,
    pub next_action: Option<NextAction>,
    #[serde(default, rename = "term")]
    pub terms: Vec<TermSource>,
    /// The id of a shared procedure that its cases follow.
    pub procedure: Option<String>,
    /// The ids of shared kinds of entry that this register offers.
    #[serde(default)]
    pub entries: Vec<String>,
    /// Its own kinds.
    #[serde(default, rename = "entry")]
    pub own_entries: Vec<EntryKindSource>,
    pub ladder: Option<Ladder>,
    pub leads_to: Option<LeadsTo>,
    #[serde(default)]
    pub matching: MatchingSource,
    #[serde(default, rename = "text")]
    pub texts: Vec<StandardText>,
    #[serde(default)]
    pub bands: Bands,
    #[serde(default, rename = "table")]
    pub tables: Vec<StandardTable>,
}

/// The icon of a folder, for a register that did not choose one.
fn default_icon() -> String {
    "\u{e2c7}".to_owned()
}

/// Whom a case is about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AboutSource {
    /// A person field.
    pub person: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NumberSource {
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// How cases of a register find each other.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MatchingSource {
    /// The cases that are left out of it.
    pub not_with: Option<OnlyWith>,
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
    pub shared_because: Option<Label>,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub choices: Vec<Choice>,
    pub choices_from: Option<String>,
    pub required_from: Option<String>,
    pub only_with: Option<OnlyWith>,
    pub section: Option<Label>,
    pub role: Option<String>,
    pub matches: Option<String>,
    pub of: Option<String>,
    pub younger_than: Option<YoungerThan>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatusSource {
    pub id: String,
    pub label: Label,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub retired: bool,
    pub open: bool,
    #[serde(default)]
    pub before: bool,
}

#[derive(Clone, Deserialize)]
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
    pub done_by: Option<DoneBy>,
    pub limits: Option<String>,
    pub proposes: Option<String>,
    pub only_with: Option<OnlyWith>,
    pub warn_days: Option<u16>,
    #[serde(default)]
    pub statutory: bool,
    #[serde(default)]
    pub to_working_day: bool,
    #[serde(default)]
    pub passes: bool,
    #[serde(default)]
    pub after_end: bool,
    pub source: String,
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
    pub decision: Option<bool>,
    pub short: Option<Label>,
    #[serde(default)]
    pub opens: Vec<Opening>,
    pub counted: Option<CountWords>,
}

impl EntryKindSource {
    /// What this kind leaves open is as in the one whose place it takes. What the program fills in comes along where this
    /// kind has no field for it, so that nothing is lost.
    pub(super) fn inherit(&mut self, before: &Self) {
        self.decision = self.decision.or(before.decision);
        if self.short.is_none() {
            self.short.clone_from(&before.short);
        }
        if self.counted.is_none() {
            self.counted.clone_from(&before.counted);
        }
        let filled_in = before.fields.iter().filter(|field| {
            let role = field.role.as_deref();
            // The number of the archive is typed by whoever wants it.
            role.is_some_and(|role| role != FieldRole::ARCHIVE)
        });
        for field in filled_in {
            if self.fields.iter().any(|own| own.role == field.role) {
                continue;
            }
            match self.fields.iter_mut().find(|own| own.id == field.id) {
                Some(own) if own.role.is_none() => own.role.clone_from(&field.role),
                Some(_) => {}
                None => self.fields.push(field.clone()),
            }
        }
    }
}

/// A procedure that several registers share: where their cases stand one after another, what is asked and due on the way,
/// and with what they can end.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProcedureSource {
    pub id: String,
    pub preparation: Option<DateWords>,
    #[serde(default, rename = "status")]
    pub statuses: Vec<StatusSource>,
    #[serde(default, rename = "field")]
    pub fields: Vec<FieldSource>,
    #[serde(default, rename = "term")]
    pub terms: Vec<TermSource>,
    #[serde(default)]
    pub outcomes: Vec<Choice>,
    /// The outcomes with which a case ends that never began.
    #[serde(default)]
    pub outcomes_before: Vec<String>,
    #[serde(default)]
    pub entries: Vec<String>,
    #[serde(default, rename = "text")]
    pub texts: Vec<StandardText>,
}

impl RegisterSource {
    /// The register with what this procedure brings. What the register itself says of the same id holds.
    pub(super) fn follow(&mut self, procedure: ProcedureSource) {
        self.preparation = self.preparation.take().or(procedure.preparation);
        let own = std::mem::take(&mut self.statuses);
        self.statuses = together(procedure.statuses, own, |status| &status.id);
        // What a register adds stands before the statuses of cases that ended.
        self.statuses.sort_by_key(|status| !status.open);
        let own = std::mem::take(&mut self.fields);
        self.fields = lacking(own, procedure.fields, |field| &field.id);
        let own = std::mem::take(&mut self.terms);
        self.terms = lacking(own, procedure.terms, |term| &term.id);
        let own = std::mem::take(&mut self.texts);
        self.texts = lacking(own, procedure.texts, |text| &text.id);
        let own = std::mem::take(&mut self.entries);
        self.entries = lacking(own, procedure.entries, |id| id);
        if let Some(outcome) = &mut self.outcome {
            let own = std::mem::take(&mut outcome.choices);
            outcome.choices = lacking(own, procedure.outcomes, |choice| &choice.id);
            outcome.before.extend(procedure.outcomes_before);
        }
    }
}

/// The first ones in their order, each as the second say it where they do, and then the rest of the second.
fn together<T>(first: Vec<T>, mut second: Vec<T>, id: impl Fn(&T) -> &String) -> Vec<T> {
    let mut all = Vec::with_capacity(first.len() + second.len());
    for one in first {
        let place = second.iter().position(|other| id(other) == id(&one));
        all.push(place.map_or(one, |place| second.remove(place)));
    }
    all.extend(second);
    all
}

/// The first ones, and those of the second that they lack.
fn lacking<T>(mut first: Vec<T>, second: Vec<T>, id: impl Fn(&T) -> &String) -> Vec<T> {
    for one in second {
        if !first.iter().any(|known| id(known) == id(&one)) {
            first.push(one);
        }
    }
    first
}

/// A list of choices that several registers share, such as the districts of the municipality.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListSource {
    pub id: String,
    pub label: Label,
    /// What it holds, where the program has to know.
    pub role: Option<String>,
    /// The field that every register gets where this list holds several municipalities.
    pub field: Option<ListField>,
    /// The day from which this list holds, for every choice that names no other: districts are redrawn now and then.
    pub from: Option<NaiveDate>,
    /// None for a list that a municipality fills itself.
    #[serde(default, rename = "choice")]
    pub choices: Vec<Choice>,
}
