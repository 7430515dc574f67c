//! The state of the overview. What stands on it follows from the reference date; nothing is counted here.

use std::convert::Infallible;
use std::sync::Arc;

use chrono::{Datelike, NaiveDateTime};
use egui::Id;

use crate::desk::command::Command;
use crate::desk::kit::memo::Memo;
use crate::desk::overview::due_counts::{DueByRegister, DueCounts};
use crate::desk::overview::indicator_lines::{IndicatorLines, headings};
use crate::desk::overview::overview_figures::{BreakdownRegisters, OverviewFigures};
use crate::desk::state::reference_date::ReferenceDate;
use crate::desk::state::vault::OpenVault;
use crate::figures::{FigureError, Period};
use crate::language::Language;
use crate::register::{Definition, Kind};
use crate::report::OverviewQuestion;

/// The state of the screen.
#[derive(Default)]
pub struct OverviewPage {
    /// Whether the numbers of a year earlier are shown as well.
    pub compare: bool,
    /// The order of the bars while the reference date is dragged, so that they stay in their places.
    pub bar_order: BarOrder,
    /// Whether the keyboard is to come back to where it was.
    pub take_focus: bool,
    /// The control that the keyboard was on.
    pub focus: Option<Id>,
    /// The lines of the indicators.
    pub indicators: IndicatorLines,
    broken_down: BreakdownRegisters,
    figures: Memo<FiguresKey, OverviewFigures>,
    due: Memo<(u64, NaiveDateTime), DueByRegister>,
}

/// The keys of the bars of each breakdown, in the order in which they were drawn last.
#[derive(Default)]
pub struct BarOrder {
    /// The bars of the register of cases.
    pub cases: Vec<String>,
    /// The bars of the register of events.
    pub events: Vec<String>,
}

/// What the figures follow from: the period, the generation of the registers, and which are broken down.
type FiguresKey = (Period, u64, BreakdownRegisters);

impl OverviewPage {
    /// Chooses the register that is broken down: that of cases, or that of events.
    pub fn break_down(&mut self, definition: &Definition) {
        let id = Some(definition.id.clone());
        match definition.kind {
            Kind::Spell => self.broken_down.cases = id,
            Kind::Event => self.broken_down.events = id,
        }
    }

    /// The figures on a reference date, evaluated only when something changed.
    ///
    /// # Errors
    /// None that a definition which was checked can cause.
    pub fn figures(
        &mut self,
        vault: &OpenVault,
        reference: ReferenceDate,
    ) -> Result<Arc<OverviewFigures>, FigureError> {
        let generation = vault.generation_of_all();
        let key = (reference.period(), generation, self.broken_down.clone());
        self.figures.get(key, |(period, _, broken_down)| {
            OverviewFigures::evaluate(vault, *period, broken_down)
        })
    }

    /// The due counts of every register, counted only when something changed.
    pub fn due(&mut self, vault: &OpenVault, now: NaiveDateTime) -> Arc<DueByRegister> {
        let counted = self.due.get((vault.tasks_generation(), now), |_| {
            let registers = vault.registers.all().iter();
            let counts = registers.map(|definition| {
                let id = definition.id.clone();
                let counts = DueCounts::of(vault, &id, now);
                (id, counts)
            });
            Ok::<_, Infallible>(counts.collect())
        });
        match counted {
            Ok(counted) => counted,
            Err(never) => match never {},
        }
    }

    /// The question by which the overview is exported; none where the figures cannot be evaluated.
    pub fn question(
        &mut self,
        vault: &OpenVault,
        now: NaiveDateTime,
        language: Language,
    ) -> Option<OverviewQuestion> {
        let reference = vault.reference;
        let figures = self.figures(vault, reference).ok()?;
        let due = self.due(vault, now);
        let year = reference.date.year();
        let indicators = self.indicators.of(vault, year).unwrap_or_default();
        let late = figures.registers.iter().map(|columns| {
            let counts = due.get(&columns.definition().id);
            counts.map_or(0, |counts| counts.late)
        });
        let names = figures.registers.iter().map(|columns| {
            let id = columns.definition().id.clone();
            Command::Register(id).label(&vault.registers, language)
        });
        let name = [("period", reference.name(language).into())];
        Some(OverviewQuestion {
            title: language.say("overview-title", &name),
            late: late.collect(),
            names: names.collect(),
            registers: figures.registers.clone(),
            parts_of: figures.cases,
            events_of: figures.events,
            overview: figures.overview.clone(),
            period: reference.period(),
            compare: self.compare,
            indicators: indicators.iter().map(|line| line.row(language)).collect(),
            indicator_heads: headings(year, language),
        })
    }
}
