//! A look through XML, in pieces: how long, how deep and how much of it there is.

use crate::exchange::sheet::error::FormatError;
use crate::exchange::sheet::limits::LONGEST_CELL;
use crate::exchange::sheet::too_much::TooMuch;

/// How much of it there may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bound {
    /// The bytes of the part.
    pub bytes: u64,
    /// The bytes of one tag, or of the text between two.
    pub piece: usize,
    /// The tags.
    pub tags: u64,
}

/// The tags within each other. A workbook has some ten.
const DEEPEST: usize = 200;
/// The letters of a tag that are kept.
const KEPT: usize = 4096;
/// The texts that a reader may make room for.
const MOST_TEXTS: u64 = 12_000_000;

/// Follows XML from tag to tag.
pub(super) struct XmlScan {
    pub bound: Bound,
    state: State,
    tag: Vec<u8>,
    piece: usize,
    tags: u64,
    depth: usize,
    /// The bytes of the cell or the shared text that goes on here; none outside of them.
    cell: Option<usize>,
    before: u8,
    bytes: u64,
}

/// Where in the XML the scan is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    Tag,
    Quoted(u8),
    Comment,
    Data,
    Instruction,
}

impl XmlScan {
    /// A look through a part within these bounds.
    pub fn within(bound: Bound) -> Self {
        Self {
            bound,
            state: State::Text,
            tag: Vec::new(),
            piece: 0,
            tags: 0,
            depth: 0,
            cell: None,
            before: 0,
            bytes: 0,
        }
    }

    /// Looks at the next bytes.
    pub fn see(&mut self, bytes: &[u8]) -> Result<(), FormatError> {
        self.bytes += bytes.len() as u64;
        for &byte in bytes {
            self.piece += 1;
            match self.state {
                State::Text if byte == b'<' => self.begin()?,
                State::Text => {}
                State::Quoted(mark) if byte == mark => self.state = State::Tag,
                State::Quoted(_) => self.keep(byte),
                State::Tag => self.in_tag(byte)?,
                State::Comment | State::Data | State::Instruction => self.in_aside(byte)?,
            }
            if self.piece > self.bound.piece {
                return Err(TooMuch::Content.into());
            }
            self.before = byte;
        }
        Ok(())
    }

    fn begin(&mut self) -> Result<(), FormatError> {
        self.add_to_cell()?;
        self.state = State::Tag;
        self.tag.clear();
        self.tags += 1;
        if self.tags > self.bound.tags {
            return Err(TooMuch::Content.into());
        }
        Ok(())
    }

    fn in_tag(&mut self, byte: u8) -> Result<(), FormatError> {
        match byte {
            b'>' => return self.end(),
            b'"' | b'\'' => self.state = State::Quoted(byte),
            _ => {
                self.keep(byte);
                match self.tag.as_slice() {
                    b"!--" => self.state = State::Comment,
                    b"![CDATA[" => self.state = State::Data,
                    b"?" => self.state = State::Instruction,
                    // A workbook has no types of its own.
                    b"!D" | b"!d" => return Err(FormatError::NotATable("DOCTYPE".to_owned())),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// What ends with more than one sign; the last two are kept.
    fn in_aside(&mut self, byte: u8) -> Result<(), FormatError> {
        let ended = match self.state {
            State::Comment => self.tag.ends_with(b"--") && self.tag.len() > 4,
            State::Data => self.tag.ends_with(b"]]"),
            _ => self.tag.ends_with(b"?") && self.tag.len() > 1,
        };
        if byte == b'>' && ended {
            self.state = State::Text;
            return self.add_to_cell();
        }
        if self.tag.len() > 16 {
            self.tag.drain(..8);
        }
        self.tag.push(byte);
        Ok(())
    }

    fn end(&mut self) -> Result<(), FormatError> {
        self.add_to_cell()?;
        self.state = State::Text;
        match (self.tag.first(), self.before) {
            (Some(b'/'), _) => self.depth = self.depth.saturating_sub(1),
            (_, b'/') => {}
            _ => self.depth += 1,
        }
        if self.depth > DEEPEST {
            return Err(FormatError::NotATable("too deep".to_owned()));
        }
        let begins = |sign: &u8| !matches!(sign, b' ' | b'\t' | b'\r' | b'\n');
        let end = self.tag.iter().position(|sign| !begins(sign));
        let name = &self.tag[..end.unwrap_or(self.tag.len())];
        let name = name.strip_suffix(b"/").unwrap_or(name);
        let (close, name) = match name.strip_prefix(b"/") {
            Some(name) => (true, name),
            None => (false, name),
        };
        let local = name.rsplit(|sign| *sign == b':').next().unwrap_or(name);
        match (local, close) {
            (b"c" | b"row" | b"si", _) if self.cell.is_some() => self.cell = Some(0),
            (b"sheetData", false) => self.cell = Some(0),
            (b"sst", false) => {
                self.cell = Some(0);
                return self.count_of_texts();
            }
            (b"sheetData" | b"sst", true) => self.cell = None,
            _ => {}
        }
        Ok(())
    }

    /// Refuses a number of texts that cannot be in a part of this size: the reader makes room for so many at once.
    fn count_of_texts(&self) -> Result<(), FormatError> {
        let tag = String::from_utf8_lossy(&self.tag);
        let Some((_, count)) = tag.split_once("uniqueCount") else {
            let whole = self.tag.len() < KEPT;
            return whole.then_some(()).ok_or_else(too_many_texts);
        };
        let digits = count.trim_start_matches([' ', '=']);
        let end = digits.find(|sign: char| !sign.is_ascii_digit());
        let digits = &digits[..end.unwrap_or(digits.len())];
        let fits = |count: u64| count <= self.bound.tags.min(MOST_TEXTS);
        let fits = digits.is_empty() || digits.parse().is_ok_and(fits);
        fits.then_some(()).ok_or_else(too_many_texts)
    }

    /// Counts what was passed to the cell that goes on, and begins to count a tag or a text.
    fn add_to_cell(&mut self) -> Result<(), FormatError> {
        let passed = std::mem::take(&mut self.piece);
        if let Some(cell) = &mut self.cell {
            *cell += passed;
            if *cell > LONGEST_CELL * 4 {
                return Err(TooMuch::Content.into());
            }
        }
        Ok(())
    }

    fn keep(&mut self, byte: u8) {
        if self.tag.len() < KEPT {
            self.tag.push(byte);
        }
    }
}

fn too_many_texts() -> FormatError {
    FormatError::NotATable("more texts than there can be".to_owned())
}
