//! The forms that are open. What is typed in them is saved as a draft while it is typed; a form that is left waits as its
//! draft until it is opened again.

use crate::desk::backend::protocol::Request;
use crate::desk::form::autosave::{Autosave, NO_TIME};
use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::draft::Content;
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::register::{CaseFile, CaseKey, Definition};
use crate::store::Draft;

/// The forms that are open.
#[derive(Default)]
pub struct OpenForms {
    /// The form of a case that is on the screen.
    pub case: Option<CaseForm>,
    /// The form of an entry on the timeline of a case.
    pub entry: Option<EntryForm>,
    /// The draft that was thrown away last.
    discarded: Option<Draft>,
}

impl OpenForms {
    /// In how many seconds what is typed has to be saved; none where all of it is.
    pub fn due(&self, now: f64) -> Option<f64> {
        let entry = self.entry.as_ref().filter(|entry| !entry.is_saving());
        let case = self.case.as_ref().filter(|form| !form.is_saving());
        match (entry, case) {
            (Some(entry), _) => entry.autosave.due(entry.inputs.changes, now),
            (None, Some(form)) => form.autosave.due(form.inputs.changes, now),
            (None, None) => None,
        }
    }

    /// Saves what was typed since the last time. What is being stored is not saved as a draft any more: that would be a draft
    /// of something that is in its file already.
    pub fn save_drafts(&mut self, now: f64, model: &mut Model) {
        if let Some(form) = &mut self.case
            && !form.is_saving()
            && form.autosave.is_behind(form.inputs.changes)
        {
            form.autosave.on_saved(form.inputs.changes, now);
            save_draft(form.draft(model), model);
        }
        if let Some(entry) = &mut self.entry {
            save_entry_draft(entry, now, model);
        }
    }

    /// This draft could not be saved: it is tried again.
    pub fn on_draft_refused(&mut self, draft: &str) {
        let case = self.case.iter_mut().map(|form| &mut form.autosave);
        let entry = self.entry.iter_mut().map(|entry| &mut entry.autosave);
        case.chain(entry)
            .filter(|autosave| autosave.draft == draft)
            .for_each(Autosave::on_failed);
    }

    /// The ids of the drafts of the forms.
    pub fn drafts(&self) -> impl Iterator<Item = &str> {
        let case = self.case.iter().map(|form| &form.autosave);
        let entry = self.entry.iter().map(|entry| &entry.autosave);
        case.chain(entry).map(|autosave| autosave.draft.as_str())
    }

    /// Leaves the form of a case: what is typed in it waits as a draft.
    pub fn leave_case(&mut self, model: &mut Model) {
        self.save_drafts(NO_TIME, model);
        self.case = None;
    }

    /// Leaves the form of an entry: what is typed in it waits as a draft, and the status bar says so.
    pub fn leave_entry(&mut self, model: &mut Model) {
        self.save_drafts(NO_TIME, model);
        if let Some(form) = self.entry.take()
            && form.inputs.touched
            && !form.is_saving()
        {
            let text = model.text("form-waits");
            model.notify(text, Tone::Quiet);
        }
    }

    /// Throws away what is typed. Only its own button asks for that. Returns whether it was the form of an entry.
    pub fn discard(&mut self, model: &mut Model) -> bool {
        let was_entry = self.entry.is_some();
        let entry = self.entry.take_if(|entry| !entry.is_saving());
        let case = self.case.take_if(|form| !form.is_saving());
        let entry = entry.filter(|entry| entry.inputs.touched);
        let case = case.filter(|form| form.inputs.touched);
        let typed = match (entry, case) {
            (Some(entry), _) => entry.draft(model),
            (None, Some(form)) => form.draft(model),
            (None, None) => None,
        };
        if let Some(draft) = typed {
            self.throw_away(draft, model);
        }
        was_entry
    }

    /// Throws a draft away; it can be taken back until the next one is.
    pub fn throw_away(&mut self, draft: Draft, model: &mut Model) {
        model.ask(Request::DeleteDraft(
            draft.register.clone(),
            draft.id.clone(),
        ));
        self.discarded = Some(draft);
    }

    /// The draft that was thrown away last.
    pub fn discarded(&self) -> Option<&Draft> {
        self.discarded.as_ref()
    }

    /// Takes back the draft that was thrown away last.
    pub fn restore(&mut self, model: &mut Model) {
        if let Some(draft) = self.discarded.take() {
            model.ask(Request::SaveDraft(draft));
        }
    }

    /// Fills a form in which nothing is typed yet again where somebody else changed its case.
    pub fn follow_case(&mut self, model: &mut Model) {
        let Some(form) = self.case.as_mut().filter(|form| !form.inputs.touched) else {
            return;
        };
        let (Some(case), Some(vault)) = (&form.case, &mut model.vault) else {
            return;
        };
        let definition = vault.definition(&case.register);
        let newer = vault.case(&case.register, case.key);
        let newer = newer.filter(|newer| newer.version > case.version);
        if let (Some(definition), Some(newer)) = (definition, newer) {
            let (today, actor) = (model.clock.today(), &model.actor);
            let at = form.inputs.at.take();
            *form = CaseForm::of_case(&definition, (*newer).clone(), form.purpose, today, actor);
            form.inputs.at = at;
        }
    }

    /// Makes one more report on a case at the address of what is typed as a new case; of what became one, a new case again.
    /// Returns whether the form of an entry was opened.
    pub fn add_report(
        &mut self,
        on: Option<CaseKey>,
        definition: &Definition,
        model: &Model,
    ) -> bool {
        if let Some(form) = &self.case {
            let Some(entry) = form.to_report(definition, on, model.clock.wall()) else {
                return false;
            };
            self.case = None;
            self.entry = Some(entry);
            return true;
        }
        let entry = self.entry.as_ref();
        if let Some(form) = entry.and_then(|entry| entry.to_new_case(definition)) {
            self.entry = None;
            self.case = Some(form);
        }
        false
    }
}

/// Saves what was typed in the form of an entry since the last time, unless it is being stored.
pub fn save_entry_draft(form: &mut EntryForm, now: f64, model: &mut Model) {
    if !form.is_saving() && form.autosave.is_behind(form.inputs.changes) {
        form.autosave.on_saved(form.inputs.changes, now);
        save_draft(form.draft(model), model);
    }
}

fn save_draft(draft: Option<Draft>, model: &mut Model) {
    if let Some(draft) = draft {
        model.ask_for(Pending::Draft(draft.id.clone()), Request::SaveDraft(draft));
    }
}

/// The first of these drafts that is of an entry like this one.
pub fn draft_like<'a>(
    form: &EntryForm,
    mut drafts: impl Iterator<Item = &'a Draft>,
) -> Option<String> {
    let is_like = |draft: &&Draft| Content::of(draft).is_some_and(|content| content.is_like(form));
    drafts.find(is_like).map(|draft| draft.id.clone())
}

/// The first of these drafts that is about this case, for this purpose.
pub fn draft_about<'a>(
    case: &CaseFile,
    purpose: Purpose,
    mut drafts: impl Iterator<Item = &'a Draft>,
) -> Option<String> {
    let is_about =
        |draft: &&Draft| Content::of(draft).is_some_and(|content| content.is_about(case, purpose));
    drafts.find(is_about).map(|draft| draft.id.clone())
}
