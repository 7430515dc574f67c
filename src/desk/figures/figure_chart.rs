//! The state of the chart beside the table of a figure.

use std::sync::Arc;

use egui::Ui;

use crate::desk::backend::export_job::ChartQuestion;
use crate::desk::kit::density::Density;
use crate::desk::kit::memo::Memo;
use crate::desk::parts::crosstab::{CellPlace, Grid};
use crate::figures::{Columns, FigureError};
use crate::language::Language;
use crate::report::Made;

/// What a chart follows from: the question, the language of the screen, the generation of the register, and how close
/// together the lines of its table stand.
type Key = (ChartQuestion, Language, u64, Density);

/// The chart of a figure on the screen.
#[derive(Default)]
pub struct FigureChart {
    evaluated: Memo<Key, Grid>,
    question: Option<ChartQuestion>,
    /// Whether its numbers are shown as a table instead.
    pub as_table: bool,
    /// The cell of that table that the keyboard is on.
    pub cursor: CellPlace,
}

impl FigureChart {
    /// The question to which the chart on the screen is the answer.
    pub fn question(&self) -> Option<&ChartQuestion> {
        self.question.as_ref()
    }

    /// The chart with its numbers, evaluated only when the question, the language or the register changed.
    ///
    /// # Errors
    /// The figure names what its register does not have.
    pub fn evaluate(
        &mut self,
        ui: &Ui,
        question: ChartQuestion,
        columns: &Columns,
        made: &Made,
        language: Language,
        generation: u64,
    ) -> Result<Arc<Grid>, FigureError> {
        self.question = Some(question.clone());
        let key = (question, language, generation, Density::of(ui));
        self.evaluated.get(key, |(question, language, ..)| {
            let publication = question.published(columns, made, *language)?;
            Ok(Grid::of(ui, publication))
        })
    }
}
