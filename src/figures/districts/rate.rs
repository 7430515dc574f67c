//! Figures for every thousand dwellings, or of whatever else is known of districts. With too few cases or dwellings a rate
//! says nothing: then the two numbers themselves stand there.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::facts::{DistrictFact, DistrictFacts};
use crate::figures::columns::Columns;
use crate::figures::crosstab::Crosstab;
use crate::figures::error::FigureError;
use crate::figures::figure::Figure;
use crate::figures::keys::UNKNOWN_KEY;
use crate::figures::quantity::{Number, Quantity};
use crate::figures::slice::Slice;
use crate::language::{Explain, Label, Language};
use crate::register::{Amount, Definition, recognise};

/// With fewer cases there is no rate.
const LEAST_CASES: f64 = 10.0;
/// With fewer dwellings there is no rate.
const LEAST_OF: f64 = 500.0;

/// For every thousand of what a figure is given, and of which year that is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Per {
    /// What is known of districts, by its id or a name of it.
    pub kind: String,
    /// The year of which it is taken; none is the year in which the period of the figure ends. Another one is never taken
    /// unasked.
    pub year: Option<i32>,
}

/// A cell of a figure with what it is a rate of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rate {
    /// The number in the cell.
    pub cases: Number,
    /// Of how many dwellings; none where that is not known.
    pub of: Option<DistrictFact>,
}

impl Rate {
    /// How many there are to a thousand, where there are enough cases and dwellings for that.
    pub fn per_thousand(self) -> Option<f64> {
        let (cases, of) = (self.cases?, self.of?.amount.number());
        (cases >= LEAST_CASES && of >= LEAST_OF).then(|| cases / of * 1000.0)
    }
}

/// Why a figure cannot be given for every thousand of something.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
pub enum RateError {
    /// The figure itself cannot be made.
    #[error(transparent)]
    #[strum(transparent)]
    Figure(#[from] FigureError),
    /// There is no such thing that is known of districts.
    #[error("nothing is known of districts by the name {name}")]
    UnknownKind {
        /// What was asked.
        name: String,
        /// What can be asked.
        known: Vec<String>,
    },
    /// It is not known of this year.
    #[error("nothing is known of {year}")]
    UnknownYear {
        /// What was asked.
        kind: Label,
        /// The year.
        year: i32,
        /// The nearest year of which it is known.
        nearest: Option<i32>,
    },
}

impl Explain for RateError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Figure(error) => error.explain(language),
            Self::UnknownKind { name, known } => language.say(
                "rate-unknown-kind",
                &[("value", name.into()), ("known", known.join(", ").into())],
            ),
            Self::UnknownYear {
                kind,
                year,
                nearest,
            } => {
                let kind = ("kind", kind.text(language).to_lowercase().into());
                let year = ("year", year.to_string().into());
                match nearest {
                    Some(nearest) => {
                        let nearest = ("nearest", nearest.to_string().into());
                        language.say("rate-other-year", &[kind, year, nearest])
                    }
                    None => language.say("rate-no-year", &[kind, year]),
                }
            }
        }
    }
}

/// What a figure is a rate of: the kind and the year, found.
#[derive(Clone, Copy)]
struct Of<'a> {
    facts: DistrictFacts<'a>,
    definition: &'a Definition,
    kind: &'a str,
    year: i32,
}

