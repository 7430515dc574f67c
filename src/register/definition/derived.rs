//! What figures can be split by beside what is recorded: the dates of a case, its length, how old somebody was, and how many
//! reports came in.

/// Something that follows from the dates of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Derived {
    /// The year in which the case was first opened, or the event happened. It never shifts.
    Year,
    /// The month of that day.
    Month,
    /// The year in which the spell ended that ended last on or before the reference date; a case that runs has none yet.
    EndYear,
    /// The month of that day.
    EndMonth,
    /// How many days the last spell lasted that was opened on or before the reference date: up to its end, or up to the
    /// reference date while it runs.
    Duration,
    /// The age on the day the case was first opened, or the event happened. It never shifts.
    AgeAtBegin,
    /// The age on the reference date.
    Age,
    /// Whether one report or several had come in by the reference date.
    Reporters,
}

impl Derived {
    /// Each with its name in commands and definitions.
    pub const NAMES: [(&str, Self); 8] = [
        ("jaar", Self::Year),
        ("maand", Self::Month),
        ("jaar-einde", Self::EndYear),
        ("maand-einde", Self::EndMonth),
        ("duur", Self::Duration),
        ("leeftijd-begin", Self::AgeAtBegin),
        ("leeftijd", Self::Age),
        ("melders", Self::Reporters),
    ];

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.into_iter();
        names.find(|(known, _)| *known == name).map(|(_, one)| one)
    }

    /// Whether it is a year or a month, of which there are always more.
    pub fn is_calendar(self) -> bool {
        matches!(
            self,
            Self::Year | Self::Month | Self::EndYear | Self::EndMonth
        )
    }
}
