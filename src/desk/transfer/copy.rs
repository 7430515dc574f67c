//! What is on the screen as something that goes out: to the clipboard, or to a file.

use crate::desk::app::desk::Desk;
use crate::desk::backend::clipboard::Copied;
use crate::desk::backend::export_job::{CopyJob, ExportSource, Question};
use crate::desk::backend::worker::Request;
use crate::desk::kit::widgets::Tone;
use crate::desk::list::bulk_preview::of_cases;
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::case_cells::columns_of;
use crate::desk::state::list_spec::Scope;
use crate::desk::state::route::Route;
use crate::desk::state::tasks::to_the_minute;
use crate::figures::Columns;
use crate::language::Language;
use crate::register::Definition;
use crate::report::{ListQuestion, Which};

impl Desk {
    /// Whether something on the screen can go out.
    pub fn can_go_out(&self) -> bool {
        match self.place {
            Route::Register(_) => self.shown_list_of().is_some(),
            Route::Figures => self.figure_going().is_some(),
            Route::Overview => true,
            _ => false,
        }
    }

    /// What on the screen goes out; nothing where there is no table.
    pub fn going(&mut self) -> Option<ExportSource> {
        match self.place {
            Route::Register(_) => self.list_going(),
            Route::Figures => self.figure_going(),
            Route::Overview => {
                let now = to_the_minute(self.model.clock.wall());
                let (vault, language) = (self.model.vault.as_ref()?, self.model.language);
                let question = self.overview.question(vault, now, language)?;
                Some(ExportSource::Overview(Box::new(question)))
            }
            Route::Indicators if self.import.is_none() => self.indicators.going(),
            _ => None,
        }
    }

    /// The figure on the screen.
    fn figure_going(&self) -> Option<ExportSource> {
        let figures = self.figures.as_ref()?;
        let columns = self.model.vault.as_ref()?.columns(&figures.register)?;
        let question = Question::Table(Box::new(figures.question()?.clone()));
        Some(ExportSource::Figure(
            columns,
            question,
            figures.drawn()?.clone(),
        ))
    }

    /// The list on the screen: the cases that are chosen, or else all of them.
    fn list_going(&self) -> Option<ExportSource> {
        let (definition, vault) = (self.register()?, self.model.vault.as_ref()?);
        let columns = vault.columns(&definition.id)?;
        let list = self.lists.get(self.shown_list_of()?)?;
        let question = list.question(&definition, &columns, self.model.language);
        Some(ExportSource::List(
            definition.id.clone(),
            Box::new(question),
        ))
    }

    /// Puts the table or the list that is on the screen on the clipboard.
    pub fn copy_shown(&mut self) {
        let Some(going) = self.going() else { return };
        let language = self.model.language;
        let told = match (&going, self.register()) {
            (ExportSource::List(_, question), Some(definition)) => {
                let count = question.keys().count();
                language.say("list-copied", &of_cases(&definition, count, language))
            }
            _ => language.text("figures-copied"),
        };
        self.copy(going, false, told);
    }

    /// Puts the chart of the figure on the screen on the clipboard, as a picture.
    pub fn copy_chart(&mut self) {
        let figure = self.going().filter(|going| going.has_chart());
        if let Some(going) = figure {
            let told = self.model.text("chart-copied");
            self.copy(going, true, told);
        }
    }

    /// Asks the clerk for what is to be put on the clipboard.
    fn copy(&mut self, going: ExportSource, chart: bool, told: String) {
        self.model.ask(Request::Copy(Box::new(CopyJob {
            going,
            chart,
            language: self.model.language,
            told,
        })));
    }

    /// The clerk made what goes to the clipboard.
    pub fn copied(&mut self, copied: Copied, told: String) {
        self.model.clipboard = Some(copied);
        self.model.notify(told, Tone::Ok);
    }
}

impl CaseList {
    /// The list as something that goes out.
    fn question(
        &self,
        definition: &Definition,
        columns: &Columns,
        language: Language,
    ) -> ListQuestion {
        let spec = &self.spec;
        let which = match &spec.scope {
            Scope::Behind(figure, name) => Which::Behind(figure.clone(), Some(name.clone())),
            _ if !self.selection.is_empty() => Which::Chosen,
            Scope::Running => Which::Running,
            Scope::Finished => Which::Finished,
            Scope::All => Which::All,
        };
        let cases = self.groups_meant(columns);
        let all = cases.iter().map(|(_, keys)| keys.len()).sum();
        ListQuestion {
            title: definition.label.text(language).to_owned(),
            which,
            slice: spec.slice.clone(),
            narrowed: spec.narrowed.said(definition, language),
            columns: columns_of(definition, &spec.columns, f32::INFINITY),
            group: spec.group.clone(),
            cases,
            all,
        }
    }
}
