//! The container of older Excel files, looked through before a reader follows its chains: one that runs in a circle
//! would fill all memory.

use crate::exchange::sheet::error::FormatError;

const HEADER: usize = 512;
const END: u32 = 0xFFFF_FFFE;
const RESERVED: u32 = 0xFFFF_FFFA;
/// The bytes of a small sector.
const MINI: usize = 64;
/// A stream of fewer bytes stands in small sectors.
const MINI_STREAM: usize = 4096;

/// A container whose chains end.
pub(super) struct Compound<'a> {
    sectors: Sectors<'a>,
    minis: Vec<u8>,
    mini_chain: Vec<u32>,
    entries: Vec<Entry>,
}

/// A stream in the container.
struct Entry {
    name: String,
    start: u32,
    length: usize,
}

/// The sectors of a file, and which follows which.
struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    follows: Vec<u32>,
}

impl<'a> Compound<'a> {
    /// Reads the container in these bytes.
    pub fn of(bytes: &'a [u8]) -> Result<Self, FormatError> {
        let size = match number(bytes, 30)? & 0xFFFF {
            9 => 512,
            12 => 4096,
            _ => return Err(damaged()),
        };
        let mut sectors = Sectors {
            bytes: bytes.get(size.max(HEADER)..).ok_or_else(damaged)?,
            size,
            follows: Vec::new(),
        };
        sectors.follows = follows(&sectors, bytes)?;
        let directory = sectors.chain(number(bytes, 48)?, usize::MAX)?;
        let entries: Vec<Entry> = directory.chunks_exact(128).filter_map(Entry::of).collect();
        let root = entries.first().ok_or_else(damaged)?;
        let (mut minis, mut mini_chain) = (Vec::new(), Vec::new());
        let mini_sectors = number(bytes, 64)? as usize;
        if mini_sectors > 0 {
            minis = sectors.chain(root.start, root.length)?;
            let length = mini_sectors.saturating_mul(size);
            mini_chain = numbers(&sectors.chain(number(bytes, 60)?, length)?).collect();
        }
        Ok(Self {
            sectors,
            minis,
            mini_chain,
            entries,
        })
    }

    /// Whether there is a stream of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream.
    pub fn stream(&self, name: &str) -> Result<Vec<u8>, FormatError> {
        let entry = self.entry(name).ok_or_else(damaged)?;
        if entry.length >= MINI_STREAM {
            return self.sectors.chain(entry.start, entry.length);
        }
        let minis = Sectors {
            bytes: &self.minis,
            size: MINI,
            follows: self.mini_chain.clone(),
        };
        minis.chain(entry.start, entry.length)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        let mut entries = self.entries.iter();
        entries.find(|entry| entry.name.eq_ignore_ascii_case(name))
    }
}

impl Entry {
    fn of(bytes: &[u8]) -> Option<Self> {
        let letters = bytes.get(..64)?.chunks_exact(2);
        let letters = letters.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let letters: Vec<u16> = letters.take_while(|letter| *letter != 0).collect();
        Some(Self {
            name: String::from_utf16_lossy(&letters),
            start: number(bytes, 116).ok()?,
            length: number(bytes, 120).ok()? as usize,
        })
    }
}

/// Which sector follows which.
fn follows(sectors: &Sectors<'_>, header: &[u8]) -> Result<Vec<u32>, FormatError> {
    let mut tables: Vec<u32> = numbers(header.get(76..HEADER).ok_or_else(damaged)?).collect();
    let mut next = number(header, 68)?;
    while next < RESERVED {
        tables.extend(numbers(sectors.get(next)?));
        next = tables.pop().ok_or_else(damaged)?;
        if tables.len() > sectors.count() + HEADER {
            return Err(damaged());
        }
    }
    let mut follows = Vec::new();
    for table in tables.into_iter().filter(|table| *table < RESERVED) {
        follows.extend(numbers(sectors.get(table)?));
        if follows.len() > sectors.count() * 2 + sectors.size {
            return Err(damaged());
        }
    }
    Ok(follows)
}

impl Sectors<'_> {
    fn count(&self) -> usize {
        self.bytes.len() / self.size + 1
    }

    fn get(&self, sector: u32) -> Result<&[u8], FormatError> {
        let start = (sector as usize).saturating_mul(self.size);
        let end = (start + self.size).min(self.bytes.len());
        self.bytes.get(start..end).ok_or_else(damaged)
    }

    /// The sectors from this one on, up to so many bytes.
    fn chain(&self, start: u32, length: usize) -> Result<Vec<u8>, FormatError> {
        let mut chain = Vec::new();
        let mut sector = start;
        let mut passed = 0;
        while sector != END && chain.len() < length {
            chain.extend_from_slice(self.get(sector)?);
            passed += 1;
            if passed > self.count() {
                return Err(damaged());
            }
            if chain.len() < length {
                let next = self.follows.get(sector as usize);
                sector = *next.ok_or_else(damaged)?;
            }
        }
        chain.truncate(length);
        Ok(chain)
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let whole = bytes.chunks_exact(4);
    whole.map(|part| u32::from_le_bytes([part[0], part[1], part[2], part[3]]))
}

fn number(bytes: &[u8], at: usize) -> Result<u32, FormatError> {
    let part = bytes.get(at..at + 4).ok_or_else(damaged)?;
    numbers(part).next().ok_or_else(damaged)
}

fn damaged() -> FormatError {
    FormatError::NotATable("damaged container".to_owned())
}
