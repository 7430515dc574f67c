//! What is typed about one case.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::desk::backend::protocol::RequestId;
use crate::desk::form::autosave::Autosave;
use crate::desk::form::case_form::address_lookup::AddressLookup;
use crate::desk::form::case_form::two_versions::Conflict;
use crate::desk::form::field_ids::REASON;
use crate::desk::form::inputs::Inputs;
use crate::language::Language;
use crate::register::{
    BEGIN, CaseFile, CaseKey, CaseState, Definition, END, Field, OUTCOME, RequiredFrom, SINCE,
    STATUS, Value,
};

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// To make a new case.
    New,
    /// To change a case.
    Change,
    /// To end a case.
    Finish,
    /// To open a case again.
    Reopen,
}

impl Purpose {
    /// The text that says it of a case with a number.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::New | Self::Change => "form-change",
            Self::Finish => "form-finish",
            Self::Reopen => "form-reopen",
        }
    }
}

/// Cases of a register: those from which a new case is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceCases {
    /// The register.
    pub register: String,
    /// The cases in it.
    pub keys: Vec<CaseKey>,
}

/// What is typed about one case.
#[derive(Clone, Debug)]
pub struct CaseForm {
    /// The register.
    pub register: String,
    /// What it is for.
    pub purpose: Purpose,
    /// The case that is changed, as it was when the form was opened; none for a new one.
    pub case: Option<CaseFile>,
    /// The cases that a new one gathers, and is linked to once it is stored.
    pub source: Option<SourceCases>,
    /// What is typed.
    pub inputs: Inputs,
    /// Another version of the case that was stored meanwhile.
    pub conflict: Option<Conflict>,
    /// The request by which it is being stored.
    pub saving: Option<RequestId>,
    /// The draft in which it is saved.
    pub autosave: Autosave,
    /// The cases at the address that is typed.
    pub lookup: AddressLookup,
    /// What followed last from something else that is typed, by field.
    pub followed: BTreeMap<String, Value>,
}

impl CaseForm {
    /// A form for a new case that begins today and is handled by this user.
    pub fn new(definition: &Definition, today: NaiveDate, actor: &str) -> Self {
        let mut form = Self::empty(definition, Purpose::New, None);
        if let Some(owner) = &definition.work.owner {
            form.inputs.texts.insert(owner.clone(), actor.to_owned());
        }
        // What is prepared before it begins came today; whoever says that it began is asked when.
        let before = definition.first_status_before();
        form.type_date(if before.is_some() { SINCE } else { BEGIN }, today);
        if let Some(status) = before.or(definition.first_status(true)) {
            form.inputs.choose(STATUS, &status.choice.id);
        }
        form
    }

    /// A form for a case that exists, filled with its values.
    pub fn of_case(
        definition: &Definition,
        case: CaseFile,
        purpose: Purpose,
        today: NaiveDate,
        actor: &str,
    ) -> Self {
        let state = case.state.clone();
        let mut form = Self::empty(definition, purpose, Some(case));
        for (id, value) in &state.values {
            form.inputs.fill(id, value);
        }
        // A case that came from a file without an owner gets one as soon as it ends or is opened again.
        let owner = definition.work.owner.as_deref();
        let owner = owner.and_then(|owner| definition.field(owner));
        if let Some(owner) = owner.filter(|_| matches!(purpose, Purpose::Finish | Purpose::Reopen))
            && form.still_asks(definition, owner)
        {
            form.inputs.texts.insert(owner.id.clone(), actor.to_owned());
        }
        if let Some(opened) = state.opened() {
            form.type_date(BEGIN, opened);
        }
        if let Some(preparation) = &state.preparation {
            form.type_date(SINCE, preparation.opened);
        }
        let status = state.status.clone().into_iter().collect();
        form.inputs.chosen.insert(STATUS.to_owned(), status);
        form.fill_end(&state, today);
        // The day is filled in already, so the keyboard goes to what is asked beside it.
        form.inputs.at = match purpose {
            Purpose::Finish if definition.outcome.is_some() => Some(OUTCOME.to_owned()),
            Purpose::Reopen => Some(REASON.to_owned()),
            Purpose::New | Purpose::Change | Purpose::Finish => None,
        };
        form
    }

