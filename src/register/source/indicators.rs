//! From the files of indicators to the indicators of a vault, or the mistakes in the files.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::check::Check;
use super::edition::{Editions, Subject, indicators_over};
use super::files::DefinitionFile;
use super::indicator_references::{counts, label_of, list_choice, ratio, total};
use super::indicator_source::{IndicatorSource, PartSource};
use super::mistake::{DefinitionError, Mistake};
use super::reading::read;
use super::registers::Registers;
use crate::register::definition::choice::Choice;
use crate::register::definition::indicator::{
    Direction, Indicator, IndicatorPart, ListChoice, Unit,
};

/// A file of indicators, before anything about it is checked but its shape.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSource {
    #[serde(rename = "indicator")]
    indicators: Vec<IndicatorSource>,
}

/// Every indicator there is, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Indicators {
    all: Vec<Indicator>,
    sources: Vec<IndicatorSource>,
}

/// Where an indicator stands.
#[derive(Clone)]
struct Place {
    file: String,
    key: String,
    shipped: bool,
}

/// An indicator with the file and the key at which it stands, to say what is wrong with it.
struct Read {
    indicator: Indicator,
    goal_of: Option<ListChoice>,
    priority_of: Option<ListChoice>,
    file: String,
    key: String,
}

impl Indicators {
    /// The indicators of these files, a layer after the other: one with an id of a layer before takes its place. Over them
    /// lies what was changed in the program.
    ///
    /// # Errors
    /// Every mistake in every file, with file, key and what would be right.
    pub(super) fn read(
        layers: [&[DefinitionFile]; 2],
        editions: &Editions,
        registers: &Registers,
    ) -> Result<Self, Vec<DefinitionError>> {
        let mut errors = Vec::new();
        let mut places: BTreeMap<String, Place> = BTreeMap::new();
        let mut sources: Vec<IndicatorSource> = Vec::new();
        for (layer, files) in layers.into_iter().enumerate() {
            let mut here = BTreeSet::new();
            for file in files {
                let found = sources_in(file, &mut here).unwrap_or_else(|wrong| {
                    errors.extend(wrong);
                    Vec::new()
                });
                for (at, source) in found.into_iter().enumerate() {
                    let place = Place {
                        file: file.name.clone(),
                        key: format!("indicator[{at}]"),
                        shipped: layer == 0,
                    };
                    places.insert(source.id.clone(), place);
                    match sources.iter().position(|other| other.id == source.id) {
                        Some(at) => sources[at] = source,
                        None => sources.push(source),
                    }
                }
            }
        }
        let sources = indicators_over(editions, sources);
        let mut known: Vec<Read> = Vec::with_capacity(sources.len());
        for (at, source) in sources.iter().enumerate() {
            let added = || Place {
                file: Subject::Indicators.to_string(),
                key: format!("indicator[{at}]"),
                shipped: false,
            };
            let place = places.get(&source.id).cloned().unwrap_or_else(added);
            match indicator(&place, source.clone()) {
                Ok(read) => known.push(read),
                Err(wrong) => errors.extend(wrong),
            }
        }
        for read in &mut known {
            read.take_labels(registers);
        }
        // An indicator with a mistake of its own is not there, which would be another mistake of whoever names it.
        if errors.is_empty() {
            errors.extend(
                known
                    .iter()
                    .flat_map(|read| coherence(read, &known, registers)),
            );
        }
        match errors.is_empty() {
            true => Ok(Self {
                all: known.into_iter().map(|read| read.indicator).collect(),
                sources,
            }),
            false => Err(errors),
        }
    }

    /// Every indicator as it is changed in the program.
    pub fn sources(&self) -> &[IndicatorSource] {
        &self.sources
    }

    /// Every indicator.
    pub fn all(&self) -> &[Indicator] {
        &self.all
    }

    /// The indicator with this id.
    pub fn get(&self, id: &str) -> Option<&Indicator> {
        self.all.iter().find(|indicator| indicator.id == id)
    }

    /// The indicator that is meant by this name.
    pub fn named(&self, name: &str) -> Option<&Indicator> {
        let called = || self.all.iter().find(|indicator| indicator.is_called(name));
        self.get(name).or_else(called)
    }

    /// The indicator, or its part, that a row of a breakdown is about. A row of something that has no parts may be about
    /// an indicator of its own, that is called by both names: `trainingen EMO: rapportcijfer`.
    pub fn part_named(
        &self,
        name: &str,
        part: &str,
    ) -> Option<(&Indicator, Option<&IndicatorPart>)> {
        let whole = self.named(name);
        let found = whole.and_then(|whole| Some((whole, Some(whole.part_named(part)?))));
        let both = || Some((self.named(&format!("{name}: {part}"))?, None));
        found.or_else(both)
    }
}

