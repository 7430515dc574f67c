//! The screen of figures: a table, the chart of the same figure, and the cases that every number of them counts.

mod cases_card;
mod chart_card;
mod chart_question;
mod figure_chart;
mod open_cases;
pub mod page;
pub mod page_ui;
mod quantity_menu;
mod rate_card;
mod table_card;
mod toolbar;
