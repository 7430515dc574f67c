//! What comes into the program from a file, and what is exported from it to a file or to paper.

mod choose;
pub mod diagnose_dialog;
pub mod export_dialog;
mod import_outcome;
pub mod import_page;
pub mod import_state;
pub mod paper_dialog;
