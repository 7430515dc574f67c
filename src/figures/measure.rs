//! Measures: what is counted of a case in a period, and the balance that the counts make together.

use std::ops::{Add, BitOr};

use serde::{Deserialize, Serialize};

use crate::register::{CountedSpell, Definition, IN_PREPARATION, Kind, NEVER, REPORTS};

/// What is counted. Each case counts at most once a period, except where its reports are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// *Behandeld*: touched by the period.
    Handled,
    /// *Beginstand*: open at the end of the day before the period.
    Opening,
    /// *Instroom*: first opened in the period.
    Inflow,
    /// *Heropend*: touched, opened before the period, not open when it began.
    Reopened,
    /// *Afgerond*: touched, and not open at the end of the period.
    Finished,
    /// *Eindstand*: open at the end of the period.
    Closing,
    /// *In voorbereiding*: came by the end of the period, and had neither begun then nor ended without beginning. Such a
    /// case is in no other measure.
    Preparation,
    /// *Aantal*: events that happened in the period.
    Count,
    /// *Meldingen*: reports that came in during the period. The one that made the case came in on the day the case was
    /// first opened; every further one is an entry on its timeline. Thirteen calls about one problem are thirteen reports
    /// and one case.
    Reports,
}

impl Measure {
    /// Every measure with its name in commands and definitions.
    pub const NAMES: [(&str, Self); 9] = [
        ("behandeld", Self::Handled),
        ("beginstand", Self::Opening),
        ("instroom", Self::Inflow),
        ("heropend", Self::Reopened),
        ("afgerond", Self::Finished),
        ("eindstand", Self::Closing),
        (IN_PREPARATION, Self::Preparation),
        ("aantal", Self::Count),
        (REPORTS, Self::Reports),
    ];

    /// The name in commands, files and text ids.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, measure)| *measure == self)
            .map_or("", |(name, _)| name)
    }

    /// The measure with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, measure)| *measure)
    }

    /// The measure of a register of this kind when none is given.
    pub fn default_of(kind: Kind) -> Self {
        match kind {
            Kind::Spell => Self::Handled,
            Kind::Event => Self::Count,
        }
    }

    /// The measures that mean something for this register.
    pub fn of_register(definition: &Definition) -> Vec<Self> {
        let names = definition.measures().into_iter();
        names.filter_map(Self::named).collect()
    }

    /// The measures that mean something for every register of this kind.
    pub fn of(kind: Kind) -> Vec<Self> {
        let names = kind.measures().iter();
        names.filter_map(|name| Self::named(name)).collect()
    }

    /// Whether counts of consecutive periods add up: only of what happens once, on one day. A case that lasts
    /// is handled in several periods; one that is reopened can be finished in several.
    pub fn adds_up_over_time(self) -> bool {
        matches!(self, Self::Inflow | Self::Count | Self::Reports)
    }

    /// The movement by which a case is counted. Reports count by their own days, whether or not the case ran on them.
    pub(super) fn movement(self) -> Movement {
        match self {
            Self::Handled | Self::Count | Self::Reports => Movement::TOUCHED,
            Self::Opening => Movement::OPENING,
            Self::Inflow => Movement::INFLOW,
            Self::Reopened => Movement::REOPENED,
            Self::Finished => Movement::FINISHED,
            Self::Closing => Movement::CLOSING,
            Self::Preparation => Movement::PREPARED,
        }
    }
}

/// What a period did to one case, as bits: the five terms of the balance, whether the case was touched at all, and whether
/// it was in preparation at the end or had ended without ever beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Movement(pub u8);

impl Movement {
    pub const TOUCHED: Self = Self(1);
    pub const OPENING: Self = Self(2);
    pub const INFLOW: Self = Self(4);
    pub const REOPENED: Self = Self(8);
    pub const FINISHED: Self = Self(16);
    pub const CLOSING: Self = Self(32);
    pub const PREPARED: Self = Self(64);
    pub const NEVER_BEGAN: Self = Self(128);

    /// Whether any bit of `part` is set.
    pub fn has(self, part: Self) -> bool {
        self.0 & part.0 != 0
    }

    fn when(self, condition: bool) -> Self {
        // Without a branch: this runs once per case whenever the reference date moves.
        Self(self.0 * u8::from(condition))
    }

