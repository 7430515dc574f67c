//! The vault: the folder that holds one file per team, and the definitions of the municipality.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Datelike, Utc};

use super::background_check::BackgroundCheck;
use super::backup::{BackupKind, Backups};
use super::edition::stored_editions;
use super::error::StoreError;
use super::file_names::{SHARED, file_of};
use super::folder::layers;
use super::location;
use super::opening_progress::OpeningProgress;
use super::sqlite::store::SqliteStore;
use super::staging;
use super::team_files::{
    Team, has_older_tables, open_all, open_shared, refuse_missing, runs_otherwise,
};
use super::traits::cases::Store;
use super::traits::shared_records::SharedRecords;
use super::traits::team_file::TeamFile;
use super::vault_lock::VaultLock;
use crate::logging;
use crate::register::{Definition, Indicators, Layers, Misfits, MovedFigures, Registers, Subject};

/// A data folder that is open: its registers, and the file of each team.
pub struct Vault {
    folder: PathBuf,
    /// Where its files are: in the folder, but for a vault that is being made.
    files: PathBuf,
    /// The files and editions from which the registers are read.
    pub(super) layers: Layers,
    pub(super) registers: Registers,
    /// The version of every subject that was changed in the program.
    pub(super) editions: BTreeMap<Subject, u32>,
    misfits: Misfits,
    indicators: Indicators,
    /// The shared file first, then the teams in the order of the registers.
    pub(super) teams: Vec<Team>,
    /// The check of the files that goes on in the background.
    pub(super) checking: Option<BackgroundCheck>,
    /// After the files, which are closed before anybody else may have them alone.
    lock: Arc<VaultLock>,
}

impl Vault {
    /// Opens the vault in this folder. A team that is new in the definitions gets its file. A file that is missing, damaged,
    /// of a newer version or cannot be read gives its error when it is asked for.
    ///
    /// # Errors
    /// There is no vault, a definition has mistakes, or the shared file cannot be opened.
    pub fn open(folder: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        Self::open_and_tell(folder, now, &mut |_| ())
    }

    /// The same, and tells what it is busy with when that takes a while. Of several windows and commands that open a vault at
    /// once, one brings it up to date; the others wait for that.
    ///
    /// # Errors
    /// The same; or another one does not come to an end.
    pub fn open_and_tell(
        folder: &Path,
        now: DateTime<Utc>,
        tell: &mut dyn FnMut(OpeningProgress),
    ) -> Result<Self, StoreError> {
        location::refuse_address(folder)?;
        refuse_clock(now)?;
        if !Self::exists(folder) {
            return Err(StoreError::NotAVault(folder.to_owned()));
        }
        let lock = Arc::new(VaultLock::shared(folder, tell)?);
        let opening = VaultLock::opening(folder, tell)?;
        staging::settle(folder)?;
        refuse_missing(&file_of(folder, SHARED))?;
        let vault = Self::open_files(folder, folder, lock, now);
        drop(opening);
        vault
    }

    /// Opens everything anew, by the definitions as they are now.
    ///
    /// # Errors
    /// A definition has mistakes, or the shared file cannot be opened. The vault stays as it was.
    pub fn reload(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        // Whoever makes a vault has it to itself already.
        let opening = match self.files == self.folder {
            true => Some(VaultLock::opening(&self.folder, &mut |_| ())?),
            false => None,
        };
        refuse_missing(&file_of(&self.files, SHARED))?;
        let lock = Arc::clone(&self.lock);
        *self = Self::open_files(&self.folder, &self.files, lock, now)?;
        drop(opening);
        Ok(())
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The program that copies the folder elsewhere while it is worked in, where that can be seen. A new vault is refused
    /// there; one that is there already opens, because whoever works in it cannot do without.
    pub fn synced_by(&self) -> Option<&'static str> {
        location::synced_by(&self.folder)
    }

    /// The changes made in the program that do not fit the definitions any more, and are left out.
    pub fn misfits(&self) -> &Misfits {
        &self.misfits
    }

