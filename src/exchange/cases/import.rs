//! A whole import of cases, from the file to the vault: what the window and the command line both do.

use std::path::Path;
use std::sync::Arc;

use super::mapping::{Mapping, MappingError};
use super::plan::Plan;
use crate::clock::Clock;
use crate::exchange::report::{Imported, import_reason};
use crate::exchange::sheet::error::ReadError;
use crate::exchange::sheet::read::read_sheet;
use crate::language::{Explain, Language};
use crate::store::{StoreError, Vault};

/// Which file is imported into which register, and how.
#[derive(Clone, Copy, Debug)]
pub struct ImportJob<'a> {
    /// The register.
    pub register: &'a str,
    /// The file.
    pub path: &'a Path,
    /// Columns whose field the user named: column, field.
    pub named: &'a [(String, String)],
    /// Whether to report what would happen and write nothing.
    pub dry_run: bool,
    /// Whether one refused row holds back all others.
    pub all_or_nothing: bool,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
pub enum ImportError {
    /// The file cannot be read.
    #[error(transparent)]
    #[strum(transparent)]
    Read(#[from] ReadError),
    /// Its columns cannot be mapped.
    #[error(transparent)]
    #[strum(transparent)]
    Mapping(#[from] MappingError),
    /// The vault refuses.
    #[error(transparent)]
    #[strum(transparent)]
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

/// Imports a file as one action of this person, or reports what importing it would do.
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
        operation.reason = Some(import_reason(job.path));
        action = store.record(&operation)?.action;
    }
    report.log(job.path, job.dry_run);
    Ok(Imported {
        report,
        held_back,
        action,
    })
}
