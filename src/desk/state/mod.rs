//! What the window knows and remembers: the open vault, caches, the definitions of lists and figures, and the actions that
//! the user asked for.

pub mod action;
pub mod case_cache;
pub mod editions;
pub mod figure_spec;
pub mod filtering;
pub mod fitting;
pub mod list_filter;
pub mod list_spec;
pub mod lookup_cache;
pub mod model;
pub mod pending;
pub mod reference_date;
pub mod route;
pub mod saved_view;
pub mod saved_views;
pub mod selection;
pub mod settings;
pub mod undo_stack;
pub mod vault;
