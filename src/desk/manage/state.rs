//! The state of the screen on which lists and definitions are managed: what is open, selected and typed.

use std::collections::BTreeMap;

use super::definitions::Definitions;
use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::table::{TableState, Widths};
use crate::desk::state::model::Model;
use crate::register::Subject;
use crate::store::{Preview, StoreError, Usage};

/// The screen on which lists and definitions are managed.
#[derive(Default)]
pub struct ManagePage {
    /// The list or definition that is open.
    pub(super) subject: Option<Subject>,
    /// The id of the item that is selected in it.
    pub(super) selected: Option<String>,
    /// What is typed and not stored, by list and item; a new item has no id yet.
    pub(super) typed: BTreeMap<(Subject, Option<String>), Inputs>,
    /// Whether a new item is being typed.
    pub(super) adding: bool,
    /// Whether what belongs to the register that is unfolded is to come into view.
    pub(super) show_unfolded: bool,
    /// Whether the table is to take the keyboard.
    pub take_focus: bool,
    pub(super) table: TableState,
    pub(super) widths: Widths,
    /// Where the choices of a list are used.
    pub(super) usage: BTreeMap<Subject, Vec<Usage>>,
    pub(super) definitions: Definitions,
    /// Why the last change was refused.
    pub(super) fault: Option<String>,
}

impl ManagePage {
    /// Whether the definition of a register is open.
    pub fn shows_definition(&self) -> bool {
        matches!(self.subject, Some(Subject::Register(_)))
    }

    /// Opens a list or a definition.
    pub fn open(&mut self, subject: Subject, model: &mut Model) {
        if self.subject.as_ref() != Some(&subject) {
            self.selected = None;
            self.adding = false;
            self.fault = None;
            self.table = TableState::default();
            self.show_unfolded = true;
        }
        model.ask(Request::Usage(subject.clone()));
        self.subject = Some(subject);
        self.take_focus = true;
    }

    /// It arrived where the choices of a list are used.
    pub fn on_usage(&mut self, subject: Subject, usage: Vec<Usage>) {
        self.usage.insert(subject, usage);
    }

    /// The preview of a definition arrived.
    pub fn on_previewed(&mut self, preview: Result<Preview, StoreError>, request: RequestId) {
        self.definitions.on_previewed(preview, request);
    }

    /// How many cases have a choice, by one of its names: a choice is stored by its id, a person by name.
    pub(super) fn cases_with(&self, subject: &Subject, names: [&str; 2]) -> u64 {
        let usage = self.usage.get(subject).into_iter().flatten();
        let of = |usage: &Usage| {
            names
                .iter()
                .find_map(|name| usage.cases.get(*name))
                .copied()
        };
        usage.filter_map(of).sum()
    }
}
