//! The commands that open a dialog.

use std::sync::Arc;

use super::overlay::Overlay;
use crate::desk::backend::task_order::TaskId;
use crate::desk::case::case_picker::{CasePicker, PickFor};
use crate::desk::command::Command;
use crate::desk::frame::appearance::AppearanceDialog;
use crate::desk::frame::help::state::Help;
use crate::desk::frame::palette::dialog::CommandPalette;
use crate::desk::frame::who::WhoForm;
use crate::desk::kit::widgets::Tone;
use crate::desk::list::bulk_change::BulkChange;
use crate::desk::parts::view_name_dialog::NameDialog;
use crate::desk::session::screens::Session;
use crate::desk::state::action::Look;
use crate::desk::state::model::Model;
use crate::desk::state::settings::{Me, Settings};
use crate::desk::work::put_off::PutOff;
use crate::register::{CaseKey, Definition};

/// Runs what opens a dialog. Gives back any other command.
pub fn open_dialog(
    command: Command,
    session: &mut Session,
    settings: &Settings,
    overlay: &mut Option<Overlay>,
    model: &mut Model,
) -> Option<Command> {
    let dialog = match command {
        Command::Search => Some(Overlay::Palette(CommandPalette::default())),
        Command::WhoAmI => {
            let me = settings.me.clone();
            let me = me.unwrap_or_else(|| Me::named(&model.user));
            Some(Overlay::Who(Box::new(WhoForm::new(&me).with_keyboard())))
        }
        Command::Appearance => Some(Overlay::Appearance(AppearanceDialog::new(Look {
            theme: settings.theme,
            size: settings.size,
            density: settings.density,
        }))),
        Command::Help => {
            let help = Help::about(session.help_subject());
            Some(Overlay::Help(Box::new(help)))
        }
        Command::Filter => session
            .has_filters()
            .then(|| Overlay::Filter(Default::default())),
        Command::Group => session.list().map(|_| Overlay::Group(Default::default())),
        Command::Columns if session.grid().is_some() => {
            if let Some(grid) = session.grid_mut() {
                grid.open_columns = true;
            }
            None
        }
        Command::Columns => session.list().map(|_| Overlay::Columns(Default::default())),
        Command::ChangeMany => chosen_cases(session, model)
            .map(|(it, cases)| BulkChange::new(it.id.clone(), cases))
            .map(|dialog| Overlay::BulkChange(Box::new(dialog))),
        Command::FinishMany => chosen_cases(session, model)
            .filter(|(it, _)| it.has_spells())
            .map(|(it, cases)| BulkChange::closing(&it, cases, model.clock.today()))
            .map(|dialog| Overlay::BulkChange(Box::new(dialog))),
        Command::Link => case_picker(session, PickFor::Link, model),
        Command::Merge => case_picker(session, PickFor::Merge, model),
        Command::Gather => match gather_chosen(session, model) {
            Some(picker) => Some(Overlay::CasePicker(Box::new(picker))),
            None => case_picker(session, PickFor::Gather, model),
        },
        Command::CopyText => case_picker(session, PickFor::Text, model),
        Command::SaveView => named(session.save_view(model)),
        Command::SaveViewAs => named(session.name_view(true, model)),
        Command::RenameView => named(session.name_view(false, model)),
        Command::Export => {
            let dialog = session.export_dialog(settings, model).map(Box::new);
            dialog.map(Overlay::Export)
        }
        Command::MeetingPaper => {
            let dialog = session.meeting_paper(settings, model).map(Box::new);
            dialog.map(Overlay::Paper)
        }
        Command::Summary => {
            let dialog = session.case_paper(settings, model).map(Box::new);
            dialog.map(Overlay::Paper)
        }
        Command::MergeItem => session.manage.choice_merge().map(Overlay::ChoiceMerge),
        Command::ListHistory => {
            let dialog = session.manage.history(model).map(Box::new);
            dialog.map(Overlay::Editions)
        }
        Command::YearHistory => {
            let dialog = session.indicators.history(model).map(Box::new);
            dialog.map(Overlay::YearHistory)
        }
        Command::PutOffTask => {
            if let Some(task) = session.task(model).filter(|_| !session.is_covered()) {
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

/// The dialog that looks for something for the case that is on the screen.
fn case_picker(session: &Session, pick_for: PickFor, model: &mut Model) -> Option<Overlay> {
    let (definition, case) = session.case(model)?;
    let possible = match pick_for {
        PickFor::Link | PickFor::Merge => true,
        PickFor::Gather => definition.leads_to.is_some(),
        PickFor::Text => !definition.texts.is_empty(),
    };
    let picker = || Box::new(CasePicker::new(pick_for, (*case).clone()));
    possible.then(|| Overlay::CasePicker(picker()))
}

/// The dialog that gathers the cases that are chosen together in the list on the screen; none where none are.
fn gather_chosen(session: &mut Session, model: &Model) -> Option<CasePicker> {
    let definition = session.register(model)?;
    definition.leads_to.as_ref()?;
    let columns = model.vault.as_ref()?.columns(&definition.id)?;
    let list = session.list().filter(|list| !list.selection.is_empty())?;
    let cases = list.selected_or_all(&columns);
    Some(CasePicker::gathering(
        definition.id.clone(),
        cases,
        Vec::new(),
    ))
}

/// The cases that are chosen together, with their register; without any, the one that is selected.
fn chosen_cases(
    session: &mut Session,
    model: &mut Model,
) -> Option<(Arc<Definition>, Vec<CaseKey>)> {
    let definition = session.register(model)?;
    let columns = model.vault.as_ref()?.columns(&definition.id)?;
    let list = session.list()?;
    let cases = match list.selection.is_empty() {
        true => list.selected.into_iter().collect(),
        false => list.selected_or_all(&columns),
    };
    if cases.is_empty() {
        let text = model.text("bulk-nothing-selected");
        model.notify(text, Tone::Warn);
        return None;
    }
    Some((definition, cases))
}

fn named(dialog: Option<NameDialog>) -> Option<Overlay> {
    Some(Overlay::ViewName(Box::new(dialog?)))
}

/// Asks until when and why a task waits.
pub fn put_off(task: TaskId, overlay: &mut Option<Overlay>, model: &mut Model) {
    if let Some(dialog) = PutOff::of(task, model) {
        *overlay = Some(Overlay::PutOff(Box::new(dialog)));
    }
}
