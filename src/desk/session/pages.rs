//! The page that is on, with what it needs of the session.

use std::sync::Arc;

use egui::Ui;

use super::screens::Session;
use crate::desk::backend::task_order::TaskId;
use crate::desk::case::panel_ui::case_ui;
use crate::desk::figures::page_ui::figures_ui;
use crate::desk::finances::page::finances_ui;
use crate::desk::form::case_form::page::form_ui;
use crate::desk::form::draft_strip::drafts_ui;
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::indicators::page::indicators_ui;
use crate::desk::list::dpia_note::dpia_note_ui;
use crate::desk::list::header::list_header_ui;
use crate::desk::list::page_ui::SetWidths;
use crate::desk::list::toolbar::toolbar_ui;
use crate::desk::manage::page::manage_ui;
use crate::desk::meeting::page::meeting_ui;
use crate::desk::overview::page_ui::overview_ui;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::state::route::Route;
use crate::desk::state::settings::Settings;
use crate::desk::work::page_ui::work_ui;
use crate::register::{CaseKey, Definition};
use crate::store::ViewKind;

impl Session {
    /// Draws the page. Returns whether the settings were changed.
    pub fn page_ui(&mut self, ui: &mut Ui, settings: &mut Settings, model: &mut Model) -> bool {
        self.forms.follow_case(model);
        if let Some(import) = &mut self.import {
            import.ui(ui, model);
            return false;
        }
        match &self.route {
            Route::Figures => self.figures_ui(ui, settings, model),
            Route::Overview => overview_ui(ui, &mut self.overview, model),
            Route::Work => return self.work_ui(ui, settings, model),
            Route::Meeting => self.meeting_ui(ui, model),
            Route::Manage => manage_ui(ui, &mut self.manage, model),
            Route::Finances => finances_ui(ui, &mut self.finances, model),
            Route::Indicators => indicators_ui(ui, &mut self.indicators, model),
            Route::Register(_) => {
                let Some(definition) = self.register(model) else {
                    return false;
                };
                match &mut self.forms.case {
                    Some(form) => form_ui(ui, form, model, &definition),
                    None => return self.register_ui(ui, &definition, settings, model),
                }
            }
        }
        false
    }

    /// What is to be done. Returns whether the settings were changed.
    fn work_ui(&mut self, ui: &mut Ui, settings: &mut Settings, model: &mut Model) -> bool {
        let storing = model.pending().filter_map(|pending| match pending {
            Pending::Task(task, _) => Some(task.clone()),
            _ => None,
        });
        let storing: Vec<TaskId> = storing.collect();
        let selected = self.selected();
        let (panel, entry) = (&mut self.panel, self.forms.entry.as_mut());
        let mut entry = entry.filter(|entry| {
            let of = (&entry.case.register, entry.case.key);
            selected
                .as_ref()
                .is_some_and(|(register, key)| of == (register, *key))
        });
        let selected_ui = |ui: &mut Ui, model: &mut Model| {
            let Some((register, key)) = &selected else {
                return;
            };
            let vault = model.vault.as_ref();
            if let Some(definition) = vault.and_then(|vault| vault.definition(register)) {
                case_ui(ui, model, &definition, *key, entry.take(), panel);
            }
        };
        let beside = selected.is_some().then_some(selected_ui);
        let width = &mut settings.panels.case;
        let (kept, widened) = work_ui(ui, &mut self.work, model, storing, width, beside);
        let changed = kept.is_some() && kept != settings.work;
        settings.work = kept.or(settings.work);
        changed || widened
    }

    fn meeting_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let Some(meeting) = &mut self.meeting else {
            return;
        };
        let vault = model.vault.as_ref();
        if let Some(definition) = vault.and_then(|vault| vault.definition(&meeting.register)) {
            meeting_ui(ui, meeting, model, &definition);
        }
    }

    fn figures_ui(&mut self, ui: &mut Ui, settings: &Settings, model: &mut Model) {
        if self.figures.is_none() {
            self.show_figures(model);
        }
        let Some(definition) = self.register(model) else {
            return;
        };
        let here = self.views_here(ViewKind::Figure, &definition, settings, model);
        if let Some(figures) = &mut self.figures {
            let opens_menu = &mut self.views.open_menu;
            let chosen = figures_ui(ui, figures, model, &here, opens_menu);
            model.actions.extend(chosen);
        }
    }

    /// The list of a register, with the selected case beside it. Returns whether the settings were changed.
    fn register_ui(
        &mut self,
        ui: &mut Ui,
        definition: &Arc<Definition>,
        settings: &mut Settings,
        model: &mut Model,
    ) -> bool {
        let open: Vec<String> = self.open_drafts().map(str::to_owned).collect();
        if !self.lists.contains_key(&definition.id) {
            let list = self.first_list(definition, settings, model);
            self.lists.insert(definition.id.clone(), list);
        }
        let views = self.views_here(ViewKind::List, definition, settings, model);
        let Some(list) = self.lists.get_mut(&definition.id) else {
            return false;
        };
        list.look_up_and_refresh(model, definition);
        list_header_ui(ui, list, model, definition);
        let told = dpia_note_ui(ui, definition, settings, model.language);
        drafts_ui(ui, model, self.forms.discarded(), &open, definition);
        let opens_menu = &mut self.views.open_menu;
        let chosen = toolbar_ui(ui, list, &views, opens_menu, model, definition);
        model.actions.extend(chosen);
        ui.add_space(4.0);
        list.look_up_and_refresh(model, definition);
        let (panel, mut entry) = (&mut self.panel, self.forms.entry.as_mut());
        let widths = SetWidths {
            case: &mut settings.panels.case,
            columns: settings.columns.entry(definition.id.clone()).or_default(),
        };
        let selected_ui = |ui: &mut Ui, model: &mut Model, key: CaseKey| {
            let of_case =
                |form: &&mut EntryForm| form.case.register == definition.id && form.case.key == key;
            let entry = entry.take().filter(of_case);
            case_ui(ui, model, definition, key, entry, panel);
        };
        let widened = list.list_and_case_ui(ui, model, definition, widths, selected_ui);
        if told {
            // The button is gone, and the keyboard is at the list again.
            self.take_keyboard(model);
        }
        widened || told
    }
}
