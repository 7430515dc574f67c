//! The values of the columns that are no choice yet, each once, with what they mean or probably mean.

use std::collections::BTreeMap;

use super::choices::{MappingChoices, Meaning};
use super::column::Column;
use super::link::{Link, Recognition};
use super::target::{Target, choices_of, takes_several};
use super::value_meaning::{known_meaning, likely_meaning, pieces};
use crate::language::folded;
use crate::register::{Choice, Definition, recognise};

/// A value of a column that is not called as a choice is.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueLine {
    /// The column.
    pub column: usize,
    /// The value as it is written.
    pub written: String,
    /// In how many cells it stands.
    pub count: usize,
    /// What it means, by the fields that the column feeds; nothing where a person has to say.
    pub meanings: Vec<(Target, Meaning)>,
    /// Whether a person decided it.
    pub decided: bool,
    /// The fields that it could be a value of.
    pub targets: Vec<Target>,
}

impl ValueLine {
    /// Whether a person has to say what it means.
    pub fn is_open(&self) -> bool {
        self.meanings.is_empty()
    }
}

/// A target of a column, with what can be chosen for it.
struct ChoiceTarget<'a> {
    target: &'a Target,
    id: String,
    choices: Vec<Choice>,
    several: bool,
}

/// The values of every column that are no choice of any field it feeds. Open ones stand first, then the most frequent.
pub(super) fn value_lines(
    definition: &Definition,
    columns: &[Column],
    links: &[Link],
    choices: &MappingChoices,
    recognition: Recognition,
) -> Vec<ValueLine> {
    let mut by_column: BTreeMap<usize, Vec<ChoiceTarget<'_>>> = BTreeMap::new();
    for link in links {
        if let Some(found) = choices_of(definition, &link.target) {
            by_column
                .entry(link.column)
                .or_default()
                .push(ChoiceTarget {
                    target: &link.target,
                    id: link.target.id(),
                    choices: found.into_owned(),
                    several: takes_several(definition, &link.target),
                });
        }
    }
    let mut lines = Vec::new();
    for (at, targets) in by_column {
        let values = columns.get(at).and_then(|column| column.values.as_ref());
        for (written, count) in values.into_iter().flatten() {
            add_lines(at, written, *count, &targets, choices, &mut lines);
        }
    }
    for line in &mut lines {
        let targets = &line.targets;
        if recognition == Recognition::Likely && !line.decided {
            line.meanings = suggested(definition, targets, &line.written);
        }
    }
    lines.sort_by_key(|line| (!line.is_open(), line.column, std::cmp::Reverse(line.count)));
    lines
}

/// Adds the values in this cell that are no choice; of a column of several choices every piece by itself.
fn add_lines(
    column: usize,
    written: &str,
    count: usize,
    targets: &[ChoiceTarget<'_>],
    decided: &MappingChoices,
    lines: &mut Vec<ValueLine>,
) {
    let is_known = |text: &str| {
        targets
            .iter()
            .any(|target| known_meaning(&target.choices, decided, &target.id, text).is_some())
    };
    let several = targets.iter().any(|target| target.several);
    let parts = match several && !is_known(written) {
        true => pieces(written, is_known),
        false => vec![written],
    };
    for part in parts {
        let is_choice = |target: &ChoiceTarget<'_>| recognise(&target.choices, part).is_some();
        let chosen: Vec<(Target, Meaning)> = targets
            .iter()
            .filter_map(|target| {
                let meaning = decided.meaning(&target.id, part)?;
                Some((target.target.clone(), meaning.clone()))
            })
            .collect();
        if chosen.is_empty() && targets.iter().any(is_choice) {
            continue;
        }
        let same =
            |line: &&mut ValueLine| line.column == column && folded(&line.written) == folded(part);
        match lines.iter_mut().find(same) {
            Some(line) => line.count += count,
            None => lines.push(ValueLine {
                column,
                written: part.to_owned(),
                count,
                decided: !chosen.is_empty(),
                meanings: chosen,
                targets: targets.iter().map(|target| target.target.clone()).collect(),
            }),
        }
    }
}

/// What a value probably means for each of the fields. A field that only means something with a choice of another one gives
/// that one too: `huur (DGW)` is a housing association, and which.
fn suggested(definition: &Definition, targets: &[Target], written: &str) -> Vec<(Target, Meaning)> {
    let mut found: Vec<(Target, Meaning)> = targets
        .iter()
        .filter_map(|target| {
            let choices = choices_of(definition, target)?;
            let several = takes_several(definition, target);
            Some((target.clone(), likely_meaning(&choices, several, written)?))
        })
        .collect();
    let implied: Vec<(Target, Meaning)> = found
        .iter()
        .filter_map(|(target, _)| {
            let Target::Field(id) = target else {
                return None;
            };
            let only = definition.field(id)?.only_with.as_ref()?;
            let [choice] = &only.choices[..] else {
                return None;
            };
            Some((Target::Field(only.field.clone()), Meaning::choice(choice)))
        })
        .filter(|(target, _)| targets.contains(target))
        .collect();
    for (target, meaning) in implied {
        match found.iter_mut().find(|(known, _)| *known == target) {
            Some((_, known)) => *known = meaning,
            None => found.insert(0, (target, meaning)),
        }
    }
    found
}
