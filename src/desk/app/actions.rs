//! The one place where what the user wants is carried out.

use egui::Context;

use super::desk::Desk;
use super::overlay::Overlay;
use super::session::Session;
use crate::desk::backend::import_job::ImportTarget;
use crate::desk::backend::task_order::TaskId;
use crate::desk::case::case_picker::{CasePicker, Purpose as Looking};
use crate::desk::command::Command;
use crate::desk::form::case_form::Purpose;
use crate::desk::form::gathering;
use crate::desk::frame::first_screen::FirstScreen;
use crate::desk::frame::help::state::Help;
use crate::desk::frame::palette::CommandPalette;
use crate::desk::frame::top_bar::TypedDate;
use crate::desk::kit::divider::{Panels, STEP};
use crate::desk::kit::widgets::Tone;
use crate::desk::list::bulk_change::BulkChange;
use crate::desk::list::case_list::CaseList;
use crate::desk::manage::items::ItemAction;
use crate::desk::parts::view_name_dialog::NameDialog;
use crate::desk::state::action::{Action, TaskAction};
use crate::desk::state::model::Model;
use crate::desk::state::reference_date::ReferenceDate;
use crate::desk::state::route::Route;
use crate::desk::state::settings::Settings;
use crate::desk::transfer::import_state::ImportPage;
use crate::desk::work::task_actions::{PutOff, set_done};
use crate::figures::Columns;
use crate::language::Language;

impl Desk {
    /// Carries out what was asked for during this frame, and what follows from that.
    pub(super) fn carry_out(&mut self, ctx: &Context) {
        loop {
            let actions = self.model.actions.take();
            if actions.is_empty() {
                return;
            }
            // What was asked for shows in the next frame; nothing else would draw it.
            ctx.request_repaint();
            for action in actions {
                self.carry_out_one(ctx, action);
            }
        }
    }

    fn carry_out_one(&mut self, ctx: &Context, action: Action) {
        let command = match action {
            Action::Command(command) => command,
            action => {
                if let Some(session) = &mut self.session {
                    session.carry_out(action, &mut self.overlay, &mut self.model);
                }
                return;
            }
        };
        let command = self.run_in_window(ctx, command);
        if let (Some(command), Some(session)) = (command, &mut self.session) {
            let (model, overlay) = (&mut self.model, &mut self.overlay);
            session
                .run_dialog(command, &self.settings, overlay, model)
                .and_then(|command| session.run_screen(command, model))
                .and_then(|command| session.run_list(command, model))
                .and_then(|command| session.run_case(command, model))
                .and_then(|command| session.run_page(command, model));
        }
    }

    /// Runs what concerns the window or its settings. Gives back any other command.
    fn run_in_window(&mut self, ctx: &Context, command: Command) -> Option<Command> {
        match command {
            Command::Theme => self.next_theme(ctx),
            Command::Language => self.other_language(),
            Command::Vaults => self.close_vault(),
            Command::WiderNavigation => self.set_panels(|panels| panels.navigation.widen(STEP)),
            Command::NarrowerNavigation => self.set_panels(|panels| panels.navigation.widen(-STEP)),
            Command::WiderCase => self.set_panels(|panels| panels.case.widen(STEP)),
            Command::NarrowerCase => self.set_panels(|panels| panels.case.widen(-STEP)),
            Command::UsualPanels => self.set_panels(|panels| {
                panels.navigation.reset();
                panels.case.reset();
            }),
            Command::OpenWithView => {
                if let Some(session) = &self.session {
                    session.open_with_view(&mut self.settings, &mut self.model);
                    self.save_settings();
                }
            }
            command => return Some(command),
        }
        None
    }

    /// Makes panels wider, narrower, or as they usually are.
    fn set_panels(&mut self, set: impl Fn(&mut Panels)) {
        set(&mut self.settings.panels);
        self.save_settings();
    }

    fn next_theme(&mut self, ctx: &Context) {
        self.settings.theme = self.settings.theme.next();
        ctx.set_theme(egui::ThemePreference::from(self.settings.theme));
        let text = self.model.text(self.settings.theme.text_id());
        self.model.notify(text, Tone::Quiet);
        self.save_settings();
    }

