//! The desk itself: which screen is on, and the one place where what the user wants is carried out.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use egui::{Context, Frame, Margin, Panel, Rect, Ui};

use crate::clock::Clock;
use crate::desk::app::drafts::WHENEVER;
use crate::desk::app::saved_views::SavedViews;
use crate::desk::app::undo::UndoStack;
use crate::desk::backend::clipboard::Clipboard;
use crate::desk::backend::worker::{Request, Worker};
use crate::desk::case::case_picker::CasePicker;
use crate::desk::case::documents::Documents;
use crate::desk::case::merge::MergeDialog;
use crate::desk::case::panel::CasePanel;
use crate::desk::figures::page::FiguresPage;
use crate::desk::finances::page::FinancesPage;
use crate::desk::form::case_form::CaseForm;
use crate::desk::form::entry_form::EntryForm;
use crate::desk::frame::first_screen::{FirstScreen, welcome_ui};
use crate::desk::frame::help::{Help, help_ui};
use crate::desk::frame::navigation::navigation_ui;
use crate::desk::frame::palette::{CommandPalette, Recent};
use crate::desk::frame::status_bar::status_bar_ui;
use crate::desk::frame::top_bar::{TypedDate, top_bar_ui};
use crate::desk::indicators::IndicatorPage;
use crate::desk::kit::divider::{Panels, divider_ui};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::Tone;
use crate::desk::list::bulk_change::BulkChange;
use crate::desk::list::case_list::CaseList;
use crate::desk::list::column_chooser::ColumnChooser;
use crate::desk::list::filter_picker::FilterPicker;
use crate::desk::list::group_picker::GroupPicker;
use crate::desk::manage::ManagePage;
use crate::desk::meeting::discussion::MeetingPage;
use crate::desk::overview::content::OverviewPage;
use crate::desk::state::model::Model;
use crate::desk::state::route::{self, Route};
use crate::desk::state::settings::Settings;
use crate::desk::transfer::export_dialog::ExportDialog;
use crate::desk::transfer::import_page::ImportPage;
use crate::desk::transfer::paper_dialog::{PaperDialog, paper_ui};
use crate::desk::work::page::WorkPage;
use crate::desk::work::put_off::{PendingTask, PutOff};
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
    pub model: Model,
    pub settings: Settings,
    pub welcome: FirstScreen,
    pub place: Route,
    pub lists: BTreeMap<String, CaseList>,
    pub figures: Option<FiguresPage>,
    pub overview: OverviewPage,
    /// The screen on which the cases were opened that are listed behind a figure.
    pub opened_on: Route,
    /// The form of a case that is on the screen. What is typed in one that was left waits as a draft.
    pub form: Option<CaseForm>,
    /// What is being typed for the timeline of a case.
    pub entry: Option<EntryForm>,
    /// How the case beside the list is shown.
    pub panel: CasePanel,
    /// Documents on their way in and out.
    pub documents: Documents,
    /// The field that looks for a case to tie, where it is open.
    pub joining: Option<CasePicker>,
    /// Two cases that are to be one.
    pub merging: Option<MergeDialog>,
    /// The draft that was thrown away last.
    pub discarded: Option<Draft>,
    /// The field that looks for a filter, where it is open.
    pub narrowing: Option<FilterPicker>,
    /// Many cases that are being changed.
    pub bulk: Option<BulkChange>,
    /// The field that looks for what a list is to be grouped by, where it is open.
    pub grouping: Option<GroupPicker>,
    pub import: Option<ImportPage>,
    pub search: Option<CommandPalette>,
    /// The cases that were opened last.
    pub recent: Recent,
    /// The help, where it is open.
    pub help: Option<Help>,
    pub typed_date: Option<TypedDate>,
    pub work: WorkPage,
    pub manage: ManagePage,
    pub indicators: IndicatorPage,
    pub finances: FinancesPage,
    pub meeting: Option<MeetingPage>,
    pub paper: Option<PaperDialog>,
    /// What is on the screen on its way to a file.
    pub export: Option<ExportDialog>,
    /// Where what is copied goes.
    clipboard: Clipboard,
    /// Saved views: which are open, and what is being done with one.
    pub views: SavedViews,
    /// The columns of a list, while they are being chosen.
    pub choosing_columns: Option<ColumnChooser>,
    /// The task that is being put off.
    pub put_off: Option<PutOff>,
    /// What was said of tasks and is being stored, in order.
    pub settling: VecDeque<PendingTask>,
    /// What was done in this window, to be undone step by step.
    pub steps: UndoStack,
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
            welcome: FirstScreen::new(settings.vault.as_deref()),
            work: WorkPage::new(settings.work),
            manage: ManagePage::default(),
            indicators: IndicatorPage::default(),
            finances: FinancesPage::default(),
            meeting: None,
            paper: None,
            export: None,
            clipboard,
            views: SavedViews::default(),
            choosing_columns: None,
            put_off: None,
            settling: VecDeque::new(),
            steps: UndoStack::default(),
            settings,
            place: Route::Figures,
            lists: BTreeMap::new(),
            figures: None,
            overview: OverviewPage::default(),
            opened_on: Route::Figures,
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

    pub fn save_settings(&mut self) {
        if let Err(error) = self.settings.save() {
            let text = self.model.language.say(
                "settings-not-saved",
                &[("reason", error.to_string().into())],
            );
            self.model.notify(text, Tone::Warn);
        }
    }

    /// The register that is on the screen.
    pub fn register(&self) -> Option<Arc<Definition>> {
        let vault = self.model.vault.as_ref()?;
        match &self.place {
            Route::Register(id) => vault.definition(id),
            Route::Overview
            | Route::Work
            | Route::Meeting
            | Route::Indicators
            | Route::Finances
            | Route::Manage => None,
            Route::Figures => {
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
    pub fn set_panels(&mut self, set: impl Fn(&mut Panels)) {
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
            .frame(route::page_frame(&palette))
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
