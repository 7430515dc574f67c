//! The page that imports a file, into a register or into the values of the indicators, or on which new cases are typed as
//! rows.

use std::path::Path;

use egui::Ui;

use super::case_import::page::case_import_ui;
use super::case_import::state::CaseImport;
use super::grid::page::grid_ui;
use super::grid::state::GridPage;
use super::indicator_import::page::indicator_import_ui;
use super::indicator_import::state::IndicatorImport;
use crate::desk::state::model::Model;

/// An import that is before the screen.
pub enum ImportPage {
    /// Into a register.
    Cases(Box<CaseImport>),
    /// Into the values of the indicators.
    Indicators(Box<IndicatorImport>),
    /// Of rows that are typed or pasted.
    Grid(Box<GridPage>),
}

impl ImportPage {
    /// An import into this register; the file is still to be chosen.
    pub fn of_register(register: &str) -> Self {
        Self::Cases(Box::new(CaseImport::new(register.to_owned())))
    }

    /// An import into the values of the indicators; the file is still to be chosen.
    pub fn of_indicators() -> Self {
        Self::Indicators(Box::new(IndicatorImport::new()))
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, model: &mut Model) {
        match self {
            Self::Cases(import) => case_import_ui(ui, import, model),
            Self::Indicators(import) => indicator_import_ui(ui, import, model),
            Self::Grid(grid) => grid_ui(ui, grid, model),
        }
    }

    /// A file was dropped on the window.
    pub fn dropped(&mut self, path: &Path, model: &mut Model) {
        match self {
            Self::Cases(import) => import.open(path, model),
            Self::Indicators(import) => import.dropped(path, model),
            Self::Grid(_) => {}
        }
    }

    /// Save was pressed: on to the next step.
    pub fn save(&mut self, model: &mut Model) {
        match self {
            Self::Cases(import) => import.save(model),
            Self::Indicators(import) => import.save(model),
            Self::Grid(grid) => grid.save(model),
        }
    }

    /// Close was pressed. Returns whether the page is to be closed.
    pub fn close(&mut self) -> bool {
        match self {
            Self::Cases(import) => import.close(),
            Self::Indicators(_) => true,
            Self::Grid(grid) => grid.close(),
        }
    }

    /// Whether something was decided about a file that is not imported yet.
    pub fn goes_on(&self) -> bool {
        matches!(self, Self::Cases(import) if import.goes_on())
    }

    /// Whether it is into this register.
    pub fn is_of(&self, register: &str) -> bool {
        matches!(self, Self::Cases(import) if import.register == register)
    }

    /// The import into a register.
    pub fn cases(&mut self) -> Option<&mut CaseImport> {
        match self {
            Self::Cases(import) => Some(import),
            Self::Indicators(_) | Self::Grid(_) => None,
        }
    }

    /// The import of indicators.
    pub fn indicators(&mut self) -> Option<&mut IndicatorImport> {
        match self {
            Self::Indicators(import) => Some(import),
            Self::Cases(_) | Self::Grid(_) => None,
        }
    }

    /// The grid in which rows are typed.
    pub fn grid(&self) -> Option<&GridPage> {
        match self {
            Self::Grid(grid) => Some(grid),
            Self::Cases(_) | Self::Indicators(_) => None,
        }
    }

    /// The same, to be changed.
    pub fn grid_mut(&mut self) -> Option<&mut GridPage> {
        match self {
            Self::Grid(grid) => Some(grid),
            Self::Cases(_) | Self::Indicators(_) => None,
        }
    }
}
