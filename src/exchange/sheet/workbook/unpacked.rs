//! A look through everything in a zipped workbook before a reader takes any of it into memory: what unpacks to more than
//! a table can be ends here, in bounded memory and time.

use std::fs::File;
use std::io::{BufReader, Read};

use zip::ZipArchive;

use super::records_scan::RecordsScan;
use super::xml_scan::{Bound, XmlScan};
use crate::exchange::sheet::error::FormatError;
use crate::exchange::sheet::limits::LONGEST_CELL;
use crate::exchange::sheet::too_much::TooMuch;

/// The parts of a workbook.
const MOST_PARTS: usize = 10_000;
/// The bytes that a workbook unpacks to.
const MOST_BYTES: u64 = 1 << 30;
/// From how many bytes on, what unpacks to more than [`MOST_TIMES`] its size is no workbook. Sheets that are all but
/// empty come to some fifty times.
const SMALL: u64 = 64 << 20;
const MOST_TIMES: u64 = 300;

/// A sheet is read piece by piece.
const STREAMED: Bound = Bound {
    bytes: MOST_BYTES,
    piece: LONGEST_CELL,
    tags: u64::MAX,
};
/// The texts of the cells are held in memory.
const STRINGS: Bound = Bound {
    bytes: 128 << 20,
    piece: LONGEST_CELL,
    tags: 12_000_000,
};
/// The styles are held in memory, with a copy of the font for each.
const STYLES: Bound = Bound {
    bytes: 32 << 20,
    piece: 2048,
    tags: 250_000,
};
/// The names of sheets and parts are held in memory.
const NAMES: Bound = Bound {
    bytes: 16 << 20,
    piece: LONGEST_CELL,
    tags: 500_000,
};
/// What no reader looks at, such as pictures.
const OTHER: u64 = 200 << 20;
/// The texts of the cells of a binary workbook, which are held in memory.
const BINARY_STRINGS: u64 = 64 << 20;

/// Looks through a zip.
pub(super) fn look_through(file: &mut File) -> Result<(), FormatError> {
    let not_a_table = |error: zip::result::ZipError| FormatError::NotATable(error.to_string());
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(not_a_table)?;
    if zip.len() > MOST_PARTS {
        return Err(TooMuch::Content.into());
    }
    let mut declared: u64 = 0;
    for at in 0..zip.len() {
        let part = zip.by_index_data(at).map_err(not_a_table)?;
        declared = declared.saturating_add(part.size());
    }
    if declared > MOST_BYTES {
        return Err(TooMuch::Content.into());
    }
    let mut all = 0;
    for at in 0..zip.len() {
        // A part that cannot be unpacked is refused by the reader, if it needs it.
        let Ok(mut part) = zip.by_index(at) else {
            continue;
        };
        let packed = part.compressed_size();
        let name = part.name_raw().to_ascii_lowercase();
        all += look_at(&mut part, Scan::of(&name), packed)?;
        if all > MOST_BYTES {
            return Err(TooMuch::Content.into());
        }
    }
    Ok(())
}

/// How a part is looked at.
enum Scan {
    Xml(XmlScan),
    Records(RecordsScan),
    Other,
}

impl Scan {
    fn of(name: &[u8]) -> Self {
        let ends = |end: &str| name.ends_with(end.as_bytes());
        let has = |part: &str| {
            name.windows(part.len())
                .any(|window| window == part.as_bytes())
        };
        if ends("sharedstrings.xml") {
            Self::Xml(XmlScan::within(STRINGS))
        } else if ends("styles.xml") {
            Self::Xml(XmlScan::within(STYLES))
        } else if ends(".rels") || ends("workbook.xml") || ends("manifest.xml") {
            Self::Xml(XmlScan::within(NAMES))
        } else if ends(".xml") {
            Self::Xml(XmlScan::within(STREAMED))
        } else if ends("sharedstrings.bin") {
            Self::Records(RecordsScan::within(BINARY_STRINGS, false))
        } else if ends("workbook.bin") || ends("styles.bin") {
            Self::Records(RecordsScan::within(OTHER, false))
        } else if has("worksheets/") {
            Self::Records(RecordsScan::within(MOST_BYTES, true))
        } else {
            Self::Other
        }
    }

    fn see(&mut self, bytes: &[u8]) -> Result<(), FormatError> {
        match self {
            Self::Xml(scan) => scan.see(bytes),
            Self::Records(scan) => scan.see(bytes),
            Self::Other => Ok(()),
        }
    }

    fn most(&self) -> u64 {
        match self {
            Self::Xml(scan) => scan.bound.bytes,
            Self::Records(scan) => scan.most,
            Self::Other => OTHER,
        }
    }
}

/// Looks at one part; the bytes it unpacks to.
fn look_at(part: &mut impl Read, mut scan: Scan, packed: u64) -> Result<u64, FormatError> {
    let mut bytes = vec![0; 1 << 16];
    let mut all = 0;
    loop {
        let read = match part.read(&mut bytes) {
            Ok(0) => return Ok(all),
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            // Damaged: refused by the reader, if it needs it.
            Err(_) => return Ok(all),
        };
        all += read as u64;
        let swells = all > SMALL && all / MOST_TIMES > packed;
        if all > scan.most() || swells {
            return Err(TooMuch::Content.into());
        }
        scan.see(&bytes[..read])?;
    }
}
