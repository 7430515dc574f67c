//! What is typed in a grid of new cases, as it is saved in the vault.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::desk::backend::protocol::Request;
use crate::desk::parts::case_count::case_count;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::language::Language;
use crate::register::Definition;
use crate::store::Draft;

/// What is typed in a grid: its columns by the id of what they are, and its rows up to the last in which something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridDraft {
    /// The columns.
    pub columns: Vec<String>,
    /// The rows, each with the texts of its cells.
    pub rows: Vec<Vec<String>>,
}

/// The draft as JSON, which tells it from that of a form.
#[derive(Serialize, Deserialize)]
struct Content {
    grid: GridDraft,
}

impl GridDraft {
    /// What this draft holds; none where it is not that of a grid.
    pub fn of(draft: &Draft) -> Option<Self> {
        let content: Content = serde_json::from_str(&draft.content).ok()?;
        Some(content.grid)
    }

    fn content(self) -> Option<String> {
        serde_json::to_string(&Content { grid: self }).ok()
    }

    /// Leaves out every row but those with these places, counted from 1.
    pub fn keep_only(&mut self, places: &BTreeSet<usize>) {
        let rows = std::mem::take(&mut self.rows).into_iter().enumerate();
        let kept = rows.filter(|(at, _)| places.contains(&(at + 1)));
        self.rows = kept.map(|(_, row)| row).collect();
    }

    /// Saves it as what this draft holds from now on; without rows there is no draft.
    pub fn save(self, draft: Draft, model: &mut Model) {
        if self.rows.is_empty() {
            model.ask(Request::DeleteDraft(draft.register, draft.id));
        } else if let Some(content) = self.content() {
            let pending = Pending::Draft(draft.id.clone());
            let saved = model.clock.now();
            let draft = Draft {
                saved,
                content,
                ..draft
            };
            model.ask_for(pending, Request::SaveDraft(draft));
        }
    }

    /// The title of the draft: how many cases are being typed.
    pub fn title(&self, definition: &Definition, language: Language) -> String {
        let filled = |row: &&Vec<String>| row.iter().any(|text| !text.trim().is_empty());
        let count = self.rows.iter().filter(filled).count();
        language.say("grid-draft", &case_count(definition, count, language))
    }
}
