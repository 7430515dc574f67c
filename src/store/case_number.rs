//! Case numbers: reading what somebody types of one, and sorting them as people read them.

use crate::language::folded;

/// A case number as somebody types it: its parts, of letters or of digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedNumber {
    parts: Vec<String>,
}

/// How well a number fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberFit {
    /// It is the whole number.
    Whole,
    /// It is how the number ends.
    End,
}

/// As many digits as make the end of a long number: `209` for `W2209`.
const ENOUGH_DIGITS: usize = 3;
/// A number has no more parts than this; what has more is something else.
const MOST_PARTS: usize = 6;

impl TypedNumber {
    /// What was typed, where it can be a number: it ends in digits.
    pub fn read(typed: &str) -> Option<Self> {
        let parts = parts_of(typed);
        let digits = parts
            .last()?
            .starts_with(|sign: char| sign.is_ascii_digit());
        (digits && parts.len() <= MOST_PARTS).then_some(Self { parts })
    }

    /// The digits in which every number that fits ends, without the zeroes before them.
    pub fn ending(&self) -> &str {
        self.parts.last().map_or("", |last| significant(last))
    }

    /// How well this number fits. The last digits are those of the number, or the end of three or more of them; what
    /// stands before them is in the number too, in the same order, letters by their beginning.
    pub fn fits(&self, number: &str) -> Option<NumberFit> {
        let number = parts_of(number);
        if number == self.parts {
            return Some(NumberFit::Whole);
        }
        let ((last, before), (digits, rest)) = (self.parts.split_last()?, number.split_last()?);
        let is_digits = digits.starts_with(|sign: char| sign.is_ascii_digit());
        let same = significant(last) == significant(digits);
        let end = last.len() >= ENOUGH_DIGITS && digits.ends_with(last.as_str());
        let mut rest = rest.iter();
        let fits = |part: &String| {
            let letters = part.starts_with(char::is_alphabetic);
            rest.any(|other| other == part || (letters && other.starts_with(part.as_str())))
        };
        (is_digits && (same || end) && before.iter().all(fits)).then_some(NumberFit::End)
    }
}

/// The runs of letters and of digits in a text, in small letters.
fn parts_of(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for sign in folded(text).chars() {
        let kind = match sign {
            _ if sign.is_ascii_digit() => Some(true),
            _ if sign.is_alphabetic() => Some(false),
            _ => None,
        };
        match (kind, parts.last_mut()) {
            (Some(_), Some(part)) if kind == before => part.push(sign),
            (Some(_), _) => parts.push(sign.to_string()),
            (None, _) => {}
        }
        before = kind;
    }
    parts
}

/// Digits without the zeroes before them.
fn significant(digits: &str) -> &str {
    let rest = digits.trim_start_matches('0');
    if rest.is_empty() { "0" } else { rest }
}

/// A text that sorts as people read the number: `2024-9` comes before `2024-10`. Every run of digits gets its length in
/// front, as a sign that sorts before all letters. Made once a number, so that sorting a million of them is comparing
/// bytes.
pub(super) fn sort_key(number: &str) -> String {
    const LENGTHS: &[u8] = b"0123456789:;<=>?@";
    let mut key = String::with_capacity(number.len() + 4);
    let mut rest = number;
    while !rest.is_empty() {
        let run = take_run(&mut rest);
        if run.starts_with(digit) {
            let value = run.trim_start_matches('0');
            key.push(char::from(LENGTHS[value.len().min(LENGTHS.len() - 1)]));
            key.push_str(value);
        } else {
            key.push_str(run);
        }
    }
    key
}

/// Takes the digits, or everything but digits, at the beginning.
fn take_run<'a>(text: &mut &'a str) -> &'a str {
    let digits = text.starts_with(digit);
    let end = text
        .find(|sign| digit(sign) != digits)
        .unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    *text = rest;
    run
}

fn digit(sign: char) -> bool {
    sign.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(typed: &str, number: &str) -> Option<NumberFit> {
        TypedNumber::read(typed)?.fits(number)
    }

    #[test]
    fn a_number_is_typed_whole_or_by_its_end() {
        for typed in ["WO-2026-00041", "wo 2026 00041", "wo202600041"] {
            let whole = fit(typed, "WO-2026-00041");
            let expected = (typed != "wo202600041").then_some(NumberFit::Whole);
            assert_eq!(whole, expected, "{typed}");
        }
        for typed in [
            "41",
            "041",
            "00041",
            "2026-41",
            "WO 41",
            "w 41",
            "wo 2026 41",
        ] {
            assert_eq!(fit(typed, "WO-2026-00041"), Some(NumberFit::End), "{typed}");
        }
        for typed in [
            "4", "1", "2025-41", "OS 41", "141", "41 2026", "wo", "", "41a",
        ] {
            assert_eq!(fit(typed, "WO-2026-00041"), None, "{typed}");
        }
        assert_eq!(fit("w2209", "W2209"), Some(NumberFit::Whole));
        assert_eq!(fit("209", "W2209"), Some(NumberFit::End));
        assert_eq!(fit("09", "W2209"), None);
        assert_eq!(fit("2712 AH 41", "WO-2026-00041"), None);
    }

    #[test]
    fn numbers_stand_in_the_order_in_which_people_count() {
        let mut numbers = [
            "2024-10",
            "WO-2026-2",
            "10",
            "2024-9",
            "007",
            "9",
            "7",
            "2025-1",
            "WO-2025-3",
        ];
        numbers.sort();
        numbers.sort_by_cached_key(|number| sort_key(number));
        let expected = [
            "007",
            "7",
            "9",
            "10",
            "2024-9",
            "2024-10",
            "2025-1",
            "WO-2025-3",
            "WO-2026-2",
        ];
        assert_eq!(numbers, expected);
    }
}
