//! How much of a column can be read as a field.

use std::cmp::Reverse;

use super::column::Column;
use super::target::{Target, choices_of, is_date};
use super::value_meaning::{NamedChoices, pieces};
use crate::register::{AddressPart, Definition, FieldKind};

/// A value that is only likely to be a choice counts for less than one that is called so.
const LIKELY: f64 = 0.8;
/// As many different values tell whether a column is one of choices.
const JUDGED: usize = 200;

/// The share of the filled cells of a column that can be read as this; none where any text can.
pub(super) fn fits(definition: &Definition, column: &Column, target: &Target) -> Option<f64> {
    if is_date(definition, target) {
        return Some(dates(column));
    }
    if let Some(named) = NamedChoices::of(definition, target) {
        return Some(choices(&named, column));
    }
    let share = match target {
        Target::Number => return Some(numbers_of_cases(column)),
        Target::Version => column.share(column.with_digits),
        Target::Flag(_) => column.share(column.yes_no),
        Target::Part(_, AddressPart::Postcode) => column.share(column.postcodes),
        Target::Part(_, AddressPart::Number) => column.share(column.house_numbers),
        Target::Part(_, AddressPart::Street) => {
            let texts = column
                .filled
                .saturating_sub(column.numbers.max(column.yes_no) + column.dates.total());
            return Some(column.share(texts.max(column.addresses).min(column.filled)));
        }
        Target::Field(id) => match definition.field(id)?.kind {
            FieldKind::Number => column.share(column.numbers),
            FieldKind::YesNo => column.share(column.yes_no),
            FieldKind::Person => column.share(column.filled - column.with_digits),
            _ => return None,
        },
        _ => return None,
    };
    Some(share)
}

/// Whether what is in a column tells by itself that it feeds this: postcodes and choices do, dates and numbers do not, nor
/// choices that are called by a number or by yes and no.
pub(super) fn is_telling(definition: &Definition, column: &Column, target: &Target) -> bool {
    let plain = column.numbers.max(column.yes_no);
    matches!(target, Target::Part(_, AddressPart::Postcode))
        || (choices_of(definition, target).is_some() && column.share(plain) < 0.5)
}

fn dates(column: &Column) -> f64 {
    let dates = column.dates.total();
    match dates {
        // Numbers alone may as well be something else.
        0 => column.share(column.dates.serials) * 0.9,
        _ => column.share((dates + column.dates.serials).min(column.filled)),
    }
}

/// Case numbers are all different, and have digits in them.
fn numbers_of_cases(column: &Column) -> f64 {
    let different = column.values.as_ref().map_or(column.filled, Vec::len);
    column.share(different.min(column.with_digits.max(column.numbers)))
}

/// The share of the cells that mean a choice, judged by the most frequent values.
fn choices(named: &NamedChoices<'_>, column: &Column) -> f64 {
    let Some(values) = &column.values else {
        return 0.0;
    };
    let mut most: Vec<&(String, usize)> = values.iter().collect();
    most.sort_by_key(|(_, count)| Reverse(*count));
    most.truncate(JUDGED);
    let known = |text: &str| named.called(text).is_some();
    let worth = |text: &str| match known(text) {
        true => 1.0,
        false if named.likely(text).is_some() => LIKELY,
        false => 0.0,
    };
    let (mut sum, mut judged) = (0.0, 0);
    for (written, count) in most {
        let worth = match named.are_several() && !known(written) {
            true => {
                let parts = pieces(written, known);
                let whole = parts.iter().map(|part| worth(part)).sum::<f64>();
                whole / parts.len().max(1) as f64
            }
            false => worth(written),
        };
        sum += worth * *count as f64;
        judged += count;
    }
    // Texts that are too long for a choice stand in no list, and are none.
    let listed = values.iter().map(|(_, count)| count).sum();
    match judged {
        0 => 0.0,
        judged => sum / judged as f64 * column.share(listed),
    }
}
