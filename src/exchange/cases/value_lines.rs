//! The values of the columns that are no choice yet, each once, with what they mean or probably mean.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::choices::{MappingChoices, Meaning};
use super::column::Column;
use super::link::{Link, Recognition};
use super::target::Target;
use super::value_meaning::{NamedChoices, pieces};
use crate::language::folded;
use crate::register::Definition;

/// Words with which a sheet says that a case runs, and that it does not.
const RUNNING: [&str; 6] = [
    "loopt",
    "lopend",
    "open",
    "actief",
    "in behandeling",
    "running",
];
const FINISHED: [&str; 8] = [
    "klaar",
    "gesloten",
    "afgesloten",
    "afgehandeld",
    "dicht",
    "gereed",
    "closed",
    "done",
];

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
    named: NamedChoices<'a>,
}

/// The lines that were found so far, each by its column and its value.
#[derive(Default)]
struct Lines {
    lines: Vec<ValueLine>,
    places: HashMap<(usize, String), usize>,
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
        if let Some(named) = NamedChoices::of(definition, &link.target) {
            by_column
                .entry(link.column)
                .or_default()
                .push(ChoiceTarget {
                    target: &link.target,
                    id: link.target.id(),
                    named,
                });
        }
    }
    let mut found = Lines::default();
    for (at, targets) in &by_column {
        let values = columns.get(*at).and_then(|column| column.values.as_ref());
        for (written, count) in values.into_iter().flatten() {
            found.add(*at, written, *count, targets, choices);
        }
    }
    let mut lines = found.lines;
    for line in &mut lines {
        if recognition == Recognition::Likely
            && !line.decided
            && let Some(targets) = by_column.get(&line.column)
        {
            line.meanings = suggested(definition, targets, &line.written);
        }
    }
    lines.sort_by_key(|line| (!line.is_open(), line.column, Reverse(line.count)));
    lines
}

impl Lines {
    /// Adds the values in this cell that are no choice; of a column of several choices every piece by itself.
    fn add(
        &mut self,
        column: usize,
        written: &str,
        count: usize,
        targets: &[ChoiceTarget<'_>],
        decided: &MappingChoices,
    ) {
        let is_known = |text: &str| {
            let mut targets = targets.iter();
            targets.any(|target| target.named.known(decided, &target.id, text).is_some())
        };
        let several = targets.iter().any(|target| target.named.are_several());
        let parts = match several && !is_known(written) {
            true => pieces(written, is_known),
            false => vec![written],
        };
        for part in parts {
            let is_choice = |target: &ChoiceTarget<'_>| target.named.called(part).is_some();
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
            let next = self.lines.len();
            let at = *self.places.entry((column, folded(part))).or_insert(next);
            match self.lines.get_mut(at) {
                Some(line) => line.count += count,
                None => self.lines.push(ValueLine {
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
}

/// The status that is meant where a sheet only says whether a case runs.
fn status_in_short(definition: &Definition, written: &str) -> Option<Meaning> {
    let written = folded(written);
    let says = |words: &[&str]| words.contains(&written.as_str());
    let open = match (says(&RUNNING), says(&FINISHED)) {
        (true, _) => true,
        (_, true) => false,
        _ => return None,
    };
    let status = definition.first_status(open)?;
    Some(Meaning::choice(&status.choice.id))
}

/// What a value probably means for each of the fields. A field that only means something with a choice of another one gives
/// that one too: `huur (DGW)` is a housing association, and which.
fn suggested(
    definition: &Definition,
    targets: &[ChoiceTarget<'_>],
    written: &str,
) -> Vec<(Target, Meaning)> {
    let mut found: Vec<(Target, Meaning)> = targets
        .iter()
        .filter_map(|target| {
            let likely = target.named.likely(written);
            let likely = likely.or_else(|| match target.target {
                Target::Status => status_in_short(definition, written),
                _ => None,
            });
            Some((target.target.clone(), likely?))
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
        .filter(|(target, _)| targets.iter().any(|known| known.target == target))
        .collect();
    for (target, meaning) in implied {
        match found.iter_mut().find(|(known, _)| *known == target) {
            Some((_, known)) => *known = meaning,
            None => found.insert(0, (target, meaning)),
        }
    }
    found
}
