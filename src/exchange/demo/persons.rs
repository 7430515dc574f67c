//! People who do not exist. The same people come up in every register, so that somebody can be known in two of them.

use chrono::{Days, NaiveDate};
use fastrand::Rng;

use super::chance::mixed;

const FIRST_NAMES: &str = include_str!("../../../assets/demo/first-names.txt");
const SURNAMES: &str = include_str!("../../../assets/demo/surnames.txt");

/// As many persons as are looked at to find one of a certain age.
const LOOKED_AT: usize = 400;

/// Somebody who does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    pub name: String,
    pub born: NaiveDate,
}

/// The persons of a municipality, in an order that differs by register.
pub(super) struct Persons {
    first_names: Vec<&'static str>,
    surnames: Vec<&'static str>,
    today: NaiveDate,
    seed: u64,
    next: usize,
    stride: usize,
}

impl Persons {
    /// The same seed gives the same persons, for every register.
    pub fn new(register: &str, seed: u64, today: NaiveDate) -> Self {
        let lines = |text: &'static str| text.lines().filter(|line| !line.is_empty()).collect();
        let (first_names, surnames): (Vec<_>, Vec<_>) = (lines(FIRST_NAMES), lines(SURNAMES));
        let all = (first_names.len() * surnames.len()).max(1);
        let mut rng = Rng::with_seed(seed ^ mixed(&[register, "persons"]));
        let mut stride = rng.usize(1..=all);
        while common_divisor(stride, all) > 1 {
            stride += 1;
        }
        Self {
            first_names,
            surnames,
            today,
            seed,
            next: rng.usize(0..all),
            stride,
        }
    }

    /// Somebody who is of an age from the one to the other on this day, and was not met in this register as far as there
    /// are others.
    pub fn of_age(&mut self, on: NaiveDate, from: u32, to: u32) -> Person {
        let (mut number, mut born) = self.following();
        for _ in 0..LOOKED_AT {
            let age = on.years_since(born);
            if age.is_some_and(|age| (from..=to).contains(&age)) {
                return self.named(number, born);
            }
            (number, born) = self.following();
        }
        // Nobody is; then this one was born when it suits.
        let days = u64::from(from) * 365 + u64::from(from) / 4 + 60 + number as u64 % 200;
        self.named(number, on.checked_sub_days(Days::new(days)).unwrap_or(on))
    }

    /// The number of the next person, and the birth date that goes with it everywhere.
    fn following(&mut self) -> (usize, NaiveDate) {
        self.next = (self.next + self.stride) % self.count();
        let scattered = (self.next as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut rng = Rng::with_seed(self.seed ^ scattered);
        // Most of whom a safety team knows are young.
        let days = match rng.bool() {
            true => rng.u64(9 * 365..30 * 365),
            false => rng.u64(9 * 365..75 * 365),
        };
        let born = self.today.checked_sub_days(Days::new(days));
        (self.next, born.unwrap_or(self.today))
    }

    fn count(&self) -> usize {
        (self.first_names.len() * self.surnames.len()).max(1)
    }

    fn named(&self, number: usize, born: NaiveDate) -> Person {
        let surnames = self.surnames.len().max(1);
        let first = self.first_names.get(number / surnames);
        let last = self.surnames.get(number % surnames);
        let word = |name: Option<&&'static str>| name.copied().unwrap_or_default();
        Person {
            name: format!("{} {}", word(first), word(last)),
            born,
        }
    }
}

fn common_divisor(one: usize, other: usize) -> usize {
    match other {
        0 => one,
        other => common_divisor(other, one % other),
    }
}
