//! What is on the screens of one vault: made when it opens and dropped when it closes, so that nothing is reset by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::desk::backend::task_order::TaskId;
use crate::desk::case::document_copies::DocumentCopies;
use crate::desk::case::panel::CasePanel;
use crate::desk::figures::page::FiguresPage;
use crate::desk::finances::page::FinancesPage;
use crate::desk::form::open_forms::OpenForms;
use crate::desk::frame::palette::context::Recent;
use crate::desk::frame::top_bar::TypedDate;
use crate::desk::indicators::state::IndicatorPage;
use crate::desk::list::case_list::CaseList;
use crate::desk::manage::state::ManagePage;
use crate::desk::meeting::discussion::MeetingPage;
use crate::desk::overview::page::OverviewPage;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
use crate::desk::state::saved_views::SavedViews;
use crate::desk::state::settings::Settings;
use crate::desk::state::undo_stack::UndoStack;
use crate::desk::transfer::grid::state::GridPage;
use crate::desk::transfer::import_page::ImportPage;
use crate::desk::work::page::WorkPage;
use crate::register::{CaseFile, CaseKey, Definition, Registers};
use crate::store::{Draft, Recorded};

/// The screens of an open vault.
pub struct Session {
    /// The screen that is on.
    pub route: Route,
    /// The screen on which the cases were opened that are listed behind a figure.
    pub opened_from: Route,
    /// The screen to which the form of a case goes back: the one on which it was opened.
    pub form_from: Option<Route>,
    /// The list of each register that was looked at.
    pub lists: BTreeMap<String, CaseList>,
    /// The forms that are open.
    pub forms: OpenForms,
    /// How the case beside the list is shown.
    pub panel: CasePanel,
    /// The copies of documents that are looked at.
    pub documents: DocumentCopies,
    /// The page that imports, where it is before the screen.
    pub import: Option<ImportPage>,
    /// The import into a register that was left before anything was written: it goes on where it was.
    pub left_import: Option<ImportPage>,
    /// The figures, once they were looked at.
    pub figures: Option<FiguresPage>,
    /// Every register on one screen.
    pub overview: OverviewPage,
    /// What is to be done.
    pub work: WorkPage,
    /// The lists and definitions.
    pub manage: ManagePage,
    /// The indicators.
    pub indicators: IndicatorPage,
    /// The amounts of a programme.
    pub finances: FinancesPage,
    /// The case meeting that goes on.
    pub meeting: Option<MeetingPage>,
    /// Which saved views are open.
    pub views: SavedViews,
    /// The cases that were opened last.
    pub recent: Recent,
    /// What was done in this window, to be undone step by step.
    pub undo: UndoStack,
    /// The reference date, while it is typed.
    pub typed_date: Option<TypedDate>,
}

impl Session {
    /// Of a vault with these registers, that was opened just now.
    pub fn new(registers: &Registers, settings: &Settings) -> Self {
        let first = registers.all().first();
        Self {
            route: first.map_or(Route::Figures, |first| Route::Register(first.id.clone())),
            opened_from: Route::Figures,
            form_from: None,
            lists: BTreeMap::new(),
            forms: OpenForms::default(),
            panel: CasePanel::default(),
            documents: DocumentCopies::new(),
            import: None,
            left_import: None,
            figures: None,
            overview: OverviewPage::default(),
            work: WorkPage::new(settings.work),
            manage: ManagePage::default(),
            indicators: IndicatorPage::default(),
            finances: FinancesPage::default(),
            meeting: None,
            views: SavedViews::default(),
            recent: Recent::default(),
            undo: UndoStack::default(),
            typed_date: None,
        }
    }

    /// The register that is on the screen.
    pub fn register(&self, model: &Model) -> Option<Arc<Definition>> {
        let vault = model.vault.as_ref()?;
        match &self.route {
            Route::Register(id) => vault.definition(id),
            Route::Figures => vault.definition(&self.figures.as_ref()?.register),
            Route::Overview
            | Route::Work
            | Route::Meeting
            | Route::Indicators
            | Route::Finances
            | Route::Manage => None,
        }
    }

    /// Whether the form of a case or an import is before the screen.
    pub fn is_covered(&self) -> bool {
        self.forms.case.is_some() || self.import.is_some()
    }

    /// The register whose list is on the screen, with nothing before it.
    pub fn list_route(&self) -> Option<&str> {
        match &self.route {
            Route::Register(id) if !self.is_covered() => Some(id),
            _ => None,
        }
    }

    /// The list that is on the screen, with nothing before it.
    pub fn list(&mut self) -> Option<&mut CaseList> {
        let register = self.list_route()?.to_owned();
        self.lists.get_mut(&register)
    }

    /// The case that is open on the screen, with nothing before it: the one that is selected in the list, or that of the task
    /// that is selected among the work.
    pub fn selected(&self) -> Option<(String, CaseKey)> {
        if self.route == Route::Work {
            let task = self.work.selected.as_ref();
            let task = task.filter(|_| self.work.case_is_open && !self.is_covered())?;
            return Some((task.register.clone(), task.case));
        }
        let register = self.list_route()?;
        let key = self.lists.get(register)?.selected?;
        Some((register.to_owned(), key))
    }

