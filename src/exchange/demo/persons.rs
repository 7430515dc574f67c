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
        let mut found = self.following();
        for _ in 0..LOOKED_AT {
            let age = on.years_since(found.born);
            if age.is_some_and(|age| (from..=to).contains(&age)) {
                return found;
            }
            found = self.following();
        }
        // Nobody is; then this one was born when it suits.
        let days = u64::from(from) * 365 + u64::from(from) / 4 + 60 + found.name.len() as u64 * 7;
        found.born = on.checked_sub_days(Days::new(days)).unwrap_or(on);
        found
    }

    fn following(&mut self) -> Person {
        let all = (self.first_names.len() * self.surnames.len()).max(1);
        self.next = (self.next + self.stride) % all;
        self.numbered(self.next)
    }

    fn numbered(&self, number: usize) -> Person {
        let mut rng = Rng::with_seed(self.seed ^ mixed(&["person", &number.to_string()]));
        let first = self.first_names.get(number / self.surnames.len().max(1));
        let last = self.surnames.get(number % self.surnames.len().max(1));
        // Most of whom a safety team knows are young.
        let days = match rng.bool() {
            true => rng.u64(9 * 365..30 * 365),
            false => rng.u64(9 * 365..75 * 365),
        };
        let named = |name: Option<&&str>| name.copied().unwrap_or_default().to_owned();
        Person {
            name: format!("{} {}", named(first), named(last))
                .trim()
                .to_owned(),
            born: self
                .today
                .checked_sub_days(Days::new(days))
                .unwrap_or(self.today),
        }
    }
}

fn common_divisor(one: usize, other: usize) -> usize {
    match other {
        0 => one,
        other => common_divisor(other, one % other),
    }
}