impl Columns {
    /// A figure with what each of its cells is a rate of, and the year of which that is. A cell of a district is a rate of
    /// what is known of that district; one of a tenure, of the dwellings of that tenure.
    ///
    /// # Errors
    /// Those of a table, a quantity that is no part of a whole, and what is not known of districts in that year.
    pub fn rates(
        &self,
        figure: &Figure,
        quantity: &Quantity,
        facts: DistrictFacts<'_>,
        per: &Per,
    ) -> Result<(Crosstab<Rate>, i32), RateError> {
        if !quantity.has_shares() {
            return Err(FigureError::NoShares.into());
        }
        let Some(kind) = recognise(&facts.kinds.choices, &per.kind) else {
            let known = facts.kinds.choices.iter();
            return Err(RateError::UnknownKind {
                name: per.kind.clone(),
                known: known.map(|kind| kind.id.clone()).collect(),
            });
        };
        let ends = period_year(figure);
        let year = per.year.unwrap_or(ends);
        if !facts.years(&kind.id).contains(&year) {
            return Err(RateError::UnknownYear {
                kind: kind.label.clone(),
                year,
                nearest: facts.nearest(&kind.id, year),
            });
        }
        let of = Of {
            facts,
            definition: self.definition(),
            kind: &kind.id,
            year,
        };
        let table = self.table(figure, quantity)?;
        let rate = |cases: Number, row: Option<&Vec<String>>, column: Option<&Vec<String>>| {
            let slice = figure.slice_at(row.map(Vec::as_slice), column.map(Vec::as_slice));
            let of = of.slice(&slice);
            Rate { cases, of }
        };
        let (rows, columns) = (&table.row_keys, &table.column_keys);
        let cells = rows.iter().zip(&table.cells).map(|(row, cells)| {
            let cells = columns.iter().zip(cells);
            let cells = cells.map(|(column, cases)| rate(*cases, Some(row), Some(column)));
            cells.collect()
        });
        let row_totals = rows.iter().zip(&table.row_totals);
        let column_totals = columns.iter().zip(&table.column_totals);
        let rates = Crosstab {
            cells: cells.collect(),
            row_totals: row_totals
                .map(|(row, cases)| rate(*cases, Some(row), None))
                .collect(),
            column_totals: column_totals
                .map(|(column, cases)| rate(*cases, None, Some(column)))
                .collect(),
            total: rate(table.total, None, None),
            adds_up: false,
            balance: None,
            row_keys: table.row_keys,
            column_keys: table.column_keys,
        };
        Ok((rates, year))
    }
}

/// The year in which the period of a figure ends.
fn period_year(figure: &Figure) -> i32 {
    use chrono::Datelike;
    figure.period.to.year()
}

impl<'a> Of<'a> {
    /// What is known of the part of the register that this slice wants; none where it wants what nothing is known of.
    fn slice(&self, slice: &Slice) -> Option<DistrictFact> {
        let mut districts: Option<BTreeSet<&str>> = None;
        let mut parts: Option<BTreeSet<&str>> = None;
        for (field, keys) in slice.filters() {
            let wanted = || keys.iter().map(String::as_str);
            if self.has_municipalities(field) {
                let choices = self.facts.districts.choices.iter();
                let here = choices.filter(|district| {
                    let own = district.municipality.as_ref();
                    own.is_some_and(|own| keys.contains(own))
                });
                let here = here.map(|district| district.id.as_str()).collect();
                districts = Some(both(districts, here));
            } else if self.has_districts(field) {
                // In an unknown district there are no dwellings.
                if keys.contains(UNKNOWN_KEY) {
                    return None;
                }
                let here = wanted().collect();
                districts = Some(both(districts, here));
            } else if self.has_parts(field) {
                let here: Option<BTreeSet<&str>> = wanted()
                    .map(|key| self.facts.part(self.kind, key))
                    .collect();
                parts = Some(both(parts, here?));
            }
        }
        let all = || {
            let last = NaiveDate::from_ymd_opt(self.year, 12, 31);
            let choices = self.facts.districts.choices.iter();
            let there = choices.filter(move |choice| {
                last.map_or(choice.is_current(), |last| choice.offered_on(last))
            });
            there.map(|choice| choice.id.as_str()).collect()
        };
        let districts = districts.unwrap_or_else(all);
        let kinds = parts.unwrap_or_else(|| BTreeSet::from([self.kind]));
        let mut whole = DistrictFact::default();
        for kind in kinds {
            let one = self
                .facts
                .together(districts.iter().copied(), kind, self.year)?;
            whole.amount = whole.amount + one.amount;
            whole.circa |= one.circa;
        }
        (whole.amount > Amount::default()).then_some(whole)
    }

    /// Whether the choices of this field are the districts.
    fn has_districts(&self, field: &str) -> bool {
        let field = self.definition.field(field);
        let list = field.and_then(|field| field.choices_from.as_ref());
        list == Some(&self.facts.districts.id)
    }

    /// Whether this field says in which municipality a case is.
    fn has_municipalities(&self, field: &str) -> bool {
        let mut fields = self.definition.fields.iter();
        fields.any(|district| district.within.as_deref() == Some(field))
    }

    /// Whether something is known of districts for a choice of this field.
    fn has_parts(&self, field: &str) -> bool {
        let field = self.definition.field(field);
        field.is_some_and(|field| {
            let mut choices = field.choices.iter();
            choices.any(|choice| self.facts.part(self.kind, &choice.id).is_some())
        })
    }
}

fn both<'k>(before: Option<BTreeSet<&'k str>>, here: BTreeSet<&'k str>) -> BTreeSet<&'k str> {
    match before {
        Some(before) => before.intersection(&here).copied().collect(),
        None => here,
    }
}
