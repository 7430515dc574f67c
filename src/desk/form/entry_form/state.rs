//! What is typed about one entry on the timeline of a case, together with the fields of the case that are asked with it.

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::backend::protocol::RequestId;
use crate::desk::form::autosave::Autosave;
use crate::desk::form::case_form::state::SourceCases;
use crate::desk::form::field_ids::{HAPPENED, case_field_id};
use crate::desk::form::inputs::Inputs;
use crate::register::{CaseFile, Change, Definition, Entry, EntryKind, STATUS, Value};

/// What is typed about one entry.
#[derive(Clone, Debug)]
pub struct EntryForm {
    /// The case on whose timeline it comes to stand, as it was when the form was opened.
    pub case: CaseFile,
    /// The id of its kind.
    pub kind: String,
    /// The entry that is changed; none for a new one.
    pub entry: Option<Entry>,
    /// The step of the ladder from which was filled in what follows, where one is chosen; none before it was looked at.
    pub step: Option<Option<String>>,
    /// What is typed. The fields of the entry have their own ids, those of the case the ids of [`case_field_id`].
    pub inputs: Inputs,
    /// What somebody else changed in the case while this was typed.
    pub case_changes: Vec<Change>,
    /// Whether somebody else changed the entry while this was typed.
    pub overtaken: bool,
    /// The fields in which they filled in something else than is typed here, with their values.
    pub their_values: Vec<(String, Value)>,
    /// The request by which it is being stored.
    pub saving: Option<RequestId>,
    /// Whether it began as a new case, and can become one again.
    pub from_case: bool,
    /// The case that the new case as which it began gathers.
    pub source: Option<SourceCases>,
    /// The draft in which it is saved.
    pub autosave: Autosave,
}

impl EntryForm {
    /// A form for a new entry of this kind that happens now, filled with what the case has already. The keyboard goes to the
    /// first field that is required.
    pub fn new(case: CaseFile, kind: &EntryKind, now: NaiveDateTime) -> Self {
        let mut form = Self::at(case, &kind.id, None, now);
        if form.case_runs() {
            for id in &kind.updates {
                if let Some(value) = form.case.state.values.get(id) {
                    form.inputs.fill(&case_field_id(id), value);
                }
            }
            if let Some(status) = form.case.state.status.as_ref().filter(|_| kind.moves) {
                form.inputs.choose(STATUS, status);
            }
        }
        let mut fields = kind.fields.iter();
        let required = fields.find(|field| field.required_from.is_some());
        form.inputs.at = required
            .or(kind.fields.first())
            .map(|field| field.id.clone());
        form
    }

    /// A form for an entry that exists, filled with its values.
    pub fn of_entry(case: CaseFile, entry: Entry) -> Self {
        let state = entry.state.clone();
        let mut form = Self::at(case, &state.kind, Some(entry), state.happened);
        for (id, value) in &state.values {
            form.inputs.fill(id, value);
        }
        form
    }

    /// A form in which only is filled in when it happened.
    fn at(case: CaseFile, kind: &str, entry: Option<Entry>, happened: NaiveDateTime) -> Self {
        let mut form = Self::empty(case, kind.to_owned(), entry);
        let happened = moment_text(happened);
        form.inputs.texts.insert(HAPPENED.to_owned(), happened);
        form
    }

    /// A form in which nothing is filled in.
    pub fn empty(case: CaseFile, kind: String, entry: Option<Entry>) -> Self {
        Self {
            case,
            kind,
            entry,
            step: None,
            inputs: Inputs::new(),
            case_changes: Vec::new(),
            overtaken: false,
            their_values: Vec::new(),
            saving: None,
            from_case: false,
            source: None,
            autosave: Autosave::default(),
        }
    }

    /// Whether it is being stored.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Whether another form is for the same case and the same entry, or a new one of the same kind.
    pub fn is_like(&self, other: &Self) -> bool {
        let about = |form: &Self| {
            let entry = form.entry.as_ref().map(|entry| entry.key);
            (form.case.id.clone(), form.kind.clone(), entry)
        };
        about(self) == about(other)
    }

    /// Whether the case still runs, so that something can happen next.
    pub(super) fn case_runs(&self) -> bool {
        self.case.state.closing().is_none()
    }

    /// On which day the case was closed, where that forbids this entry: a step of the ladder is taken in a case that runs.
    pub fn too_late_for(&self, definition: &Definition) -> Option<NaiveDate> {
        let ladder = definition.ladder.as_ref()?;
        let step = self.kind == ladder.entry && self.entry.is_none();
        let closing = self.case.state.closing().filter(|_| step)?;
        Some(closing.date)
    }
}

/// A moment as it is typed.
pub(super) fn moment_text(moment: NaiveDateTime) -> String {
    moment.format("%d-%m-%Y %H:%M").to_string()
}
