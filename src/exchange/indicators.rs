//! The import of values of indicators: each row has an indicator, a year, and perhaps a part of the indicator.
//!
//! An unknown indicator is refused, never made: its unit and direction decide how it is judged, and a misspelt name would
//! begin a second series beside the first.

use std::collections::BTreeMap;
use std::path::Path;

use super::figures_file_error::FiguresFileError;
use super::headers::{Column, HeaderError, Headers, Names, Refused, label, named};
use super::indicator_values::{keep_year_values, year_values};
use super::problem::{Problem, surplus};
use super::report::{Imported, Report, import_reason};
use super::sheet::cells::{Row, Sheet};
use super::sheet::read::read_sheet;
use crate::clock::Clock;
use crate::figures::{YearChange, YearKey, YearValue, YearValues};
use crate::language::folded;
use crate::register::{
    Amount, Direction, Indicator, IndicatorPart, Indicators, Unit, ValueProblem, read_choice,
    read_year,
};
use crate::store::Vault;

pub(super) const INDICATOR: Names = &["indicator"];
const YEAR: Names = &["jaar"];
const PART: Names = &["uitsplitsing", "onderdeel"];
const BUDGET: Names = &["begroting", "doel"];
const ACTUAL: Names = &["realisatie", "waarde"];
const UNIT: Names = &["eenheid"];
const DIRECTION: Names = &["richting"];
const SOURCE: Names = &["bron"];
const DOCUMENT: Names = &["document"];
const EDITION: Names = &["editie"];
const VERSION: Names = &["definitie"];
const NOTE: Names = &["toelichting"];
/// The name of the whole in the rows of a breakdown.
const WHOLE: &str = "totaal";

/// Which file of indicators is imported, and how.
#[derive(Clone, Copy, Debug)]
pub struct IndicatorsJob<'a> {
    /// The file.
    pub path: &'a Path,
    /// Whether to report what would happen and write nothing.
    pub dry_run: bool,
    /// Whether one refused row holds back all others.
    pub all_or_nothing: bool,
}

/// The result of an import of values.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorsImported {
    /// What became of the rows.
    pub imported: Imported,
    /// What was changed, or would be, by indicator and year; nothing of an import that was held back.
    pub changes: Vec<YearChange>,
}

/// Imports values of indicators as one action of this person, or reports what importing them would do.
///
/// # Errors
/// The file or its columns cannot be read, or the vault cannot be written; then nothing was.
pub fn import_indicators(
    vault: &mut Vault,
    job: &IndicatorsJob<'_>,
    actor: &str,
    clock: &Clock,
) -> Result<IndicatorsImported, FiguresFileError> {
    import_indicators_of(vault, &read_sheet(job.path)?, job, actor, clock)
}

/// The same, of a file that was read already.
pub(super) fn import_indicators_of(
    vault: &mut Vault,
    sheet: &Sheet,
    job: &IndicatorsJob<'_>,
    actor: &str,
    clock: &Clock,
) -> Result<IndicatorsImported, FiguresFileError> {
    let values = year_values(vault.shared()?)?;
    let mut plan = Plan {
        indicators: vault.indicators(),
        values: &values,
        changed: BTreeMap::new(),
        rows: BTreeMap::new(),
        report: Report::default(),
    };
    let mut headers = Headers::of(sheet);
    let columns = Columns::of(&mut headers)?;
    plan.report.ignored = headers.ignored();
    for row in &sheet.rows {
        plan.add(&columns, row, sheet);
    }
    let Plan {
        changed,
        mut report,
        ..
    } = plan;
    let held_back = job.all_or_nothing && report.refused > 0;
    let changes = changed.into_iter().map(|(key, after)| YearChange {
        before: values.get(&key).cloned().unwrap_or_default(),
        key,
        after,
    });
    let changes: Vec<YearChange> = changes.filter(|_| !held_back).collect();
    if held_back {
        (report.added, report.updated) = (0, 0);
    } else if !job.dry_run {
        let kept = changes.iter().map(|change| {
            let version = values.version(&change.key);
            (change.key.clone(), version, change.after.clone())
        });
        let kept: Vec<_> = kept.collect();
        let reason = Some(import_reason(job.path));
        keep_year_values(vault.shared_mut()?, &kept, actor, clock.now(), reason)?;
    }
    report.log(Some(job.path), job.dry_run);
    let imported = Imported {
        report,
        held_back,
        // Each value has a history of its own, from which it is put back.
        action: None,
    };
    Ok(IndicatorsImported { imported, changes })
}

