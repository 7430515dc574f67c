//! All registers of this vault: those shipped with the program, and those of the municipality over them.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::checking::{self, Known};
use super::coherence::gathering;
use super::definition::Definition;
use super::field::Choice;
use super::mistake::{DefinitionError, Mistake};

static REGISTERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/registers");
static ENTRIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/entries");
static LISTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/lists");

/// A definition file: where it came from and what it says.
#[derive(Clone, Debug)]
pub struct DefinitionFile {
    /// The name the user knows it by, for messages.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The definition files that go together: registers, and the lists of choices they share.
#[derive(Clone, Debug, Default)]
pub struct DefinitionFiles {
    /// Lists such as the districts.
    pub lists: Vec<DefinitionFile>,
    /// Kinds of entry that registers share, such as a contact.
    pub entries: Vec<DefinitionFile>,
    /// Registers.
    pub registers: Vec<DefinitionFile>,
}

impl DefinitionFiles {
    /// The folder of lists, in the assets and in a vault.
    pub const LISTS: &'static str = "lists";
    /// The folder of kinds of entry, in the assets and in a vault.
    pub const ENTRIES: &'static str = "entries";
    /// The folder of registers, in the assets and in a vault.
    pub const REGISTERS: &'static str = "registers";
    /// Every folder of definitions.
    pub const FOLDERS: [&'static str; 3] = [Self::LISTS, Self::ENTRIES, Self::REGISTERS];

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
        }
    }
}

/// Every register there is, checked, in the order of the teams and of the files.
#[derive(Clone, Debug)]
pub struct Registers {
    definitions: Vec<Arc<Definition>>,
}

impl Registers {
    /// The registers that are shipped with the program.
    ///
    /// # Errors
    /// A mistake in an asset; a test keeps them free of those.
    pub fn shipped() -> Result<Self, Vec<DefinitionError>> {
        Self::read(&DefinitionFiles::shipped(), &DefinitionFiles::default())
    }

    /// The shipped files with those of a municipality over them: a file with the same id takes the place of ours.
    ///
    /// # Errors
    /// Every mistake in every file, with file, key and what would be right.
    pub fn read(
        shipped: &DefinitionFiles,
        own: &DefinitionFiles,
    ) -> Result<Self, Vec<DefinitionError>> {
        let mut errors = Vec::new();
        let mut known = Known::default();
        for file in shipped.lists.iter().chain(&own.lists) {
            match checking::list(&file.name, &file.text) {
                Ok((id, choices)) => {
                    known.lists.insert(id, choices);
                }
                Err(mistakes) => errors.extend(mistakes),
            }
        }
        for file in shipped.entries.iter().chain(&own.entries) {
            match checking::entry_kind(&file.name, &file.text) {
                Ok(kind) => {
                    known.entries.insert(kind.id.clone(), kind);
                }
                Err(mistakes) => errors.extend(mistakes),
            }
        }
        let mut read: BTreeMap<String, Arc<Definition>> = BTreeMap::new();
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let mut order: Vec<String> = Vec::new();
        for files in [&shipped.registers, &own.registers] {
            let mut here: Vec<String> = Vec::new();
            for file in files {
                match checking::register(&file.name, &file.text, &known) {
                    Ok(definition) => {
                        if here.contains(&definition.id) {
                            errors.push(DefinitionError {
                                file: file.name.clone(),
                                key: "id".to_owned(),
                                mistake: Mistake::Taken(definition.id.clone()),
                            });
                        }
                        here.push(definition.id.clone());
                        if !order.contains(&definition.id) {
                            order.push(definition.id.clone());
                        }
                        names.insert(definition.id.clone(), file.name.clone());
                        read.insert(definition.id.clone(), Arc::new(definition));
                    }
                    Err(mistakes) => errors.extend(mistakes),
                }
            }
        }
        let mistaken = !errors.is_empty();
        // A register with a mistake of its own is not there, which would be another mistake of whoever names it.
        for (id, definition) in read.iter().filter(|_| !mistaken) {
            let file = names.get(id).cloned().unwrap_or_default();
            let wrong = gathering(definition, &read).into_iter();
            errors.extend(wrong.map(|(key, mistake)| DefinitionError {
                file: file.clone(),
                key,
                mistake,
            }));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut definitions: Vec<_> = order.iter().filter_map(|id| read.remove(id)).collect();
        // Registers of one team stand together, teams in the order in which they first appear.
        let teams: Vec<String> = definitions
            .iter()
            .map(|definition| definition.team.clone())
            .collect();
        definitions
            .sort_by_key(|definition| teams.iter().position(|team| *team == definition.team));
        Ok(Self { definitions })
    }

    /// Every register, those of one team together.
    pub fn all(&self) -> &[Arc<Definition>] {
        &self.definitions
    }

    /// The register with this id.
    pub fn get(&self, id: &str) -> Option<&Arc<Definition>> {
        self.definitions
            .iter()
            .find(|definition| definition.id == id)
    }

    /// The ids of every register, for a sentence that says what can be chosen.
    pub fn ids(&self) -> Vec<&str> {
        self.definitions
            .iter()
            .map(|definition| definition.id.as_str())
            .collect()
    }

    /// Every team that has a register, in order.
    pub fn teams(&self) -> Vec<&str> {
        let mut teams: Vec<&str> = Vec::new();
        for definition in &self.definitions {
            if !teams.contains(&definition.team.as_str()) {
                teams.push(&definition.team);
            }
        }
        teams
    }
}

/// The choice that this postcode suggests, where exactly one district has its four digits.
pub fn suggested_by_postcode<'a>(choices: &'a [Choice], area: &str) -> Option<&'a Choice> {
    let mut fitting = choices.iter().filter(|choice| {
        !choice.retired && choice.postcodes.iter().any(|postcode| postcode == area)
    });
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}
