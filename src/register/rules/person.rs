//! Whom a case is about, and how cases about one person are known from each other in what is counted.

use chrono::{Datelike, NaiveDate};

use crate::language::{FOLDING, folded};
use crate::register::case::case_file::CaseState;
use crate::register::case::value::Value;
use crate::register::definition::field::Sensitivity;
use crate::register::definition::register::Definition;

/// The fields that tell whom a case is about: the person that the definition names, and that person's own birth date.
/// Nobody else's name or birth date takes the place of one that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFields {
    name: String,
    birth: String,
}

impl PersonFields {
    /// Those of this register; none where it does not record both, so that nobody can be recognised. What came from the
    /// police recognises nobody (Wpg).
    pub fn of(definition: &Definition) -> Option<Self> {
        let name = definition.field(definition.about.as_ref()?)?;
        let birth = definition.birth_date_of(&name.id)?;
        let police = [name, birth].map(|field| field.sensitivity == Sensitivity::Police);
        (police == [false, false]).then(|| Self {
            name: name.id.clone(),
            birth: birth.id.clone(),
        })
    }

    /// The name and the birth date, where both are known.
    pub fn person<'a>(&self, state: &'a CaseState) -> Option<(&'a str, NaiveDate)> {
        match (
            state.values.get(&self.name)?,
            state.values.get(&self.birth)?,
        ) {
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
        format!("{}/{}/{FOLDING}", self.name, self.birth)
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
