//! Looking for cases: by their number, and by the words in them.

use super::StoreError;
use crate::language::folded;
use crate::register::{CaseFile, CaseKey};

/// Looking for cases in the file of one team. Fields that came from the police are never searched.
pub trait Finding {
    /// The cases in which every word occurs as the beginning of a word, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    fn search(&self, words: &str, most: usize) -> Result<Vec<CaseFile>, StoreError>;

    /// In how many cases every word occurs as the beginning of a word; no further than `most` is counted.
    ///
    /// # Errors
    /// The file cannot be read.
    fn count_found(&self, words: &str, most: usize) -> Result<usize, StoreError>;

    /// The cases that people call by what is typed: by the whole number, or by the end of it (`41`, `2026-41`, `WO 41`).
    /// The whole number comes first, then the newest.
    ///
    /// # Errors
    /// The file cannot be read.
    fn numbered(&self, typed: &str, most: usize) -> Result<Vec<CaseFile>, StoreError>;

    /// The cases of one register that any of the ways above finds, in no order.
    ///
    /// # Errors
    /// The file cannot be read.
    fn found_in(&self, register: &str, words: &str) -> Result<Vec<CaseKey>, StoreError>;

    /// What stands in a text field of the cases of a register, of those in which something does.
    ///
    /// # Errors
    /// The file cannot be read.
    fn texts(&self, register: &str, field: &str) -> Result<Vec<(CaseKey, String)>, StoreError>;
}

/// What was found in all teams.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The cases that are called so, the whole number first.
    pub numbered: Vec<CaseFile>,
    /// The other cases in which the words occur, newest first.
    pub cases: Vec<CaseFile>,
    /// In how many more the words occur.
    pub more: usize,
    /// Whether no further was counted, and there may be more still.
    pub at_least: bool,
}

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
}
