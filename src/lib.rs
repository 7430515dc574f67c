//! Peildatum: a case register for municipal safety teams.
//!
//! Log a case while the caller is still on the phone; on any reference date (*peildatum*), every table, chart and
//! sentence follows from the cases, and every number opens the cases behind it. Three ideas carry everything:
//!
//! 1. **A register is data.** What a case is stands in a definition file; one form, one list and one crosstab serve all.
//! 2. **A case file is its history.** Every change is a revision, written together with the new state.
//! 3. **A number is a door.** A figure is a definition, evaluated by one piece of code; table, chart and list share it.
//!
//! The rooms, from the ground up; a room imports only from below:
//!
//! | room | what it holds |
//! |---|---|
//! | [`language`] | what the program says, in Dutch and English |
//! | [`register`] | what a case is: definitions, case files, values, validation (pure) |
//! | [`store`] | where it is kept: the `Store` trait, SQLite, the vault |
//! | [`figures`] | what is counted: columns, period, balance, crosstab, series (pure) |
//! | [`exchange`] | what comes in: CSV and Excel files, and the invented cases of the demo |
//! | [`report`] | what is published: figures as Excel, CSV, chart or table; the summary of a case and the agenda of a meeting, on paper |
//! | [`diagnosis`] | what a helpdesk is told of a vault and of the machine |
//! | [`manual`] | the chapters that explain the program, and the search in them (pure) |
//! | [`cli`], [`desk`] | the same work from the command line and in a window |
//!
//! Beside them stand three small things that are handed in from outside: [`clock`] (what time it is), [`places`] (where
//! things are kept) and [`opening`] (with what the desk opens); [`file_names`], what a file may be called; [`colour`], in which numbers are drawn everywhere; and
//! [`logging`], what is written down for a helpdesk.

pub mod cli;
pub mod clock;
pub mod colour;
pub mod desk;
pub mod diagnosis;
pub mod exchange;
pub mod figures;
pub mod file_names;
pub mod language;
pub mod logging;
pub mod manual;
pub mod opening;
pub mod places;
pub mod register;
pub mod report;
pub mod store;
