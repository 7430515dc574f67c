//! The desk itself: which screen is on, and the one place where what the user wants is carried out.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use egui::{Context, Frame, Margin, Panel, Rect, Ui};

use super::bulk::Bulk;
use super::case::CasePanel;
use super::clipboard::Clipboard;
use super::column_chooser::ColumnChooser;
use super::divider::{Panels, divider_ui};
use super::documents::Documents;
use super::drafts::WHENEVER;
use super::entry_form::EntryForm;
use super::export::Export;
use super::figures_ui::Figures;
use super::finances::FinancesPage;
use super::form::Form;
use super::grouping::Grouping;
use super::help::{Help, help_ui};
use super::import_ui::Import;
use super::indicators::IndicatorPage;
use super::joining::Joining;
use super::list::List;
use super::manage::Manage;
use super::meeting::Meeting;
use super::merging::Merging;
use super::model::Model;
use super::narrowing::Narrowing;
use super::navigation::navigation_ui;
use super::overview::Overview;
use super::palette::{Recent, Search};
use super::paper::{Paper, paper_ui};
use super::settings::Settings;
use super::settle::{Pending, PutOff};
use super::shell::{self, Place};
use super::status_bar::status_bar_ui;
use super::theme::{self, Palette};
use super::top_bar::{TypedDate, top_bar_ui};
use super::undoing::Steps;
use super::views::Views;
use super::welcome::{Welcome, welcome_ui};
use super::widgets::Tone;
use super::work_ui::Work;
use super::worker::{Request, Worker};
use crate::clock::Clock;
use crate::register::Definition;
use crate::store::Draft;

/// Where and by whom the desk is used.
#[derive(Clone)]
pub struct Workplace {
    /// What the user likes.
    pub settings: Settings,
    /// Who works here, for the history of cases.
    pub actor: String,
    /// What time it is.
    pub clock: Clock,
    /// Where tables are copied to.
    pub clipboard: Clipboard,
}

/// The desk.
pub struct Desk {
    pub(super) model: Model,
    pub(super) settings: Settings,
    pub(super) welcome: Welcome,
    pub(super) place: Place,
    pub(super) lists: BTreeMap<String, List>,
    pub(super) figures: Option<Figures>,
    pub(super) overview: Overview,
    /// The screen on which the cases were opened that are listed behind a figure.
    pub(super) opened_on: Place,
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
    /// Two cases that are to be one.
    pub(super) merging: Option<Merging>,
    /// The draft that was thrown away last.
    pub(super) discarded: Option<Draft>,
    /// The field that looks for a filter, where it is open.
    pub(super) narrowing: Option<Narrowing>,
    /// Many cases that are being changed.
    pub(super) bulk: Option<Bulk>,
    /// The field that looks for what a list is to be grouped by, where it is open.
    pub(super) grouping: Option<Grouping>,
    pub(super) import: Option<Import>,
    pub(super) search: Option<Search>,
    /// The cases that were opened last.
    pub(super) recent: Recent,
    /// The help, where it is open.
    pub(super) help: Option<Help>,
    pub(super) typed_date: Option<TypedDate>,
    pub(super) work: Work,
    pub(super) manage: Manage,
    pub(super) indicators: IndicatorPage,
    pub(super) finances: FinancesPage,
    pub(super) meeting: Option<Meeting>,
    pub(super) paper: Option<Paper>,
    /// What is on the screen on its way to a file.
    pub(super) export: Option<Export>,
    /// Where what is copied goes.
    clipboard: Clipboard,
    /// Saved views: which are open, and what is being done with one.
    pub(super) views: Views,
    /// The columns of a list, while they are being chosen.
    pub(super) choosing_columns: Option<ColumnChooser>,
    /// The task that is being put off.
    pub(super) put_off: Option<PutOff>,
    /// What was said of tasks and is being stored, in order.
    pub(super) settling: VecDeque<Pending>,
    /// What was done in this window, to be undone step by step.
    pub(super) steps: Steps,
}

