//! figures

pub mod cases_card;
pub mod chart_card;
pub mod chart_question;
pub mod page;
pub mod quantity_menu;
pub mod table_card;
pub mod toolbar;
