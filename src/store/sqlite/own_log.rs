//! Whether the write-ahead log beside a file is its own. SQLite takes any log that lies there: that of another copy of the
//! file it would mix with what stands in this one, without a word.

use std::fs::{self, File};
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::connection::{FileKey, connect_to_copy, write_ahead_log};
use super::transaction::WriteNumber;
use crate::store::error::StoreError;

/// How often, and how long each time, it is looked at again: another window may just have written the log into the
/// file and begun it anew.
const ATTEMPTS: u32 = 5;
const WAIT: Duration = Duration::from_millis(20);

/// The bytes of the header of a log, and of what stands before each page in it.
const HEADER: usize = 32;
const FRAME: usize = 24;

/// Refuses a file beside which a log lies that does not go on where the file stops. Nothing is changed.
///
/// # Errors
/// [`StoreError::ForeignLog`], or the log cannot be read.
pub(super) fn refuse_foreign_log(file: &Path, key: FileKey) -> Result<(), StoreError> {
    let log = write_ahead_log(file);
    for attempt in 0..ATTEMPTS {
        if attempt > 0 {
            thread::sleep(WAIT);
        }
        if fits(file, &log, key).map_err(StoreError::disk(&log))? {
            return Ok(());
        }
    }
    Err(StoreError::ForeignLog {
        file: file.to_owned(),
        log,
    })
}

fn fits(file: &Path, log: &Path, key: FileKey) -> io::Result<bool> {
    match fs::metadata(log) {
        Ok(found) if found.len() <= HEADER as u64 && found.is_file() => return Ok(true),
        Ok(found) if !found.is_file() => return Ok(false),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    }
    // Beside a file in which nothing stands SQLite throws a log away.
    if fs::metadata(file).map_or(0, |found| found.len()) == 0 {
        return Ok(false);
    }
    // Where the file cannot be read, SQLite may still mend it from the log, and else says what is wrong.
    let Ok(number) = number_without_log(file, key) else {
        return Ok(true);
    };
    match File::open(log) {
        Ok(log) => goes_on(&mut BufReader::with_capacity(1 << 16, log), number),
        // Another window has just closed.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// The number of the last transaction that stands in the file itself: a copy has no log.
fn number_without_log(file: &Path, key: FileKey) -> rusqlite::Result<WriteNumber> {
    WriteNumber::read(&connect_to_copy(file, key)?)
}

/// Whether what was committed in this log comes after the transaction with this number, or has it among its own. A log in
/// which nothing was committed fits everywhere: SQLite passes it over.
fn goes_on(log: &mut impl Read, number: WriteNumber) -> io::Result<bool> {
    let Some(mut frames) = Frames::begin(log)? else {
        return Ok(true);
    };
    let (mut is_empty, mut is_counted, mut is_first) = (true, false, true);
    // Of the transaction that is being read: it may never have been committed.
    let mut numbers = Vec::new();
    while let Some(frame) = frames.next()? {
        numbers.extend(frame.number);
        if !frame.commits {
            continue;
        }
        is_empty = false;
        for written in numbers.drain(..) {
            if written == number || (is_first && written == number.next()) {
                return Ok(true);
            }
            is_first = false;
            is_counted |= written.is_counted();
        }
    }
    // An earlier version of the program did not count: of its files nothing can be said.
    Ok(is_empty || !(is_counted || number.is_counted()))
}

/// The pages in a log, one by one, as far as they are whole.
struct Frames<'a, R> {
    log: &'a mut R,
    sums: Sums,
    salts: [u8; 8],
    page: Vec<u8>,
}

/// What is read of a page in a log.
struct Frame {
    /// The number in it, where it is the first page of the file.
    number: Option<WriteNumber>,
    /// Whether it is the last page of a transaction.
    commits: bool,
}

impl<'a, R: Read> Frames<'a, R> {
    /// Reads the header of a log; none where it is none.
    fn begin(log: &'a mut R) -> io::Result<Option<Self>> {
        let mut header = [0; HEADER];
        if !fill(log, &mut header)? {
            return Ok(None);
        }
        let is_big_endian = match word(&header, 0) {
            0x377F_0682 => false,
            0x377F_0683 => true,
            _ => return Ok(None),
        };
        let size = word(&header, 8);
        let mut sums = Sums::new(is_big_endian);
        sums.add(&header[..24]);
        if !sums.are(&header[24..]) || !size.is_power_of_two() || !(512..=65536).contains(&size) {
            return Ok(None);
        }
        let mut salts = [0; 8];
        salts.copy_from_slice(&header[16..24]);
        Ok(Some(Self {
            log,
            sums,
            salts,
            page: vec![0; size as usize],
        }))
    }

    fn next(&mut self) -> io::Result<Option<Frame>> {
        let mut header = [0; FRAME];
        if !(fill(self.log, &mut header)? && fill(self.log, &mut self.page)?) {
            return Ok(None);
        }
        self.sums.add(&header[..8]);
        self.sums.add(&self.page);
        // What comes after is left from before the log was begun anew, or was never written whole.
        if header[8..16] != self.salts || !self.sums.are(&header[16..]) {
            return Ok(None);
        }
        let is_first_page = word(&header, 0) == 1;
        Ok(Some(Frame {
            number: is_first_page.then(|| WriteNumber(word(&self.page, 68))),
            commits: word(&header, 4) != 0,
        }))
    }
}

/// The sums by which SQLite sees whether a log is whole.
struct Sums {
    is_big_endian: bool,
    one: u32,
    other: u32,
}

impl Sums {
    fn new(is_big_endian: bool) -> Self {
        Self {
            is_big_endian,
            one: 0,
            other: 0,
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        let words = bytes.as_chunks::<4>().0.iter();
        let mut words = words.map(|bytes| match self.is_big_endian {
            true => u32::from_be_bytes(*bytes),
            false => u32::from_le_bytes(*bytes),
        });
        while let (Some(one), Some(other)) = (words.next(), words.next()) {
            self.one = self.one.wrapping_add(one).wrapping_add(self.other);
            self.other = self.other.wrapping_add(other).wrapping_add(self.one);
        }
    }

    fn are(&self, stored: &[u8]) -> bool {
        (self.one, self.other) == (word(stored, 0), word(stored, 4))
    }
}

/// Four bytes as SQLite writes a number; nought where there are none.
fn word(bytes: &[u8], at: usize) -> u32 {
    let bytes = bytes.get(at..).and_then(|bytes| bytes.first_chunk());
    bytes.map_or(0, |bytes| u32::from_be_bytes(*bytes))
}

/// Fills a buffer; false where the log ends before that.
fn fill(log: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match log.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}