    /// The same, as far as it is at hand.
    pub fn case(&self, model: &mut Model) -> Option<(Arc<Definition>, Arc<CaseFile>)> {
        let (register, key) = self.selected()?;
        let vault = model.vault.as_mut()?;
        Some((vault.definition(&register)?, vault.case(&register, key)?))
    }

    /// Whether an entry is being typed in the case that is on the screen.
    pub fn entry_on_screen(&self) -> bool {
        let selected = self.selected();
        let entry = self.forms.entry.as_ref();
        entry.zip(selected).is_some_and(|(entry, (register, key))| {
            entry.case.register == register && entry.case.key == key
        })
    }

    /// Whether something is taken back, or carried in or out, in the case that is on the screen.
    pub fn panel_form_on_screen(&self, model: &mut Model) -> bool {
        self.panel.has_form() && self.case(model).is_some()
    }

    /// Whether the indicators are on the screen, with nothing before them.
    pub fn shows_indicators(&self) -> bool {
        self.route == Route::Indicators && self.import.is_none()
    }

    /// The grid in which new cases are typed as rows, where it is on the screen.
    pub fn grid(&self) -> Option<&GridPage> {
        self.import.as_ref()?.grid()
    }

    /// The same, to be changed.
    pub fn grid_mut(&mut self) -> Option<&mut GridPage> {
        self.import.as_mut()?.grid_mut()
    }

    /// Whether something is typed that would be overtaken by what is undone below it.
    pub fn is_typing(&self) -> bool {
        let form = self.forms.case.as_ref().map(|form| &form.inputs);
        let entry = self.forms.entry.as_ref();
        let entry = entry.filter(|_| self.entry_on_screen());
        let inputs = form.into_iter().chain(entry.map(|entry| &entry.inputs));
        inputs.into_iter().any(|inputs| inputs.touched)
            || (self.route == Route::Indicators && self.indicators.has_typed())
            || self.grid().is_some_and(GridPage::takes_undo)
    }

    /// The task at hand: the one that is selected among the work, or the first one of the case that is open.
    pub fn task(&self, model: &Model) -> Option<TaskId> {
        match &self.route {
            Route::Work => self.work.selected.clone(),
            Route::Register(register) => {
                let case = self.lists.get(register)?.selected?;
                let vault = model.vault.as_ref()?;
                vault.nearest_task(register, case).map(TaskId::of)
            }
            _ => None,
        }
    }

    /// The ids of the drafts of the forms that are open: on the screen, or in a meeting that goes on.
    pub fn open_drafts(&self) -> impl Iterator<Item = &str> {
        let meeting = self.meeting.iter().flat_map(MeetingPage::forms);
        let meeting = meeting.map(|form| form.autosave.draft.as_str());
        let grid = self.grid().map(GridPage::draft_id);
        self.forms.drafts().chain(meeting).chain(grid)
    }

    /// The drafts of a register that wait, the last one first. In a second form of an open one the same would be stored
    /// twice.
    pub fn waiting<'a>(
        &'a self,
        register: &'a str,
        model: &'a Model,
    ) -> impl Iterator<Item = &'a Draft> {
        let drafts = model.vault.iter().flat_map(|vault| &vault.drafts);
        drafts.filter(move |draft| {
            draft.register == register && !self.open_drafts().any(|open| open == draft.id)
        })
    }

    /// Gives the keyboard to what is on top: the form, the list, the table. An import keeps it.
    pub fn take_keyboard(&mut self, model: &Model) {
        if let Some(import) = &mut self.import {
            if let Some(grid) = import.grid_mut() {
                grid.take_focus = true;
            }
            return;
        }
        match &self.route {
            Route::Register(id) => {
                if let Some(form) = &mut self.forms.case {
                    form.inputs.take_focus = true;
                } else if let Some(entry) = &mut self.forms.entry {
                    entry.inputs.take_focus = true;
                } else if let Some(list) = self.lists.get_mut(id) {
                    list.take_focus = true;
                }
            }
            Route::Figures => {
                if let Some(figures) = &mut self.figures {
                    figures.take_focus = true;
                }
            }
            Route::Overview => self.overview.take_focus = true,
            Route::Work if self.entry_on_screen() => {
                if let Some(entry) = &mut self.forms.entry {
                    entry.inputs.take_focus = true;
                }
            }
            Route::Work => self.work.take_focus = true,
            Route::Manage => self.manage.take_focus = true,
            Route::Indicators => self.indicators.give_keyboard(model.vault.as_ref()),
            Route::Finances => self.finances.file.take_focus = true,
            Route::Meeting => {
                if let Some(meeting) = &mut self.meeting {
                    meeting.take_focus();
                }
            }
        }
    }

    /// Takes in what was stored elsewhere than in a form; a meeting about it goes on with it.
    pub fn follow(&mut self, register: &str, recorded: &Recorded, model: &mut Model) {
        let Some(vault) = &mut model.vault else {
            return;
        };
        vault.on_cases(recorded.cases.clone());
        let meeting = self.meeting.as_mut();
        let meeting = meeting.filter(|meeting| meeting.register == register);
        if let (Some(meeting), Some(definition)) = (meeting, vault.definition(register)) {
            let cases = recorded.cases.iter();
            cases.for_each(|case| meeting.on_own_change(&definition, case));
        }
    }
}
