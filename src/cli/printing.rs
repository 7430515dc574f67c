//! The forms in which a figure or a report is given: text for the eye, CSV for a spreadsheet, JSON for a program.

use chrono::NaiveDate;
use serde::Serialize;

use super::arguments::Format;
use super::error::CommandError;
use crate::figures::{self, Measure, Slice, dimension_label, key_label};
use crate::language::Language;
use crate::register::{Definition, FieldKind};

/// Something that can be given in every form.
pub(super) trait Printed {
    /// For the eye, with labels.
    fn text(&self, language: Language) -> String;

    /// The records of a CSV file, the header first; ids and names that are the same in every language, so that it can be
    /// processed. Only sentences are in the language of the screen.
    fn records(&self, language: Language) -> Vec<Vec<String>>;

    /// What a program reads: always the same names.
    fn json(&self, language: Language) -> impl Serialize;

    /// The form that was asked for.
    fn printed(&self, format: Format, language: Language) -> Result<String, CommandError> {
        match format {
            Format::Text => Ok(self.text(language)),
            Format::Csv => csv_of(&self.records(language)),
            Format::Json => Ok(serde_json::to_string(&self.json(language))? + "\n"),
        }
    }
}

fn csv_of(records: &[Vec<String>]) -> Result<String, CommandError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in records {
        writer.write_record(record)?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A period as a program reads it.
#[derive(Serialize)]
pub(super) struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

impl From<figures::Period> for Period {
    fn from(period: figures::Period) -> Self {
        let figures::Period { from, to } = period;
        Self { from, to }
    }
}

/// A balance as a program reads it.
#[derive(Serialize)]
pub(super) struct Balance {
    beginstand: u64,
    instroom: u64,
    heropend: u64,
    afgerond: u64,
    eindstand: u64,
}

impl From<figures::Balance> for Balance {
    fn from(balance: figures::Balance) -> Self {
        Self {
            beginstand: balance.opening,
            instroom: balance.inflow,
            heropend: balance.reopened,
            afgerond: balance.finished,
            eindstand: balance.closing,
        }
    }
}

/// The balance as a sentence: both sides of it, and what they come to.
pub(super) fn balance_line(balance: figures::Balance, language: Language) -> String {
    language.say(
        "cli-balance",
        &[
            ("opening", balance.opening.into()),
            ("inflow", balance.inflow.into()),
            ("reopened", balance.reopened.into()),
            ("handled", balance.handled().into()),
            ("finished", balance.finished.into()),
            ("closing", balance.closing.into()),
        ],
    )
}

/// How many reports came in, and about how many cases.
pub(super) fn reports_line(
    definition: &Definition,
    reports: u64,
    cases: u64,
    language: Language,
) -> String {
    language.say(
        "reports-in-cases",
        &[
            ("reports", reports.into()),
            ("count", cases.into()),
            ("cases", definition.case_word(cases).text(language).into()),
        ],
    )
}

/// What stands above a figure: its title, what is counted and when, and the part of the register it is about.
pub(super) fn heading(
    title: &str,
    measure: Option<Measure>,
    period: figures::Period,
    (definition, slice): (&Definition, &Slice),
    language: Language,
) -> String {
    let days = language.say(
        "cli-days",
        &[
            ("from", language.date(period.from).into()),
            ("to", language.date(period.to).into()),
        ],
    );
    let about = match measure {
        Some(measure) => format!("{}, {days}", measure_label(measure, language)),
        None => days,
    };
    let filters = slice.filters().map(|(field, keys)| {
        let keys = keys
            .iter()
            .map(|key| key_label(definition, field, key, language));
        let keys = keys.collect::<Vec<_>>().join(", ");
        format!("{}: {keys}", dimension_label(definition, field, language))
    });
    let lines = [title.to_owned(), about].into_iter().chain(filters);
    lines.map(|line| line + "\n").collect::<String>() + "\n"
}

/// The label of a measure.
pub(super) fn measure_label(measure: Measure, language: Language) -> String {
    language.text(&format!("measure-{}", measure.name()))
}

/// The name of the totals among ids.
pub(super) const TOTAL: &str = "totaal";

/// Whether a case can have several keys of this field, so that the parts do not add up.
pub(super) fn several(definition: &Definition, field: &str) -> bool {
    definition
        .field(field)
        .is_some_and(|field| field.kind == FieldKind::Choices)
}

/// A number for the eye.
pub(super) fn number(count: u64, language: Language) -> String {
    language.count(i64::try_from(count).unwrap_or(i64::MAX))
}
