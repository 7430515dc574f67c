//! What is published: figures, lists of cases, and documents about cases.
//!
//! A figure is made once into a [`Publication`], from which every writer writes: Excel, CSV, a chart, a table to paste. A
//! list of cases becomes a [`CaseList`] in the same way; both are [`Exportable`].

mod chart;
mod delimited;
mod districts;
mod document;
pub mod drawing;
mod drill_down;
mod editable_list;
mod export_format;
mod exportable;
mod finances;
mod indicators;
mod json;
mod labels;
mod listing;
mod made;
mod markup;
mod overview;
mod publication;
mod rates;
mod refused_rows;
mod saving;
mod tabulation;
mod unit;
mod workbook;

pub use chart::{Chart, ChartSeries, Group, Shade, Shape};
pub use delimited::Dialect;
pub(crate) use delimited::records;
pub use districts::DistrictTable;
pub use document::{
    Agenda, Block, CaseContents, CaseSummary, Document, DocumentFormat, Fact, Item, LinkedCase,
    Meeting, Notice, Scope, docx, html, save,
};
pub use drill_down::DrillDown;
pub use editable_list::EditableList;
pub use export_format::ExportFormat;
pub use exportable::{Exportable, save_export};
pub use finances::{finance_list, goal_finances};
pub use indicators::{
    IndicatorTable, average_in_words, contradictions as indicator_contradictions, range_in_words,
    remarks as indicator_remarks, series_chart, years_notes, years_of,
};
pub(crate) use indicators::{ManyYearsJson, SeriesJson, YearJson};
pub(crate) use json::{JsonBalance, JsonPeriod};
pub(crate) use labels::{balance_line, days, filters, measure_label, period_label, quantity_label};
pub use listing::{
    CaseColumn, CaseDays, CaseList, Content, DUE, LAST_CONTACT, ListGroup, ListQuestion,
    ListedCases, NO_CONTACT, ShareError, SharedFile, Sharing,
};
pub use made::Made;
pub use overview::{IndicatorRow, OverviewPages, OverviewQuestion};
pub use publication::{
    CaseInCell, Page, Picture, Publication, SeriesQuestion, TableQuestion, case_numbers, csv,
    html_table, picture, png, svg, xlsx,
};
pub use rates::{RateQuestion, RateTable};
pub use refused_rows::RefusedRows;
pub use saving::{SaveError, save_text};
pub use tabulation::{Column, Heading, Line, LineKind, Part, Tabulation};
pub use unit::Unit;