    /// Every register of this vault.
    pub fn registers(&self) -> &Registers {
        &self.registers
    }

    /// Every indicator of this vault.
    pub fn indicators(&self) -> &Indicators {
        &self.indicators
    }

    /// The file that holds this register.
    ///
    /// # Errors
    /// There is no such register, or its file could not be opened.
    pub fn store(&self, register: &str) -> Result<&dyn TeamFile, StoreError> {
        Ok(self.file(register)?)
    }

    /// The file that holds this register, to write in it.
    ///
    /// # Errors
    /// There is no such register, or its file could not be opened.
    pub fn store_mut(&mut self, register: &str) -> Result<&mut dyn TeamFile, StoreError> {
        let at = self.team_of(register)?;
        match &mut self.teams[at].store {
            Ok(store) => Ok(store),
            Err(error) => Err(error.clone()),
        }
    }

    /// The file that holds this register, as what it is kept in.
    pub(super) fn file(&self, register: &str) -> Result<&SqliteStore, StoreError> {
        let store = &self.teams[self.team_of(register)?].store;
        store.as_ref().map_err(StoreError::clone)
    }

    /// The files of two registers of different teams, to write in both.
    pub(super) fn two_files(
        &mut self,
        one: &str,
        other: &str,
    ) -> Result<(&mut SqliteStore, &mut SqliteStore), StoreError> {
        let unknown = self.unknown(other);
        let teams = [self.team_of(one)?, self.team_of(other)?];
        let [one, other] = self.teams.get_disjoint_mut(teams).map_err(|_| unknown)?;
        match (&mut one.store, &mut other.store) {
            (Ok(one), Ok(other)) => Ok((one, other)),
            (Err(error), _) | (_, Err(error)) => Err(error.clone()),
        }
    }

    /// The place of the team that has this register.
    fn team_of(&self, register: &str) -> Result<usize, StoreError> {
        let team = &self.definition(register)?.team;
        let at = self.teams.iter().position(|other| other.id == *team);
        at.ok_or_else(|| self.unknown(register))
    }

    /// By how much the figures of a register moved when its definition came to say otherwise when a case runs: bans that
    /// end by themselves, applications that are no case yet. None where they never did, or the file could not be opened.
    pub fn moved_figures(&self, register: &str) -> Option<MovedFigures> {
        let definition = self.registers.get(register)?;
        let team = self.teams.iter().find(|team| team.id == definition.team)?;
        team.store.as_ref().ok()?.moved_figures(register).ok()?
    }

    /// The registers of which that happened when the vault was opened.
    pub fn moved_now(&self) -> impl Iterator<Item = &str> {
        let stores = self.teams.iter();
        let stores = stores.filter_map(|team| team.store.as_ref().ok());
        stores.flat_map(|store| store.moved_now.iter().map(String::as_str))
    }

    /// The shared records: what everybody of the municipality may see beside cases.
    ///
    /// # Errors
    /// The shared file could not be opened.
    pub fn shared(&self) -> Result<&dyn SharedRecords, StoreError> {
        match self.teams.iter().find(|team| team.id == SHARED) {
            Some(Team { store, .. }) => {
                store.as_ref().map(|store| store as _).map_err(Clone::clone)
            }
            None => Err(StoreError::NotAVault(self.folder.clone())),
        }
    }

    /// The same, to write in it.
    ///
    /// # Errors
    /// The shared file could not be opened.
    pub fn shared_mut(&mut self) -> Result<&mut dyn SharedRecords, StoreError> {
        match self.teams.iter_mut().find(|team| team.id == SHARED) {
            Some(Team { store, .. }) => store
                .as_mut()
                .map(|store| store as _)
                .map_err(|error| error.clone()),
            None => Err(StoreError::NotAVault(self.folder.clone())),
        }
    }

