//! The state of the page that imports a file of figures.

use std::path::Path;

use crate::desk::backend::import_job::{FiguresFileImport, FiguresOutcome};
use crate::desk::backend::protocol::Request;
use crate::desk::parts::table_field::TableField;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::exchange::FiguresImported;
use crate::figures::YearChange;

/// What is asked of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportStep {
    /// What it would do.
    Preview,
    /// To do it.
    Write,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What it would do is shown, and nothing is written.
    Previewed,
    /// It was carried out.
    Done,
    /// It was carried out, and undone.
    Undone,
}

/// The state of an import of indicators.
#[derive(Default)]
pub struct IndicatorImport {
    /// The file.
    pub(super) file: TableField,
    /// Whether nothing is imported while a row is refused.
    pub(super) all_or_nothing: bool,
    /// What a file would do, or did; also of a file that is no longer named.
    outcome: Option<Outcome>,
}

/// What a file would do, or did.
pub struct Outcome {
    /// The file, as its name was typed.
    path: String,
    /// What became of its rows, and what changed.
    pub found: FiguresImported,
    /// How far it is.
    pub stage: Stage,
}

impl IndicatorImport {
    /// An import; the file is still to be chosen.
    pub fn new() -> Self {
        Self {
            file: TableField::with_keyboard(),
            ..Self::default()
        }
    }

    /// A file was dropped on the window.
    pub fn dropped(&mut self, path: &Path, model: &mut Model) {
        self.file.set(path);
        self.ask(ImportStep::Preview, model);
    }

    /// It arrived what an import does or did; it is dropped where another file is named meanwhile.
    pub fn on_outcome(&mut self, answer: FiguresOutcome) {
        if self.file.file().as_ref() == Some(&answer.path) {
            let stage = match answer.written {
                true => Stage::Done,
                false => Stage::Previewed,
            };
            // The keys that undo an import undo typing in the field.
            self.file.leave_focus = answer.written;
            self.outcome = Some(Outcome {
                path: self.file.typed().to_owned(),
                found: answer.found,
                stage,
            });
        }
    }

    /// Values of indicators were undone or done again; they may be those of this import.
    pub fn on_years_undone(&mut self, changes: &[YearChange]) {
        let same = |outcome: &&mut Outcome| {
            let ours = outcome.found.changes.iter();
            let theirs = changes.iter();
            ours.map(|change| &change.key)
                .eq(theirs.map(|change| &change.key))
        };
        if let Some(outcome) = self.outcome.as_mut().filter(same) {
            outcome.toggle_undone();
        }
    }

    /// Asks what the file would do, or to import it.
    pub(super) fn ask(&mut self, step: ImportStep, model: &mut Model) {
        let Some(path) = self.file.file().filter(|_| !model.is_busy()) else {
            return;
        };
        let Some(year) = model.vault.as_ref().map(|vault| vault.reference.year()) else {
            return;
        };
        self.outcome = None;
        model.message = None;
        let write = step == ImportStep::Write;
        // A preview shows what every row would do: the choice for all or nothing can still be changed.
        let request = Request::ImportFigures(FiguresFileImport {
            path,
            write,
            all_or_nothing: write && self.all_or_nothing,
            year,
        });
        model.ask_for(Pending::Import, request);
    }

    /// What the file that is named would do, or did.
    pub(super) fn outcome(&self) -> Option<&Outcome> {
        self.outcome
            .as_ref()
            .filter(|outcome| outcome.path == self.file.typed())
    }

    /// How many rows can be imported from the file that is named; none where it cannot be imported.
    pub(super) fn planned(&self) -> Option<usize> {
        let outcome = self.outcome()?;
        let report = &outcome.found.imported.report;
        let held = self.all_or_nothing && report.refused > 0;
        let count = report.added + report.updated;
        (outcome.stage == Stage::Previewed && count > 0 && !held).then_some(count)
    }

    /// Save was pressed: the first time the file is previewed, the second time it is imported.
    pub fn save(&mut self, model: &mut Model) {
        if self.outcome().is_none() {
            self.ask(ImportStep::Preview, model);
        } else if self.planned().is_some() {
            self.ask(ImportStep::Write, model);
        }
    }
}

impl Outcome {
    /// It was undone, or done again.
    fn toggle_undone(&mut self) {
        self.stage = match self.stage {
            Stage::Undone => Stage::Done,
            Stage::Previewed | Stage::Done => Stage::Undone,
        };
    }
}
