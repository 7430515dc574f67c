//! case

pub mod case_picker;
pub mod document_form;
pub mod documents;
pub mod facts;
pub mod head;
pub mod links;
pub mod merge;
pub mod panel;
pub mod timeline;
pub mod timeline_course;
pub mod timeline_entries;
pub mod timeline_item;
pub mod timeline_ui;
pub mod withdrawal;
