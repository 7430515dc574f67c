//! A file of figures, whichever it is: values of indicators, what is known of districts, or which neighbourhood lies in which
//! of them. Its columns say so, and nobody has to choose.

use std::path::Path;

use super::districts::{
    DistrictsImported, DistrictsJob, Gap, has_districts, has_neighbourhoods, import_districts_of,
    import_neighbourhoods_of, year_in,
};
use super::figures_file_error::FiguresFileError;
use super::indicators::{IndicatorsImported, IndicatorsJob, import_indicators_of};
use super::report::{Imported, file_name};
use super::sheet::read::read_sheet;
use crate::clock::Clock;
use crate::figures::YearChange;
use crate::store::Vault;

/// Which file is imported, and how.
#[derive(Clone, Copy, Debug)]
pub struct FiguresJob<'a> {
    /// The file.
    pub path: &'a Path,
    /// Whether to report what would happen and write nothing.
    pub dry_run: bool,
    /// Whether one refused row holds back all others.
    pub all_or_nothing: bool,
    /// The year that what is known of districts is of, where neither the file nor its name says so.
    pub year: i32,
}

/// The result of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FiguresImported {
    /// What became of the rows.
    pub imported: Imported,
    /// The values of years that changed, or would.
    pub changes: Vec<YearChange>,
    /// What is not known of a district.
    pub gaps: Vec<Gap>,
    /// The neighbourhoods that are in no district.
    pub unplaced: Vec<String>,
}

/// Imports a file of figures as one action of this person, or reports what importing it would do.
///
/// # Errors
/// The file or its columns cannot be read, or the vault cannot be written; then nothing was.
pub fn import_figures(
    vault: &mut Vault,
    job: &FiguresJob<'_>,
    actor: &str,
    clock: &Clock,
) -> Result<FiguresImported, FiguresFileError> {
    let sheet = read_sheet(job.path)?;
    if has_neighbourhoods(&sheet) {
        let imported =
            import_neighbourhoods_of(vault, &sheet, job.path, job.dry_run, actor, clock)?;
        return Ok(FiguresImported {
            imported,
            ..FiguresImported::default()
        });
    }
    if has_districts(&sheet) {
        let job = DistrictsJob {
            path: job.path,
            year: Some(year_in(&file_name(job.path)).unwrap_or(job.year)),
            source: None,
            dry_run: job.dry_run,
            all_or_nothing: job.all_or_nothing,
        };
        let DistrictsImported {
            imported,
            changes,
            gaps,
            unplaced,
        } = import_districts_of(vault, &sheet, &job, actor, clock)?;
        return Ok(FiguresImported {
            imported,
            changes,
            gaps,
            unplaced,
        });
    }
    let job = IndicatorsJob {
        path: job.path,
        dry_run: job.dry_run,
        all_or_nothing: job.all_or_nothing,
    };
    let IndicatorsImported { imported, changes } =
        import_indicators_of(vault, &sheet, &job, actor, clock)?;
    Ok(FiguresImported {
        imported,
        changes,
        ..FiguresImported::default()
    })
}
