//! Where the help is opened: a chapter of the manual, the keys or the words.

use crate::desk::command::Command;

/// What the help shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The chapter of the manual with this id.
    Chapter(String),
    /// Everything that can be done, with its keys.
    Keys,
    /// The words of a figure.
    Words,
}

/// What of a topic is to come into view.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// This far from its top.
    Offset(f32),
    /// The section of a chapter with this place among all of them; 0 is the heading of the chapter.
    Section(usize),
    /// A command among the keys.
    Command(Command),
    /// The word with this id.
    Word(&'static str),
}

impl Target {
    /// The top of a topic.
    pub const TOP: Self = Self::Offset(0.0);
}

/// What is on the screen when help is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The form of a case.
    Form,
    /// A case beside its list.
    Case,
    /// The list of a register.
    List,
    /// What is to be done.
    Work,
    /// The case meeting.
    Meeting,
    /// Every register on one screen.
    Overview,
    /// The figures.
    Figures,
    /// The import of a file.
    Import,
    /// New cases that are typed as rows.
    Grid,
    /// The indicators.
    Indicators,
    /// The finances.
    Finances,
    /// The lists that are managed.
    Manage,
    /// The definition of a register.
    Definition,
}

impl Subject {
    /// The chapter of the manual about it, by its id, and the section of that chapter.
    pub fn section(self) -> (&'static str, usize) {
        match self {
            Self::Form => ("10-intake", 0),
            Self::Case => ("15-case", 0),
            Self::List => ("20-lists", 0),
            Self::Work => ("25-work", 0),
            Self::Meeting => ("25-work", 2),
            Self::Overview => ("30-figures", 2),
            Self::Figures => ("30-figures", 3),
            Self::Import => ("40-import", 0),
            Self::Grid => ("40-import", 13),
            Self::Indicators => ("50-indicators", 0),
            Self::Finances => ("50-indicators", 5),
            Self::Manage => ("55-manage", 0),
            Self::Definition => ("60-definitions", 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::manual::chapter;

    #[test]
    fn every_subject_opens_the_section_about_it() {
        for (subject, heading) in [
            (Subject::Form, "Een melding opnemen"),
            (Subject::Case, "De zaak"),
            (Subject::List, "Lijsten"),
            (Subject::Work, "Werk en overleg"),
            (Subject::Meeting, "Casusoverleg"),
            (Subject::Overview, "Overzicht"),
            (Subject::Figures, "Een cijfer maken"),
            (Subject::Import, "Bestanden inlezen"),
            (Subject::Grid, "Meer tegelijk invoeren"),
            (Subject::Indicators, "Indicatoren en financiën"),
            (Subject::Finances, "Financiën nakijken"),
            (Subject::Manage, "Beheer"),
            (Subject::Definition, "Definities"),
        ] {
            let (id, section) = subject.section();
            let chapter = chapter(Language::Dutch, id).unwrap();
            assert_eq!(chapter.sections[section].heading, heading, "{subject:?}");
        }
    }
}
