//! The desk: a window on the vault, thin over the rooms below it. It holds no SQL and counts nothing.
//!
//! A frame goes like this: what the clerk answered is taken in, the screens draw what is known and say what the user
//! wants, and that is carried out at one place at the end ([`Desk`]).

mod actions;
mod app;
mod behind_ui;
mod case;
mod case_head;
mod case_text;
mod cells;
mod chart;
mod choice;
mod choosers;
mod clerk;
mod command;
mod course_ui;
mod crosstab_ui;
mod documents;
mod documents_ui;
mod draft;
mod drafts;
mod drafts_ui;
mod entries;
mod entry_form;
mod entry_ui;
mod facts_ui;
mod fields_ui;
mod figure_cards;
mod figures_ui;
mod filter;
mod finder;
mod form;
mod form_ui;
mod help;
mod icons;
mod import_ui;
mod joining;
mod kept;
mod known;
mod known_ui;
mod list;
mod list_ui;
mod model;
mod palette;
mod picker;
mod press;
mod reference;
mod settings;
mod sheet;
mod shell;
mod story;
mod story_ui;
mod theme;
mod ties_ui;
mod welcome;
mod widgets;
mod window;
mod withdrawal;
mod worker;

pub use app::{Desk, Workplace};
pub use settings::Settings;
pub use window::{OpenError, open};
pub use worker::Worker;
