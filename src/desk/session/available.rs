//! What can be done where the user is: a command that means nothing here is not offered, and its keys do nothing.

use super::screens::Session;
use crate::desk::command::{Command, Section};
use crate::desk::form::case_form::state::Purpose;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;

impl Session {
    /// The commands that mean something here, those of the case that is on the screen first.
    pub fn available(&self, model: &mut Model) -> Vec<Command> {
        let today = model.clock.today();
        let case = self.case(model);
        let of_case = case.as_ref().map_or_else(Vec::new, |(definition, case)| {
            Command::of_case(definition, &case.state, today)
        });
        let Some(vault) = &model.vault else {
            return of_case;
        };
        let all = Command::all(&vault.registers).into_iter();
        let others = all.filter(|command| self.means_something(command, model));
        of_case.into_iter().chain(others).collect()
    }

    /// Whether a command that is about no case means something here.
    fn means_something(&self, command: &Command, model: &Model) -> bool {
        let meets = self.route == Route::Meeting;
        let has_list = self.list_route().is_some();
        let has_views = self.viewed().is_some();
        match command {
            // These are at hand already where they mean something.
            Command::Search | Command::Save | Command::Close => false,
            Command::NewCase | Command::EnterMany => self.register(model).is_some(),
            Command::Import => self.can_import(model),
            Command::TypeYear | Command::YearHistory | Command::ManyYears | Command::Districts => {
                self.shows_indicators()
            }
            Command::Filter => self.has_filters(),
            Command::ChooseCase | Command::ChooseAll | Command::ChangeMany | Command::Group => {
                has_list
            }
            Command::FinishMany => {
                has_list && self.register(model).is_some_and(|it| it.has_spells())
            }
            Command::Columns => has_list || self.grid().is_some(),
            Command::Gather => self.gathers_chosen(model),
            Command::Views | Command::SaveViewAs => has_views,
            Command::OpenWithView => has_list && self.open_view(model).is_some(),
            Command::StandardView => has_views && self.open_view(model).is_some(),
            Command::SaveView | Command::RenameView | Command::ShareView | Command::DeleteView => {
                has_views && self.own_view(model).is_some()
            }
            Command::RestoreView => self.views.can_restore(),
            Command::Meeting => self.can_meet(model),
            Command::Discard => self.forms.case.is_some() || self.entry_on_screen(),
            Command::RestoreDraft => self.forms.discarded().is_some(),
            Command::AddReport(_) | Command::ShowDetails => self.looks_up_address(),
            Command::CopyTable | Command::Export => self.can_export(model),
            Command::CopyChart => self.route == Route::Figures && self.can_export(model),
            Command::TaskDone | Command::PutOffTask => self.task(model).is_some(),
            Command::ResumeMeeting => self.meeting.is_some() && !meets,
            command if command.is_of_list() => self.route == Route::Manage,
            _ => match command.section() {
                Section::Case => false,
                Section::Meeting => meets,
                _ => true,
            },
        }
    }

    /// Whether what is on the screen can be filtered.
    pub fn has_filters(&self) -> bool {
        let filtered = matches!(self.route, Route::Register(_) | Route::Figures);
        filtered && !self.is_covered()
    }

    /// Whether cases are chosen together that can be gathered in another one; of the case that is open alone it is offered
    /// with the case.
    fn gathers_chosen(&self, model: &Model) -> bool {
        let chosen = self.list_route().and_then(|id| self.lists.get(id));
        let several = chosen.is_some_and(|list| !list.selection.is_empty());
        let leads = self
            .register(model)
            .is_some_and(|definition| definition.leads_to.is_some());
        several && leads && self.selected().is_none()
    }

    fn can_meet(&self, model: &Model) -> bool {
        let Route::Register(id) = &self.route else {
            return false;
        };
        let cases = self.lists.get(id).is_some_and(|list| !list.rows.is_empty());
        let register = self.register(model);
        cases && register.is_some_and(|definition| definition.decision_kind().is_some())
    }

    /// Whether a new case is being typed, or one more report that began as one.
    fn looks_up_address(&self) -> bool {
        let new = self.forms.case.as_ref();
        let entry = self.forms.entry.as_ref();
        new.is_some_and(|form| form.purpose == Purpose::New)
            || entry.is_some_and(|entry| entry.from_case)
    }

    /// Whether the keys of a command mean something where the user is.
    pub fn hears(&self, command: &Command) -> bool {
        let meets = self.route == Route::Meeting;
        let manages = self.route == Route::Manage;
        if command.is_of_list() {
            return manages;
        }
        if self.grid().is_some() && taken_by_grid(command) {
            return false;
        }
        match command {
            // Lists have these keys for what stands in them.
            Command::EditCase => !manages && !self.shows_indicators(),
            Command::NewCase | Command::EnterMany | Command::Contact | Command::Today => !manages,
            Command::TypeYear | Command::YearHistory | Command::ManyYears | Command::Districts => {
                self.shows_indicators()
            }
            Command::NextCase | Command::PreviousCase | Command::MeetingPaper => meets,
            Command::Summary | Command::Meeting => !meets,
            // A new case has them; the same key puts an entry of the timeline right.
            Command::AddReport(_) | Command::ShowDetails => self.looks_up_address(),
            _ => command.is_global(),
        }
    }
}

/// Whether the grid has the keys of this command for its own rows and cells.
fn taken_by_grid(command: &Command) -> bool {
    matches!(
        command,
        Command::ChooseDate | Command::Smaller | Command::Timeline | Command::CaseMenu
    )
}
