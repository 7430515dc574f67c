//! Figures as they are published: one model, made from one evaluation, that every writer writes from.
//!
//! A [`Publication`] is made once from a question and the columns of a register. What stands in the Excel file, the CSV,
//! the chart and on the command line is read off it, and so are the cases behind its cells: they cannot disagree.

mod answer;
mod captions;
mod cases;
mod csv;
mod exporting;
mod figure_json;
mod html;
mod model;
mod page;
mod png;
mod series;
mod series_chart;
mod series_question;
mod svg;
mod svg_writer;
mod table;
mod table_chart;
mod table_question;
mod xlsx;

pub(super) use answer::Answer;
pub use cases::{CaseInCell, case_numbers};
pub use csv::csv;
pub(super) use html::html_page;
pub use html::html_table;
pub use model::Publication;
pub use page::Page;
pub use png::{Picture, picture, png};
pub(super) use series_question::SeriesAnswer;
pub use series_question::SeriesQuestion;
pub use svg::svg;
pub use table_question::TableQuestion;
pub(super) use table_question::{TableAnswer, TablePair};
pub use xlsx::xlsx;
pub(super) use xlsx::xlsx_of;