    /// What the days `from..=to` did to a case with one spell.
    pub fn of_one(opened: i32, closed: i32, from: i32, to: i32) -> Self {
        let touched = opened <= to && closed >= from;
        let opening = opened < from && closed >= from;
        let closing = opened <= to && closed > to;
        Self::of(touched, opening, closing, opened, from)
    }

    /// What the days `from..=to` did to a case with several spells, in order.
    pub fn of_spells(spells: &[CountedSpell], from: i32, to: i32) -> Self {
        let any = |test: &dyn Fn(&CountedSpell) -> bool| spells.iter().any(test);
        let touched = any(&|spell| spell.opened <= to && spell.closed >= from);
        let opening = any(&|spell| spell.opened < from && spell.closed >= from);
        let closing = any(&|spell| spell.opened <= to && spell.closed > to);
        let first = spells.first().map_or(i32::MAX, |spell| spell.opened);
        Self::of(touched, opening, closing, first, from)
    }

    fn of(touched: bool, opening: bool, closing: bool, first: i32, from: i32) -> Self {
        Self::TOUCHED.when(touched)
            | Self::OPENING.when(opening)
            | Self::INFLOW.when(touched && first >= from)
            | Self::REOPENED.when(touched && first < from && !opening)
            | Self::FINISHED.when(touched && !closing)
            | Self::CLOSING.when(closing)
    }

    /// The same for a case of which a report may count before the case began, on this day: what is still to begin at the
    /// end of the period is not finished either.
    pub fn also_before(self, began: i32, to: i32) -> Self {
        self | Self::CLOSING.when(began > to)
    }

    /// The same for a case whose preparation began on the first of these days and was over on the second, if it began at
    /// all by the end of the period.
    pub fn prepared(self, (since, until): (i32, i32), opened: i32, to: i32) -> Self {
        self | Self::PREPARED.when(since <= to && until > to)
            | Self::NEVER_BEGAN.when(until <= to && opened == NEVER)
    }

    /// What the days `from..=to` did to an event on this day: it happened in them, or not.
    pub fn of_event(day: i32, from: i32, to: i32) -> Self {
        Self::TOUCHED.when(day >= from && day <= to)
    }
}

impl BitOr for Movement {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// `beginstand + instroom + heropend = behandeld = afgerond + eindstand`, for every slice of every period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// *Beginstand*: open at the end of the day before the period.
    pub opening: u64,
    /// *Instroom*: first opened in the period.
    pub inflow: u64,
    /// *Heropend*: opened before the period, not open when it began, touched by it.
    pub reopened: u64,
    /// *Afgerond*: touched by the period, not open at its end.
    pub finished: u64,
    /// *Eindstand*: open at the end of the period.
    pub closing: u64,
}

impl Balance {
    /// *Behandeld*: every case the period touched.
    pub fn handled(self) -> u64 {
        self.opening + self.inflow + self.reopened
    }

    /// The term of the balance that this measure counts; none for events and reports.
    pub fn measure(self, measure: Measure) -> Option<u64> {
        Some(match measure {
            Measure::Handled => self.handled(),
            Measure::Opening => self.opening,
            Measure::Inflow => self.inflow,
            Measure::Reopened => self.reopened,
            Measure::Finished => self.finished,
            Measure::Closing => self.closing,
            Measure::Preparation | Measure::Count | Measure::Reports => return None,
        })
    }

    /// The balance of this many cases that moved alike.
    pub(super) fn times(self, count: u64) -> Self {
        Self {
            opening: self.opening * count,
            inflow: self.inflow * count,
            reopened: self.reopened * count,
            finished: self.finished * count,
            closing: self.closing * count,
        }
    }

    pub(super) fn of(movement: Movement) -> Self {
        let one = |part| u64::from(movement.has(part));
        Self {
            opening: one(Movement::OPENING),
            inflow: one(Movement::INFLOW),
            reopened: one(Movement::REOPENED),
            finished: one(Movement::FINISHED),
            closing: one(Movement::CLOSING),
        }
    }
}

impl Add for Balance {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            opening: self.opening + other.opening,
            inflow: self.inflow + other.inflow,
            reopened: self.reopened + other.reopened,
            finished: self.finished + other.finished,
            closing: self.closing + other.closing,
        }
    }
}
