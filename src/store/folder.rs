//! The definitions of the municipality in the folder of a vault.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::sqlite::content;
use super::staging::{self, COMPANIONS};
use super::vault_lock::VaultLock;
use crate::register::{DefinitionFile, DefinitionFiles, Layers};

/// Refuses a folder for a new vault that holds anything but definitions, and what an interrupted attempt to make one left.
pub(super) fn refuse_other_contents(folder: &Path) -> Result<(), StoreError> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(StoreError::disk(folder))? {
        let entry = entry.map_err(StoreError::disk(folder))?;
        let found = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        let is_known = match path.is_dir() {
            true => DefinitionFiles::FOLDERS.contains(&found.as_str()) || staging::is_name(&found),
            false => VaultLock::is_name(&found) || holds_nothing(&path, &found),
        };
        if !is_known {
            return Err(StoreError::FolderNotEmpty {
                folder: folder.to_owned(),
                found,
            });
        }
    }
    Ok(())
}

/// Whether this is a file of a vault in which nothing stands yet, or what SQLite keeps beside such a file.
fn holds_nothing(path: &Path, name: &str) -> bool {
    let mut ends = COMPANIONS.iter();
    let name = ends.find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let file = path.with_file_name(name);
    name.ends_with(".db") && content::holds_nothing(&file).unwrap_or_default()
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
