//! Dates and times as people type them: in full, or in the shorthand of the telephone (`v`, `g`, `m`, `+14`, `21-11`).

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

use crate::register::{ValueProblem, read_date};

/// A day in shorthand: `v`/`vandaag`/`today`, `g`/`gisteren`/`yesterday`, `m`/`morgen`/`tomorrow`, a number of days from
/// today (`+14`, `-2`), or a day of the present year (`21-11`). None for anything else, such as a whole date.
pub fn short_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "v" | "vandaag" | "today" => return Some(today),
        "g" | "gisteren" | "yesterday" => return today.pred_opt(),
        "m" | "morgen" | "tomorrow" => return today.succ_opt(),
        _ => {}
    }
    if let Some(days) = text.strip_prefix('+') {
        return today.checked_add_days(Days::new(days.trim().parse::<u16>().ok()?.into()));
    }
    if let Some(days) = text.strip_prefix('-') {
        return today.checked_sub_days(Days::new(days.trim().parse::<u16>().ok()?.into()));
    }
    let (day, month) = text.split_once(['-', '/'])?;
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    NaiveDate::from_ymd_opt(today.year(), month, day)
}

/// A day in shorthand or as a whole date.
///
/// # Errors
/// The text is no day.
pub fn typed_day(text: &str, today: NaiveDate) -> Result<NaiveDate, ValueProblem> {
    short_day(text, today).map_or_else(|| read_date(text.trim()), Ok)
}

/// A time in shorthand: `14:30` is today, `g 14:30` is yesterday. None without a time, and for a whole date.
pub fn short_moment(text: &str, today: NaiveDate) -> Option<NaiveDateTime> {
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
    let text = text.trim();
    if let Some(time) = time(text) {
        return Some(today.and_time(time));
    }
    let (day, hour) = text.rsplit_once(' ')?;
    Some(short_day(day, today)?.and_time(time(hour)?))
}

/// A moment in shorthand or as a whole date, with or without a time. Without a time, today is the present moment and any
/// other day is noon.
///
/// # Errors
/// The text is no day, or its time cannot be read.
pub fn typed_moment(text: &str, now: NaiveDateTime) -> Result<NaiveDateTime, ValueProblem> {
    let text = text.trim();
    let today = now.date();
    if let Some(moment) = short_moment(text, today) {
        return Ok(moment);
    }
    if let Some((date, time)) = text.rsplit_once(' ')
        && let Ok(time) = NaiveTime::parse_from_str(time, "%H:%M")
    {
        return Ok(read_date(date)?.and_time(time));
    }
    let day = typed_day(text, today)?;
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    Ok(if day == today {
        now
    } else {
        day.and_time(noon)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_typed_as_they_are_said() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let day = |text: &str| short_day(text, today).map(|day| day.to_string());
        assert_eq!(day("v").as_deref(), Some("2026-11-21"));
        assert_eq!(day("gisteren").as_deref(), Some("2026-11-20"));
        assert_eq!(day("+14").as_deref(), Some("2026-12-05"));
        assert_eq!(day("3-2").as_deref(), Some("2026-02-03"));
        assert_eq!(day("31-2"), None);
        assert_eq!(day("21-11-2024"), None, "a whole date is read elsewhere");
    }

    #[test]
    fn an_hour_that_matters_is_never_guessed() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let hour = |text: &str| short_moment(text, today).map(|moment| moment.to_string());
        assert_eq!(hour("g 14:30").as_deref(), Some("2026-11-20 14:30:00"));
        assert_eq!(hour("9:05").as_deref(), Some("2026-11-21 09:05:00"));
        assert_eq!(hour("gisteren"), None);
        assert_eq!(
            hour("21-11-2024 08:15"),
            None,
            "a whole date is read elsewhere"
        );
    }

    #[test]
    fn moments_are_typed_as_they_are_said() {
        let now: NaiveDateTime = "2026-11-21T14:05:00".parse().unwrap();
        let moment = |text: &str| {
            typed_moment(text, now)
                .map(|moment| moment.to_string())
                .ok()
        };
        assert_eq!(moment("9:30").as_deref(), Some("2026-11-21 09:30:00"));
        assert_eq!(
            moment("gisteren 16:00").as_deref(),
            Some("2026-11-20 16:00:00")
        );
        assert_eq!(moment("3-2").as_deref(), Some("2026-02-03 12:00:00"));
        assert_eq!(moment("v").as_deref(), Some("2026-11-21 14:05:00"));
        assert_eq!(
            moment("21-11-2024 08:15").as_deref(),
            Some("2024-11-21 08:15:00")
        );
        assert_eq!(moment("later"), None);
    }
}
