//! Putting a backup back: first what that would change, then the change itself.

use chrono::{DateTime, Utc};

use super::difference::Difference;
use super::making::vault_id;
use super::manifest::Backup;
use super::place::Backups;
use super::thinning::day;
use crate::store::error::StoreError;
use crate::store::file_names::file_of;

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
        let backup = self.named(name)?;
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
}
