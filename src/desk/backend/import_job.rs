//! Imports a file into a register or into the values of the indicators, or tries it without writing.

use std::path::PathBuf;

use crate::clock::Clock;
use crate::desk::backend::service_error::ServiceError;
use crate::exchange::{
    ImportJob, Imported, IndicatorsImported, IndicatorsJob, import, import_indicators,
};
use crate::figures::YearChange;
use crate::store::Vault;

/// What a file is imported into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportTarget {
    /// The register with this id, as cases.
    Register(String),
    /// The values of the indicators.
    Indicators,
}

/// A request to import a file.
#[derive(Clone, Debug)]
pub struct FileImport {
    /// What it is imported into.
    pub into: ImportTarget,
    /// The file.
    pub path: PathBuf,
    /// Whether to write to the vault; otherwise it is a dry run.
    pub write: bool,
    /// Whether nothing is written when one row is refused.
    pub all_or_nothing: bool,
}

/// What importing a file would do, or did.
pub struct ImportOutcome {
    /// What it is imported into.
    pub into: ImportTarget,
    /// The file.
    pub path: PathBuf,
    /// The report: rows added, updated and refused.
    pub imported: Imported,
    /// The values of indicators that changed; none of a register.
    pub changes: Vec<YearChange>,
    /// Whether it was written to the vault; otherwise it was a dry run.
    pub written: bool,
}

impl FileImport {
    /// Imports the file, or reports what that would do.
    ///
    /// # Errors
    /// The file cannot be read, or the vault cannot be written; then nothing was written.
    pub fn carry_out(
        &self,
        vault: &mut Vault,
        actor: &str,
        clock: &Clock,
    ) -> Result<ImportOutcome, ServiceError> {
        let (imported, changes) = match &self.into {
            ImportTarget::Register(register) => {
                let job = ImportJob {
                    register,
                    path: &self.path,
                    named: &[],
                    dry_run: !self.write,
                    all_or_nothing: self.all_or_nothing,
                };
                (import(vault, &job, actor, clock)?, Vec::new())
            }
            ImportTarget::Indicators => {
                let job = IndicatorsJob {
                    path: &self.path,
                    dry_run: !self.write,
                    all_or_nothing: self.all_or_nothing,
                };
                let outcome = import_indicators(vault, &job, actor, clock)?;
                let IndicatorsImported { imported, changes } = outcome;
                (imported, changes)
            }
        };
        Ok(ImportOutcome {
            into: self.into.clone(),
            path: self.path.clone(),
            imported,
            changes,
            written: self.write,
        })
    }
}
