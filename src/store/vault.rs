//! The vault: the folder that holds one file per team, and the definitions of the municipality.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, SecondsFormat, Utc};

use super::finding::{Found, TypedNumber};
use super::folder::{layers, refuse_other_contents};
use super::sqlite::{FileKey, SqliteStore};
use super::{
    Operation, Recorded, SharedRecords, Store, StoreError, TeamFile, backups, editing, location,
};
use crate::logging;
use crate::register::{CaseFile, Definition, Indicators, Layers, Misfits, Registers, Subject};

/// The team whose file holds what everyone may see. It is always there, and the mark of a vault.
pub(super) const SHARED: &str = "gedeeld";

/// As many cases as are shown of those that are called by what is typed.
const MOST_NUMBERED: usize = 8;
/// No further is counted how many cases there are in which the words occur.
const COUNTED_FOUND: usize = 1000;

/// A data folder that is open: its registers, and the file of each team.
pub struct Vault {
    folder: PathBuf,
    /// Where the registers come from.
    pub(super) layers: Layers,
    pub(super) registers: Registers,
    /// The version of every subject that was changed in the program.
    pub(super) editions: BTreeMap<Subject, u32>,
    misfits: Misfits,
    indicators: Indicators,
    /// The shared file first, then the teams in the order of the registers.
    teams: Vec<Team>,
}

/// A team and its file, or why that could not be opened: what is wrong with the file of one team is no reason to keep the
/// other teams from their work.
struct Team {
    id: String,
    store: Result<SqliteStore, StoreError>,
}

impl Vault {
    /// Makes a vault in a folder that is absent or empty. Definitions of the municipality may lie ready in `registers/`
    /// and `lists/`, so that they count from the start.
    ///
    /// # Errors
    /// There is a vault already, the folder holds other things or is on a network share, a definition has mistakes, or
    /// the disk refuses.
    pub fn create(folder: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        if Self::exists(folder) {
            return Err(StoreError::VaultExists(folder.to_owned()));
        }
        location::refuse_network_share(folder)?;
        refuse_other_contents(folder)?;
        let layers = layers(folder)?;
        // Mistakes are told before anything is made.
        layers.read().map_err(StoreError::Definitions)?;
        fs::create_dir_all(folder).map_err(StoreError::disk(folder))?;
        Self::with_editions(folder, layers, now)
    }

    /// Opens the vault in this folder. A team that is new in the definitions gets its file. The file of a team that is
    /// gone, damaged, of a newer version or cannot be read says so when it is asked for.
    ///
    /// # Errors
    /// There is no vault, a definition has mistakes, or the shared file cannot be opened.
    pub fn open(folder: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        if !Self::exists(folder) {
            return Err(StoreError::NotAVault(folder.to_owned()));
        }
        let layers = layers(folder)?;
        refuse_gone(&file_of(folder, SHARED))?;
        Self::with_editions(folder, layers, now)
    }

    /// Whether this folder holds a vault.
    pub fn exists(folder: &Path) -> bool {
        file_of(folder, SHARED).is_file()
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What was changed in the program and does not fit any more: it is left out.
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
        let definition = self.definition(register)?;
        let team = self.teams.iter().find(|team| team.id == definition.team);
        match team.map(|team| &team.store) {
            Some(Ok(store)) => Ok(store),
            Some(Err(error)) => Err(error.clone()),
            None => Err(self.unknown(register)),
        }
    }

    /// The file that holds this register, to write in it.
    ///
    /// # Errors
    /// There is no such register, or its file could not be opened.
    pub fn store_mut(&mut self, register: &str) -> Result<&mut dyn TeamFile, StoreError> {
        let unknown = self.unknown(register);
        let id = self.definition(register)?.team.clone();
        let team = self.teams.iter_mut().find(|team| team.id == id);
        match team.map(|team| &mut team.store) {
            Some(Ok(store)) => Ok(store),
            Some(Err(error)) => Err(error.clone()),
            None => Err(unknown),
        }
    }

    /// What everybody of the municipality may see beside cases.
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

