//! What has to be said about the order of day and month in a column, because it is not the usual one or nothing shows it.

use super::date_order::ColumnDates;
use super::mapping::Mapping;
use crate::language::{Explain, Language};
use crate::register::DateOrder;

/// Something to say about the dates of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateNote {
    /// The name of the column.
    pub column: String,
    /// One of its dates.
    pub example: String,
    /// What there is to say.
    pub kind: DateNoteKind,
}

/// What there is to say about the dates of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateNoteKind {
    /// The example shows that they stand in this order.
    Shown(DateOrder),
    /// Nothing shows the order; they are read with the day first.
    Assumed,
    /// Nothing shows the order, and rows wait for an answer.
    Asked,
}

impl DateNote {
    /// What there is to say about the dates of a mapping.
    pub(super) fn of(mapping: &Mapping) -> Vec<Self> {
        let columns = mapping.names().iter().enumerate();
        let notes = columns.filter_map(|(at, name)| {
            let dates = mapping.dates(at)?;
            let (kind, example) = note(dates)?;
            Some(Self {
                column: name.clone(),
                example,
                kind,
            })
        });
        notes.collect()
    }
}

fn note(dates: &ColumnDates) -> Option<(DateNoteKind, String)> {
    let example = || dates.examples.first().cloned().unwrap_or_default();
    if dates.is_open() {
        return Some((DateNoteKind::Asked, example()));
    }
    if let Some(order) = dates.unusual().filter(|_| dates.chosen.is_none()) {
        let telling = dates.telling.clone().unwrap_or_default();
        return Some((DateNoteKind::Shown(order), telling));
    }
    dates
        .is_assumed()
        .then(|| (DateNoteKind::Assumed, example()))
}

impl Explain for DateNote {
    fn explain(&self, language: Language) -> String {
        let id = match self.kind {
            DateNoteKind::Shown(DateOrder::Day) => "import-dates-day",
            DateNoteKind::Shown(DateOrder::Month) => "import-dates-month",
            DateNoteKind::Shown(DateOrder::Year) => "import-dates-year",
            DateNoteKind::Assumed => "import-dates-assumed",
            DateNoteKind::Asked => "import-dates-asked",
        };
        language.say(
            id,
            &[
                ("column", (&self.column).into()),
                ("example", (&self.example).into()),
            ],
        )
    }
}
