//! The units of numbers, and how numbers are written in them.

use crate::figures::{Number, Quantity, written_amount};
use crate::language::Language;
use crate::register::{self, Amount};

/// The unit of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Cases, reports or persons.
    Count,
    /// Something that may have decimals; two are written.
    Decimal,
    /// Days; one decimal is written.
    Days,
    /// Whole percentages of a whole.
    Share,
    /// A difference in the unit of what differs, with its sign.
    Difference,
    /// A difference as a percentage of what was, with its sign and one decimal.
    Change,
    /// What an indicator is measured in.
    Indicator(register::Unit),
}

impl Unit {
    /// The unit of a quantity.
    pub(super) fn of(quantity: &Quantity) -> Self {
        match quantity {
            Quantity::Count | Quantity::Persons => Self::Count,
            Quantity::Sum(_) | Quantity::Average(_) => Self::Decimal,
            Quantity::Duration(_) => Self::Days,
        }
    }

    /// The number for people; a dash where there is none.
    pub fn written(self, number: Number, language: Language) -> String {
        let Some(number) = number else {
            return "–".to_owned();
        };
        if let (Self::Indicator(unit), Ok(amount)) = (self, Amount::try_from(number)) {
            return written_amount(amount, unit, language);
        }
        let signed = matches!(self, Self::Difference | Self::Change) && number > 0.0;
        let written = language.decimal(number, self.places());
        let percent = match self {
            Self::Share | Self::Change => " %",
            _ => "",
        };
        let sign = if signed { "+" } else { "" };
        format!("{sign}{written}{percent}")
    }

    /// Whether parts can be given as percentages of a whole.
    pub fn has_shares(self) -> bool {
        matches!(self, Self::Count | Self::Decimal)
    }

    /// How many decimals are written at most.
    pub(crate) fn places(self) -> usize {
        match self {
            Self::Count | Self::Share => 0,
            Self::Indicator(register::Unit::Mark) | Self::Days | Self::Change => 1,
            Self::Indicator(_) => 0,
            Self::Decimal | Self::Difference => 2,
        }
    }
}

/// A number as programs write it: whole ones without decimals, nothing where there is none.
pub(super) fn plain(number: Number) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}
