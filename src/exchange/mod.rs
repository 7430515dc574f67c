//! What comes in: files of other systems, read, understood and laid beside what is known, and the invented cases of
//! the demo.
//!
//! An import goes in steps that can each be shown to the user: [`read_sheet`] gives the rows, a [`Mapping`] says what
//! the columns mean, a [`Plan`] says what would happen and why not, and only the [`crate::store::Operation`] it gives
//! writes anything.

mod demo;
mod finances;
mod given;
mod headers;
mod indicators;
mod job;
mod mapping;
mod matching;
mod merging;
mod plan;
mod problem;
mod reading;
mod target;
mod text_file;
mod workbook;
mod year_values;

pub use demo::{InventedTimelines, invent};
pub use finances::{FiguresFileError, Finances, read_finances};
pub use headers::HeaderError;
pub use indicators::{IndicatorsImported, IndicatorsJob, import_indicators};
pub use job::{
    DEMO_CASES, DEMO_SEED, ImportError, ImportJob, Imported, fill_with_invented_cases, import,
};
pub use mapping::{Mapping, MappingError};
pub use plan::{Plan, Report};
pub use problem::{Problem, RowProblem};
pub use reading::{Cell, ReadError, Row, Sheet, read_sheet};
pub use target::Target;
pub use year_values::{keep_year_values, undo_year_values, year_value_history, year_values};
