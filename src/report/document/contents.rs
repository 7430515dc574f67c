//! All that is kept of a case, brought together for paper.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::language::Label;
use crate::register::{CaseFile, CaseReference, Definition, Entry, EntryKey, LINK, Revision};
use crate::store::{StoreError, Vault};

/// All that is kept of a case and may come to stand on paper. What of it does is decided by the
/// [`Scope`](super::scope::Scope).
#[derive(Clone, Debug)]
pub struct CaseOnPaper {
    /// Its register.
    pub definition: Arc<Definition>,
    /// The case.
    pub case: CaseFile,
    /// What stands on its timeline, in any order.
    pub entries: Vec<Entry>,
    /// Who recorded each entry, where that is known.
    pub recorded_by: BTreeMap<EntryKey, String>,
    /// The cases it is tied to.
    pub ties: Vec<Tie>,
}

/// A case that another one is tied to.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Which case.
    pub reference: CaseReference,
    /// How its register is called.
    pub register: Label,
    /// Its number.
    pub number: String,
    /// What it is called.
    pub title: String,
}

impl CaseOnPaper {
    /// A case with its timeline and its history, that is tied to no other.
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
            ties: Vec::new(),
        }
    }

    /// Brings together what this vault keeps of a case. Ties to cases in a file that cannot be opened are left out: that
    /// file belongs to a team whose work this reader may not know.
    ///
    /// # Errors
    /// The file of the case cannot be read.
    pub fn gather(vault: &Vault, case: CaseFile) -> Result<Self, StoreError> {
        let definition = vault.definition(&case.register)?.clone();
        let store = vault.store(&case.register)?;
        let (entries, history) = (store.entries(case.key)?, store.history(case.key)?);
        let mut tied = Vec::new();
        let links = entries
            .iter()
            .filter(|entry| entry.state.kind == LINK && !entry.state.withdrawn);
        for about in links.filter_map(|entry| entry.state.about.as_ref()) {
            if let Ok(other) = vault.store(&about.register) {
                tied.extend(other.case_by_id(&about.id)?);
            }
        }
        for (_, other) in vault.stores() {
            let ties = other.ties_to(&case.id)?.into_iter();
            let standing = ties.filter(|(_, entry)| !entry.state.withdrawn);
            tied.extend(standing.map(|(tied, _)| tied));
        }
        let mut on_paper = Self::new(definition, case, entries, &history);
        for other in tied {
            let known = on_paper.ties.iter().any(|tie| tie.reference.id == other.id);
            if !known && let Ok(definition) = vault.definition(&other.register) {
                on_paper.ties.push(Tie::to(definition, &other));
            }
        }
        Ok(on_paper)
    }
}

impl Tie {
    /// A tie to this case.
    pub fn to(definition: &Definition, case: &CaseFile) -> Self {
        Self {
            reference: CaseReference {
                register: case.register.clone(),
                id: case.id.clone(),
            },
            register: definition.label.clone(),
            number: case.number.clone(),
            title: definition.title_of(&case.state).unwrap_or_default(),
        }
    }
}
