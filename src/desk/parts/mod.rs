//! Pieces that several screens show: crosstab and chart, the finder, the cells of a case, tasks, filters, the menu of saved
//! views, the field for a file.

pub mod age_text;
pub mod case_cells;
pub mod case_count;
pub mod case_text;
pub mod chart;
pub mod command_menu;
pub mod crosstab;
pub mod drill_down;
pub mod file_field;
pub mod filter_chips;
pub mod finder;
pub mod finder_line;
pub mod saved_view_menu;
pub mod table_field;
pub mod task_list;
pub mod task_text;
pub mod timeline_slider;
pub mod typed_date;
pub mod view_name_dialog;
