//! The definitions of the municipality in the folder of a vault.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::vault_lock::VaultLock;
use crate::register::{DefinitionFile, DefinitionFiles, Layers};

/// Refuses a folder for a new vault that holds anything but definitions.
pub(super) fn refuse_other_contents(folder: &Path) -> Result<(), StoreError> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(StoreError::disk(folder))? {
        let entry = entry.map_err(StoreError::disk(folder))?;
        let found = entry.file_name().to_string_lossy().into_owned();
        let ready = DefinitionFiles::FOLDERS.contains(&found.as_str()) && entry.path().is_dir();
        if !(ready || VaultLock::is_name(&found)) {
            return Err(StoreError::FolderNotEmpty {
                folder: folder.to_owned(),
                found,
            });
        }
    }
    Ok(())
}

/// The shipped definitions with those of this folder over them.
pub(super) fn layers(folder: &Path) -> Result<Layers, StoreError> {
    Ok(Layers {
        shipped: DefinitionFiles::shipped(),
        own: DefinitionFiles {
            lists: toml_files(&folder.join(DefinitionFiles::LISTS))?,
            entries: toml_files(&folder.join(DefinitionFiles::ENTRIES))?,
            procedures: toml_files(&folder.join(DefinitionFiles::PROCEDURES))?,
            registers: toml_files(&folder.join(DefinitionFiles::REGISTERS))?,
            indicators: toml_files(&folder.join(DefinitionFiles::INDICATORS))?,
        },
        ..Layers::default()
    })
}

/// The definition files in this folder, by name; none when there is no such folder.
fn toml_files(folder: &Path) -> Result<Vec<DefinitionFile>, StoreError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(StoreError::disk(folder))? {
        let path = entry.map_err(StoreError::disk(folder))?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).map_err(StoreError::disk(&path))?;
        Ok(DefinitionFile {
            name: path.display().to_string(),
            text,
        })
    };
    paths.into_iter().map(read).collect()
}
