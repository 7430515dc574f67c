//! What is typed: its fields, the draft in which it is saved while it is typed, and how it is read and stored.
//!
//! [`case_form`] is about a case, [`entry_form`] about an entry on its timeline. In each of both folders `state` is what
//! is typed, `read` makes a change of it, `save` is what Ctrl Enter does, and the files named `conflict` are about what
//! somebody else stored meanwhile.

mod address_field;
pub mod autosave;
pub mod buttons;
pub mod case_form;
pub mod closing;
pub mod draft;
pub mod draft_strip;
pub mod entry_form;
pub mod field_ids;
mod field_rows;
pub mod fields;
pub mod gathering;
pub mod grid_draft;
pub mod inputs;
pub mod open_forms;
pub mod report_on_case;
pub mod standard_texts;
pub mod status_field;
