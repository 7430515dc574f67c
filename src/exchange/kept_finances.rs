//! Amounts of a programme as they are kept: a document of a municipality a record, with every amount as it is printed and the
//! convention of its table, and with its history.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::figures_file_error::FiguresFileError;
use super::finances::{Finances, read_finances};
use super::headers::named;
use super::report::{Imported, Report, import_reason};
use crate::clock::Clock;
use crate::figures::{AmountKind, BudgetLine, Check, Convention, Finding, Phase, check_finances};
use crate::register::{Amount, Reason};
use crate::store::{SharedAction, SharedRecords, SharedRevision, SharedWrite, StoreError, Vault};

/// The kind of their shared records.
const KIND: &str = "finances";

/// A document of a municipality with its amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinanceDocument {
    /// *Gemeente*.
    pub municipality: String,
    /// The document.
    pub document: String,
    /// The version in which it was read; 0 of one that was never kept.
    pub version: u32,
    /// Its amounts; none of them where it was taken back.
    pub lines: Vec<BudgetLine>,
}

/// A change of the amounts of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinanceChange {
    /// The document as it was.
    pub before: FinanceDocument,
    /// Its amounts from now on.
    pub after: Vec<BudgetLine>,
}

/// An amount as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptLine {
    convention: String,
    item: String,
    kind: String,
    year: i32,
    phase: String,
    amount: Amount,
}

#[derive(Serialize, Deserialize)]
struct KeptDocument {
    municipality: String,
    document: String,
    lines: Vec<KeptLine>,
}

impl FinanceDocument {
    /// The name of its record.
    pub fn id(&self) -> String {
        id(&self.municipality, &self.document)
    }
}

impl FinanceChange {
    /// The change that takes this one back, once the document is kept in this version.
    #[must_use]
    pub fn back(self, version: u32) -> Self {
        Self {
            before: FinanceDocument {
                version,
                lines: self.after,
                ..self.before.clone()
            },
            after: self.before.lines,
        }
    }
}

fn id(municipality: &str, document: &str) -> String {
    format!("{municipality}/{document}")
}

/// Every document that is kept, in the order of their names. One that was taken back has no amounts.
///
/// # Errors
/// The file cannot be read.
pub fn kept_finances(store: &dyn SharedRecords) -> Result<Vec<FinanceDocument>, StoreError> {
    let records = store.shared(KIND)?.into_iter();
    let read = records.map(|record| {
        let kept: Option<KeptDocument> = record.read()?;
        document(&record.id, record.version, kept)
    });
    read.collect()
}

/// Every amount that is kept, document by document.
///
/// # Errors
/// The file cannot be read.
pub fn kept_lines(store: &dyn SharedRecords) -> Result<Vec<BudgetLine>, StoreError> {
    let documents = kept_finances(store)?.into_iter();
    Ok(documents.flat_map(|document| document.lines).collect())
}

fn document(
    id: &str,
    version: u32,
    kept: Option<KeptDocument>,
) -> Result<FinanceDocument, StoreError> {
    let unreadable = || StoreError::SharedUnreadable {
        kind: KIND.to_owned(),
        id: id.to_owned(),
    };
    let (municipality, name) = id.split_once('/').ok_or_else(unreadable)?;
    let Some(kept) = kept else {
        return Ok(FinanceDocument {
            municipality: municipality.to_owned(),
            document: name.to_owned(),
            version,
            lines: Vec::new(),
        });
    };
    let lines = kept.lines.into_iter().map(|line| {
        let read = || {
            Some(BudgetLine {
                municipality: kept.municipality.clone(),
                document: kept.document.clone(),
                convention: named(&Convention::NAMES, &line.convention).ok()?,
                item: line.item.clone(),
                kind: named(&AmountKind::NAMES, &line.kind).ok()?,
                year: line.year,
                phase: named(&Phase::NAMES, &line.phase).ok()?,
                amount: line.amount,
            })
        };
        read().ok_or_else(unreadable)
    });
    Ok(FinanceDocument {
        lines: lines.collect::<Result<_, _>>()?,
        municipality: kept.municipality.clone(),
        document: kept.document.clone(),
        version,
    })
}

/// Keeps the amounts of these documents as one action of this person. A document without amounts is taken back.
///
/// # Errors
/// Somebody else changed one of them meanwhile, or the file cannot be written; then nothing is.
pub fn keep_finances(
    store: &mut dyn SharedRecords,
    changes: &[FinanceChange],
    actor: &str,
    recorded: DateTime<Utc>,
    reason: Option<Reason>,
) -> Result<(), StoreError> {
    let writes = changes.iter().map(|change| {
        let before = &change.before;
        let line = |line: &BudgetLine| KeptLine {
            convention: line.convention.name().to_owned(),
            item: line.item.clone(),
            kind: line.kind.name().to_owned(),
            year: line.year,
            phase: line.phase.name().to_owned(),
            amount: line.amount,
        };
        let kept = KeptDocument {
            municipality: before.municipality.clone(),
            document: before.document.clone(),
            lines: change.after.iter().map(line).collect(),
        };
        let write = SharedWrite::of(KIND, &before.id(), before.version, &kept)?;
        let content = write.content.filter(|_| !change.after.is_empty());
        Ok(SharedWrite { content, ..write })
    });
    let writes = writes.collect::<Result<_, StoreError>>()?;
    store.share(&SharedAction::by(actor, recorded, reason, writes))
}

