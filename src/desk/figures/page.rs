//! The state of the screen of figures: the figure that is shown, and the cases that are open under it.

use std::sync::Arc;

use egui::Ui;

use crate::desk::backend::export_job::ChartQuestion;
use crate::desk::figures::figure_chart::FigureChart;
use crate::desk::kit::density::Density;
use crate::desk::kit::memo::Memo;
use crate::desk::parts::crosstab::{CellPlace, Grid, MOST_NUMBERS};
use crate::desk::parts::drill_down::OpenCases;
use crate::desk::state::figure_spec::FigureSpec;
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::{Columns, Figure, FigureError, Per};
use crate::language::Language;
use crate::register::{CaseKey, Definition};
use crate::report::{Made, Publication, TableQuestion};

/// The state of the screen.
pub struct FiguresPage {
    /// The id of the register.
    pub register: String,
    /// The figure, whatever the reference date is.
    pub spec: FigureSpec,
    /// The cell of the table that the keyboard is on.
    pub cursor: CellPlace,
    /// The cases that are open under the figure.
    pub open_cases: Option<OpenCases>,
    /// The rows of those cases.
    pub case_rows: Memo<(Figure, u64), CaseRows>,
    /// The chart beside the table.
    pub chart: FigureChart,
    /// The generation of the register that the screen is made of.
    pub generation: u64,
    /// For every thousand of what the figure stands below it; none is not at all.
    pub per: Option<Per>,
    /// Whether the table is to take the keyboard.
    pub take_focus: bool,
    /// Whether the cases that were opened just now are to be scrolled into view.
    pub scroll_to_cases: bool,
    evaluated: Memo<(TableQuestion, Language, u64, Density), Grid>,
    /// The table on the screen, with the question to which it is the answer.
    shown: Option<(TableQuestion, Arc<Grid>)>,
}

/// The cases that a number counts.
pub struct CaseRows {
    /// The newest first, each with how many of the entries that are counted are its own; of cases one.
    pub cases: Vec<(CaseKey, usize)>,
    /// The number itself, which is greater than that of the cases where reports or entries are counted.
    pub number: u64,
}

impl FiguresPage {
    /// The first figure of a register.
    pub fn new(definition: &Definition) -> Self {
        Self::with_spec(&definition.id, FigureSpec::new(definition))
    }

    /// This figure of a register.
    pub fn with_spec(register: &str, spec: FigureSpec) -> Self {
        Self {
            register: register.to_owned(),
            spec,
            cursor: CellPlace::default(),
            open_cases: None,
            case_rows: Memo::default(),
            chart: FigureChart::default(),
            generation: 0,
            per: None,
            take_focus: true,
            scroll_to_cases: false,
            evaluated: Memo::default(),
            shown: None,
        }
    }

    /// Changes the figure. The open cases stay open where the same cases are counted.
    pub fn set_spec(&mut self, spec: FigureSpec) {
        let counted = |of: &FigureSpec| (of.entries.clone(), of.measure, of.slice.clone());
        let sides = |of: &FigureSpec| (of.rows.clone(), of.columns.clone());
        if sides(&self.spec) != sides(&spec) {
            self.cursor = CellPlace::default();
            self.open_cases = None;
        }
        if counted(&self.spec) != counted(&spec) {
            self.open_cases = None;
        }
        self.spec = spec;
    }

    /// The table on the screen.
    pub fn publication(&self) -> Option<&Publication> {
        self.shown.as_ref().map(|(_, grid)| &grid.publication)
    }

    /// The question to which the table on the screen is the answer.
    pub fn question(&self) -> Option<&TableQuestion> {
        self.shown.as_ref().map(|(question, _)| question)
    }

    /// The question to which the chart on the screen is the answer.
    pub fn chart_question(&self) -> Option<&ChartQuestion> {
        self.chart.question()
    }

    /// The table on this reference date, evaluated only when something changed. Cases that are open follow a new table.
    ///
    /// # Errors
    /// The figure names what its register does not have, or has too many numbers for the screen.
    pub fn evaluate(
        &mut self,
        ui: &Ui,
        title: String,
        columns: &Columns,
        reference: ReferenceDate,
        made: &Made,
        language: Language,
    ) -> Result<Arc<Grid>, FigureError> {
        let question = self.spec.question(title, reference);
        let key = (question.clone(), language, self.generation, Density::of(ui));
        let grid = self.evaluated.get(key, |(question, ..)| {
            if columns.most_cells(&question.figure)? > MOST_NUMBERS {
                return Err(FigureError::TooLarge(MOST_NUMBERS));
            }
            let publication = question.published(columns, made, language)?;
            Ok(Grid::of(ui, publication))
        });
        let before = self.shown.take();
        let grid = grid?;
        let is_new = before.is_none_or(|(_, before)| !Arc::ptr_eq(&before, &grid));
        self.shown = Some((question, Arc::clone(&grid)));
        if is_new && let Some(open) = self.open_cases.take() {
            self.open_cases = open.follow(&grid.publication, columns.definition());
        }
        Ok(grid)
    }
}
