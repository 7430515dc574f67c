//! Whom a case is about, and how cases about one person are known from each other in what is counted.

use chrono::{Datelike, NaiveDate};

use crate::language::{FOLDING, folded};
use crate::register::case::case_file::CaseState;
use crate::register::case::value::Value;
use crate::register::definition::field::FieldKind;
use crate::register::definition::register::Definition;

/// The fields that tell whom a case is about: of the names, and of the birth dates, the first that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFields {
    names: Vec<String>,
    births: Vec<String>,
}

impl PersonFields {
    /// Those of this register; none where a name or a birth date is not recorded, so that nobody can be recognised.
    pub fn of(definition: &Definition) -> Option<Self> {
        let of_kind = |kind: FieldKind| -> Vec<String> {
            let fields = definition.fields.iter().filter(|field| field.kind == kind);
            fields.map(|field| field.id.clone()).collect()
        };
        let (names, births) = (of_kind(FieldKind::Person), of_kind(FieldKind::BirthDate));
        (!names.is_empty() && !births.is_empty()).then_some(Self { names, births })
    }

    /// The name and the birth date, where both are known.
    pub fn person<'a>(&self, state: &'a CaseState) -> Option<(&'a str, NaiveDate)> {
        let first = |ids: &[String]| ids.iter().find_map(|id| state.values.get(id));
        match (first(&self.names)?, first(&self.births)?) {
            (Value::Text(name), Value::Date(born)) => Some((name, *born)),
            _ => None,
        }
    }

    /// The code of whom a case is about: the same name in all its words and the same birth date give the same code. It
    /// stands in no list, goes with the case, and cannot be read back to a name. Zero where the person is not known.
    pub fn code(&self, state: &CaseState) -> u64 {
        let Some((name, born)) = self.person(state) else {
            return 0;
        };
        let born = born.num_days_from_ce().to_le_bytes();
        let name = folded(name);
        hash(born.into_iter().chain(name.bytes())).max(1)
    }

    /// A line that is the same only where the same person gets the same code.
    pub(in crate::register) fn signature(&self) -> String {
        let (names, births) = (self.names.join(","), self.births.join(","));
        format!("{names}/{births}/{FOLDING}")
    }
}

/// FNV-1a in 64 bits, its last bits mixed as MurmurHash does: the same in every version of the program, and among a
/// hundred thousand persons two are taken for one with a chance of one in a billion.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let mixed = (sum ^ (sum >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 33)
}