    fn other_language(&mut self) {
        let other = match self.model.language {
            Language::Dutch => Language::English,
            Language::English => Language::Dutch,
        };
        self.model.language = other;
        self.settings.language = Some(other);
        self.model.message = None;
        self.save_settings();
    }

    fn close_vault(&mut self) {
        if let Some(mut session) = self.session.take() {
            session.forms.leave_case(&mut self.model);
            session.forms.leave_entry(&mut self.model);
        }
        self.overlay = None;
        let folder = self.model.vault.take().map(|vault| vault.folder);
        self.first_screen = FirstScreen::new(folder.as_deref());
        self.model.message = None;
    }
}

impl Session {
    /// Carries out what is no command.
    fn carry_out(&mut self, action: Action, overlay: &mut Option<Overlay>, model: &mut Model) {
        match action {
            Action::Command(_) => {}
            Action::OpenCase(register, key) => self.open_case(register, key, model),
            Action::OpenList(register, spec) => self.open_list(register, *spec, model),
            Action::OpenWork(register) => {
                self.work.show_register(register);
                self.go(Route::Work, model);
            }
            Action::Task(task, TaskAction::Done) => self.set_done(task, model),
            Action::Task(task, TaskAction::PutOff) => put_off(task, overlay, model),
            Action::GatherInNew(case) => self.gather_in_new(&case, model),
            Action::Link(other) => {
                if let Some((_, case)) = self.case(model) {
                    gathering::link((*case).clone(), *other, None, model);
                }
            }
            Action::EditEntry(entry) => self.edit_entry(*entry, model),
            Action::OpenManual { chapter, section } => {
                let help = Help::at_section(&chapter, section);
                *overlay = Some(Overlay::Help(Box::new(help)));
            }
            Action::OpenDocument(entry) => {
                if let Some((register, _)) = self.selected() {
                    self.documents.open(&register, &entry, model);
                }
            }
            Action::UndoOperation {
                register,
                operation,
                what,
            } => self.undo.undo_operation(register, operation, what, model),
        }
    }

