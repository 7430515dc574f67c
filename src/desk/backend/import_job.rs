//! A file that is imported: where it goes, and what came of it.

use std::path::PathBuf;

use crate::clock::Clock;
use crate::desk::backend::service_error::ServiceError;
use crate::exchange::{
    ImportJob, Imported, IndicatorsImported, IndicatorsJob, import, import_indicators,
};
use crate::figures::YearChange;
use crate::store::Vault;

/// Where what stands in a file goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportTarget {
    /// Into a register, as cases.
    Register(String),
    /// Into the values of the indicators.
    Indicators,
}

/// A file that is to be imported.
#[derive(Clone, Debug)]
pub struct FileImport {
    /// Where it goes.
    pub into: ImportTarget,
    /// The file.
    pub path: PathBuf,
    /// Whether to write; otherwise it is a dry run.
    pub write: bool,
    /// Whether one refused row holds back all others.
    pub all_or_nothing: bool,
}

/// What importing a file would do, or did.
pub struct ImportOutcome {
    /// Where it goes.
    pub into: ImportTarget,
    /// The file.
    pub path: PathBuf,
    /// What came of it.
    pub imported: Imported,
    /// The values that changed, where it went into the indicators.
    pub changes: Vec<YearChange>,
    /// Whether it was written; otherwise it was a dry run.
    pub written: bool,
}

impl FileImport {
    /// Imports the file, or says what that would do.
    ///
    /// # Errors
    /// The file cannot be read, or the vault cannot be written; then nothing was.
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
                let came = import_indicators(vault, &job, actor, clock)?;
                let IndicatorsImported { imported, changes } = came;
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
