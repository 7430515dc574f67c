//! A cell of a spreadsheet as this program knows cells.

use calamine::{Data, DataRef, DataType, ExcelDateTime};
use chrono::{DurationRound, NaiveDateTime, TimeDelta};

use crate::exchange::sheet::cells::Cell;

/// The days that are dates, up to the end of the year 9999.
const DAYS: std::ops::Range<f64> = 0.0..2_958_466.0;

/// The cell; a time without a day is a text, as a person would type it.
pub(super) fn of_ref(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::SharedString(text) => text_cell((*text).to_owned()),
        other => of(other.clone().into()),
    }
}

/// The same of a cell that owns its text.
pub(super) fn of(data: Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(number as f64),
        Data::Float(number) => Cell::Number(number),
        Data::Bool(yes) => Cell::YesNo(yes),
        Data::String(text) => text_cell(text),
        Data::DurationIso(text) => Cell::Text(time_of_iso(&text).unwrap_or(text)),
        Data::DateTime(moment) => moment_cell(&moment, &data),
        Data::DateTimeIso(_) => match data.as_datetime() {
            Some(date) => Cell::Date(date),
            None => Cell::Text(data.to_string()),
        },
        // `#N/A` stays visible: a field that cannot read it is refused with this cell.
        Data::Error(error) => Cell::Text(error.to_string()),
    }
}

/// A text without the NUL letters that old files leave in it.
fn text_cell(text: String) -> Cell {
    match text.contains('\0') {
        true => Cell::Text(text.replace('\0', "")),
        false => Cell::Text(text),
    }
}

/// A moment or a duration, which Excel keeps as a number of days.
fn moment_cell(moment: &ExcelDateTime, data: &Data) -> Cell {
    let days = moment.as_f64();
    if !DAYS.contains(&days) {
        // A telephone number in a column of dates; Excel shows no date there either.
        return Cell::Number(days);
    }
    if moment.is_duration() || (0.0..1.0).contains(&days) {
        return Cell::Text(hours(days));
    }
    match data.as_datetime() {
        Some(date) => Cell::Date(without_noise(date)),
        None => Cell::Text(data.to_string()),
    }
}

/// A moment to the second: a fraction of a day cannot hold one exactly.
fn without_noise(date: NaiveDateTime) -> NaiveDateTime {
    date.duration_round(TimeDelta::seconds(1)).unwrap_or(date)
}

/// A number of days as hours and minutes: `14:30`, `36:15`, with seconds where there are any.
fn hours(days: f64) -> String {
    let sign = if days < 0.0 { "-" } else { "" };
    let seconds = (days.abs() * 86_400.0).round().min(1e15) as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match seconds {
        0 => format!("{sign}{hours:02}:{minutes:02}"),
        _ => format!("{sign}{hours:02}:{minutes:02}:{seconds:02}"),
    }
}

/// A duration of LibreOffice (`PT14H30M00S`) as a time.
pub(super) fn time_of_iso(text: &str) -> Option<String> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    let rest = rest.strip_prefix("PT")?;
    let (hour, rest) = rest.split_once('H')?;
    let (minute, rest) = rest.split_once('M')?;
    let second = rest.strip_suffix('S')?.replace(',', ".");
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| *number >= 0.0);
    let seconds = number(hour)? * 3600.0 + number(minute)? * 60.0 + number(&second)?;
    Some(hours(sign * seconds / 86_400.0))
}
