//! Which neighbourhood lies in which district: a table that a municipality keeps, as its districts are its own.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::clock::Clock;
use crate::exchange::figures_file_error::FiguresFileError;
use crate::exchange::headers::{Headers, Names};
use crate::exchange::problem::Problem;
use crate::exchange::report::{Imported, Report, import_reason};
use crate::exchange::sheet::cells::Sheet;
use crate::exchange::sheet::read::read_sheet;
use crate::register::{ListRole, Reason, read_choice};
use crate::store::{SharedAction, SharedRecords, SharedWrite, StoreError, Vault};

/// The kind of their shared records.
const KIND: &str = "neighbourhood";

const CODE: Names = &["buurtcode", "buurt", "code", "gwb_code"];
const NAME: Names = &["naam", "buurtnaam", "regio"];
const DISTRICT: Names = &["wijk", "district"];

/// A neighbourhood, kept by its code: `BU06370101`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbourhood {
    /// What it is called.
    pub name: String,
    /// The district in which it lies.
    pub district: String,
}

/// With what the code of a neighbourhood begins; eight digits follow.
const NEIGHBOURHOOD: &str = "BU";

/// Whether this is the code of a neighbourhood.
pub(super) fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix(NEIGHBOURHOOD);
    digits.is_some_and(|digits| digits.len() == 8 && digits.bytes().all(|it| it.is_ascii_digit()))
}

/// Every neighbourhood by its code, with the version in which it was read; nothing where it was taken out of the table.
///
/// # Errors
/// The file cannot be read.
pub fn neighbourhoods(
    store: &dyn SharedRecords,
) -> Result<BTreeMap<String, (u32, Option<Neighbourhood>)>, StoreError> {
    let records = store.shared(KIND)?.into_iter();
    let read = records.map(|record| {
        let place = record.read()?;
        Ok((record.id, (record.version, place)))
    });
    read.collect()
}

/// Keeps these neighbourhoods, each with the version it is based on, as one action of this person. Nothing takes one out.
///
/// # Errors
/// Somebody else changed one of them meanwhile, or the file cannot be written; then nothing is.
pub fn keep_neighbourhoods(
    store: &mut dyn SharedRecords,
    places: &[(String, u32, Option<Neighbourhood>)],
    actor: &str,
    recorded: DateTime<Utc>,
    reason: Option<Reason>,
) -> Result<(), StoreError> {
    let writes = places.iter().map(|(code, version, place)| {
        let write = SharedWrite::of(KIND, code, *version, place)?;
        let content = write.content.filter(|_| place.is_some());
        Ok(SharedWrite { content, ..write })
    });
    let writes = writes.collect::<Result<_, StoreError>>()?;
    store.share(&SharedAction::by(actor, recorded, reason, writes))
}

/// Whether this is the table: a row has the code of a neighbourhood, and a district.
pub(in crate::exchange) fn has_neighbourhoods(sheet: &Sheet) -> bool {
    let headers = Headers::of(sheet);
    headers.has(CODE) && headers.has(DISTRICT)
}

/// Imports the table: a neighbourhood a row, with its code, its name and its district. A blank district takes it out.
///
/// # Errors
/// The file or its columns cannot be read, or the vault cannot be written; then nothing was.
pub fn import_neighbourhoods(
    vault: &mut Vault,
    path: &Path,
    dry_run: bool,
    actor: &str,
    clock: &Clock,
) -> Result<Imported, FiguresFileError> {
    import_neighbourhoods_of(vault, &read_sheet(path)?, path, dry_run, actor, clock)
}

/// The same, of a file that was read already.
pub(in crate::exchange) fn import_neighbourhoods_of(
    vault: &mut Vault,
    sheet: &Sheet,
    path: &Path,
    dry_run: bool,
    actor: &str,
    clock: &Clock,
) -> Result<Imported, FiguresFileError> {
    let mut headers = Headers::of(sheet);
    let code = headers.required(CODE)?;
    let name = headers.optional(NAME)?;
    let district = headers.required(DISTRICT)?;
    let mut report = Report {
        ignored: headers.ignored(),
        ..Report::default()
    };
    let known = neighbourhoods(vault.shared()?)?;
    let districts = vault.registers().list_of(ListRole::Districts);
    let districts = districts.ok_or(FiguresFileError::NoDistricts)?;
    let mut kept = Vec::new();
    for row in &sheet.rows {
        report.read += 1;
        let choice = |written: &str| Ok(read_choice(&districts.choices, written)?.id.clone());
        let read = code
            .need(row, |written| Ok(written.to_uppercase()))
            .and_then(|of| {
                if !is_code(&of) {
                    return Err(code.problem(row, Problem::NotANeighbourhood));
                }
                Ok((of, district.read(row, choice)?))
            });
        let (code, district) = match read {
            Ok(read) => read,
            Err(problem) => {
                report.refused += 1;
                report.problems.push(*problem);
                continue;
            }
        };
        let before = known.get(&code);
        let named = Some(name.text(row)).filter(|name| !name.is_empty());
        let was = before.and_then(|(_, place)| place.clone());
        let named = named
            .or_else(|| was.clone().map(|was| was.name))
            .unwrap_or_else(|| code.clone());
        let place = district.map(|district| Neighbourhood {
            name: named,
            district,
        });
        match (&was, &place) {
            (before, after) if before == after => report.unchanged += 1,
            (Some(_), _) => report.updated += 1,
            (None, _) => report.added += 1,
        }
        if was != place {
            kept.push((code, before.map_or(0, |(version, _)| *version), place));
        }
    }
    if !dry_run {
        let reason = Some(import_reason(path));
        keep_neighbourhoods(vault.shared_mut()?, &kept, actor, clock.now(), reason)?;
    }
    report.log(Some(path), dry_run);
    Ok(Imported {
        report,
        held_back: false,
        action: None,
    })
}
