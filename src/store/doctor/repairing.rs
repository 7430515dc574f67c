//! Repairing a vault, file by file: after a backup, each in one transaction, and looked at anew.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::checking::{definitions, examine, in_backup, look, name_of, refuse_no_vault, vault_id};
use super::finding::{Checkup, Finding, FindingKind};
use super::outcome::{Repair, compared};
use crate::register::Definition;
use crate::store::backup::{Backup, BackupKind, Backups};
use crate::store::closed_file::{self, close_as};
use crate::store::error::StoreError;
use crate::store::file_mark::FileMark;
use crate::store::file_names::{SHARED, file_of};
use crate::store::kept::Kept;
use crate::store::sqlite::connection::FileKey;
use crate::store::sqlite::mending::{self, Mended};
use crate::store::sqlite::salvage::{self, Owner};
use crate::store::sqlite::{copy, mark};
use crate::store::staging::{self, Staging};
use crate::store::team_files::{self, of_team};
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
        let found = look(self.folder, team, vault.as_deref(), registers.as_ref());
        let own = registers.map(|registers| of_team(&registers, team));
        let own = own.unwrap_or_default();
        let found = match found {
            Ok(found) if found.readable.is_none() => found,
            Ok(_) | Err(StoreError::Damaged { .. }) => return self.save_damaged(team, vault, own),
            // Why it cannot be looked at is said in the end.
            Err(_) => return Ok(()),
        };
        if !found.kinds.keys().any(|kind| kind.may_be_mended()) {
            return Ok(());
        }
        let (file, now) = (file_of(self.folder, team), self.now);
        let mended = mending::of_file(&file, FileKey::None, own, now, &mut |mended| {
            self.make_sure(team, mended)
        })?;
        if let Some(mended) = mended {
            self.tell(team, FindingKind::CaseIncomplete, mended.incomplete, None);
        }
        Ok(())
    }

    /// Puts what can be read of a damaged file into a new one, which comes in its place.
    fn save_damaged(
        &mut self,
        team: &str,
        vault: Option<String>,
        definitions: Vec<Arc<Definition>>,
    ) -> Result<(), StoreError> {
        let file = file_of(self.folder, team);
        let teams: Vec<String> = match team == SHARED {
            true => self.teams_with_a_file(),
            false => Vec::new(),
        };
        let vault = vault.or_else(|| self.vault_by_other_files());
        let owner = Owner {
            mark: vault.map(|vault| FileMark::of(&vault, team)),
            definitions,
            teams: &teams,
        };
        let staging = Staging::begin(self.folder)?;
        let new = file_of(&staging.folder(), team);
        closed_file::create(&new, &file).map_err(StoreError::disk(&new))?;
        let salvaged = salvage::into_new_file(&file, &new, FileKey::None, owner, self.now)?;
        // Of a file of which nothing can be read only a backup is left.
        let Some(salvaged) = salvaged else {
            return Ok(());
        };
        self.back_up()?;
        self.keep_parts(team, &salvaged.mended)?;
        staging.put_in_place(Some(self.kept.make()?))?;
        self.tell(
            team,
            FindingKind::CaseLost,
            salvaged.lost,
            Some(salvaged.lost_count),
        );
        let incomplete = salvaged.mended.incomplete;
        self.tell(team, FindingKind::CaseIncomplete, incomplete, None);
        Ok(())
    }

    /// The teams of which a file is there.
    fn teams_with_a_file(&self) -> Vec<String> {
        let teams = team_files::with_a_file(self.folder).into_iter();
        teams.filter(|team| team != SHARED).collect()
    }

    /// The identity of the vault by the file of a team, where the shared file does not say it.
    fn vault_by_other_files(&self) -> Option<String> {
        let teams = self.teams_with_a_file().into_iter();
        let mut marks = teams
            .filter_map(|team| mark::of_file(&file_of(self.folder, &team), FileKey::None).ok()?);
        marks.next().map(|mark| mark.vault)
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
        self.keep_parts(team, mended)
    }

    /// Keeps what is taken out of a file.
    fn keep_parts(&self, team: &str, mended: &Mended) -> Result<(), StoreError> {
        let file = file_of(self.folder, team);
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

    /// Tells of cases, of which more may be known than their names.
    fn tell(
        &mut self,
        team: &str,
        kind: FindingKind,
        cases: Vec<(String, String)>,
        count: Option<u64>,
    ) {
        let count = count.unwrap_or(cases.len() as u64);
        if count > 0 {
            self.told.push(Finding {
                cases,
                backup: in_backup(self.folder, team, kind),
                ..Finding::new(Some(&name_of(team)), kind, count)
            });
        }
    }
}
