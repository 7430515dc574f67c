//! Repairing a vault, file by file: after a backup, each in one transaction, and looked at anew.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::checking::{definitions, examine, look, name_of, refuse_no_vault, vault_id};
use super::finding::{Checkup, Finding, FindingKind};
use super::outcome::{Repair, compared};
use crate::store::backup::{Backup, BackupKind, Backups};
use crate::store::closed_file::close_as;
use crate::store::error::StoreError;
use crate::store::file_names::file_of;
use crate::store::kept::Kept;
use crate::store::sqlite::connection::FileKey;
use crate::store::sqlite::copy;
use crate::store::sqlite::mending::{self, Mended};
use crate::store::staging;
use crate::store::team_files::of_team;
use crate::store::vault::{Vault, refuse_clock};
use crate::store::vault_lock::VaultLock;

/// Repairs what can be repaired in the vault in this folder. Where there is something, a backup is made first; what is taken
/// out of a file is kept in the folder `kept`. What is whole stays as it is, byte for byte.
///
/// # Errors
/// The folder holds no vault, or somebody has it open; or the disk refuses. What was not repaired because a file cannot be
/// written is told in the outcome.
pub fn repair(folder: &Path, now: DateTime<Utc>) -> Result<Repair, StoreError> {
    refuse_clock(now)?;
    refuse_no_vault(folder)?;
    let lock = Arc::new(VaultLock::exclusive(folder)?);
    staging::settle(folder)?;
    let found = examine(folder)?;
    let mut repairing = Repairing {
        folder,
        now,
        kept: Kept::at(folder, now),
        backup: None,
        told: Vec::new(),
        refused: Vec::new(),
    };
    repairing.put_logs_aside(&found);
    for team in teams_to_mend(&found) {
        if let Err(why) = repairing.repair_file(&team) {
            repairing.refused.push(why);
        }
    }
    let mut left = examine(folder)?;
    if has(&left, FindingKind::Half) {
        // Whoever opens the vault finishes them, where the other file is there.
        drop(Vault::open_files(folder, folder, lock, now));
        left = examine(folder)?;
    }
    let mut checkup = compared(found, left);
    checkup.findings.extend(repairing.told);
    Ok(Repair {
        checkup,
        backup: repairing.backup.map(|backup| backup.name),
        kept: repairing.kept.used().map(PathBuf::from),
        refused: repairing.refused,
    })
}

fn has(checkup: &Checkup, kind: FindingKind) -> bool {
    checkup.findings.iter().any(|finding| finding.kind == kind)
}

/// The teams in whose files something may be mended, in the order in which they were looked at.
fn teams_to_mend(found: &Checkup) -> Vec<String> {
    let findings = found.findings.iter();
    let findings = findings.filter(|finding| finding.kind.may_be_mended());
    let files = findings.filter_map(|finding| finding.file.as_deref()?.strip_suffix(".db"));
    let mut teams: Vec<String> = files.map(str::to_owned).collect();
    teams.dedup();
    teams
}

/// A vault that is being repaired.
struct Repairing<'a> {
    folder: &'a Path,
    now: DateTime<Utc>,
    kept: Kept,
    /// The backup, once there was something to repair.
    backup: Option<Backup>,
    /// What is to be told beside what was found.
    told: Vec<Finding>,
    /// Why files could not be repaired.
    refused: Vec<StoreError>,
}

impl Repairing<'_> {
    /// Puts every write-ahead log aside that is that of another copy of its file.
    fn put_logs_aside(&mut self, found: &Checkup) {
        for finding in &found.findings {
            if let Some(StoreError::ForeignLog { log, .. }) = &finding.why
                && let Err(why) = self.kept.take(log)
            {
                self.refused.push(why);
            }
        }
    }

    fn repair_file(&mut self, team: &str) -> Result<(), StoreError> {
        // The shared file, in which definitions stand, may just have been repaired.
        let registers = definitions(self.folder).ok();
        let vault = vault_id(self.folder);
        // Why a file cannot be looked at is said in the end.
        let Ok(found) = look(self.folder, team, vault.as_deref(), registers.as_ref()) else {
            return Ok(());
        };
        if !found.kinds.keys().any(|kind| kind.may_be_mended()) || found.readable.is_some() {
            return Ok(());
        }
        let own = registers.map(|registers| of_team(&registers, team));
        let (file, now) = (file_of(self.folder, team), self.now);
        let mended = mending::of_file(
            &file,
            FileKey::None,
            own.unwrap_or_default(),
            now,
            &mut |mended| self.make_sure(team, mended),
        )?;
        if let Some(mended) = mended {
            self.tell_incomplete(team, mended.incomplete);
        }
        Ok(())
    }

    /// Sees to it that the file is kept as it is, and what is about to be taken out of it too.
    fn make_sure(&mut self, team: &str, mended: &Mended) -> Result<(), StoreError> {
        let file = file_of(self.folder, team);
        self.back_up()?;
        let backed_up = self.backup.as_ref();
        if backed_up.is_none_or(|backup| backup.file(team).is_none()) {
            // A copy with an index that is wrong is no good backup.
            let to = file_of(self.kept.make()?, team);
            if !to.exists() {
                copy::of_file(&file, &to, FileKey::None)?;
                close_as(&to, &file).map_err(StoreError::disk(&to))?;
            }
        }
        let mut parts = mended.kept.iter();
        parts.try_for_each(|part| {
            let name = format!("{team}-{}", part.name);
            self.kept.add(&name, &part.content, &file)
        })
    }

    /// Makes the backup, once.
    fn back_up(&mut self) -> Result<(), StoreError> {
        if self.backup.is_some() {
            return Ok(());
        }
        match Backups::of(self.folder).make(BackupKind::Repair, self.now) {
            Ok(made) => self.backup = Some(made.backup),
            // No file is whole enough for a backup: each is kept as it is.
            Err(StoreError::Damaged { .. }) => {}
            Err(why) => return Err(why),
        }
        Ok(())
    }

    fn tell_incomplete(&mut self, team: &str, cases: Vec<(String, String)>) {
        if cases.is_empty() {
            return;
        }
        let backup = self.backup.as_ref();
        let count = cases.len() as u64;
        self.told.push(Finding {
            cases,
            backup: backup.map(|backup| backup.name.clone()),
            ..Finding::new(Some(&name_of(team)), FindingKind::CaseIncomplete, count)
        });
    }
}
