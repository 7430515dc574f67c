//! The preferences of the user: language, theme, widths, and which vault was open last. They are a small file outside
//! every vault, without anything of a case.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::desk::backend::owner_filter::SavedOwnerFilter;
use crate::desk::kit::density::Density;
use crate::desk::kit::divider::Panels;
use crate::desk::kit::table::Widths;
use crate::language::Language;
use crate::places;
use crate::store::write_atomically;

/// The settings whose value holds no content, each with the text that names it in a diagnosis.
const FACTS: [(&str, &str); 6] = [
    ("language", "diagnosis-language"),
    ("theme", "diagnosis-theme"),
    ("size", "diagnosis-size"),
    ("density", "diagnosis-density"),
    ("work", "diagnosis-work"),
    ("panels", "diagnosis-panels"),
];

/// The preferences of one user on one machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the screen; none until one is chosen.
    pub language: Option<Language>,
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// How large everything is drawn.
    pub size: Size,
    /// How close together everything stands.
    pub density: Density,
    /// Who the user is; none until he was asked.
    pub me: Option<Me>,
    /// The owner filter with which the list of work opens; none until one is chosen.
    pub work: Option<SavedOwnerFilter>,
    /// The saved view with which the list of a register opens, by the id of the register.
    pub opens_with: BTreeMap<String, String>,
    /// The widths of panels that were set.
    pub panels: Panels,
    /// The widths of columns that were set, by the id of the register.
    pub columns: BTreeMap<String, Widths>,
    /// The registers without a DPIA of which the user has been told.
    pub told_of_dpia: BTreeSet<String>,
    /// The folder to which a file was written last.
    pub folder: Option<PathBuf>,
    /// The vault that was open last.
    pub vault: Option<PathBuf>,
    /// The language for this time only, from the command line.
    #[serde(skip)]
    pub named_language: Option<Language>,
    /// The file of these settings; none in a test.
    #[serde(skip)]
    file: Option<PathBuf>,
}

/// Who the user is: the name that stands with what he records, and the letters by which it is shown where there is little
/// room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Me {
    /// The name.
    pub name: String,
    /// The initials.
    pub initials: String,
}

impl Me {
    /// Somebody with this name, and the initials that follow from it.
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            initials: initials_of(name),
        }
    }
}

/// The initials of a name: the first letters of its first and of its last word.
pub fn initials_of(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let ends = match words.as_slice() {
        [] => Vec::new(),
        [only] => vec![*only],
        [first, .., last] => vec![*first, *last],
    };
    let letters = ends.iter().filter_map(|word| word.chars().next());
    letters.flat_map(char::to_uppercase).collect()
}

/// How large everything is drawn, in hundredths of the usual size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Size(u16);

impl Size {
    /// The sizes that can be chosen.
    pub const ALL: [Self; 6] = [
        Self(90),
        Self(100),
        Self(110),
        Self(125),
        Self(140),
        Self(150),
    ];

    /// In hundredths.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// The factor by which everything is drawn larger.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger or smaller size; the last one stays.
    #[must_use]
    pub fn step(self, larger: bool) -> Self {
        let mut all = Self::ALL.into_iter();
        let next = match larger {
            true => all.find(|size| *size > self),
            false => all.rev().find(|size| *size < self),
        };
        next.unwrap_or(self)
    }
}

impl Default for Size {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for Size {
    fn from(percent: u16) -> Self {
        Self(percent.clamp(90, 150))
    }
}

impl From<Size> for u16 {
    fn from(size: Size) -> Self {
        size.0
    }
}

/// Light, dark, or as the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::System];

    /// The next one: from light to dark to as the system.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// The id of its text.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::System => "theme-system",
            Self::Light => "theme-light",
            Self::Dark => "theme-dark",
        }
    }
}

impl From<Theme> for egui::ThemePreference {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::System => Self::System,
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}

