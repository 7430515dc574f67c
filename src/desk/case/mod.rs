//! The case file: the panel beside its list, its timeline, its documents and links, and what is done with it in a dialog.

pub mod case_picker;
pub mod case_row;
pub mod document_copies;
pub mod document_form;
pub mod document_names;
pub mod documents_ui;
pub mod facts;
pub mod head;
mod ladder;
pub mod links;
pub mod merge;
pub mod other_cases;
pub mod panel;
pub mod panel_ui;
mod steps_ui;
pub mod timeline;
pub mod withdrawal;