/// The columns of a file of indicators.
struct Columns {
    indicator: Column,
    year: Column,
    part: Column,
    budget: Column,
    actual: Column,
    unit: Column,
    direction: Column,
    source: Column,
    document: Column,
    edition: Column,
    version: Column,
    note: Column,
}

impl Columns {
    fn of(headers: &mut Headers<'_>) -> Result<Self, HeaderError> {
        Ok(Self {
            indicator: headers.required(INDICATOR)?,
            year: headers.required(YEAR)?,
            part: headers.optional(PART)?,
            budget: headers.optional(BUDGET)?,
            actual: headers.required(ACTUAL)?,
            unit: headers.optional(UNIT)?,
            direction: headers.optional(DIRECTION)?,
            source: headers.optional(SOURCE)?,
            document: headers.optional(DOCUMENT)?,
            edition: headers.optional(EDITION)?,
            version: headers.optional(VERSION)?,
            note: headers.optional(NOTE)?,
        })
    }
}

/// What an import would do.
struct Plan<'a> {
    indicators: &'a Indicators,
    /// The values as they are stored.
    values: &'a YearValues,
    /// The values that the rows so far change.
    changed: BTreeMap<YearKey, YearValue>,
    /// The row that was about each indicator, year and part.
    rows: BTreeMap<(YearKey, Option<String>), usize>,
    report: Report,
}

impl Plan<'_> {
    /// Reads a row and counts it in the report.
    fn add(&mut self, columns: &Columns, row: &Row, sheet: &Sheet) {
        self.report.read += 1;
        let read = match surplus(row, sheet.headers.len(), sheet.is_text) {
            Some(problem) => Err(Box::new(problem)),
            None => self.read(columns, row),
        };
        match read {
            Err(problem) => {
                self.report.refused += 1;
                self.report.problems.push(*problem);
            }
            Ok(None) => self.report.unchanged += 1,
            Ok(Some(true)) => self.report.updated += 1,
            Ok(Some(false)) => self.report.added += 1,
        }
    }

    /// Applies a row to the values. None where it changes nothing; otherwise whether there was a value before.
    fn read(&mut self, columns: &Columns, row: &Row) -> Result<Option<bool>, Refused> {
        let (indicator, part) = self.subject(columns, row)?;
        same_as_defined(columns, row, indicator)?;
        let key = YearKey::of(&indicator.id, columns.year.need(row, read_year)?);
        let part = part.map(|part| part.choice.id.clone());
        if let Some(first) = self.rows.get(&(key.clone(), part.clone())) {
            let problem = Problem::RowTwice { first: *first };
            return Err(columns.indicator.problem(row, problem));
        }
        let kept = self.values.get(&key);
        let before = self.changed.get(&key).or(kept).cloned();
        let before = before.unwrap_or_default();
        let mut after = before.clone();
        let known = match &part {
            Some(part) => {
                let amount = columns.actual.need(row, Amount::read)?;
                if !columns.budget.text(row).is_empty() {
                    return Err(columns.budget.problem(row, Problem::BudgetOfPart));
                }
                after.parts.insert(part.clone(), amount);
                kept.is_some_and(|kept| kept.parts.contains_key(part))
            }
            None => {
                whole(columns, row, indicator, &mut after)?;
                kept.is_some_and(|kept| kept.actual.is_some() || kept.budget.is_some())
            }
        };
        let exceeds = |problem| columns.actual.problem(row, Problem::PartsExceed(problem));
        after.check(indicator).map_err(exceeds)?;
        self.rows.insert((key.clone(), part), row.number);
        if after == before {
            return Ok(None);
        }
        self.changed.insert(key, after);
        Ok(Some(known))
    }

    /// The indicator of a row, and the part of it where the row names one.
    fn subject(
        &self,
        columns: &Columns,
        row: &Row,
    ) -> Result<(&Indicator, Option<&IndicatorPart>), Refused> {
        let name = columns.indicator.need(row, |name| Ok(name.to_owned()))?;
        let part = columns.part.text(row);
        let whole = || Some((self.indicators.named(&name)?, None));
        let part = Some(part).filter(|part| !part.is_empty() && folded(part) != WHOLE);
        let found = match &part {
            Some(part) => self.indicators.part_named(&name, part),
            None => whole(),
        };
        found.ok_or_else(|| match (whole(), part) {
            (Some((indicator, _)), Some(written)) => {
                let parts = indicator.parts.iter();
                let offered = parts.map(|part| part.choice.label.clone());
                let offered = offered.chain([label(WHOLE)]).collect();
                let problem = ValueProblem::NotAChoice { written, offered };
                columns.part.problem(row, Problem::Value(problem))
            }
            _ => {
                let all = self.indicators.all().iter();
                let problem = Problem::UnknownIndicator {
                    value: name.clone(),
                    known: all.map(|indicator| indicator.label.clone()).collect(),
                };
                columns.indicator.problem(row, problem)
            }
        })
    }
}

