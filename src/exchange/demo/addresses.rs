//! Addresses that do not exist: every district has its own streets, and a street has one postcode area.

use fastrand::Rng;

use super::chance::{happens, mixed};
use crate::register::{Address, Choice};

const STREETS: &str = include_str!("../../../assets/demo/streets.txt");

/// How many streets a district has.
const STREETS_OF_DISTRICT: u64 = 9;
/// How many addresses of a street come up, so that some come back, in other registers too.
const HOUSES: u32 = 60;

/// The addresses of a municipality.
pub(super) struct Addresses {
    streets: Vec<&'static str>,
}

impl Addresses {
    pub fn new() -> Self {
        Self {
            streets: STREETS.lines().filter(|line| !line.is_empty()).collect(),
        }
    }

    /// An address in this district; where no district is known, somewhere.
    pub fn within(&self, rng: &mut Rng, district: Option<&Choice>) -> Address {
        let name = district.map_or("", |district| district.id.as_str());
        let of_district = mixed(&[name, "street"]) % self.streets.len().max(1) as u64;
        let street = of_district + rng.u64(0..STREETS_OF_DISTRICT) * 7;
        let street = self
            .streets
            .get(street as usize % self.streets.len().max(1));
        let street = street.copied().unwrap_or_default();
        let fixed = mixed(&[name, street]);
        let number = 1 + 2 * rng.u32(0..HOUSES) + (fixed % 2) as u32;
        let mut address = Address {
            street: street.to_owned(),
            number: number.to_string(),
            ..Address::default()
        };
        if happens(rng, 0.1) {
            address.addition = rng.char('A'..='D').to_string();
        }
        let areas = district.map_or(&[][..], |district| &district.postcodes);
        if let Some(area) = areas.get(fixed as usize % areas.len().max(1)) {
            let letter = |mixed: u64| char::from(b'A' + (mixed % 12) as u8);
            let (one, other) = (letter(fixed / 100), letter(u64::from(number) / 12));
            address.postcode = format!("{area} {one}{other}");
        }
        address
    }
}
