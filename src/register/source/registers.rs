//! All registers of this vault: those shipped with the program, and those of the municipality over them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::definition::register;
use super::edition::Subject;
use super::files::{DefinitionFile, DefinitionFiles};
use super::layers::Layers;
use super::mistake::{DefinitionError, Mistake};
use super::openings::openings;
use super::references::gathering;
use super::sharing::shared;
use crate::register::definition::register::Definition;
use crate::register::definition::shared_list::{ListRole, SharedList};

/// Every register there is, checked, in the order of the teams and of the files.
#[derive(Clone, Debug)]
pub struct Registers {
    definitions: Vec<Arc<Definition>>,
    lists: Arc<[SharedList]>,
    /// The file that defines each register.
    files: Arc<BTreeMap<String, DefinitionFile>>,
}

impl Registers {
    /// The registers that are shipped with the program.
    ///
    /// # Errors
    /// A mistake in an asset; a test keeps them free of those.
    pub fn shipped() -> Result<Self, Vec<DefinitionError>> {
        Self::read(&DefinitionFiles::shipped(), &DefinitionFiles::default())
    }

    /// The shipped definitions, those of the municipality over them: what has the same id takes its place.
    ///
    /// # Errors
    /// Every mistake in every file, all at once: first those in what registers share, then those in registers.
    pub fn read(
        shipped: &DefinitionFiles,
        own: &DefinitionFiles,
    ) -> Result<Self, Vec<DefinitionError>> {
        Self::of(&Layers {
            shipped: shipped.clone(),
            own: own.clone(),
            ..Layers::default()
        })
    }

    pub(super) fn of(layers: &Layers) -> Result<Self, Vec<DefinitionError>> {
        let mut errors = Vec::new();
        let known = shared(layers, &mut errors);
        // A list with a mistake is not there, which would be a mistake of every register that names it.
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut read: BTreeMap<String, Arc<Definition>> = BTreeMap::new();
        let mut files: BTreeMap<String, DefinitionFile> = BTreeMap::new();
        let mut order: Vec<String> = Vec::new();
        for layer in layers.registers() {
            let mut here: Vec<String> = Vec::new();
            for file in layer {
                match register(&file.name, &file.text, &known) {
                    Ok(definition) => {
                        let id = definition.id.clone();
                        errors.extend(misnamed(&file, &id, &here));
                        here.push(id.clone());
                        if !order.contains(&id) {
                            order.push(id.clone());
                        }
                        files.insert(id.clone(), file);
                        read.insert(id, Arc::new(definition));
                    }
                    Err(mistakes) => errors.extend(mistakes),
                }
            }
        }
        let mistaken = !errors.is_empty();
        // A register with a mistake of its own is not there, which would be another mistake of whoever names it.
        for (id, definition) in read.iter().filter(|_| !mistaken) {
            let file = files
                .get(id)
                .map_or_else(String::new, |file| file.name.clone());
            let wrong = gathering(definition, &read).into_iter();
            let wrong = wrong.chain(openings(definition, &read));
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
        Ok(Self {
            definitions,
            lists: known.lists.into(),
            files: Arc::new(files),
        })
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

    /// The lists of choices that registers share, in the order of their files.
    pub fn lists(&self) -> &[SharedList] {
        &self.lists
    }

    /// The list that holds this; none where no list says so.
    pub fn list_of(&self, role: ListRole) -> Option<&SharedList> {
        self.lists.iter().find(|list| list.role == Some(role))
    }

    /// The file that defines a register.
    pub fn file(&self, id: &str) -> Option<&DefinitionFile> {
        self.files.get(id)
    }

    /// The ids of every register, for a sentence that says what can be chosen.
    pub fn ids(&self) -> Vec<&str> {
        self.definitions
            .iter()
            .map(|definition| definition.id.as_str())
            .collect()
    }

    /// The shortest time in whole years for which cases may be kept: no copy of them may be older.
    pub fn shortest_retention(&self) -> u16 {
        let retentions = self.definitions.iter().flat_map(|definition| {
            let retention = &definition.retention;
            let exceptions = retention.exceptions.iter();
            exceptions
                .map(|exception| exception.years)
                .chain([retention.years])
        });
        retentions.min().unwrap_or(1)
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

/// A register whose id is that of another one of its layer, or not the one that was changed in the program.
fn misnamed(file: &DefinitionFile, id: &str, here: &[String]) -> Option<DefinitionError> {
    let mistake = match Subject::named(&file.name) {
        Some(Subject::Register(changed)) if changed != id => Mistake::NotOneOf {
            value: id.to_owned(),
            expected: vec![changed],
        },
        _ if here.iter().any(|other| other == id) => Mistake::Taken(id.to_owned()),
        _ => return None,
    };
    Some(DefinitionError {
        file: file.name.clone(),
        key: "id".to_owned(),
        mistake,
    })
}
