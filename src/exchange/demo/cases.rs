//! Inventing the cases of one register.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use fastrand::Rng;

use super::calendar::Calendar;
use super::chance;
use super::course::Course;
use super::values::Values;
use crate::register::{CaseState, Definition};
use crate::store::{Target, Write};

/// Invents this many new cases that began between 1 January 2019 and today, in the order in which they began. The same
/// seed gives the same cases.
pub fn invent(
    definition: &Definition,
    count: usize,
    seed: u64,
    today: NaiveDate,
) -> impl Iterator<Item = Write> + use<'_> {
    let mut rng = Rng::with_seed(seed ^ chance::mixed(&[&definition.id]));
    let calendar = Calendar::until(today);
    let course = Course::new(definition, today);
    let mut values = Values::new(definition, today);
    (0..count).map(move |at| {
        // One case in every equal share of the work there was, so that the days come in order.
        let opened = calendar.day((at as f64 + rng.f64()) / count as f64);
        let (spells, status) = course.run(&mut rng, opened);
        let mut state = CaseState {
            spells,
            status,
            values: BTreeMap::new(),
            ..CaseState::default()
        };
        values.fill(&mut rng, at + 1, &mut state);
        Write {
            register: definition.id.clone(),
            target: Target::New { number: None },
            state,
        }
    })
}
