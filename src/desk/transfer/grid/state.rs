//! The grid in which new cases are typed or pasted as rows: what stands in it, what is selected, and what becomes of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::FocusDirection;

use super::checks::Checks;
use super::column::{first_columns, required_columns};
use super::content::{Content, GridRow};
use super::editing::Editing;
use super::history::History;
use super::place::{Block, Place};
use crate::desk::backend::import_job::CasesOutcome;
use crate::desk::backend::protocol::RequestId;
use crate::desk::backend::rows_check::{CellProblem, RowsCheck};
use crate::desk::form::autosave::Autosave;
use crate::desk::form::grid_draft::GridDraft;
use crate::desk::kit::table::{TableState, Widths};
use crate::desk::state::model::Model;
use crate::exchange::Target;
use crate::language::Language;
use crate::register::Definition;
use crate::store::Draft;

/// The grid.
pub struct GridPage {
    /// The register of the cases.
    pub register: String,
    pub(super) content: Content,
    pub(super) block: Block,
    pub(super) editing: Option<Editing>,
    pub(super) history: History,
    pub(super) checks: Checks,
    /// How often something was typed.
    pub(super) changes: u64,
    /// The row that is being typed for the first time: what is still blank in it is not wrong yet.
    pub(super) fresh: Option<u64>,
    /// The column in which Tab was pressed first: Enter goes back below it.
    pub(super) tabbed_from: Option<usize>,
    pub(super) table: TableState,
    pub(super) widths: Widths,
    /// Whether it is to take the keyboard.
    pub take_focus: bool,
    /// Whether the mouse selects.
    pub(super) dragging: bool,
    /// Whether the menu of the columns is to be opened.
    pub open_columns: bool,
    /// Whether the keyboard is to go on to what comes behind the grid.
    pub(super) leave: Option<FocusDirection>,
    /// The language in which the rows were checked.
    pub(super) language: Language,
    autosave: Autosave,
    /// Whether there is a draft of it in the vault.
    has_draft: bool,
    /// What is being stored.
    storing: Option<RequestId>,
    /// What was stored last, to be put back where that is undone.
    stored: Option<Stored>,
}

/// Rows that were stored.
struct Stored {
    /// The action by which they were; of one that was undone, that which undid it.
    action: String,
    undone: bool,
    columns: Vec<Target>,
    rows: Vec<Arc<GridRow>>,
}

impl GridPage {
    /// An empty grid.
    pub fn new(definition: &Definition) -> Self {
        let content = Content::new(first_columns(definition));
        Self::with(definition, content, Autosave::default(), false)
    }

    /// The grid as it was left; none where this draft is not of a grid.
    pub fn of_draft(draft: &Draft, definition: &Definition) -> Option<Self> {
        let saved = GridDraft::of(draft)?;
        let mut content = Content::of_draft(&saved, definition);
        let mut columns = content.columns().to_vec();
        let required = required_columns(definition).into_iter();
        columns.extend(required.filter(|target| !saved.columns.contains(&target.id())));
        content.set_columns(columns);
        let autosave = Autosave::of_draft(draft.id.clone());
        Some(Self::with(definition, content, autosave, true))
    }

    fn with(
        definition: &Definition,
        content: Content,
        autosave: Autosave,
        has_draft: bool,
    ) -> Self {
        Self {
            register: definition.id.clone(),
            content,
            block: Block::default(),
            editing: None,
            history: History::default(),
            checks: Checks::default(),
            changes: 0,
            fresh: None,
            tabbed_from: None,
            table: TableState::with_own_ring(),
            widths: Widths::default(),
            take_focus: true,
            dragging: false,
            open_columns: false,
            leave: None,
            language: Language::default(),
            autosave,
            has_draft,
            storing: None,
            stored: None,
        }
    }

    /// Whether undoing and doing again are about what is typed here.
    pub fn takes_undo(&self) -> bool {
        self.editing.is_some() || self.history.can_undo() || self.history.can_redo()
    }

    /// The id of its draft.
    pub fn draft_id(&self) -> &str {
        &self.autosave.draft
    }

