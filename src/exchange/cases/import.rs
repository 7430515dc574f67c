//! A whole import of cases, from the file to the vault: what the window and the command line both do.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::choices::MappingChoices;
use super::column::SheetColumns;
use super::date_note::DateNote;
use super::duplicates::Decisions;
use super::import_error::ImportError;
use super::link::Recognition;
use super::mapping::Mapping;
use super::plan::Plan;
use super::planned_row::PlannedRow;
use crate::clock::Clock;
use crate::exchange::progress::Progress;
use crate::exchange::report::{Imported, import_reason};
use crate::exchange::sheet::file::SheetFile;
use crate::exchange::sheet::head::{SheetChoice, SheetHead};
use crate::exchange::sheet::rows::{Corrected, Corrections};
use crate::register::{DateOrder, Definition};
use crate::store::{Operation, Vault};

/// Which file is imported into which register, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportJob {
    /// The register.
    pub register: String,
    /// The file.
    pub path: PathBuf,
    /// Which of its sheets, and which row holds the headings.
    pub sheet: SheetChoice,
    /// What was decided about its columns and values.
    pub choices: MappingChoices,
    /// In which order the numbers of dates stand, in every column about which nothing else was decided.
    pub date_order: Option<DateOrder>,
    /// What is recognised beside that.
    pub recognition: Recognition,
    /// Cells that were corrected.
    pub corrections: Corrections,
    /// What was decided about rows that may be a known case.
    pub decisions: Decisions,
    /// Whether to report what would happen and write nothing.
    pub dry_run: bool,
    /// Whether one refused row holds back all others.
    pub all_or_nothing: bool,
}

impl ImportJob {
    /// The import of a file about which nothing was decided.
    pub fn new(register: &str, path: &Path, recognition: Recognition) -> Self {
        Self {
            register: register.to_owned(),
            path: path.to_owned(),
            sheet: SheetChoice::default(),
            choices: MappingChoices::default(),
            date_order: None,
            recognition,
            corrections: Corrections::default(),
            decisions: Decisions::default(),
            dry_run: false,
            all_or_nothing: false,
        }
    }
}

/// What is in a file, what its columns mean, and what every row would do.
pub struct Looked {
    /// Its sheets and headings.
    pub head: SheetHead,
    /// What is in its columns.
    pub columns: SheetColumns,
    /// What they mean.
    pub mapping: Mapping,
    /// What the rows would do; the rows themselves were shown one by one.
    pub plan: Plan,
}

/// A file that was opened, with what its columns mean.
struct Opened {
    file: SheetFile,
    columns: SheetColumns,
    mapping: Mapping,
}

impl Opened {
    fn of(definition: &Definition, job: &ImportJob) -> Result<Self, ImportError> {
        let file = SheetFile::open(&job.path, &job.sheet)?;
        let rows = Corrected {
            rows: &file,
            corrections: &job.corrections,
        };
        let columns = SheetColumns::of(&rows)?;
        let mut choices = job.choices.clone();
        if let Some(order) = job.date_order {
            for column in &columns.columns {
                choices.orders.entry(column.name.clone()).or_insert(order);
            }
        }
        let mapping = Mapping::resolve(definition, &columns, &choices, job.recognition);
        Ok(Self {
            file,
            columns,
            mapping,
        })
    }

    /// What the rows would do, each of them shown to `visit`.
    fn plan(
        &self,
        definition: &Definition,
        job: &ImportJob,
        vault: &Vault,
        progress: &Progress,
        visit: &mut dyn FnMut(&PlannedRow<'_>),
    ) -> Result<Plan, ImportError> {
        progress.begin(self.columns.rows);
        let rows = Corrected {
            rows: &self.file,
            corrections: &job.corrections,
        };
        let plan = Plan::make(
            definition,
            &rows,
            &self.mapping,
            vault.store(&job.register)?,
            &job.decisions,
            &mut |row| {
                visit(row);
                progress.step()
            },
        )?;
        match progress.is_cancelled() {
            true => Err(ImportError::Stopped),
            false => Ok(plan),
        }
    }
}

/// Looks at a file: what its columns mean and what every row would do. Nothing is written.
///
/// # Errors
/// The file or the vault cannot be read, or somebody stopped it.
pub fn look(
    vault: &Vault,
    job: &ImportJob,
    progress: &Progress,
    visit: &mut dyn FnMut(&Mapping, &PlannedRow<'_>),
) -> Result<Looked, ImportError> {
    let definition = Arc::clone(vault.definition(&job.register)?);
    let opened = Opened::of(&definition, job)?;
    let mapping = &opened.mapping;
    let plan = opened.plan(&definition, job, vault, progress, &mut |row| {
        visit(mapping, row);
    })?;
    plan.report().log(&job.path, true);
    Ok(Looked {
        head: opened.file.head().clone(),
        columns: opened.columns,
        mapping: opened.mapping,
        plan,
    })
}

/// Imports a file as one action of this person, or reports what importing it would do.
///
/// # Errors
/// The file or its columns cannot be read, the vault cannot be written, or somebody stopped it; then nothing was written.
pub fn import(
    vault: &mut Vault,
    job: &ImportJob,
    actor: &str,
    clock: &Clock,
    progress: &Progress,
) -> Result<Imported, ImportError> {
    let definition = Arc::clone(vault.definition(&job.register)?);
    let opened = Opened::of(&definition, job)?;
    match job.recognition {
        Recognition::Names => opened.mapping.check(&definition, &job.choices)?,
        Recognition::Likely => opened.mapping.check_begin(&definition)?,
    }
    let plan = opened.plan(&definition, job, vault, progress, &mut |_| {})?;
    let mut report = plan.report().clone();
    let held_back = job.all_or_nothing && report.refused > 0;
    let mut action = None;
    if held_back {
        (report.added, report.updated) = (0, 0);
    } else if !job.dry_run {
        let rows = Corrected {
            rows: &opened.file,
            corrections: &job.corrections,
        };
        progress.begin(report.added + report.updated);
        let mut operation = Operation::by(actor, clock.now());
        operation.reason = Some(import_reason(&job.path));
        action = plan.record(
            vault.store_mut(&job.register)?,
            &operation,
            &definition,
            &rows,
            &opened.mapping,
            &mut || progress.step(),
        )?;
    }
    report.log(&job.path, job.dry_run);
    report.dates = DateNote::of(&opened.mapping);
    Ok(Imported {
        report,
        held_back,
        action,
    })
}
