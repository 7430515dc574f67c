//! What comes in: the import of files of other systems, and the invented cases of the demo.
//!
//! An import goes in steps that can each be shown to the user: a [`SheetFile`] gives the rows, a [`Mapping`] gives the
//! columns their meaning, a [`Plan`] reports what would happen and why not, and only recording that plan as a
//! [`crate::store::Operation`] writes anything.

mod cases;
mod changed_meanwhile;
mod demo;
mod districts;
mod figures_file;
mod figures_file_error;
mod finances;
mod headers;
mod indicator_values;
mod indicators;
mod kept_finances;
mod problem;
mod progress;
mod report;
mod sheet;
mod some_of;

pub use cases::choices::{MappingChoices, Meaning};
pub use cases::column::{Column, SheetColumns};
pub use cases::conflict::Conflict;
pub use cases::date_note::{DateNote, DateNoteKind};
pub use cases::date_order::ColumnDates;
pub use cases::duplicates::{Decision, Decisions, Duplicate, DuplicateOf, DuplicateReason};
pub use cases::editable::{editable_heading, editable_targets, version_mark};
pub use cases::headings::headings_of;
pub use cases::import::{ImportJob, ImportSource, Looked, import, look};
pub use cases::import_error::ImportError;
pub use cases::kept_mapping::{KeptMapping, MappingFileError};
pub use cases::link::{Certainty, Link, Recognition, Why};
pub use cases::mapping::Mapping;
pub use cases::mapping_error::MappingError;
pub use cases::plan::Plan;
pub use cases::planned_row::{PlannedRow, RowOutcome};
pub use cases::target::Target;
pub use cases::value_lines::ValueLine;
pub use changed_meanwhile::ChangedMeanwhile;
pub use demo::cases::invent;
pub use demo::fill::{DEMO_SEED, DEMO_YEARS, fill_with_a_municipality, fill_with_invented_cases};
pub use demo::staff::Staff;
pub use demo::timeline::InventedTimelines;
pub use districts::{
    DistrictsImported, DistrictsJob, Gap, GapReason, Neighbourhood, import_districts,
    import_neighbourhoods, keep_neighbourhoods, neighbourhoods,
};
pub use figures_file::{FiguresImported, FiguresJob, import_figures};
pub use figures_file_error::FiguresFileError;
pub use finances::{Finances, read_finances};
pub use headers::HeaderError;
pub use indicator_values::{keep_year_values, undo_year_values, year_value_history, year_values};
pub use indicators::{IndicatorsImported, IndicatorsJob, import_indicators};
pub use kept_finances::{
    FinanceChange, FinanceDocument, FinancesImported, FinancesJob, finance_history,
    import_finances, keep_finances, kept_finances, kept_lines, undo_finances,
};
pub use problem::{Problem, RowProblem};
pub use progress::Progress;
pub use report::{Imported, Report, file_name};
pub use sheet::cells::{Cell, Row, Sheet};
pub use sheet::error::ReadError;
pub use sheet::file::SheetFile;
pub use sheet::head::{SheetChoice, SheetHead};
pub use sheet::read::read_sheet;
pub use sheet::rows::{Corrected, Corrections, Rows};
pub use sheet::too_much::TooMuch;
pub use sheet::typed::TypedRows;
pub use some_of::some_of;