/// Refuses a row whose unit or direction is not that of the indicator: its figures mean something else. Where neither way is
/// better, a file may say which way it looks: the figures are the same.
fn same_as_defined(columns: &Columns, row: &Row, indicator: &Indicator) -> Result<(), Refused> {
    same(&columns.unit, row, &Unit::NAMES, indicator.unit)?;
    if indicator.direction == Direction::Neutral {
        let read = |written: &str| named(&Direction::NAMES, written);
        return columns.direction.read(row, read).map(drop);
    }
    same(
        &columns.direction,
        row,
        &Direction::NAMES,
        indicator.direction,
    )
}

fn same<T: Copy + PartialEq>(
    column: &Column,
    row: &Row,
    names: &[(&'static str, T)],
    defined: T,
) -> Result<(), Refused> {
    let given = column.read(row, |written| named(names, written))?;
    if given.is_none_or(|given| given == defined) {
        return Ok(());
    }
    let defined = names.iter().find(|(_, meant)| *meant == defined);
    let problem = Problem::DefinedOtherwise {
        value: column.text(row),
        defined: defined.map_or("", |(name, _)| name),
    };
    Err(column.problem(row, problem))
}

/// Applies a row about the whole indicator to its value. A blank cell changes nothing.
fn whole(
    columns: &Columns,
    row: &Row,
    indicator: &Indicator,
    value: &mut YearValue,
) -> Result<(), Refused> {
    let text = |column: &Column| Some(column.text(row)).filter(|text| !text.is_empty());
    let document = text(&columns.document);
    if let Some(budget) = columns.budget.read(row, Amount::read)? {
        value.budget = Some(budget);
        value.edition = text(&columns.edition).or(document.clone());
    }
    if let Some(actual) = columns.actual.read(row, Amount::read)? {
        value.actual = Some(actual);
        value.document = document.or(value.document.take());
        // As the row says, or as it was, or as it is measured at present.
        let present = || indicator.versions.last().map(|version| version.id.clone());
        let in_row = version(columns, row, indicator)?;
        value.version = in_row.or(value.version.take()).or_else(present);
    }
    value.source = text(&columns.source).or(value.source.take());
    value.note = text(&columns.note).or(value.note.take());
    Ok(())
}

/// The way in which a value was measured, where the indicator has several: by the column for it, or else by the source.
fn version(columns: &Columns, row: &Row, indicator: &Indicator) -> Result<Option<String>, Refused> {
    let read = |written: &str| Ok(read_choice(&indicator.versions, written)?.id.clone());
    match columns.version.read(row, read)? {
        Some(given) => Ok(Some(given)),
        None if indicator.versions.is_empty() => Ok(None),
        None => columns.source.read(row, read),
    }
}
