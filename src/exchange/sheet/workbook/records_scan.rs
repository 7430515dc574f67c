//! A look through the records of a binary workbook (xlsb).

use crate::exchange::sheet::error::FormatError;
use crate::exchange::sheet::limits::LONGEST_CELL;
use crate::exchange::sheet::too_much::TooMuch;

/// The record of a formula whose outcome is an error, which the reader passes over.
const FORMULA_ERROR: u16 = 0x000B;

/// Follows the records of a part from one to the next, in pieces.
pub(super) struct RecordsScan {
    /// The bytes that the part may have.
    pub most: u64,
    is_sheet: bool,
    state: State,
}

/// Where in a record the scan is.
#[derive(Clone, Copy)]
enum State {
    /// In its kind, of one or two bytes.
    Kind(Option<u8>),
    /// In its length, of one to four bytes.
    Length { length: usize, at: u32 },
    /// In its content, with so many bytes to go.
    Content(usize),
}

impl RecordsScan {
    /// A look through a part of so many bytes at most.
    pub fn within(most: u64, is_sheet: bool) -> Self {
        Self {
            most,
            is_sheet,
            state: State::Kind(None),
        }
    }

    /// Looks at the next bytes.
    pub fn see(&mut self, bytes: &[u8]) -> Result<(), FormatError> {
        let mut rest = bytes;
        while let [byte, after @ ..] = rest {
            rest = after;
            self.state = match self.state {
                State::Kind(None) if byte & 0x80 != 0 => State::Kind(Some(*byte)),
                State::Kind(first) => {
                    let kind = match first {
                        Some(first) => u16::from(first & 0x7F) | u16::from(byte & 0x7F) << 7,
                        None => u16::from(*byte),
                    };
                    if self.is_sheet && kind == FORMULA_ERROR {
                        return Err(FormatError::FormulaError);
                    }
                    State::Length { length: 0, at: 0 }
                }
                State::Length { length, at } => {
                    let length = length | usize::from(byte & 0x7F) << (7 * at);
                    if length > LONGEST_CELL * 4 {
                        return Err(TooMuch::Content.into());
                    }
                    match (byte & 0x80 != 0 && at < 3, length) {
                        (true, length) => State::Length { length, at: at + 1 },
                        (false, 0) => State::Kind(None),
                        (false, length) => State::Content(length),
                    }
                }
                State::Content(to_go) => {
                    let passed = (to_go - 1).min(rest.len());
                    rest = &rest[passed..];
                    match to_go - 1 - passed {
                        0 => State::Kind(None),
                        to_go => State::Content(to_go),
                    }
                }
            };
        }
        Ok(())
    }
}
