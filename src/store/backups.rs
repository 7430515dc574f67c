//! The names and places of backups, so that a message about a damaged file can name the last one.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

/// The folder of backups beside the files.
const FOLDER: &str = "backups";
/// The moment in a name: sorts by time and is allowed in a file name everywhere.
const MOMENT: &str = "%Y%m%d-%H%M%S";

/// The name for a backup of this file at this moment: `backups/woonoverlast-20260401-093000.db`.
pub(super) fn name(file: &Path, now: DateTime<Utc>) -> PathBuf {
    named(file, "", now)
}

/// The name for the backup that precedes a migration: `backups/woonoverlast-before-v2-20260401-093000.db`.
pub(super) fn name_before_migration(file: &Path, version: usize, now: DateTime<Utc>) -> PathBuf {
    named(file, &format!("before-v{version}-"), now)
}

fn named(file: &Path, why: &str, now: DateTime<Utc>) -> PathBuf {
    folder(file).join(format!("{}-{why}{}.db", stem(file), now.format(MOMENT)))
}

/// The newest backup of this file, if there is one.
pub(super) fn newest(file: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder(file)).ok()?;
    let backups = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        Some((moment(&name, stem(file))?, entry.path()))
    });
    backups.max().map(|(_, path)| path)
}

/// The moment in the name of a backup of this file. The name is read whole: a backup of `jeugd-preventief` also begins
/// with `jeugd-`.
fn moment(name: &str, stem: &str) -> Option<NaiveDateTime> {
    let rest = name
        .strip_prefix(stem)?
        .strip_prefix('-')?
        .strip_suffix(".db")?;
    let rest = match rest.strip_prefix("before-v") {
        Some(migration) => migration.split_once('-')?.1,
        None => rest,
    };
    NaiveDateTime::parse_from_str(rest, MOMENT).ok()
}

fn folder(file: &Path) -> PathBuf {
    file.with_file_name(FOLDER)
}

fn stem(file: &Path) -> &str {
    file.file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_backup_is_that_of_the_same_team() {
        let vault = tempfile::tempdir().unwrap();
        let backups = vault.path().join(FOLDER);
        fs::create_dir(&backups).unwrap();
        let file = vault.path().join("jeugd.db");
        assert_eq!(newest(&file), None);
        for name in [
            "jeugd-20260101-120000.db",
            "jeugd-before-v2-20260301-120000.db",
            "jeugd-preventief-20260601-120000.db",
            "jeugd-20260701-120000.db.part",
            "vreemd.db",
        ] {
            fs::write(backups.join(name), "").unwrap();
        }
        assert_eq!(
            newest(&file),
            Some(backups.join("jeugd-before-v2-20260301-120000.db"))
        );
    }
}
