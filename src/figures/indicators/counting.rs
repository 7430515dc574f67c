//! Counts the values of indicators from the cases of a register.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::year_value::YearKey;
use crate::figures::columns::Columns;
use crate::figures::error::FigureError;
use crate::figures::figure::Figure;
use crate::figures::measure::Measure;
use crate::figures::period::Period;
use crate::figures::slice::Slice;
use crate::register::{Amount, CountedBy, Definition, Indicator, IndicatorPart};

/// The counts of cases for each indicator that counts them: of the whole, and of its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseCounts {
    counts: BTreeMap<(YearKey, Option<String>), Amount>,
}

impl CaseCounts {
    /// Counts the cases behind an indicator in these years. A year for which the register does not know a single case yet
    /// is not known: never 0.
    ///
    /// # Errors
    /// A filter or measure that the register does not have.
    pub fn count(
        &mut self,
        indicator: &Indicator,
        columns: &Columns,
        years: RangeInclusive<i32>,
    ) -> Result<(), FigureError> {
        let Some(counts) = &indicator.counts else {
            return Ok(());
        };
        let periods = years.filter_map(|year| Some((year, Period::year(year)?)));
        for (year, period) in periods {
            if !known_by_the_end_of(columns, period)? {
                continue;
            }
            let whole = total(columns, counts, None, period)?;
            let key = YearKey::of(&indicator.id, year);
            self.put(key.clone(), None, whole);
            for part in indicator
                .parts
                .iter()
                .filter(|part| !part.filters.is_empty())
            {
                let amount = total(columns, counts, Some(part), period)?;
                self.put(key.clone(), Some(part.choice.id.clone()), amount);
            }
        }
        Ok(())
    }

    /// Puts a count there: of the whole, or of a part.
    pub fn put(&mut self, key: YearKey, part: Option<String>, amount: Amount) {
        self.counts.insert((key, part), amount);
    }

    /// What the cases come to, where they are known.
    pub fn get(&self, key: &YearKey, part: Option<&str>) -> Option<Amount> {
        let key = (key.clone(), part.map(str::to_owned));
        self.counts.get(&key).copied()
    }
}

/// Whether any case began by then.
fn known_by_the_end_of(columns: &Columns, period: Period) -> Result<bool, FigureError> {
    let until = Period {
        from: NaiveDate::MIN,
        to: period.to,
    };
    let measure = Measure::default_of(columns.definition().kind);
    let table = columns.crosstab(&figure(Slice::whole(), measure, until))?;
    Ok(table.total > 0)
}

/// The figure by which an indicator, or a part of it, is counted over a period.
///
/// # Errors
/// A filter or measure that the register does not have.
pub fn counted_figure(
    definition: &Definition,
    counts: &CountedBy,
    part: Option<&IndicatorPart>,
    period: Period,
) -> Result<Figure, FigureError> {
    let more = part.map_or(&[][..], |part| &part.filters[..]);
    let filters = [&counts.filters[..], more].concat();
    let slice = Slice::parse(definition, &filters)?;
    let fitting = Measure::of_register(definition);
    let measure = Measure::named(&counts.measure).filter(|measure| fitting.contains(measure));
    let measure = measure.ok_or_else(|| FigureError::UnknownMeasure {
        register: definition.id.clone(),
        measure: counts.measure.clone(),
        known: definition
            .measures()
            .into_iter()
            .map(str::to_owned)
            .collect(),
    })?;
    Ok(figure(slice, measure, period))
}

fn total(
    columns: &Columns,
    counts: &CountedBy,
    part: Option<&IndicatorPart>,
    period: Period,
) -> Result<Amount, FigureError> {
    let figure = counted_figure(columns.definition(), counts, part, period)?;
    let table = columns.crosstab(&figure)?;
    Ok(Amount::whole(
        i64::try_from(table.total).unwrap_or(i64::MAX),
    ))
}

/// One number, split by nothing.
fn figure(slice: Slice, measure: Measure, period: Period) -> Figure {
    Figure {
        rows: Vec::new(),
        columns: Vec::new(),
        measure,
        period,
        slice,
    }
}
