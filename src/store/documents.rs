//! Documents on a timeline: from a file of the user to an entry, and back to a file.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDateTime;

use super::atomic_write::write_atomically;
use super::error::StoreError;
use super::operation::{CaseOf, EntryWrite};
use super::vault::Vault;
use crate::file_names;
use crate::register::{ATTACHMENT, CaseKey, Definition, EntryKey, EntryState, FieldRole, Value};

/// How large a document may be: 25 MB. A vault is copied whole at every backup.
pub const LARGEST_DOCUMENT: u64 = 25 * 1024 * 1024;

/// A new entry on the timeline of a case of this register, with the document in this file.
///
/// # Errors
/// The file cannot be read, or is too large.
pub fn attachment(
    definition: &Definition,
    case: CaseKey,
    path: &Path,
    happened: NaiveDateTime,
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
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // What is not seen in a name could make it look like another: a program like a picture.
    let name = name.chars().filter(|it| !file_names::is_invisible(*it));
    let name: String = name.collect();
    let state = EntryState::at(ATTACHMENT, happened);
    let state = definition.filled_in(state, FieldRole::FileName, Value::Text(name));
    let state = definition.filled_in(state, FieldRole::FileSize, Value::Number(size as f64));
    let document = Some(Arc::from(content));
    let write = EntryWrite::new(CaseOf::Existing(case), state);
    Ok(EntryWrite { document, ..write })
}

impl Vault {
    /// Writes the document of an entry to a file, in place of a file that is there. Where the disk refuses, that file stays
    /// as it was.
    ///
    /// # Errors
    /// The entry holds no document, or the disk refuses.
    pub fn save_document(
        &self,
        register: &str,
        entry: EntryKey,
        to: &Path,
    ) -> Result<(), StoreError> {
        let document = self.store(register)?.document(entry)?;
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(StoreError::disk(folder))?;
        }
        write_atomically(to, &document).map_err(StoreError::disk(to))
    }
}
