//! The model of a published figure: everything that is written to a file.

use super::cases::CaseInCell;
use super::page::Page;
use crate::figures::{Balance, Figure};
use crate::language::Language;
use crate::report::chart::Chart;
use crate::report::drill_down::DrillDown;
use crate::report::labels::balance_line;
use crate::report::tabulation::Tabulation;

/// A figure as it is published.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// The figure; each of its numbers drills down to a part of it.
    pub figure: Figure,
    /// The language it is written in.
    pub language: Language,
    /// Its title.
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
    /// The balance of all its cases over the period, whatever is computed from them; none for events and reports.
    pub balance: Option<Balance>,
    /// Sentences below the numbers.
    pub notes: Vec<String>,
    /// A chart of the same numbers.
    pub chart: Chart,
    /// The labels of its dimensions, down the side and then across the top.
    pub split: Vec<String>,
    /// The label of the day on which a case began.
    pub begin: String,
    /// The cases behind the cells, where they are given with it.
    pub cases: Vec<CaseInCell>,
    /// The figure as a program reads it, with the same names in every language.
    pub json: String,
}

impl Publication {
    /// The figure whose cases stand where a line meets a column, or a group a series.
    pub fn drill_down(&self, line: &DrillDown, column: &DrillDown) -> Figure {
        DrillDown::figure(&self.figure, line, column)
    }

    /// The lines above the numbers.
    pub fn above(&self) -> Vec<String> {
        let lines = [self.title.clone(), self.about.clone()].into_iter();
        lines.chain(self.filters.iter().cloned()).collect()
    }

    /// The headings of the cases: the dimensions of the table, then the number and the day.
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

    /// The figure as a table with what stands above and below it.
    pub fn page(&self) -> Page {
        let mut below = self.below();
        below.push(self.made.clone());
        Page {
            language: self.language,
            name: self.language.text("publication-sheet-numbers"),
            register: self.register.clone(),
            above: self.above(),
            table: self.table.clone(),
            below,
        }
    }
}
