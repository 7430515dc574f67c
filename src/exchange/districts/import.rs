//! The import of what is known of districts: the file says by its columns which of the two it is.

use std::path::Path;

use super::found::{Found, Gap, Lists};
use super::neighbourhoods::neighbourhoods;
use super::{own_file, statistics};
use crate::clock::Clock;
use crate::exchange::figures_file_error::FiguresFileError;
use crate::exchange::headers::Headers;
use crate::exchange::indicator_values::{keep_year_values, year_values};
use crate::exchange::indicators::INDICATOR;
use crate::exchange::report::{Imported, file_name, import_reason};
use crate::exchange::sheet::cells::Sheet;
use crate::exchange::sheet::read::read_sheet;
use crate::figures::YearChange;
use crate::register::{ListRole, read_year};
use crate::store::Vault;

/// Which file is imported, and how.
#[derive(Clone, Copy, Debug)]
pub struct DistrictsJob<'a> {
    /// The file.
    pub path: &'a Path,
    /// The year it is of, where it does not say so itself.
    pub year: Option<i32>,
    /// Where the values come from, where the file does not say so.
    pub source: Option<&'a str>,
    /// Whether to report what would happen and write nothing.
    pub dry_run: bool,
    /// Whether one refused row holds back all others.
    pub all_or_nothing: bool,
}

/// The result of an import.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictsImported {
    /// What became of the rows: of a file of neighbourhoods, of what they come to by district.
    pub imported: Imported,
    /// What was changed, or would be.
    pub changes: Vec<YearChange>,
    /// What is not known of a district, because it is not known of one of its neighbourhoods.
    pub gaps: Vec<Gap>,
    /// The neighbourhoods of the municipality that the table puts in no district: their code and name.
    pub unplaced: Vec<String>,
}

/// Imports what is known of districts as one action of this person, or reports what importing it would do.
///
/// # Errors
/// The file or its columns cannot be read, its year is not known, or the vault cannot be written; then nothing was.
pub fn import_districts(
    vault: &mut Vault,
    job: &DistrictsJob<'_>,
    actor: &str,
    clock: &Clock,
) -> Result<DistrictsImported, FiguresFileError> {
    import_districts_of(vault, &read_sheet(job.path)?, job, actor, clock)
}

/// The same, of a file that was read already.
pub(in crate::exchange) fn import_districts_of(
    vault: &mut Vault,
    sheet: &Sheet,
    job: &DistrictsJob<'_>,
    actor: &str,
    clock: &Clock,
) -> Result<DistrictsImported, FiguresFileError> {
    let registers = vault.registers();
    let list = |role| registers.list_of(role);
    let lists = list(ListRole::Districts).zip(list(ListRole::Characteristics));
    let (districts, kinds) = lists.ok_or(FiguresFileError::NoDistricts)?;
    let lists = Lists { districts, kinds };
    let values = year_values(vault.shared()?)?;
    let mut headers = Headers::of(sheet);
    let code = statistics::code_column(sheet);
    let found = match code {
        Some(code) => {
            let places = neighbourhoods(vault.shared()?)?;
            let year = job.year.or_else(|| year_in(&file_name(job.path)));
            let year = year.ok_or(FiguresFileError::NoYear)?;
            statistics::read(sheet, code, lists, &places, year, job.source, &values)?
        }
        None => own_file::read(sheet, &mut headers, lists, job.year, job.source, &values)?,
    };
    let Found {
        values: after,
        mut report,
        gaps,
        unplaced,
    } = found;
    let held_back = job.all_or_nothing && report.refused > 0;
    let changes = after.into_iter().map(|(key, after)| YearChange {
        before: values.get(&key).cloned().unwrap_or_default(),
        key,
        after,
    });
    let changes: Vec<YearChange> = changes.filter(|_| !held_back).collect();
    if held_back {
        (report.added, report.updated) = (0, 0);
    } else if !job.dry_run {
        let kept = changes.iter().map(|change| {
            let version = values.version(&change.key);
            (change.key.clone(), version, change.after.clone())
        });
        let kept: Vec<_> = kept.collect();
        let reason = Some(import_reason(job.path));
        keep_year_values(vault.shared_mut()?, &kept, actor, clock.now(), reason)?;
    }
    report.log(Some(job.path), job.dry_run);
    Ok(DistrictsImported {
        imported: Imported {
            report,
            held_back,
            action: None,
        },
        changes,
        gaps,
        unplaced,
    })
}

/// Whether a file is one of what is known of districts: by its columns it is about districts or neighbourhoods, and not about
/// indicators.
pub(in crate::exchange) fn has_districts(sheet: &Sheet) -> bool {
    let own = own_file::has_districts(sheet) && !Headers::of(sheet).has(INDICATOR);
    own || statistics::code_column(sheet).is_some()
}

/// The year in the name of a file: `kwb-2023.xlsx`.
pub(in crate::exchange) fn year_in(name: &str) -> Option<i32> {
    let mut digits = name.split(|sign: char| !sign.is_ascii_digit());
    let year = digits
        .find(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")))?;
    read_year(year).ok()
}
