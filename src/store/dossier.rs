//! Everything that belongs to the story of one case, gathered from the files of all teams that could be opened.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::merging::standing;
use super::{CaseOf, EntryWrite, StoreError, Vault, write_whole};
use crate::register::{
    ATTACHMENT, Address, CaseFile, CaseKey, CaseReference, Definition, Entry, EntryKey, EntryState,
    FieldRole, LINK, Revision, Value, folded,
};

/// How large a document may be: 25 MB. A vault is copied whole at every backup.
pub const LARGEST_DOCUMENT: u64 = 25 * 1024 * 1024;
/// How many cases in the street are shown.
const NEIGHBOURS: usize = 20;
/// How many cases of one team in a street are counted.
const STREET: usize = 500;

/// The story of one case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossier {
    /// What stands on its timeline, the latest happening first.
    pub entries: Vec<Entry>,
    /// Its revisions and those of its entries, newest first.
    pub history: Vec<Revision>,
    /// The cases it is tied to.
    pub ties: Vec<Tie>,
    /// Other cases at its address, newest first.
    pub at_address: Vec<CaseFile>,
    /// Cases of the same team in its street, newest first.
    pub in_street: Vec<CaseFile>,
    /// The cases that were merged into it.
    pub merged: Vec<CaseFile>,
    /// Cases about somebody of the same name, born on the same day, newest first.
    pub same_person: Vec<CaseFile>,
}

/// What is known at an address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownAt {
    /// The cases there, newest first.
    pub cases: Vec<CaseFile>,
    /// The other cases in its street, newest first.
    pub street: Vec<CaseFile>,
}

/// Another case that this one is tied to.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// The other case.
    pub case: CaseFile,
    /// The entry that ties them.
    pub entry: Entry,
    /// The register of the case on whose timeline that entry stands.
    pub home: String,
}

impl Vault {
    /// Everything that belongs to the story of a case. What stands in the file of a team that could not be opened is not
    /// there.
    ///
    /// # Errors
    /// There is no such register or case, or a file cannot be read.
    pub fn dossier(&self, register: &str, key: CaseKey) -> Result<Dossier, StoreError> {
        let store = self.store(register)?;
        let case = store.cases(&[key])?.into_iter().next();
        let case = case.ok_or_else(|| StoreError::MissingCase {
            register: register.to_owned(),
        })?;
        let entries = store.entries(key)?;
        let address = self.definition(register)?.address_of(&case.state);
        let (mut at_address, mut in_street) = (Vec::new(), Vec::new());
        if let Some(address) = address {
            at_address = self.known_at(address)?;
            at_address.retain(|other| other.id != case.id);
            in_street = store.in_street(address, NEIGHBOURS)?;
        }
        Ok(Dossier {
            ties: self.ties(&case, &entries)?,
            merged: store.merged_into(&case.id)?,
            same_person: self.same_person(&case)?,
            history: store.history(key)?,
            entries,
            at_address,
            in_street,
        })
    }

