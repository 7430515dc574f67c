//! What a register *is*: its fields, choices, statuses, outcomes, terms, retention and standard tables.
//!
//! A definition is data (`assets/registers/*.toml`, or a file in the vault): these types are what is left of such a
//! file once [`Registers`](crate::register::Registers) has checked it.

use super::derived::Derived;
use super::entry_kind::EntryKind;
use super::field::{Field, FieldKind, Sensitivity};
use super::holidays::Holiday;
use super::parts::{
    Bands, CaseWords, DateWords, Dpia, EndsAt, Flag, OutcomeField, Retention, StandardTable, Status,
};
use super::procedure::{Ladder, LeadsTo, NextAction, OnlyWith, Term, Work};
use super::reserved::{IN_PREPARATION, OUTCOME, REPORTS, STAND, STATUS};
use super::standard_text::StandardText;
use crate::language::Label;

/// One register, checked.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The name of the register in commands and files, such as `ondermijning-casussen`.
    pub id: String,
    /// The team whose file in the vault holds the cases; its key opens nothing else.
    pub team: String,
    /// How the team is called on the screen.
    pub team_label: Label,
    /// Whether entries last (spell) or happen (event).
    pub kind: Kind,
    /// What new case numbers begin with: `WO` gives `WO-2026-00001`.
    pub prefix: String,
    /// A character of the icon font Material Symbols, shown before the register's name.
    pub icon: String,
    /// The name of the register on the screen.
    pub label: Label,
    /// What one entry of this register is called: one casus, two casussen.
    pub case_words: CaseWords,
    /// The person field that says whom a case is about; none where cases are about nobody who can be told apart.
    pub about: Option<String>,
    /// Why these data are kept (GDPR art. 5).
    pub purpose: Label,
    /// The law on which that rests (GDPR art. 6, 9 and 10).
    pub legal_ground: Label,
    /// The assessment of its risks for people; none where the municipality names none yet.
    pub dpia: Option<Dpia>,
    /// How long a case is kept once it ended.
    pub retention: Retention,
    /// The date on which a case begins, or the event happened.
    pub begin: DateWords,
    /// The date on which a case ends. Event registers have none.
    pub end: Option<DateWords>,
    /// What ends a case by itself.
    pub ends_at: Option<EndsAt>,
    /// The date on which a case came that has yet to begin: it was applied for, or is only intended. None where cases
    /// begin as soon as they come.
    pub preparation: Option<DateWords>,
    /// Other headers under which the case number arrives.
    pub number_aliases: Vec<String>,
    /// What is recorded of a case, in the order of the form.
    pub fields: Vec<Field>,
    /// The fields that stand in the list of the register, most telling first.
    pub list: Vec<String>,
    /// Where a case can stand, in the order of the process.
    pub statuses: Vec<Status>,
    /// With what a case ends. Event registers have none.
    pub outcome: Option<OutcomeField>,
    /// Whose work it is, and when it has lain still for too long.
    pub work: Work,
    /// The fields that say what happens next, and by when.
    pub next_action: Option<NextAction>,
    /// What has to be done within a certain time.
    pub terms: Vec<Term>,
    /// What can stand on the timeline of a case, in the order in which it is offered; after those of the register come
    /// the kinds that every register has.
    pub entries: Vec<EntryKind>,
    /// The measures that follow on one another.
    pub ladder: Option<Ladder>,
    /// Where cases of this register are gathered.
    pub leads_to: Option<LeadsTo>,
    /// The cases that do not find others, and are not found by them; none where all of them do.
    pub not_matched_with: Option<OnlyWith>,
    /// The texts that are sent time and again.
    pub texts: Vec<StandardText>,
    /// The holidays, on which no term ends that is moved to a working day.
    pub holidays: Vec<Holiday>,
    /// In which bands ages and durations are counted.
    pub bands: Bands,
    /// The tables this register publishes.
    pub tables: Vec<StandardTable>,
    /// The kind of entry that is counted by it, where it is not a register itself: see [`Definition::of_entries`].
    pub counted_kind: Option<String>,
}

/// Whether the entries of a register last or happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A case has a begin and an end, and may be reopened.
    Spell,
    /// An entry happens on one day.
    Event,
}

impl Kind {
    /// The names of what can be counted of every such register; the first is what is counted unless somebody says otherwise.
    pub fn measures(self) -> &'static [&'static str] {
        match self {
            Self::Spell => &[
                "behandeld",
                "beginstand",
                "instroom",
                "heropend",
                "afgerond",
                "eindstand",
            ],
            Self::Event => &["aantal"],
        }
    }
}

impl Definition {
    /// The field with this id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The kind of entry with this id.
    pub fn entry_kind(&self, id: &str) -> Option<&EntryKind> {
        self.entries.iter().find(|kind| kind.id == id)
    }

    /// The kind of entry in which a meeting about cases of this register records what it decides: a decision, else what
    /// moves a case on, as the weighing of a signal does.
    pub fn decision_kind(&self) -> Option<&EntryKind> {
        let decides = self.entries.iter().find(|kind| kind.decision);
        decides.or_else(|| self.entries.iter().find(|kind| kind.moves))
    }

