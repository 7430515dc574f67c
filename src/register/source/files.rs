//! The files of definitions: those that are shipped with the program, and those in the folders of a vault.

use include_dir::{Dir, include_dir};

static REGISTERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/registers");
static ENTRIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/entries");
static PROCEDURES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/procedures");
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
    /// Procedures that registers share, such as that of a decision by the mayor.
    pub procedures: Vec<DefinitionFile>,
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
    /// The folder of procedures, in the assets and in a vault.
    pub const PROCEDURES: &'static str = "procedures";
    /// The folder of registers, in the assets and in a vault.
    pub const REGISTERS: &'static str = "registers";
    /// The folder of indicators, in the assets and in a vault.
    pub const INDICATORS: &'static str = "indicators";
    /// Every folder of definitions.
    pub const FOLDERS: [&'static str; 5] = [
        Self::LISTS,
        Self::ENTRIES,
        Self::PROCEDURES,
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
            procedures: files(Self::PROCEDURES, &PROCEDURES),
            registers: files(Self::REGISTERS, &REGISTERS),
            indicators: files(Self::INDICATORS, &INDICATORS),
        }
    }
}
