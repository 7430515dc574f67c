//! A number as it is printed: with decimals, and exact, so that what is added up comes out as it does on paper.

use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use serde::{Deserialize, Serialize};

use super::reading::{ValueProblem, read_number};
use crate::language::Language;
use crate::register::definition::limits::NUMBERS_BELOW;

/// How many of the smallest part go into one.
const PARTS: i64 = 1000;
/// A number with at most three decimals, kept exactly.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(into = "f64", try_from = "f64")]
pub struct Amount {
    thousandths: i64,
}

impl Amount {
    /// This many.
    pub const fn whole(number: i64) -> Self {
        Self {
            thousandths: number.saturating_mul(PARTS),
        }
    }

    /// A computed number, rounded to this many decimals; none of more than can be kept.
    pub fn rounded(number: f64, decimals: u32) -> Option<Self> {
        let step = 10_i64.checked_pow(3_u32.saturating_sub(decimals))?;
        let steps = (number * PARTS as f64 / step as f64).round();
        (number.abs() < NUMBERS_BELOW).then_some(Self {
            thousandths: steps as i64 * step,
        })
    }

    /// Reads a number as people write it: `63.857`, `7,5`, `€ 12`, `−20.774`, `26%`.
    ///
    /// # Errors
    /// Not a number, or one with more than three decimals.
    pub fn read(written: &str) -> Result<Self, ValueProblem> {
        let plain = written.trim().trim_end_matches('%');
        let written_whole = || written.trim().to_owned();
        let number = read_number(plain).map_err(|problem| match problem {
            ValueProblem::NumberTooLarge(_) => ValueProblem::NumberTooLarge(written_whole()),
            _ => ValueProblem::NotANumber(written_whole()),
        })?;
        let precise = |()| ValueProblem::TooManyDecimals(written.trim().to_owned());
        Self::exactly(number).ok_or(()).map_err(precise)
    }

    /// The share that this is of another one, in whole percents; none of nothing.
    pub fn percent_of(self, whole: Self) -> Option<Self> {
        if whole.thousandths == 0 {
            return None;
        }
        let share = self.number() / whole.number() * 100.0;
        Some(Self::whole(share.round() as i64))
    }

    /// Whether it has no decimals.
    pub fn is_whole(self) -> bool {
        self.thousandths % PARTS == 0
    }

    /// Without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self {
            thousandths: self.thousandths.saturating_abs(),
        }
    }

    /// As a number to draw or to write in a file.
    pub fn number(self) -> f64 {
        self.thousandths as f64 / PARTS as f64
    }

    /// Written out with its thousands apart and the decimals it has, but at least this many: `63.857`, `8,0`.
    pub fn written(self, decimals: usize, language: Language) -> String {
        let all = self.thousandths.unsigned_abs();
        let parts = PARTS.unsigned_abs();
        let whole = language.count(i64::try_from(all / parts).unwrap_or(i64::MAX));
        let behind = format!("{:03}", all % parts);
        let needed = behind.trim_end_matches('0').len().max(decimals);
        let sign = if self.thousandths < 0 { "−" } else { "" };
        match (behind.get(..needed), language) {
            (Some("") | None, _) => format!("{sign}{whole}"),
            (Some(behind), Language::Dutch) => format!("{sign}{whole},{behind}"),
            (Some(behind), Language::English) => format!("{sign}{whole}.{behind}"),
        }
    }

    /// This number, if three decimals are enough for it.
    fn exactly(number: f64) -> Option<Self> {
        let thousandths = (number * PARTS as f64).round();
        let same = thousandths / PARTS as f64 == number && number.abs() < NUMBERS_BELOW;
        same.then_some(Self {
            thousandths: thousandths as i64,
        })
    }
}

impl From<Amount> for f64 {
    fn from(amount: Amount) -> Self {
        amount.number()
    }
}

impl TryFrom<f64> for Amount {
    type Error = ValueProblem;

    fn try_from(number: f64) -> Result<Self, ValueProblem> {
        Self::exactly(number).ok_or_else(|| ValueProblem::TooManyDecimals(number.to_string()))
    }
}

impl Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            thousandths: self.thousandths.saturating_add(other.thousandths),
        }
    }
}

impl Neg for Amount {
    type Output = Self;

    fn neg(self) -> Self {
        Self {
            thousandths: self.thousandths.saturating_neg(),
        }
    }
}

impl Sub for Amount {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}
