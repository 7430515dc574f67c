//! The words of dates: months and days of the week, in Dutch and English.

/// The first letters of the months in Dutch and English; those of a whole name begin with them.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mrt", "maa", "mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];
/// The days of the week as they stand before a date, in Dutch and English.
const WEEKDAYS: [&str; 28] = [
    "ma",
    "di",
    "wo",
    "do",
    "vr",
    "za",
    "zo",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The text without the day of the week before it: `ma`, `maandag,`, `Mon.`.
pub(super) fn without_weekday(written: &str) -> &str {
    let end = written
        .find(|sign: char| !sign.is_alphabetic())
        .unwrap_or(written.len());
    let (word, rest) = written.split_at(end);
    if WEEKDAYS.contains(&word.to_lowercase().as_str()) {
        rest.trim_start_matches(['.', ',', ' ', '\u{a0}'])
    } else {
        written
    }
}

/// The number of a month by its name, in Dutch or English, in full or not. Letters behind the first three tell nothing, so
/// that `febuari` is February.
pub(super) fn month(written: &str) -> Option<u32> {
    let written = written.to_lowercase();
    let at = MONTHS.iter().position(|names| {
        names
            .iter()
            .any(|name| written.starts_with(name) && written.len() <= "september".len())
    })?;
    u32::try_from(at + 1).ok()
}