    /// Whether there is a draft of it in the vault.
    pub fn has_draft(&self) -> bool {
        self.has_draft
    }

    /// Whether its rows are being stored.
    pub(super) fn is_storing(&self) -> bool {
        self.storing.is_some()
    }

    /// Changes what stands in the grid, as a step that can be undone.
    pub(super) fn change(&mut self, edit: impl FnOnce(&mut Content)) {
        self.history.note(&self.content, self.block);
        let at = self.block.cursor.row;
        let was_blank = |content: &Content| content.rows().get(at).is_none_or(|row| row.is_blank());
        let blank = was_blank(&self.content);
        edit(&mut self.content);
        let row = self.content.rows().get(at);
        if let Some(row) = row.filter(|row| blank && !row.is_blank()) {
            self.fresh = Some(row.id);
        }
        self.history.forget_unchanged(&self.content);
        self.changes += 1;
        let (rows, columns) = (self.content.rows().len(), self.content.columns().len());
        self.block = self.block.within(rows, columns);
    }

    /// What is changed here is one step with the last one.
    pub(super) fn history_joins(&mut self, change: impl FnOnce(&mut Self)) {
        let before = std::mem::take(&mut self.history);
        change(self);
        self.history = before;
    }

    /// Undoes the last step, or does the step again that was undone last.
    pub(super) fn step_back(&mut self, redo: bool) {
        let (content, block) = (&self.content, self.block);
        let step = match redo {
            true => self.history.redo(content, block),
            false => self.history.undo(content, block),
        };
        if let Some((content, block)) = step {
            (self.content, self.block) = (content, block);
            self.changes += 1;
            self.show_cursor();
        }
    }

    /// Selects this cell, and brings it into view.
    pub(super) fn go_to(&mut self, place: Place) {
        self.block = Block::at(place);
        self.show_cursor();
    }

    pub(super) fn show_cursor(&mut self) {
        let row = self.content.rows().get(self.block.cursor.row);
        self.fresh = self.fresh.filter(|id| row.is_some_and(|row| row.id == *id));
        self.table.show(self.block.cursor.row);
        self.table.show_column(self.block.cursor.column);
    }

    /// What is wrong with a row, as far as it is to be said: of one that is being typed for the first time, nothing of what is
    /// still blank.
    pub(super) fn problems(&self, row: &Arc<GridRow>) -> Vec<&CellProblem> {
        let checked = self.checks.of(row);
        let all = checked.map_or(&[][..], |checked| &checked.problems);
        let blank = |column: Option<usize>| {
            let text = column.and_then(|column| row.cells.get(column));
            text.is_none_or(|text| text.trim().is_empty())
        };
        let fresh = self.fresh == Some(row.id);
        all.iter()
            .filter(|problem| !(fresh && blank(problem.column)))
            .collect()
    }

    /// How many rows are wrong, as far as it is to be said.
    pub(super) fn wrong_rows(&self) -> usize {
        let rows = self.content.filled();
        rows.filter(|(_, row)| !self.problems(row).is_empty())
            .count()
    }

    /// The first cell in which something is wrong, behind the one that the keys are on, and else from the top.
    pub(super) fn next_wrong(&self) -> Option<Place> {
        let wrong = self.content.filled().filter_map(|(row, found)| {
            let problems = self.problems(found);
            let columns = problems.iter().filter_map(|problem| problem.column);
            let column = columns.min().unwrap_or_default();
            (!problems.is_empty()).then_some(Place { row, column })
        });
        let wrong: Vec<Place> = wrong.collect();
        let at = self.block.cursor.row;
        let next = wrong.iter().find(|place| place.row > at);
        next.or(wrong.first()).copied()
    }

    /// The rows were checked; an answer to an older request is dropped.
    pub fn on_checked(&mut self, check: RowsCheck, id: RequestId) {
        self.checks.on_checked(check, id);
    }

    /// A request about the rows was refused. Says whether nobody waits for that any more.
    pub fn on_refused(&mut self, id: RequestId) {
        self.checks.on_refused(id);
        if self.storing.take_if(|storing| *storing == id).is_some() {
            self.take_focus = true;
        }
    }

