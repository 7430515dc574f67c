//! Putting something on the timeline of the case that is open: what is asked for, stored, refused and left.

use std::sync::Arc;

use super::app::Desk;
use super::documents::is_table;
use super::drafts::WHENEVER;
use super::entry_form::EntryForm;
use super::kinds::everyday_kind;
use super::shell::Place;
use super::story_ui::Wanted;
use super::ties_ui::TieWish;
use super::widgets::Tone;
use super::withdrawal::Withdrawal;
use super::worker::Request;
use crate::register::{
    ATTACHMENT, CaseFile, CaseKey, Definition, EntryKind, FieldRole, LINK, Value,
};
use crate::store::{Operation, Recorded, StoreError};

impl Desk {
    /// The case that is selected in the register on the screen, with nothing in front of it.
    pub(super) fn case_on_screen(&mut self) -> Option<(Arc<Definition>, Arc<CaseFile>)> {
        let Place::Register(register) = &self.place else {
            return None;
        };
        if self.form.is_some() || self.import.is_some() {
            return None;
        }
        let key = self.lists.get(register)?.selected?;
        let vault = self.model.vault.as_mut()?;
        Some((vault.definition(register)?, vault.case(register, key)?))
    }

    /// Whether this is the case that is on the screen.
    fn is_on_screen(&self, register: &str, key: CaseKey) -> bool {
        let list = self.lists.get(register);
        self.place == Place::Register(register.to_owned())
            && self.form.is_none()
            && self.import.is_none()
            && list.is_some_and(|list| list.selected == Some(key))
    }

    /// Whether an entry is being typed in the case that is on the screen.
    pub(super) fn entry_on_screen(&self) -> bool {
        self.entry
            .as_ref()
            .is_some_and(|form| self.is_on_screen(&form.case.register, form.case.key))
    }

    /// Opens the form of an entry. What is typed in another one waits; what was typed in one like it goes on.
    pub(super) fn open_entry(
        &mut self,
        make: impl FnOnce(&mut Self, &Definition, CaseFile) -> Option<EntryForm>,
    ) {
        let Some((definition, case)) = self.case_on_screen() else {
            return;
        };
        let Some(mut form) = make(self, &definition, (*case).clone()) else {
            return;
        };
        if let Some(date) = form.too_late_for(&definition) {
            let language = self.model.language;
            let date = [("date", language.date(date).into())];
            let text = language.say("ladder-closed", &date);
            self.model.tell(text, Tone::Warn);
            return;
        }
        if let Some(open) = self.entry.as_mut().filter(|open| open.is_like(&form)) {
            open.sheet.take_focus = true;
            return;
        }
        self.leave_entry();
        match self.draft_like(&form) {
            Some(draft) => self.resume(&draft),
            None => {
                form.sheet.take_focus = true;
                self.entry = Some(form);
            }
        }
    }

    /// A conversation, with what happens next.
    pub(super) fn contact(&mut self) {
        self.open_entry(|desk, definition, case| {
            let kind = everyday_kind(definition)?;
            Some(EntryForm::new(case, kind, desk.model.clock.wall()))
        });
    }

    /// An entry of this kind.
    pub(super) fn enter(&mut self, kind: &str) {
        self.open_entry(|desk, definition, case| {
            let kind = definition.entry_kind(kind)?;
            Some(EntryForm::new(case, kind, desk.model.clock.wall()))
        });
    }

    /// The next step of the ladder, by the steps that were taken.
    pub(super) fn next_step(&mut self) {
        self.open_entry(|desk, definition, case| {
            let Some(ladder) = &definition.ladder else {
                let text = desk.model.text("ladder-none");
                desk.model.tell(text, Tone::Quiet);
                return None;
            };
            let dossier = desk.model.dossier(&case.register, case.key)?;
            let steps = dossier.entries.iter().map(|entry| &entry.state);
            let steps = steps.filter(|step| step.kind == ladder.entry && !step.withdrawn);
            let taken = steps.filter_map(|step| match step.values.get(&ladder.measure) {
                Some(Value::Choice(measure)) => Some(measure.as_str()),
                _ => None,
            });
            let Some(rung) = ladder.next(taken) else {
                let text = desk.model.text("ladder-at-its-end");
                desk.model.tell(text, Tone::Quiet);
                // Any other step can still be chosen.
                let kind: &EntryKind = definition.entry_kind(&ladder.entry)?;
                return Some(EntryForm::new(case, kind, desk.model.clock.wall()));
            };
            let (now, language) = (desk.model.clock.wall(), desk.model.language);
            EntryForm::next_step(case, definition, rung, now, language)
        });
    }

