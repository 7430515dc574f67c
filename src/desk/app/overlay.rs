//! The one dialog that may be over the screen: while it is there it has the keyboard.

use egui::Ui;

use crate::desk::case::case_picker::{CasePicker, PickFor};
use crate::desk::case::merge::MergeDialog;
use crate::desk::form::autosave::NO_TIME;
use crate::desk::form::draft_strip::draft_title;
use crate::desk::frame::appearance::AppearanceDialog;
use crate::desk::frame::help::state::Help;
use crate::desk::frame::palette::context::PaletteContext;
use crate::desk::frame::palette::dialog::{CommandPalette, search_ui};
use crate::desk::frame::who::WhoForm;
use crate::desk::indicators::history::History as YearHistory;
use crate::desk::list::bulk_change::BulkChange;
use crate::desk::list::column_chooser::ColumnChooser;
use crate::desk::list::filter_picker::{FilterPicker, Filtered};
use crate::desk::list::group_picker::GroupPicker;
use crate::desk::manage::choice_merge::ChoiceMerge;
use crate::desk::manage::history::History as EditionHistory;
use crate::desk::parts::view_name_dialog::{NameChoice, NameDialog};
use crate::desk::session::screens::Session;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
use crate::desk::transfer::backups_dialog::BackupsDialog;
use crate::desk::transfer::case_import::picker::ImportPicker;
use crate::desk::transfer::case_import::refused_dialog::RefusedDialog;
use crate::desk::transfer::diagnose_dialog::DiagnoseDialog;
use crate::desk::transfer::export_dialog::{ExportDialog, export_ui};
use crate::desk::transfer::import_page::ImportPage;
use crate::desk::transfer::paper_dialog::{PaperDialog, paper_ui};
use crate::desk::work::put_off::PutOff;

/// A dialog.
pub enum Overlay {
    /// Ctrl K: finds cases and commands.
    Palette(CommandPalette),
    /// Asks who the user is.
    Who(Box<WhoForm>),
    /// Chooses how everything is drawn.
    Appearance(AppearanceDialog),
    /// The help.
    Help(Box<Help>),
    /// Looks for a case to link, to gather in or to merge with, or for a standard text.
    CasePicker(Box<CasePicker>),
    /// Merges two cases.
    Merge(Box<MergeDialog>),
    /// Looks for a filter.
    Filter(FilterPicker),
    /// Looks for what a list is grouped by.
    Group(GroupPicker),
    /// Changes many cases.
    BulkChange(Box<BulkChange>),
    /// Chooses the columns of a list.
    Columns(ColumnChooser),
    /// Types the name of a saved view.
    ViewName(Box<NameDialog>),
    /// Puts a task off.
    PutOff(Box<PutOff>),
    /// Puts cases on paper.
    Paper(Box<PaperDialog>),
    /// Exports what is on the screen.
    Export(Box<ExportDialog>),
    /// Makes a diagnosis for a helpdesk.
    Diagnose(Box<DiagnoseDialog>),
    /// The backups of the vault.
    Backups(Box<BackupsDialog>),
    /// Looks for a field or a choice for an import.
    ImportPicker(ImportPicker),
    /// Keeps the refused rows of an import in a file.
    RefusedRows(Box<RefusedDialog>),
    /// Looks for the choice that another one is to go on as.
    ChoiceMerge(ChoiceMerge),
    /// What a list or a definition was before.
    Editions(Box<EditionHistory>),
    /// What was typed for a value before.
    YearHistory(Box<YearHistory>),
}

