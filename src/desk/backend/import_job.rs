//! Imports a file: into a register as it was looked at, or into the values of the indicators.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::desk::backend::service_error::ServiceError;
use crate::exchange::{
    ImportJob, Imported, IndicatorsImported, IndicatorsJob, KeptMapping, Progress, import,
    import_indicators,
};
use crate::figures::YearChange;
use crate::store::Vault;

/// A request to import values of indicators.
#[derive(Clone, Debug)]
pub struct IndicatorFileImport {
    /// The file.
    pub path: PathBuf,
    /// Whether to write to the vault; otherwise it is a dry run.
    pub write: bool,
    /// Whether nothing is written when one row is refused.
    pub all_or_nothing: bool,
}

/// What importing a file of indicators would do, or did.
pub struct IndicatorsOutcome {
    /// The file.
    pub path: PathBuf,
    /// The report: rows added, updated and refused.
    pub imported: Imported,
    /// The values that changed.
    pub changes: Vec<YearChange>,
    /// Whether it was written to the vault; otherwise it was a dry run.
    pub written: bool,
}

/// A request to import a file into a register, as it was looked at.
#[derive(Clone, Debug)]
pub struct CasesJob {
    /// Which file, and what was decided about it.
    pub import: ImportJob,
    /// The mapping to keep with it for the next file of its kind.
    pub keep: Option<KeptMapping>,
    /// How far it is, and whether it is to stop.
    pub progress: Arc<Progress>,
}

/// What importing a file into a register did, or rows that were typed.
pub struct CasesOutcome {
    /// What was imported.
    pub import: ImportJob,
    /// What became of its rows.
    pub imported: Imported,
}

impl CasesOutcome {
    /// The numbers of the rows that were refused.
    pub fn refused_rows(&self) -> BTreeSet<usize> {
        let problems = self.imported.report.problems.iter();
        problems.map(|problem| problem.row).collect()
    }
}

impl IndicatorFileImport {
    /// Imports the file, or reports what that would do.
    ///
    /// # Errors
    /// The file cannot be read, or the vault cannot be written; then nothing was written.
    pub fn carry_out(
        &self,
        vault: &mut Vault,
        actor: &str,
        clock: &Clock,
    ) -> Result<IndicatorsOutcome, ServiceError> {
        let job = IndicatorsJob {
            path: &self.path,
            dry_run: !self.write,
            all_or_nothing: self.all_or_nothing,
        };
        let IndicatorsImported { imported, changes } =
            import_indicators(vault, &job, actor, clock)?;
        Ok(IndicatorsOutcome {
            path: self.path.clone(),
            imported,
            changes,
            written: self.write,
        })
    }
}

impl CasesJob {
    /// Imports the file, and keeps its mapping.
    ///
    /// # Errors
    /// The file cannot be read, the vault cannot be written, or somebody stopped it; then no case was written.
    pub fn carry_out(
        &self,
        vault: &mut Vault,
        actor: &str,
        clock: &Clock,
    ) -> Result<CasesOutcome, ServiceError> {
        let imported = import(vault, &self.import, actor, clock, &self.progress)?;
        if let Some(kept) = &self.keep {
            let saved = kept.saved(actor, clock.now())?;
            vault.store_mut(&kept.register)?.keep_mapping(&saved)?;
        }
        Ok(CasesOutcome {
            import: self.import.clone(),
            imported,
        })
    }
}