    /// Does what is wanted of an item of the story.
    pub(super) fn fulfil(&mut self) {
        match self.panel.tie.take() {
            Some(TieWish::Untie(entry, home, what)) => {
                self.panel.withdrawal = Some(Withdrawal::of(*entry, home, what));
            }
            Some(TieWish::Tie(other)) => {
                if let Some((_, case)) = self.case_on_screen() {
                    self.tie((*case).clone(), *other, None);
                }
            }
            None => {}
        }
        let Some((wanted, item)) = self.panel.wish.take() else {
            return;
        };
        if let (Wanted::Undo, Some(action)) = (wanted, &item.action)
            && let Some((definition, _)) = self.case_on_screen()
        {
            self.undo_action(definition.id.clone(), action.clone(), item.title);
            return;
        }
        let Some(entry) = item.entry else { return };
        match wanted {
            Wanted::Undo => {}
            Wanted::Open if item.leads_to.is_some() => self.model.open_case = item.leads_to,
            Wanted::Open => self.look_at(&entry),
            Wanted::SaveAs => self.keep_elsewhere(&entry),
            Wanted::Edit => self.open_entry(|_, _, case| Some(EntryForm::of_entry(case, entry))),
            Wanted::Withdraw => {
                let home = self.case_on_screen();
                if let Some((definition, _)) = home {
                    let home = item.home.unwrap_or_else(|| definition.id.clone());
                    self.panel.withdrawal = Some(Withdrawal::of(entry, home, item.title));
                }
            }
        }
    }

    /// Whether something is being taken back in the case that is on the screen.
    pub(super) fn withdrawal_on_screen(&mut self) -> bool {
        self.panel.withdrawal.is_some() && self.case_on_screen().is_some()
    }

    /// Takes back what was asked for, with the reason that was typed.
    pub(super) fn save_withdrawal(&mut self) {
        let operation = self.model.operation();
        let language = self.model.language;
        let Some(withdrawal) = self
            .panel
            .withdrawal
            .as_mut()
            .filter(|asked| asked.saving.is_none())
        else {
            return;
        };
        if let Some(operation) = withdrawal.write(operation, language) {
            withdrawal.saving = Some(operation.id.clone());
            let register = withdrawal.home.clone();
            self.model.ask(Request::Record(register, operation));
        }
    }

    /// Nothing is taken back after all.
    pub(super) fn leave_withdrawal(&mut self) {
        self.panel.withdrawal = None;
        self.panel.story.take_focus = true;
    }

