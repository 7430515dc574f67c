//! The one place where what the user wants is carried out.

use egui::Context;

use super::desk::Desk;
use super::dialogs::{open_dialog, put_off};
use super::overlay::Overlay;
use crate::desk::command::Command;
use crate::desk::form::gathering;
use crate::desk::frame::first_screen::FirstScreen;
use crate::desk::kit::divider::{Panels, STEP};
use crate::desk::kit::widgets::Tone;
use crate::desk::session::screens::Session;
use crate::desk::state::action::{Action, TaskAction};
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
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
                    carry_out_in(session, action, &mut self.overlay, &mut self.model);
                }
                return;
            }
        };
        let command = self.run_in_window(ctx, command);
        if let (Some(command), Some(session)) = (command, &mut self.session) {
            let (model, overlay) = (&mut self.model, &mut self.overlay);
            if let Some(command) = open_dialog(command, session, &self.settings, overlay, model) {
                session.run(command, model);
            }
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

/// Carries out what is no command.
fn carry_out_in(
    session: &mut Session,
    action: Action,
    overlay: &mut Option<Overlay>,
    model: &mut Model,
) {
    match action {
        Action::Command(_) => {}
        Action::OpenCase(register, key) => session.open_case(register, key, model),
        Action::OpenList(register, spec) => session.open_list(register, *spec, model),
        Action::OpenWork(register) => {
            session.work.show_register(register);
            session.go(Route::Work, model);
        }
        Action::Task(task, TaskAction::Done) => session.set_done(task, model),
        Action::Task(task, TaskAction::PutOff) => put_off(task, overlay, model),
        Action::GatherInNew(case) => session.gather_in_new(&case, model),
        Action::Link(other) => {
            if let Some((_, case)) = session.case(model) {
                gathering::link((*case).clone(), *other, model);
            }
        }
        Action::EditEntry(entry) => session.edit_entry(*entry, model),
        Action::OpenDocument(entry) => {
            if let Some((register, _)) = session.selected() {
                session.documents.open(&register, &entry, model);
            }
        }
        Action::UndoOperation {
            register,
            operation,
            what,
        } => session
            .undo
            .undo_operation(register, operation, what, model),
    }
}
