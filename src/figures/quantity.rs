//! What is computed from the cases in a cell: how many there are, how many persons they are about, a sum, an average, or
//! how long they lasted.
//!
//! Every quantity is computed from the same rows that are listed when the cell is opened.

use serde::{Deserialize, Serialize};

use crate::register::{
    Definition, Kind, NO_NUMBER, PER_ONE, PersonFields, StandardTable, day_number,
};

use super::columns::Columns;
use super::error::FigureError;
use super::period::Period;

/// What is computed from the cases in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quantity {
    /// How many there are; of reports, how many came in.
    #[default]
    Count,
    /// How many persons they are about: the same name and birth date are one person. A case of which the person is not
    /// known counts as a person of its own.
    Persons,
    /// The sum of a number field.
    Sum(String),
    /// The average of a number field, weighted where the definition says by what.
    Average(String),
    /// How many days they lasted.
    Duration(Lasted),
}

/// What is said of how many days cases lasted: a quartile, interpolated where it falls between two of them, or the average.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasted {
    /// A quarter is smaller.
    First,
    /// Half is smaller.
    Median,
    /// Three quarters are smaller.
    Third,
    /// All of them together, by how many they are.
    Average,
}

impl Lasted {
    /// Every one with its name in commands.
    pub const NAMES: [(&str, Self); 4] = [
        ("q1", Self::First),
        ("median", Self::Median),
        ("q3", Self::Third),
        ("average", Self::Average),
    ];

    /// The one with this name.
    fn named(name: &str) -> Option<Self> {
        let mut known = Self::NAMES.into_iter();
        known
            .find(|(known, _)| *known == name)
            .map(|(_, lasted)| lasted)
    }

    /// What it is of these days; none of none. They are reordered.
    fn of(self, days: &mut [i32]) -> Number {
        match self {
            Self::First => at_quarter(days, 1),
            Self::Median => at_quarter(days, 2),
            Self::Third => at_quarter(days, 3),
            Self::Average => {
                let sum: i64 = days.iter().map(|days| i64::from(*days)).sum();
                (!days.is_empty()).then(|| sum as f64 / days.len() as f64)
            }
        }
    }
}

/// The value of a quantity; none where no case in the cell has what it is computed from.
pub type Number = Option<f64>;

impl Quantity {
    /// What a standard table computes.
    pub fn of_table(table: &StandardTable) -> Self {
        let sum = table.sum.clone().map(Self::Sum);
        let average = table.average.clone().map(Self::Average);
        let duration = table.duration.as_deref().and_then(Lasted::named);
        let computed = sum.or(average).or(duration.map(Self::Duration));
        computed.unwrap_or_default()
    }

    /// Every quantity that can be computed for this register.
    pub fn of_register(definition: &Definition) -> Vec<Self> {
        let mut all = vec![Self::Count, Self::Persons];
        for field in definition.number_fields() {
            all.extend([Self::Sum(field.id.clone()), Self::Average(field.id.clone())]);
        }
        let lasted = [
            Lasted::Median,
            Lasted::First,
            Lasted::Third,
            Lasted::Average,
        ];
        all.extend(lasted.map(Self::Duration));
        all.retain(|quantity| quantity.check(definition).is_ok());
        all
    }

    /// Whether the amounts of parts add up to that of the whole, where every case stands in one part. A person can have
    /// cases in several.
    pub fn adds_up(&self) -> bool {
        matches!(self, Self::Count | Self::Sum(_))
    }

    /// Whether it makes sense to say how much of the whole a part is.
    pub fn has_shares(&self) -> bool {
        matches!(self, Self::Count | Self::Persons | Self::Sum(_))
    }

    /// Whether this register has it.
    ///
    /// # Errors
    /// The register does not count this number, tells no persons apart, or has no duration.
    pub fn check(&self, definition: &Definition) -> Result<(), FigureError> {
        let register = || definition.id.clone();
        match self {
            Self::Count => Ok(()),
            Self::Persons if PersonFields::of(definition).is_some() => Ok(()),
            Self::Persons => Err(FigureError::NoPersons(register())),
            Self::Duration(_) if definition.kind == Kind::Spell => Ok(()),
            Self::Duration(_) => Err(FigureError::NoDuration(register())),
            Self::Sum(field) | Self::Average(field) => {
                let mut known = definition.number_fields().map(|field| field.id.clone());
                match known.any(|id| id == *field) {
                    true => Ok(()),
                    false => Err(FigureError::UnknownNumber {
                        register: register(),
                        field: field.clone(),
                        known: definition
                            .number_fields()
                            .map(|field| field.id.clone())
                            .collect(),
                    }),
                }
            }
        }
    }
}

