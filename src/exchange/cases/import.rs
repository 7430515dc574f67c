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
use crate::exchange::report::{Imported, file_name, import_reason};
use crate::exchange::sheet::file::SheetFile;
use crate::exchange::sheet::head::{SheetChoice, SheetHead};
use crate::exchange::sheet::rows::{Corrected, Corrections, Rows};
use crate::exchange::sheet::typed::TypedRows;
use crate::register::{DateOrder, Definition};
use crate::store::{Operation, Vault};

/// Where the rows of an import come from.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportSource {
    /// A file.
    File(PathBuf),
    /// Rows that were typed in the program.
    Typed(Arc<TypedRows>),
}

impl ImportSource {
    /// The file; none of rows that were typed.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Typed(_) => None,
        }
    }

    /// The name of the file, without its folder; blank of rows that were typed.
    pub fn file_name(&self) -> String {
        self.path().map_or_else(String::new, file_name)
    }
}

/// What is imported into which register, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportJob {
    /// The register.
    pub register: String,
    /// Where the rows come from.
    pub source: ImportSource,
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
            source: ImportSource::File(path.to_owned()),
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

    /// The import of rows that were typed. Dates are read with the day first, as people here type them.
    pub fn of_typed(register: &str, rows: TypedRows) -> Self {
        let ids = rows.columns.iter();
        let choices = MappingChoices {
            columns: ids.map(|id| (id.clone(), vec![id.clone()])).collect(),
            ..MappingChoices::default()
        };
        Self {
            source: ImportSource::Typed(Arc::new(rows)),
            choices,
            ..Self::new(register, Path::new(""), Recognition::Likely)
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

/// Rows that can be read, with what their columns mean.
struct Opened {
    source: OpenedSource,
    columns: SheetColumns,
    mapping: Mapping,
}

/// A file that was opened, or rows that were typed.
enum OpenedSource {
    File(Box<SheetFile>),
    Typed(Arc<TypedRows>),
}

impl OpenedSource {
    fn of(job: &ImportJob) -> Result<Self, ImportError> {
        Ok(match &job.source {
            ImportSource::File(path) => Self::File(Box::new(SheetFile::open(path, &job.sheet)?)),
            ImportSource::Typed(rows) => Self::Typed(Arc::clone(rows)),
        })
    }

    fn rows(&self) -> &dyn Rows {
        match self {
            Self::File(file) => file.as_ref(),
            Self::Typed(rows) => rows.as_ref(),
        }
    }

    fn head(&self) -> SheetHead {
        match self {
            Self::File(file) => file.head().clone(),
            Self::Typed(rows) => SheetHead {
                headers: rows.columns.clone(),
                ..SheetHead::default()
            },
        }
    }
}

impl Opened {
    fn of(definition: &Definition, job: &ImportJob) -> Result<Self, ImportError> {
        let source = OpenedSource::of(job)?;
        let rows = Corrected {
            rows: source.rows(),
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
            source,
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
            rows: self.source.rows(),
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
    if let Some(path) = job.source.path() {
        plan.report().log(Some(path), true);
    }
    Ok(Looked {
        head: opened.source.head(),
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
            rows: opened.source.rows(),
            corrections: &job.corrections,
        };
        progress.begin(report.added + report.updated);
        let mut operation = Operation::by(actor, clock.now());
        operation.reason = job.source.path().map(import_reason);
        action = plan.record(
            vault.store_mut(&job.register)?,
            &operation,
            &definition,
            &rows,
            &opened.mapping,
            &mut || progress.step(),
        )?;
    }
    report.log(job.source.path(), job.dry_run);
    report.dates = DateNote::of(&opened.mapping);
    Ok(Imported {
        report,
        held_back,
        action,
    })
}
