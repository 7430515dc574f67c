//! form

pub mod address_card;
pub mod address_lookup;
pub mod case_form;
pub mod case_form_page;
pub mod conflict;
pub mod course;
pub mod draft;
pub mod draft_strip;
pub mod entry_card;
pub mod entry_form;
pub mod fields;
pub mod gathering;
pub mod inputs;
pub mod open_forms;
pub mod required;
pub mod saving;
