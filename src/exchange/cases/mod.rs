//! The import of cases: from the rows of a sheet to cases that are added or changed.

mod apply;
pub(super) mod choices;
pub(super) mod column;
pub(super) mod conflict;
mod content;
pub(super) mod date_note;
pub(super) mod date_order;
mod districts;
pub(super) mod duplicates;
pub(super) mod editable;
mod edited_row;
pub(super) mod import;
pub(super) mod import_error;
pub(super) mod kept_mapping;
mod known_cases;
mod likeness;
pub(super) mod link;
pub(super) mod mapping;
pub(super) mod mapping_error;
mod matching;
pub(super) mod plan;
pub(super) mod planned_row;
mod row_problems;
mod row_reader;
pub(super) mod target;
pub(super) mod value_lines;
mod value_meaning;
