//! What comes into the program from a file, and what is exported from it to a file or to paper; its backups too.

pub mod backups_dialog;
pub mod case_import;
mod choose;
mod counts_ui;
pub mod diagnose_dialog;
pub mod export_dialog;
pub mod grid;
pub mod import_page;
pub mod indicator_import;
mod make_file;
pub mod paper_dialog;
mod receiver;
mod restore_step;