    /// A form in which nothing is filled in.
    pub fn empty(definition: &Definition, purpose: Purpose, case: Option<CaseFile>) -> Self {
        Self {
            register: definition.id.clone(),
            purpose,
            case,
            source: None,
            inputs: Inputs::new(),
            conflict: None,
            saving: None,
            autosave: Autosave::default(),
            lookup: AddressLookup::default(),
            followed: BTreeMap::new(),
        }
    }

    /// Fills in the end: the one that the case has, or today where the form is to end it. A form that opens it again has
    /// the day of that in the same field.
    fn fill_end(&mut self, state: &CaseState, today: NaiveDate) {
        let closing = state.closing();
        match (self.purpose, closing) {
            (Purpose::Reopen, _) | (Purpose::Finish, None) => self.type_date(END, today),
            (Purpose::New | Purpose::Change, None) => {}
            (Purpose::New | Purpose::Change | Purpose::Finish, Some(closing)) => {
                self.type_date(END, closing.date);
                let outcome = closing.outcome.clone().into_iter().collect();
                self.inputs.chosen.insert(OUTCOME.to_owned(), outcome);
                for (flag, set) in &closing.flags {
                    self.inputs.choose_yes_or_no(flag, *set);
                }
            }
        }
    }

    fn type_date(&mut self, id: &str, date: NaiveDate) {
        let text = Language::Dutch.date(date);
        self.inputs.texts.insert(id.to_owned(), text);
    }

    /// Whether it is being stored.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Whether the case has yet to begin as the form stands now: by the status that is chosen, or as it is stored where
    /// none is.
    pub fn waits(&self, definition: &Definition) -> bool {
        if definition.preparation.is_none() {
            return false;
        }
        let stored = self.case.as_ref().map(|case| &case.state);
        if matches!(self.purpose, Purpose::Finish | Purpose::Reopen) {
            return stored.is_some_and(CaseState::is_before);
        }
        let status = self.inputs.choice(STATUS);
        match status.and_then(|id| definition.status(id)) {
            Some(status) if status.open => status.before,
            _ => stored.is_some_and(CaseState::is_before),
        }
    }

    /// A new case has one day: that on which it came while it has yet to begin, and that of its begin once it is said to
    /// have begun. What was filled in for the one goes to the other.
    pub fn move_first_day(&mut self, definition: &Definition) {
        if self.purpose != Purpose::New || definition.preparation.is_none() {
            return;
        }
        let (from, to) = match self.waits(definition) {
            true => (BEGIN, SINCE),
            false => (SINCE, BEGIN),
        };
        if self.inputs.text(to).is_empty()
            && let Some(day) = self.inputs.texts.remove(from)
        {
            self.inputs.texts.insert(to.to_owned(), day);
        }
    }

    /// Whether an end is typed, and so an outcome asked for.
    pub fn ends(&self) -> bool {
        self.purpose != Purpose::Reopen && !self.inputs.text(END).is_empty()
    }

    /// Whether a field is required at some point and the case lacks it: a form that only ends a case, or opens it again,
    /// asks for it too.
    pub fn still_asks(&self, definition: &Definition, field: &Field) -> bool {
        let has = |case: &CaseFile| case.state.values.contains_key(&field.id);
        // Opened again it holds until another day.
        let ends = definition.ends_at.as_ref();
        if self.purpose == Purpose::Reopen && ends.is_some_and(|at| at.fields.contains(&field.id)) {
            return true;
        }
        let from = field.required_from.as_ref();
        from.is_some_and(|from| *from != RequiredFrom::Typing)
            && !self.case.as_ref().is_some_and(has)
    }

    /// The reason that is typed, where one is asked for.
    pub fn reason(&self) -> Option<&str> {
        let reason = self.inputs.text(REASON);
        (!reason.is_empty()).then_some(reason)
    }
}
