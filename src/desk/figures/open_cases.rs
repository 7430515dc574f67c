//! How a number opens its cases.
//!
//! 1. A cell of the crosstab ([`crosstab_ui`]) or a mark of the chart ([`chart_ui`]) is clicked, or opened by keyboard.
//! 2. Its card calls [`FiguresPage::open_cell`] or [`FiguresPage::open_mark`], which keep the [`OpenCases`] of the number.
//! 3. The [`cases_card`] under the figure draws the first of them.
//! 4. From there they open as the list of the register ([`Model::open_cases_of_figure`]).
//!
//! [`crosstab_ui`]: crate::desk::parts::crosstab::crosstab_ui
//! [`chart_ui`]: crate::desk::parts::chart::chart_ui
//! [`cases_card`]: crate::desk::figures::cases_card::cases_card
//! [`Model::open_cases_of_figure`]: crate::desk::state::model::Model::open_cases_of_figure

use crate::desk::figures::page::FiguresPage;
use crate::desk::parts::chart::Chosen;
use crate::desk::parts::crosstab::{CellPlace, Grid};
use crate::desk::parts::drill_down::OpenCases;
use crate::register::Definition;
use crate::report::{DrillDown, Publication};

impl FiguresPage {
    /// Opens the cases that a cell of a crosstab counts.
    pub fn open_cell(&mut self, grid: &Grid, cell: CellPlace, definition: &Definition) {
        let table = grid.table();
        let CellPlace { line, column } = cell;
        let line = &table.lines[line].drill_down;
        let column = table.columns[column].drill_down.clone().unwrap_or_default();
        self.open(&grid.publication, line, &column, definition);
    }

    /// Opens the cases that a mark of the chart counts: a part of a bar or its total, a point of a line.
    pub fn open_mark(&mut self, publication: &Publication, mark: Chosen, definition: &Definition) {
        let chart = &publication.chart;
        let Chosen { group, series } = mark;
        let group = &chart.groups[group].drill_down;
        let series = series.map(|at| chart.series[at].drill_down.clone());
        self.open(publication, group, &series.unwrap_or_default(), definition);
    }

    fn open(
        &mut self,
        publication: &Publication,
        line: &DrillDown,
        column: &DrillDown,
        definition: &Definition,
    ) {
        self.open_cases = Some(OpenCases::of(publication, line, column, definition));
        self.scroll_to_cases = true;
    }

    /// Closes the cases under the figure, and gives the keyboard back to the table.
    pub fn close_cases(&mut self) {
        self.take_focus = true;
        self.open_cases = None;
    }
}
