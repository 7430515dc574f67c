//! The time of the day behind a date, as people and systems write it: `14:30`, `14.30 uur`, `2:30 PM`, `12:40:49Z`.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Europe::Amsterdam;

/// The moment on this day at the time that is written behind it; none where that is no time.
pub(super) fn moment(date: NaiveDate, rest: &str) -> Option<NaiveDateTime> {
    let glued = rest.starts_with(['T', 't']);
    let rest = rest
        .trim_start_matches(['T', 't', ' ', '\u{a0}', ','])
        .trim();
    let rest = rest.strip_prefix("om ").unwrap_or(rest).trim();
    if rest.is_empty() {
        return Some(date.and_time(NaiveTime::MIN));
    }
    let (clock, zone) = zone(rest, glued);
    let moment = date.and_time(time(clock.trim())?);
    let Some(seconds) = zone else {
        return Some(moment);
    };
    let utc = moment.checked_sub_signed(chrono::TimeDelta::seconds(seconds))?;
    let utc: DateTime<chrono::Utc> = utc.and_utc();
    Some(utc.with_timezone(&Amsterdam).naive_local())
}

/// The time without its zone, and how many seconds the zone is ahead of UTC. Only a system writes a zone behind a dash, and
/// it writes seconds or glues the time to the date: `10:30-11:30` is from then till then.
fn zone(text: &str, glued: bool) -> (&str, Option<i64>) {
    if let Some(clock) = text.strip_suffix(['Z', 'z']) {
        return (clock, Some(0));
    }
    if let Some(clock) = text
        .strip_suffix("UTC")
        .or_else(|| text.strip_suffix("GMT"))
    {
        return (clock, Some(0));
    }
    let Some(at) = text.rfind(['+', '-']).filter(|at| *at >= 4) else {
        return (text, None);
    };
    let (clock, offset) = text.split_at(at);
    if offset.starts_with('-') && !glued && clock.matches(':').count() < 2 {
        return (text, None);
    }
    let digits = offset[1..].replace(':', "");
    let hours = digits.get(..2).and_then(|hours| hours.parse::<i64>().ok());
    let minutes = match digits.len() {
        2 => Some(0),
        4 => digits[2..].parse::<i64>().ok(),
        _ => None,
    };
    match (hours, minutes) {
        (Some(hours), Some(minutes)) if hours <= 14 && minutes < 60 => {
            let sign = if offset.starts_with('-') { -1 } else { 1 };
            (clock, Some(sign * (hours * 3600 + minutes * 60)))
        }
        _ => (text, None),
    }
}

/// A time of the day: `14:30`, `14.30`, `14u30`, `14:30:05.123`, `143005`, `2:30 PM`, with `uur` behind it or not.
fn time(text: &str) -> Option<NaiveTime> {
    let lower = text.to_lowercase();
    let bare = ["uur", "hrs", "u", "h"]
        .iter()
        .find_map(|word| lower.strip_suffix(word))
        .unwrap_or(&lower)
        .trim();
    let half = |words: [&str; 2]| words.iter().find_map(|word| bare.strip_suffix(word));
    let (bare, afternoon) = match (half(["am", "a.m."]), half(["pm", "p.m."])) {
        (Some(bare), _) => (bare.trim(), Some(false)),
        (_, Some(bare)) => (bare.trim(), Some(true)),
        _ => (bare, None),
    };
    let glued;
    let bare = match bare.len() {
        4 | 6 if bare.bytes().all(|byte| byte.is_ascii_digit()) => {
            glued = [&bare[..2], &bare[2..4], bare.get(4..).unwrap_or("")].join(":");
            glued.trim_end_matches(':')
        }
        _ => bare,
    };
    let parts: Vec<&str> = bare.split([':', '.', 'u', 'h', ',']).collect();
    let number = |text: &str| {
        let short = (1..=2).contains(&text.len());
        short.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (hour, minute, second, fraction) = match parts[..] {
        [hour] if lower.len() > bare.len() => (number(hour)?, 0, 0, ""),
        [hour, minute] => (number(hour)?, number(minute)?, 0, ""),
        [hour, minute, second] => (number(hour)?, number(minute)?, number(second)?, ""),
        [hour, minute, second, fraction] => {
            (number(hour)?, number(minute)?, number(second)?, fraction)
        }
        _ => return None,
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hour = match afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(false) => hour % 12,
        Some(true) => hour % 12 + 12,
    };
    let nanos = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    NaiveTime::from_hms_nano_opt(hour, minute, second, nanos)
}
