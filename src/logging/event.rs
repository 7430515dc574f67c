//! What is logged, event by event.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use tracing::span::EnteredSpan;
use tracing::{debug, info, info_span, warn};

/// The name under which all events are written.
pub(super) const TARGET: &str = "peildatum";

/// Longer than this, and whoever works notices it.
const SLOW: Duration = Duration::from_millis(200);

/// The kinds of file whose ending is logged. Any other ending may be part of a name.
const KINDS_OF_FILE: [&str; 12] = [
    "csv", "docx", "html", "json", "ods", "pdf", "png", "svg", "txt", "xls", "xlsm", "xlsx",
];

/// A request or a command under way. Events until its end belong to it.
pub struct Work {
    began: Instant,
    /// Whether it is logged when it is slow.
    awaited: bool,
    _span: EnteredSpan,
}

/// The program was started with a command, or for the desk.
pub fn started(command: &'static str, renderer: &'static str, language: &'static str) {
    info!(
        target: TARGET,
        version = env!("CARGO_PKG_VERSION"),
        os = std::env::consts::OS,
        arch = std::env::consts::ARCH,
        command,
        renderer,
        language,
        "start"
    );
}

/// The window was closed, and the program ends. Where this is absent, it ended otherwise.
pub fn ended() {
    info!(target: TARGET, "end");
}

/// A request to the vault service begins.
pub fn request(kind: &'static str) -> Work {
    Work::begin(info_span!(target: TARGET, "request", kind).entered(), true)
}

/// A command of the command line begins.
pub fn command(kind: &'static str) -> Work {
    Work::begin(info_span!(target: TARGET, "command", kind).entered(), false)
}

impl Work {
    fn begin(span: EnteredSpan, awaited: bool) -> Self {
        debug!(target: TARGET, "begin");
        Self {
            began: Instant::now(),
            awaited,
            _span: span,
        }
    }

    /// It is done, or refused for this kind of reason.
    pub fn done(self, refused: Option<&'static str>) {
        let took = self.began.elapsed();
        let ms = milliseconds(took);
        match refused {
            Some(why) => warn!(target: TARGET, why, ms, "refused"),
            None if self.awaited && took > SLOW => warn!(target: TARGET, ms, "done, slow"),
            None => info!(target: TARGET, ms, "done"),
        }
    }
}

/// The vault service looked whether anybody else wrote to the vault.
pub fn look_around(took: Duration) {
    if took > SLOW {
        warn!(target: TARGET, ms = milliseconds(took), "look around, slow");
    }
}

/// A vault was opened: how many registers it has, how many cases were ever recorded in it, and how many of its files could
/// not be opened. Of its folder, only [`label_of`] is logged.
pub fn vault_opened(folder: &Path, registers: usize, cases: i64, closed: usize, took: Duration) {
    let vault = label_of(folder);
    let ms = milliseconds(took);
    info!(target: TARGET, vault, registers, cases, closed, ms, "vault opened");
}

/// What came of the rows of a file that was imported.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// How many rows were read.
    pub read: usize,
    /// How many became something new.
    pub added: usize,
    /// How many changed something.
    pub updated: usize,
    /// How many changed nothing.
    pub unchanged: usize,
    /// How many were refused.
    pub refused: usize,
}

/// A file was imported, or it was looked at what that would do; without a file, rows that were typed. Of the file, only its
/// kind is logged.
pub fn imported(file: Option<&Path>, counts: Counts, dry_run: bool) {
    let kind = file.map_or("typed", kind_of);
    let Counts {
        read,
        added,
        updated,
        unchanged,
        refused,
    } = counts;
    info!(target: TARGET, kind, read, added, updated, unchanged, refused, dry_run, "import");
}

/// A file was written, with so many rows where it is a table. Of the file, only its kind is logged.
pub fn exported(file: &Path, bytes: usize, rows: Option<usize>) {
    let kind = kind_of(file);
    info!(target: TARGET, kind, bytes, rows, "export");
}

/// The disk refused to read or write a file.
pub fn disk_refused(error: &io::Error) {
    let (kind, code) = (error.kind(), error.raw_os_error());
    warn!(target: TARGET, ?kind, code, "the disk refused");
}

/// SQLite refused, with this extended result code (<https://sqlite.org/rescode.html>).
pub fn sqlite_refused(code: Option<i32>) {
    warn!(target: TARGET, code, "SQLite refused");
}

/// The window is there. The adapter is what draws in it, as its driver calls it.
pub fn window_opened(renderer: &'static str, adapter: &str, language: &'static str) {
    info!(target: TARGET, renderer, adapter, language, "window");
}

/// A renderer could not open a window, for a reason in the words of the system.
pub fn window_failed(renderer: &str, reason: &str) {
    warn!(target: TARGET, renderer, reason, "no window");
}

/// Four digits that tell one vault from another and are the same every time. The path does not follow from them.
pub fn label_of(folder: &Path) -> String {
    let real = folder.canonicalize();
    let mut hasher = DefaultHasher::new();
    real.as_deref().unwrap_or(folder).hash(&mut hasher);
    format!("{:04x}", hasher.finish() & 0xffff)
}

/// The kind of file by its ending, where that is one of [`KINDS_OF_FILE`].
fn kind_of(file: &Path) -> &'static str {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let known = |kind: &&str| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(kind));
    KINDS_OF_FILE.into_iter().find(known).unwrap_or("other")
}

fn milliseconds(took: Duration) -> u64 {
    u64::try_from(took.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_file_only_a_known_kind_is_told() {
        assert_eq!(kind_of(Path::new("map/Lijst J. Jansen.XLSX")), "xlsx");
        assert_eq!(kind_of(Path::new("brief.jansen")), "other");
        assert_eq!(kind_of(Path::new("jansen")), "other");
    }

    #[test]
    fn a_vault_has_the_same_label_every_time() {
        let folder = tempfile::tempdir().unwrap();
        let label = label_of(folder.path());
        assert_eq!(label, label_of(&folder.path().join(".")));
        assert_eq!(label.len(), 4);
        assert_ne!(label_of(Path::new("/a")), label_of(Path::new("/b")));
    }
}
