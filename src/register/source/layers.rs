//! Where definitions come from: what is shipped with the program, over it the files of a municipality, and over those what
//! it changed in the program.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::edition::{Content, Editions, Subject};
use super::indicators::Indicators;
use super::mistake::DefinitionError;
use super::registers::Registers;

static REGISTERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/registers");
static ENTRIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/entries");
static LISTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/lists");
static INDICATORS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/indicators");

/// A definition file: where it came from and what it says.
#[derive(Clone, Debug)]
pub struct DefinitionFile {
    /// The name the user knows it by, for messages.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The definition files that go together: registers, the lists of choices they share, and the indicators that count them.
#[derive(Clone, Debug, Default)]
pub struct DefinitionFiles {
    /// Lists such as the districts.
    pub lists: Vec<DefinitionFile>,
    /// Kinds of entry that registers share, such as a contact.
    pub entries: Vec<DefinitionFile>,
    /// Registers.
    pub registers: Vec<DefinitionFile>,
    /// Indicators.
    pub indicators: Vec<DefinitionFile>,
}

impl DefinitionFiles {
    /// The folder of lists, in the assets and in a vault.
    pub const LISTS: &'static str = "lists";
    /// The folder of kinds of entry, in the assets and in a vault.
    pub const ENTRIES: &'static str = "entries";
    /// The folder of registers, in the assets and in a vault.
    pub const REGISTERS: &'static str = "registers";
    /// The folder of indicators, in the assets and in a vault.
    pub const INDICATORS: &'static str = "indicators";
    /// Every folder of definitions.
    pub const FOLDERS: [&'static str; 4] = [
        Self::LISTS,
        Self::ENTRIES,
        Self::REGISTERS,
        Self::INDICATORS,
    ];

    /// What is shipped with the program.
    pub fn shipped() -> Self {
        let files = |folder: &str, files: &Dir<'_>| -> Vec<DefinitionFile> {
            let read = files.files().filter_map(|file| {
                let name = format!("assets/{folder}/{}", file.path().display());
                Some(DefinitionFile {
                    name,
                    text: file.contents_utf8()?.to_owned(),
                })
            });
            read.collect()
        };
        Self {
            lists: files(Self::LISTS, &LISTS),
            entries: files(Self::ENTRIES, &ENTRIES),
            registers: files(Self::REGISTERS, &REGISTERS),
            indicators: files(Self::INDICATORS, &INDICATORS),
        }
    }
}

/// Everything definitions come from, each layer over the one before it.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    /// What is shipped with the program.
    pub shipped: DefinitionFiles,
    /// The files of the municipality, in the folders of the vault.
    pub own: DefinitionFiles,
    /// What was changed in the program.
    pub editions: Editions,
}

impl Layers {
    /// The registers that follow. What indicators count of them is checked as well.
    ///
    /// # Errors
    /// Every mistake in every file and edition, all at once.
    pub fn read(&self) -> Result<Registers, Vec<DefinitionError>> {
        let registers = Registers::of(self)?;
        self.indicators(&registers)?;
        Ok(registers)
    }

    /// The indicators that follow, of these registers.
    ///
    /// # Errors
    /// Every mistake in every file, all at once.
    pub fn indicators(&self, registers: &Registers) -> Result<Indicators, Vec<DefinitionError>> {
        let files = [&self.shipped.indicators[..], &self.own.indicators];
        Indicators::read(files, registers)
    }

    /// The same with an edition of this subject, or without any.
    #[must_use]
    pub fn with(&self, subject: &Subject, content: Option<&Content>) -> Self {
        let mut layers = self.clone();
        match content {
            Some(content) => layers.editions.insert(subject.clone(), content.clone()),
            None => layers.editions.remove(subject),
        };
        layers
    }

    /// The registers that follow, without the editions that do not fit any more: a newer version of the program, or a
    /// file that somebody changed, must not lock a municipality out of its own vault. Those are told apart.
    ///
    /// # Errors
    /// Every mistake in every file.
    pub fn read_what_fits(self) -> Result<(Self, Registers, Misfits), Vec<DefinitionError>> {
        if let Ok(registers) = self.read() {
            return Ok((self, registers, Misfits::new()));
        }
        let mut fitting = Self {
            editions: Editions::new(),
            ..self
        };
        let mut registers = fitting.read()?;
        let mut misfits = Misfits::new();
        for (subject, content) in self.editions {
            let with = fitting.with(&subject, Some(&content));
            match with.read() {
                Ok(read) => (fitting, registers) = (with, read),
                Err(mistakes) => drop(misfits.insert(subject, mistakes)),
            }
        }
        Ok((fitting, registers, misfits))
    }

    /// The definition files of registers, a layer after the other. A definition that was changed in the program goes by
    /// the name of its subject.
    pub(super) fn registers(&self) -> [Vec<DefinitionFile>; 3] {
        let editions = self.editions.iter().filter_map(|(subject, content)| {
            let (Subject::Register(_), Content::Definition(text)) = (subject, content) else {
                return None;
            };
            Some(DefinitionFile {
                name: subject.to_string(),
                text: text.clone(),
            })
        });
        let editions = editions.collect();
        let (shipped, own) = (&self.shipped.registers, &self.own.registers);
        [shipped.clone(), own.clone(), editions]
    }
}

/// Editions that do not fit any more, with their mistakes.
pub type Misfits = BTreeMap<Subject, Vec<DefinitionError>>;
