//! The form of an entry on the timeline of a case: to add one, or to put one right.

pub mod asked_fields;
pub mod card;
pub mod conflict;
pub mod conflict_ui;
mod opens;
pub mod read;
mod same_subject;
pub mod save;
pub mod state;
mod step;
