//! Which column feeds which field: as somebody chose, by heading, by likeness and by content.

use std::collections::HashSet;

use super::choices::MappingChoices;
use super::column::Column;
use super::content::{fits, is_telling};
use super::likeness::{heading_likeness, words};
use super::link::{Certainty, Link, Why};
use super::target::{Target, choices_of, targets};
use super::value_meaning::NamedChoices;
use crate::register::{AddressPart, Definition, FieldKind, Kind, recognise};

/// From which score on a link is made, and from which it is proposed.
const MADE: f64 = 0.5;
const PROPOSED: f64 = 0.3;
/// A link of which hardly any cell can be read needs a look.
const HARDLY: f64 = 0.2;
/// From how much alike a heading says by itself what it is.
const CALLED: f64 = 0.8;

/// The columns as far as they were matched.
#[derive(Default)]
pub(super) struct Matched {
    pub links: Vec<Link>,
    /// Two columns that are called after one field.
    pub doubles: Vec<(Target, usize, usize)>,
    /// The columns about which a person decided.
    settled: HashSet<usize>,
}

impl Matched {
    fn is_fed(&self, target: &Target) -> bool {
        self.links.iter().any(|link| link.target == *target)
    }

    fn is_free(&self, column: usize) -> bool {
        !self.settled.contains(&column) && self.links.iter().all(|link| link.column != column)
    }

    fn add(&mut self, column: usize, target: Target, certainty: Certainty, why: Why) {
        self.links.push(Link {
            column,
            target,
            certainty,
            why,
        });
    }
}

/// The links that a person chose. A field or column that is not there any more is passed over.
pub(super) fn chosen(
    definition: &Definition,
    columns: &[Column],
    choices: &MappingChoices,
) -> Matched {
    let mut matched = Matched::default();
    for (at, column) in columns.iter().enumerate() {
        let Some(ids) = choices.column(&column.name) else {
            continue;
        };
        matched.settled.insert(at);
        for id in ids {
            if let Some(target) = Target::named(definition, id) {
                matched.add(at, target, Certainty::Certain, Why::Chosen);
            }
        }
    }
    matched
}

/// Links by headings that are a name of a field.
pub(super) fn named(definition: &Definition, columns: &[Column], matched: &mut Matched) {
    let chosen: Vec<Target> = matched
        .links
        .iter()
        .map(|link| link.target.clone())
        .collect();
    for (at, column) in columns.iter().enumerate() {
        if !matched.is_free(at) {
            continue;
        }
        let Some(target) = Target::named(definition, &column.name) else {
            continue;
        };
        if chosen.contains(&target) {
            continue;
        }
        let before = matched.links.iter().position(|link| link.target == target);
        if let Some((place, first)) = before.map(|place| (place, matched.links[place].column)) {
            // A column that is called as the field is goes before one that is called by another word for it.
            let label = |at: usize| target.is_label(definition, &columns[at].name);
            match (label(first), label(at)) {
                (true, false) => continue,
                (false, true) => drop(matched.links.remove(place)),
                _ => {
                    matched.doubles.push((target, first, at));
                    continue;
                }
            }
        }
        let share = fits(definition, column, &target);
        match share.is_some_and(|share| share < HARDLY && column.filled > 0) {
            true => matched.add(at, target, Certainty::Doubtful, Why::NamedOnly),
            false => matched.add(at, target, Certainty::Certain, Why::Named),
        }
    }
}

/// Links that are likely by heading, by content or by both: the best first, every column and every field once.
pub(super) fn likely(
    definition: &Definition,
    columns: &[Column],
    matched: &mut Matched,
    proposals: &mut Vec<(usize, Target)>,
) {
    houses(definition, columns, matched);
    let mut scores = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        if !matched.is_free(at) || column.filled == 0 {
            continue;
        }
        let heading = words(&column.name);
        // A version, and the day on which a case came before it began, count only where the column is called so: a date is
        // sooner that of the begin.
        let called = [Target::Version, Target::Since];
        let free = |target: &Target| !called.contains(target) && !matched.is_fed(target);
        for target in targets(definition).filter(free) {
            let likeness = target
                .known_names(definition)
                .iter()
                .map(|name| heading_likeness(&heading, &words(name)))
                .fold(0.0, f64::max);
            let content = fits(definition, column, &target);
            if let Some((score, why)) = score(definition, column, &target, likeness, content) {
                scores.push((score, at, target, why));
            }
        }
    }
    scores.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (score, at, target, why) in scores {
        if !matched.is_free(at) || matched.is_fed(&target) {
            continue;
        }
        if score >= MADE {
            matched.add(at, target, Certainty::Likely, why);
        } else if proposals
            .iter()
            .all(|(one, other)| *one != at && *other != target)
        {
            proposals.push((at, target));
        }
    }
    dates_by_content(definition, columns, matched, proposals);
    proposals.retain(|(at, target)| matched.is_free(*at) && !matched.is_fed(target));
    propose_free_text(definition, columns, matched, proposals);
}

/// How good a link is; none where nothing speaks for it.
fn score(
    definition: &Definition,
    column: &Column,
    target: &Target,
    likeness: f64,
    content: Option<f64>,
) -> Option<(f64, Why)> {
    // Any text can be a street: without a number in it the heading has to say so.
    let is_street = matches!(target, Target::Part(_, AddressPart::Street));
    if is_street && likeness < CALLED && column.share(column.addresses) < 0.5 {
        return None;
    }
    let least = match is_telling(definition, column, target) {
        true => 0.5,
        false => HARDLY,
    };
    let (score, why) = match content {
        None => (likeness * 0.8, Why::Alike),
        Some(share) if likeness >= 0.5 => (
            if share < least {
                0.0
            } else {
                0.5 * likeness + 0.5 * share
            },
            Why::Alike,
        ),
        Some(share) if is_telling(definition, column, target) => (share * 0.8, Why::Content),
        Some(_) => return None,
    };
    (score >= PROPOSED).then_some((score, why))
}