impl Overlay {
    /// Draws the dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, session: &mut Session, model: &mut Model) -> bool {
        match self {
            Self::Palette(palette) => palette_ui(ui, palette, session, model),
            Self::Who(form) => form.dialog_ui(ui, model),
            Self::Appearance(dialog) => dialog.ui(ui, model),
            Self::Help(help) => {
                let can_import = session.can_import(model);
                help.ui(ui, can_import, model)
            }
            Self::CasePicker(picker) => picker.ui(ui, model),
            Self::Merge(dialog) => dialog.ui(ui, model),
            Self::Filter(picker) => filter_ui(ui, picker, session, model),
            Self::Group(picker) => group_ui(ui, picker, session, model),
            Self::BulkChange(dialog) => {
                let list = session.lists.get_mut(&dialog.register);
                dialog.ui(ui, list, model)
            }
            Self::Columns(chooser) => columns_ui(ui, chooser, session, model),
            Self::ViewName(dialog) => match dialog.ui(ui, model) {
                NameChoice::None => true,
                NameChoice::Close => false,
                NameChoice::Save(view) => {
                    session.views.save(view, model);
                    false
                }
            },
            Self::PutOff(dialog) => {
                let (stays, stored) = dialog.ui(ui, model);
                if let Some(task) = stored.filter(|_| session.route == Route::Work) {
                    session.work.leave(&task);
                }
                stays
            }
            Self::Paper(dialog) => paper_ui(ui, dialog, model),
            Self::Export(dialog) => export_ui(ui, dialog, model),
            Self::Diagnose(dialog) => dialog.ui(ui, model),
            Self::Backups(dialog) => {
                // What is being typed is in the vault before another one comes in its place.
                let save = |model: &mut Model| session.save_drafts(NO_TIME, model);
                dialog.ui(ui, save, model)
            }
            Self::ImportPicker(picker) => {
                let import = session.import.as_mut().and_then(ImportPage::cases);
                import.is_some_and(|import| picker.ui(ui, import, model))
            }
            Self::RefusedRows(dialog) => dialog.ui(ui, model),
            Self::ChoiceMerge(dialog) => dialog.ui(ui, &mut session.manage, model),
            Self::Editions(dialog) => dialog.ui(ui, &mut session.manage, model),
            Self::YearHistory(dialog) => dialog.ui(ui, &mut session.indicators, model),
        }
    }

    /// Gives the keyboard back once the dialog is closed: to what is on top, but from a case to its timeline.
    pub fn give_back_keyboard(&self, session: &mut Session, model: &Model) {
        match self {
            Self::CasePicker(picker) if picker.pick_for() != PickFor::Merge => {
                if session.forms.case.is_none() {
                    session.panel.timeline.take_focus = true;
                }
            }
            _ => session.take_keyboard(model),
        }
    }
}

fn palette_ui(ui: &Ui, palette: &mut CommandPalette, session: &Session, model: &mut Model) -> bool {
    let case = session.case(model).map(|(definition, _)| definition);
    let register = session.register(model);
    let list = session.list_route().and_then(|id| session.lists.get(id));
    let context = PaletteContext {
        commands: session.available(model),
        register: register.as_deref(),
        list: list.map(|list| &list.spec),
        case: case.as_deref(),
        recent: &session.recent,
        draft_title,
    };
    search_ui(ui, palette, model, &context)
}

fn filter_ui(ui: &Ui, picker: &mut FilterPicker, session: &mut Session, model: &Model) -> bool {
    let Some(definition) = session.register(model) else {
        return false;
    };
    let language = model.language;
    if let Route::Register(id) = &session.route {
        let vault = model.vault.as_ref();
        let owners = vault.map_or(&[][..], |vault| vault.owners_in(id));
        let list = session.lists.get_mut(id);
        return list.is_some_and(|list| {
            picker.ui(ui, Filtered::List(list, owners), &definition, language)
        });
    }
    let Some(figures) = &mut session.figures else {
        return false;
    };
    let mut spec = figures.spec.clone();
    let stays = picker.ui(ui, Filtered::Figure(&mut spec), &definition, language);
    if spec != figures.spec {
        figures.set_spec(spec);
    }
    stays
}

fn group_ui(ui: &Ui, picker: &mut GroupPicker, session: &mut Session, model: &Model) -> bool {
    let definition = session.register(model);
    let list = session.list();
    definition
        .zip(list)
        .is_some_and(|(definition, list)| picker.ui(ui, list, &definition, model.language))
}

fn columns_ui(ui: &Ui, chooser: &mut ColumnChooser, session: &mut Session, model: &Model) -> bool {
    let Some(definition) = session.register(model) else {
        return false;
    };
    let list = session.lists.get_mut(&definition.id);
    list.is_some_and(|list| chooser.ui(ui, &mut list.spec.columns, &definition, model))
}