    /// The kind of entry that is one more report of the same problem, where reports are counted apart from cases.
    pub fn report_kind(&self) -> Option<&EntryKind> {
        self.entries.iter().find(|kind| kind.report)
    }

    /// The names of what can be counted of this register: what its kind has, what is in preparation where cases do not
    /// begin at once, and reports where they are told apart.
    pub fn measures(&self) -> Vec<&'static str> {
        let prepared = self.preparation.as_ref().map(|_| IN_PREPARATION);
        let reports = self.report_kind().map(|_| REPORTS);
        self.kind
            .measures()
            .iter()
            .copied()
            .chain(prepared)
            .chain(reports)
            .collect()
    }

    /// The term with this id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The subset flag with this id.
    pub fn flag(&self, id: &str) -> Option<&Flag> {
        self.flags().iter().find(|flag| flag.id == id)
    }

    /// The subset flags of the outcomes; none where there are no outcomes.
    pub fn flags(&self) -> &[Flag] {
        self.outcome.as_ref().map_or(&[], |outcome| &outcome.flags)
    }

    /// The status with this id.
    pub fn status(&self, id: &str) -> Option<&Status> {
        self.statuses.iter().find(|status| status.choice.id == id)
    }

    /// The status a case that began gets when nobody says otherwise: the first one that is open, or that is not.
    pub fn first_status(&self, open: bool) -> Option<&Status> {
        let mut begun = self.statuses.iter().filter(|status| !status.before);
        begun.find(|status| status.open == open)
    }

    /// The status of a case that has yet to begin, when nobody says otherwise.
    pub fn first_status_before(&self) -> Option<&Status> {
        self.statuses.iter().find(|status| status.before)
    }

    /// The fields by which figures can be split, in the order of the definition.
    pub fn counted_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.splits())
    }

    /// The number fields that are summed and averaged, in the order of the definition.
    pub fn number_fields(&self) -> impl Iterator<Item = &Field> {
        let counted = self.fields.iter().filter(|field| field.counted);
        counted.filter(|field| field.kind == FieldKind::Number)
    }

    /// The birth date from which ages follow.
    pub fn birth_field(&self) -> Option<&Field> {
        let mut counted = self.fields.iter().filter(|field| field.counted);
        counted.find(|field| field.kind == FieldKind::BirthDate)
    }

    /// The birth date of the person in this field.
    pub fn birth_date_of(&self, person: &str) -> Option<&Field> {
        let mut fields = self.fields.iter();
        fields.find(|field| field.of.as_deref() == Some(person))
    }

    /// What figures of this register can be split by: `stand`, the counted fields, the status, the outcome, its flags, and
    /// what follows from the dates.
    pub fn dimensions(&self) -> Vec<String> {
        let mut ids = Vec::new();
        if self.has_spells() {
            ids.push(STAND.to_owned());
        }
        ids.extend(self.counted_fields().map(|field| field.id.clone()));
        if !self.statuses.is_empty() {
            ids.push(STATUS.to_owned());
        }
        if self.outcome.is_some() {
            ids.push(OUTCOME.to_owned());
            ids.extend(self.flags().iter().map(|flag| flag.id.clone()));
        }
        let derived = Derived::NAMES
            .into_iter()
            .filter(|(_, one)| self.derives(*one));
        ids.extend(derived.map(|(name, _)| name.to_owned()));
        ids
    }

    /// Whether this follows from its cases: only what lasts has an end, an age needs a birth date that is counted, and
    /// reports have to be told apart.
    fn derives(&self, derived: Derived) -> bool {
        match derived {
            Derived::Year | Derived::Month => true,
            Derived::EndYear | Derived::EndMonth | Derived::Duration => self.has_spells(),
            Derived::AgeAtBegin | Derived::Age => self.birth_field().is_some(),
            Derived::Reporters => self.report_kind().is_some(),
        }
    }

    /// Whether something can be due in a case.
    pub fn plans(&self) -> bool {
        let idle = self.work.idle_days.is_some();
        self.next_action.is_some() || !self.terms.is_empty() || idle
    }

    /// What this many cases are called.
    pub fn case_word(&self, count: u64) -> &Label {
        if count == 1 {
            &self.case_words.one
        } else {
            &self.case_words.many
        }
    }

    /// Whether the entries of this register have a begin and an end.
    pub fn has_spells(&self) -> bool {
        self.kind == Kind::Spell
    }

    /// The address field, if cases of this register have one.
    pub fn address_field(&self) -> Option<&Field> {
        self.fields
            .iter()
            .find(|field| field.kind == FieldKind::Address)
    }

    /// What the law calls the most sensitive field of this register.
    pub fn sensitivity(&self) -> Sensitivity {
        let fields = self.fields.iter().map(|field| field.sensitivity);
        fields.max().unwrap_or(Sensitivity::Ordinary)
    }
}
