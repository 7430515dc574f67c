//! The commands that mean something on the screens, each with what it does.

use super::screens::Session;
use crate::desk::backend::task_order::TaskId;
use crate::desk::command::Command;
use crate::desk::form::case_form::state::Purpose;
use crate::desk::frame::top_bar::TypedDate;
use crate::desk::list::case_list::CaseList;
use crate::desk::manage::items::ItemAction;
use crate::desk::state::model::Model;
use crate::desk::state::reference_date::ReferenceDate;
use crate::desk::state::route::Route;
use crate::desk::transfer::import_page::ImportPage;
use crate::desk::work::task_actions::set_done;
use crate::figures::Columns;

impl Session {
    /// Runs a command, where it means something on the screens.
    pub fn run(&mut self, command: Command, model: &mut Model) {
        self.run_screen(command, model)
            .and_then(|command| self.run_list(command, model))
            .and_then(|command| self.run_case(command, model))
            .and_then(|command| self.run_page(command, model));
    }

    /// Runs what goes to a screen or another date, and what is undone. Gives back any other command.
    fn run_screen(&mut self, command: Command, model: &mut Model) -> Option<Command> {
        match command {
            Command::Register(id) => self.go(Route::Register(id), model),
            Command::Overview => self.go(Route::Overview, model),
            Command::Figures => self.open_figures(model),
            Command::OpenFigure((register, table)) => {
                self.open_table(&register, table.as_deref(), model);
            }
            Command::Work => self.go(Route::Work, model),
            Command::Indicators => self.go(Route::Indicators, model),
            Command::Indicator(id) => self.open_indicator(&id, model),
            Command::Finances => self.go(Route::Finances, model),
            Command::Manage => self.open_manage(model),
            Command::Meeting => self.begin_meeting(model),
            Command::ResumeMeeting => self.resume_meeting(model),
            Command::EndMeeting => self.end_meeting(model),
            Command::PreviousPeriod => refer(model, ReferenceDate::previous),
            Command::NextPeriod => refer(model, ReferenceDate::next),
            Command::Today => refer(model, |reference| ReferenceDate {
                date: reference.today,
                ..reference
            }),
            Command::Period(step) => refer(model, |reference| ReferenceDate { step, ..reference }),
            Command::ChooseDate => {
                let date = model.vault.as_ref().map(|vault| vault.reference.date);
                self.typed_date = date.map(|date| TypedDate::new(model.language.date(date)));
            }
            Command::Undo => self.undo.undo(model),
            Command::Redo => self.undo.redo(model),
            Command::CopyTable => self.copy_table(model),
            Command::CopyChart => self.copy_chart(model),
            command => return Some(command),
        }
        None
    }

    /// Runs what is about the list or the figure on the screen. Gives back any other command.
    fn run_list(&mut self, command: Command, model: &mut Model) -> Option<Command> {
        match command {
            Command::ChooseCase => self.choose(CaseList::toggle_current, model),
            Command::ChooseAll => self.choose(CaseList::select_all, model),
            Command::Views => self.views.open_menu = self.viewed().is_some(),
            Command::OpenView(id) => self.show_view(&id, model),
            Command::StandardView => self.leave_view(model),
            Command::ShareView => self.share_view(model),
            Command::DeleteView => self.delete_view(model),
            Command::RestoreView => self.views.restore(model),
            Command::Import => self.begin_import(model),
            Command::EnterMany => self.enter_many(model),
            command => return Some(command),
        }
        None
    }

