//! New files of a vault: built aside, in a folder of the vault, and put in their places all together. Whoever is interrupted
//! leaves the vault as it was, or one that the next who opens it finishes.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::access;
use super::atomic_write::write_atomically;
use super::error::StoreError;

/// The folder in a vault in which its new files are built.
const FOLDER: &str = ".staged";
/// The file that says that all of them are whole. In it stands where the files go that they replace, if those are kept.
const READY: &str = "ready";
/// What stands beside a file that SQLite has open, and belongs to it.
pub(super) const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// New files that are being built. What is not put in place is thrown away, at the latest by whoever opens the vault next.
#[derive(Debug)]
pub struct Staging {
    vault: PathBuf,
}

impl Staging {
    /// Begins to build new files for the vault in this folder, which must be there. What an interrupted attempt left is
    /// finished or thrown away first.
    ///
    /// Whoever replaces the files of a vault that exists has it alone all the while, by
    /// [`VaultLock::exclusive`](super::vault_lock::VaultLock::exclusive).
    ///
    /// # Errors
    /// The disk refuses.
    pub fn begin(vault: &Path) -> Result<Self, StoreError> {
        settle(vault)?;
        let staging = Self {
            vault: vault.to_owned(),
        };
        let folder = staging.folder();
        fs::create_dir(&folder).map_err(StoreError::disk(&folder))?;
        access::follow(&folder, vault);
        Ok(staging)
    }

    /// The folder in which the new files are built, under the names that they get in the vault. A file that is not there
    /// stays in the vault as it is. All must be closed before they are put in place.
    pub fn folder(&self) -> PathBuf {
        self.vault.join(FOLDER)
    }

    /// Puts every file that was built in its place in the vault, with the disk's word at each step. The file that stands
    /// there, and what SQLite left beside it (`-wal`, `-shm`, `-journal`: they belong to that file and would damage the new
    /// one), is moved to the folder `aside`, which is made, or removed where there is none. `aside` must be on the same disk
    /// as the vault, and hold no file of the same name.
    ///
    /// From the moment that this begins to move files it is carried on by whoever opens the vault, also when the program
    /// ends in the middle; before that nothing has changed.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn put_in_place(self, aside: Option<&Path>) -> Result<(), StoreError> {
        let folder = self.folder();
        for name in names(&folder)? {
            let path = folder.join(name);
            let synced = File::options().write(true).open(&path);
            let synced = synced.and_then(|file| file.sync_all());
            synced.map_err(StoreError::disk(&path))?;
        }
        sync_folder(&folder)?;
        let aside = match aside {
            Some(aside) => {
                fs::create_dir_all(aside).map_err(StoreError::disk(aside))?;
                let aside = std::path::absolute(aside).map_err(StoreError::disk(aside))?;
                aside.to_string_lossy().into_owned()
            }
            None => String::new(),
        };
        let ready = folder.join(READY);
        write_atomically(&ready, aside.as_bytes()).map_err(StoreError::disk(&ready))?;
        sync_folder(&folder)?;
        roll_forward(&self.vault)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What is left of it is thrown away by whoever opens the vault next; what is ready is finished by him.
        if !is_ready(&self.vault) {
            fs::remove_dir_all(self.folder()).unwrap_or_default();
        }
    }
}

/// Finishes what an interrupted attempt left ready, and throws away what it did not. Nobody may have the vault open, or be
/// opening it, meanwhile.
pub(super) fn settle(vault: &Path) -> Result<(), StoreError> {
    let folder = vault.join(FOLDER);
    if is_ready(vault) {
        return roll_forward(vault);
    }
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(StoreError::disk(&folder)(error))
        }
        _ => Ok(()),
    }
}

/// Whether whole files wait to be put in their places.
pub(super) fn is_ready(vault: &Path) -> bool {
    vault.join(FOLDER).join(READY).is_file()
}

/// Whether an interrupted attempt left something.
pub(super) fn is_left(vault: &Path) -> bool {
    vault.join(FOLDER).is_dir()
}

/// Whether this is the name of the folder in which new files are built.
pub(super) fn is_name(name: &str) -> bool {
    name == FOLDER
}

/// Puts the files in their places that are not there yet.
fn roll_forward(vault: &Path) -> Result<(), StoreError> {
    let folder = vault.join(FOLDER);
    let ready = folder.join(READY);
    let aside = fs::read_to_string(&ready).map_err(StoreError::disk(&ready))?;
    let aside = Some(PathBuf::from(aside)).filter(|aside| !aside.as_os_str().is_empty());
    for name in names(&folder)? {
        // What belongs to the old file goes first: beside the new one it may never lie.
        let companions = COMPANIONS.map(|end| with_end(&name, end));
        for old in companions.iter().chain([&name]) {
            take_away(vault, old, aside.as_deref())?;
        }
        let (new, place) = (folder.join(&name), vault.join(&name));
        fs::rename(&new, &place).map_err(StoreError::disk(&place))?;
    }
    if let Some(aside) = &aside {
        sync_folder(aside)?;
    }
    sync_folder(vault)?;
    fs::remove_file(&ready).map_err(StoreError::disk(&ready))?;
    fs::remove_dir_all(&folder).map_err(StoreError::disk(&folder))?;
    sync_folder(vault)
}

/// Moves a file of the vault aside, or removes it; there may be none.
fn take_away(vault: &Path, name: &OsStr, aside: Option<&Path>) -> Result<(), StoreError> {
    let path = vault.join(name);
    let taken = match aside {
        Some(aside) => fs::rename(&path, aside.join(name)),
        None => fs::remove_file(&path),
    };
    match taken {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(StoreError::disk(&path)(error))
        }
        _ => Ok(()),
    }
}

fn with_end(name: &OsStr, end: &str) -> OsString {
    let mut name = name.to_owned();
    name.push(end);
    name
}

/// The files that were built, in the order of their names.
fn names(folder: &Path) -> Result<Vec<OsString>, StoreError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(StoreError::disk(folder))? {
        let name = entry.map_err(StoreError::disk(folder))?.file_name();
        if name != READY {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Has the disk keep the names in a folder, which Windows does by itself.
fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if !cfg!(unix) {
        return Ok(());
    }
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(StoreError::disk(folder))
}
