//! What goes out of what is on the screen. The clerk evaluates it from the same columns as the screen does, so that file,
//! clipboard and screen say the same.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use egui::ColorImage;

use super::clerk::{Clerk, Reply};
use super::clipboard::Copied;
use super::indicators::Known;
use super::refusal::Refusal;
use super::worker::Answer;
use crate::figures::{Columns, Figure, FigureError};
use crate::language::Language;
use crate::register::{CaseKey, Definition, STAND};
use crate::report::{
    CaseList, Dialect, ExportFormat, Exportable, IndicatorTable, ListQuestion, Made,
    OverviewQuestion, Picture, Publication, SeriesQuestion, Shape, TableQuestion, case_numbers,
    picture, save_export,
};

/// What goes out.
#[derive(Clone, Debug)]
pub enum Going {
    /// A figure, of this state of its register, with the chart beside it.
    Figure(Arc<Columns>, Question, Drawn),
    /// Cases of this register.
    List(String, Box<ListQuestion>),
    /// Everything at a glance.
    Overview(Box<OverviewQuestion>),
    /// The indicators of this year, by everything that is known of them.
    Indicators(Known, i32),
}

/// What a figure answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A table.
    Table(Box<TableQuestion>),
    /// The same figure over time.
    Series(Box<SeriesQuestion>),
}

/// The chart beside a figure: what it answers, and how it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// What it answers.
    pub question: Question,
    /// Its shape, where that is true to the answer.
    pub shape: Shape,
}

impl Question {
    fn figure(&self) -> &Figure {
        match self {
            Self::Table(question) => &question.figure,
            Self::Series(question) => &question.figure,
        }
    }

    /// What its file is called: the register, the fields, and the period or, where that is none of the calendar, its last
    /// day.
    pub fn name(&self, definition: &Definition) -> String {
        let Figure {
            rows,
            columns,
            period,
            ..
        } = self.figure();
        let fields = rows.iter().chain(columns).filter(|id| *id != STAND);
        let period = match period.step() {
            Some(_) => period.name(),
            None => period.to.to_string(),
        };
        let parts = [&definition.id].into_iter().chain(fields);
        let parts: Vec<&str> = parts.map(String::as_str).chain([period.as_str()]).collect();
        parts.join("-")
    }

    /// The answer.
    ///
    /// # Errors
    /// Those of the question.
    fn published(
        &self,
        columns: &Columns,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        match self {
            Self::Table(question) => question.published(columns, made, language),
            Self::Series(question) => question.published(columns, made, language),
        }
    }
}

impl Drawn {
    /// The answer, drawn so.
    ///
    /// # Errors
    /// Those of the question.
    pub fn published(
        &self,
        columns: &Columns,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        let publication = self.question.published(columns, made, language)?;
        Ok(Publication {
            chart: publication.chart.in_shape(self.shape),
            ..publication
        })
    }
}

impl Going {
    /// Whether it has a chart.
    pub fn has_chart(&self) -> bool {
        matches!(self, Self::Figure(..))
    }

    /// What it can become.
    pub fn formats(&self) -> &'static [ExportFormat] {
        match self {
            Self::Figure(..) => ExportFormat::OF_FIGURES,
            Self::List(..) | Self::Overview(_) | Self::Indicators(..) => ExportFormat::OF_LISTS,
        }
    }

    /// Whether there are cases behind its numbers that can go along.
    pub fn has_cases(&self) -> bool {
        matches!(self, Self::Figure(_, Question::Table(_), _))
    }
}

/// What goes to a file.
#[derive(Clone, Debug)]
pub struct ExportJob {
    /// What goes out.
    pub going: Going,
    /// Whether the cases behind the numbers go along, by their numbers.
    pub with_cases: bool,
    /// How a CSV file is written.
    pub dialect: Dialect,
    /// The language of the file.
    pub language: Language,
    /// The file to write; its name says of which kind it is.
    pub to: PathBuf,
    /// Whether a file that is there may go.
    pub overwrite: bool,
}