impl Desk {
    /// The desk with the vault of its settings opening, or the first screen.
    pub fn new(ctx: &Context, workplace: Workplace, worker: Worker) -> Self {
        let Workplace {
            settings,
            actor,
            clock,
            clipboard,
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
            manage: Manage::default(),
            indicators: IndicatorPage::default(),
            finances: FinancesPage::default(),
            meeting: None,
            paper: None,
            export: None,
            clipboard,
            views: Views::default(),
            choosing_columns: None,
            put_off: None,
            settling: VecDeque::new(),
            steps: Steps::default(),
            settings,
            place: Place::Figures,
            lists: BTreeMap::new(),
            figures: None,
            overview: Overview::default(),
            opened_on: Place::Figures,
            form: None,
            entry: None,
            discarded: None,
            panel: CasePanel::default(),
            documents: Documents::new(),
            joining: None,
            merging: None,
            narrowing: None,
            grouping: None,
            bulk: None,
            import: None,
            search: None,
            recent: Recent::default(),
            help: None,
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

    /// The register that is on the screen.
    pub(super) fn register(&self) -> Option<Arc<Definition>> {
        let vault = self.model.vault.as_ref()?;
        match &self.place {
            Place::Register(id) => vault.definition(id),
            Place::Overview
            | Place::Work
            | Place::Meeting
            | Place::Indicators
            | Place::Finances
            | Place::Manage => None,
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

    /// The line beside the navigation, which is drawn over the page it borders on.
    fn navigation_divider_ui(&mut self, ui: &Ui, navigation: Rect) {
        let line = navigation.with_min_x(navigation.right());
        let name = self.model.text("panel-navigation");
        let panel = &mut self.settings.panels.navigation;
        if divider_ui(ui, &name, line, panel, |at| at - navigation.left()) {
            self.save_settings();
        }
    }

    /// Makes panels wider, narrower, or as they usually are.
    pub(super) fn set_panels(&mut self, set: impl Fn(&mut Panels)) {
        set(&mut self.settings.panels);
        self.save_settings();
    }
}

impl eframe::App for Desk {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let today = self.model.clock.today();
        self.new_day(today);
        self.listen();
        let now = self.model.clock.wall();
        if let Some(vault) = &mut self.model.vault {
            vault.now = now;
        }
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
        let width = self.settings.panels.navigation.show(232.0, 200.0..=360.0);
        let navigation = Panel::left("navigation")
            .exact_size(width)
            .resizable(false)
            .frame(side)
            .show(ui, |ui| {
                navigation_ui(ui, &mut self.model, &self.place);
            });
        let bar = Frame::new().fill(palette.panel);
        let typing = self.typed_date.is_some();
        Panel::top("top bar")
            .exact_size(52.0)
            .show_separator_line(false)
            .frame(bar)
            .show(ui, |ui| {
                top_bar_ui(ui, &mut self.model, &mut self.typed_date);
            });
        if typing && self.typed_date.is_none() {
            self.give_back_keyboard();
        }
        Panel::bottom("status bar")
            .exact_size(28.0)
            .show_separator_line(false)
            .frame(bar)
            .show(ui, |ui| status_bar_ui(ui, &mut self.model));
        egui::CentralPanel::default()
            .frame(shell::page_frame(&palette))
            .show(ui, |ui| self.page_ui(ui));
        self.navigation_divider_ui(ui, navigation.response.rect);
        self.search_ui(ui);
        self.joining_ui(ui);
        self.merging_ui(ui);
        self.narrowing_ui(ui);
        self.grouping_ui(ui);
        self.bulk_ui(ui);
        self.columns_ui(ui);
        self.naming_ui(ui);
        self.put_off_ui(ui);
        self.export_ui(ui);
        if let Some(paper) = &mut self.paper
            && !paper_ui(ui, paper, &mut self.model)
        {
            self.paper = None;
            self.give_back_keyboard();
        }
        if let Some(help) = &mut self.help
            && !help_ui(ui, help, &self.model)
        {
            self.help = None;
            self.give_back_keyboard();
        }
        self.carry_out(&ctx);
        self.leave_entry_out_of_sight();
        self.keep_typed(&ctx);
        if let Some(copied) = self.model.clipboard.take() {
            self.clipboard.put(copied, &ctx);
        }
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
