//! What comes in: the import of files of other systems, and the invented cases of the demo.
//!
//! An import goes in steps that can each be shown to the user: [`read_sheet`] gives the rows, a [`Mapping`] gives the
//! columns their meaning, a [`Plan`] reports what would happen and why not, and only the [`crate::store::Operation`] of
//! that plan writes anything.

mod cases;
mod demo;
mod figures_file_error;
mod finances;
mod headers;
mod indicator_values;
mod indicators;
mod problem;
mod report;
mod sheet;

pub use cases::import::{ImportError, ImportJob, import};
pub use cases::mapping::{Mapping, MappingError};
pub use cases::plan::Plan;
pub use cases::target::Target;
pub use demo::cases::invent;
pub use demo::fill::{DEMO_CASES, DEMO_SEED, fill_with_invented_cases};
pub use demo::timeline::InventedTimelines;
pub use figures_file_error::FiguresFileError;
pub use finances::{Finances, read_finances};
pub use headers::HeaderError;
pub use indicator_values::{keep_year_values, undo_year_values, year_value_history, year_values};
pub use indicators::{IndicatorsImported, IndicatorsJob, import_indicators};
pub use problem::{Problem, RowProblem};
pub use report::{Imported, Report};
pub use sheet::cells::{Cell, Row, Sheet};
pub use sheet::error::ReadError;
pub use sheet::read::read_sheet;
