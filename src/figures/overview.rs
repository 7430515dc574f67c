//! The figures of the overview: a summary of every register, a breakdown of one of them with its years, and a breakdown of
//! events. Each number is a figure of a whole register, so that all of them are looked up.

use std::sync::Arc;

use crate::register::{Definition, Kind, STAND, day_number};

use super::columns::Columns;
use super::crosstab::Crosstab;
use super::error::FigureError;
use super::figure::Figure;
use super::measure::Measure;
use super::period::Period;
use super::series::Series;
use super::slice::Slice;

/// How many years stand beside each other at most, the last one included.
pub const YEARS: usize = 6;

/// All figures of the overview, for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// A summary of every register, in their order.
    pub summaries: Vec<RegisterSummary>,
    /// What runs and what was finished, by district or by what the register is split by first.
    pub parts: Option<ComparedTable>,
    /// The same in every year.
    pub years: Option<Series>,
    /// Events by what they are split by first.
    pub events: Option<ComparedTable>,
}

/// The most important counts of one register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterSummary {
    /// What runs on the reference date, what came in, what went out and what was reopened; of events how many there were.
    pub counts: Vec<ComparedCount>,
    /// The first of these in every year, the last year being that of the period. Years before the first case are none.
    pub trend: Vec<(Period, u64)>,
}

/// A count of a register in a period, with that of a year earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedCount {
    /// What is counted.
    pub measure: Measure,
    /// How many there are.
    pub count: u64,
    /// How many there were a year earlier.
    pub before: u64,
}

/// A table with the one of a year earlier, of the same rows and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedTable {
    /// What is counted.
    pub figure: Figure,
    /// The table.
    pub table: Crosstab,
    /// The table of a year earlier.
    pub before: Crosstab,
}

impl Overview {
    /// The overview of these registers over a period. `parts` is the place of the register that is broken down into parts
    /// and years, `events` that of the register of events that is broken down.
    ///
    /// # Errors
    /// None that a definition which was checked can cause.
    pub fn of(
        registers: &[Arc<Columns>],
        parts: Option<usize>,
        events: Option<usize>,
        period: Period,
    ) -> Result<Self, FigureError> {
        let summaries = registers.iter().map(|columns| columns.summary(period));
        let (parts, events) = (
            parts.and_then(|at| registers.get(at)),
            events.and_then(|at| registers.get(at)),
        );
        let compared = |columns: &Arc<Columns>| columns.compared(period);
        Ok(Self {
            summaries: summaries.collect::<Result<_, _>>()?,
            parts: parts.map(compared).transpose()?,
            years: parts.map(|columns| columns.years(period)).transpose()?,
            events: events.map(compared).transpose()?,
        })
    }
}

impl RegisterSummary {
    /// The count of this measure, where the register has it.
    pub fn count_of(&self, measure: Measure) -> Option<ComparedCount> {
        let mut counts = self.counts.iter().copied();
        counts.find(|count| count.measure == measure)
    }
}

/// By what a register is split on the overview: by district, or else by the first field of its first standard table.
pub fn breakdown_field(definition: &Definition) -> Option<&str> {
    let counted = |id: &str| definition.counted_fields().any(|field| field.id == id);
    let district = definition.district_field().map(|field| field.id.as_str());
    let district = district.filter(|id| counted(id) && definition.kind == Kind::Spell);
    let tables = definition.tables.iter().flat_map(|table| &table.rows);
    let mut tabled = tables.map(String::as_str).filter(|id| counted(id));
    let any = || definition.counted_fields().next();
    district
        .or_else(|| tabled.next())
        .or_else(|| any().map(|field| field.id.as_str()))
}

impl Columns {
    /// The same days in every year from the first case on, at most [`YEARS`], the last one being this period.
    fn years_up_to(&self, period: Period) -> Vec<Period> {
        let first = self.first_day().unwrap_or(i32::MAX);
        let mut years = vec![period];
        let mut year = period.year_before();
        while years.len() < YEARS && day_number(year.to) >= first {
            years.push(year);
            year = year.year_before();
        }
        years.reverse();
        years
    }

    /// The summary of this register over a period.
    fn summary(&self, period: Period) -> Result<RegisterSummary, FigureError> {
        let measures = match self.definition().kind {
            Kind::Spell => &[
                Measure::Closing,
                Measure::Inflow,
                Measure::Finished,
                Measure::Reopened,
            ][..],
            Kind::Event => &[Measure::Count],
        };
        let whole = Slice::whole();
        let earlier = period.year_before();
        let count = |measure: &Measure| {
            Ok(ComparedCount {
                measure: *measure,
                count: self.total(&whole, period, *measure)?,
                before: self.total(&whole, earlier, *measure)?,
            })
        };
        let years = self.years_up_to(period).into_iter();
        let trend = years.map(|year| Ok((year, self.total(&whole, year, measures[0])?)));
        Ok(RegisterSummary {
            counts: measures.iter().map(count).collect::<Result<_, _>>()?,
            trend: trend.collect::<Result<_, _>>()?,
        })
    }

    /// The parts of this register, split by whether a case runs where cases do.
    fn compared(&self, period: Period) -> Result<ComparedTable, FigureError> {
        let definition = self.definition();
        let stand = definition.has_spells().then(|| STAND.to_owned());
        let figure = Figure {
            entries: None,
            rows: breakdown_field(definition)
                .map(str::to_owned)
                .into_iter()
                .collect(),
            columns: stand.into_iter().collect(),
            measure: Measure::default_of(definition.kind),
            period,
            slice: Slice::whole(),
        };
        let parts = [period, period.year_before()].map(|period| (Slice::whole(), period));
        let mut tables = self.crosstabs(&figure, &parts)?;
        let before = tables.remove(1);
        let table = tables.remove(0);
        Ok(ComparedTable {
            figure,
            table,
            before,
        })
    }

    /// What was handled in every year, split by whether it ran at its end.
    fn years(&self, period: Period) -> Result<Series, FigureError> {
        let kind = self.definition().kind;
        let by = (kind == Kind::Spell).then_some(STAND);
        let years = self.years_up_to(period);
        self.series_over(&Slice::whole(), years, Measure::default_of(kind), by)
    }
}
