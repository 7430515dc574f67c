//! The overview as it stands on the screen, to be published.

use std::sync::Arc;

use crate::figures::{Columns, Number, Overview, Period};

/// The overview as it stands on the screen.
#[derive(Clone, Debug)]
pub struct OverviewQuestion {
    /// Its title.
    pub title: String,
    /// The registers, in their order.
    pub registers: Vec<Arc<Columns>>,
    /// Their names, which tell apart two teams that both have casussen.
    pub names: Vec<String>,
    /// The place of the register that is broken down into parts and years.
    pub parts_of: Option<usize>,
    /// The place of the register of events that is broken down.
    pub events_of: Option<usize>,
    /// The figures.
    pub overview: Overview,
    /// The days they are about.
    pub period: Period,
    /// Whether the numbers of a year earlier stand beside them.
    pub compare: bool,
    /// In how many cases of each register something should have been done by now.
    pub late: Vec<usize>,
    /// The indicators of the year.
    pub indicators: Vec<IndicatorRow>,
    /// The headings of the numbers of the indicators.
    pub indicator_heads: [String; 3],
}

/// An indicator in a year: its budget, its actual value, and that of the year before.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorRow {
    /// Its name.
    pub label: String,
    /// Whether its goal was reached, in words.
    pub verdict: String,
    /// The numbers.
    pub numbers: [Number; 3],
}
