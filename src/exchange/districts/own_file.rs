//! A table of the municipality: a district and a year a row, and a column for each thing that is known.

use super::found::{Found, Lists};
use crate::exchange::figures_file_error::FiguresFileError;
use crate::exchange::headers::{Column, Headers, Names, Refused};
use crate::exchange::problem::{Problem, surplus};
use crate::exchange::sheet::cells::{Row, Sheet};
use crate::figures::{DistrictFacts, YearKey, YearValue, YearValues};
use crate::register::{Amount, Choice, ValueProblem, read_choice, read_year, recognise};

const DISTRICT: Names = &["wijk", "district"];
const YEAR: Names = &["jaar", "year"];
const SOURCE: Names = &["bron", "source"];
/// What stands before an amount that is not exact.
const ABOUT: [&str; 4] = ["circa", "ca.", "ca", "±"];

/// Whether this is such a table.
pub(super) fn has_districts(sheet: &Sheet) -> bool {
    Headers::of(sheet).has(DISTRICT)
}

/// Reads the table.
pub(super) fn read(
    sheet: &Sheet,
    headers: &mut Headers<'_>,
    lists: Lists<'_>,
    year: Option<i32>,
    source: Option<&str>,
    known: &YearValues,
) -> Result<Found, FiguresFileError> {
    let district = headers.required(DISTRICT)?;
    let of_year = match year {
        Some(_) => headers.optional(YEAR)?,
        None => headers.required(YEAR)?,
    };
    let of_source = headers.optional(SOURCE)?;
    let mut found = Found::default();
    let kinds = sheet.headers.iter().enumerate();
    let kinds = kinds.filter_map(|(at, header)| {
        let kind = recognise(&lists.kinds.choices, header)?;
        Some((headers.at(at), kind))
    });
    let kinds: Vec<(Column, &Choice)> = kinds.collect();
    found.report.ignored = headers.unused();
    let columns = Columns {
        district,
        year: of_year,
        source: of_source,
        kinds,
    };
    let usual = Usual { year, source };
    let mut seen: std::collections::BTreeMap<YearKey, usize> = std::collections::BTreeMap::new();
    for row in &sheet.rows {
        found.report.read += 1;
        let read = match surplus(row, sheet.headers.len(), sheet.is_text) {
            Some(problem) => Err(Box::new(problem)),
            None => columns.row(row, lists, usual),
        };
        let read = read.and_then(|values| {
            let twice = values.iter().find_map(|(key, _)| seen.get(key));
            match twice {
                Some(first) => Err(columns
                    .district
                    .problem(row, Problem::RowTwice { first: *first })),
                None => Ok(values),
            }
        });
        match read {
            Ok(values) => {
                for (key, value) in values {
                    seen.insert(key.clone(), row.number);
                    found.put(key, value, known);
                }
            }
            Err(problem) => {
                found.report.refused += 1;
                found.report.problems.push(*problem);
            }
        }
    }
    Ok(found)
}

/// The year and the source where the file does not say them.
#[derive(Clone, Copy)]
struct Usual<'a> {
    year: Option<i32>,
    source: Option<&'a str>,
}

struct Columns<'a> {
    district: Column,
    year: Column,
    source: Column,
    kinds: Vec<(Column, &'a Choice)>,
}

impl Columns<'_> {
    /// The values of a row. A blank cell says nothing.
    fn row(
        &self,
        row: &Row,
        lists: Lists<'_>,
        usual: Usual<'_>,
    ) -> Result<Vec<(YearKey, YearValue)>, Refused> {
        let choice = |written: &str| Ok(read_choice(&lists.districts.choices, written)?.id.clone());
        let district = self.district.need(row, choice)?;
        let year = match usual.year {
            Some(usual) => self.year.read(row, read_year)?.unwrap_or(usual),
            None => self.year.need(row, read_year)?,
        };
        let source = Some(self.source.text(row)).filter(|source| !source.is_empty());
        let source = source.or_else(|| usual.source.map(str::to_owned));
        let mut values = Vec::new();
        for (column, kind) in &self.kinds {
            let Some((amount, circa)) = column.read(row, amount)? else {
                continue;
            };
            let value = YearValue {
                actual: Some(amount),
                circa,
                source: source.clone(),
                ..YearValue::default()
            };
            values.push((DistrictFacts::key(&district, &kind.id, year), value));
        }
        Ok(values)
    }
}

/// A number that is not below zero, and whether it is said to be about that much.
fn amount(written: &str) -> Result<(Amount, bool), ValueProblem> {
    let lower = written.trim().to_lowercase();
    let about = ABOUT.iter().find(|about| lower.starts_with(**about));
    let plain = about.map_or(lower.as_str(), |about| lower[about.len()..].trim());
    let amount = Amount::read(plain)?;
    if amount < Amount::default() {
        return Err(ValueProblem::NotANumber(written.to_owned()));
    }
    Ok((amount, about.is_some()))
}
