//! kit

pub mod button;
pub mod choice_field;
pub mod divider;
pub mod file_dialog;
pub mod fuzzy;
pub mod hit_areas;
pub mod icons;
pub mod key_queue;
pub mod memo;
pub mod page_header;
pub mod table;
pub mod theme;
pub mod widgets;
