//! The rows of the grid as an import: what is checked while they are typed, and stored in the end.

use super::state::GridPage;
use crate::desk::backend::import_job::CasesJob;
use crate::desk::backend::protocol::Request;
use crate::desk::backend::rows_check::RowsCheckJob;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::exchange::{Decisions, ImportJob, Progress, Target, TypedRows};
use crate::register::Definition;

impl GridPage {
    /// The rows in which something stands, as an import. Where nobody is named who handles a case, it is who types it, as in
    /// a form.
    fn import(&self, definition: &Definition, actor: &str) -> ImportJob {
        let owner = definition.work.owner.as_deref();
        let is_owner =
            |target: &Target| matches!(target, Target::Field(id) if Some(&**id) == owner);
        let columns = self.content.columns();
        let owner = columns.iter().position(is_owner);
        let rows = self.content.filled().map(|(at, row)| {
            let mut cells = row.cells.clone();
            let owner = owner.and_then(|owner| cells.get_mut(owner));
            if let Some(owner) = owner.filter(|owner| owner.trim().is_empty()) {
                actor.clone_into(owner);
            }
            (at + 1, cells)
        });
        let rows = TypedRows {
            columns: columns.iter().map(Target::id).collect(),
            rows: rows.collect(),
        };
        let decided = self.content.filled();
        let decided = decided.filter_map(|(at, row)| Some((at + 1, row.decision?)));
        ImportJob {
            decisions: Decisions {
                rows: decided.collect(),
                ..Decisions::default()
            },
            ..ImportJob::of_typed(&definition.id, rows)
        }
    }

    /// Checks the rows, once they were changed. Returns in how many seconds that is to be looked at again.
    pub(super) fn check(
        &mut self,
        definition: &Definition,
        now: f64,
        model: &mut Model,
    ) -> Option<f64> {
        if self.is_storing() {
            return None;
        }
        let wait = self.checks.due(&self.content, now)?;
        if wait > 0.0 {
            return Some(wait);
        }
        if self.content.is_blank() {
            self.checks.on_blank(&self.content);
            return None;
        }
        let job = RowsCheckJob {
            import: self.import(definition, &model.actor),
            language: model.language,
        };
        let id = model.ask_for(Pending::RowsCheck, Request::CheckRows(Box::new(job)));
        self.checks.on_sent(id, &self.content, now);
        None
    }

    /// Save was pressed: the rows that are right are stored as one action.
    pub fn save(&mut self, model: &mut Model) {
        let vault = model.vault.as_ref();
        let definition = vault.and_then(|vault| vault.definition(&self.register));
        let Some(definition) = definition.filter(|_| !self.is_storing()) else {
            return;
        };
        self.leave_cell(&definition, model);
        if self.content.is_blank() {
            return;
        }
        self.save_draft(f64::NEG_INFINITY, model);
        let job = CasesJob {
            import: self.import(&definition, &model.actor),
            keep: None,
            progress: Progress::default().into(),
        };
        let pending = Pending::TypedRows(self.draft_id().to_owned());
        let id = model.ask_for(pending, Request::ImportCases(Box::new(job)));
        self.on_storing(id);
    }

    /// What is typed in a cell stands in it from now on.
    pub(super) fn leave_cell(&mut self, definition: &Definition, model: &Model) {
        self.commit(super::typing::Typing {
            definition,
            today: model.clock.today(),
            language: model.language,
        });
    }
}
