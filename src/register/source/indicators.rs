//! From the files of indicators to the indicators of a vault, or the mistakes in the files.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::check::Check;
use super::files::DefinitionFile;
use super::mistake::{DefinitionError, Mistake};
use super::reading::read;
use super::registers::Registers;
use crate::language::Label;
use crate::register::definition::choice::Choice;
use crate::register::definition::indicator::{
    CountedBy, Direction, Indicator, IndicatorPart, Ratio, Unit,
};

/// A file of indicators, before anything about it is checked but its shape.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSource {
    #[serde(rename = "indicator")]
    indicators: Vec<IndicatorSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorSource {
    id: String,
    label: Label,
    #[serde(default)]
    aliases: Vec<String>,
    goal: Option<Label>,
    description: Option<Label>,
    unit: String,
    direction: String,
    source: Option<String>,
    #[serde(default, rename = "version")]
    versions: Vec<Choice>,
    #[serde(default, rename = "part")]
    parts: Vec<PartSource>,
    counts: Option<CountedBy>,
    ratio: Option<Ratio>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartSource {
    id: String,
    label: Label,
    #[serde(default)]
    aliases: Vec<String>,
    of: Option<String>,
    #[serde(default, rename = "where")]
    filters: Vec<String>,
}

/// Every indicator there is, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Indicators {
    all: Vec<Indicator>,
}

/// An indicator with the file and the key at which it stands, to say what is wrong with it.
struct Read {
    indicator: Indicator,
    file: String,
    key: String,
}

impl Indicators {
    /// The indicators of these files, a layer after the other: one with an id of a layer before takes its place.
    ///
    /// # Errors
    /// Every mistake in every file, with file, key and what would be right.
    pub(super) fn read(
        layers: [&[DefinitionFile]; 2],
        registers: &Registers,
    ) -> Result<Self, Vec<DefinitionError>> {
        let mut errors = Vec::new();
        let mut known: Vec<Read> = Vec::new();
        for files in layers {
            let mut here = BTreeSet::new();
            for file in files {
                let found = indicators(file, &mut here).unwrap_or_else(|wrong| {
                    errors.extend(wrong);
                    Vec::new()
                });
                for read in found {
                    let id = &read.indicator.id;
                    match known.iter().position(|other| other.indicator.id == *id) {
                        Some(at) => known[at] = read,
                        None => known.push(read),
                    }
                }
            }
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
            }),
            false => Err(errors),
        }
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
fn indicators(
    file: &DefinitionFile,
    taken: &mut BTreeSet<String>,
) -> Result<Vec<Read>, Vec<DefinitionError>> {
    let source: FileSource = read(&file.name, &file.text).map_err(|error| vec![error])?;
    let mut check = Check::of(&file.name);
    let mut found = Vec::with_capacity(source.indicators.len());
    for (at, source) in source.indicators.into_iter().enumerate() {
        let key = format!("indicator[{at}]");
        if !taken.insert(source.id.clone()) {
            check.wrong(format!("{key}.id"), Mistake::Taken(source.id.clone()));
        }
        found.push(Read {
            indicator: indicator(&mut check, &file.name, &key, source),
            file: file.name.clone(),
            key,
        });
    }
    check.finish(found)
}

fn indicator(check: &mut Check<'_>, file: &str, key: &str, source: IndicatorSource) -> Indicator {
    check.id(&format!("{key}.id"), &source.id);
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
    let parts = parts(check, &format!("{key}.part"), source.parts, counted);
    Indicator {
        id: source.id,
        label: source.label,
        aliases: source.aliases,
        goal: source.goal,
        description: source.description,
        unit: unit.unwrap_or(Unit::Count),
        direction: direction.unwrap_or(Direction::Neutral),
        source: source.source,
        versions,
        parts,
        counts: source.counts,
        ratio: source.ratio,
        file: file.to_owned(),
    }
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

/// What does not fit the other indicators and the registers.
fn coherence(read: &Read, known: &[Read], registers: &Registers) -> Vec<DefinitionError> {
    let Read {
        indicator,
        file,
        key,
    } = read;
    let mut check = Check::of(file);
    if let Some(counts) = &indicator.counts {
        let key = format!("{key}.counts");
        let ids: Vec<String> = registers.ids().into_iter().map(str::to_owned).collect();
        check.known(&format!("{key}.register"), &counts.register, &ids);
        if let Some(definition) = registers.get(&counts.register) {
            let measures: Vec<String> = definition
                .measures()
                .into_iter()
                .map(str::to_owned)
                .collect();
            check.known(&format!("{key}.measure"), &counts.measure, &measures);
        }
    }
    if let Some(ratio) = &indicator.ratio {
        // Only of what stands by itself: no percentage of a percentage.
        let whole = known.iter().map(|read| &read.indicator);
        let whole: Vec<&Indicator> = whole.filter(|other| other.ratio.is_none()).collect();
        let ids: Vec<String> = whole.iter().map(|other| other.id.clone()).collect();
        for (name, term) in [("of", &ratio.of), ("to", &ratio.to)] {
            let key = format!("{key}.ratio.{name}");
            check.known(&format!("{key}.indicator"), &term.indicator, &ids);
            let other = whole.iter().find(|other| other.id == term.indicator);
            if let (Some(other), Some(part)) = (other, &term.part) {
                let parts = other.parts.iter().map(|part| part.choice.id.clone());
                let parts: Vec<String> = parts.collect();
                check.known(&format!("{key}.part"), part, &parts);
            }
        }
    }
    check.finish(()).err().unwrap_or_default()
}
