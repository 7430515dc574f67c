//! A text file as a sheet.

use std::fs::File;
use std::ops::ControlFlow;

use encoding_rs::Encoding;

use super::decoded::{Decoded, encoding};
use super::records::Records;
use super::separator::{named, separator};
use crate::exchange::sheet::cells::{Cell, Row};
use crate::exchange::sheet::error::FormatError;
use crate::exchange::sheet::limits::MOST_ROWS;
use crate::exchange::sheet::too_much::TooMuch;

/// The bytes of the text from which the separator is judged.
const LOOKED_AT: usize = 1 << 17;

/// How a text file is written.
#[derive(Clone, Copy, Debug)]
pub(in crate::exchange::sheet) struct TextFormat {
    encoding: &'static Encoding,
    sign: u8,
    /// Whether its first line names the separator.
    named: bool,
}

impl TextFormat {
    /// Finds how this file is written.
    pub fn of(file: &mut File) -> Result<Self, FormatError> {
        let encoding = encoding(file)?;
        let mut text = Decoded::new(file, encoding)?;
        let mut beginning = Vec::new();
        let mut piece = Vec::new();
        loop {
            text.piece(&mut piece)?;
            beginning.extend_from_slice(&piece);
            if piece.is_empty() || beginning.len() >= LOOKED_AT {
                break;
            }
        }
        let text = String::from_utf8_lossy(&beginning);
        let named = named(&text);
        Ok(Self {
            encoding,
            sign: named.unwrap_or_else(|| separator(&text, piece.is_empty())),
            named: named.is_some(),
        })
    }

    /// Every row that is not blank, until the visitor has enough.
    pub fn each_row(
        self,
        file: &mut File,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<(), FormatError> {
        let mut records = Records::new(Decoded::new(file, self.encoding)?, self.sign);
        if self.named {
            records.skip_line()?;
        }
        let mut row = Row::BLANK;
        while records.next(&mut row)? {
            if row.number > MOST_ROWS {
                return Err(TooMuch::Rows.into());
            }
            let is_blank = row.cells.iter().all(Cell::is_blank);
            if !is_blank && visit(&row).is_break() {
                break;
            }
        }
        Ok(())
    }
}
