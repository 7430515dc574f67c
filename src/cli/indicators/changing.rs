//! `indicators set`, `history` and `restore`: typing one value, its history, and restoring an earlier one.

use chrono_tz::Europe::Amsterdam;
use serde::Serialize;

use super::cells::{cell, plain};
use super::data::named;
use crate::cli::answer::Answer;
use crate::cli::arguments::indicators::{
    IndicatorHistory, OneYear, RestoreIndicator, SetIndicator,
};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::grid::{Column, Grid};
use crate::cli::printing::Printed;
use crate::exchange::{keep_year_values, year_value_history, year_values};
use crate::figures::{YearKey, YearValue};
use crate::language::Language;
use crate::register::{Amount, Indicator, Reason, ValueProblem, read_choice, read_year};
use crate::store::{SharedRevision, Vault};

/// Changes the value of one year.
pub(in crate::cli) fn set(
    asked: &SetIndicator,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    let mut vault = context.open()?;
    let (indicator, key) = subject(&vault, &asked.of)?;
    let values = year_values(vault.shared()?)?;
    let known = values.get(&key).cloned().unwrap_or_default();
    let value = typed(asked, indicator, known)?;
    value.check(indicator)?;
    let changed = [(key.clone(), values.version(&key), value)];
    let (actor, now) = (context.actor, context.clock.now());
    let reason = asked.reason.clone().map(Reason::Words);
    keep_year_values(vault.shared_mut()?, &changed, actor, now, reason)?;
    Ok(kept(&key, context.language))
}

/// Shows the history of the value of one year.
pub(in crate::cli) fn history(
    asked: &IndicatorHistory,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let (indicator, key) = subject(&vault, &asked.of)?;
    let revisions = year_value_history(vault.shared()?, &key)?;
    let printable = Printable {
        indicator,
        revisions,
    };
    let text = printable.printed(asked.format, context.language)?;
    Ok(Answer::all_well(text))
}

/// Restores an earlier value of one year. The present value stays in the history.
pub(in crate::cli) fn restore(
    asked: &RestoreIndicator,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    let mut vault = context.open()?;
    let (_, key) = subject(&vault, &asked.of)?;
    let revisions = year_value_history(vault.shared()?, &key)?;
    let version = revisions
        .first()
        .map_or(0, |(revision, _)| revision.version);
    let mut revisions = revisions.into_iter();
    let wanted = revisions.find(|(revision, _)| revision.version == asked.revision);
    let (_, value) = wanted.ok_or_else(|| CommandError::NoSuchRevision {
        id: key.name(),
        revision: asked.revision,
    })?;
    let changed = [(key.clone(), version, value)];
    let (actor, now) = (context.actor, context.clock.now());
    let reason = asked.reason.clone().map(Reason::Words);
    keep_year_values(vault.shared_mut()?, &changed, actor, now, reason)?;
    Ok(kept(&key, context.language))
}

fn subject<'a>(vault: &'a Vault, of: &OneYear) -> Result<(&'a Indicator, YearKey), CommandError> {
    let indicator = named(vault, &of.indicator)?;
    let year = read_year(&of.year)?;
    Ok((indicator, YearKey::of(&indicator.id, year)))
}

fn kept(key: &YearKey, language: Language) -> Answer {
    let kept = language.say("indicator-kept", &[("id", key.name().into())]);
    Answer::all_well(kept + "\n")
}

/// The known value with what was typed in place of it.
fn typed(
    asked: &SetIndicator,
    indicator: &Indicator,
    known: YearValue,
) -> Result<YearValue, CommandError> {
    let amount = |written: &Option<String>| written.as_deref().map(Amount::read).transpose();
    let version = asked.measured.as_deref().map(|written| {
        let version = read_choice(&indicator.versions, written)?;
        Ok(version.id.clone())
    });
    let version: Option<String> = version
        .transpose()
        .map_err(|problem: ValueProblem| problem)?;
    let actual = amount(&asked.actual)?;
    // A new value is measured as it is at present, unless somebody says otherwise.
    let present = indicator.versions.last().filter(|_| actual.is_some());
    let present = present.map(|version| version.id.clone());
    let mut value = YearValue {
        budget: amount(&asked.budget)?.or(known.budget),
        edition: asked.edition.clone().or(known.edition),
        actual: actual.or(known.actual),
        document: asked.document.clone().or(known.document),
        source: asked.source.clone().or(known.source),
        version: version.or(known.version).or(present),
        note: asked.note.clone().or(known.note),
        circa: known.circa && asked.actual.is_none(),
        parts: known.parts,
    };
    for written in &asked.parts {
        let (name, amount) = written
            .rsplit_once('=')
            .ok_or_else(|| CommandError::NotAPart(written.clone()))?;
        let part = indicator.part_named(name).ok_or_else(|| {
            let parts = indicator.parts.iter();
            ValueProblem::NotAChoice {
                written: name.to_owned(),
                offered: parts.map(|part| part.choice.label.clone()).collect(),
            }
        })?;
        value
            .parts
            .insert(part.choice.id.clone(), Amount::read(amount)?);
    }
    Ok(value)
}

/// The history of a value, ready to be printed.
struct Printable<'a> {
    indicator: &'a Indicator,
    revisions: Vec<(SharedRevision, YearValue)>,
}

/// A revision as a program reads it.
#[derive(Serialize)]
struct JsonRevision<'a> {
    revision: u32,
    recorded: String,
    actor: &'a str,
    reason: Option<String>,
    value: &'a YearValue,
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        let column = |cell: &dyn Fn(&(SharedRevision, YearValue)) -> String| {
            self.revisions.iter().map(cell).collect::<Vec<_>>()
        };
        let words = |id: &str, cells| Column::words(language.text(id), cells);
        let numbers = |id: &str, cells| Column::numbers(vec![language.text(id)], cells);
        let amount = |amount| cell(amount, self.indicator, language);
        let grid = Grid {
            columns: vec![
                numbers(
                    "indicator-revision",
                    column(&|(revision, _)| revision.version.to_string()),
                ),
                words(
                    "indicator-recorded",
                    column(&|(revision, _)| {
                        language.date(revision.recorded.with_timezone(&Amsterdam).date_naive())
                    }),
                ),
                words(
                    "indicator-actor",
                    column(&|(revision, _)| revision.actor.clone()),
                ),
                numbers(
                    "indicator-budget",
                    column(&|(_, value)| amount(value.budget)),
                ),
                numbers(
                    "indicator-actual",
                    column(&|(_, value)| amount(value.actual)),
                ),
                words(
                    "indicator-reason",
                    column(&|(revision, _)| revision.why(language).unwrap_or_default()),
                ),
            ],
            totals: 0,
        };
        grid.text()
    }

    fn records(&self, language: Language) -> Vec<Vec<String>> {
        let names = [
            "versie",
            "vastgelegd",
            "door",
            "reden",
            "begroting",
            "realisatie",
        ];
        let mut records = vec![names.map(str::to_owned).to_vec()];
        records.extend(self.revisions.iter().map(|(revision, value)| {
            vec![
                revision.version.to_string(),
                revision.recorded.to_rfc3339(),
                revision.actor.clone(),
                revision.why(language).unwrap_or_default(),
                plain(value.budget),
                plain(value.actual),
            ]
        }));
        records
    }

    fn json(&self, language: Language) -> impl Serialize {
        let revisions = self.revisions.iter().map(|(revision, value)| JsonRevision {
            revision: revision.version,
            recorded: revision.recorded.to_rfc3339(),
            actor: &revision.actor,
            reason: revision.why(language),
            value,
        });
        revisions.collect::<Vec<_>>()
    }
}
