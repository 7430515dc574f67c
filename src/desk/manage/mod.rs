//! What a municipality manages in the program: its lists, its people, its standard texts and its definitions. A change
//! holds at once, in every window, and can be taken back.

mod changing;
mod definition_ui;
mod history_ui;
mod item_ui;
mod items;
mod page;
mod preview;
mod rows;
mod subjects;

use std::collections::BTreeMap;

use self::definition_ui::Definitions;
pub use self::history_ui::History;
pub use self::items::ItemAction;
pub use self::page::{ChoiceMerge, manage_ui};
use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::table::{TableState, Widths};
use crate::desk::state::model::Model;
use crate::register::Subject;
use crate::store::{Preview, StoreError, Usage};

/// The screen on which lists and definitions are managed.
#[derive(Default)]
pub struct ManagePage {
    /// What is open.
    subject: Option<Subject>,
    /// What is selected in it, by its id.
    selected: Option<String>,
    /// What is typed and not stored, by what it is about; for something new there is no id.
    typed: BTreeMap<(Subject, Option<String>), Inputs>,
    /// Whether something new is being typed.
    adding: bool,
    /// Whether the table is to take the keyboard.
    pub take_focus: bool,
    table: TableState,
    widths: Widths,
    usage: BTreeMap<Subject, Vec<Usage>>,
    definitions: Definitions,
    /// Why the last change was refused.
    fault: Option<String>,
}

impl ManagePage {
    /// Opens a list or a definition.
    pub fn open(&mut self, subject: Subject, model: &mut Model) {
        if self.subject.as_ref() != Some(&subject) {
            self.selected = None;
            self.adding = false;
            self.fault = None;
            self.table = TableState::default();
        }
        model.ask(Request::Usage(subject.clone()));
        self.subject = Some(subject);
        self.take_focus = true;
    }

    /// Where the choices of a list are used arrived.
    pub fn on_usage(&mut self, subject: Subject, usage: Vec<Usage>) {
        self.usage.insert(subject, usage);
    }

    /// What would become of a register arrived.
    pub fn on_previewed(&mut self, preview: Result<Preview, StoreError>, request: RequestId) {
        self.definitions.on_previewed(preview, request);
    }

    /// How many cases have a choice, as it is stored; the name of a person stands in cases as a text.
    fn cases_with(&self, subject: &Subject, names: [&str; 2]) -> u64 {
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
