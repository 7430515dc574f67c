//! state

pub mod case_cache;
pub mod figure_spec;
pub mod list_filter;
pub mod list_spec;
pub mod lookup_cache;
pub mod model;
pub mod reference_date;
pub mod route;
pub mod saved_view;
pub mod selection;
pub mod settings;
pub mod tasks;