    /// Runs what opens a dialog. Gives back any other command.
    fn run_dialog(
        &mut self,
        command: Command,
        settings: &Settings,
        overlay: &mut Option<Overlay>,
        model: &mut Model,
    ) -> Option<Command> {
        let dialog = match command {
            Command::Search => Some(Overlay::Palette(CommandPalette::default())),
            Command::Help => {
                let help = Help::about(self.help_subject());
                Some(Overlay::Help(Box::new(help)))
            }
            Command::Filter => self
                .has_filters()
                .then(|| Overlay::Filter(Default::default())),
            Command::Group => self.list().map(|_| Overlay::Group(Default::default())),
            Command::Columns => self.list().map(|_| Overlay::Columns(Default::default())),
            Command::ChangeMany => self.bulk_change(model).map(Overlay::BulkChange),
            Command::Tie => self.case_picker(Looking::Link, model),
            Command::Merge => self.case_picker(Looking::Merge, model),
            Command::Gather => self.case_picker(Looking::Gather, model),
            Command::CopyText => self.case_picker(Looking::Text, model),
            Command::SaveView => named(self.save_view(model)),
            Command::SaveViewAs => named(self.name_view(true, model)),
            Command::RenameView => named(self.name_view(false, model)),
            Command::Export => {
                let dialog = self.export_dialog(settings, model).map(Box::new);
                dialog.map(Overlay::Export)
            }
            Command::MeetingPaper => {
                let dialog = self.meeting_paper(settings, model).map(Box::new);
                dialog.map(Overlay::Paper)
            }
            Command::Summary => {
                let dialog = self.case_paper(settings, model).map(Box::new);
                dialog.map(Overlay::Paper)
            }
            Command::MergeItem => self.manage.choice_merge().map(Overlay::ChoiceMerge),
            Command::ListHistory => {
                let dialog = self.manage.history(model).map(Box::new);
                dialog.map(Overlay::Editions)
            }
            Command::YearHistory => {
                let dialog = self.indicators.history(model).map(Box::new);
                dialog.map(Overlay::YearHistory)
            }
            Command::PutOffTask => {
                if let Some(task) = self.task(model).filter(|_| !self.is_covered()) {
                    put_off(task, overlay, model);
                }
                None
            }
            command => return Some(command),
        };
        if let Some(dialog) = dialog {
            *overlay = Some(dialog);
        }
        None
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
            Command::ChooseCase => self.choose(CaseList::choose_here, model),
            Command::ChooseAll => self.choose(CaseList::choose_all, model),
            Command::Views => self.views.open_menu = self.viewed().is_some(),
            Command::OpenView(id) => self.show_view(&id, model),
            Command::StandardView => self.leave_view(model),
            Command::ShareView => self.share_view(model),
            Command::DeleteView => self.delete_view(model),
            Command::RestoreView => self.views.restore(model),
            Command::Import => self.begin_import(model),
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
            Command::Timeline => self.panel.story.take_focus = self.case(model).is_some(),
            Command::Save => self.save(model),
            Command::Close => self.close(model),
            Command::Discard => self.discard(model),
            Command::Resume(id) => self.resume(&id, model),
            Command::DropDraft(id) => self.drop_draft(&id, model),
            Command::RestoreDraft => self.forms.restore(model),
            Command::AddToKnown(case) => self.add_to_known(case, model),
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
                    self.set_done(task, model);
                }
            }
            Command::TypeYear => self.indicators.begin_typing(model),
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

    fn set_done(&mut self, task: TaskId, model: &mut Model) {
        if set_done(task.clone(), model) && self.route == Route::Work {
            self.work.leave(&task);
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
        if self.route == Route::Indicators {
            self.import = Some(ImportPage::new(ImportTarget::Indicators));
        } else if let Some(definition) = self.register(model) {
            self.go(Route::Register(definition.id.clone()), model);
            let into = ImportTarget::Register(definition.id.clone());
            self.import = Some(ImportPage::new(into));
        }
    }

    /// The dialog that looks for something for the case that is on the screen.
    fn case_picker(&self, looking: Looking, model: &mut Model) -> Option<Overlay> {
        let (definition, case) = self.case(model)?;
        let possible = match looking {
            Looking::Link | Looking::Merge => true,
            Looking::Gather => definition.leads_to.is_some(),
            Looking::Text => !definition.texts.is_empty(),
        };
        let picker = || Box::new(CasePicker::new(looking, (*case).clone()));
        possible.then(|| Overlay::CasePicker(picker()))
    }

    /// The dialog that changes the cases that are chosen together; without any, the one that is selected.
    fn bulk_change(&mut self, model: &mut Model) -> Option<Box<BulkChange>> {
        let definition = self.register(model)?;
        let columns = model.vault.as_ref()?.columns(&definition.id)?;
        let list = self.list()?;
        let cases = match list.selection.is_empty() {
            true => list.selected.into_iter().collect(),
            false => list.meant(&columns),
        };
        if cases.is_empty() {
            let text = model.text("bulk-nothing-chosen");
            model.notify(text, Tone::Warn);
            return None;
        }
        Some(Box::new(BulkChange::new(definition.id.clone(), cases)))
    }
}

fn named(dialog: Option<NameDialog>) -> Option<Overlay> {
    Some(Overlay::ViewName(Box::new(dialog?)))
}

/// Asks until when and why a task waits.
fn put_off(task: TaskId, overlay: &mut Option<Overlay>, model: &mut Model) {
    if let Some(dialog) = PutOff::of(task, model) {
        *overlay = Some(Overlay::PutOff(Box::new(dialog)));
    }
}

/// Moves the reference date.
fn refer(model: &mut Model, change: impl FnOnce(ReferenceDate) -> ReferenceDate) {
    if let Some(vault) = &mut model.vault {
        vault.reference = change(vault.reference);
    }
}
