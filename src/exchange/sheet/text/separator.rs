//! Which sign stands between the cells of a text.

use std::io::Cursor;

use encoding_rs::UTF_8;

use super::decoded::Decoded;
use super::records::Records;
use crate::exchange::sheet::cells::Row;

/// The signs, the one of Dutch offices first.
const SIGNS: [u8; 3] = [b';', b'\t', b','];
/// The records that are looked at.
const LOOKED_AT: usize = 200;

/// The sign that a first line names for Excel (`sep=;`).
pub(super) fn named(text: &str) -> Option<u8> {
    let first = text.split('\n').next()?;
    match first.trim_end_matches('\r').as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', sign]
            if sign.is_ascii() && !matches!(sign, b'"' | b'\r' | b'\n') =>
        {
            Some(*sign)
        }
        _ => None,
    }
}

/// The sign that cuts the records at the beginning of a text into the same number of cells most often. Where several do
/// so nearly as often, the headings decide: most cells there, and of equals the Dutch one.
pub(super) fn separator(text: &str, is_whole: bool) -> u8 {
    let counts = SIGNS.map(|sign| cells_of_records(text, sign, is_whole));
    let usual = counts.each_ref().map(|counts| usual(counts));
    let most = usual.iter().map(|usual| usual.times).max().unwrap_or(0);
    let likely = |at: &usize| usual[*at].times > 0 && usual[*at].times * 5 >= most * 4;
    let signs: Vec<usize> = (0..SIGNS.len()).filter(likely).collect();
    let first = signs.iter().map(|at| usual[*at].first).min();
    let in_headings = |at: &usize| {
        let count = first.and_then(|first| counts[*at].get(first).copied());
        (count, std::cmp::Reverse(*at))
    };
    let best = signs.into_iter().max_by_key(in_headings);
    SIGNS[best.unwrap_or(0)]
}

/// How many cells the records have most often.
struct Usual {
    /// How many records have so many.
    times: usize,
    /// The first of them.
    first: usize,
}

/// The number of cells, of two or more, that most records have.
fn usual(counts: &[usize]) -> Usual {
    let times = |cells: usize| counts.iter().filter(|count| **count == cells).count();
    let several = counts.iter().copied().filter(|cells| *cells >= 2);
    let best = several.max_by_key(|cells| (times(*cells), *cells));
    Usual {
        times: best.map_or(0, times),
        first: best
            .and_then(|best| counts.iter().position(|count| *count == best))
            .unwrap_or(0),
    }
}

/// How many cells each record has when this sign stands between them. Empty lines are no records.
fn cells_of_records(text: &str, sign: u8, is_whole: bool) -> Vec<usize> {
    let mut counts = Vec::new();
    let Ok(text) = Decoded::new(Cursor::new(text), UTF_8) else {
        return counts;
    };
    let mut records = Records::new(text, sign);
    let mut row = Row::BLANK;
    while counts.len() < LOOKED_AT && matches!(records.next(&mut row), Ok(true)) {
        if !row.cells.is_empty() {
            counts.push(records.cells_of_last());
        }
    }
    if !is_whole && counts.len() < LOOKED_AT {
        // The last record goes on beyond what is looked at.
        counts.pop();
    }
    counts
}
