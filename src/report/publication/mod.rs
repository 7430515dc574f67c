//! What is published of figures: one model, made from one evaluation, that every writer writes from.
//!
//! A [`Publication`] is made once from a question and the columns of a register. What stands in the Excel file, the CSV,
//! the chart and on the command line is read off it, and so are the cases behind its cells: they cannot disagree.

mod about;
mod behind;
mod canvas;
mod cases;
mod chart;
mod csv;
mod html;
mod json;
mod overview;
mod overview_pages;
mod page;
mod png;
mod saving;
mod series;
mod svg;
mod table;
mod tabulation;
mod unit;
mod xlsx;

use crate::figures::{Balance, Figure, Quantity};
use crate::language::Language;
use crate::register::Definition;
use crate::report::Made;

pub(super) use about::made_line;
pub(crate) use about::{days, filters, measure_label, period_label, quantity_label};
pub use behind::Behind;
pub use cases::{CaseInCell, case_numbers};
pub use chart::{Chart, Group, Hue, Shade, Shape};
pub(crate) use csv::records;
pub use csv::{Dialect, csv};
pub(super) use csv::{csv_in, harmless};
pub use html::html_table;
pub(crate) use json::{Balance as JsonBalance, Period as JsonPeriod};
pub(super) use json::{Filter, MadeBy, filters as json_filters};
pub use overview::{IndicatorRow, OverviewQuestion};
pub use overview_pages::OverviewPages;
pub use page::Page;
pub use png::{Picture, picture, png};
pub use saving::PublicationFormat;
pub use series::SeriesQuestion;
pub use svg::svg;
pub use table::TableQuestion;
pub(crate) use table::balance_line;
pub use tabulation::{Column, Heading, Line, LineKind, Part, Tabulation};
pub use unit::Unit;
pub use xlsx::xlsx;

/// A figure as it goes out.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// What it counts; behind each of its numbers stands a part of it.
    pub figure: Figure,
    /// The language it is written in.
    pub language: Language,
    /// What stands above it.
    pub title: String,
    /// The register it is about.
    pub register: String,
    /// What is counted, and over which days.
    pub about: String,
    /// The filters in words, one a line.
    pub filters: Vec<String>,
    /// When it was made and by whom.
    pub made: String,
    /// The numbers.
    pub table: Tabulation,
    /// The balance of all its cases over the period, whatever is said of them; none for events and reports.
    pub balance: Option<Balance>,
    /// What has to be said beside the numbers.
    pub notes: Vec<String>,
    /// The same numbers drawn.
    pub chart: Chart,
    /// By what the table is split, down the side and then across the top.
    pub split: Vec<String>,
    /// What the day on which a case began is called.
    pub begin: String,
    /// The cases behind the cells, where they are given with it.
    pub cases: Vec<CaseInCell>,
    /// What a program reads: the same names in every language.
    pub json: String,
}

/// What every question asks: which cases, and what is said of them.
struct Asked<'a> {
    definition: &'a Definition,
    title: &'a str,
    figure: &'a Figure,
    quantity: &'a Quantity,
}

/// What the answer to a question comes to.
struct Body {
    table: Tabulation,
    balance: Option<Balance>,
    notes: Vec<String>,
    chart: Chart,
    json: String,
}

impl Publication {
    /// The answer to a question, with what stands above and below it.
    fn of(asked: &Asked<'_>, body: Body, made: &Made, language: Language) -> Self {
        let Asked {
            definition,
            title,
            figure,
            quantity,
        } = *asked;
        let Body {
            table,
            balance,
            notes,
            chart,
            json,
        } = body;
        Self {
            figure: figure.clone(),
            language,
            title: title.to_owned(),
            register: definition.label.text(language).to_owned(),
            about: about::above(title, definition, figure, quantity, language),
            filters: filters(definition, &figure.slice, language),
            made: made_line(made, language),
            table,
            balance,
            notes,
            chart,
            split: about::split(definition, figure, language),
            begin: definition.begin.label.text(language).to_owned(),
            cases: Vec::new(),
            json,
        }
    }

    /// The lines above the numbers.
    pub fn above(&self) -> Vec<String> {
        let lines = [self.title.clone(), self.about.clone()].into_iter();
        lines.chain(self.filters.iter().cloned()).collect()
    }

    /// What stands above the cases: by what the table is split, then the number and the day.
    pub fn case_headings(&self) -> Vec<String> {
        let mut headings = self.split.clone();
        headings.push(self.language.text("number"));
        headings.push(self.begin.clone());
        headings
    }

    /// The lines below the numbers.
    pub fn below(&self) -> Vec<String> {
        let balance = self
            .balance
            .map(|balance| balance_line(balance, self.language));
        let notes = self.notes.iter().cloned();
        balance.into_iter().chain(notes).collect()
    }
}

/// The name of the totals among ids.
const TOTAL: &str = "totaal";
