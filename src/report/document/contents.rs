//! Everything that is stored about a case, gathered for a document.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::language::Label;
use crate::register::{CaseFile, CaseReference, Definition, Entry, EntryKey, LINK, Revision};
use crate::store::{StoreError, Vault};

/// Everything that is stored about a case. How much of it a document shows is decided by the
/// [`Scope`](super::scope::Scope).
#[derive(Clone, Debug)]
pub struct CaseContents {
    /// Its register.
    pub definition: Arc<Definition>,
    /// The case.
    pub case: CaseFile,
    /// The entries of its timeline, in any order.
    pub entries: Vec<Entry>,
    /// Who recorded each entry, where that is known.
    pub recorded_by: BTreeMap<EntryKey, String>,
    /// The cases that it is linked to.
    pub links: Vec<LinkedCase>,
}

/// A case that another one is linked to.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkedCase {
    /// Which case.
    pub reference: CaseReference,
    /// The name of its register.
    pub register: Label,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
}

impl CaseContents {
    /// A case with its timeline and its history, that is linked to no other.
    pub fn new(
        definition: Arc<Definition>,
        case: CaseFile,
        entries: Vec<Entry>,
        history: &[Revision],
    ) -> Self {
        let first = history.iter().filter(|revision| revision.version == 1);
        let recorded_by = first
            .filter_map(|revision| Some((revision.entry?, revision.actor.clone())))
            .collect();
        Self {
            definition,
            case,
            entries,
            recorded_by,
            links: Vec::new(),
        }
    }

    /// Gathers what this vault stores about a case. Links to cases in a file that cannot be opened are left out: that
    /// file belongs to a team whose work this reader may not know.
    ///
    /// # Errors
    /// The file of the case cannot be read.
    pub fn gather(vault: &Vault, case: CaseFile) -> Result<Self, StoreError> {
        let definition = vault.definition(&case.register)?.clone();
        let store = vault.store(&case.register)?;
        let (entries, history) = (store.entries(case.key)?, store.history(case.key)?);
        let mut linked = Vec::new();
        let links = entries
            .iter()
            .filter(|entry| entry.state.kind == LINK && !entry.state.withdrawn);
        for about in links.filter_map(|entry| entry.state.about.as_ref()) {
            if let Ok(other) = vault.store(&about.register) {
                linked.extend(other.case_by_id(&about.id)?);
            }
        }
        for (_, other) in vault.stores() {
            let links = other.links_to(&case.id)?.into_iter();
            let standing = links.filter(|(_, entry)| !entry.state.withdrawn);
            linked.extend(standing.map(|(other, _)| other));
        }
        let mut contents = Self::new(definition, case, entries, &history);
        for other in linked {
            let known = contents
                .links
                .iter()
                .any(|link| link.reference.id == other.id);
            if !known && let Ok(definition) = vault.definition(&other.register) {
                contents.links.push(LinkedCase::of(definition, &other));
            }
        }
        Ok(contents)
    }
}

impl LinkedCase {
    /// A link to this case.
    pub fn of(definition: &Definition, case: &CaseFile) -> Self {
        Self {
            reference: case.reference(),
            register: definition.label.clone(),
            number: case.number.clone(),
            title: definition.title_of(&case.state).unwrap_or_default(),
        }
    }
}
