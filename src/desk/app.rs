//! The desk itself: which screen is on, and the one place where what the user wants is carried out.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Frame, Margin, Panel, Ui};

use super::case::CasePanel;
use super::command::Command;
use super::documents::Documents;
use super::drafts::WHENEVER;
use super::drafts_ui::drafts_ui;
use super::entry_form::EntryForm;
use super::figures_ui::{Figures, figures_ui};
use super::form::Form;
use super::form_ui::form_ui;
use super::help::help_ui;
use super::import_ui::{Import, import_ui};
use super::joining::Joining;
use super::list::List;
use super::list_ui::filters_ui;
use super::meeting::{Meeting, decision};
use super::model::Model;
use super::palette::{Search, search_ui};
use super::paper::{Paper, paper_ui};
use super::press::Press;
use super::settings::Settings;
use super::settle::{Pending, PutOff};
use super::shell::{self, Place, TypedDate};
use super::theme::{self, Palette};
use super::welcome::{Welcome, welcome_ui};
use super::widgets::Tone;
use super::work_ui::{Work, work_ui};
use super::worker::{Answer, Asked, Refusal, Request, Worker};
use super::{case, icons};
use crate::clock::Clock;
use crate::language::Explain;
use crate::register::Definition;
use crate::report::PaperError;
use crate::store::{Draft, Recorded, StoreError};

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
    /// The form of a case that is on the screen. What is typed in one that was left waits as a draft.
    pub(super) form: Option<Form>,
    /// What is being typed for the timeline of a case.
    pub(super) entry: Option<EntryForm>,
    /// How the case beside the list is shown.
    pub(super) panel: CasePanel,
    /// Documents on their way in and out.
    pub(super) documents: Documents,
    /// The field that looks for a case to tie, where it is open.
    pub(super) joining: Option<Joining>,
    /// The draft that was thrown away last.
    pub(super) discarded: Option<Draft>,
    pub(super) import: Option<Import>,
    pub(super) search: Option<Search>,
    pub(super) help: bool,
    pub(super) typed_date: Option<TypedDate>,
    pub(super) work: Work,
    pub(super) meeting: Option<Meeting>,
    pub(super) paper: Option<Paper>,
    /// The task that is being put off.
    pub(super) put_off: Option<PutOff>,
    /// What was said of tasks and is being stored, in order.
    pub(super) settling: VecDeque<Pending>,
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
            work: Work::new(settings.work),
            meeting: None,
            paper: None,
            put_off: None,
            settling: VecDeque::new(),
            settings,
            place: Place::Figures,
            lists: BTreeMap::new(),
            figures: None,
            form: None,
            entry: None,
            discarded: None,
            panel: CasePanel::default(),
            documents: Documents::new(),
            joining: None,
            import: None,
            search: None,
            help: false,
            typed_date: None,
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
                        vault.tasks_told(register, tasks);
                    }
                }
                Answer::Drafts(drafts) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.drafts = drafts;
                    }
                }
                Answer::OnPaper(path) => {
                    self.paper = None;
                    let file = path.display().to_string();
                    let language = self.model.language;
                    let text = language.say("paper-made-at", &[("file", file.into())]);
                    self.model.tell(text, Tone::Ok);
                    self.model.made = Some(path);
                    self.give_back_keyboard();
                }
                Answer::KnownAt(told, ticket) => {
                    let definition = self.register();
                    if let (Some(form), Some(definition)) = (&mut self.form, definition) {
                        form.known(&definition, told, ticket);
                    }
                }
                // What is only looked at goes away by itself.
                Answer::TakenOut(path) if self.documents.are_looked_at(&path) => {
                    if self.documents.tells_first() {
                        let text = self.model.text("document-is-a-copy");
                        self.model.tell(text, Tone::Quiet);
                    }
                }
                Answer::TakenOut(path) => {
                    let file = path.display().to_string();
                    let text = self
                        .model
                        .language
                        .say("document-taken-out", &[("file", file.into())]);
                    self.model.tell(text, Tone::Ok);
                }
                Answer::Found(cases, ticket) => {
                    if let Some(joining) = &mut self.joining {
                        joining.found(cases, ticket);
                    } else if let Some(search) = &mut self.search {
                        search.found(cases, ticket);
                    }
                }
                Answer::Recorded(register, recorded) => {
                    if !self.settled(&register, &recorded) && !self.decided(&register, &recorded) {
                        self.recorded(&register, recorded);
                    }
                }
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
        self.form = None;
        self.entry = None;
        self.discarded = None;
        self.figures = None;
        self.import = None;
        self.work = Work::new(self.settings.work);
        self.meeting = None;
        self.model.meeting = None;
        self.put_off = None;
        self.settling.clear();
        if let Some(first) = registers.all().first() {
            self.place = Place::Register(first.id.clone());
        }
        self.settings.vault = Some(folder.clone());
        self.model.opened(folder, registers);
        self.save_settings();
    }

    /// A form was stored: it is gone with its draft, and its case is selected.
    fn recorded(&mut self, register: &str, recorded: Recorded) {
        if self.entry_recorded(register, &recorded) {
            if let Some(vault) = &mut self.model.vault {
                vault.fetched(recorded.cases);
            }
            return;
        }
        let Some(case) = recorded.cases.first() else {
            return;
        };
        let number = [("number", case.number.as_str().into())];
        let text = self.model.language.say("case-saved", &number);
        let key = case.key;
        let form = self
            .form
            .take_if(|form| form.saving && form.register == register);
        self.model.tell(text, Tone::Ok);
        if let Some(vault) = &mut self.model.vault {
            vault.fetched(recorded.cases);
        }
        // Whoever went on to something else meanwhile is left there.
        let here = self.place == Place::Register(register.to_owned());
        if here && self.import.is_none() && (form.is_some() || self.form.is_none()) {
            self.model.open_case = Some((register.to_owned(), key));
        }
    }

    /// What was asked could not be done; a form that was being stored is given back.
    fn refused(&mut self, asked: &Asked, refusal: &Refusal) {
        match asked {
            Asked::Long => self.model.busy = self.model.busy.saturating_sub(1),
            Asked::Paper => {
                if let Some(paper) = &mut self.paper {
                    let exists = match refusal {
                        Refusal::Paper(PaperError::Exists(path)) => Some(path.as_path()),
                        _ => None,
                    };
                    paper.refused(refusal.explain(self.model.language), exists);
                    return;
                }
            }
            Asked::Record(register) => {
                self.settling
                    .retain(|pending| pending.id.register != *register);
                if let Some(meeting) = &mut self.meeting {
                    meeting.refused();
                }
                if let Refusal::Store(StoreError::Conflict { stored, .. }) = refusal
                    && let Some(vault) = &mut self.model.vault
                {
                    vault.fetched(vec![(**stored).clone()]);
                }
                let stored = match refusal {
                    Refusal::Store(StoreError::Conflict { stored, .. }) => Some(stored),
                    _ => None,
                };
                let error = match refusal {
                    Refusal::Store(error) => Some(error),
                    _ => None,
                };
                if self.entry_refused(register, error) {
                    return;
                }
                let form = self.form.as_mut();
                if let Some(form) = form.filter(|form| form.saving && form.register == *register) {
                    form.saving = false;
                    if let Some(stored) = stored {
                        form.conflict = Some(stored.clone());
                        return;
                    }
                }
            }
            Asked::Fetch(register) => {
                if let Some(vault) = &mut self.model.vault {
                    vault.not_read(register);
                }
            }
            Asked::Other => {}
        }
        self.model.complain(refusal);
    }

    /// The register that is on the screen.
    pub(super) fn register(&self) -> Option<Arc<Definition>> {
        let vault = self.model.vault.as_ref()?;
        match &self.place {
            Place::Register(id) => vault.definition(id),
            Place::Work | Place::Meeting => None,
            Place::Figures => {
                let id = self
                    .figures
                    .as_ref()
                    .map(|figures| figures.register.clone())?;
                vault.definition(&id)
            }
        }
    }

    /// What is to be done follows from the day: it is asked anew when a day begins.
    fn new_day(&mut self, today: chrono::NaiveDate) {
        let Some(vault) = &mut self.model.vault else {
            return;
        };
        if !vault.day_is(today) {
            return;
        }
        let registers = vault.registers.clone();
        for register in registers.ids() {
            self.model.ask(Request::Tasks(register.to_owned()));
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
            Place::Work => self.work_page_ui(ui),
            Place::Meeting => self.meeting_page_ui(ui),
            Place::Register(_) => {
                let Some(definition) = self.register() else {
                    return;
                };
                if let Some(import) = &mut self.import {
                    import_ui(ui, import, &mut self.model, &definition);
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
        let can_meet = !list.rows.is_empty() && decision(definition).is_some();
        let commands = &mut self.model.commands;
        shell::page_header(ui, definition.label.text(language), &subtitle, |ui| {
            let label = definition.case_words.new.text(language);
            let keys = Command::NewCase.shortcut(&registers);
            if Press::new(label)
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
            if can_meet {
                let label = language.text("meeting-begin");
                let keys = Command::Meeting.shortcut(&registers);
                let press = Press::new(&label).icon(icons::MEETING).shortcut(keys);
                let name = Command::Meeting.label(&registers, language);
                if press.name(name).button(ui).clicked() {
                    commands.push(Command::Meeting);
                }
            }
        });
        let discarded = self.discarded.as_ref();
        let on_screen = self
            .entry
            .as_ref()
            .map(|entry| entry.keeping.draft.as_str());
        drafts_ui(ui, &mut self.model, discarded, on_screen, definition);
        ui.horizontal_wrapped(|ui| filters_ui(ui, list, &self.model, definition));
        ui.add_space(4.0);
        list.refresh_with(&self.model, &definition.id);
        let (entry, panel) = (&mut self.entry, &mut self.panel);
        let mut entry = entry.as_mut();
        list.list_and_case_ui(ui, &mut self.model, definition, all, |ui, model, key| {
            let of_case =
                |form: &&mut EntryForm| form.case.register == definition.id && form.case.key == key;
            case::case_ui(
                ui,
                model,
                definition,
                key,
                entry.take().filter(of_case),
                panel,
            );
        });
    }
}

impl eframe::App for Desk {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let today = self.model.clock.today();
        self.new_day(today);
        self.listen();
        let now = self.model.clock.wall();
        if let Some(vault) = &mut self.model.vault {
            vault.count_pressing(&self.model.actor, now);
        }
        self.dropped(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let palette = Palette::of(ui);
        self.keys(&ctx);
        self.model.selected = self
            .case_on_screen()
            .map(|(definition, _)| definition.id.clone());
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
        self.joining_ui(ui);
        self.put_off_ui(ui);
        if let Some(paper) = &mut self.paper
            && !paper_ui(ui, paper, &mut self.model)
        {
            self.paper = None;
            self.give_back_keyboard();
        }
        if self.help {
            self.help = help_ui(ui, &self.model);
            if !self.help {
                self.give_back_keyboard();
            }
        }
        self.carry_out(&ctx);
        self.leave_entry_out_of_sight();
        self.keep_typed(&ctx);
        let now = ctx.input(|input| input.time);
        if let Some(wait) = self.model.fetch_wanted(now) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait));
        }
    }

    /// The last characters that were typed are kept too; the clerk finishes before the window is gone.
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keep_now(WHENEVER);
    }
}
