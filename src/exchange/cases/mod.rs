//! The import of cases: from the rows of a sheet to cases that are added or changed.

mod apply;
pub(super) mod import;
mod line;
pub(super) mod mapping;
mod matching;
pub(super) mod plan;
mod row_reader;
pub(super) mod target;
