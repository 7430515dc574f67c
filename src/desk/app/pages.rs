//! The page that is on, with what it needs of the desk.

use std::sync::Arc;

use egui::Ui;

use crate::desk::app::desk::Desk;
use crate::desk::case::panel;
use crate::desk::command::Command;
use crate::desk::figures::page::figures_ui;
use crate::desk::finances::page::finances_ui;
use crate::desk::form::case_form::CaseForm;
use crate::desk::form::case_form_page::form_ui;
use crate::desk::form::draft_strip::drafts_ui;
use crate::desk::form::entry_form::EntryForm;
use crate::desk::frame::palette::{Offered, search_ui};
use crate::desk::indicators::indicators_ui;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::list::filters::filters_ui;
use crate::desk::list::page::SetWidths;
use crate::desk::meeting::discussion::decision;
use crate::desk::overview::content::Wish;
use crate::desk::overview::page::overview_ui;
use crate::desk::state::model::Model;
use crate::desk::state::route::{self, Route};
use crate::desk::transfer::import_page::import_ui;
use crate::desk::work::page::work_ui;
use crate::register::Definition;
use crate::store::ViewKind;

impl Desk {
    /// The search, where it is open.
    pub fn search_ui(&mut self, ui: &Ui) {
        let Some(mut search) = self.search.take() else {
            return;
        };
        let case = self.case_on_screen().map(|(definition, _)| definition);
        let offered = Offered {
            commands: self.offered(),
            case: case.as_deref(),
            recent: &self.recent,
        };
        match search_ui(ui, &mut search, &mut self.model, &offered) {
            true => self.search = Some(search),
            false => self.give_back_keyboard(),
        }
    }

    /// What is to be done.
    fn work_page_ui(&mut self, ui: &mut Ui) {
        let storing = self.settling.iter().map(|pending| pending.id.clone());
        let kept = work_ui(ui, &mut self.work, &mut self.model, storing.collect());
        if kept.is_some() && kept != self.settings.work {
            self.settings.work = kept;
            self.save_settings();
        }
    }

    /// The figures.
    fn figures_page_ui(&mut self, ui: &mut Ui) {
        if self.figures.is_none() {
            self.show_figures();
        }
        let Some(definition) = self.register() else {
            return;
        };
        let here = self.views_here(ViewKind::Figure, &definition);
        if let Some(figures) = &mut self.figures {
            let opens_menu = &mut self.views.open_menu;
            let chosen = figures_ui(ui, figures, &mut self.model, &here, opens_menu);
            self.model.commands.extend(chosen);
        }
    }

    /// Everything at a glance.
    fn overview_page_ui(&mut self, ui: &mut Ui) {
        match overview_ui(ui, &mut self.overview, &mut self.model) {
            Some(Wish::LookAt(register)) => {
                let vault = self.model.vault.as_ref();
                if let Some(definition) = vault.and_then(|vault| vault.definition(&register)) {
                    self.overview.look_at(&definition);
                }
                ui.ctx().request_repaint();
            }
            Some(Wish::Cases(register, figure, name)) => {
                self.model.open_list = Some((register, *figure, name));
            }
            Some(Wish::Work(register)) => {
                self.work.show_register(register);
                self.model.commands.push(Command::Work);
            }
            None => {}
        }
    }

    /// A form in which nothing is typed yet shows the case as it is, also where somebody else changes it meanwhile.
    fn follow_case(&mut self) {
        let Some(form) = self.form.as_mut().filter(|form| !form.inputs.touched) else {
            return;
        };
        let (Some(case), Some(vault)) = (&form.case, &mut self.model.vault) else {
            return;
        };
        let definition = vault.definition(&case.register);
        let newer = vault.case(&case.register, case.key);
        let newer = newer.filter(|newer| newer.version > case.version);
        if let (Some(definition), Some(newer)) = (definition, newer) {
            let (today, actor) = (self.model.clock.today(), &self.model.actor);
            let at = form.inputs.at.take();
            *form = CaseForm::of_case(&definition, (*newer).clone(), form.purpose, today, actor);
            form.inputs.at = at;
        }
    }

