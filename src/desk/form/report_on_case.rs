//! A second call about the same problem: what is typed as a new case becomes one more report on a case that runs at its
//! address, and a new case again for who changes their mind.

use chrono::NaiveDateTime;

use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::field_ids::HAPPENED;
use crate::desk::form::inputs::Inputs;
use crate::language::Language;
use crate::register::{BEGIN, CaseKey, Definition};

impl CaseForm {
    /// What is typed as a report on this case at the address, or on the newest one where none is named. None where no case
    /// runs there, and while the form is being stored.
    pub fn to_report(
        &self,
        definition: &Definition,
        on: Option<CaseKey>,
        now: NaiveDateTime,
    ) -> Option<EntryForm> {
        if self.purpose != Purpose::New || self.is_saving() {
            return None;
        }
        let kind = definition.report_kind()?;
        let mut open = self.lookup.open_to_reports(definition, now.date());
        let case = open.find(|case| on.is_none_or(|key| case.key == key))?;
        let mut entry = EntryForm::new(case.clone(), kind, now);
        // What a report does not ask stays in the inputs: whoever takes this back finds all of it.
        let mut inputs = self.inputs.clone();
        let begin = inputs.read_day(BEGIN, now.date(), Language::Dutch);
        inputs.faults.clear();
        inputs.texts.extend(entry.inputs.texts);
        inputs.chosen.extend(entry.inputs.chosen);
        if let Some(day) = begin.filter(|day| *day != now.date()) {
            let day = Language::Dutch.date(day);
            inputs.texts.insert(HAPPENED.to_owned(), day);
        }
        let unknown = |id: &str| inputs.text(id).is_empty() && inputs.choice(id).is_none();
        let mut asked = kind.fields.iter();
        let first = asked.find(|field| field.required_from.is_some() && unknown(&field.id));
        inputs.at = first.or(kind.fields.first()).map(|field| field.id.clone());
        inputs.take_focus = true;
        inputs.change();
        entry.inputs = inputs;
        entry.from_case = true;
        entry.source = self.source.clone();
        entry.autosave = self.autosave.clone();
        Some(entry)
    }
}

impl EntryForm {
    /// What is typed as a new case again. None where it did not begin as one, and while it is being stored.
    pub fn to_new_case(&self, definition: &Definition) -> Option<CaseForm> {
        if !self.from_case || self.is_saving() {
            return None;
        }
        let mut inputs = Inputs {
            at: None,
            take_focus: true,
            ..self.inputs.clone()
        };
        inputs.faults.clear();
        inputs.change();
        Some(CaseForm {
            inputs,
            source: self.source.clone(),
            autosave: self.autosave.clone(),
            ..CaseForm::empty(definition, Purpose::New, None)
        })
    }
}
