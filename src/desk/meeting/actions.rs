//! What the desk does in a case meeting: begin it, go from case to case, store what is decided, put it on paper.

use crate::desk::app::desk::Desk;
use crate::desk::app::drafts::WHENEVER;
use crate::desk::backend::worker::Request;
use crate::desk::kit::widgets::Tone;
use crate::desk::meeting::discussion::{MeetingPage, decision};
use crate::desk::meeting::page::meeting_ui;
use crate::desk::state::route::Route;
use crate::desk::transfer::paper_dialog::PaperDialog;
use crate::store::{Operation, Recorded};

impl Desk {
    /// A meeting about the cases of the list that is on the screen, or those of them that are chosen. One in which something is typed goes on first.
    pub fn begin_meeting(&mut self) {
        if self.show_waiting_decision() {
            return;
        }
        let Some(definition) = self.register() else {
            return;
        };
        if self.form.is_some() || self.import.is_some() {
            return;
        }
        let columns = self
            .model
            .vault
            .as_ref()
            .and_then(|vault| vault.columns(&definition.id));
        let (Some(list), Some(columns)) = (self.lists.get(&definition.id), columns) else {
            return;
        };
        if decision(&definition).is_none() {
            let text = self.model.text("meeting-no-decisions");
            self.model.notify(text, Tone::Warn);
            return;
        }
        let cases = list.meant(&columns);
        let day = self.model.clock.today();
        if let Some(meeting) = MeetingPage::about(definition.id.clone(), cases, day) {
            self.meeting = Some(meeting);
            self.resume_meeting();
        }
    }

    /// Goes back to the meeting that goes on.
    pub fn resume_meeting(&mut self) {
        let Some(meeting) = &mut self.meeting else {
            return;
        };
        meeting.show = true;
        meeting.take_focus();
        self.go(Route::Meeting);
        self.count_meeting();
    }

    /// Leaves the meeting for its list; it goes on when the user comes back.
    pub fn leave_meeting(&mut self) {
        if let Some(meeting) = &self.meeting {
            let register = meeting.register.clone();
            self.go(Route::Register(register));
        }
    }

    /// Ends the meeting, unless something is typed that is not stored.
    pub fn end_meeting(&mut self) {
        if self.show_waiting_decision() {
            return;
        }
        self.leave_meeting();
        self.meeting = None;
        self.count_meeting();
    }

    /// Shows a decision that is typed and not stored, if there is one, and says so.
    pub fn show_waiting_decision(&mut self) -> bool {
        let Some(meeting) = &mut self.meeting else {
            return false;
        };
        let Some(at) = meeting.first_typed() else {
            return false;
        };
        meeting.go_to(at);
        self.resume_meeting();
        let text = self.model.text("meeting-waits");
        self.model.notify(text, Tone::Warn);
        true
    }

    /// Goes this many cases on, or back; what is typed stays.
    pub fn discuss(&mut self, step: isize) {
        if let Some(meeting) = &mut self.meeting {
            let at = meeting.at.saturating_add_signed(step);
            meeting.go_to(at);
        }
    }

    /// Stores what is decided about the case that is discussed, and goes on to the next one without waiting for it.
    pub fn decide(&mut self) {
        // What is refused, or cut off, is still there to be put right.
        self.keep_now(WHENEVER);
        let (language, now) = (self.model.language, self.model.clock.wall());
        let operation = self.model.operation();
        let Some(meeting) = &mut self.meeting else {
            return;
        };
        let vault = self.model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(&meeting.register)) else {
            return;
        };
        let Some(form) = meeting.current_form().filter(|form| !form.is_saving()) else {
            return;
        };
        if let Some(operation) = form.write(&definition, operation, now, language) {
            form.saving = Some(operation.id.clone());
            let draft = Some(form.autosave.draft.clone());
            let operation = Operation { draft, ..operation };
            self.model
                .ask(Request::Record(definition.id.clone(), operation));
            meeting.go_on();
        }
    }

    /// Whether this is what was decided in the meeting; then the next case is on.
    pub fn decided(&mut self, operation: &str, recorded: &Recorded) -> bool {
        let Some(meeting) = &mut self.meeting else {
            return false;
        };
        let Some(case) = meeting.stored_by(operation) else {
            return false;
        };
        meeting.stored(case);
        if let Some(vault) = &mut self.model.vault {
            vault.fetched(recorded.cases.clone());
        }
        let (handled, all) = (meeting.handled.len(), meeting.cases.len());
        let counts = [
            ("handled", (handled as i64).into()),
            ("all", (all as i64).into()),
        ];
        let text = self.model.language.say("meeting-stored", &counts);
        self.model.notify(text, Tone::Ok);
        self.count_meeting();
        true
    }

    fn count_meeting(&mut self) {
        let meeting = self.meeting.as_ref();
        self.model.meeting = meeting.map(|meeting| (meeting.handled.len(), meeting.cases.len()));
    }

    /// The page of the meeting.
    pub fn meeting_page_ui(&mut self, ui: &mut egui::Ui) {
        let Some(meeting) = &mut self.meeting else {
            return;
        };
        let vault = self.model.vault.as_ref();
        if let Some(definition) = vault.and_then(|vault| vault.definition(&meeting.register)) {
            meeting_ui(ui, meeting, &mut self.model, &definition);
        }
    }

    /// Asks how the meeting is to be put on paper.
    pub fn meeting_on_paper(&mut self) {
        let Some(meeting) = &self.meeting else {
            return;
        };
        self.paper = Some(PaperDialog::of_meeting(
            meeting.register.clone(),
            meeting.cases.clone(),
            meeting.day,
            !meeting.handled.is_empty(),
            self.settings.folder.as_deref(),
            self.model.language,
        ));
    }

    /// Asks how the case that is selected is to be put on paper.
    pub fn case_on_paper(&mut self) {
        let Route::Register(register) = self.place.clone() else {
            return;
        };
        if self.form.is_some() || self.import.is_some() {
            return;
        }
        let Some(key) = self.lists.get(&register).and_then(|list| list.selected) else {
            return;
        };
        let vault = self.model.vault.as_mut();
        if let Some(case) = vault.and_then(|vault| vault.case(&register, key)) {
            self.paper = Some(PaperDialog::summary(
                register,
                key,
                &case.number,
                self.settings.folder.as_deref(),
            ));
        }
    }
}
