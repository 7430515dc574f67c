//! Where a link of the manual leads: to a screen of the program, or to another chapter.

use super::chapter;
use crate::language::Language;

/// What a link to a screen begins with: `peildatum:figures`.
const SCREEN: &str = "peildatum:";
/// What a link to another chapter ends with: it is the name of its file, so that it works outside the program as well.
const CHAPTER: &str = ".md";

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To a screen of the program.
    Screen(Screen),
    /// To the chapter with this id, in the language that is being read.
    Chapter(String),
}

/// A screen to which the manual can lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// All registers at a glance.
    Overview,
    /// What is to be done.
    Work,
    /// The figures.
    Figures,
    /// The indicators.
    Indicators,
    /// The check of the finances.
    Finances,
    /// The lists and definitions.
    Manage,
    /// The import of a file.
    Import,
    /// The search.
    Search,
    /// The help.
    Help,
}

impl Screen {
    /// Every screen with its name in a link: that of the command that goes there, without `command-`.
    pub const NAMES: [(&str, Self); 9] = [
        ("overview", Self::Overview),
        ("work", Self::Work),
        ("figures", Self::Figures),
        ("indicators", Self::Indicators),
        ("finances", Self::Finances),
        ("manage", Self::Manage),
        ("import", Self::Import),
        ("search", Self::Search),
        ("help", Self::Help),
    ];
}

impl Link {
    /// Where a link with this destination leads; nothing where it is neither a screen nor a chapter of the manual.
    pub fn of(destination: &str) -> Option<Self> {
        if let Some(name) = destination.strip_prefix(SCREEN) {
            let found = Screen::NAMES.iter().find(|(known, _)| *known == name);
            return found.map(|(_, screen)| Self::Screen(*screen));
        }
        let id = destination.strip_suffix(CHAPTER)?;
        // The chapters are the same in every language.
        chapter(Language::default(), id).map(|chapter| Self::Chapter(chapter.id.clone()))
    }
}
