//! In which order the numbers of the dates of a column stand: judged from all of them, or asked.

use std::collections::BTreeMap;

use super::choices::MappingChoices;
use super::column::{Column, OrderCounts, serial_number};
use super::link::{Link, Recognition};
use super::target::is_date;
use crate::exchange::sheet::cells::Cell;
use crate::register::{DateOrder, DateShape, Definition, date_shape};

/// The dates of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnDates {
    /// What was chosen for those that can be read in two ways.
    pub chosen: Option<DateOrder>,
    /// The dates that can be read in two ways: the first of them.
    pub examples: Vec<String>,
    /// How many they are.
    pub either: usize,
    /// A date that shows the order of those that can be read in one way only.
    pub telling: Option<String>,
    /// The order of the others, by the sign between their numbers; none where it is asked.
    orders: BTreeMap<char, Judged>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Judged {
    /// All dates with this sign show it, or leave room for it.
    Known(DateOrder),
    /// Nothing shows it; this is what is usual.
    Assumed(DateOrder),
    /// Nothing shows it, or they contradict each other.
    Asked,
}

/// How a date of a column is to be read.
pub(super) enum Reading {
    /// In this order.
    In(DateOrder),
    /// Nobody said in which order.
    Unknown,
}

impl ColumnDates {
    /// Whether somebody has to say, or said, in which order some of its dates stand.
    pub fn is_asked(&self) -> bool {
        self.orders.values().any(|judged| *judged == Judged::Asked)
    }

    /// Whether dates of it wait for an answer.
    pub fn is_open(&self) -> bool {
        self.chosen.is_none() && self.is_asked()
    }

    /// The order that its dates show, where they show one other than the usual; to say so.
    pub fn unusual(&self) -> Option<DateOrder> {
        let mut known = self.orders.values().filter_map(|judged| match judged {
            Judged::Known(order) if *order != DateOrder::Day => Some(*order),
            _ => None,
        });
        known.next()
    }

    /// Whether dates of it are read in the usual order though nothing shows it.
    pub fn is_assumed(&self) -> bool {
        let mut judged = self.orders.values();
        self.chosen.is_none() && judged.any(|judged| matches!(judged, Judged::Assumed(_)))
    }

    /// How this date is to be read.
    pub(super) fn reading(&self, written: &str) -> Reading {
        let sign = match date_shape(written) {
            Some(DateShape::Only { sign, .. } | DateShape::Either { sign }) => sign,
            _ => return Reading::In(self.chosen.unwrap_or_default()),
        };
        match (self.orders.get(&sign), self.chosen) {
            // What the dates show themselves, no answer overrules.
            (Some(Judged::Known(order)), _) => Reading::In(*order),
            (_, Some(order)) => Reading::In(order),
            (Some(Judged::Assumed(order)), None) => Reading::In(*order),
            (Some(Judged::Asked), None) => Reading::Unknown,
            (None, None) => Reading::In(DateOrder::Day),
        }
    }
}

/// The dates of the columns that feed one. Those that were typed in the program have the day first.
pub(super) fn column_dates(
    definition: &Definition,
    columns: &[Column],
    links: &[Link],
    choices: &MappingChoices,
    recognition: Recognition,
    typed: bool,
) -> BTreeMap<usize, ColumnDates> {
    let dates = links
        .iter()
        .filter(|link| is_date(definition, &link.target));
    let dates = dates.filter_map(|link| {
        let column = columns.get(link.column)?;
        let dates = match typed {
            true => ColumnDates::default(),
            false => judged(column, choices.order(&column.name), recognition),
        };
        Some((link.column, dates))
    });
    dates.collect()
}

fn judged(column: &Column, chosen: Option<DateOrder>, recognition: Recognition) -> ColumnDates {
    let mut dates = ColumnDates {
        chosen,
        ..ColumnDates::default()
    };
    for (sign, counts) in &column.dates.signs {
        let judged = judge(*sign, counts, recognition);
        if !matches!(judged, Judged::Known(_)) {
            dates.either += counts.either;
            dates.examples.extend(counts.examples.iter().cloned());
            if counts.examples.is_empty() {
                dates.examples.extend(counts.telling.clone());
            }
        } else if dates.telling.is_none() {
            dates.telling.clone_from(&counts.telling);
        }
        dates.orders.insert(*sign, judged);
    }
    dates
}

fn judge(sign: char, counts: &OrderCounts, recognition: Recognition) -> Judged {
    match (counts.day > 0, counts.month > 0, counts.year > 0) {
        (true, false, false) => Judged::Known(DateOrder::Day),
        (false, true, false) => Judged::Known(DateOrder::Month),
        (false, false, true) => Judged::Known(DateOrder::Year),
        // A slash is how American systems write; a dash or a dot is how people here do.
        (false, false, false) if recognition == Recognition::Names && sign != '/' => {
            Judged::Assumed(DateOrder::Day)
        }
        _ => Judged::Asked,
    }
}

/// The text of a cell of a column of dates: what a spreadsheet shows for the number of a day.
pub(super) fn date_text(cell: &Cell) -> Option<String> {
    let serial = match cell {
        Cell::Number(number) if (20_000.0..73_000.0).contains(number) => Some(*number),
        Cell::Text(text) => serial_number(text.trim()),
        _ => None,
    }?;
    let epoch = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let seconds = (serial.fract() * 86_400.0).round() as i64;
    let day = epoch.checked_add_days(chrono::Days::new(serial.trunc() as u64))?;
    let moment = day
        .and_time(chrono::NaiveTime::MIN)
        .checked_add_signed(chrono::TimeDelta::seconds(seconds))?;
    Some(Cell::Date(moment).text().into_owned())
}
