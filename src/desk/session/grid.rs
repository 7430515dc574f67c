//! The grid in which new cases are typed as rows: opened, left for its draft, and told what became of its rows.

use super::screens::Session;
use crate::desk::backend::import_job::CasesOutcome;
use crate::desk::backend::protocol::RequestId;
use crate::desk::form::autosave::NO_TIME;
use crate::desk::form::grid_draft::GridDraft;
use crate::desk::kit::widgets::Tone;
use crate::desk::parts::case_count::case_count;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
use crate::desk::transfer::grid::state::GridPage;
use crate::desk::transfer::import_page::ImportPage;
use crate::register::Definition;
use crate::store::Draft;

impl Session {
    /// Opens the grid of the register that is on the screen, as it was left.
    pub(super) fn enter_many(&mut self, model: &mut Model) {
        if self.grid().is_some() {
            return self.take_keyboard(model);
        }
        let Some(definition) = self.register(model) else {
            return;
        };
        let of_draft = |draft| GridPage::of_draft(draft, &definition);
        let left = self.waiting(&definition.id, model).find_map(of_draft);
        let page = left.unwrap_or_else(|| GridPage::new(&definition));
        self.open_grid(page, &definition, model);
    }

    /// Goes on with this draft, where it is that of a grid. Says whether it is.
    pub(super) fn resume_grid(
        &mut self,
        draft: &Draft,
        definition: &Definition,
        model: &mut Model,
    ) -> bool {
        if self.grid().is_some_and(|grid| grid.draft_id() == draft.id) {
            self.take_keyboard(model);
            return true;
        }
        let page = GridPage::of_draft(draft, definition);
        let found = page.is_some();
        if let Some(page) = page {
            self.open_grid(page, definition, model);
        }
        found
    }

    fn open_grid(&mut self, page: GridPage, definition: &Definition, model: &mut Model) {
        self.forms.leave_case(model);
        self.go(Route::Register(definition.id.clone()), model);
        self.leave_import(model);
        self.import = Some(ImportPage::Grid(Box::new(page)));
    }

    /// Leaves what is imported. What is typed in a grid waits as its draft, and the status bar says so.
    pub fn leave_import(&mut self, model: &mut Model) {
        if let Some(grid) = self.grid_mut() {
            grid.save_draft(NO_TIME, model);
            if grid.has_draft() {
                let text = model.text("form-waits");
                model.notify(text, Tone::Quiet);
            }
        }
        self.import = None;
    }

    /// Rows that were typed are stored: they leave the grid, or the draft of it where it was left meanwhile.
    pub fn on_rows_stored(
        &mut self,
        outcome: &CasesOutcome,
        id: RequestId,
        draft: &str,
        model: &mut Model,
    ) {
        let register = &outcome.import.register;
        let vault = model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(register)) else {
            return;
        };
        match self.grid_mut().filter(|grid| grid.draft_id() == draft) {
            Some(grid) => grid.on_stored(outcome, id, model),
            None => drop_stored(outcome, draft, model),
        }
        let report = &outcome.imported.report;
        let count = report.added + report.updated;
        let language = model.language;
        let refused = report.refused as i64;
        let (id, tone) = match (count, refused) {
            (0, 1..) => ("grid-nothing-stored", Tone::Warn),
            (_, 1..) => ("grid-stored-others-wrong", Tone::Warn),
            _ => ("grid-stored", Tone::Ok),
        };
        let mut words = case_count(&definition, count, language).to_vec();
        words.push(("refused", refused.into()));
        let said = language.say(id, &words);
        model.notify(said, tone);
        let action = outcome.imported.action.clone();
        self.undo.push_cases(register.clone(), action, model);
    }
}

/// Takes the rows that were stored out of the draft of a grid that was left.
fn drop_stored(outcome: &CasesOutcome, id: &str, model: &mut Model) {
    let drafts = model.vault.iter().flat_map(|vault| &vault.drafts);
    let mut drafts = drafts.filter(|draft| draft.id == id);
    let Some((draft, mut grid)) =
        drafts.find_map(|draft| Some((draft.clone(), GridDraft::of(draft)?)))
    else {
        return;
    };
    grid.keep_only(&outcome.refused_rows());
    grid.save(draft, model);
}