impl Columns {
    /// The value of a quantity for the cases in these rows, each of them once, in a period.
    pub fn number(&self, quantity: &Quantity, rows: &[usize], period: Period) -> Number {
        match quantity {
            Quantity::Count => Some(rows.len() as f64),
            Quantity::Persons => {
                let codes = rows.iter().filter_map(|row| self.person(*row));
                let mut known: Vec<u64> = codes.filter(|code| *code != 0).collect();
                let unknown = rows.len() - known.len();
                known.sort_unstable();
                known.dedup();
                Some((known.len() + unknown) as f64)
            }
            Quantity::Sum(field) => {
                let numbers = self
                    .numbers_in(field, rows)
                    .map(|(_, number)| i128::from(number));
                numbers
                    .reduce(|sum, number| sum + number)
                    .map(|sum| sum as f64 / PER_ONE as f64)
            }
            Quantity::Average(field) => self.average(field, rows),
            Quantity::Duration(lasted) => {
                let to = day_number(period.to);
                let mut days: Vec<i32> = rows
                    .iter()
                    .filter_map(|row| self.duration(*row, to))
                    .collect();
                lasted.of(&mut days)
            }
        }
    }

    /// How many of these cases have nothing that the quantity is computed from: they are left out of it, and where persons
    /// are counted each is taken for another person.
    pub fn unknown_among(&self, quantity: &Quantity, rows: &[usize], period: Period) -> usize {
        let known = match quantity {
            Quantity::Count => rows.len(),
            Quantity::Persons => {
                let codes = rows.iter().filter_map(|row| self.person(*row));
                codes.filter(|code| *code != 0).count()
            }
            Quantity::Sum(field) => self.numbers_in(field, rows).count(),
            Quantity::Average(field) => self.weighted(field, rows).count(),
            Quantity::Duration(_) => {
                let to = day_number(period.to);
                rows.iter()
                    .filter(|row| self.duration(**row, to).is_some())
                    .count()
            }
        };
        rows.len() - known
    }

    /// The known numbers of a field in these rows, each with its row.
    fn numbers_in<'a>(
        &'a self,
        field: &str,
        rows: &'a [usize],
    ) -> impl Iterator<Item = (usize, i64)> + use<'a> {
        let column = self.numbers(field);
        let numbers = rows
            .iter()
            .filter_map(|row| Some((*row, *column.get(*row)?)));
        numbers.filter(|(_, number)| *number != NO_NUMBER)
    }

    /// The known numbers of a field, each with its weight: one, or what the definition says it weighs by. What weighs nothing
    /// or an unknown number is left out.
    fn weighted<'a>(
        &'a self,
        field: &str,
        rows: &'a [usize],
    ) -> impl Iterator<Item = (i128, i128)> + use<'a> {
        let weight = self
            .definition()
            .field(field)
            .and_then(|field| field.weight.clone());
        self.numbers_in(field, rows)
            .filter_map(move |(row, number)| {
                let weight = match &weight {
                    Some(weight) => self.numbers_in(weight, &[row]).next()?.1,
                    None => PER_ONE,
                };
                (weight > 0).then_some((i128::from(number), i128::from(weight)))
            })
    }

    fn average(&self, field: &str, rows: &[usize]) -> Number {
        let (sum, weights) = self
            .weighted(field, rows)
            .fold((0, 0), |(sum, weights), (number, weight)| {
                (sum + number * weight, weights + weight)
            });
        (weights > 0).then(|| sum as f64 / weights as f64 / PER_ONE as f64)
    }
}

/// A quartile of numbers in any order, interpolated between the two nearest; none of no numbers. The numbers are reordered.
fn at_quarter(numbers: &mut [i32], quarters: usize) -> Number {
    let last = numbers.len().checked_sub(1)?;
    let quarters = last * quarters;
    let (below, part) = (quarters / 4, quarters % 4);
    let (_, below, greater) = numbers.select_nth_unstable(below);
    let below = f64::from(*below);
    let above = greater
        .iter()
        .min()
        .map_or(below, |above| f64::from(*above));
    Some(below + (above - below) * part as f64 / 4.0)
}
