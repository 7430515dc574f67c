//! The one place where what the user wants is carried out.

use eframe::Frame;
use egui::Context;

use super::desk::Desk;
use super::dialogs::{open_dialog, put_off};
use super::overlay::Overlay;
use crate::desk::case::case_picker::CasePicker;
use crate::desk::form::gathering;
use crate::desk::frame::help::state::Help;
use crate::desk::session::screens::Session;
use crate::desk::state::action::{Action, TaskAction};
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
use crate::desk::transfer::case_import::picker::ImportPicker;
use crate::desk::transfer::case_import::refused_dialog::RefusedDialog;
use crate::desk::transfer::import_page::ImportPage;

impl Desk {
    /// Carries out what was asked for during this frame, and what follows from that.
    pub(super) fn carry_out(&mut self, ctx: &Context, frame: &Frame) {
        loop {
            let actions = self.model.actions.take();
            if actions.is_empty() {
                return;
            }
            // What was asked for shows in the next frame; nothing else would draw it.
            ctx.request_repaint();
            for action in actions {
                self.carry_out_one(ctx, frame, action);
            }
        }
    }

    fn carry_out_one(&mut self, ctx: &Context, frame: &Frame, action: Action) {
        let command = match action {
            Action::Command(command) => command,
            Action::IAm(me) => return self.i_am(me),
            Action::Look(look) => return self.look(ctx, look),
            action => {
                if let Some(session) = &mut self.session {
                    carry_out_in(session, action, &mut self.overlay, &mut self.model);
                }
                return;
            }
        };
        let command = self.run_in_window(ctx, frame, command);
        if let (Some(command), Some(session)) = (command, &mut self.session) {
            let (model, overlay) = (&mut self.model, &mut self.overlay);
            if let Some(command) = open_dialog(command, session, &self.settings, overlay, model) {
                session.run(command, model);
            }
        }
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
        Action::Command(_) | Action::IAm(_) | Action::Look(_) => {}
        Action::OpenCase(register, key) => session.open_case(&register, key, model),
        Action::OpenList(register, spec) => session.open_list(register, *spec, model),
        Action::ArrangeList(register, spec) => session.arrange_list(&register, *spec, model),
        Action::OpenWork(register) => {
            session.work.show_register(register);
            session.go(Route::Work, model);
        }
        Action::Task(task, TaskAction::Done) => session.set_done(&task, model),
        Action::Task(task, TaskAction::PutOff) => put_off(task, overlay, model),
        Action::Gather {
            register,
            cases,
            near,
        } => {
            let picker = CasePicker::gathering(register, cases, near);
            *overlay = Some(Overlay::CasePicker(Box::new(picker)));
        }
        Action::GatherInNew(register, cases) => session.gather_in_new(register, cases, model),
        Action::Link(other) => {
            if let Some((_, case)) = session.case(model) {
                gathering::link((*case).clone(), *other, model);
            }
        }
        Action::EditEntry(entry) => session.edit_entry(*entry, model),
        Action::OpenManual { chapter, section } => {
            let help = Help::at_section(&chapter, section);
            *overlay = Some(Overlay::Help(Box::new(help)));
        }
        Action::ImportPick(pick) => {
            *overlay = Some(Overlay::ImportPicker(ImportPicker::new(pick)));
        }
        Action::SaveRefused => {
            let import = session.import.as_mut().and_then(ImportPage::cases);
            if let Some(job) = import.and_then(|import| import.import.clone()) {
                let dialog = RefusedDialog::new(job, model);
                *overlay = Some(Overlay::RefusedRows(Box::new(dialog)));
            }
        }
        Action::OpenDocument(entry) => {
            if let Some((register, _)) = session.selected() {
                session.documents.open(&register, &entry, model);
            }
        }
        Action::UndoOperation {
            register,
            operation,
            summary,
        } => session
            .undo
            .undo_operation(register, operation, summary, model),
    }
}
