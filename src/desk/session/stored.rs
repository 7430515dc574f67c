//! What was typed or done on the screens is stored: it is said, and shown where the user is.

use super::screens::Session;
use crate::desk::backend::protocol::RequestId;
use crate::desk::case::document_names::is_table;
use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::state::route::Route;
use crate::desk::transfer::import_page::ImportPage;
use crate::register::{ATTACHMENT, CaseFile, CaseKey, FieldRole, LINK};
use crate::store::Recorded;

impl Session {
    /// A step was undone, or done again.
    pub fn on_undone(&mut self, recorded: &Recorded, model: &mut Model) {
        let Some((register, operation)) = self.undo.on_recorded(recorded, model) else {
            return;
        };
        self.follow(&register, recorded, model);
        if let Some(import) = self.import.as_mut().and_then(ImportPage::cases) {
            import.on_undone(&operation, recorded.action.as_deref());
        }
        if let Some(grid) = self.grid_mut() {
            grid.on_undone(&operation, recorded.action.as_deref());
        }
    }

    /// What was decided about a case is stored; then the next case is on.
    pub fn on_decided(&mut self, case: CaseKey, recorded: Recorded, model: &mut Model) {
        if let Some(vault) = &mut model.vault {
            vault.on_cases(recorded.cases);
        }
        let Some(meeting) = &mut self.meeting else {
            return;
        };
        meeting.on_stored(case);
        let (handled, all) = meeting.progress();
        let counts = [
            ("handled", (handled as i64).into()),
            ("all", (all as i64).into()),
        ];
        let text = model.language.say("meeting-stored", &counts);
        model.notify(text, Tone::Ok);
    }

    /// What was typed in a form is stored: the form is gone with its draft.
    pub fn on_form_stored(
        &mut self,
        pending: Option<&Pending>,
        id: RequestId,
        register: &str,
        recorded: Recorded,
        model: &mut Model,
    ) {
        let on_screen = self.panel_form_on_screen(model);
        let told = match pending {
            Some(Pending::CaseForm) => {
                let ours = |form: &mut CaseForm| form.saving == Some(id);
                return match self.forms.case.take_if(ours).map(|form| form.purpose) {
                    Some(Purpose::New) => self.on_case_stored(register, recorded, true, model),
                    Some(purpose) => self.on_case_changed(register, purpose, recorded, model),
                    None => self.on_case_stored(register, recorded, false, model),
                };
            }
            Some(Pending::Entry) => self.on_entry_stored(id, recorded.opened.as_deref(), model),
            Some(Pending::Withdrawal) => self.panel.on_withdrawn(id, model),
            Some(Pending::Document) => {
                self.panel.on_attached(id, on_screen);
                notify_attached(register, &recorded, model)
            }
            _ => notify_attached(register, &recorded, model),
        };
        match told {
            true => {
                if let Some(vault) = &mut model.vault {
                    vault.on_cases(recorded.cases);
                }
            }
            false => self.on_case_stored(register, recorded, false, model),
        }
    }

    /// A case that was changed, closed or opened again in its form is stored. The list keeps its filters and its place:
    /// once a case is closed the next one is selected; any other stays open, also where the filters leave it out now.
    fn on_case_changed(
        &mut self,
        register: &str,
        purpose: Purpose,
        recorded: Recorded,
        model: &mut Model,
    ) {
        let Some(case) = recorded.cases.first() else {
            return;
        };
        // Going back takes away what was said on the screen that is left.
        self.leave_form_for(model);
        let closed = purpose == Purpose::Finish;
        let key = case.key;
        let number = [("number", case.number.as_str().into())];
        let said = if closed { "case-closed" } else { "case-saved" };
        let text = model.language.say(said, &number);
        model.notify(text, Tone::Ok);
        let today = model.clock.today();
        let Some(vault) = &mut model.vault else {
            return;
        };
        vault.on_cases(recorded.cases);
        let Some(list) = self.lists.get_mut(register) else {
            return;
        };
        if closed {
            list.go_to_successor(vault, register, today);
        } else {
            list.selected = Some(key);
            list.show_selected(vault, register, today);
            list.take_focus = true;
        }
    }

    /// A case is stored: it is selected in its list, unless the user went on to something else meanwhile.
    pub fn on_case_stored(
        &mut self,
        register: &str,
        recorded: Recorded,
        was_form: bool,
        model: &mut Model,
    ) {
        let Some(case) = recorded.cases.first() else {
            return;
        };
        let key = case.key;
        let number = [("number", case.number.as_str().into())];
        let text = model.language.say("case-saved", &number);
        model.notify(text, Tone::Ok);
        if let Some(vault) = &mut model.vault {
            vault.on_cases(recorded.cases);
        }
        let here = self.route == Route::Register(register.to_owned());
        if here && self.import.is_none() && (was_form || self.forms.case.is_none()) {
            let open = Action::OpenCase(register.to_owned(), key);
            model.actions.push(open);
        }
    }

    /// The entry that was being typed is stored: it is gone, and the keyboard is back in the case. The case that it opened in
    /// another register is said, and can be gone to. Says whether the entry was still open.
    pub fn on_entry_stored(
        &mut self,
        id: RequestId,
        opened: Option<&CaseFile>,
        model: &mut Model,
    ) -> bool {
        let on_screen = self.entry_on_screen();
        let ours = |form: &mut EntryForm| form.saving == Some(id);
        let Some(form) = self.forms.entry.take_if(ours) else {
            return false;
        };
        if on_screen {
            self.panel.timeline.take_focus = true;
        }
        let number = form.case.number.as_str();
        let Some(opened) = opened else {
            let text = model
                .language
                .say("case-saved", &[("number", number.into())]);
            model.notify(text, Tone::Ok);
            return true;
        };
        let said = match form.opens_new() {
            true => "entry-opened",
            false => "entry-linked",
        };
        let numbers = [
            ("number", number.into()),
            ("opened", opened.number.as_str().into()),
        ];
        let text = model.language.say(said, &numbers);
        model.notify(text, Tone::Ok);
        if let Some(message) = &mut model.message {
            message.case = Some(opened.clone());
        }
        true
    }
}

/// Says that a document or a link was stored. Says whether one was.
fn notify_attached(register: &str, recorded: &Recorded, model: &mut Model) -> bool {
    let mut entries = recorded.entries.iter().map(|entry| &entry.state);
    let stored =
        entries.find(|state| !state.withdrawn && [ATTACHMENT, LINK].contains(&state.kind.as_str()));
    let Some(state) = stored else {
        return false;
    };
    let vault = model.vault.as_ref();
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
            model.language.say(id, &[("file", name.into())])
        }
        None => model.text("link-stored"),
    };
    model.notify(text, Tone::Ok);
    true
}