    /// In how many seconds what is typed has to be saved; none where all of it is.
    pub fn due(&self, now: f64) -> Option<f64> {
        match self.is_storing() {
            true => None,
            false => self.autosave.due(self.changes, now),
        }
    }

    /// Saves what was typed since the last time as a draft; of an empty grid there is none.
    pub fn save_draft(&mut self, now: f64, model: &mut Model) {
        if self.is_storing() || !self.autosave.is_behind(self.changes) {
            return;
        }
        self.autosave.on_saved(self.changes, now);
        let mut content = self.content.clone();
        // What is being typed in a cell is not lost either.
        if let Some(editing) = &self.editing {
            content.set(editing.place, editing.text.clone());
        }
        let id = self.autosave.draft.clone();
        let had = std::mem::replace(&mut self.has_draft, !content.is_blank());
        if had || self.has_draft {
            let draft = Draft {
                id,
                register: self.register.clone(),
                actor: model.user.clone(),
                saved: model.clock.now(),
                content: String::new(),
            };
            content.draft().save(draft, model);
        }
    }

    /// This draft could not be saved: it is tried again.
    pub fn on_draft_refused(&mut self, draft: &str) {
        if self.autosave.draft == draft {
            self.autosave.on_failed();
        }
    }

    /// The rows are being stored by this request.
    pub(super) fn on_storing(&mut self, id: RequestId) {
        self.storing = Some(id);
    }

    /// Rows were stored: they leave the grid. Those that were refused stay, with the keys on the first of them.
    pub fn on_stored(&mut self, outcome: &CasesOutcome, id: RequestId, model: &mut Model) {
        if self.storing.take_if(|storing| *storing == id).is_none() {
            return;
        }
        let report = &outcome.imported.report;
        let refused = outcome.refused_rows();
        let done = self.content.filled();
        let done = done.filter(|(at, _)| !refused.contains(&(at + 1)));
        let done: BTreeSet<u64> = done.map(|(_, row)| row.id).collect();
        let rows = self.content.take(&done);
        // What was typed before is in the register now: it is undone there.
        self.history = History::default();
        self.checks.again();
        self.changes += 1;
        if let Some(action) = outcome.imported.action.clone() {
            self.stored = Some(Stored {
                action,
                undone: false,
                columns: self.content.columns().to_vec(),
                rows,
            });
        }
        self.go_to(Place::default());
        self.take_focus = true;
        self.save_draft(f64::NEG_INFINITY, model);
        if let Some(wrong) = report.problems.first() {
            let names = self.content.columns().iter().map(Target::id);
            let column = wrong.column.as_ref().and_then(|name| {
                let mut names = names;
                names.position(|id| id == *name)
            });
            self.go_to(Place {
                row: 0,
                column: column.unwrap_or_default(),
            });
        }
    }

    /// An action was undone or done again by another one. Where it stored rows of this grid, they are back in it, or gone
    /// from it.
    pub fn on_undone(&mut self, action: &str, by: Option<&str>) {
        let Some(stored) = self
            .stored
            .as_mut()
            .filter(|stored| stored.action == action)
        else {
            return;
        };
        stored.undone = !stored.undone;
        by.unwrap_or_default().clone_into(&mut stored.action);
        match stored.undone {
            true => self.content.put_back(&stored.rows, &stored.columns),
            false => {
                let ids: BTreeSet<u64> = stored.rows.iter().map(|row| row.id).collect();
                self.content.take(&ids);
            }
        }
        self.history = History::default();
        self.checks.again();
        self.changes += 1;
        self.go_to(Place::default());
    }

    /// Close was pressed: what is typed in a cell is given up first. Returns whether the grid is to be closed.
    pub fn close(&mut self) -> bool {
        if self.editing.take().is_some() {
            self.changes += 1;
            self.take_focus = true;
            return false;
        }
        if !self.block.is_one() {
            self.block = Block::at(self.block.cursor);
            self.take_focus = true;
            return false;
        }
        !self.is_storing()
    }
}
