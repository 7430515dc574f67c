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
use crate::figures::quantity::Quantity;
use crate::figures::slice::Slice;
use crate::register::{Amount, CountedBy, Definition, Indicator, IndicatorPart, Unit};

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
        let counted =
            |part: Option<&IndicatorPart>, period| total(columns, indicator, counts, part, period);
        // What came with the program counts nothing where the municipality has other choices in its place.
        let fits = |part: Option<&IndicatorPart>| {
            let figure = |year| counted_figure(columns.definition(), counts, part, year);
            !indicator.shipped
                || Period::year(*years.start()).is_none_or(|year| figure(year).is_ok())
        };
        if !fits(None) {
            return Ok(());
        }
        let parts = indicator.parts.iter();
        let parts = parts.filter(|part| !part.filters.is_empty() && fits(Some(part)));
        let parts: Vec<&IndicatorPart> = parts.collect();
        let periods = years.filter_map(|year| Some((year, Period::year(year)?)));
        for (year, period) in periods {
            if !known_by_the_end_of(columns, period)? {
                continue;
            }
            let key = YearKey::of(&indicator.id, year);
            let whole = [None].into_iter();
            for part in whole.chain(parts.iter().map(|part| Some(*part))) {
                if let Some(amount) = counted(part, period)? {
                    let part = part.map(|part| part.choice.id.clone());
                    self.put(key.clone(), part, amount);
                }
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

/// What is computed from the cases that an indicator counts.
pub fn counted_quantity(counts: &CountedBy) -> Quantity {
    match (&counts.sum, &counts.average) {
        (Some(field), _) => Quantity::Sum(field.clone()),
        (None, Some(field)) => Quantity::Average(field.clone()),
        (None, None) if counts.persons => Quantity::Persons,
        (None, None) => Quantity::Count,
    }
}

/// What the cases come to; of an average of no cases nothing is known.
fn total(
    columns: &Columns,
    indicator: &Indicator,
    counts: &CountedBy,
    part: Option<&IndicatorPart>,
    period: Period,
) -> Result<Option<Amount>, FigureError> {
    let figure = counted_figure(columns.definition(), counts, part, period)?;
    let quantity = counted_quantity(counts);
    let total = columns.table(&figure, &quantity)?.total;
    let decimals = match (&quantity, indicator.unit) {
        (Quantity::Average(_), Unit::Mark) => 1,
        (Quantity::Average(_), _) => 2,
        _ => 3,
    };
    if let Some(total) = total {
        return Ok(Amount::rounded(total, decimals));
    }
    // Of no cases the sum is nothing; of cases that lack the number it is not known.
    let none = !matches!(quantity, Quantity::Average(_)) && columns.crosstab(&figure)?.total == 0;
    Ok(none.then(Amount::default))
}

/// One number, split by nothing.
fn figure(slice: Slice, measure: Measure, period: Period) -> Figure {
    Figure {
        entries: None,
        rows: Vec::new(),
        columns: Vec::new(),
        measure,
        period,
        slice,
    }
}
