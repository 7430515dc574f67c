//! The key figures of Statistics Netherlands (*Kerncijfers wijken en buurten*): a neighbourhood a row, of which the
//! municipality's are added up by district. What is a part, such as the dwellings of a tenure, is a percentage there, so that
//! what follows is not exact. What is kept back of one neighbourhood is not known of its district.

use std::collections::BTreeMap;

use super::found::{Found, Gap, GapReason, Lists};
use super::neighbourhoods::{Neighbourhood, is_code};
use crate::exchange::figures_file_error::FiguresFileError;
use crate::exchange::sheet::cells::{Row, Sheet};
use crate::figures::{DistrictFacts, YearValue, YearValues};
use crate::language::folded;
use crate::register::{Amount, Choice, recognise};

/// The names of the column with the codes, the longest codes first.
const CODES: [&str; 5] = [
    "gwb_code_10",
    "gwb_code",
    "codering_3",
    "codering",
    "regiocode",
];
/// The names of the column with the names.
const NAMES: [&str; 3] = ["regio", "wijken en buurten", "naam"];
/// How long the beginning of a code is that says of which municipality it is.
const MUNICIPALITY: usize = 6;

/// The column with the codes, where this is such a file.
pub(super) fn code_column(sheet: &Sheet) -> Option<usize> {
    let coded = |at: &usize| sheet.rows.iter().any(|row| is_code(&row.text(*at)));
    let named = CODES.iter().filter_map(|name| column(sheet, name));
    named.into_iter().find(coded)
}

fn column(sheet: &Sheet, name: &str) -> Option<usize> {
    let mut headers = sheet.headers.iter();
    headers.position(|header| folded(header) == name)
}

/// Adds the neighbourhoods of the municipality up by district.
pub(super) fn read(
    sheet: &Sheet,
    code: usize,
    lists: Lists<'_>,
    places: &BTreeMap<String, (u32, Option<Neighbourhood>)>,
    year: i32,
    source: Option<&str>,
    known: &YearValues,
) -> Result<Found, FiguresFileError> {
    let places = places
        .iter()
        .filter_map(|(code, (_, place))| Some((code, place.as_ref()?)));
    let places: BTreeMap<&String, &Neighbourhood> = places.collect();
    if places.is_empty() {
        return Err(FiguresFileError::NoNeighbourhoods);
    }
    let rows = sheet.rows.iter().filter(|row| is_code(&row.text(code)));
    let rows: BTreeMap<String, &Row> = rows.map(|row| (row.text(code).into_owned(), row)).collect();
    let usual = format!("CBS, Kerncijfers wijken en buurten {year}");
    let mut file = File {
        lists,
        columns: columns(sheet, lists),
        rows: &rows,
        places: &places,
        found: Found::default(),
    };
    file.found.report.read = rows.keys().filter(|code| places.contains_key(code)).count();
    for district in &lists.districts.choices {
        if !places.values().any(|place| place.district == district.id) {
            continue;
        }
        for kind in &lists.kinds.choices {
            let Some(amount) = file.sum(district, kind) else {
                continue;
            };
            let value = YearValue {
                actual: Some(amount),
                circa: file.whole_of(kind).is_some(),
                source: Some(source.unwrap_or(&usual).to_owned()),
                ..YearValue::default()
            };
            let key = DistrictFacts::key(&district.id, &kind.id, year);
            file.found.put(key, value, known);
        }
    }
    let name = NAMES.iter().find_map(|name| column(sheet, name));
    file.unplaced(name);
    Ok(file.found)
}

/// The column of each thing that is known, where the file has it.
fn columns(sheet: &Sheet, lists: Lists<'_>) -> BTreeMap<String, usize> {
    let headers = sheet.headers.iter().enumerate();
    let known = headers.filter_map(|(at, header)| {
        // The tables of StatLine number their columns: `AantalInwoners_5`.
        let plain = header.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let plain = plain.strip_suffix('_').unwrap_or(header);
        let kind = recognise(&lists.kinds.choices, header);
        let kind = kind.or_else(|| recognise(&lists.kinds.choices, plain))?;
        Some((kind.id.clone(), at))
    });
    // The first of two that mean the same.
    let mut columns = BTreeMap::new();
    for (kind, at) in known {
        columns.entry(kind).or_insert(at);
    }
    columns
}

struct File<'a> {
    lists: Lists<'a>,
    columns: BTreeMap<String, usize>,
    rows: &'a BTreeMap<String, &'a Row>,
    places: &'a BTreeMap<&'a String, &'a Neighbourhood>,
    found: Found,
}

impl File<'_> {
    /// What the neighbourhoods of a district come to; none where one of them is not known, or the file does not have it.
    fn sum(&mut self, district: &Choice, kind: &Choice) -> Option<Amount> {
        let at = *self.columns.get(&kind.id)?;
        let whole = match self.whole_of(kind) {
            Some(whole) => Some(*self.columns.get(&whole)?),
            None => None,
        };
        let mut sum = 0.0;
        let mut gap = None;
        for (code, place) in self.places {
            if place.district != district.id {
                continue;
            }
            let name = || format!("{} ({code})", place.name);
            let Some(row) = self.rows.get(*code) else {
                gap = gap.or(Some((name(), GapReason::Missing)));
                continue;
            };
            let amount = number(row, at).and_then(|amount| match whole {
                Some(whole) => Some(amount / 100.0 * number(row, whole)?),
                None => Some(amount),
            });
            match amount {
                Some(amount) => sum += amount,
                // Where nobody lives there is nothing to keep back.
                None if whole.and_then(|whole| number(row, whole)) == Some(0.0) => {}
                None => gap = gap.or(Some((name(), GapReason::Masked))),
            }
        }
        if let Some((neighbourhood, reason)) = gap {
            self.found.gaps.push(Gap {
                district: district.label.clone(),
                kind: kind.label.clone(),
                neighbourhood,
                reason,
            });
            return None;
        }
        Amount::rounded(sum, 0)
    }

    /// What this is a percentage of.
    fn whole_of(&self, kind: &Choice) -> Option<String> {
        let kinds = self.lists.kinds.choices.iter();
        let mut wholes = kinds.filter(|whole| {
            let rest = kind.id.strip_prefix(whole.id.as_str());
            rest.is_some_and(|rest| rest.starts_with('-'))
        });
        Some(wholes.next()?.id.clone())
    }

    /// The neighbourhoods of the municipalities of the table that it puts in no district.
    fn unplaced(&mut self, name: Option<usize>) {
        let ours: Vec<&str> = self
            .places
            .keys()
            .filter_map(|code| code.get(..MUNICIPALITY))
            .collect();
        for (code, row) in self.rows {
            let here = code
                .get(..MUNICIPALITY)
                .is_some_and(|of| ours.contains(&of));
            if here && !self.places.contains_key(code) {
                let name = name
                    .map(|name| row.text(name).into_owned())
                    .unwrap_or_default();
                self.found.unplaced.push(format!("{name} ({code})"));
            }
        }
    }
}

/// The number in a cell; none where it is kept back, which a point or a blank says.
fn number(row: &Row, at: usize) -> Option<f64> {
    let amount = Amount::read(&row.text(at)).ok()?;
    (amount >= Amount::default()).then(|| amount.number())
}
