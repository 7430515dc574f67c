//! The log for a helpdesk: what the program did, how long that took, and what kind of error there was.
//!
//! Nothing that stands in a case goes in: no names, addresses, numbers, words that were searched for, reasons, and no name
//! or path of a file or folder. That is why events are only written by the functions here, which take numbers and words
//! that are known when the program is built (`&'static str`), and nothing else that could hold content.
//!
//! There is one file a day, `peildatum.2026-04-01.log`, and no more than [`MOST_FILES`] of them. Every line is written at
//! once, so that it is there when the program is killed. A log that cannot be written stops nothing.

mod event;
mod home;
mod panics;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tracing::Subscriber;
use tracing::level_filters::LevelFilter;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use home::WithoutHome;

pub use event::{
    Counts, Work, command, disk_refused, ended, exported, imported, label_of, look_around, request,
    sqlite_refused, started, vault_opened, window_failed, window_opened,
};
pub use panics::{survive, without_panic};

/// How many files there are at most: one for each day on which the program was used.
const MOST_FILES: usize = 14;
/// How the names of the files begin and end; the day stands between.
const PREFIX: &str = "peildatum";
const SUFFIX: &str = "log";

/// The environment variable that says how much is logged: `off`, `error`, `warn`, `info` (the default), `debug` or `trace`.
const LEVEL: &str = "PEILDATUM_LOG";

/// The libraries that draw the window. Of them, warnings are logged as well, whatever the level: they say why a window
/// does not open and know nothing of cases.
const LIBRARIES: [&str; 9] = [
    "eframe",
    "egui_wgpu",
    "egui_glow",
    "glutin",
    "naga",
    "wgpu",
    "wgpu_core",
    "wgpu_hal",
    "winit",
];

/// Starts the log of this program in a folder, which is made where it is absent. From then on, panics are logged as well.
///
/// # Errors
/// The folder or the file of today cannot be written, or the log was started before. The program does without.
pub fn start(folder: &Path) -> io::Result<()> {
    subscriber(folder, level())?
        .try_init()
        .map_err(io::Error::other)?;
    panics::log_panics();
    Ok(())
}

/// The last lines of the log in this folder, the oldest first; none where there is no log.
pub fn last_lines(folder: &Path, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for file in files(folder).into_iter().rev() {
        let bytes = fs::read(file).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let lacking = most - lines.len();
        lines.extend(text.lines().rev().take(lacking).map(str::to_owned));
        if lines.len() == most {
            break;
        }
    }
    lines.reverse();
    lines
}

/// The files of the log, the oldest first.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_log = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_log).collect();
    files.sort();
    files
}

/// How much is logged.
fn level() -> LevelFilter {
    let named = std::env::var(LEVEL).ok();
    let named = named.and_then(|named| named.trim().parse().ok());
    named.unwrap_or(LevelFilter::INFO)
}

/// What writes events to the files in this folder.
fn subscriber(
    folder: &Path,
    level: LevelFilter,
) -> io::Result<impl Subscriber + Send + Sync + use<>> {
    // The appender would say on the standard error that the folder is absent.
    fs::create_dir_all(folder)?;
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix(PREFIX)
        .filename_suffix(SUFFIX)
        .max_log_files(MOST_FILES)
        .build(folder)
        .map_err(io::Error::other)?;
    let written = tracing_subscriber::fmt::layer()
        .with_writer(WithoutHome::new(files))
        .with_timer(TimeAndProcess)
        .with_ansi(false)
        .with_thread_names(true)
        // A full disk is no reason to write on the standard error for every event.
        .log_internal_errors(false);
    let libraries = LIBRARIES.map(|library| (library, level.min(LevelFilter::WARN)));
    let wanted = Targets::new()
        .with_target(event::TARGET, level)
        .with_targets(libraries);
    Ok(tracing_subscriber::registry().with(wanted).with(written))
}

/// The moment of an event (UTC), and the number of the process: several windows write in one file.
struct TimeAndProcess;

impl FormatTime for TimeAndProcess {
    fn format_time(&self, writer: &mut Writer<'_>) -> std::fmt::Result {
        SystemTime.format_time(writer)?;
        write!(writer, " {:>6}", std::process::id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_lines_go_on_in_the_file_of_the_day_before() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write("peildatum.2026-03-30.log", "a\nb\n");
        write("peildatum.2026-03-31.log", "c\n");
        write("peildatum.2026-04-01.log", "d\ne\n");
        write("settings.toml", "f\n");
        assert_eq!(last_lines(folder.path(), 4), ["b", "c", "d", "e"]);
        assert_eq!(last_lines(folder.path(), 2), ["d", "e"]);
        assert_eq!(last_lines(folder.path(), 9).len(), 5);
        assert_eq!(last_lines(&folder.path().join("absent"), 9), [""; 0]);
    }

    #[test]
    fn there_are_never_more_files_than_allowed() {
        let folder = tempfile::tempdir().unwrap();
        for day in 1..=28 {
            let name = format!("{PREFIX}.2025-02-{day:02}.{SUFFIX}");
            fs::write(folder.path().join(name), "x\n").unwrap();
        }
        for _ in 0..3 {
            drop(subscriber(folder.path(), LevelFilter::INFO).unwrap());
            let count = files(folder.path()).len();
            assert!((MOST_FILES - 1..=MOST_FILES).contains(&count), "{count}");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error_and_no_panic() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(subscriber(&file.join("log"), LevelFilter::INFO).is_err());
    }
}