/// The indicators of one file.
fn sources_in(
    file: &DefinitionFile,
    taken: &mut BTreeSet<String>,
) -> Result<Vec<IndicatorSource>, Vec<DefinitionError>> {
    let source: FileSource = read(&file.name, &file.text).map_err(|error| vec![error])?;
    let mut check = Check::of(&file.name);
    for (at, source) in source.indicators.iter().enumerate() {
        if !taken.insert(source.id.clone()) {
            let key = format!("indicator[{at}].id");
            check.wrong(key, Mistake::Taken(source.id.clone()));
        }
    }
    check.finish(source.indicators)
}

fn indicator(place: &Place, source: IndicatorSource) -> Result<Read, Vec<DefinitionError>> {
    let Place { file, key, shipped } = place;
    let mut check = Check::of(file);
    check.id(&format!("{key}.id"), &source.id);
    if source.goal.is_some() && source.goal_of.is_some() {
        check.wrong(format!("{key}.goal"), Mistake::Taken("goal_of".to_owned()));
    }
    let unit = check.one_of(&format!("{key}.unit"), &source.unit, &Unit::NAMES);
    let direction = format!("{key}.direction");
    let direction = check.one_of(&direction, &source.direction, &Direction::NAMES);
    if source.ratio.is_some() && unit != Some(Unit::Percent) {
        let mistake = Mistake::NotOneOf {
            value: source.unit.clone(),
            expected: vec!["procent".to_owned()],
        };
        check.wrong(format!("{key}.unit"), mistake);
    }
    let versions = check.choices(&format!("{key}.version"), source.versions);
    let counted = source.counts.is_some();
    let parts = parts(&mut check, &format!("{key}.part"), source.parts, counted);
    let read = Read {
        goal_of: source.goal_of,
        priority_of: source.priority_of,
        indicator: Indicator {
            id: source.id,
            label: source.label,
            aliases: source.aliases,
            goal: source.goal,
            priority: None,
            description: source.description,
            unit: unit.unwrap_or(Unit::Count),
            direction: direction.unwrap_or(Direction::Neutral),
            source: source.source,
            versions,
            parts,
            counts: source.counts,
            ratio: source.ratio,
            total_of: source.total_of,
            retired: source.retired,
            file: file.clone(),
            shipped: *shipped,
        },
        file: file.clone(),
        key: key.clone(),
    };
    check.finish(read)
}

fn parts(
    check: &mut Check<'_>,
    key: &str,
    sources: Vec<PartSource>,
    counted: bool,
) -> Vec<IndicatorPart> {
    let ids: Vec<String> = sources.iter().map(|part| part.id.clone()).collect();
    let mut choices = Vec::with_capacity(sources.len());
    let mut rest = Vec::with_capacity(sources.len());
    for (at, source) in sources.into_iter().enumerate() {
        // A part stands below the one it is a part of.
        if let Some(of) = &source.of {
            check.known(&format!("{key}[{at}].of"), of, &ids[..at]);
        }
        if !source.filters.is_empty() && !counted {
            let mistake = Mistake::Missing("counts".to_owned());
            check.wrong(format!("{key}[{at}].where"), mistake);
        }
        choices.push(Choice {
            aliases: source.aliases,
            ..Choice::new(source.id, source.label)
        });
        rest.push((source.of, source.filters));
    }
    let choices = check.choices(key, choices).into_iter();
    let parts = choices.zip(rest);
    parts
        .map(|(choice, (of, filters))| IndicatorPart {
            choice,
            of,
            filters,
        })
        .collect()
}

impl Read {
    /// Takes the labels of the goal and the priority from their lists. What came with the program and does not fit the
    /// lists and registers of the municipality goes without.
    fn take_labels(&mut self, registers: &Registers) {
        let label = |of: &Option<ListChoice>| of.as_ref().and_then(|of| label_of(of, registers));
        self.indicator.goal = self.indicator.goal.take().or(label(&self.goal_of));
        self.indicator.priority = label(&self.priority_of);
        if self.indicator.shipped {
            let mut check = Check::of(&self.file);
            counts(&mut check, &self.key, &self.indicator, registers);
            if check.finish(()).is_err() {
                self.indicator.counts = None;
            }
        }
    }
}

/// What does not fit the other indicators and the registers.
fn coherence(read: &Read, known: &[Read], registers: &Registers) -> Vec<DefinitionError> {
    let Read {
        indicator,
        file,
        key,
        ..
    } = read;
    let mut check = Check::of(file);
    counts(&mut check, key, indicator, registers);
    if !indicator.shipped {
        for (name, of) in [
            ("goal_of", &read.goal_of),
            ("priority_of", &read.priority_of),
        ] {
            let Some(of) = of else { continue };
            list_choice(&mut check, &format!("{key}.{name}"), of, registers);
        }
    }
    let all: Vec<&Indicator> = known.iter().map(|read| &read.indicator).collect();
    total(&mut check, key, indicator, &all);
    ratio(&mut check, key, indicator, &all);
    check.finish(()).err().unwrap_or_default()
}
