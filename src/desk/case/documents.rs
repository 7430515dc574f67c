//! Documents on their way in and out: attached to the case on the screen, looked at with the system's program, or kept
//! elsewhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use crate::desk::backend::protocol::{AttachJob, Request, RequestId, TakeOutJob};
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::places;
use crate::register::{ATTACHMENT, CaseKey, Entry, FieldRole};

/// What the names of our temporary folders begin with.
const PREFIX: &str = "peildatum-bijlagen-";
/// After how long a folder that was left behind is taken away: no window is open that long.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

/// Where documents lie that are only looked at: a folder that nobody else can read, and that goes away with the window.
pub struct Documents {
    folder: Option<TempDir>,
    opened: usize,
    /// Whether it was said that what is opened is a copy.
    said: bool,
}

impl Documents {
    /// None are looked at yet. Folders that a crash left behind are taken away.
    pub fn new() -> Self {
        take_away_old(&std::env::temp_dir());
        Self {
            folder: None,
            opened: 0,
            said: false,
        }
    }

    /// A place for a document that is to be looked at; none where no folder can be made.
    fn place_for(&mut self, name: &str) -> Option<PathBuf> {
        // A folder of long ago may be gone: another window, or the system, tidies up.
        let there = self
            .folder
            .as_ref()
            .is_some_and(|ours| ours.path().is_dir());
        if !there {
            self.folder = tempfile::Builder::new().prefix(PREFIX).tempdir().ok();
        }
        // Each in a folder of its own: the program shows the name of the document, and two may have the same.
        self.opened += 1;
        let folder = self.folder.as_ref()?.path().join(self.opened.to_string());
        Some(folder.join(safe(name)))
    }

    /// Whether this is the first time, and it is to be said that what is opened is a copy.
    pub fn tells_first(&mut self) -> bool {
        !std::mem::replace(&mut self.said, true)
    }

    /// Whether this file is one of those that are only looked at.
    pub fn are_looked_at(&self, path: &Path) -> bool {
        let folder = self.folder.as_ref();
        folder.is_some_and(|folder| path.starts_with(folder.path()))
    }
}

/// Takes folders away that a crash left behind, as far as that is possible.
fn take_away_old(temporary: &Path) {
    let Ok(entries) = fs::read_dir(temporary) else {
        return;
    };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let written = entry.metadata().and_then(|found| found.modified());
        let age = written.map(|at| SystemTime::now().duration_since(at).unwrap_or_default());
        if ours && age.is_ok_and(|age| age > LEFT_BEHIND) {
            // One that cannot be taken away now is tried again the next time.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// The name of a document without what would lead out of a folder.
pub fn safe(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|letter| places::can_stand_in_a_name(*letter))
        .collect();
    // Blanks and full stops at the ends fall off on some systems: the file would be another one than was asked for.
    match kept.trim_matches(|letter: char| letter == '.' || letter.is_whitespace()) {
        "" => ATTACHMENT.to_owned(),
        kept => kept.to_owned(),
    }
}

/// Whether a file of this name could have been meant to be imported.
pub fn is_table(name: &str) -> bool {
    let kind = Path::new(name).extension();
    kind.is_some_and(|kind| {
        let mut tables = ["csv", "xlsx", "xls", "ods"].into_iter();
        tables.any(|table| kind.eq_ignore_ascii_case(table))
    })
}

impl Documents {
    /// Opens the document of an entry of this register with the system's program.
    pub fn open(&mut self, register: &str, entry: &Entry, model: &mut Model) {
        let Some(to) = self.place_for(&file_name(register, entry, model)) else {
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

/// The name of the document of an entry of this register, as it was attached; empty where it has none.
pub fn file_name(register: &str, entry: &Entry, model: &Model) -> String {
    let vault = model.vault.as_ref();
    let definition = vault.and_then(|vault| vault.definition(register));
    let name = definition.as_ref();
    let name = name.and_then(|definition| definition.text_in(&entry.state, FieldRole::FileName));
    name.unwrap_or_default().to_owned()
}

/// Puts this file on the timeline of a case.
pub fn attach(
    register: String,
    case: CaseKey,
    path: PathBuf,
    pending: Pending,
    model: &mut Model,
) -> RequestId {
    let operation = model.operation();
    let job = AttachJob {
        register,
        case,
        path,
        operation,
    };
    model.ask_for(pending, Request::Attach(job))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_out_of_its_folder() {
        assert_eq!(safe("besluit.pdf"), "besluit.pdf");
        assert_eq!(safe("../../etc/passwd"), "passwd");
        assert_eq!(safe(r"C:\geheim\brief.docx"), "brief.docx");
        assert_eq!(safe(".."), "bijlage");
        assert_eq!(safe(""), "bijlage");
        assert_eq!(safe(" . "), "bijlage");
        assert_eq!(safe(" brief.pdf. "), "brief.pdf", "as Windows reads it");
    }

    #[test]
    fn what_is_looked_at_has_a_folder_of_its_own() {
        let mut documents = Documents::new();
        let first = documents.place_for("brief.pdf").unwrap();
        assert_ne!(documents.place_for("brief.pdf").unwrap(), first);
        let ours = documents.folder.as_ref().unwrap().path().to_owned();
        fs::remove_dir_all(&ours).unwrap();
        let next = documents.place_for("brief.pdf").unwrap();
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
        take_away_old(place.path());
        assert!(ours.exists(), "a window may still show what lies there");
        let old = SystemTime::now() - LEFT_BEHIND - Duration::from_secs(60);
        for folder in [&ours, &other] {
            let folder = fs::File::open(folder).unwrap();
            folder
                .set_times(fs::FileTimes::new().set_modified(old))
                .unwrap();
        }
        take_away_old(place.path());
        assert!(!ours.exists() && other.exists());
    }
}
