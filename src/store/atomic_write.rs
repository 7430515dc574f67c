//! Writing a file whole, or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use uuid::Uuid;

use super::id::new_id;

/// What the name of a file that is being written begins and ends with.
const BEGIN: &str = ".peildatum-";
const END: &str = ".part";
/// How old such a file is before it is taken for one that a killed program left: nothing takes so long to write.
const LEFT_BEHIND: Duration = Duration::from_secs(60 * 60);

/// Writes a file beside its place and then renames it, so that a disk that is full leaves no half file, and an older file
/// as it was. When this returns, the file survives a power cut.
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
    /// Writes the file beside its place. What a program that was killed left there goes away.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn beside(path: &Path, content: &[u8]) -> io::Result<Self> {
        remove_left_behind(folder_of(path));
        let prepared = Self {
            partial: path.with_file_name(format!("{BEGIN}{}{END}", new_id())),
            path: path.to_owned(),
        };
        let mut file = File::create(&prepared.partial)?;
        file.write_all(content)?;
        // Without this a power cut just after the renaming leaves an empty file under the new name.
        file.sync_all()?;
        Ok(prepared)
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn put_in_place(self) -> io::Result<()> {
        fs::rename(&self.partial, &self.path)?;
        sync_folder(folder_of(&self.path))
    }
}

impl Drop for PreparedFile {
    fn drop(&mut self) {
        // Once it is in its place there is nothing here. What is left holds personal data; where even this fails, the first
        // error tells more.
        let _ = fs::remove_file(&self.partial);
    }
}

/// The folder in which a file stands.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Has the disk keep the names in a folder, which it does by itself on Windows. A folder that may be written and not read,
/// or a file system that cannot do it, is no reason to say that the file is not there.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if !cannot_sync(error.kind()) => Err(error),
        _ => Ok(()),
    }
}

fn cannot_sync(kind: io::ErrorKind) -> bool {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    matches!(kind, InvalidInput | PermissionDenied | Unsupported)
}

/// Removes the files that a killed program was writing in this folder; they hold personal data. Where that fails they wait
/// for the next file that is written there.
fn remove_left_behind(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files.filter(|file| is_ours(&file.file_name().to_string_lossy())) {
        let written = file.metadata().and_then(|found| found.modified());
        let age = written.ok().and_then(|written| written.elapsed().ok());
        if age.is_some_and(|age| age > LEFT_BEHIND) {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Whether a file of this name is one that this program is writing, or was.
fn is_ours(name: &str) -> bool {
    let id = name.strip_prefix(BEGIN);
    let id = id.and_then(|name| name.strip_suffix(END));
    id.is_some_and(|id| Uuid::try_parse(id).is_ok())
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let files = fs::read_dir(folder).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_written_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lijst.csv");
        write_atomically(&file, b"een").unwrap();
        write_atomically(&file, b"twee").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"twee");
        drop(PreparedFile::beside(&file, b"drie").unwrap());
        assert_eq!(fs::read(&file).unwrap(), b"twee");
        assert_eq!(names(folder.path()), ["lijst.csv"]);
    }

    #[test]
    fn what_a_killed_program_left_goes_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let old = SystemTime::now() - 2 * LEFT_BEHIND;
        let make = |name: &str, written: SystemTime| {
            let file = File::create(folder.path().join(name)).unwrap();
            file.set_modified(written).unwrap();
            name.to_owned()
        };
        let ours = || format!("{BEGIN}{}{END}", new_id());
        make(&ours(), old);
        let mut stay = vec![
            make(&ours(), SystemTime::now()),
            make(".peildatum-aantekening.part", old),
            make(".brief.docx.part", old),
            make("brief.docx", old),
        ];
        let file = folder.path().join("lijst.csv");
        write_atomically(&file, b"een").unwrap();
        stay.push("lijst.csv".to_owned());
        stay.sort();
        assert_eq!(names(folder.path()), stay);
    }
}
