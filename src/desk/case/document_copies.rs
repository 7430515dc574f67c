//! Copies of documents that are looked at with the system's program. They lie in a temporary folder that goes away with the
//! window.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use crate::desk::backend::protocol::{Request, TakeOutJob};
use crate::desk::case::document_names::{file_name, safe_name};
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::register::Entry;

/// How the names of our temporary folders begin.
const PREFIX: &str = "peildatum-bijlagen-";
/// How old a folder is when it is removed as left behind: no window is open that long.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

/// The copies of documents of this window.
pub struct DocumentCopies {
    /// Where they lie, which nobody else can read; none before the first one.
    folder: Option<TempDir>,
    /// How many were made.
    count: usize,
    /// Whether the user was told that what is opened is a copy.
    explained: bool,
}

impl DocumentCopies {
    /// No copies yet. Folders that a crash left behind are removed.
    pub fn new() -> Self {
        remove_left_behind(&std::env::temp_dir());
        Self {
            folder: None,
            count: 0,
            explained: false,
        }
    }

    /// The path of the next copy, of a document with this name; none where no folder can be made.
    fn path_for(&mut self, name: &str) -> Option<PathBuf> {
        // A folder of long ago may be gone: another window, or the system, tidies up.
        let there = self
            .folder
            .as_ref()
            .is_some_and(|ours| ours.path().is_dir());
        if !there {
            self.folder = tempfile::Builder::new().prefix(PREFIX).tempdir().ok();
        }
        // Each in a folder of its own: the program shows the name of the document, and two may have the same.
        self.count += 1;
        let folder = self.folder.as_ref()?.path().join(self.count.to_string());
        Some(folder.join(safe_name(name)))
    }

    /// Whether the user is still to be told that what is opened is a copy: true the first time.
    pub fn is_first(&mut self) -> bool {
        !std::mem::replace(&mut self.explained, true)
    }

    /// Whether this file is one of the copies.
    pub fn has(&self, path: &Path) -> bool {
        let folder = self.folder.as_ref();
        folder.is_some_and(|folder| path.starts_with(folder.path()))
    }

    /// Opens a copy of the document of an entry of this register with the system's program.
    pub fn open(&mut self, register: &str, entry: &Entry, model: &mut Model) {
        let Some(to) = self.path_for(&file_name(register, entry, model)) else {
            let text = model.text("documents-no-folder");
            model.notify(text, Tone::Bad);
            return;
        };
        model.ask(Request::TakeOut(TakeOutJob {
            register: register.to_owned(),
            entry: entry.key,
            to,
            open: true,
        }));
    }
}

/// Removes folders that a crash left behind, as far as that is possible.
fn remove_left_behind(temporary: &Path) {
    let Ok(entries) = fs::read_dir(temporary) else {
        return;
    };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let written = entry.metadata().and_then(|found| found.modified());
        let age = written.map(|at| SystemTime::now().duration_since(at).unwrap_or_default());
        if ours && age.is_ok_and(|age| age > LEFT_BEHIND) {
            // One that cannot be removed now is tried again the next time.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_at_has_a_folder_of_its_own() {
        let mut documents = DocumentCopies::new();
        let first = documents.path_for("brief.pdf").unwrap();
        assert_ne!(documents.path_for("brief.pdf").unwrap(), first);
        let ours = documents.folder.as_ref().unwrap().path().to_owned();
        fs::remove_dir_all(&ours).unwrap();
        let next = documents.path_for("brief.pdf").unwrap();
        let again = documents.folder.as_ref().unwrap().path();
        assert!(again.is_dir() && again != ours && next.starts_with(again));
    }

    #[test]
    fn only_old_folders_of_ours_are_taken_away() {
        let place = tempfile::tempdir().unwrap();
        let (ours, other) = (
            place.path().join("peildatum-bijlagen-x"),
            place.path().join("iets-anders"),
        );
        for folder in [&ours, &other] {
            fs::create_dir(folder).unwrap();
        }
        remove_left_behind(place.path());
        assert!(ours.exists(), "a window may still show what lies there");
        let old = SystemTime::now() - LEFT_BEHIND - Duration::from_secs(60);
        for folder in [&ours, &other] {
            let folder = fs::File::open(folder).unwrap();
            folder
                .set_times(fs::FileTimes::new().set_modified(old))
                .unwrap();
        }
        remove_left_behind(place.path());
        assert!(!ours.exists() && other.exists());
    }
}
