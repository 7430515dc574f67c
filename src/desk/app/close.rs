//! Leaving what is on top, and where the keyboard goes then.

use crate::desk::app::desk::Desk;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::list_spec::Scope;
use crate::desk::state::route::Route;

impl Desk {
    /// What closes gives the keyboard back to the form, the list or the table below it.
    pub fn give_back_keyboard(&mut self) {
        if self.import.is_some() {
            return;
        }
        match &self.place {
            Route::Register(_) if self.form.is_some() => {
                if let Some(form) = &mut self.form {
                    form.inputs.take_focus = true;
                }
            }
            Route::Register(_) if self.entry.is_some() => {
                if let Some(entry) = &mut self.entry {
                    entry.inputs.take_focus = true;
                }
            }
            Route::Register(id) => {
                let id = id.clone();
                let typing = self.entry_on_screen();
                if let Some(list) = self.lists.get_mut(&id) {
                    list.take_focus = !typing;
                }
                if let Some(form) = self.entry.as_mut().filter(|_| typing) {
                    form.inputs.take_focus = true;
                }
            }
            Route::Figures => {
                if let Some(figures) = &mut self.figures {
                    figures.take_focus = true;
                }
            }
            Route::Overview => self.overview.take_focus = true,
            Route::Work => self.work.take_focus = true,
            Route::Manage => self.manage.take_focus = true,
            Route::Indicators => self.indicators.give_keyboard(self.model.vault.as_ref()),
            Route::Finances => self.finances.take_focus = true,
            Route::Meeting => {
                if let Some(meeting) = &mut self.meeting {
                    meeting.take_focus();
                }
            }
        }
    }

    /// Leaves what is on top: the form, the import, the case, the figure behind a list.
    pub fn close(&mut self) {
        if self.import.take().is_some() {
            self.give_back_keyboard();
            return;
        }
        if self.place == Route::Meeting {
            self.leave_meeting();
            return;
        }
        if [Route::Work, Route::Overview, Route::Finances].contains(&self.place) {
            // There is nothing to leave, but Escape took the keyboard away all the same.
            self.give_back_keyboard();
            return;
        }
        let Some(definition) = self.register() else {
            return;
        };
        if let Some(form) = &self.form {
            let touched = form.inputs.touched;
            self.leave_form();
            self.give_back_keyboard();
            if touched {
                let text = self.model.text("form-waits");
                self.model.notify(text, Tone::Quiet);
            }
            return;
        }
        if matches!(self.place, Route::Figures) {
            if let Some(figures) = &mut self.figures {
                figures.close();
            }
            return;
        }
        if let Some(list) = self.lists.get_mut(&definition.id) {
            list.take_focus = true;
            if !list.selection.is_empty() {
                list.selection.clear();
            } else if list.selected.take().is_none() && matches!(list.spec.scope, Scope::Behind(..))
            {
                self.go(self.opened_on.clone());
            }
        }
    }
}
