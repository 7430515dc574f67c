//! The desk itself: which screen is on, and the one place where what the user wants is carried out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Frame, Key, Margin, Panel, Ui};

use super::command::Command;
use super::figures_ui::{Figures, figures_ui};
use super::form::{Form, Purpose};
use super::form_ui::form_ui;
use super::help::help_ui;
use super::import_ui::{self, Import, import_ui};
use super::list::{List, Scope, filters_ui};
use super::model::Model;
use super::palette::{Search, search_ui};
use super::settings::Settings;
use super::shell::{self, Place};
use super::theme::{self, Palette};
use super::welcome::{Welcome, welcome_ui};
use super::widgets::{Press, Tone};
use super::worker::{Answer, Refusal, Request, Worker};
use super::{case, icons};
use crate::clock::Clock;
use crate::language::Language;
use crate::register::{CaseFile, Definition};
use crate::store::StoreError;

/// Where and by whom the desk is used.
#[derive(Clone)]
pub struct Workplace {
    /// What the user likes.
    pub settings: Settings,
    /// Who works here, for the history of cases.
    pub actor: String,
    /// What time it is.
    pub clock: Clock,
}

/// The desk.
pub struct Desk {
    model: Model,
    settings: Settings,
    welcome: Welcome,
    place: Place,
    lists: BTreeMap<String, List>,
    figures: Option<Figures>,
    /// Forms that are being filled in, by register: one that is left is found again as it was.
    forms: BTreeMap<String, Form>,
    /// Whether the form of the open register is on the screen.
    form_open: bool,
    import: Option<Import>,
    search: Option<Search>,
    help: bool,
    typed_date: Option<String>,
}

impl Desk {
    /// The desk with the vault of its settings opening, or the first screen.
    pub fn new(ctx: &Context, workplace: Workplace, worker: Worker) -> Self {
        let Workplace {
            settings,
            actor,
            clock,
        } = workplace;
        theme::dress(ctx);
        ctx.set_theme(egui::ThemePreference::from(settings.theme));
        let language = settings.language.unwrap_or_default();
        let mut model = Model::new(worker, clock, actor, language);
        if let Some(folder) = &settings.vault {
            model.ask_long(Request::Open(folder.clone()));
        }
        Self {
            model,
            welcome: Welcome::new(settings.vault.as_deref()),
            settings,
            place: Place::Figures,
            lists: BTreeMap::new(),
            figures: None,
            forms: BTreeMap::new(),
            form_open: false,
            import: None,
            search: None,
            help: false,
            typed_date: None,
        }
    }

    fn save_settings(&mut self) {
        if let Err(error) = self.settings.save() {
            let text = self.model.language.say(
                "settings-not-saved",
                &[("reason", error.to_string().into())],
            );
            self.model.tell(text, Tone::Warn);
        }
    }

