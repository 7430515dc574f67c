//! The amount of an indicator as it is printed, with its unit.

use crate::language::Language;
use crate::register::{Amount, Unit};

/// An amount as it is printed: `13.939`, `€ 63.857`, `8,0`, `26%`.
pub fn written_amount(amount: Amount, unit: Unit, language: Language) -> String {
    match unit {
        Unit::Count => amount.written(0, language),
        Unit::Euro => format!("€ {}", amount.written(0, language)),
        Unit::Mark => amount.written(1, language),
        Unit::Percent => format!("{}%", amount.written(0, language)),
    }
}
