//! The value of an indicator in a year: typed, counted from cases or computed from other values.

use super::added_up::AddedUp;
use super::breakdown::{BreakdownLine, PartsExceed, breakdown};
use super::counting::CaseCounts;
use super::year_value::{YearKey, YearValue, YearValues};
use crate::register::{Amount, Direction, Indicator, Indicators, RatioTerm};

/// The indicators of a municipality with their typed values and the counts of their cases.
#[derive(Clone, Copy, Debug)]
pub struct Yearbook<'a> {
    /// The indicators.
    pub indicators: &'a Indicators,
    /// The typed values.
    pub values: &'a YearValues,
    /// The counts of the cases.
    pub counts: &'a CaseCounts,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Typed or imported: there are no cases behind it.
    Typed,
    /// Counted from the cases of a register.
    Counted,
    /// Computed from other values of the year: a percentage of two of them, or their total.
    Computed,
}

impl Basis {
    /// Every basis with its name in files and text ids.
    pub const NAMES: [(&str, Self); 3] = [
        ("typed", Self::Typed),
        ("counted", Self::Counted),
        ("computed", Self::Computed),
    ];

    /// The name in files and text ids.
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, known)| *known == self);
        found.map_or("", |(name, _)| name)
    }
}

/// An amount, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourcedAmount {
    /// How much it is.
    pub amount: Amount,
    /// Where it comes from.
    pub basis: Basis,
    /// What the cases, or the other values, come to, where that differs from a typed amount.
    pub otherwise: Option<Amount>,
}

/// An indicator in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearFigure {
    /// The year.
    pub year: i32,
    /// The actual value.
    pub actual: Option<SourcedAmount>,
    /// The typed value.
    pub typed: YearValue,
}

impl YearFigure {
    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.actual.is_none() && self.typed == YearValue::default()
    }

    /// Whether it stands in a list of its year: something is known of it, or of a retired indicator something is typed.
    pub fn is_shown(&self, indicator: &Indicator) -> bool {
        match indicator.retired {
            true => self.typed != YearValue::default(),
            false => !self.is_empty(),
        }
    }

    /// Whether the goal was reached; what is equal is reached. Without both figures, and where neither way is better, there
    /// is no verdict.
    pub fn reached(&self, direction: Direction) -> Option<bool> {
        let (budget, actual) = (self.typed.budget?, self.actual?.amount);
        match direction {
            Direction::Lower => Some(actual <= budget),
            Direction::Higher => Some(actual >= budget),
            Direction::Neutral => None,
        }
    }

    /// Whether it was measured otherwise than in that other year, so that the two cannot be compared.
    pub fn broken_from(&self, other: &Self) -> bool {
        match (&self.typed.version, &other.typed.version) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        }
    }
}

impl<'a> Yearbook<'a> {
    /// What is known of an indicator in a year.
    pub fn figure(&self, indicator: &Indicator, year: i32) -> YearFigure {
        let key = YearKey::of(&indicator.id, year);
        YearFigure {
            year,
            actual: self.actual(indicator, year),
            typed: self.values.get(&key).cloned().unwrap_or_default(),
        }
    }

    /// The parts of an indicator in a year, and what they leave.
    ///
    /// # Errors
    /// The parts are more than the whole.
    pub fn breakdown(
        &self,
        indicator: &'a Indicator,
        year: i32,
    ) -> Result<Vec<BreakdownLine<'a>>, PartsExceed> {
        let whole = self.actual(indicator, year);
        breakdown(indicator, whole.map(|whole| whole.amount), |part| {
            self.part(indicator, part, year)
        })
    }

    /// What a year came to: as it is typed, or as it follows.
    fn actual(&self, indicator: &Indicator, year: i32) -> Option<SourcedAmount> {
        let key = YearKey::of(&indicator.id, year);
        let typed = self.values.get(&key).and_then(|value| value.actual);
        let counted = || Some((self.counts.get(&key, None)?, Basis::Counted));
        let computed = || {
            let ratio = indicator.ratio.as_ref()?;
            let (of, to) = (self.term(&ratio.of, year)?, self.term(&ratio.to, year)?);
            Some((of.percent_of(to)?, Basis::Computed))
        };
        let added = || {
            let total = self.total(indicator, year)?;
            Some((total.whole()?, Basis::Computed))
        };
        let follows = counted().or_else(computed).or_else(added);
        match (typed, follows) {
            (Some(typed), Some((amount, _))) if typed != amount => Some(SourcedAmount {
                amount: typed,
                basis: Basis::Typed,
                otherwise: Some(amount),
            }),
            (_, Some((amount, basis))) => Some(SourcedAmount {
                amount,
                basis,
                otherwise: None,
            }),
            (Some(amount), None) => Some(SourcedAmount {
                amount,
                basis: Basis::Typed,
                otherwise: None,
            }),
            (None, None) => None,
        }
    }

    /// What the indicators come to of which this one is the total; none where it is not.
    pub fn total(&self, indicator: &Indicator, year: i32) -> Option<AddedUp<'a>> {
        let indicators = self.indicators;
        let parts = indicator.total_of.iter();
        let parts = parts.filter_map(|id| indicators.get(id));
        let parts = parts.map(|part| {
            let actual = self.actual(part, year);
            (part, actual.map(|actual| actual.amount))
        });
        let parts: Vec<_> = parts.collect();
        (!parts.is_empty()).then_some(AddedUp { parts })
    }

    /// How much a part is. Cases count only where the whole follows from them too: parts of two origins do not add up.
    fn part(&self, indicator: &Indicator, part: &str, year: i32) -> Option<Amount> {
        let key = YearKey::of(&indicator.id, year);
        let typed = self.values.get(&key);
        let typed = typed.and_then(|value| value.parts.get(part).copied());
        let whole = self.actual(indicator, year);
        let counted = whole.is_some_and(|whole| whole.basis == Basis::Counted);
        let counted = counted.then(|| self.counts.get(&key, Some(part))).flatten();
        typed.or(counted)
    }

    /// One of the two values that a percentage follows from.
    pub fn term(&self, term: &RatioTerm, year: i32) -> Option<Amount> {
        let indicator = self.indicators.get(&term.indicator)?;
        match &term.part {
            Some(part) => self.part(indicator, part, year),
            None => self.actual(indicator, year).map(|reading| reading.amount),
        }
    }
}