/// Keeps these documents as they were before the action that kept what stands there now, as one action that undoes it.
///
/// # Errors
/// Somebody else changed one of them meanwhile, or the file cannot be read or written; then nothing is.
pub fn undo_finances(
    store: &mut dyn SharedRecords,
    changes: &[FinanceChange],
    actor: &str,
    recorded: DateTime<Utc>,
) -> Result<(), StoreError> {
    let last = match changes.first() {
        Some(change) => store
            .shared_history(KIND, &change.before.id())?
            .into_iter()
            .next(),
        None => None,
    };
    let reason = last.map(|last| Reason::to_undo(&last.operation, last.reason));
    keep_finances(store, changes, actor, recorded, reason)
}

/// Every revision of a document, newest first, with its amounts then.
///
/// # Errors
/// The file cannot be read.
pub fn finance_history(
    store: &dyn SharedRecords,
    municipality: &str,
    name: &str,
) -> Result<Vec<(SharedRevision, FinanceDocument)>, StoreError> {
    let id = id(municipality, name);
    let history = store.shared_history(KIND, &id)?.into_iter();
    let read = history.map(|revision| {
        let kept: Option<KeptDocument> = revision.read(KIND, &id)?;
        let then = document(&id, revision.version, kept)?;
        Ok((revision, then))
    });
    read.collect()
}

/// Which file of amounts is imported, and how.
#[derive(Clone, Copy, Debug)]
pub struct FinancesJob<'a> {
    /// The file.
    pub path: &'a Path,
    /// Whether to report what would happen and write nothing.
    pub dry_run: bool,
    /// Whether a refused row, or an amount that does not add up, holds back everything.
    pub all_or_nothing: bool,
}

/// The result of an import of amounts.
#[derive(Clone, Debug, PartialEq)]
pub struct FinancesImported {
    /// What became of the rows.
    pub imported: Imported,
    /// The checks of every amount that follows from others, with what was kept of the same documents before.
    pub checks: Vec<Check>,
    /// What was changed, or would be, by document.
    pub changes: Vec<FinanceChange>,
}

/// Imports amounts as one action of this person, or reports what importing them would do. An amount that does not add up is
/// kept as it is printed, and said; it is the document that is wrong.
///
/// # Errors
/// The file or its columns cannot be read, or the vault cannot be written; then nothing was.
pub fn import_finances(
    vault: &mut Vault,
    job: &FinancesJob<'_>,
    actor: &str,
    clock: &Clock,
) -> Result<FinancesImported, FiguresFileError> {
    let Finances {
        lines,
        problems,
        ignored,
    } = read_finances(job.path)?;
    let kept = kept_finances(vault.shared()?)?;
    let mut report = Report {
        read: lines.len() + problems.len(),
        refused: problems.len(),
        problems,
        ignored,
        ..Report::default()
    };
    let mut changes: Vec<FinanceChange> = Vec::new();
    for line in lines {
        let same = |before: &FinanceDocument| {
            before.municipality == line.municipality && before.document == line.document
        };
        let at = changes.iter().position(|change| same(&change.before));
        let at = at.unwrap_or_else(|| {
            let before = kept.iter().find(|known| same(known)).cloned();
            let before = before.unwrap_or_else(|| FinanceDocument {
                municipality: line.municipality.clone(),
                document: line.document.clone(),
                version: 0,
                lines: Vec::new(),
            });
            changes.push(FinanceChange {
                after: before.lines.clone(),
                before,
            });
            changes.len() - 1
        });
        let after = &mut changes[at].after;
        match after.iter_mut().find(|known| known.repeats(&line)) {
            Some(known) if known.amount == line.amount => report.unchanged += 1,
            Some(known) => {
                known.amount = line.amount;
                report.updated += 1;
            }
            None => {
                after.push(line);
                report.added += 1;
            }
        }
    }
    let all: Vec<BudgetLine> = changes
        .iter()
        .flat_map(|change| change.after.clone())
        .collect();
    let checks = check_finances(&all);
    let wrong = checks.iter().any(|check| check.finding() == Finding::Wrong);
    changes.retain(|change| change.before.lines != change.after);
    let held_back = job.all_or_nothing && (report.refused > 0 || wrong);
    if held_back {
        changes.clear();
        (report.added, report.updated) = (0, 0);
    } else if !job.dry_run {
        let reason = Some(import_reason(job.path));
        keep_finances(vault.shared_mut()?, &changes, actor, clock.now(), reason)?;
    }
    report.log(Some(job.path), job.dry_run);
    Ok(FinancesImported {
        imported: Imported {
            report,
            held_back,
            action: None,
        },
        checks,
        changes,
    })
}
