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

pub use self::changing::{change_of, content_of};
use self::definition_ui::Definitions;
use self::history_ui::History;
pub use self::items::ItemAction;
pub use self::page::manage_ui;
pub use self::subjects::content;
use crate::desk::backend::worker::Request;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::table::{TableState, Widths};
use crate::desk::parts::finder::Finder;
use crate::desk::state::model::Model;
use crate::register::{Content, Subject};
use crate::store::{Edition, Preview, StoreError, Usage};

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
    /// The choice that the selected one is to go on as is being looked for.
    merging: Option<Finder>,
    history: Option<History>,
    definitions: Definitions,
    /// A change that is being stored.
    pending: Option<Pending>,
    /// Why the last change was refused.
    fault: Option<String>,
    /// Cases that are to be listed: of this register, with this choice in this field.
    pub cases: Option<(String, String, String)>,
}

/// A change that is being stored.
struct Pending {
    id: String,
    subject: Subject,
    /// What it said before; none has the files hold again.
    before: Option<Content>,
    /// What is said of it.
    said: String,
    /// What is selected once it is stored.
    select: Option<String>,
    /// What was typed for it, which then goes.
    typed: Option<Option<String>>,
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

    /// The clerk told where the choices of a list are used.
    pub fn told_usage(&mut self, subject: Subject, usage: Vec<Usage>) {
        self.usage.insert(subject, usage);
    }

    /// The clerk told everything a list or definition was.
    pub fn told_editions(
        &mut self,
        subject: &Subject,
        editions: Vec<Edition>,
        files: Option<Content>,
    ) {
        if let Some(history) = &mut self.history {
            history.told(subject, editions, files);
        }
    }

    /// The clerk told what would become of a register.
    pub fn told_preview(&mut self, preview: Result<Preview, StoreError>, ticket: u64) {
        self.definitions.told(preview, ticket);
    }

    /// Whether something is open over the page that has the keyboard.
    pub fn has_dialog(&self) -> bool {
        self.merging.is_some() || self.history.is_some()
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
