//! What is exported of what is on the screen. The vault service evaluates it from the same columns as the screen does, so
//! that file, clipboard and screen say the same.

use std::path::PathBuf;
use std::sync::Arc;

use crate::desk::backend::indicator_book::IndicatorBook;
use crate::figures::{Columns, Figure, FigureError};
use crate::language::Language;
use crate::register::{Definition, STAND};
use crate::report::{
    Dialect, ExportFormat, ListQuestion, Made, OverviewQuestion, Publication, SeriesQuestion,
    Shape, TableQuestion,
};

/// What is exported.
#[derive(Clone, Debug)]
pub enum ExportSource {
    /// A figure, of this state of its register, with the chart beside it.
    Figure(Arc<Columns>, Question, Drawn),
    /// Cases of this register.
    List(String, Box<ListQuestion>),
    /// Everything at a glance.
    Overview(Box<OverviewQuestion>),
    /// The indicators of this year, by everything that is known of them.
    Indicators(IndicatorBook, i32),
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
    pub fn published(
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

impl ExportSource {
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

/// An export to a file.
#[derive(Clone, Debug)]
pub struct ExportJob {
    /// What is exported.
    pub source: ExportSource,
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

/// A copy to the clipboard.
#[derive(Clone, Debug)]
pub struct CopyJob {
    /// What is exported.
    pub source: ExportSource,
    /// Whether it is the chart of it.
    pub chart: bool,
    /// The language it is written in.
    pub language: Language,
}
