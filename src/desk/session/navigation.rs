//! Going from screen to screen, to a case, to a list, to a figure.

use std::sync::Arc;

use super::screens::Session;
use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::widgets::Tone;
use crate::desk::list::case_list::CaseList;
use crate::desk::meeting::discussion::MeetingPage;
use crate::desk::state::figure_spec::FigureSpec;
use crate::desk::state::list_spec::ListSpec;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
use crate::register::{CaseKey, Definition};
use crate::store::ViewKind;

impl Session {
    /// Goes to a screen. What is typed on the one that is left waits.
    pub fn go(&mut self, route: Route, model: &mut Model) {
        if self.route != route {
            self.form_from = None;
            self.forms.leave_case(model);
            self.leave_import(model);
            // What was said belongs to the screen it was said on; what can still be undone stays within reach.
            model.message.take_if(|message| message.offer.is_none());
        }
        self.route = route;
        self.take_keyboard(model);
    }

    /// Opens a case in its list, whatever the list was showing.
    pub fn open_case(&mut self, register: &str, key: CaseKey, model: &mut Model) {
        self.go(Route::Register(register.to_owned()), model);
        self.select(register, key, model);
        self.recent.opened(register, key);
        if self.entry_on_screen() {
            self.take_keyboard(model);
        }
    }

    /// Selects a case in its list.
    fn select(&mut self, register: &str, key: CaseKey, model: &mut Model) {
        let today = model.clock.today();
        let Some(vault) = &model.vault else { return };
        let Some(definition) = vault.definition(register) else {
            return;
        };
        let list = self
            .lists
            .entry(register.to_owned())
            .or_insert_with(|| CaseList::new(&definition));
        list.selected = Some(key);
        list.take_focus = true;
        if !list.show_selected(vault, register, today) {
            *list = CaseList::with_every_case(&definition, key);
            list.show_selected(vault, register, today);
        }
        self.forms.leave_case(model);
        self.leave_import(model);
    }

    /// Shows the list of a register like this.
    pub fn open_list(&mut self, register: String, spec: ListSpec, model: &mut Model) {
        if !matches!(self.route, Route::Register(_)) {
            self.opened_from = self.route.clone();
        }
        self.lists
            .insert(register.clone(), CaseList::with_spec(spec));
        self.go(Route::Register(register), model);
    }

    /// Makes the list of a register by this specification; the case that is open beside it stays open, and in sight.
    pub fn arrange_list(&mut self, register: &str, spec: ListSpec, model: &Model) {
        let (Some(list), Some(vault)) = (self.lists.get_mut(register), &model.vault) else {
            return;
        };
        list.spec = spec;
        list.take_focus = true;
        list.show_selected(vault, register, model.clock.today());
    }

    /// Goes to the figures: those of the register that is on the screen, or those that were looked at last.
    pub fn open_figures(&mut self, model: &mut Model) {
        if self.figures.is_none() || matches!(self.route, Route::Register(_)) {
            self.show_figures(model);
        }
        self.go(Route::Figures, model);
    }

    /// The figures of the register that is on the screen, or of the first one.
    pub fn show_figures(&mut self, model: &Model) {
        let first = || {
            let vault = model.vault.as_ref()?;
            vault.registers.all().first().cloned()
        };
        let definition: Option<Arc<Definition>> = self.register(model).or_else(first);
        let Some(definition) = definition else { return };
        let figures = self.figures.as_ref();
        if figures.is_none_or(|figures| figures.register != definition.id) {
            self.figures = Some(FiguresPage::new(&definition));
        }
    }

    /// Goes to a standard table of a register, or to its first figure.
    pub fn open_table(&mut self, register: &str, table: Option<&str>, model: &mut Model) {
        let vault = model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(register)) else {
            return;
        };
        let mut tables = definition.tables.iter();
        let table = tables.find(|known| Some(known.id.as_str()) == table);
        let spec = match table {
            Some(table) => FigureSpec::of_table(&definition, table),
            None => FigureSpec::new(&definition),
        };
        self.figures = Some(FiguresPage::with_spec(register, spec));
        self.views.close(&(ViewKind::Figure, register.to_owned()));
        self.go(Route::Figures, model);
    }

    /// Goes to an indicator.
    pub fn open_indicator(&mut self, id: &str, model: &mut Model) {
        self.go(Route::Indicators, model);
        self.indicators.select(id);
    }

    /// Goes to the lists and definitions.
    pub fn open_manage(&mut self, model: &mut Model) {
        self.go(Route::Manage, model);
        self.manage.begin(model);
    }

    /// Goes back to the meeting that goes on.
    pub fn resume_meeting(&mut self, model: &mut Model) {
        let Some(meeting) = &mut self.meeting else {
            return;
        };
        meeting.show = true;
        meeting.take_focus();
        self.go(Route::Meeting, model);
    }

    /// Leaves the meeting for its list; it goes on when the user comes back.
    pub fn leave_meeting(&mut self, model: &mut Model) {
        if let Some(meeting) = &self.meeting {
            let register = meeting.register.clone();
            self.go(Route::Register(register), model);
        }
    }

    /// A meeting about the cases of the list that is on the screen, or those of them that are chosen. One in which
    /// something is typed goes on first.
    pub fn begin_meeting(&mut self, model: &mut Model) {
        if self.show_waiting_decision(model) {
            return;
        }
        let Some(definition) = self.register(model).filter(|_| !self.is_covered()) else {
            return;
        };
        let vault = model.vault.as_ref();
        let columns = vault.and_then(|vault| vault.columns(&definition.id));
        let (Some(list), Some(columns)) = (self.lists.get(&definition.id), columns) else {
            return;
        };
        if definition.decision_kind().is_none() {
            let text = model.text("meeting-no-decisions");
            model.notify(text, Tone::Warn);
            return;
        }
        let cases = list.selected_or_all(&columns);
        let day = model.clock.today();
        if let Some(meeting) = MeetingPage::about(definition.id.clone(), cases, day) {
            self.meeting = Some(meeting);
            self.resume_meeting(model);
        }
    }

    /// Ends the meeting, unless something is typed that is not stored.
    pub fn end_meeting(&mut self, model: &mut Model) {
        if !self.show_waiting_decision(model) {
            self.leave_meeting(model);
            self.meeting = None;
        }
    }

    /// Shows a decision that is typed and not stored, if there is one, and says so.
    pub fn show_waiting_decision(&mut self, model: &mut Model) -> bool {
        let Some(meeting) = &mut self.meeting else {
            return false;
        };
        let Some(at) = meeting.first_typed() else {
            return false;
        };
        meeting.go_to(at);
        self.resume_meeting(model);
        let text = model.text("meeting-waits");
        model.notify(text, Tone::Warn);
        true
    }
}
