//! Controls that know no case: the theme, buttons and fields, the table, and how the accessibility tree is built.

pub mod accessible;
pub mod button;
pub mod button_style;
mod choice;
pub mod choice_field;
mod choice_keys;
pub mod choice_menu;

pub mod choice_option;
pub mod density;
pub mod dialog;
pub mod divider;
pub mod even_height;
pub mod field;
pub mod file_dialog;
pub mod fuzzy;
pub mod hit_areas;
pub mod icons;
pub mod key_queue;
pub mod last_input;
pub mod memo;
pub mod menu;
pub mod page_header;
pub mod table;
pub mod theme;
pub mod widgets;
