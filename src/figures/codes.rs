//! The codes of one counted field in memory: a code a case, or a bit for each of several choices.

use crate::register::{FieldKind, MOST_SEVERAL, UNKNOWN};

/// The codes of one field, a row a case.
#[derive(Clone, Debug)]
pub(super) enum Codes {
    /// One choice a case; zero is unknown.
    One(Vec<u16>),
    /// Several choices a case, a bit each; no bit is unknown.
    Several(Vec<u64>),
}

impl Codes {
    /// No rows yet, for a field of this kind.
    pub fn new(kind: FieldKind) -> Self {
        match kind {
            FieldKind::Choices => Self::Several(Vec::new()),
            _ => Self::One(Vec::new()),
        }
    }

    /// Adds a row: its code, or its bits.
    pub fn push(&mut self, code: u64) {
        match self {
            Self::One(codes) => codes.push(u16::try_from(code).unwrap_or(u16::MAX)),
            Self::Several(bits) => bits.push(code),
        }
    }

    /// The codes of these rows.
    pub fn at(&self, rows: &[usize]) -> Self {
        match self {
            Self::One(codes) => Self::One(rows.iter().map(|row| codes[*row]).collect()),
            Self::Several(bits) => Self::Several(rows.iter().map(|row| bits[*row]).collect()),
        }
    }

    /// Whether every code stands for one of this many choices.
    pub fn are_below(&self, choices: usize) -> bool {
        match self {
            Self::One(codes) => codes.iter().all(|code| usize::from(*code) <= choices),
            Self::Several(bits) => {
                choices >= MOST_SEVERAL || bits.iter().all(|bits| bits >> choices == 0)
            }
        }
    }

    /// Visits every code of a row: one, or those of its several choices.
    pub fn each(&self, row: usize, mut visit: impl FnMut(usize)) {
        match self {
            Self::One(codes) => visit(codes[row].into()),
            Self::Several(bits) if bits[row] == 0 => visit(UNKNOWN.into()),
            Self::Several(bits) => each_bit(bits[row]).for_each(|bit| visit(bit + 1)),
        }
    }

    /// Replaces every code by the one that stands at its place in `by`, the unknown first.
    pub fn replace(&mut self, by: &[u16]) {
        match self {
            Self::One(codes) => replace(codes, by),
            Self::Several(all) => {
                for bits in all {
                    let codes = each_bit(*bits).map(|bit| by[bit + 1]);
                    *bits = codes.fold(0, |bits, code| bits | 1 << (code - 1));
                }
            }
        }
    }
}

/// Replaces every code by the one that stands at its place in `by`.
pub(super) fn replace(codes: &mut [u16], by: &[u16]) {
    for code in codes {
        *code = by[usize::from(*code)];
    }
}

/// The places of the bits that are set.
pub(super) fn each_bit(bits: u64) -> impl Iterator<Item = usize> {
    (0..64).filter(move |bit| bits >> bit & 1 == 1)
}
