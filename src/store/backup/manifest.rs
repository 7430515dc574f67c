//! A backup, and the file in its folder that says what it holds.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use super::kind::BackupKind;
use crate::store::atomic_write::write_atomically;
use crate::store::file_names::file_of;

/// The folder of backups in a vault.
pub(super) const FOLDER: &str = "backups";
/// The file in the folder of a backup that says what it holds.
const MANIFEST: &str = "backup.json";
/// The moment in the name of a copy that an earlier version of the program made.
const EARLIER_MOMENT: &str = "%Y%m%d-%H%M%S";

/// A backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// The name by which it is asked for.
    #[serde(skip)]
    pub name: String,
    /// Its folder; or the one file that an earlier version of the program copied.
    #[serde(skip)]
    pub path: PathBuf,
    /// The vault of which it is a backup; none where that vault had no name of its own yet.
    pub vault: Option<String>,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Why it was made.
    pub kind: BackupKind,
    /// When it was last opened and found whole; none where it never was, or is not any more.
    pub verified: Option<DateTime<Utc>>,
    /// The files that it holds.
    pub files: Vec<BackupFile>,
}

/// The copy of the file of one team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupFile {
    /// The team.
    pub team: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 of its content in hexadecimal; none of a copy that an earlier version of the program made.
    pub sha256: Option<String>,
    /// How many cases stand in it, those that were taken back or merged not counted; none where that is not known of a copy
    /// that an earlier version of the program made.
    pub cases: Option<u64>,
    /// How far the file was: a number that is another one as soon as something is written.
    pub state: Option<i64>,
}

impl Backup {
    /// How many cases stand in it, where that is known.
    pub fn cases(&self) -> Option<u64> {
        self.files.iter().map(|file| file.cases).sum()
    }

    /// The copy of the file of this team.
    pub fn file(&self, team: &str) -> Option<&BackupFile> {
        self.files.iter().find(|file| file.team == team)
    }

    /// Where the copy of the file of this team lies.
    pub(in crate::store) fn path_of(&self, team: &str) -> PathBuf {
        match self.path.is_dir() {
            true => file_of(&self.path, team),
            false => self.path.clone(),
        }
    }

    /// Reads the backup in this folder, or in a single file as earlier versions of the program left it. None where it is
    /// neither, such as a backup that is being made.
    pub(super) fn read(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_owned();
        let read = match path.is_dir() {
            true => {
                let text = fs::read_to_string(path.join(MANIFEST)).ok()?;
                serde_json::from_str(&text).ok()?
            }
            false => earlier(&name, &path)?,
        };
        Some(Self { name, path, ..read })
    }

    /// Writes what it holds beside its copies.
    pub(super) fn write(&self) -> io::Result<()> {
        if !self.path.is_dir() {
            return Ok(());
        }
        let text = serde_json::to_string_pretty(self)?;
        write_atomically(&self.path.join(MANIFEST), text.as_bytes())
    }

    /// Removes it.
    pub(super) fn remove(&self) -> io::Result<()> {
        remove(&self.path)
    }
}

/// Removes a backup, or what is left of one.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match path.is_dir() {
        true => fs::remove_dir_all(path),
        false => fs::remove_file(path),
    }
}

/// The backups in this folder, the newest first. None where there is no such folder.
pub(super) fn read_all(folder: &Path) -> io::Result<Vec<Backup>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let entries = entries.flatten();
    let mut backups: Vec<Backup> = entries
        .filter_map(|entry| Backup::read(entry.path()))
        .collect();
    backups.sort_by(|one, other| (other.made, &other.name).cmp(&(one.made, &one.name)));
    Ok(backups)
}

/// The name of the newest backup in the vault that has a copy of this file; of a good one, where there is one.
pub(in crate::store) fn newest_of(file: &Path) -> Option<String> {
    newest_among(file, |_| true)
}

/// The same of those in which may stand what a repair could not bring back: one that was made before a repair has not.
pub(in crate::store) fn newest_unrepaired(file: &Path) -> Option<String> {
    newest_among(file, |backup| backup.kind != BackupKind::Repair)
}

fn newest_among(file: &Path, may: fn(&Backup) -> bool) -> Option<String> {
    let team = file.file_stem()?.to_str()?;
    let backups = read_all(&file.parent()?.join(FOLDER)).ok()?.into_iter();
    let backups = backups.filter(|backup| backup.file(team).is_some() && may(backup));
    // Of equals the last one is taken, so the newest has to come last.
    let newest = backups
        .rev()
        .max_by_key(|backup| backup.verified.is_some())?;
    Some(newest.name)
}

/// The copy of one file that an earlier version of the program made before it changed that file, by its name:
/// `jeugd-before-v2-20260301-120000.db`.
fn earlier(name: &str, path: &Path) -> Option<Backup> {
    let stem = name.strip_suffix(".db")?;
    let at = stem.len().checked_sub("20260301-120000".len())?;
    let made = NaiveDateTime::parse_from_str(stem.get(at..)?, EARLIER_MOMENT).ok()?;
    let before = stem.get(..at)?.strip_suffix('-')?;
    let team = before
        .split_once("-before-v")
        .map_or(before, |(team, _)| team);
    Some(Backup {
        name: String::new(),
        path: PathBuf::new(),
        vault: None,
        made: made.and_utc(),
        kind: BackupKind::Migration,
        verified: None,
        files: vec![BackupFile {
            team: team.to_owned(),
            bytes: fs::metadata(path).map_or(0, |found| found.len()),
            sha256: None,
            cases: None,
            state: None,
        }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_earlier_copy_says_whose_it_is_and_when_it_was_made() {
        for (name, team) in [
            ("jeugd-20260101-120000.db", "jeugd"),
            ("jeugd-before-v2-20260301-120000.db", "jeugd"),
            ("jeugd-preventief-20260601-120000.db", "jeugd-preventief"),
        ] {
            assert_eq!(earlier(name, Path::new(name)).unwrap().files[0].team, team);
        }
        for name in [
            "jeugd-20260701-120000.db.part",
            "vreemd.db",
            "20260701-120000.db",
        ] {
            assert_eq!(earlier(name, Path::new(name)), None, "{name}");
        }
    }
}
