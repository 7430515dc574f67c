//! What the program bears: killed at any moment, a power cut, a full disk, damaged pages, several processes at once. A little
//! of it runs with every `cargo test`; all of it takes half an hour:
//!
//! ```sh
//! cargo test --test cli endurance -- --ignored --nocapture --test-threads 1
//! ```
//!
//! `ENDURANCE` multiplies how often; where something fails, the seed of that round is in the message.

mod disk;
mod kills;
mod pages;
mod power;
mod processes;
mod recorded;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::Utc;
use peildatum::store::{Vault, examine};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::support::{HOUSING, Place, data, program};

/// Every case of a vault by its register and number, as it is stored, and how long its history is.
type Content = BTreeMap<String, String>;

/// What is done with a vault by one command.
struct Job {
    name: &'static str,
    /// The vault before, which is copied for every round; its folder is empty where the command makes one.
    before: TempDir,
    arguments: Vec<String>,
    /// Whether what was interrupted is to succeed when it is done again.
    repeats: bool,
}

impl Job {
    fn new(name: &'static str, place: Place, arguments: &[&str]) -> Self {
        Self {
            name,
            before: place.folder,
            arguments: arguments.iter().map(|it| (*it).to_owned()).collect(),
            repeats: false,
        }
    }

    /// The command on a copy of the vault in this folder.
    fn command(&self, folder: &Path) -> Command {
        let home = program(folder);
        let mut command = Command::new(home.get_program());
        for (name, value) in home.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.arg("--vault").arg(folder.join("kluis"));
        command.args(&self.arguments);
        command.stdin(Stdio::null()).stderr(Stdio::piped());
        command.stdout(Stdio::piped());
        command
    }

    /// A copy of the folder before.
    fn copy(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        copy_into(self.before.path(), folder.path());
        folder
    }

    /// How long the command takes, and what stands in the vault before and after.
    fn whole(&self) -> Whole {
        let folder = self.copy();
        let before = content(&self.copy().path().join("kluis"));
        let began = Instant::now();
        let said = self.command(folder.path()).output().unwrap();
        let took = began.elapsed();
        let err = String::from_utf8_lossy(&said.stderr);
        assert!(said.status.success(), "{}: {err}", self.name);
        Whole {
            took,
            before,
            after: content(&folder.path().join("kluis")),
        }
    }

    /// Looks at what was left of it: all or nothing, and all where that was reported.
    fn judge(&self, folder: &Path, whole: &Whole, reported: bool, round: &str) {
        let vault = folder.join("kluis");
        if self.repeats && !(Vault::exists(&vault) && reported) {
            let again = self.command(folder).output().unwrap();
            let err = String::from_utf8_lossy(&again.stderr);
            // What was made already is not made again.
            let is_there = Vault::open(&vault, Utc::now()).is_ok();
            assert!(again.status.success() || is_there, "{round}: {err}");
        }
        sound(&vault, round);
        let left = content(&vault);
        match reported || self.repeats {
            true => assert!(left == whole.after, "{round}: what was reported is gone"),
            false => assert!(
                left == whole.before || left == whole.after,
                "{round}: half an action"
            ),
        }
    }
}

/// What a command does when nothing interrupts it.
struct Whole {
    took: Duration,
    before: Content,
    after: Content,
}

