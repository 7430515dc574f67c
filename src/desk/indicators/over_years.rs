//! The indicators over many years: which of them, from which year on.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::known_values::known_years;
use crate::desk::backend::export_job::ExportSource;
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::kit::table::{TableState, Widths};
use crate::desk::state::vault::OpenVault;
use crate::figures::{ManyYears, YearsRow};
use crate::register::{Indicator, read_year};

/// As many years stand beside each other at most.
const MOST_YEARS: i32 = 60;

/// The table of many years.
#[derive(Default)]
pub struct OverYears {
    /// Whether it is on the screen in place of the two years.
    pub shown: bool,
    /// The first year, as it is typed; blank is the first of which something is known.
    pub from: String,
    /// The indicators that were chosen; none of them is all of which something is known.
    pub chosen: BTreeSet<String>,
    /// The row that the keyboard is on.
    pub cursor: usize,
    pub(super) table: TableState,
    pub(super) widths: Widths,
    /// What is on the screen: the indicators and the years.
    pub(super) on_screen: Option<(Vec<String>, RangeInclusive<i32>)>,
}

impl OverYears {
    /// The years up to this one.
    pub fn years(
        &self,
        known: &IndicatorBook,
        vault: &OpenVault,
        last: i32,
    ) -> RangeInclusive<i32> {
        let all = known.indicators.all().iter();
        let begins = all.map(|indicator| *known_years(known, vault, indicator).start());
        let first = begins.min().unwrap_or(last);
        let typed = read_year(self.from.trim()).ok();
        let from = typed.unwrap_or(first).min(last);
        from.max(last.saturating_sub(MOST_YEARS - 1))..=last
    }

    /// The indicators of which something is known in these years, in the order of their goals.
    pub fn table<'a>(known: &'a IndicatorBook, years: RangeInclusive<i32>) -> ManyYears<'a> {
        let all: Vec<&Indicator> = known.indicators.all().iter().collect();
        let mut table = known.yearbook().many_years(&all, years);
        table.rows.retain(YearsRow::is_shown);
        let goals = table.rows.iter().map(|row| row.indicator.goal.clone());
        let goals: Vec<_> = goals.collect();
        let place = |row: &YearsRow<'_>| {
            let goal = &row.indicator.goal;
            (goal.is_none(), goals.iter().position(|known| known == goal))
        };
        table.rows.sort_by_key(place);
        table
    }

    /// Chooses this indicator, or no longer.
    pub fn choose(&mut self, id: &str) {
        if !self.chosen.remove(id) {
            self.chosen.insert(id.to_owned());
        }
    }

    /// What is on the screen as it is exported: what was chosen of it, or all.
    pub fn export_source(&self, known: &IndicatorBook) -> Option<ExportSource> {
        let (ids, years) = self.on_screen.clone().filter(|_| self.shown)?;
        let chosen: Vec<String> = ids
            .iter()
            .filter(|id| self.chosen.contains(*id))
            .cloned()
            .collect();
        let ids = if chosen.is_empty() { ids } else { chosen };
        Some(ExportSource::ManyYears(known.clone(), ids, years))
    }
}
