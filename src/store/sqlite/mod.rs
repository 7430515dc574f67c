//! The store in SQLite files. All SQL stands in `migrations/` and `queries/`, one statement a file.

mod bringing_up;
mod cases;
pub(super) mod connection;
pub(super) mod content;
mod copy;
mod derivation;
mod drafts;
mod error;
mod halves;
mod json;
mod mappings;
mod meta;
pub(super) mod migrations;
mod number;
mod reason;
mod record;
mod register;
mod rows;
mod search;
mod shared_records;
pub(super) mod store;
mod stored;
mod timelines;
mod undo;
mod uses;
mod views;
