//! The command line: the same work as in the window, for scripts and for people who prefer to type.
//!
//! Every command gives one answer, and one place prints it: figures and reports go to the standard output, remarks about
//! them to the standard error.

mod answer;
mod arguments;
mod backup;
mod balance;
mod cases;
mod cases_by_number;
mod cases_meant;
mod change;
mod context;
mod counting;
mod diagnose;
mod districts;
mod doctor;
mod error;
mod export;
mod finances;
mod grid;
mod help;
mod import;
mod indicators;
mod kept_finances;
mod mapping;
mod merge;
mod new_vault;
mod paper;
mod printing;
mod publishing;
mod rates;
mod reference;
mod row_problems;
mod run;
mod series;
mod table;
mod undo;

pub use answer::{ALL_WELL, NOTHING_DONE, SOMETHING_REFUSED};
pub use reference::reference;
pub use run::{Outcome, run};