    /// Runs what is about a case or what is typed. Gives back any other command.
    fn run_case(&mut self, command: Command, model: &mut Model) -> Option<Command> {
        match command {
            Command::NewCase => self.new_case(model),
            Command::EditCase => self.edit_case(Purpose::Change, model),
            Command::FinishCase => self.edit_case(Purpose::Finish, model),
            Command::ReopenCase => self.edit_case(Purpose::Reopen, model),
            Command::Contact => self.contact(model),
            Command::NextStep => self.next_step(model),
            Command::Enter(kind) => self.enter(&kind, model),
            Command::Attach => {
                if let Some((definition, case)) = self.case(model) {
                    self.panel.attach(&definition.id, case.key);
                }
            }
            Command::CaseMenu => self.panel.open_menu = self.case(model).is_some(),
            Command::Timeline => self.panel.timeline.take_focus = self.case(model).is_some(),
            Command::Save => self.save(model),
            Command::Close => self.close(model),
            Command::Discard => self.discard(model),
            Command::Resume(id) => self.resume(&id, model),
            Command::DropDraft(id) => self.drop_draft(&id, model),
            Command::RestoreDraft => self.forms.restore(model),
            Command::AddReport(case) => self.add_report(case, model),
            Command::ShowDetails => {
                if let Some(form) = &mut self.forms.case {
                    form.show_details(model);
                }
            }
            command => return Some(command),
        }
        None
    }

    /// Runs what is about one of the other screens. Gives back any other command.
    fn run_page(&mut self, command: Command, model: &mut Model) -> Option<Command> {
        match command {
            Command::TaskDone => {
                if let Some(task) = self.task(model).filter(|_| !self.is_covered()) {
                    self.set_done(&task, model);
                }
            }
            Command::TypeYear => self.indicators.begin_typing(model),
            Command::ManyYears => self.indicators.show_many_years(),
            Command::Districts => self.indicators.show_districts(),
            Command::NextCase => self.discuss(1),
            Command::PreviousCase => self.discuss(-1),
            Command::NewItem => {
                if self.route != Route::Manage {
                    self.open_manage(model);
                }
                self.manage.begin_new();
            }
            Command::EditItem => self.manage.edit_selected(model),
            Command::ItemUp => self.manage.act_on_selected(&ItemAction::Up, model),
            Command::ItemDown => self.manage.act_on_selected(&ItemAction::Down, model),
            Command::RemoveItem => self.manage.act_on_selected(&ItemAction::Remove, model),
            Command::RetireItem => self.manage.toggle_retired(model),
            command => return Some(command),
        }
        None
    }

    /// Says that a task is done.
    pub fn set_done(&mut self, task: &TaskId, model: &mut Model) {
        if set_done(task.clone(), model) && self.route == Route::Work {
            self.work.leave(task);
        }
    }

    fn discuss(&mut self, step: isize) {
        if let Some(meeting) = &mut self.meeting {
            let at = meeting.at.saturating_add_signed(step);
            meeting.go_to(at);
        }
    }

    /// Chooses cases of the list that is on the screen.
    fn choose(&mut self, how: impl FnOnce(&mut CaseList, &Columns), model: &Model) {
        let definition = self.register(model);
        let vault = model.vault.as_ref().zip(definition);
        let columns = vault.and_then(|(vault, definition)| vault.columns(&definition.id));
        if let Some((list, columns)) = self.list().zip(columns) {
            how(list, &columns);
        }
    }

    fn begin_import(&mut self, model: &mut Model) {
        self.leave_import(model);
        if self.route == Route::Indicators {
            self.import = Some(ImportPage::of_indicators());
        } else if let Some(definition) = self.register(model) {
            self.go(Route::Register(definition.id.clone()), model);
            let left = self.left_import.take();
            let left = left.filter(|import| import.is_of(&definition.id));
            let new = || ImportPage::of_register(&definition.id);
            self.import = Some(left.unwrap_or_else(new));
        }
    }
}

impl Session {
    /// Leaves the import, or goes a step back in it. What was decided about a file that is not imported yet is kept.
    pub(super) fn close_import(&mut self, model: &mut Model) {
        if !self.import.as_mut().is_some_and(ImportPage::close) {
            return;
        }
        self.left_import = self.import.take_if(|import| import.goes_on());
        self.leave_import(model);
        self.take_keyboard(model);
    }
}

/// Moves the reference date.
fn refer(model: &mut Model, change: impl FnOnce(ReferenceDate) -> ReferenceDate) {
    if let Some(vault) = &mut model.vault {
        vault.reference = change(vault.reference);
    }
}