    /// Every team whose file could be opened, with that file, the shared one first.
    pub fn stores(&self) -> impl Iterator<Item = (&str, &dyn TeamFile)> {
        self.teams
            .iter()
            .filter_map(|team| Some((team.id.as_str(), team.store.as_ref().ok()? as &dyn TeamFile)))
    }

    /// The teams in whose file another window or command wrote since this was asked last.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn changed_elsewhere(&mut self) -> Result<Vec<String>, StoreError> {
        // A file reports a change once, so every file is asked before the first error is passed on.
        let asked = self.teams.iter_mut();
        let asked: Vec<_> = asked
            .filter_map(|team| {
                let store = team.store.as_mut().ok()?;
                Some((team.id.clone(), store.changed_elsewhere()))
            })
            .collect();
        let (changed, errors): (Vec<_>, Vec<_>) =
            asked.into_iter().partition(|(_, answer)| answer.is_ok());
        let changed: Vec<String> = changed
            .into_iter()
            .filter(|(_, answer)| matches!(answer, Ok(true)))
            .map(|(id, _)| id)
            .collect();
        match errors.into_iter().next() {
            Some((_, Err(error))) if changed.is_empty() => Err(error),
            _ => Ok(changed),
        }
    }

    /// Opens the files in `files`, with the editions that the shared file keeps over the definitions in the folder.
    pub(super) fn open_files(
        folder: &Path,
        files: &Path,
        lock: Arc<VaultLock>,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let began = Instant::now();
        let mut layers = layers(folder)?;
        let older = has_older_tables(files);
        if older {
            Backups::of(folder).make(BackupKind::Migration, now)?;
        }
        let (shared, id) = open_shared(files, now)?;
        let mut editions = BTreeMap::new();
        for (subject, version, content) in stored_editions(&shared)? {
            editions.insert(subject.clone(), version);
            if let Some(content) = content {
                layers.editions.insert(subject, content);
            }
        }
        let read = layers.read_what_fits();
        let (layers, registers, misfits) = read.map_err(StoreError::Definitions)?;
        let indicators = layers.indicators(&registers);
        let indicators = indicators.map_err(StoreError::Definitions)?;
        if !older && runs_otherwise(files, &registers) {
            Backups::of(folder).make(BackupKind::Migration, now)?;
        }
        let teams = open_all(files, &id, &registers, now)?;
        let mut vault = Self {
            folder: folder.to_owned(),
            files: files.to_owned(),
            layers,
            registers,
            editions,
            misfits,
            indicators,
            teams,
            checking: None,
            lock,
        };
        vault.settle_all();
        vault.log_opened(began.elapsed());
        Ok(vault)
    }

    /// Logs that the vault was opened, and how large it is.
    fn log_opened(&self, took: Duration) {
        let open = self
            .teams
            .iter()
            .filter_map(|team| team.store.as_ref().ok());
        let cases = open.clone().map(SqliteStore::recorded_cases).sum();
        let closed = self.teams.len() - open.count();
        logging::vault_opened(
            &self.folder,
            self.registers.all().len(),
            cases,
            closed,
            took,
        );
    }

    /// The register with this id.
    ///
    /// # Errors
    /// There is no such register; the error names those there are.
    pub fn definition(&self, register: &str) -> Result<&Arc<Definition>, StoreError> {
        self.registers
            .get(register)
            .ok_or_else(|| self.unknown(register))
    }

    /// The error for a register that does not exist.
    pub(super) fn unknown(&self, register: &str) -> StoreError {
        let known = self
            .registers
            .ids()
            .into_iter()
            .map(str::to_owned)
            .collect();
        StoreError::UnknownRegister {
            register: register.to_owned(),
            known,
        }
    }
}

/// Refuses to record anything by a clock that cannot be right: moments are kept as text, in whose order they stand only
/// within these years.
pub(super) fn refuse_clock(now: DateTime<Utc>) -> Result<(), StoreError> {
    match (1970..=9999).contains(&now.year()) {
        true => Ok(()),
        false => Err(StoreError::ClockOff(now)),
    }
}