    /// The cases of all teams whose file could be opened in which every word occurs as the beginning of a word, newest first.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn search(&self, words: &str, most: usize) -> Result<Vec<CaseFile>, StoreError> {
        let mut found = Vec::new();
        for (_, store) in self.stores() {
            found.extend(store.search(words, most)?);
        }
        // Keys of two files cannot be compared; ids sort by the moment they were made.
        found.sort_by(|one, other| other.id.cmp(&one.id));
        found.truncate(most);
        Ok(found)
    }

    /// Undoes an action, in whatever file it was recorded.
    ///
    /// # Errors
    /// No file that could be opened knows the action, what it changed was changed again since, or a file cannot be
    /// written.
    pub fn undo(&mut self, operation: &str, by: &Operation) -> Result<Recorded, StoreError> {
        for team in &mut self.teams {
            let Ok(store) = &mut team.store else {
                continue;
            };
            match store.undo(operation, by.clone()) {
                Err(StoreError::NothingToUndo(_)) => {}
                undone => return undone,
            }
        }
        Err(StoreError::NothingToUndo(operation.to_owned()))
    }

    /// The cases of all teams whose file could be opened that are called by what is typed, those in which the words occur,
    /// and how many more there are.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn find(&self, words: &str, most: usize) -> Result<Found, StoreError> {
        let (mut numbered, mut all) = (Vec::new(), 0);
        for (_, store) in self.stores() {
            numbered.extend(store.numbered(words, MOST_NUMBERED)?);
            all += store.count_found(words, COUNTED_FOUND)?;
        }
        let typed = TypedNumber::read(words);
        let fit = |case: &CaseFile| typed.as_ref().and_then(|typed| typed.fits(&case.number));
        numbered.sort_by_cached_key(|case| (fit(case), Reverse(case.id.clone())));
        numbered.truncate(MOST_NUMBERED);
        let mut cases = self.search(words, most)?;
        let more = all.saturating_sub(cases.len());
        cases.retain(|case| numbered.iter().all(|other| other.id != case.id));
        Ok(Found {
            numbered,
            cases,
            more,
            at_least: all >= COUNTED_FOUND,
        })
    }

    /// The teams in whose file another window or command wrote since this was asked last.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn changed_elsewhere(&mut self) -> Result<Vec<String>, StoreError> {
        // A change is told once, so every file is asked before the first error is passed on.
        let asked = self.teams.iter_mut();
        let asked: Vec<_> = asked
            .filter_map(|team| {
                let store = team.store.as_mut().ok()?;
                Some((team.id.clone(), store.changed_elsewhere()))
            })
            .collect();
        let (changed, errors): (Vec<_>, Vec<_>) =
            asked.into_iter().partition(|(_, told)| told.is_ok());
        let changed: Vec<String> = changed
            .into_iter()
            .filter(|(_, told)| matches!(told, Ok(true)))
            .map(|(id, _)| id)
            .collect();
        match errors.into_iter().next() {
            Some((_, Err(error))) if changed.is_empty() => Err(error),
            _ => Ok(changed),
        }
    }

    /// Copies every file to `backups/` in the vault, under a name with this moment; returns the copies.
    ///
    /// # Errors
    /// A file cannot be read, or a copy cannot be written; the other files are copied all the same.
    pub fn backup(&self, now: DateTime<Utc>) -> Result<Vec<PathBuf>, StoreError> {
        let copies = self.teams.iter().map(|team| {
            let store = team.store.as_ref().map_err(StoreError::clone)?;
            let copy = backups::name(store.path(), now);
            store.backup(&copy)?;
            Ok(copy)
        });
        // All are made before the first error is passed on.
        let copies: Vec<Result<PathBuf, StoreError>> = copies.collect();
        copies.into_iter().collect()
    }

    /// Opens a vault with what was changed in the program, which the shared file keeps.
    fn with_editions(
        folder: &Path,
        mut layers: Layers,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let began = Instant::now();
        let shared = SqliteStore::open(&file_of(folder, SHARED), &FileKey::None, Vec::new(), now)?;
        let mut editions = BTreeMap::new();
        for (subject, version, content) in editing::editions(&shared)? {
            editions.insert(subject.clone(), version);
            if let Some(content) = content {
                layers.editions.insert(subject, content);
            }
        }
        let read = layers.read_what_fits();
        let (layers, registers, misfits) = read.map_err(StoreError::Definitions)?;
        let indicators = layers.indicators(&registers);
        let indicators = indicators.map_err(StoreError::Definitions)?;
        let teams = teams(folder, &registers, now)?;
        let vault = Self {
            folder: folder.to_owned(),
            layers,
            registers,
            editions,
            misfits,
            indicators,
            teams,
        };
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

/// Opens the files of all teams. The shared file remembers which teams have one: a file that was there and is gone
/// must not come back empty as if there had never been a case.
fn teams(
    folder: &Path,
    registers: &Registers,
    now: DateTime<Utc>,
) -> Result<Vec<Team>, StoreError> {
    let shared = open(folder, SHARED, registers, now)?;
    let mut teams = Vec::new();
    for id in registers.teams().into_iter().filter(|id| *id != SHARED) {
        let known = format!("team:{id}");
        let made = shared.recall(&known)?.is_some();
        let present = match made {
            true => refuse_gone(&file_of(folder, id)),
            false => Ok(()),
        };
        let store = present.and_then(|()| open(folder, id, registers, now));
        if !made && store.is_ok() {
            let since = now.to_rfc3339_opts(SecondsFormat::Secs, true);
            shared.remember(&known, &since)?;
        }
        let id = id.to_owned();
        teams.push(Team { id, store });
    }
    let id = SHARED.to_owned();
    let store = Ok(shared);
    teams.insert(0, Team { id, store });
    Ok(teams)
}

/// Opens the file of a team for the registers it has.
fn open(
    folder: &Path,
    team: &str,
    registers: &Registers,
    now: DateTime<Utc>,
) -> Result<SqliteStore, StoreError> {
    let own = registers
        .all()
        .iter()
        .filter(|definition| definition.team == team);
    SqliteStore::open(
        &file_of(folder, team),
        &FileKey::None,
        own.cloned().collect(),
        now,
    )
}

pub(super) fn file_of(folder: &Path, team: &str) -> PathBuf {
    folder.join(format!("{team}.db"))
}

/// Refuses a file that should hold something and is absent or empty.
fn refuse_gone(file: &Path) -> Result<(), StoreError> {
    if fs::metadata(file).is_ok_and(|found| found.len() > 0) {
        return Ok(());
    }
    Err(StoreError::FileGone {
        file: file.to_owned(),
        last_backup: backups::newest(file),
    })
}