/// What goes to the clipboard.
#[derive(Clone, Debug)]
pub struct CopyJob {
    /// What goes out.
    pub going: Going,
    /// Whether it is the chart of it.
    pub chart: bool,
    /// The language it is written in.
    pub language: Language,
    /// What is said when it is there.
    pub told: String,
}

impl Clerk {
    /// Writes what goes out to its file.
    pub(super) fn export(&self, job: &ExportJob, reply: Reply<'_>) -> Result<(), Refusal> {
        let save =
            |outgoing: &dyn Exportable| save_export(outgoing, &job.to, job.dialect, job.overwrite);
        match &job.going {
            Going::List(register, question) => {
                save(&self.list(register, question, job.language)?)
            }
            Going::Figure(columns, _, drawn) if is_picture(&job.to) => {
                save(&drawn.published(columns, &self.made(), job.language)?)
            }
            Going::Figure(columns, question, _) => {
                save(&self.figure(columns, question, job.with_cases, job.language)?)
            }
            Going::Overview(question) => save(&question.published(&self.made(), job.language)?),
            Going::Indicators(known, year) => save(&self.indicators(known, *year, job.language)),
        }?;
        reply(Answer::Exported(job.to.clone()));
        Ok(())
    }

    /// Makes what goes to the clipboard.
    pub(super) fn copy(&self, job: CopyJob, reply: Reply<'_>) -> Result<(), Refusal> {
        let table = |outgoing: &dyn Exportable| Copied::Table {
            text: outgoing.text(),
            html: outgoing.html(),
        };
        let copied = match &job.going {
            Going::List(register, question) => {
                table(&self.list(register, question, job.language)?)
            }
            Going::Overview(question) => table(&question.published(&self.made(), job.language)?),
            Going::Indicators(known, year) => table(&self.indicators(known, *year, job.language)),
            Going::Figure(columns, _, drawn) if job.chart => {
                painted(&drawn.published(columns, &self.made(), job.language)?)?
            }
            Going::Figure(columns, question, _) => {
                table(&self.figure(columns, question, false, job.language)?)
            }
        };
        reply(Answer::Copied(Box::new(copied), job.told));
        Ok(())
    }

    fn figure(
        &self,
        columns: &Columns,
        question: &Question,
        with_cases: bool,
        language: Language,
    ) -> Result<Publication, Refusal> {
        let made = self.made();
        Ok(match question {
            Question::Table(question) if with_cases => {
                let figure = &question.figure;
                let rows = columns.rows(&figure.slice, figure.period, figure.measure)?;
                let numbers = case_numbers(self.vault()?, columns, &rows)?;
                question.published_with_cases(columns, &numbers, &made, language)?
            }
            question => question.published(columns, &made, language)?,
        })
    }

    fn indicators(&self, known: &Known, year: i32, language: Language) -> IndicatorTable {
        let figures = known.yearbook().annual(year);
        IndicatorTable::of_year(year, &figures, &self.made(), language)
    }

    fn list(
        &self,
        register: &str,
        question: &ListQuestion,
        language: Language,
    ) -> Result<CaseList, Refusal> {
        let vault = self.vault()?;
        let store = vault.store(register)?;
        let keys: Vec<CaseKey> = question.keys().collect();
        let cases = store.cases(&keys)?;
        let made = self.made();
        let mut due: HashMap<CaseKey, NaiveDate> = HashMap::new();
        for task in store.tasks(register, made.moment().date())? {
            let first = due.entry(task.case).or_insert(task.due.day);
            *first = task.due.day.min(*first);
        }
        let definition = vault.definition(register)?;
        Ok(question.published(definition, &cases, &due, &made, language))
    }
}

/// Whether a file is a picture of a chart.
fn is_picture(to: &Path) -> bool {
    ExportFormat::of(to, ExportFormat::OF_FIGURES).is_ok_and(ExportFormat::is_picture)
}

/// The chart of a figure as a picture.
fn painted(publication: &Publication) -> Result<Copied, Refusal> {
    let drawn = picture(publication).map_err(|error| Refusal::NoPicture(error.to_string()))?;
    let Picture { size, pixels } = drawn;
    Ok(Copied::Picture(ColorImage::from_rgba_unmultiplied(
        size, &pixels,
    )))
}