    /// Stores the entry that is being typed.
    pub(super) fn save_entry(&mut self) {
        // What is refused, or cut off, is still there to be put right.
        self.keep_now(WHENEVER);
        let Some(form) = self.entry.as_mut().filter(|form| !form.is_saving()) else {
            return;
        };
        let register = form.case.register.clone();
        let vault = self.model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(&register)) else {
            return;
        };
        let (now, language) = (self.model.clock.wall(), self.model.language);
        let operation = Operation {
            draft: Some(form.keeping.draft.clone()),
            ..self.model.operation()
        };
        if let Some(operation) = form.write(&definition, operation, now, language) {
            form.saving = Some(operation.id.clone());
            self.model.ask(Request::Record(register, operation));
        }
    }

    /// Leaves the entry that is being typed: it waits as a draft.
    pub(super) fn leave_entry(&mut self) {
        self.keep_now(WHENEVER);
        if let Some(form) = self.entry.take()
            && form.sheet.touched
            && !form.is_saving()
        {
            let text = self.model.text("form-waits");
            self.model.tell(text, Tone::Quiet);
        }
    }

    /// Closes the entry that is on the screen, and gives the keyboard back to the case.
    pub(super) fn close_entry(&mut self) {
        self.leave_entry();
        self.panel.story.take_focus = true;
    }

    /// Whoever went on to another case or screen left what was being typed in this one.
    pub(super) fn leave_entry_out_of_sight(&mut self) {
        if self.entry.is_some() && !self.entry_on_screen() && self.model.open_case.is_none() {
            self.leave_entry();
        }
    }

    /// Whether what was stored is the entry that was being typed; then it is gone, and the keyboard back in the case.
    pub(super) fn entry_recorded(&mut self, operation: &str) -> bool {
        let ours = |form: &&EntryForm| form.saving.as_deref() == Some(operation);
        let taken_back = |asked: &&Withdrawal| asked.saving.as_deref() == Some(operation);
        if let Some(asked) = self.panel.withdrawal.as_ref().filter(taken_back) {
            // A tie may stand in another register; it is gone from this end as well.
            if let Some((register, key)) = self
                .panel
                .case()
                .filter(|(register, _)| asked.home != *register)
            {
                self.model.ask(Request::Dossier(register, key));
            }
            self.leave_withdrawal();
            let text = self.model.text("story-taken-back");
            self.model.tell(text, Tone::Ok);
            return true;
        }
        let Some(form) = self.entry.as_ref().filter(ours) else {
            return false;
        };
        let number = form.case.number.clone();
        if self.entry_on_screen() {
            self.panel.story.take_focus = true;
        }
        self.entry = None;
        let text = self
            .model
            .language
            .say("case-saved", &[("number", number.as_str().into())]);
        self.model.tell(text, Tone::Ok);
        true
    }

    /// Says that a document or a tie was stored.
    pub(super) fn tell_of_entry(&mut self, register: &str, recorded: &Recorded) -> bool {
        let mut entries = recorded.entries.iter().map(|entry| &entry.state);
        let told = entries
            .find(|state| !state.withdrawn && [ATTACHMENT, LINK].contains(&state.kind.as_str()));
        let Some(state) = told else {
            return false;
        };
        let vault = self.model.vault.as_ref();
        let definition = vault.and_then(|vault| vault.definition(register));
        let name = definition.as_ref();
        let name = name.and_then(|definition| definition.text_in(state, FieldRole::FileName));
        let text = match name {
            Some(name) => {
                // A table is usually imported; that it became an attachment is not to go unnoticed.
                let id = match is_table(name) {
                    true => "document-instead-of-import",
                    false => "document-attached",
                };
                self.model.language.say(id, &[("file", name.into())])
            }
            None => self.model.text("tie-stored"),
        };
        self.model.tell(text, Tone::Ok);
        true
    }

    /// The entry that was being stored is given back; returns whether the screen says itself what is the matter.
    pub(super) fn entry_refused(&mut self, operation: &str, error: Option<&StoreError>) -> bool {
        let ours = |saving: &mut String| saving == operation;
        if let Some(asked) = &mut self.panel.withdrawal {
            asked.saving.take_if(ours);
        }
        let shown = self.entry_on_screen();
        let Some(form) = &mut self.entry else {
            return false;
        };
        if form.saving.take_if(ours).is_none() {
            return false;
        }
        let register = form.case.register.clone();
        match error {
            Some(StoreError::Conflict { stored, .. }) if stored.key == form.case.key => {
                let vault = self.model.vault.as_ref();
                if let Some(definition) = vault.and_then(|vault| vault.definition(&register)) {
                    form.rebase(&definition, (**stored).clone());
                    return shown;
                }
            }
            Some(StoreError::EntryConflict { .. }) => {
                form.overtaken = true;
                let key = form.case.key;
                self.model.ask(Request::Dossier(register, key));
                return shown;
            }
            _ => {}
        }
        false
    }
}
