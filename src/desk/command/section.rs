//! The headings under which the commands are listed: the screens they belong to.

use crate::language::Language;

/// A heading of the commands, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// On every screen.
    Everywhere,
    /// Going to a screen.
    Screens,
    /// The list of a register.
    List,
    /// The case that is open.
    Case,
    /// A form.
    Form,
    /// The figures.
    Figures,
    /// The indicators.
    Indicators,
    /// The tasks.
    Work,
    /// The case meeting.
    Meeting,
    /// The lists, the definitions and the settings.
    Manage,
}

impl Section {
    /// Every heading, in order.
    pub const ALL: [Self; 10] = [
        Self::Everywhere,
        Self::Screens,
        Self::List,
        Self::Case,
        Self::Form,
        Self::Figures,
        Self::Indicators,
        Self::Work,
        Self::Meeting,
        Self::Manage,
    ];

    /// The heading on the screen.
    pub fn label(self, language: Language) -> String {
        language.text(match self {
            Self::Everywhere => "section-everywhere",
            Self::Screens => "section-screens",
            Self::List => "section-list",
            Self::Case => "section-case",
            Self::Form => "section-form",
            Self::Figures => "section-figures",
            Self::Indicators => "section-indicators",
            Self::Work => "section-work",
            Self::Meeting => "section-meeting",
            Self::Manage => "section-manage",
        })
    }
}
