//! Indicatoren: what the year of the reference date was to come to and what it came to, beside the year before, in the
//! shape in which an annual report prints it. What is typed here is stored with its history and can be undone.

mod changing;
mod district_changing;
mod districts;
mod districts_ui;
mod drill_down;
mod form;
mod form_ui;
pub mod history;
pub mod known_values;
mod lines;
mod list;
mod over_years;
mod over_years_ui;
pub mod page;
mod pane;
pub mod state;
mod two_years;
pub mod words;
mod year_lines;
