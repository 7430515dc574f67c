//! Writing a file whole, or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::id::new_id;

/// Writes a file beside its place and then renames it, so that a disk that is full leaves no half file, and an older file
/// as it was.
///
/// # Errors
/// The disk refuses.
pub fn write_atomically(path: &Path, content: &[u8]) -> io::Result<()> {
    PreparedFile::beside(path, content)?.put_in_place()
}

/// A file that is written whole beside its place, and is not there yet. What is not put in place is gone again.
pub struct PreparedFile {
    partial: PathBuf,
    path: PathBuf,
}

impl PreparedFile {
    /// Writes the file beside its place.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn beside(path: &Path, content: &[u8]) -> io::Result<Self> {
        let prepared = Self {
            partial: path.with_file_name(format!(".{}.part", new_id())),
            path: path.to_owned(),
        };
        let mut file = File::create(&prepared.partial)?;
        file.write_all(content)?;
        Ok(prepared)
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn put_in_place(self) -> io::Result<()> {
        fs::rename(&self.partial, &self.path)
    }
}

/// Has the disk keep which files are in a folder. Windows keeps that by itself, and does not let a folder be opened.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    match cfg!(unix) {
        true => File::open(folder)?.sync_all(),
        false => Ok(()),
    }
}

impl Drop for PreparedFile {
    fn drop(&mut self) {
        // Once it is in its place there is nothing here. What is left holds personal data; where even this fails, the first
        // error tells more.
        let _ = fs::remove_file(&self.partial);
    }
}
