//! The desk itself: which screen is on, and the one place where what the user wants is carried out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Frame, Margin, Panel, Ui};

use super::command::Command;
use super::figures_ui::{Figures, figures_ui};
use super::form::Form;
use super::form_ui::form_ui;
use super::help::help_ui;
use super::import_ui::{Import, import_ui};
use super::list::List;
use super::list_ui::filters_ui;
use super::model::Model;
use super::palette::{Search, search_ui};
use super::press::Press;
use super::settings::Settings;
use super::shell::{self, Place, TypedDate};
use super::theme::{self, Palette};
use super::welcome::{Welcome, welcome_ui};
use super::widgets::Tone;
use super::worker::{Answer, Asked, Refusal, Request, Worker};
use super::{case, icons};
use crate::clock::Clock;
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
    pub(super) model: Model,
    pub(super) settings: Settings,
    pub(super) welcome: Welcome,
    pub(super) place: Place,
    pub(super) lists: BTreeMap<String, List>,
    pub(super) figures: Option<Figures>,
    /// Forms that are being filled in, by register: one that is left is found again as it was.
    pub(super) forms: BTreeMap<String, Form>,
    /// Whether the form of the open register is on the screen.
    pub(super) form_open: bool,
    pub(super) import: Option<Import>,
    pub(super) search: Option<Search>,
    pub(super) help: bool,
    pub(super) typed_date: Option<TypedDate>,
    /// Whether it was said that closing the window loses what is typed.
    warned: bool,
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
        let named = settings.named_language.or(settings.language);
        let language = named.unwrap_or_default();
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
            warned: false,
        }
    }

    pub(super) fn save_settings(&mut self) {
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
                Answer::Dossier(register, key, dossier) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.told(register, key, *dossier);
                    }
                }
                Answer::Tasks(register, tasks) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.to_do(register, tasks);
                    }
                }
                Answer::Drafts(drafts) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.drafts = drafts;
                    }
                }
                Answer::KnownAt(..) => {}
                Answer::TakenOut(path) => {
                    let file = path.display().to_string();
                    let text = self
                        .model
                        .language
                        .say("document-taken-out", &[("file", file.into())]);
                    self.model.tell(text, Tone::Ok);
                }
                Answer::Found(cases, ticket) => {
                    if let Some(search) = &mut self.search {
                        search.found(cases, ticket);
                    }
                }
                Answer::Recorded(register, recorded) => self.recorded(&register, recorded.cases),
                Answer::Imported(told) => {
                    self.model.busy = self.model.busy.saturating_sub(1);
                    if let Some(import) = &mut self.import {
                        import.told(*told);
                    }
                }
                Answer::Refused(asked, refusal) => self.refused(&asked, &refusal),
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
    fn recorded(&mut self, _register: &str, cases: Vec<CaseFile>) {
        let Some(case) = cases.first() else { return };
        let text = self
            .model
            .language
            .say("case-saved", &[("number", case.number.as_str().into())]);
        self.model.tell(text, Tone::Ok);
        let (register, key) = (case.register.clone(), case.key);
        self.forms.remove(&register);
        if let Some(vault) = &mut self.model.vault {
            vault.fetched(cases);
        }
        // Whoever went on to something else meanwhile is left there.
        if self.place == Place::Register(register.clone()) && self.import.is_none() {
            self.form_open = false;
            self.model.open_case = Some((register, key));
        }
    }

    /// What was asked could not be done; a form that was being stored is given back.
    fn refused(&mut self, asked: &Asked, refusal: &Refusal) {
        match asked {
            Asked::Long => self.model.busy = self.model.busy.saturating_sub(1),
            Asked::Record(register) => {
                let on_screen = self.form_open && self.place == Place::Register(register.clone());
                if let Some(form) = self.forms.get_mut(register) {
                    form.saving = false;
                    if let Refusal::Store(StoreError::Conflict { stored, .. }) = refusal {
                        form.conflict = Some(stored.clone());
                        if on_screen {
                            return;
                        }
                    }
                }
            }
            Asked::Fetch(_) | Asked::Other => {}
        }
        self.model.complain(refusal);
    }

    /// A register in which something is typed that is not stored.
    pub(super) fn waiting_form(&self) -> Option<String> {
        let mut forms = self.forms.iter();
        let waiting = forms.find(|(_, form)| form.sheet.touched || form.saving);
        waiting.map(|(register, _)| register.clone())
    }

    /// Closing the window once with something typed shows what it is; closing it again closes it.
    fn guard_closing(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.warned {
            return;
        }
        if self.show_waiting_form() {
            self.warned = true;
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        }
    }

    /// The register that is on the screen.
    pub(super) fn register(&self) -> Option<Arc<Definition>> {
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
            .is_some_and(|form| form.sheet.touched);
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
        let today = self.model.clock.today();
        if let Some(vault) = &mut self.model.vault {
            vault.day_is(today);
        }
        self.listen();
        self.dropped(ctx);
        self.guard_closing(ctx);
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
                shell::navigation_ui(ui, &mut self.model, &self.place);
            });
        let bar = Frame::new().fill(palette.panel);
        let typing = self.typed_date.is_some();
        Panel::top("top bar")
            .exact_size(52.0)
            .show_separator_line(false)
            .frame(bar)
            .show(ui, |ui| {
                shell::top_bar_ui(ui, &mut self.model, &mut self.typed_date);
            });
        if typing && self.typed_date.is_none() {
            self.give_back_keyboard();
        }
        let waiting = self.waiting_form().is_some();
        Panel::bottom("status bar")
            .exact_size(28.0)
            .show_separator_line(false)
            .frame(bar)
            .show(ui, |ui| shell::status_bar_ui(ui, &mut self.model, waiting));
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
