//! The records of a text, cell by cell. A quotation mark that does not fit is a mistake, never a cell that holds the
//! rest of the file.

use std::io::Read;

use super::decoded::Decoded;
use crate::exchange::sheet::cells::{Cell, Row};
use crate::exchange::sheet::error::FormatError;
use crate::exchange::sheet::limits::{LONGEST_CELL, LONGEST_ROW, place};
use crate::exchange::sheet::too_much::TooMuch;

/// Reads a text record by record.
pub(super) struct Records<R> {
    text: Decoded<R>,
    sign: u8,
    piece: Vec<u8>,
    at: usize,
    number: usize,
    columns: usize,
    cell: Vec<u8>,
}

/// What stands behind a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Another cell.
    Sign,
    /// The end of the line.
    Line,
    /// The end of the text.
    Text,
}

impl<R: Read> Records<R> {
    /// The records of this text, with this sign between the cells.
    pub fn new(text: Decoded<R>, sign: u8) -> Self {
        Self {
            text,
            sign,
            piece: Vec::new(),
            at: 0,
            number: 0,
            columns: 0,
            cell: Vec::new(),
        }
    }

    /// Leaves out the first line, in which Excel names the sign.
    pub fn skip_line(&mut self) -> Result<(), FormatError> {
        while let Some(byte) = self.peek()? {
            self.at += 1;
            if byte == b'\n' {
                break;
            }
        }
        Ok(())
    }

    /// Reads the next record into a row; false where the text ends. An empty line is a record with nothing in it.
    pub fn next(&mut self, row: &mut Row) -> Result<bool, FormatError> {
        row.cells.clear();
        if self.peek()?.is_none() {
            return Ok(false);
        }
        self.number += 1;
        row.number = self.number;
        let mut long = 0;
        for column in 0.. {
            self.columns = column + 1;
            let behind = self.cell()?;
            long += self.cell.len();
            if long > LONGEST_ROW {
                return Err(self.too_long());
            }
            if !self.cell.is_empty() {
                let text = String::from_utf8_lossy(&self.cell).into_owned();
                place(&mut row.cells, self.number, column, Cell::Text(text))?;
            }
            if behind != Behind::Sign {
                break;
            }
        }
        Ok(true)
    }

    /// How many cells the last record has, also those in which nothing stands.
    pub fn cells_of_last(&self) -> usize {
        self.columns
    }

    /// Reads one cell, and what stands behind it.
    fn cell(&mut self) -> Result<Behind, FormatError> {
        self.cell.clear();
        if self.peek()? == Some(b'"') {
            self.at += 1;
            self.quoted()?;
            return self.behind()?.ok_or(FormatError::OpenQuote(self.number));
        }
        loop {
            // A mark further on in a cell that does not begin with one is a sign like any other.
            let sign = self.sign;
            self.take(|byte| byte == sign || matches!(byte, b'\r' | b'\n'))?;
            if let Some(behind) = self.behind()? {
                return Ok(behind);
            }
        }
    }

    /// Reads up to the mark that closes a quoted cell; two of them are one in the text.
    fn quoted(&mut self) -> Result<(), FormatError> {
        loop {
            match self.take(|byte| byte == b'"') {
                Ok(()) => {}
                // A mark that is never closed takes all that follows into its cell.
                Err(FormatError::TooMuch(_)) => return Err(FormatError::OpenQuote(self.number)),
                Err(error) => return Err(error),
            }
            if self.peek()?.is_none() {
                return Err(FormatError::OpenQuote(self.number));
            }
            self.at += 1;
            if self.peek()? != Some(b'"') {
                return Ok(());
            }
            self.cell.push(b'"');
            self.at += 1;
        }
    }

    /// Takes the bytes before the first one that ends them into the cell.
    fn take(&mut self, ends: impl Fn(u8) -> bool) -> Result<(), FormatError> {
        while self.peek()?.is_some() {
            let rest = &self.piece[self.at..];
            let end = rest.iter().position(|byte| ends(*byte));
            let taken = &rest[..end.unwrap_or(rest.len())];
            self.cell.extend_from_slice(taken);
            self.at += taken.len();
            if self.cell.len() > LONGEST_CELL {
                return Err(self.too_long());
            }
            if end.is_some() {
                break;
            }
        }
        Ok(())
    }

    /// Passes what stands behind a cell; none where the cell goes on.
    fn behind(&mut self) -> Result<Option<Behind>, FormatError> {
        let behind = match self.peek()? {
            None => return Ok(Some(Behind::Text)),
            Some(byte) if byte == self.sign => Behind::Sign,
            Some(b'\n') => Behind::Line,
            Some(b'\r') => {
                self.at += 1;
                if self.peek()? == Some(b'\n') {
                    self.at += 1;
                }
                return Ok(Some(Behind::Line));
            }
            Some(_) => return Ok(None),
        };
        self.at += 1;
        Ok(Some(behind))
    }

    /// The next byte of the text; none where it ends.
    fn peek(&mut self) -> Result<Option<u8>, FormatError> {
        if self.at == self.piece.len() {
            self.text.piece(&mut self.piece)?;
            self.at = 0;
            if self.piece.contains(&0) {
                return Err(FormatError::NotATable("binary".to_owned()));
            }
        }
        Ok(self.piece.get(self.at).copied())
    }

    fn too_long(&self) -> FormatError {
        TooMuch::Text { row: self.number }.into()
    }
}
