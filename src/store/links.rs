//! Links between cases, also of different teams.

use super::error::StoreError;
use super::merging::follow_merges;
use super::operation::{CaseOf, EntryWrite};
use super::vault::Vault;
use crate::register::{CaseFile, Entry, EntryState, LINK};

/// A link between a case and another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The other case.
    pub case: CaseFile,
    /// The entry that links them.
    pub entry: Entry,
    /// The register of the case on whose timeline that entry stands.
    pub home: String,
}

impl Vault {
    /// The entry that links two cases, with the register in whose file it is to be written. It is written once, with the case
    /// whose register holds the more sensitive data, so that only who may open that file sees the link.
    ///
    /// # Errors
    /// A register does not exist.
    pub fn link(
        &self,
        one: &CaseFile,
        other: &CaseFile,
        state: EntryState,
    ) -> Result<(String, EntryWrite), StoreError> {
        let sensitivity =
            |case: &CaseFile| Ok::<_, StoreError>(self.definition(&case.register)?.sensitivity());
        let (home, about) = match sensitivity(other)? > sensitivity(one)? {
            true => (other, one),
            false => (one, other),
        };
        let state = EntryState {
            kind: LINK.to_owned(),
            about: Some(about.reference()),
            ..state
        };
        let write = EntryWrite::new(CaseOf::Existing(home.key), state);
        Ok((home.register.clone(), write))
    }

    /// The cases to which a case with these entries is linked, from both ends, newest first.
    pub(super) fn links(
        &self,
        case: &CaseFile,
        entries: &[Entry],
    ) -> Result<Vec<Link>, StoreError> {
        let mut links = Vec::new();
        let is_link = |state: &EntryState| !state.withdrawn && state.kind == LINK;
        for entry in entries.iter().filter(|entry| is_link(&entry.state)) {
            let Some(about) = &entry.state.about else {
                continue;
            };
            // A case of a team whose file is closed, or that is not there any more, is not shown.
            let Ok(store) = self.store(&about.register) else {
                continue;
            };
            let other = follow_merges(store, store.case_by_id(&about.id)?)?;
            links.extend(other.filter(|other| other.id != case.id).map(|other| Link {
                case: other,
                entry: entry.clone(),
                home: case.register.clone(),
            }));
        }
        // A link to a case that was merged into this one is a link to this one.
        let merged = self.store(&case.register)?.merged_into(&case.id)?;
        let ids = merged.iter().map(|merged| &merged.id);
        for id in std::iter::once(&case.id).chain(ids) {
            for (_, store) in self.stores() {
                let others = store.links_to(id)?.into_iter();
                for (other, entry) in others.filter(|(_, entry)| is_link(&entry.state)) {
                    let home = other.register.clone();
                    let other = follow_merges(store, Some(other))?;
                    links.extend(other.filter(|other| other.id != case.id).map(|other| Link {
                        case: other,
                        entry,
                        home,
                    }));
                }
            }
        }
        links.sort_by(|one, other| other.case.id.cmp(&one.case.id));
        Ok(links)
    }
}