impl Settings {
    /// The settings of this user. A file that is not there or not readable gives the defaults: nothing of value is in it.
    pub fn load() -> Self {
        places::settings_file().map_or_else(Self::default, |file| Self::load_from(&file))
    }

    /// The settings in this file.
    pub fn load_from(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let settings: Self = toml::from_str(&text).unwrap_or_default();
        Self {
            file: Some(file.to_owned()),
            ..settings
        }
    }

    /// What a diagnosis may tell of these settings: the id of a text that names it, and its value. No folder, and nothing
    /// that somebody made a name for.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let kept = toml::Table::try_from(self).unwrap_or_default();
        let value = |(key, label)| {
            let value = kept.get(key).map(ToString::to_string);
            (label, value.unwrap_or_else(|| "-".to_owned()))
        };
        let mut facts: Vec<(&'static str, String)> = FACTS.into_iter().map(value).collect();
        let counts = [
            ("diagnosis-opening-views", self.opens_with.len()),
            ("diagnosis-set-columns", self.columns.len()),
        ];
        facts.extend(counts.map(|(label, count)| (label, count.to_string())));
        facts
    }

    /// Writes the settings to their file.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn save(&self) -> std::io::Result<()> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        let text = toml::to_string(self).map_err(std::io::Error::other)?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        write_atomically(file, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_saved_and_a_damaged_file_gives_the_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("peildatum").join("settings.toml");
        let mut settings = Settings::load_from(&file);
        assert_eq!(settings.theme, Theme::System);
        settings.theme = Theme::Dark;
        settings.language = Some(Language::English);
        settings.size = Size::default().step(true);
        settings.density = Density::Compact;
        settings.me = Some(Me::named("Anna de Voorbeeld"));
        settings.work = Some(SavedOwnerFilter::Team);
        settings.vault = Some(folder.path().to_owned());
        settings.panels.navigation.show(232.0, 200.0..=360.0);
        settings.panels.navigation.widen(8);
        settings.save().unwrap();
        let mut saved = Settings::load_from(&file);
        let width = saved.panels.navigation.show(232.0, 200.0..=360.0);
        assert_eq!(width, 240.0);
        settings.panels.navigation.show(232.0, 200.0..=360.0);
        assert_eq!(saved, settings);
        std::fs::write(&file, "[columns.woonoverlast]\nzaaknummer = 240\n").unwrap();
        let set = Settings::load_from(&file);
        assert_eq!(set.columns.keys().collect::<Vec<_>>(), ["woonoverlast"]);
        set.save().unwrap();
        assert_eq!(Settings::load_from(&file), set);
        let facts = settings.facts();
        let fact = |label: &str| {
            let fact = facts.iter().find(|(known, _)| *known == label);
            fact.map(|(_, value)| value.as_str())
        };
        assert_eq!(fact("diagnosis-theme"), Some("\"dark\""));
        assert_eq!(fact("diagnosis-panels"), Some("{ navigation = 240 }"));
        let secret = folder.path().to_str().unwrap();
        assert!(facts.iter().all(|(_, value)| !value.contains(secret)));
        std::fs::write(&file, "size = 900\n").unwrap();
        assert_eq!(Settings::load_from(&file).size.percent(), 150);
        std::fs::write(&file, "theme = [").unwrap();
        assert_eq!(Settings::load_from(&file).theme, Theme::System);
    }

    #[test]
    fn initials_are_those_of_the_first_and_the_last_word() {
        for (name, initials) in [
            ("Anna de Voorbeeld", "AV"),
            ("a.voorbeeld", "AV"),
            ("élise", "É"),
            (" ", ""),
        ] {
            assert_eq!(initials_of(name), initials, "{name:?}");
        }
    }

    #[test]
    fn a_size_goes_step_by_step_and_stops_at_both_ends() {
        let mut size = Size::default();
        (0..9).for_each(|_| size = size.step(true));
        assert_eq!(size.percent(), 150);
        (0..9).for_each(|_| size = size.step(false));
        assert_eq!(size.percent(), 90);
    }
}
