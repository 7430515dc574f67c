//! A whole import and a whole demo, from the file to the vault: what the window and the command line both do.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate, NaiveTime};

use super::demo::{InventedTimelines, invent};
use super::mapping::{Mapping, MappingError};
use super::plan::{Plan, Report};
use super::reading::{ReadError, read_sheet};
use crate::clock::Clock;
use crate::language::{Explain, Language};
use crate::register::{CaseReference, Reason};
use crate::store::{CaseOf, EntryWrite, Operation, StoreError, Vault, Write};

/// Which file goes into which register, and how.
#[derive(Clone, Copy, Debug)]
pub struct ImportJob<'a> {
    /// The register.
    pub register: &'a str,
    /// The file.
    pub path: &'a Path,
    /// Columns whose field the user named: column, field.
    pub named: &'a [(String, String)],
    /// Whether to say what would happen and write nothing.
    pub dry_run: bool,
    /// Whether one refused row holds back all others.
    pub all_or_nothing: bool,
}

/// What came of an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// What the rows came to. Of an import that was held back, nothing was added or updated.
    pub report: Report,
    /// Whether refused rows held back the good ones, or would.
    pub held_back: bool,
    /// The name by which the import is undone; none where nothing was written.
    pub action: Option<String>,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Its columns cannot be told apart.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// The vault says no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for ImportError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Read(error) => error.explain(language),
            Self::Mapping(error) => error.explain(language),
            Self::Store(error) => error.explain(language),
        }
    }
}

/// Imports a file as one action of this person, or says what importing it would do.
///
/// # Errors
/// The file or its columns cannot be read, or the vault cannot be written; then nothing was.
pub fn import(
    vault: &mut Vault,
    job: &ImportJob<'_>,
    actor: &str,
    clock: &Clock,
) -> Result<Imported, ImportError> {
    let definition = Arc::clone(vault.definition(job.register)?);
    let store = vault.store_mut(job.register)?;
    let sheet = read_sheet(job.path)?;
    let mapping = Mapping::new(&definition, &sheet.headers, job.named)?;
    let plan = Plan::make(&definition, &sheet, &mapping, store)?;
    let mut report = plan.report().clone();
    let held_back = job.all_or_nothing && report.refused > 0;
    let mut action = None;
    if held_back {
        (report.added, report.updated) = (0, 0);
    } else if !job.dry_run {
        let mut operation = plan.operation(actor, clock.now());
        operation.reason = Some(reason(job.path));
        action = store.record(&operation)?.action;
    }
    Ok(Imported {
        report,
        held_back,
        action,
    })
}

/// Why something changed, for its history: the file it came from.
pub(super) fn reason(path: &Path) -> Reason {
    let name = path.file_name().unwrap_or(path.as_os_str());
    Reason::Imported {
        file: name.to_string_lossy().into_owned(),
    }
}

/// How many cases the demo has in each register unless somebody says otherwise.
pub const DEMO_CASES: usize = 400;
/// The seed from which the demo's cases follow unless somebody says otherwise.
pub const DEMO_SEED: u64 = 1;

/// How many of the invented cases are tied to a case of another register of their team.
const TIED: f64 = 0.08;

/// Fills every register of a vault with this many invented cases; the same seed gives the same cases. They are recorded
/// month by month, as they would have been, so that their numbers carry the year in which they began.
///
/// # Errors
/// The vault cannot be written.
pub fn fill_with_invented_cases(
    vault: &mut Vault,
    count: usize,
    seed: u64,
    clock: &Clock,
) -> Result<(), StoreError> {
    let definitions = vault.registers().all().to_vec();
    // The cases of each team to which a later one can be tied: those of its other registers.
    let mut known: BTreeMap<String, Vec<CaseReference>> = BTreeMap::new();
    for definition in definitions {
        let mut timelines = InventedTimelines::new(&definition, seed, clock.today());
        let others = known.entry(definition.team.clone()).or_default();
        let mut made = Vec::new();
        let mut months: BTreeMap<NaiveDate, Vec<Write>> = BTreeMap::new();
        for write in invent(&definition, count, seed, clock.today()) {
            let opened = write.state.opened().unwrap_or(clock.today());
            months
                .entry(opened.with_day(1).unwrap_or(opened))
                .or_default()
                .push(write);
        }
        let store = vault.store_mut(&definition.id)?;
        for (month, writes) in months {
            let last_day = month
                .checked_add_months(Months::new(1))
                .and_then(|day| day.pred_opt());
            let noon = last_day.unwrap_or(month).and_time(NOON).and_utc();
            let mut operation = Operation::by("demo", noon.min(clock.now()));
            for (at, write) in writes.iter().enumerate() {
                let mut timeline = timelines.of(&write.state);
                if timelines.happens(TIED) {
                    let about = timelines.choose(others);
                    timeline.extend(about.and_then(|about| timelines.link(&write.state, about)));
                }
                let entries = timeline.into_iter();
                let entries = entries.map(|entry| EntryWrite::new(CaseOf::Written(at), entry));
                operation.entries.extend(entries);
            }
            operation.writes = writes;
            let recorded = store.record(&operation)?;
            let cases = recorded.cases.into_iter();
            made.extend(cases.map(|case| CaseReference {
                register: case.register,
                id: case.id,
            }));
        }
        others.extend(made);
    }
    Ok(())
}

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};
