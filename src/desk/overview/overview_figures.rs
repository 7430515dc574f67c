//! The figures of the overview, with the registers they count.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::desk::state::vault::OpenVault;
use crate::figures::{Columns, FigureError, Overview, Period};
use crate::register::{Definition, Kind};

/// The figures on the screen.
pub struct OverviewFigures {
    /// The registers, in their order.
    pub registers: Vec<Arc<Columns>>,
    /// The index of the register that is broken down into parts and years.
    pub cases: Option<usize>,
    /// The index of the register of events that is broken down.
    pub events: Option<usize>,
    /// The figures.
    pub overview: Overview,
    /// The day on which the first case began.
    pub first_day: Option<NaiveDate>,
}

/// The ids of the registers that are broken down; where none was chosen, the first that has cases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BreakdownRegisters {
    /// A register of cases that run.
    pub cases: Option<String>,
    /// A register of events.
    pub events: Option<String>,
}

impl OverviewFigures {
    /// Evaluates the overview in a period.
    ///
    /// # Errors
    /// None that a definition which was checked can cause.
    pub fn evaluate(
        vault: &OpenVault,
        period: Period,
        chosen: &BreakdownRegisters,
    ) -> Result<Self, FigureError> {
        let all = vault.registers.all().iter();
        let registers: Vec<Arc<Columns>> = all
            .filter_map(|definition| vault.columns(&definition.id))
            .collect();
        let cases = place(&registers, Kind::Spell, chosen.cases.as_ref());
        let events = place(&registers, Kind::Event, chosen.events.as_ref());
        let overview = Overview::of(&registers, cases, events, period)?;
        let first_day = registers.iter().filter_map(|columns| columns.first_day());
        let first_day = first_day.min();
        Ok(Self {
            registers,
            cases,
            events,
            overview,
            first_day: first_day.and_then(NaiveDate::from_num_days_from_ce_opt),
        })
    }

    /// The register at this index.
    pub fn definition(&self, at: usize) -> &Arc<Definition> {
        self.registers[at].definition()
    }
}

/// The index of the chosen register; otherwise of the first of this kind that has cases, or else of the first of this
/// kind.
fn place(registers: &[Arc<Columns>], kind: Kind, chosen: Option<&String>) -> Option<usize> {
    let of_kind = |columns: &Arc<Columns>| columns.definition().kind == kind;
    let is_chosen = |columns: &Arc<Columns>| Some(&columns.definition().id) == chosen;
    let filled = |columns: &Arc<Columns>| of_kind(columns) && !columns.is_empty();
    let mut all = registers.iter();
    all.position(is_chosen)
        .or_else(|| registers.iter().position(filled))
        .or_else(|| registers.iter().position(of_kind))
}
