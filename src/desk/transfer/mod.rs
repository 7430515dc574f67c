//! transfer

pub mod diagnose_dialog;
pub mod export_dialog;
pub mod import_outcome;
pub mod import_page;
pub mod paper_dialog;
