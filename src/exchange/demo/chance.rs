//! Random choices as a register has them: a few choices are common, most are not.

use std::collections::BTreeMap;
use std::f64::consts::TAU;

use chrono::{NaiveDate, TimeDelta};
use fastrand::Rng;

use super::balanced::Balanced;
use super::plan::Rule;
use crate::register::Choice;

/// Choices drawn by the weights of rules.
#[derive(Default)]
pub(super) struct Drawn {
    by_rule: BTreeMap<usize, Option<Balanced>>,
}

impl Drawn {
    /// One of the choices that are offered, by the weights of a rule; none where it weighs none of them.
    pub fn choice<'a>(
        &mut self,
        rng: &mut Rng,
        rule: &'static Rule,
        offered: &[&'a Choice],
    ) -> Option<&'a Choice> {
        let weight = |choice: &&Choice| rule.weights.get(&choice.id).copied().unwrap_or_default();
        let weights = || Balanced::new(offered.iter().map(weight));
        let at = self.balanced(rule, weights)?.draw(rng);
        offered.get(at).copied()
    }

    /// Yes or no, by the weights of a rule; none where it weighs neither.
    pub fn yes(&mut self, rng: &mut Rng, rule: &'static Rule) -> Option<bool> {
        let weights = || {
            Balanced::new(["ja", "nee"].map(|id| rule.weights.get(id).copied().unwrap_or_default()))
        };
        Some(self.balanced(rule, weights)?.draw(rng) == 0)
    }

    /// One of the ages of a rule.
    pub fn ages(&mut self, rng: &mut Rng, rule: &'static Rule) -> Option<(u32, u32)> {
        let weights = || Balanced::new(rule.ages.iter().map(|ages| ages.weight));
        let at = self.balanced(rule, weights)?.draw(rng);
        rule.ages.get(at).map(|ages| (ages.from, ages.to))
    }

    fn balanced(
        &mut self,
        rule: &'static Rule,
        weights: impl FnOnce() -> Option<Balanced>,
    ) -> Option<&mut Balanced> {
        let key = std::ptr::from_ref(rule) as usize;
        self.by_rule.entry(key).or_insert_with(weights).as_mut()
    }
}

/// Whether something that was due on this day was done by now. Nearly everything is in time, and nothing stays undone for
/// long.
pub(super) fn well_past(rng: &mut Rng, due: NaiveDate, today: NaiveDate) -> bool {
    due < today && (due < today - TimeDelta::days(30) || happens(rng, 0.93))
}

/// Choices with how often each of them, or one before it, is drawn.
pub(super) struct Skew<'a> {
    choices: Vec<(&'a Choice, f64)>,
}

impl<'a> Skew<'a> {
    /// The first choices are the likelier ones; how much so differs by what they are choices of, so that not every
    /// register looks the same.
    pub fn new(of: &[&str], choices: impl Iterator<Item = &'a Choice>) -> Self {
        let mut so_far = 0.0;
        let choices = choices
            .filter(|choice| choice.is_current())
            .enumerate()
            .map(|(at, choice)| {
                let mix = share(&[of, &[&choice.id]].concat());
                so_far += (0.4 + 1.2 * mix) / (at as f64 + 1.5);
                (choice, so_far)
            });
        Self {
            choices: choices.collect(),
        }
    }

    /// One of the choices; none where there are none.
    pub fn draw(&self, rng: &mut Rng) -> Option<&'a Choice> {
        let (_, total) = self.choices.last()?;
        let drawn = rng.f64() * total;
        let at = self.choices.partition_point(|(_, so_far)| *so_far <= drawn);
        self.choices.get(at).map(|(choice, _)| *choice)
    }
}

/// Whether something happens that has this probability.
pub(super) fn happens(rng: &mut Rng, share: f64) -> bool {
    rng.f64() < share
}

/// A number of days around this median, with the long tail that durations have.
pub(super) fn duration(rng: &mut Rng, median: f64, spread: f64) -> i64 {
    let bell = (-2.0 * (1.0 - rng.f64()).ln()).sqrt() * (TAU * rng.f64()).cos();
    (median * (spread * bell).exp()).clamp(3.0, 4_000.0) as i64
}

/// A number that is always the same for these words (FNV-1a): the standard hasher may change from release to release.
pub(super) fn mixed(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A share between 0 and 1 that is always the same for these words.
pub(super) fn share(words: &[&str]) -> f64 {
    (mixed(words) >> 11) as f64 / (1_u64 << 53) as f64
}