/// Every command that writes.
fn jobs() -> Vec<Job> {
    let file = data("woonoverlast-2024.csv");
    let file = file.to_str().unwrap();
    let three = "W2000,W2001,W2003,W2004,W2005,W2006,W2007,W2008";
    let change = [
        "change",
        HOUSING,
        "--cases",
        three,
        "--set",
        "Wijk=Meerzicht",
    ];
    let changed = Place::with(&[HOUSING]);
    let told = changed.done(&change);
    let undone = told.split("peildatum undo ").nth(1).unwrap();
    let undone = undone.split_whitespace().next().unwrap().to_owned();
    let older = Place::empty();
    copy_into(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/vault-version-8"),
        &older.vault(),
    );
    // It was made for its three files; the others are made when it is opened.
    let shared = Connection::open(older.vault().join("gedeeld.db")).unwrap();
    let others = "DELETE FROM meta WHERE name LIKE 'team:%' AND name NOT IN ('team:jeugd', 'team:maatregelen')";
    shared.execute(others, []).unwrap();
    drop(shared);
    let making = |job: Job| Job {
        repeats: true,
        ..job
    };
    let mut jobs = vec![
        Job::new("import", Place::with_vault(), &["import", HOUSING, file]),
        Job::new("change many", Place::with(&[HOUSING]), &change),
        Job::new(
            "merge",
            Place::with(&[HOUSING]),
            &["merge", HOUSING, "W2001", "W2000"],
        ),
        Job::new("undo", changed, &["undo", &undone]),
        Job::new("migrate", older, &["cases", "jeugdaanpak"]),
        making(Job::new("init", Place::empty(), &["init"])),
        making(Job::new(
            "demo",
            Place::empty(),
            &["demo", "--no-window", "--years", "1"],
        )),
    ];
    jobs.extend(backup_jobs());
    jobs
}

/// A backup, and putting one back.
fn backup_jobs() -> Vec<Job> {
    let place = Place::with(&[HOUSING]);
    place.done(&["backup", "make"]);
    let list = place.json(&["backup", "list"]);
    let name = list[0]["name"].as_str().unwrap().to_owned();
    let change = [
        "change",
        HOUSING,
        "--cases",
        "W2000",
        "--set",
        "Wijk=Meerzicht",
    ];
    place.done(&change);
    vec![
        Job::new("backup", Place::with(&[HOUSING]), &["backup", "make"]),
        Job::new("restore", place, &["backup", "restore", &name]),
    ]
}

/// What stands in a vault; nothing where there is none.
fn content(vault: &Path) -> Content {
    let mut content = Content::new();
    if !Vault::exists(vault) {
        return content;
    }
    let vault = Vault::open(vault, Utc::now()).unwrap();
    for definition in vault.registers().all() {
        let register = &definition.id;
        let store = vault.store(register).unwrap();
        let mut add = |case: peildatum::register::CaseFile| {
            let state = serde_json::to_string(&case.state).unwrap();
            let history = store.history(case.key).unwrap().len();
            let name = format!("{register}/{}", case.number);
            content.insert(name, format!("{history} {state}"));
        };
        store.each_case(register, &mut add).unwrap();
    }
    content
}

/// Looks whether a vault opens, and whether every file of it is whole.
fn sound(vault: &Path, round: &str) {
    let opened = Vault::open(vault, Utc::now());
    let opened = opened.unwrap_or_else(|error| panic!("{round}: {error}"));
    let unwritable = opened.unwritable();
    assert!(unwritable.is_empty(), "{round}: {unwritable:?}");
    drop(opened);
    let checkup = examine(vault).unwrap();
    assert!(checkup.is_clean(), "{round}: {:?}", checkup.findings);
    for file in databases(vault) {
        let file = Connection::open(file).unwrap();
        let found: String = file
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(found, "ok", "{round}");
        let mut loose = file.prepare("PRAGMA foreign_key_check").unwrap();
        assert!(!loose.exists([]).unwrap(), "{round}");
    }
}

fn databases(vault: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(vault).unwrap().map(|it| it.unwrap().path());
    let mut files: Vec<PathBuf> = entries
        .filter(|file| file.extension().is_some_and(|it| it == "db"))
        .collect();
    files.sort();
    files
}

/// Copies everything in a folder into another one, which is made.
fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy_into(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

/// How often something is done in the long run.
fn times(often: u64) -> u64 {
    let factor = env::var("ENDURANCE").ok();
    often * factor.map_or(1, |factor| factor.parse().unwrap())
}
