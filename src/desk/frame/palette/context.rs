//! What the palette cannot know itself, and the cases that were opened last.

use std::collections::VecDeque;

use crate::desk::command::Command;
use crate::desk::state::list_spec::ListSpec;
use crate::language::Language;
use crate::register::{CaseKey, Definition};
use crate::store::Draft;

/// How many of the cases that were opened last are remembered.
const RECENT: usize = 6;

/// The cases that were opened last in this window, the last one first.
#[derive(Default)]
pub struct Recent(VecDeque<(String, CaseKey)>);

/// What can be found beside cases, and what the palette cannot know itself.
pub struct PaletteContext<'a> {
    /// The commands that are available here.
    pub commands: Vec<Command>,
    /// The register that is on the screen.
    pub register: Option<&'a Definition>,
    /// How the list on the screen is made, where there is one.
    pub list: Option<&'a ListSpec>,
    /// The register of the case that is on the screen.
    pub case: Option<&'a Definition>,
    /// The cases that were opened last.
    pub recent: &'a Recent,
    /// The title of a draft, which the forms know.
    pub draft_title: fn(&Draft, &Definition, Language) -> String,
}

impl Recent {
    /// Remembers that a case was opened.
    pub fn opened(&mut self, register: &str, key: CaseKey) {
        let case = (register.to_owned(), key);
        self.0.retain(|other| *other != case);
        self.0.push_front(case);
        self.0.truncate(RECENT);
    }

    /// The register and the key of each, the last one first.
    pub fn cases(&self) -> impl Iterator<Item = &(String, CaseKey)> {
        self.0.iter()
    }
}
