//! Putting a backup back: first what that would change, then the change itself.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::difference::Difference;
use super::kind::BackupKind;
use super::making::{copy_definitions, vault_id};
use super::manifest::Backup;
use super::place::Backups;
use super::thinning::day;
use super::verifying;
use crate::store::access;
use crate::store::closed_file;
use crate::store::error::StoreError;
use crate::store::file_names::file_of;
use crate::store::kept::Kept;
use crate::store::location;
use crate::store::sqlite::carrying_over::CarriedOver;
use crate::store::sqlite::connection::FileKey;
use crate::store::staging::{self, Staging};
use crate::store::team_files::with_a_file;
use crate::store::vault_lock::VaultLock;

/// What putting a backup back would change.
#[derive(Clone, Debug)]
pub struct RestorePlan {
    /// The backup.
    pub backup: Backup,
    /// How many days ago it was made.
    pub days: i64,
    /// The files that are put back.
    pub teams: Vec<TeamDifference>,
}

/// What putting the copy of one file back would change.
#[derive(Clone, Debug)]
pub struct TeamDifference {
    /// The team.
    pub team: String,
    /// What becomes otherwise; or why the file cannot be read as it is now: absent, damaged.
    pub difference: Result<Difference, StoreError>,
}

/// A backup that was put back.
#[derive(Clone, Debug)]
pub struct Restored {
    /// What that changed.
    pub plan: RestorePlan,
    /// The backup of what stood there before.
    pub before: Option<Backup>,
    /// The folder with the files themselves that stood there before, where one of them could not be in that backup.
    pub kept: Option<PathBuf>,
}

impl Backups {
    /// What putting this backup back would change: of these teams, or of all that are in it.
    ///
    /// # Errors
    /// There is no such backup, it has no copy of one of the teams, it is of another vault, or a copy cannot be read.
    pub fn plan(
        &self,
        name: &str,
        teams: &[String],
        now: DateTime<Utc>,
    ) -> Result<RestorePlan, StoreError> {
        self.plan_of(self.named(name)?, teams, now)
    }

    fn plan_of(
        &self,
        backup: Backup,
        teams: &[String],
        now: DateTime<Utc>,
    ) -> Result<RestorePlan, StoreError> {
        let own = vault_id(&self.vault);
        if own.is_some() && backup.vault.is_some() && own != backup.vault {
            return Err(StoreError::BackupOfAnother { name: backup.name });
        }
        let known = || backup.files.iter().map(|file| file.team.clone());
        if let Some(team) = teams.iter().find(|team| backup.file(team).is_none()) {
            return Err(StoreError::NotInBackup {
                name: backup.name.clone(),
                team: team.clone(),
                known: known().collect(),
            });
        }
        let asked = known().filter(|team| teams.is_empty() || teams.contains(team));
        let differences = asked.map(|team| {
            let copy = backup.path_of(&team);
            let file = file_of(&self.vault, &team);
            let difference = match file.exists() {
                true => Difference::between(&file, &copy),
                false => Err(StoreError::gone(&file)),
            };
            TeamDifference { team, difference }
        });
        let teams = differences.collect();
        Ok(RestorePlan {
            days: (day(now) - day(backup.made)).num_days(),
            teams,
            backup,
        })
    }

    /// Puts this backup back: the files of these teams, or all that are in it. Nobody may have the vault open meanwhile.
    ///
    /// Every copy is verified first, and what stands there now becomes a backup itself; a file of which none can be made, as
    /// it is damaged, is kept as it is. Numbers of cases that were told to people since are not given again, and what is
    /// being typed stays. Whoever interrupts it finds the vault as it was, or as it was to become. A folder in which no
    /// vault is gets the definitions of the backup too.
    ///
    /// # Errors
    /// Everything that [`plan`](Self::plan) refuses; a copy is not as it was made; another window or command has the vault
    /// open; or the disk refuses. The vault is then as it was.
    pub fn restore(
        &self,
        name: &str,
        teams: &[String],
        now: DateTime<Utc>,
    ) -> Result<Restored, StoreError> {
        let backup = self.named(name)?;
        let is_new = with_a_file(&self.vault).is_empty() && !staging::is_ready(&self.vault);
        if is_new {
            location::refuse_address(&self.vault)?;
            location::refuse_network_share(&self.vault)?;
            location::refuse_synced_folder(&self.vault)?;
            if !teams.is_empty() {
                return Err(StoreError::NotAVault(self.vault.clone()));
            }
            fs::create_dir_all(&self.vault).map_err(StoreError::disk(&self.vault))?;
        }
        let alone = VaultLock::exclusive(&self.vault)?;
        // What an interrupted attempt left is settled before it is looked what there is.
        let staging = Staging::begin(&self.vault)?;
        let plan = self.plan_of(backup, teams, now)?;
        let chosen = plan
            .teams
            .iter()
            .filter_map(|it| plan.backup.file(&it.team));
        for file in chosen {
            verifying::check(&plan.backup, file)?;
        }
        let (before, kept) = match is_new {
            true => (None, None),
            false => self.keep(&plan, now)?,
        };
        for TeamDifference { team, .. } in &plan.teams {
            let file = file_of(&self.vault, team);
            let copy = file_of(&staging.folder(), team);
            put_copy(&plan.backup.path_of(team), &file, &copy).map_err(StoreError::disk(&copy))?;
            CarriedOver::from(&file, FileKey::None).into(&copy, FileKey::None)?;
        }
        if is_new {
            copy_definitions(&plan.backup.path, &self.vault)?;
        }
        staging.put_in_place(kept.as_deref())?;
        Self::of(&self.vault).remember_trial(now)?;
        drop(alone);
        Ok(Restored { plan, before, kept })
    }

    /// Keeps what stands in the place of what is put back: in a backup, and where one of the files cannot be in that, in a
    /// folder for the files themselves.
    fn keep(
        &self,
        plan: &RestorePlan,
        now: DateTime<Utc>,
    ) -> Result<(Option<Backup>, Option<PathBuf>), StoreError> {
        let before = match Self::of(&self.vault).make(BackupKind::Restore, now) {
            Ok(made) => Some(made.backup),
            Err(error @ (StoreError::Disk { .. } | StoreError::DiskFull(_))) => return Err(error),
            // None of the files can be read, which is why it is put back.
            Err(_) => None,
        };
        let has = |team: &TeamDifference| {
            let is_kept = before
                .as_ref()
                .is_some_and(|it| it.file(&team.team).is_some());
            is_kept || !file_of(&self.vault, &team.team).exists()
        };
        if plan.teams.iter().all(has) {
            return Ok((before, None));
        }
        let kept = Kept::at(&self.vault, now).make()?.to_owned();
        Ok((before, Some(kept)))
    }
}

/// Puts a copy where new files are built, as closed to others as the file in whose place it comes.
fn put_copy(from: &Path, file: &Path, to: &Path) -> io::Result<()> {
    let is_writable = |found: fs::Metadata| found.is_file() && !found.permissions().readonly();
    let mut new = match fs::metadata(file).is_ok_and(is_writable) {
        true => closed_file::create(to, file)?,
        false => {
            let new = File::create_new(to)?;
            access::follow(to, to.parent().unwrap_or(to));
            new
        }
    };
    io::copy(&mut File::open(from)?, &mut new)?;
    new.sync_all()
}