/// A register needs a begin: without a column that is called so, that with the most dates. Of what is left, one with fewer
/// dates is proposed as the end, and no more than proposed: with another date every case would be closed.
fn dates_by_content(
    definition: &Definition,
    columns: &[Column],
    matched: &mut Matched,
    proposals: &mut Vec<(usize, Target)>,
) {
    let most = |matched: &Matched| {
        let free = columns.iter().enumerate().filter(|(at, column)| {
            matched.is_free(*at)
                && column.share(column.dates.total()) >= 0.8
                && !is_of_birth(&column.name)
        });
        let most = free.max_by_key(|(at, column)| (column.filled, std::cmp::Reverse(*at)));
        most.map(|(at, _)| at)
    };
    if !matched.is_fed(&Target::Begin)
        && !matched.is_fed(&Target::Since)
        && let Some(at) = most(matched)
    {
        matched.add(at, Target::Begin, Certainty::Likely, Why::Content);
    }
    if definition.kind == Kind::Spell
        && !matched.is_fed(&Target::End)
        && let Some(at) = most(matched)
    {
        proposals.push((at, Target::End));
    }
}

/// Whether a heading says that people were born on these days.
fn is_of_birth(heading: &str) -> bool {
    let mut words = words(heading).into_iter();
    words.any(|word| word.starts_with("geb") || word.starts_with("birth"))
}

/// A column with bare numbers behind a street is that of the houses, also where it is called as the number of a case is.
fn houses(definition: &Definition, columns: &[Column], matched: &mut Matched) {
    let Some(field) = definition.address_field() else {
        return;
    };
    let part = |part| Target::Part(field.id.clone(), part);
    if matched.is_fed(&part(AddressPart::Number)) {
        return;
    }
    let street = part(AddressPart::Street);
    let Some(street) = matched.links.iter().find(|link| link.target == street) else {
        return;
    };
    let behind = street.column + 1;
    let house = columns.get(behind).filter(|column| {
        let heading = words(&column.name).concat();
        let bare = ["nr", "nummer", "no", "number"].contains(&heading.as_str());
        bare && column.share(column.house_numbers) >= 0.8
    });
    let number = matched.links.iter().position(|link| {
        link.column == behind && link.target == Target::Number && link.why == Why::Named
    });
    if let (Some(_), Some(number)) = (house, number) {
        matched.links.remove(number);
        matched.add(
            behind,
            part(AddressPart::Number),
            Certainty::Likely,
            Why::Beside,
        );
    }
}

/// The field for what people tell is proposed for a column of long texts.
fn propose_free_text(
    definition: &Definition,
    columns: &[Column],
    matched: &Matched,
    proposals: &mut Vec<(usize, Target)>,
) {
    let long = definition
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::LongText)
        .map(|field| Target::Field(field.id.clone()));
    for target in long {
        if matched.is_fed(&target) || proposals.iter().any(|(_, known)| *known == target) {
            continue;
        }
        let texts = columns.iter().enumerate().find(|(at, column)| {
            matched.is_free(*at)
                && column.filled > 0
                && column
                    .examples
                    .iter()
                    .any(|text| text.split_whitespace().count() >= 3)
                && proposals.iter().all(|(one, _)| one != at)
        });
        proposals.extend(texts.map(|(at, _)| (at, target)));
    }
}

/// A column with whole addresses feeds every part that has no column of its own.
pub(super) fn split_addresses(definition: &Definition, columns: &[Column], matched: &mut Matched) {
    for field in definition
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Address)
    {
        let part = |part| Target::Part(field.id.clone(), part);
        if matched.is_fed(&part(AddressPart::Number)) {
            continue;
        }
        let street = part(AddressPart::Street);
        let Some(whole) = matched.links.iter().find(|link| link.target == street) else {
            continue;
        };
        let (at, certainty) = (whole.column, whole.certainty);
        let addresses = columns.get(at).map_or(0, |column| column.addresses);
        if addresses == 0 {
            continue;
        }
        let parts = [
            AddressPart::Number,
            AddressPart::Addition,
            AddressPart::Postcode,
        ];
        for target in parts.map(part) {
            if !matched.is_fed(&target) {
                matched.add(at, target, certainty, Why::Split);
            }
        }
    }
}

/// A column whose values name a choice of a field that goes with the one it feeds feeds that one too: `huur (DGW)` names a
/// housing association beside a tenure.
pub(super) fn beside(definition: &Definition, columns: &[Column], matched: &mut Matched) {
    for field in &definition.fields {
        let target = Target::Field(field.id.clone());
        let Some(only) = field
            .only_with
            .as_ref()
            .filter(|_| !matched.is_fed(&target))
        else {
            continue;
        };
        let first = Target::Field(only.field.clone());
        let Some(named) = NamedChoices::of(definition, &target) else {
            continue;
        };
        let fed = matched.links.iter().find(|link| link.target == first);
        let Some(at) = fed.map(|link| link.column) else {
            continue;
        };
        if matched.settled.contains(&at) {
            continue;
        }
        let own = choices_of(definition, &first);
        let values = columns.get(at).and_then(|column| column.values.as_ref());
        let names_one = values.into_iter().flatten().any(|(written, _)| {
            let plain = own
                .as_ref()
                .and_then(|own| recognise(own, written))
                .is_some();
            !plain && named.likely(written).is_some()
        });
        if names_one {
            matched.add(at, target, Certainty::Likely, Why::Beside);
        }
    }
}