    pub fn page_ui(&mut self, ui: &mut Ui) {
        self.follow_case();
        match &self.place {
            Route::Figures => self.figures_page_ui(ui),
            Route::Overview => self.overview_page_ui(ui),
            Route::Work => self.work_page_ui(ui),
            Route::Meeting => self.meeting_page_ui(ui),
            Route::Manage => self.manage_page_ui(ui),
            Route::Finances => finances_ui(ui, &mut self.finances, &mut self.model),
            Route::Indicators => match &mut self.import {
                Some(import) => import_ui(ui, import, &mut self.model),
                None => indicators_ui(ui, &mut self.indicators, &mut self.model),
            },
            Route::Register(_) => {
                let Some(definition) = self.register() else {
                    return;
                };
                if let Some(import) = &mut self.import {
                    import_ui(ui, import, &mut self.model);
                } else if let Some(form) = &mut self.form {
                    form_ui(ui, form, &mut self.model, &definition);
                } else {
                    self.register_ui(ui, &definition);
                }
            }
        }
    }

    /// The list of a register, with the selected case beside it.
    fn register_ui(&mut self, ui: &mut Ui, definition: &Arc<Definition>) {
        let language = self.model.language;
        let open: Vec<String> = self.open_drafts().map(str::to_owned).collect();
        let today = self.model.clock.today();
        if !self.lists.contains_key(&definition.id) {
            let list = self.first_list(definition);
            self.lists.insert(definition.id.clone(), list);
        }
        let views = self.views_here(ViewKind::List, definition);
        let Some(list) = self.lists.get_mut(&definition.id) else {
            return;
        };
        self.model.look_up_for(&definition.id, &list.spec.narrowed);
        let Some(vault) = &self.model.vault else {
            return;
        };
        list.refresh(vault, &definition.id, today);
        let registers = vault.registers.clone();
        let all = vault
            .columns(&definition.id)
            .map_or(0, |columns| columns.len());
        let subtitle = list.subtitle(definition, all, language);
        let can_meet = !list.rows.is_empty() && decision(definition).is_some();
        let commands = &mut self.model.commands;
        route::page_header(ui, definition.label.text(language), &subtitle, |ui| {
            let label = definition.case_words.new.text(language);
            let keys = Command::NewCase.shortcut(&registers);
            if Button::new(label)
                .icon(icons::ADD)
                .shortcut(keys)
                .primary(ui)
                .clicked()
            {
                commands.push(Command::NewCase);
            }
            let label = language.text("command-import");
            let keys = Command::Import.shortcut(&registers);
            if Button::new(&label)
                .icon(icons::IMPORT)
                .shortcut(keys)
                .button(ui)
                .clicked()
            {
                commands.push(Command::Import);
            }
            let label = language.text("command-export");
            let keys = Command::Export.shortcut(&registers);
            let press = Button::new(&label).icon(icons::EXPORT).shortcut(keys);
            if press.button(ui).clicked() {
                commands.push(Command::Export);
            }
            if can_meet {
                let label = language.text("meeting-begin");
                let keys = Command::Meeting.shortcut(&registers);
                let press = Button::new(&label).icon(icons::MEETING).shortcut(keys);
                let name = Command::Meeting.label(&registers, language);
                if press.name(name).button(ui).clicked() {
                    commands.push(Command::Meeting);
                }
            }
        });
        let discarded = self.discarded.as_ref();
        drafts_ui(ui, &mut self.model, discarded, &open, definition);
        let opens_menu = &mut self.views.open_menu;
        let chosen = filters_ui(ui, list, &views, opens_menu, &self.model, definition);
        self.model.commands.extend(chosen);
        ui.add_space(4.0);
        self.model.look_up_for(&definition.id, &list.spec.narrowed);
        list.refresh_with(&self.model, &definition.id);
        let (entry, panel) = (&mut self.entry, &mut self.panel);
        let mut entry = entry.as_mut();
        let columns = &mut self.settings.columns;
        let widths = SetWidths {
            case: &mut self.settings.panels.case,
            columns: columns.entry(definition.id.clone()).or_default(),
        };
        let case_ui = |ui: &mut Ui, model: &mut Model, key| {
            let of_case =
                |form: &&mut EntryForm| form.case.register == definition.id && form.case.key == key;
            panel::case_ui(
                ui,
                model,
                definition,
                key,
                entry.take().filter(of_case),
                panel,
            );
        };
        if list.list_and_case_ui(ui, &mut self.model, definition, all, widths, case_ui) {
            self.save_settings();
        }
    }
}
