//! An export of what is on the screen, to a file or to the clipboard. The vault service evaluates it from the same columns
//! as the screen, so that file, clipboard and screen agree.

use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::Arc;

use crate::desk::backend::indicator_book::IndicatorBook;
use crate::figures::{Columns, Figure, FigureError};
use crate::language::Language;
use crate::register::{Definition, STAND};
use crate::report::{
    Dialect, ExportFormat, ListQuestion, Made, OverviewQuestion, Publication, SeriesQuestion,
    Shape, Sharing, TableQuestion,
};

/// What is exported.
#[derive(Clone, Debug)]
pub enum ExportSource {
    /// A figure with its chart, evaluated from these columns.
    Figure(Arc<Columns>, FigureQuestion, ChartQuestion),
    /// The list of cases of the register with this id.
    List(String, Box<ListQuestion>),
    /// The overview.
    Overview(Box<OverviewQuestion>),
    /// The indicators in this year.
    Indicators(IndicatorBook, i32),
    /// These indicators over these years.
    ManyYears(IndicatorBook, Vec<String>, RangeInclusive<i32>),
}

/// The question that a figure answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureQuestion {
    /// A table in one period.
    Table(Box<TableQuestion>),
    /// The same figure over time.
    Series(Box<SeriesQuestion>),
}

/// A chart: the question it answers, and its shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartQuestion {
    /// The question.
    pub question: FigureQuestion,
    /// The shape it is drawn in, where the answer can be shown in it.
    pub shape: Shape,
}

impl FigureQuestion {
    fn figure(&self) -> &Figure {
        match self {
            Self::Table(question) => &question.figure,
            Self::Series(question) => &question.figure,
        }
    }

    /// The name of its file without an ending: the register, the fields, and the period; of a period that is no calendar
    /// year, quarter or month its last day.
    pub fn file_name(&self, definition: &Definition) -> String {
        let Figure {
            entries,
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
        let parts = [&definition.id].into_iter().chain(entries).chain(fields);
        let parts: Vec<&str> = parts.map(String::as_str).chain([period.as_str()]).collect();
        parts.join("-")
    }

    /// Evaluates the question.
    ///
    /// # Errors
    /// The figure names what its register does not have.
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

impl ChartQuestion {
    /// Evaluates the question, with the chart in this shape.
    ///
    /// # Errors
    /// The figure names what its register does not have.
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
    /// Whether it has a chart, which can be copied as a picture.
    pub fn has_chart(&self) -> bool {
        matches!(self, Self::Figure(..))
    }

    /// The kinds of file it can be exported to.
    pub fn formats(&self) -> &'static [ExportFormat] {
        match self {
            Self::Figure(..) => ExportFormat::OF_FIGURES,
            Self::List(..) | Self::Overview(_) | Self::Indicators(..) | Self::ManyYears(..) => {
                ExportFormat::OF_LISTS
            }
        }
    }

    /// The same, where it is a list of cases for this partner.
    #[must_use]
    pub fn shared_with(mut self, sharing: Option<Sharing>) -> Self {
        if let Self::List(_, question) = &mut self {
            question.sharing = sharing;
        }
        self
    }

    /// Whether it is a list of cases, which can be edited elsewhere.
    pub fn is_list(&self) -> bool {
        matches!(self, Self::List(..))
    }

    /// Whether the file can also list the cases that its numbers count.
    pub fn has_cases(&self) -> bool {
        matches!(self, Self::Figure(_, FigureQuestion::Table(_), _))
    }
}

/// What an exported file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportContents {
    /// What is on the screen.
    Shown,
    /// Of a figure also, by case number, the cases that were counted.
    WithCases,
    /// The cases of a list, to be edited and imported again.
    Editable,
}

/// An export to a file.
#[derive(Clone, Debug)]
pub struct ExportJob {
    /// What is exported.
    pub source: ExportSource,
    /// What the file holds.
    pub contents: ExportContents,
    /// How a CSV file is written.
    pub dialect: Dialect,
    /// The language of the file.
    pub language: Language,
    /// The file to write; its ending says of which kind it is.
    pub to: PathBuf,
    /// Whether it may replace a file that exists.
    pub overwrite: bool,
}

/// A copy to the clipboard.
#[derive(Clone, Debug)]
pub struct CopyJob {
    /// What is exported.
    pub source: ExportSource,
    /// Whether the chart is copied instead of the table.
    pub chart: bool,
    /// The language of the copy.
    pub language: Language,
}
