//! What is on the screen as something that goes out: to the clipboard, or to a file.

use super::app::Desk;
use super::arrangement::Scope;
use super::bulk_ui::of_cases;
use super::cells::columns_of;
use super::clipboard::Copied;
use super::going::{CopyJob, Going, Question};
use super::list::List;
use super::shell::Place;
use super::widgets::Tone;
use super::work::to_the_minute;
use super::worker::Request;
use crate::figures::Columns;
use crate::language::Language;
use crate::register::Definition;
use crate::report::{ListQuestion, ListedCases};

impl Desk {
    /// Whether something on the screen can go out.
    pub(super) fn can_go_out(&self) -> bool {
        match self.place {
            Place::Register(_) => self.shown_list_of().is_some(),
            Place::Figures => self.figure_going().is_some(),
            Place::Overview => true,
            _ => false,
        }
    }

    /// What on the screen goes out; nothing where there is no table.
    pub(super) fn going(&mut self) -> Option<Going> {
        match self.place {
            Place::Register(_) => self.list_going(),
            Place::Figures => self.figure_going(),
            Place::Overview => {
                let now = to_the_minute(self.model.clock.wall());
                let (vault, language) = (self.model.vault.as_ref()?, self.model.language);
                let question = self.overview.question(vault, now, language)?;
                Some(Going::Overview(Box::new(question)))
            }
            Place::Indicators if self.import.is_none() => self.indicators.going(),
            _ => None,
        }
    }

    /// The figure on the screen.
    fn figure_going(&self) -> Option<Going> {
        let figures = self.figures.as_ref()?;
        let columns = self.model.vault.as_ref()?.columns(&figures.register)?;
        let question = Question::Table(Box::new(figures.question()?.clone()));
        Some(Going::Figure(columns, question, figures.drawn()?.clone()))
    }

    /// The list on the screen: the cases that are chosen, or else all of them.
    fn list_going(&self) -> Option<Going> {
        let (definition, vault) = (self.register()?, self.model.vault.as_ref()?);
        let columns = vault.columns(&definition.id)?;
        let list = self.lists.get(self.shown_list_of()?)?;
        let question = list.question(&definition, &columns, self.model.language);
        Some(Going::List(definition.id.clone(), Box::new(question)))
    }

    /// Puts the table or the list that is on the screen on the clipboard.
    pub(super) fn copy_shown(&mut self) {
        let Some(going) = self.going() else { return };
        let language = self.model.language;
        let told = match (&going, self.register()) {
            (Going::List(_, question), Some(definition)) => {
                let count = question.keys().count();
                language.say("list-copied", &of_cases(&definition, count, language))
            }
            _ => language.text("figures-copied"),
        };
        self.copy(going, false, told);
    }

    /// Puts the chart of the figure on the screen on the clipboard, as a picture.
    pub(super) fn copy_chart(&mut self) {
        let figure = self.going().filter(|going| going.has_chart());
        if let Some(going) = figure {
            let told = self.model.text("chart-copied");
            self.copy(going, true, told);
        }
    }

    /// Asks the clerk for what is to be put on the clipboard.
    fn copy(&mut self, going: Going, chart: bool, told: String) {
        self.model.ask(Request::Copy(Box::new(CopyJob {
            going,
            chart,
            language: self.model.language,
            told,
        })));
    }

    /// The clerk made what goes to the clipboard.
    pub(super) fn copied(&mut self, copied: Copied, told: String) {
        self.model.clipboard = Some(copied);
        self.model.tell(told, Tone::Ok);
    }
}

impl List {
    /// The list as something that goes out.
    fn question(
        &self,
        definition: &Definition,
        columns: &Columns,
        language: Language,
    ) -> ListQuestion {
        let arrangement = &self.arrangement;
        let which = match &arrangement.scope {
            Scope::Behind(figure, name) => {
                ListedCases::OfFigure(figure.clone(), Some(name.clone()))
            }
            _ if !self.marks.is_empty() => ListedCases::Chosen,
            Scope::Running => ListedCases::Running,
            Scope::Finished => ListedCases::Finished,
            Scope::All => ListedCases::All,
        };
        let cases = self.groups_meant(columns);
        let all = cases.iter().map(|(_, keys)| keys.len()).sum();
        ListQuestion {
            title: definition.label.text(language).to_owned(),
            listed: which,
            slice: arrangement.slice.clone(),
            list_filters: arrangement.narrowed.said(definition, language),
            columns: columns_of(definition, &arrangement.columns, f32::INFINITY),
            group: arrangement.group.clone(),
            cases,
            all,
        }
    }
}
