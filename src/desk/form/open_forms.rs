//! The forms that are open: what is typed in them is kept as a draft while it is typed, waits when its form is left, and
//! comes back when it is asked for.

use crate::desk::backend::protocol::Request;
use crate::desk::form::case_form::{CaseForm, Purpose};
use crate::desk::form::draft::{Autosave, Content};
use crate::desk::form::entry_form::EntryForm;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::register::{CaseFile, CaseKey, Definition};
use crate::store::Draft;

/// For keeping what is typed outside a frame, where the clock of the window is not at hand.
pub const WHENEVER: f64 = f64::NEG_INFINITY;

/// The forms that are open.
#[derive(Default)]
pub struct OpenForms {
    /// The form of a case that is on the screen. What is typed in one that was left waits as a draft.
    pub case: Option<CaseForm>,
    /// What is being typed for the timeline of a case.
    pub entry: Option<EntryForm>,
    /// The draft that was thrown away last.
    discarded: Option<Draft>,
}

impl OpenForms {
    /// In how many seconds what is typed has to be kept; none where all of it is.
    pub fn due(&self, now: f64) -> Option<f64> {
        let entry = self.entry.as_ref().filter(|entry| !entry.is_saving());
        let case = self.case.as_ref().filter(|form| !form.is_saving());
        match (entry, case) {
            (Some(entry), _) => entry.autosave.due(&entry.inputs, now),
            (None, Some(form)) => form.autosave.due(&form.inputs, now),
            (None, None) => None,
        }
    }

    /// Keeps what is typed, as far as it was not kept yet. What is being stored is kept no more: it would be a draft of
    /// something that is in its file already.
    pub fn keep(&mut self, now: f64, model: &mut Model) {
        if let Some(form) = &mut self.case
            && !form.is_saving()
            && form.autosave.is_behind(&form.inputs)
        {
            form.autosave.kept(&form.inputs, now);
            keep_draft(form.draft(model), model);
        }
        if let Some(entry) = &mut self.entry {
            keep_entry(entry, now, model);
        }
    }

    /// What is typed in the form of this draft could not be kept: it is tried again.
    pub fn on_draft_refused(&mut self, draft: &str) {
        let case = self.case.iter_mut().map(|form| &mut form.autosave);
        let entry = self.entry.iter_mut().map(|entry| &mut entry.autosave);
        case.chain(entry)
            .filter(|autosave| autosave.draft == draft)
            .for_each(Autosave::refused);
    }

    /// The ids of the drafts of the forms.
    pub fn drafts(&self) -> impl Iterator<Item = &str> {
        let case = self.case.iter().map(|form| &form.autosave);
        let entry = self.entry.iter().map(|entry| &entry.autosave);
        case.chain(entry).map(|autosave| autosave.draft.as_str())
    }

    /// Leaves the form of a case: what is typed in it waits as a draft.
    pub fn leave_case(&mut self, model: &mut Model) {
        self.keep(WHENEVER, model);
        self.case = None;
    }

    /// Leaves the entry that is being typed: it waits as a draft.
    pub fn leave_entry(&mut self, model: &mut Model) {
        self.keep(WHENEVER, model);
        if let Some(form) = self.entry.take()
            && form.inputs.touched
            && !form.is_saving()
        {
            let text = model.text("form-waits");
            model.notify(text, Tone::Quiet);
        }
    }

    /// Throws away what is typed: asked for by its own button, and by nothing else. Says whether it was an entry.
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

    /// Throws a draft away; for a moment it can be taken back.
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

    /// A form in which nothing is typed yet shows the case as it is, also where somebody else changes it meanwhile.
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

    /// What is typed as a new case becomes one more report on a case that runs at the address; what did so becomes a new
    /// case after all. Says which case is to be opened.
    pub fn add_to_known(
        &mut self,
        on: Option<CaseKey>,
        definition: &Definition,
        model: &Model,
    ) -> Option<CaseKey> {
        if let Some(form) = &self.case {
            let entry = form.as_report(definition, on, model.clock.wall())?;
            let key = entry.case.key;
            self.case = None;
            self.entry = Some(entry);
            return Some(key);
        }
        let entry = self.entry.as_ref()?;
        let form = entry.as_new_case(definition)?;
        self.entry = None;
        self.case = Some(form);
        None
    }
}

/// Keeps what is typed in a form of an entry, as far as it was not kept yet.
pub fn keep_entry(form: &mut EntryForm, now: f64, model: &mut Model) {
    if !form.is_saving() && form.autosave.is_behind(&form.inputs) {
        form.autosave.kept(&form.inputs, now);
        keep_draft(form.draft(model), model);
    }
}

fn keep_draft(draft: Option<Draft>, model: &mut Model) {
    if let Some(draft) = draft {
        model.ask_for(Pending::Draft(draft.id.clone()), Request::SaveDraft(draft));
    }
}

/// The draft among these that waits of an entry like this one.
pub fn draft_like<'a>(
    form: &EntryForm,
    mut waiting: impl Iterator<Item = &'a Draft>,
) -> Option<String> {
    let draft =
        waiting.find(|draft| Content::of(draft).is_some_and(|content| content.is_like(form)))?;
    Some(draft.id.clone())
}

/// The draft among these that waits about this case for this purpose.
pub fn draft_about<'a>(
    case: &CaseFile,
    purpose: Purpose,
    mut waiting: impl Iterator<Item = &'a Draft>,
) -> Option<String> {
    let draft = waiting
        .find(|draft| Content::of(draft).is_some_and(|content| content.is_about(case, purpose)))?;
    Some(draft.id.clone())
}
