//! The import of cases: from the rows of a sheet to cases that are added or changed.

mod apply;
pub(super) mod import;
mod known_cases;
mod line;
pub(super) mod mapping;
pub(super) mod plan;
mod row_reader;
pub(super) mod target;
