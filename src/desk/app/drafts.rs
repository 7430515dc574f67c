//! Drafts on the desk: what is typed is kept while it is typed, waits when its form is left, and comes back when it is
//! asked for.

use egui::Context;

use crate::desk::app::desk::Desk;
use crate::desk::backend::worker::Request;
use crate::desk::form::case_form::Purpose;
use crate::desk::form::draft::{Autosave, Content, Typed};
use crate::desk::form::entry_form::EntryForm;
use crate::desk::kit::widgets::Tone;
use crate::desk::meeting::discussion::MeetingPage;
use crate::desk::state::route::Route;
use crate::register::{CaseFile, CaseKey};
use crate::store::Draft;

/// For keeping what is typed outside a frame, where the clock of the window is not at hand.
pub const WHENEVER: f64 = f64::NEG_INFINITY;

impl Desk {
    /// Keeps what is typed: the first character at once, what follows now and then, and all of it where the window has
    /// lost the keyboard or is about to close.
    pub fn keep_typed(&mut self, ctx: &Context) {
        let (now, leaves) = ctx.input(|input| {
            let closes = input.viewport().close_requested();
            (input.time, closes || !input.focused)
        });
        let entry = self.entry.as_ref().filter(|entry| !entry.is_saving());
        let form = self.form.as_ref().filter(|form| !form.is_saving());
        let decision = self.meeting.as_mut().and_then(MeetingPage::current_form);
        let decision = decision.filter(|form| !form.is_saving());
        let decided = decision.and_then(|form| form.autosave.due(&form.inputs, now));
        let due = match (entry, form) {
            (Some(entry), _) => entry.autosave.due(&entry.inputs, now),
            (None, Some(form)) => form.autosave.due(&form.inputs, now),
            (None, None) => None,
        };
        match due.or(decided) {
            Some(wait) if wait > 0.0 && !leaves => {
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait));
            }
            Some(_) => self.keep_now(now),
            None => {}
        }
    }

    /// Keeps what is typed in the form on the screen, as far as it was not kept yet. What is being stored is kept no more:
    /// it would be a draft of something that is in its file already.
    pub fn keep_now(&mut self, now: f64) {
        let mut drafts: Vec<Option<Draft>> = Vec::new();
        if let Some(form) = &mut self.form
            && !form.is_saving()
            && form.autosave.is_behind(&form.inputs)
        {
            form.autosave.kept(&form.inputs, now);
            drafts.push(form.draft(&self.model));
        }
        if let Some(entry) = &mut self.entry
            && !entry.is_saving()
            && entry.autosave.is_behind(&entry.inputs)
        {
            entry.autosave.kept(&entry.inputs, now);
            drafts.push(entry.draft(&self.model));
        }
        let forms = self.meeting.iter_mut().flat_map(MeetingPage::forms_mut);
        for form in forms.filter(|form| !form.is_saving() && form.autosave.is_behind(&form.inputs))
        {
            form.autosave.kept(&form.inputs, now);
            drafts.push(form.draft(&self.model));
        }
        for draft in drafts.into_iter().flatten() {
            self.model.ask(Request::KeepDraft(draft));
        }
    }

    /// What is typed in the form of this draft could not be kept: it is tried again.
    pub fn draft_refused(&mut self, draft: &str) {
        let form = self.form.iter_mut().map(|form| &mut form.autosave);
        let entry = self.entry.iter_mut().map(|entry| &mut entry.autosave);
        let decisions = self.meeting.iter_mut().flat_map(MeetingPage::forms_mut);
        let decisions = decisions.map(|form| &mut form.autosave);
        let all = form.chain(entry).chain(decisions);
        all.filter(|autosave| autosave.draft == draft)
            .for_each(Autosave::refused);
    }

    /// Leaves the form of a case that is on the screen: what is typed in it waits as a draft.
    pub fn leave_form(&mut self) {
        self.keep_now(WHENEVER);
        self.form = None;
    }

    /// Whether this draft is of a form that is open: on the screen, or in a meeting that goes on. In a second form of it the
    /// same would be stored twice.
    fn is_open(&self, draft: &str) -> bool {
        self.open_drafts().any(|open| open == draft)
    }

    /// The ids of the drafts of the forms that are open.
    pub fn open_drafts(&self) -> impl Iterator<Item = &str> {
        let form = self.form.iter().map(|form| &form.autosave);
        let entry = self.entry.iter().map(|entry| &entry.autosave);
        let decisions = self.meeting.iter().flat_map(MeetingPage::forms);
        let decisions = decisions.map(|form| &form.autosave);
        let all = form.chain(entry).chain(decisions);
        all.map(|autosave| autosave.draft.as_str())
    }

    /// The drafts of a register that wait, the last one first.
    pub fn waiting<'a>(&'a self, register: &'a str) -> impl Iterator<Item = &'a Draft> {
        let drafts = self.model.vault.iter().flat_map(|vault| &vault.drafts);
        drafts.filter(move |draft| draft.register == register && !self.is_open(&draft.id))
    }

    /// Goes on with a draft.
    pub fn resume(&mut self, id: &str) {
        let of_meeting = self
            .meeting
            .as_ref()
            .and_then(|meeting| meeting.place_of(id));
        if let (Some(place), Some(meeting)) = (of_meeting, &mut self.meeting) {
            // What is decided in a meeting is typed on in that meeting.
            meeting.go_to(place);
            self.resume_meeting();
            return;
        }
        let Some(vault) = &self.model.vault else {
            return;
        };
        let Some(draft) = vault.drafts.iter().find(|draft| draft.id == id).cloned() else {
            return;
        };
        let Some(definition) = vault.definition(&draft.register) else {
            return;
        };
        match Typed::of(&draft, &definition) {
            Some(typed) => {
                self.leave_form();
                self.leave_entry();
                self.go(Route::Register(draft.register.clone()));
                self.import = None;
                match typed {
                    Typed::Case(form) => self.form = Some(*form),
                    Typed::Entry(entry) => self.show_entry(*entry),
                }
            }
            None => {
                let text = self.model.text("draft-cannot-be-read");
                self.model.notify(text, Tone::Warn);
            }
        }
    }

    /// Shows what is typed for a timeline in its case.
    fn show_entry(&mut self, entry: EntryForm) {
        self.form = None;
        self.model.open_case = Some((entry.case.register.clone(), entry.case.key));
        self.entry = Some(entry);
    }

    /// The draft that waits of an entry like this one.
    pub fn draft_like(&self, form: &EntryForm) -> Option<String> {
        let like = |draft: &&Draft| Content::of(draft).is_some_and(|content| content.is_like(form));
        let draft = self.waiting(&form.case.register).find(like)?;
        Some(draft.id.clone())
    }

    /// The draft that waits about this case for this purpose.
    pub fn draft_about(&self, case: &CaseFile, purpose: Purpose) -> Option<String> {
        let about = |draft: &&Draft| {
            Content::of(draft).is_some_and(|content| content.is_about(case, purpose))
        };
        let draft = self.waiting(&case.register).find(about)?;
        Some(draft.id.clone())
    }

    /// Throws away what is typed in the form on the screen: asked for by its own button, and by nothing else.
    pub fn discard(&mut self) {
        let in_case = self.entry.is_some();
        let entry = self.entry.take_if(|entry| !entry.is_saving());
        let form = self.form.take_if(|form| !form.is_saving());
        let entry = entry.filter(|entry| entry.inputs.touched);
        let form = form.filter(|form| form.inputs.touched);
        let typed = match (entry, form) {
            (Some(entry), _) => entry.draft(&self.model),
            (None, Some(form)) => form.draft(&self.model),
            (None, None) => None,
        };
        if let Some(draft) = typed {
            self.throw_away(draft);
        }
        if in_case {
            self.panel.story.take_focus = true;
        } else {
            self.give_back_keyboard();
        }
    }

    /// Throws a draft away; for a moment it can be taken back.
    pub fn drop_draft(&mut self, id: &str) {
        let drafts = self.model.vault.as_ref().map(|vault| &vault.drafts);
        let draft = drafts.and_then(|drafts| drafts.iter().find(|draft| draft.id == id));
        if let Some(draft) = draft.cloned() {
            self.throw_away(draft);
        }
    }

    fn throw_away(&mut self, draft: Draft) {
        let (register, id) = (draft.register.clone(), draft.id.clone());
        self.model.ask(Request::DropDraft(register, id));
        self.discarded = Some(draft);
    }

    /// Takes back the draft that was thrown away last.
    pub fn restore(&mut self) {
        if let Some(draft) = self.discarded.take() {
            self.model.ask(Request::KeepDraft(draft));
        }
    }

    /// What is typed becomes one more report on a case that runs at the address; or, where it did, a new case after all.
    pub fn add_to_known(&mut self, on: Option<CaseKey>) {
        let Some(definition) = self.register() else {
            return;
        };
        if let Some(form) = &self.form {
            let entry = form.as_report(&definition, on, self.model.clock.wall());
            if let Some(entry) = entry {
                self.show_entry(entry);
            }
        } else if let Some(entry) = &self.entry
            && let Some(form) = entry.as_new_case(&definition)
        {
            self.entry = None;
            self.form = Some(form);
        }
    }

    /// Shows the details of what is known at the address that is typed.
    pub fn show_details(&mut self) {
        if let Some(form) = &mut self.form {
            form.show_details(&mut self.model);
        }
    }
}