    /// Takes in what the clerk answered.
    fn listen(&mut self) {
        while let Some(answer) = self.model.answer() {
            match answer {
                Answer::Opened(folder, registers) => self.opened(folder, registers),
                Answer::Columns(columns, ranks) => {
                    let today = self.model.clock.today();
                    if let Some(vault) = &mut self.model.vault {
                        vault.counted(columns, ranks, today);
                    }
                }
                Answer::Cases(cases) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.fetched(cases);
                    }
                }
                Answer::History(register, key, history) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.told(register, key, history);
                    }
                }
                Answer::Found(cases, ticket) => {
                    if let Some(search) = &mut self.search {
                        search.found(cases, ticket);
                    }
                }
                Answer::Recorded(cases) => self.recorded(cases),
                Answer::Imported(imported, written) => {
                    self.model.busy = self.model.busy.saturating_sub(1);
                    if let Some(import) = &mut self.import {
                        import.told(imported, written);
                    }
                }
                Answer::Refused(refusal) => self.refused(&refusal),
            }
        }
    }

    fn opened(&mut self, folder: PathBuf, registers: crate::register::Registers) {
        self.model.busy = self.model.busy.saturating_sub(1);
        self.model.message = None;
        self.lists.clear();
        self.forms.clear();
        self.figures = None;
        self.import = None;
        self.form_open = false;
        if let Some(first) = registers.all().first() {
            self.place = Place::Register(first.id.clone());
        }
        self.settings.vault = Some(folder.clone());
        self.model.opened(folder, registers);
        self.save_settings();
    }

    /// A form was stored: it is gone, its case is selected.
    fn recorded(&mut self, cases: Vec<CaseFile>) {
        let Some(case) = cases.first() else { return };
        let text = self
            .model
            .language
            .say("case-saved", &[("number", case.number.as_str().into())]);
        self.model.tell(text, Tone::Ok);
        let (register, key) = (case.register.clone(), case.key);
        self.forms.remove(&register);
        if self.place == Place::Register(register.clone()) {
            self.form_open = false;
        }
        if let Some(vault) = &mut self.model.vault {
            vault.fetched(cases);
        }
        self.model.open_case = Some((register, key));
    }

    fn refused(&mut self, refusal: &Refusal) {
        self.model.busy = self.model.busy.saturating_sub(1);
        if let Place::Register(register) = &self.place
            && let Some(form) = self.forms.get_mut(register)
        {
            form.saving = false;
            if let Refusal::Store(StoreError::Conflict { stored, .. }) = refusal {
                form.conflict = Some(stored.clone());
                return;
            }
        }
        self.model.complain(refusal);
    }

    /// The register that is on the screen.
    fn register(&self) -> Option<Arc<Definition>> {
        let vault = self.model.vault.as_ref()?;
        match &self.place {
            Place::Register(id) => vault.definition(id),
            Place::Figures => {
                let id = self
                    .figures
                    .as_ref()
                    .map(|figures| figures.register.clone())?;
                vault.definition(&id)
            }
        }
    }

    /// Turns pressed keys into commands. What has no meaning on this screen does nothing.
    fn keys(&mut self, ctx: &Context) {
        let Some(vault) = &self.model.vault else {
            return;
        };
        if self.search.is_some() || self.help || self.typed_date.is_some() {
            return;
        }
        let popup = egui::Popup::is_any_open(ctx);
        for command in Command::all(&vault.registers) {
            let Some(keys) = command.keys(&vault.registers) else {
                continue;
            };
            // Escape closes a menu first, by egui's own hand.
            if popup && keys.logical_key == Key::Escape {
                continue;
            }
            if ctx.input_mut(|input| input.consume_shortcut(&keys)) {
                self.model.commands.push(command);
            }
        }
    }

    /// Carries out what was asked for during this frame.
    fn carry_out(&mut self, ctx: &Context) {
        let nothing = self.model.commands.is_empty()
            && self.model.open_list.is_none()
            && self.model.open_case.is_none();
        if nothing {
            return;
        }
        // What was asked for shows in the next frame; nothing else would draw it.
        ctx.request_repaint();
        for command in std::mem::take(&mut self.model.commands) {
            self.carry_out_one(ctx, command);
        }
        if let Some((register, figure, name)) = self.model.open_list.take()
            && let Some(definition) = self
                .model
                .vault
                .as_ref()
                .and_then(|vault| vault.definition(&register))
        {
            let mut list = List::new(&definition);
            list.scope = Scope::Behind(Box::new(figure), name);
            self.lists.insert(register.clone(), list);
            self.go(Place::Register(register));
        }
        if let Some((register, key)) = self.model.open_case.take() {
            self.go(Place::Register(register.clone()));
            self.select(&register, key);
        }
    }

    fn carry_out_one(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Search => self.search = Some(Search::default()),
            Command::Help => self.help = !self.help,
            Command::Register(id) => self.go(Place::Register(id)),
            Command::Figures => {
                if self.figures.is_none() || matches!(self.place, Place::Register(_)) {
                    self.show_figures();
                }
                self.go(Place::Figures);
            }
            Command::NewCase => self.new_case(),
            Command::EditCase => self.edit_case(Purpose::Change),
            Command::FinishCase => self.edit_case(Purpose::Finish),
            Command::ReopenCase => self.edit_case(Purpose::Reopen),
            Command::Save => self.save(),
            Command::Close => self.close(),
            Command::Import => {
                if let Some(definition) = self.register() {
                    self.go(Place::Register(definition.id.clone()));
                    self.import = Some(Import::new(definition.id.clone()));
                }
            }
            Command::PreviousPeriod => self.refer(|reference| reference.previous()),
            Command::NextPeriod => self.refer(|reference| reference.next()),
            Command::Today => self.refer(|reference| super::reference::Reference {
                date: reference.today,
                ..reference
            }),
            Command::Period(step) => {
                self.refer(|reference| super::reference::Reference { step, ..reference });
            }
            Command::ChooseDate => {
                let language = self.model.language;
                let date = self.model.vault.as_ref().map(|vault| vault.reference.date);
                self.typed_date = date.map(|date| language.date(date));
            }
            Command::CopyTable => self.copy_table(ctx),
            Command::Theme => {
                self.settings.theme = self.settings.theme.next();
                ctx.set_theme(egui::ThemePreference::from(self.settings.theme));
                let text = self.model.text(self.settings.theme.text_id());
                self.model.tell(text, Tone::Quiet);
                self.save_settings();
            }
            Command::Language => {
                let other = match self.model.language {
                    Language::Dutch => Language::English,
                    Language::English => Language::Dutch,
                };
                self.model.language = other;
                self.settings.language = Some(other);
                self.model.message = None;
                self.save_settings();
            }
            Command::Vaults => {
                let folder = self.model.vault.take().map(|vault| vault.folder);
                self.welcome = Welcome::new(folder.as_deref());
                self.model.message = None;
            }
        }
    }

    fn go(&mut self, place: Place) {
        if self.place != place {
            self.form_open = false;
            self.import = None;
        }
        if let Place::Register(id) = &place
            && let Some(list) = self.lists.get_mut(id)
        {
            list.take_focus = true;
        }
        if let (Place::Figures, Some(figures)) = (&place, &mut self.figures) {
            figures.take_focus = true;
        }
        self.place = place;
    }

    fn refer(
        &mut self,
        change: impl Fn(super::reference::Reference) -> super::reference::Reference,
    ) {
        if let Some(vault) = &mut self.model.vault {
            vault.reference = change(vault.reference);
        }
    }

    /// The figures of the register that is on the screen.
    fn show_figures(&mut self) {
        let Some(definition) = self.register().or_else(|| {
            self.model
                .vault
                .as_ref()
                .and_then(|vault| vault.registers.all().first().cloned())
        }) else {
            return;
        };
        if self
            .figures
            .as_ref()
            .is_none_or(|figures| figures.register != definition.id)
        {
            self.figures = Some(Figures::new(&definition));
        }
    }

    /// Selects a case in its list, whatever the list was showing.
    fn select(&mut self, register: &str, key: crate::register::CaseKey) {
        let Some(vault) = &self.model.vault else {
            return;
        };
        let Some(definition) = vault.definition(register) else {
            return;
        };
        let today = self.model.clock.today();
        let list = self
            .lists
            .entry(register.to_owned())
            .or_insert_with(|| List::new(&definition));
        list.selected = Some(key);
        list.take_focus = true;
        list.refresh(vault, register, today);
        let Some(columns) = vault.columns(register) else {
            return;
        };
        if !list.shows(&columns, key) {
            *list = List::with_all(&definition, key);
            list.refresh(vault, register, today);
        }
        list.show_selected(&columns);
        self.form_open = false;
        self.import = None;
    }

    fn new_case(&mut self) {
        let Some(definition) = self.register() else {
            return;
        };
        let today = self.model.clock.today();
        self.go(Place::Register(definition.id.clone()));
        let form = self
            .forms
            .entry(definition.id.clone())
            .or_insert_with(|| Form::new(&definition, today));
        form.take_focus = true;
        self.form_open = true;
        self.import = None;
    }

    fn edit_case(&mut self, purpose: Purpose) {
        let Some(definition) = self.register() else {
            return;
        };
        let today = self.model.clock.today();
        let Some(key) = self
            .lists
            .get(&definition.id)
            .and_then(|list| list.selected)
        else {
            return;
        };
        if self.form_open {
            return;
        }
        // What is still being typed about another case is not thrown away.
        if let Some(form) = self
            .forms
            .get_mut(&definition.id)
            .filter(|form| form.touched)
        {
            form.take_focus = true;
            self.form_open = true;
            let text = self.model.text("form-was-waiting");
            self.model.tell(text, Tone::Warn);
            return;
        }
        let case = self
            .model
            .vault
            .as_mut()
            .and_then(|vault| vault.case(&definition.id, key));
        if let Some(case) = case {
            let form = Form::of_case(&definition, (*case).clone(), purpose, today);
            self.forms.insert(definition.id.clone(), form);
            self.form_open = true;
        }
    }

    fn save(&mut self) {
        if let Some(import) = &mut self.import {
            import_ui::save(import, &mut self.model);
            return;
        }
        let Some(definition) = self.register().filter(|_| self.form_open) else {
            return;
        };
        let (today, language) = (self.model.clock.today(), self.model.language);
        let Some(form) = self
            .forms
            .get_mut(&definition.id)
            .filter(|form| !form.saving)
        else {
            return;
        };
        if let Some(write) = form.write(&definition, today, language) {
            form.saving = true;
            let operation = self.model.operation().with(write);
            self.model
                .ask(Request::Record(definition.id.clone(), operation));
        }
    }

    /// What closes gives the keyboard back to the list or the table below it.
    fn give_back_keyboard(&mut self) {
        if self.form_open || self.import.is_some() {
            return;
        }
        match &self.place {
            Place::Register(id) => {
                if let Some(list) = self.lists.get_mut(id) {
                    list.take_focus = true;
                }
            }
            Place::Figures => {
                if let Some(figures) = &mut self.figures {
                    figures.take_focus = true;
                }
            }
        }
    }

    /// Leaves what is on top: the form, the import, the case, the figure behind a list.
    fn close(&mut self) {
        if self.import.take().is_some() {
            self.give_back_keyboard();
            return;
        }
        let Some(definition) = self.register() else {
            return;
        };
        if self.form_open {
            self.form_open = false;
            self.give_back_keyboard();
            // A form in which nothing was typed need not be found again.
            if self
                .forms
                .get(&definition.id)
                .is_some_and(|form| !form.touched)
            {
                self.forms.remove(&definition.id);
            } else {
                let text = self.model.text("form-waits");
                self.model.tell(text, Tone::Quiet);
            }
            return;
        }
        if matches!(self.place, Place::Figures) {
            if let Some(figures) = &mut self.figures {
                figures.close();
            }
            return;
        }
        if let Some(list) = self.lists.get_mut(&definition.id) {
            list.take_focus = true;
            if list.selected.take().is_none() && matches!(list.scope, Scope::Behind(..)) {
                self.go(Place::Figures);
            }
        }
    }

    fn copy_table(&mut self, ctx: &Context) {
        let Some(definition) = self.register() else {
            return;
        };
        let language = self.model.language;
        let text = self
            .figures
            .as_ref()
            .and_then(|figures| figures.as_text(&definition, language));
        if let Some(text) = text.filter(|_| self.place == Place::Figures) {
            ctx.copy_text(text);
            let told = self.model.text("figures-copied");
            self.model.tell(told, Tone::Ok);
        }
    }

    /// A file that is dropped on the window goes into the register that is on the screen.
    fn dropped(&mut self, ctx: &Context) {
        let path = ctx.input(|input| {
            input
                .raw
                .dropped_files
                .first()
                .map(|file| file.path().to_owned())
        });
        let Some(path) = path else { return };
        let Some(definition) = self.register() else {
            return;
        };
        self.go(Place::Register(definition.id.clone()));
        let mut import = Import::new(definition.id.clone());
        import.dropped(path, &mut self.model);
        self.import = Some(import);
    }

    fn page_ui(&mut self, ui: &mut Ui) {
        match &self.place {
            Place::Figures => {
                if self.figures.is_none() {
                    self.show_figures();
                }
                if let Some(figures) = &mut self.figures {
                    figures_ui(ui, figures, &mut self.model);
                }
            }
            Place::Register(_) => {
                let Some(definition) = self.register() else {
                    return;
                };
                if let Some(import) = &mut self.import {
                    import_ui(ui, import, &mut self.model, &definition);
                } else if let Some(form) = self
                    .forms
                    .get_mut(&definition.id)
                    .filter(|_| self.form_open)
                {
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
        let today = self.model.clock.today();
        let list = self
            .lists
            .entry(definition.id.clone())
            .or_insert_with(|| List::new(definition));
        let Some(vault) = &self.model.vault else {
            return;
        };
        list.refresh(vault, &definition.id, today);
        let registers = vault.registers.clone();
        let all = vault
            .columns(&definition.id)
            .map_or(0, |columns| columns.len());
        let subtitle = list.subtitle(definition, all, language);
        let waiting = self
            .forms
            .get(&definition.id)
            .is_some_and(|form| form.touched);
        let commands = &mut self.model.commands;
        shell::page_header(ui, definition.label.text(language), &subtitle, |ui| {
            let label = match waiting {
                true => language.text("form-resume"),
                false => definition.case_words.new.text(language).to_owned(),
            };
            let keys = Command::NewCase.shortcut(&registers);
            if Press::new(&label)
                .icon(icons::ADD)
                .shortcut(keys)
                .primary(ui)
                .clicked()
            {
                commands.push(Command::NewCase);
            }
            let label = language.text("command-import");
            let keys = Command::Import.shortcut(&registers);
            if Press::new(&label)
                .icon(icons::IMPORT)
                .shortcut(keys)
                .button(ui)
                .clicked()
            {
                commands.push(Command::Import);
            }
        });
        ui.horizontal_wrapped(|ui| filters_ui(ui, list, &self.model, definition));
        ui.add_space(4.0);
        list.refresh_with(&self.model, &definition.id);
        list.list_and_case_ui(ui, &mut self.model, definition, all, |ui, model, key| {
            case::case_ui(ui, model, definition, key);
        });
    }
}

impl eframe::App for Desk {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.listen();
        self.dropped(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let palette = Palette::of(ui);
        self.keys(&ctx);
        if self.model.vault.is_none() {
            egui::CentralPanel::default()
                .frame(Frame::new().fill(palette.background))
                .show(ui, |ui| {
                    egui::ScrollArea::vertical()
                        .auto_shrink(false)
                        .show(ui, |ui| {
                            welcome_ui(ui, &mut self.welcome, &mut self.model);
                        });
                });
            self.carry_out(&ctx);
            return;
        }
        let side = Frame::new()
            .fill(palette.side)
            .inner_margin(Margin::symmetric(10, 0));
        Panel::left("navigation")
            .exact_size(232.0)
            .resizable(false)
            .frame(side)
            .show(ui, |ui| {
                shell::navigation_ui(ui, &mut self.model, &self.place)
            });
        let bar = Frame::new().fill(palette.panel);
        let typing = self.typed_date.is_some();
        Panel::top("top bar")
            .exact_size(52.0)
            .show_separator_line(false)
            .frame(bar)
            .show(ui, |ui| {
                shell::top_bar_ui(ui, &mut self.model, &mut self.typed_date)
            });
        if typing && self.typed_date.is_none() {
            self.give_back_keyboard();
        }
        Panel::bottom("status bar")
            .exact_size(28.0)
            .show_separator_line(false)
            .frame(bar)
            .show(ui, |ui| shell::status_bar_ui(ui, &mut self.model));
        egui::CentralPanel::default()
            .frame(shell::page_frame(&palette))
            .show(ui, |ui| self.page_ui(ui));
        if let Some(search) = &mut self.search
            && !search_ui(ui, search, &mut self.model)
        {
            self.search = None;
            self.give_back_keyboard();
        }
        if self.help {
            self.help = help_ui(ui, &self.model);
            if !self.help {
                self.give_back_keyboard();
            }
        }
        self.carry_out(&ctx);
        self.model.fetch_wanted();
    }
}