    /// The cases at this address in every register whose file could be opened, newest first.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn known_at(&self, address: &Address) -> Result<Vec<CaseFile>, StoreError> {
        let mut known = Vec::new();
        for (_, store) in self.stores() {
            known.extend(store.at_address(address)?);
        }
        known.sort_by(|one, other| other.id.cmp(&one.id));
        Ok(known)
    }

    /// The other cases about the person that a case is about: the name is the same in all its words, and the birth date
    /// too. A name alone says nothing.
    fn same_person(&self, case: &CaseFile) -> Result<Vec<CaseFile>, StoreError> {
        let Some((name, born)) = self.definition(&case.register)?.person_of(&case.state) else {
            return Ok(Vec::new());
        };
        let mut found = self.search(name, NEIGHBOURS)?;
        found.retain(|other| {
            let person = self.definition(&other.register).ok();
            let person = person.and_then(|definition| definition.person_of(&other.state));
            let same =
                person.is_some_and(|(other, day)| folded(other) == folded(name) && day == born);
            same && other.id != case.id
        });
        Ok(found)
    }

    /// The cases in the street of this address, those at the address itself left out, in every register whose file could
    /// be opened, newest first.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn in_street(&self, address: &Address) -> Result<Vec<CaseFile>, StoreError> {
        let mut near = Vec::new();
        for (_, store) in self.stores() {
            near.extend(store.in_street(address, STREET)?);
        }
        near.sort_by(|one, other| other.id.cmp(&one.id));
        Ok(near)
    }

    /// Writes the document of an entry to this file, which takes the place of one that is there. Where the disk refuses,
    /// that one stays as it was.
    ///
    /// # Errors
    /// The entry holds no document, or the disk refuses.
    pub fn take_out(&self, register: &str, entry: EntryKey, to: &Path) -> Result<(), StoreError> {
        let document = self.store(register)?.document(entry)?;
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(StoreError::disk(folder))?;
        }
        write_whole(to, &document).map_err(StoreError::disk(to))
    }

    /// The entry that ties two cases, with the register in whose file it is to be written. It stands once, with the case
    /// whose register holds the more sensitive data, so that only who may open that file sees the tie.
    ///
    /// # Errors
    /// A register does not exist.
    pub fn tie(
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
            about: Some(CaseReference {
                register: about.register.clone(),
                id: about.id.clone(),
            }),
            ..state
        };
        let write = EntryWrite::new(CaseOf::Existing(home.key), state);
        Ok((home.register.clone(), write))
    }

    fn ties(&self, case: &CaseFile, entries: &[Entry]) -> Result<Vec<Tie>, StoreError> {
        let mut ties = Vec::new();
        let tying = |state: &EntryState| !state.withdrawn && state.kind == LINK;
        for entry in entries.iter().filter(|entry| tying(&entry.state)) {
            let Some(about) = &entry.state.about else {
                continue;
            };
            // A case of a team whose file is closed, or that is not there any more, is not shown.
            let Ok(store) = self.store(&about.register) else {
                continue;
            };
            let other = standing(store, store.case_by_id(&about.id)?)?;
            ties.extend(other.filter(|other| other.id != case.id).map(|other| Tie {
                case: other,
                entry: entry.clone(),
                home: case.register.clone(),
            }));
        }
        // A tie to a case that was merged into this one is a tie to this one.
        let merged = self.store(&case.register)?.merged_into(&case.id)?;
        let ids = merged.iter().map(|merged| &merged.id);
        for id in std::iter::once(&case.id).chain(ids) {
            for (_, store) in self.stores() {
                let others = store.ties_to(id)?.into_iter();
                for (other, entry) in others.filter(|(_, entry)| tying(&entry.state)) {
                    let home = other.register.clone();
                    let other = standing(store, Some(other))?;
                    ties.extend(other.filter(|other| other.id != case.id).map(|other| Tie {
                        case: other,
                        entry,
                        home,
                    }));
                }
            }
        }
        ties.sort_by(|one, other| other.case.id.cmp(&one.case.id));
        Ok(ties)
    }
}

/// The document in this file as an entry on the timeline of a case of this register.
///
/// # Errors
/// The file cannot be read, or is too large.
pub fn attachment(
    definition: &Definition,
    case: CaseKey,
    path: &Path,
    happened: chrono::NaiveDateTime,
) -> Result<EntryWrite, StoreError> {
    let found = fs::metadata(path).map_err(StoreError::disk(path))?;
    let size = found.len();
    if size > LARGEST_DOCUMENT {
        return Err(StoreError::DocumentTooLarge {
            file: path.to_owned(),
            size,
        });
    }
    let content = fs::read(path).map_err(StoreError::disk(path))?;
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let state = EntryState::at(ATTACHMENT, happened);
    let state = definition.filled_in(state, FieldRole::FileName, Value::Text(name));
    let state = definition.filled_in(state, FieldRole::FileSize, Value::Number(size as f64));
    let document = Some(Arc::from(content));
    let write = EntryWrite::new(CaseOf::Existing(case), state);
    Ok(EntryWrite { document, ..write })
}
