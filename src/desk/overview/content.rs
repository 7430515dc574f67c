//! Overzicht: what a manager sees on one screen. What stands on it follows from the reference date; nothing is counted
//! here.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use egui::Id;

use crate::desk::backend::task_order::Section;
use crate::desk::command::Command;
use crate::desk::kit::memo::Memo;
use crate::desk::overview::indicators::{IndicatorLines, heads};
use crate::desk::state::reference_date::ReferenceDate;
use crate::desk::state::vault::OpenVault;
use crate::figures::{self, Columns, Figure, FigureError, Period};
use crate::language::Language;
use crate::register::{Definition, Due, Kind};
use crate::report::OverviewQuestion;

/// The state of the screen.
#[derive(Default)]
pub struct OverviewPage {
    /// The register whose parts and years are shown; where none was chosen, the first in which cases run.
    cases: Option<String>,
    /// The register of events; where none was chosen, the first.
    events: Option<String>,
    /// Whether the numbers of a year earlier are told.
    pub compare: bool,
    /// The order of the bars while the reference date is dragged: what moves under the eye stays in its place.
    pub held: Option<Vec<Vec<String>>>,
    /// Whether the keyboard is to come back to where it was.
    pub take_focus: bool,
    /// Where the keyboard was.
    pub focus: Option<Id>,
    told: Memo<Follows, Told>,
    pub indicators: IndicatorLines,
    work: Memo<(u64, NaiveDateTime), BTreeMap<String, Pressing>>,
}

/// What the figures follow from: the period, the state of the registers, and which are looked at.
type Follows = (Period, u64, [Option<String>; 2]);

/// The figures on the screen, with what they are about.
pub struct Told {
    /// The registers, in their order.
    pub registers: Vec<Arc<Columns>>,
    /// The place of the register of which the parts are shown.
    pub cases: Option<usize>,
    /// The place of the register of events.
    pub events: Option<usize>,
    /// The figures.
    pub overview: figures::Overview,
    /// The first day of the first case.
    pub first: Option<NaiveDate>,
}

/// What presses now in a register, each case by what is due first in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pressing {
    /// How many cases have something that should have been done.
    pub late: usize,
    /// Since when, at the longest.
    pub oldest: Option<Due>,
    /// How many cases have something to be done by the end of Sunday.
    pub week: usize,
}

/// What the user wants of the screen.
#[derive(Clone, Debug)]
pub enum Wish {
    /// The parts and years of this register.
    LookAt(String),
    /// The cases behind a figure of a register, with its name.
    Cases(String, Box<Figure>, String),
    /// What is to be done in a register.
    Work(String),
}

impl Told {
    /// The register at this place.
    pub fn definition(&self, at: usize) -> &Arc<Definition> {
        self.registers[at].definition()
    }
}

impl OverviewPage {
    /// Looks at the parts of a register, or at its events.
    pub fn look_at(&mut self, definition: &Definition) {
        let id = Some(definition.id.clone());
        match definition.kind {
            Kind::Spell => self.cases = id,
            Kind::Event => self.events = id,
        }
    }

    /// The figures on a reference date.
    ///
    /// # Errors
    /// None that a definition which was checked can cause.
    pub fn told(
        &mut self,
        vault: &OpenVault,
        reference: ReferenceDate,
    ) -> Result<Arc<Told>, FigureError> {
        let chosen = [self.cases.clone(), self.events.clone()];
        let follows = (reference.period(), vault.generation_of_all(), chosen);
        self.told.get(follows, |(period, _, [cases, events])| {
            let all = vault.registers.all().iter();
            let registers: Vec<Arc<Columns>> = all
                .filter_map(|definition| vault.columns(&definition.id))
                .collect();
            let place = |kind: Kind, chosen: &Option<String>| {
                let of_kind = |columns: &Arc<Columns>| columns.definition().kind == kind;
                let is = |columns: &Arc<Columns>| Some(&columns.definition().id) == chosen.as_ref();
                let filled = |columns: &Arc<Columns>| of_kind(columns) && !columns.is_empty();
                let mut all = registers.iter();
                all.position(is)
                    .or_else(|| registers.iter().position(filled))
                    .or_else(|| registers.iter().position(of_kind))
            };
            let (cases, events) = (place(Kind::Spell, cases), place(Kind::Event, events));
            let overview = figures::Overview::of(&registers, cases, events, *period)?;
            let first = registers.iter().filter_map(|columns| columns.first_day());
            let first = first.min().and_then(NaiveDate::from_num_days_from_ce_opt);
            Ok(Told {
                registers,
                cases,
                events,
                overview,
                first,
            })
        })
    }

    /// Everything on the screen as it goes out; nothing where nothing was ever counted.
    pub fn question(
        &mut self,
        vault: &OpenVault,
        now: NaiveDateTime,
        language: Language,
    ) -> Option<OverviewQuestion> {
        let reference = vault.reference;
        let told = self.told(vault, reference).ok()?;
        let work = self.work(vault, now);
        let year = reference.date.year();
        let indicators = self.indicators.of(vault, year).unwrap_or_default();
        let late = told.registers.iter().map(|columns| {
            let pressing = work.get(&columns.definition().id);
            pressing.map_or(0, |pressing| pressing.late)
        });
        let names = told.registers.iter().map(|columns| {
            let id = columns.definition().id.clone();
            Command::Register(id).label(&vault.registers, language)
        });
        let name = [("period", reference.name(language).into())];
        Some(OverviewQuestion {
            title: language.say("overview-title", &name),
            late: late.collect(),
            names: names.collect(),
            registers: told.registers.clone(),
            parts_of: told.cases,
            events_of: told.events,
            overview: told.overview.clone(),
            period: reference.period(),
            compare: self.compare,
            indicators: indicators.iter().map(|line| line.row(language)).collect(),
            indicator_heads: heads(year, language),
        })
    }

    /// What presses now, by register.
    pub fn work(
        &mut self,
        vault: &OpenVault,
        now: NaiveDateTime,
    ) -> Arc<BTreeMap<String, Pressing>> {
        let follows = (vault.told_of_tasks(), now);
        let pressing = |_: &_| {
            let all = vault.registers.all().iter();
            let of = |definition: &Arc<Definition>| {
                (definition.id.clone(), pressing(vault, &definition.id, now))
            };
            Ok::<_, std::convert::Infallible>(all.map(of).collect())
        };
        match self.work.get(follows, pressing) {
            Ok(work) => work,
            Err(never) => match never {},
        }
    }
}

fn pressing(vault: &OpenVault, register: &str, now: NaiveDateTime) -> Pressing {
    let mut pressing = Pressing::default();
    for task in vault.first_tasks(register) {
        match Section::of(task.due, now) {
            Section::Late => {
                pressing.late += 1;
                pressing.oldest = Some(pressing.oldest.map_or(task.due, |due| due.min(task.due)));
            }
            Section::Today | Section::Week => pressing.week += 1,
            Section::Later => {}
        }
    }
    pressing
}
