//! How one value is counted, and how its code stands among the bytes.

use chrono::{Datelike, NaiveDate};

use super::codebook::{Codebook, CodesExhausted};
use crate::register::case::value::Value;
use crate::register::definition::field::FieldKind;
use crate::register::definition::limits::MOST_SEVERAL;

/// The code of what is not known.
pub const UNKNOWN: u16 = 0;
/// The closing day of a spell that still runs, and the day of birth that is not known.
pub const NEVER: i32 = i32::MAX;
/// The number that is not known.
pub const NO_NUMBER: i64 = i64::MIN;
/// Numbers are counted in ten-thousandths: what was typed with four decimals adds up exactly, in whatever order.
pub const PER_ONE: i64 = 10_000;

const YES: u16 = 1;
const NO: u16 = 2;

/// A date as the figures count with it: days since the first of January of the year 1.
pub fn day_number(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

/// The code of a value, or the bits of its codes where the field takes several; the codes are kept under this name.
pub(super) fn code_of(
    name: &str,
    kind: FieldKind,
    value: Option<&Value>,
    codebook: &mut Codebook,
) -> Result<u64, CodesExhausted> {
    Ok(match (kind, value) {
        (FieldKind::Choice, Some(Value::Choice(choice))) => codebook.learn(name, choice).into(),
        (FieldKind::YesNo, Some(Value::YesNo(yes))) => yes_no(*yes).into(),
        (FieldKind::Choices, Some(Value::Choices(choices))) => {
            let mut bits = 0;
            for choice in choices {
                let bit = usize::from(codebook.learn(name, choice) - 1);
                if bit >= MOST_SEVERAL {
                    return Err(CodesExhausted(name.to_owned()));
                }
                bits |= 1 << bit;
            }
            bits
        }
        // Unknown, or written when the field was of another kind: then the code would mean something else.
        _ => UNKNOWN.into(),
    })
}

/// A number as the figures count with it.
pub(super) fn ten_thousandths_of(value: Option<&Value>) -> i64 {
    match value {
        Some(Value::Number(number)) => ten_thousandths(*number),
        _ => NO_NUMBER,
    }
}

/// A number in whole ten-thousandths. One beyond what any register holds is taken for the greatest there is.
fn ten_thousandths(number: f64) -> i64 {
    // A cast keeps within the range of its type.
    ((number * PER_ONE as f64).round() as i64).max(NO_NUMBER + 1)
}

/// The code of yes, or of no.
pub(super) fn yes_no(yes: bool) -> u16 {
    if yes { YES } else { NO }
}

/// Packs a code of a field of this kind.
pub(super) fn write_code(kind: FieldKind, code: u64, packed: &mut Vec<u8>) {
    let bytes = code.to_le_bytes();
    packed.extend(match kind {
        FieldKind::Choices => &bytes[..],
        _ => &bytes[..2],
    });
}

/// Reads what [`write_code`] packed.
pub(super) fn read_code(kind: FieldKind, bytes: &mut &[u8]) -> Option<u64> {
    Some(match kind {
        FieldKind::Choices => u64::from_le_bytes(take(bytes)?),
        _ => u16::from_le_bytes(take(bytes)?).into(),
    })
}

/// Takes the first bytes; none where there are not so many.
pub(super) fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (first, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*first)
}
