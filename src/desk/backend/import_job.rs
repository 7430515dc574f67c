//! Imports a file: into a register as it was looked at, or a file of figures.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::desk::backend::service_error::ServiceError;
use crate::exchange::{
    FiguresImported, FiguresJob, ImportJob, Imported, KeptMapping, Progress, import, import_figures,
};
use crate::store::Vault;

/// A request to import a file of figures: values of indicators, or what is known of districts.
#[derive(Clone, Debug)]
pub struct FiguresFileImport {
    /// The file.
    pub path: PathBuf,
    /// Whether to write to the vault; otherwise it is a dry run.
    pub write: bool,
    /// Whether nothing is written when one row is refused.
    pub all_or_nothing: bool,
    /// The year of the reference date, for what says no year itself.
    pub year: i32,
}

/// What importing a file of figures would do, or did.
pub struct FiguresOutcome {
    /// The file.
    pub path: PathBuf,
    /// The report, and what changed.
    pub found: FiguresImported,
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

impl FiguresFileImport {
    /// Imports the file, or reports what that would do.
    ///
    /// # Errors
    /// The file cannot be read, or the vault cannot be written; then nothing was written.
    pub fn carry_out(
        &self,
        vault: &mut Vault,
        actor: &str,
        clock: &Clock,
    ) -> Result<FiguresOutcome, ServiceError> {
        let job = FiguresJob {
            path: &self.path,
            dry_run: !self.write,
            all_or_nothing: self.all_or_nothing,
            year: self.year,
        };
        Ok(FiguresOutcome {
            path: self.path.clone(),
            found: import_figures(vault, &job, actor, clock)?,
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
