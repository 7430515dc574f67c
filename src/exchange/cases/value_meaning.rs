//! What the values of a column mean: choices of a field, as they are called, as somebody decided, or as is likely.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::choices::{MappingChoices, Meaning};
use super::likeness::{is_nearly, stands_in, words};
use super::target::{Target, choices_of, takes_several};
use crate::register::{Choice, Definition, goes_on_as, recognise};

/// The pieces of a cell that hold several values, separated by `|`, `,`, `;` or a line end. A label may itself have a
/// comma, so that from every piece on the longest run is taken that is known.
pub(super) fn pieces(written: &str, is_known: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut found = Vec::new();
    for part in written.split(['|', ';', '\n']) {
        let ends: Vec<usize> = part
            .match_indices(',')
            .map(|(at, _)| at)
            .chain([part.len()])
            .collect();
        let (mut start, mut next) = (0, 0);
        while next < ends.len() {
            let run = |end: usize| part.get(start..end).unwrap_or("").trim();
            let longest = (next..ends.len()).rev().find(|at| is_known(run(ends[*at])));
            let at = longest.unwrap_or(next);
            let piece = run(ends[at]);
            if !piece.is_empty() {
                found.push(piece);
            }
            (start, next) = (ends[at] + 1, at + 1);
        }
    }
    found
}

/// What can be chosen for a target, with everything it is called: made once, to judge many values.
pub(super) struct NamedChoices<'a> {
    choices: Cow<'a, [Choice]>,
    /// Whether several can be chosen.
    several: bool,
    /// The places of the choices that can be chosen today, each with its names in words.
    names: Vec<(usize, Vec<Vec<String>>)>,
}

impl<'a> NamedChoices<'a> {
    /// What can be chosen for this target; none where nothing is chosen from.
    pub fn of(definition: &'a Definition, target: &Target) -> Option<Self> {
        let choices = choices_of(definition, target)?;
        let current = choices.iter().enumerate();
        let current = current.filter(|(_, choice)| choice.is_current());
        let names = current.map(|(at, choice)| {
            let labels = [Some(&choice.label.nl), choice.label.en.as_ref()];
            let names = labels.into_iter().flatten().chain(&choice.aliases);
            (at, names.map(|name| words(name)).collect())
        });
        Some(Self {
            names: names.collect(),
            several: takes_several(definition, target),
            choices,
        })
    }

    /// Whether several can be chosen.
    pub fn are_several(&self) -> bool {
        self.several
    }

    /// The choice that is called so.
    pub fn called(&self, written: &str) -> Option<&Choice> {
        recognise(&self.choices, written)
    }

    /// What a value means where it is called as a choice is, or where somebody decided it.
    pub fn known(&self, decided: &MappingChoices, target: &str, written: &str) -> Option<Meaning> {
        if let Some(meaning) = decided.meaning(target, written) {
            return Some(meaning.clone());
        }
        self.called(written)
            .map(|choice| Meaning::choice(&choice.id))
    }

    /// What a value that is no choice probably means: the choice whose name stands in it, or that it is but for a slip of
    /// the pen. Of two districts whose names stand in it, the address of the row decides.
    pub fn likely(&self, written: &str) -> Option<Meaning> {
        let value = words(written);
        if value.is_empty() {
            return None;
        }
        let named = self.names.iter();
        let named = named.filter_map(|(at, names)| Some((self.choices.get(*at)?, names)));
        let found: Vec<(usize, &Choice)> = named
            .clone()
            .filter_map(|(choice, names)| {
                let letters = names.iter().filter_map(|name| stands_in(name, &value));
                Some((letters.max()?, choice))
            })
            .collect();
        let ids = |found: &[(usize, &Choice)]| -> BTreeSet<String> {
            let ids = found.iter();
            ids.map(|(_, choice)| goes_on_as(&self.choices, &choice.id).to_owned())
                .collect()
        };
        let longest = found.iter().map(|(letters, _)| *letters).max();
        match (&found[..], longest) {
            ([(_, only)], _) => Some(Meaning::choice(&only.id)),
            ([_, _, ..], Some(_)) if self.several => Some(Meaning::Choices(ids(&fullest(&found)))),
            ([_, _, ..], Some(_)) if found.iter().all(|(_, one)| !one.postcodes.is_empty()) => {
                Some(Meaning::ByAddress(ids(&found)))
            }
            ([_, _, ..], Some(longest)) => {
                let mut best = found.iter().filter(|(letters, _)| *letters == longest);
                let first = best.next()?;
                best.next().is_none().then(|| Meaning::choice(&first.1.id))
            }
            _ => {
                let mut near =
                    named.filter(|(_, names)| names.iter().any(|name| is_nearly(name, &value)));
                let (first, _) = near.next()?;
                near.next().is_none().then(|| Meaning::choice(&first.id))
            }
        }
    }
}

/// The choices of which the name is no part of the name of another one that was found: `geluid` in `geluid met zorg`.
fn fullest<'a>(found: &[(usize, &'a Choice)]) -> Vec<(usize, &'a Choice)> {
    let within = |one: &Choice, other: &Choice| {
        one.id != other.id && stands_in(&words(&one.label.nl), &words(&other.label.nl)).is_some()
    };
    let kept = found.iter().filter(|(_, one)| {
        let mut others = found.iter();
        !others.any(|(_, other)| within(one, other))
    });
    kept.copied().collect()
}
