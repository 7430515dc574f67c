//! Days and moments as they are typed: in short, such as `gisteren` or `+14`, or as whole dates.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use crate::register::{ValueProblem, read_date};

/// A day in short: `vandaag`, `gisteren`, `morgen`, a number of days from today as `+14` or `-2`, or `21-11` of this year. None
/// where it is something else, such as a whole date.
pub fn spoken_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
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
    NaiveDate::from_ymd_opt(chrono::Datelike::year(&today), month, day)
}

/// A day in short, or else as a whole date: `21-11-2024`.
///
/// # Errors
/// It is no day.
pub fn typed_day(text: &str, today: NaiveDate) -> Result<NaiveDate, ValueProblem> {
    spoken_day(text, today).map_or_else(|| read_date(text.trim()), Ok)
}

/// An hour behind a day in short, or alone for today: `g 14:30`, `9:05`. None for a day without an hour: where the hour matters
/// it is never guessed.
pub fn spoken_hour(text: &str, today: NaiveDate) -> Option<NaiveDateTime> {
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
    let text = text.trim();
    if let Some(time) = time(text) {
        return Some(today.and_time(time));
    }
    let (day, hour) = text.rsplit_once(' ')?;
    Some(spoken_day(day, today)?.and_time(time(hour)?))
}

/// A moment: a day in short or as a whole date, with a time behind it or not, or a time alone for today. Without a time it is
/// now where the day is today, and else noon.
///
/// # Errors
/// It is no moment.
pub fn spoken_moment(text: &str, now: NaiveDateTime) -> Result<NaiveDateTime, ValueProblem> {
    let text = text.trim();
    let today = now.date();
    if let Some(moment) = spoken_hour(text, today) {
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
        let day = |text: &str| spoken_day(text, today).map(|day| day.to_string());
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
        let hour = |text: &str| spoken_hour(text, today).map(|moment| moment.to_string());
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
            spoken_moment(text, now)
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
