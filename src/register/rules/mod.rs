//! What follows from a definition for a case: what it asks and refuses, what is due, and how it is called.

pub mod age;
pub mod ending;
pub mod entry_fields;
pub mod fault;
pub mod filling;
pub mod gathering;
pub mod joining;
pub mod matching;
pub mod moving;
pub mod naming;
pub mod opening;
pub mod person;
pub mod setting;
pub mod sharing;
pub mod succession;
pub mod switching;
pub mod task;
pub mod validation;
mod value_check;
pub mod wording;
