//! Damage at random.

use std::fs;
use std::path::Path;

use fastrand::Rng;

use crate::books::described::workbook;
use crate::books::zipped::{parts, zip};
use crate::books::{DAY, Sheet, binary, old, open, table};

/// Sound files of every kind, each with a name.
pub fn sound() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/corpus");
    let mut sound: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let bytes = fs::read(&path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            match name.ends_with(".book") {
                true => (name, workbook(&String::from_utf8(bytes).unwrap())),
                false => (name, bytes),
            }
        })
        .collect();
    sound.sort();
    let two = || {
        let hidden = Sheet {
            name: "Lijst",
            hidden: true,
            ..table(DAY)
        };
        [hidden, table(DAY)]
    };
    // As often as the many texts: these are read by more than one reader.
    for _ in 0..8 {
        sound.push(("xls".to_owned(), old::xls(&two(), false)));
        sound.push(("xlsb".to_owned(), binary::xlsb(&two(), false, false)));
        sound.push(("ods".to_owned(), open::ods(&two())));
    }
    sound
}

/// The same file with damage.
pub fn damaged(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    if !bytes.starts_with(b"PK") || rng.u8(..) < 50 {
        let mut bytes = bytes.to_vec();
        for _ in 0..rng.usize(1..8) {
            strike(&mut bytes, rng);
        }
        return bytes;
    }
    let mut parts = parts(bytes);
    for _ in 0..rng.usize(1..5) {
        let at = rng.usize(..parts.len());
        match rng.u8(..16) {
            0 => {
                parts.remove(at);
                if parts.is_empty() {
                    return Vec::new();
                }
            }
            1 => {
                let other = rng.usize(..parts.len());
                let content = parts[other].1.clone();
                parts[at].1 = content;
            }
            2 => {
                let other = rng.usize(..parts.len());
                let name = parts[other].0.clone();
                parts[at].0 = name;
            }
            _ if parts[at].0.ends_with(".bin") => strike(&mut parts[at].1, rng),
            _ => strike_xml(&mut parts[at].1, rng),
        }
    }
    // Of two parts with one name a zip can have but one.
    parts.sort();
    parts.dedup_by(|one, other| one.0 == other.0);
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zip(&parts)
}

/// Numbers at which readers stumble.
const NUMBERS: [u64; 14] = [
    0,
    1,
    0x7F,
    0x80,
    0xFF,
    0xFFFF,
    0x10_0000,
    0x10_0001,
    0x7FFF_FFFF,
    0xFFFF_FFFE,
    0xFFFF_FFFF,
    0x1_0000_0000,
    0x7FFF_FFFF_FFFF_FFFF,
    u64::MAX,
];

/// Damages bytes.
fn strike(bytes: &mut Vec<u8>, rng: &mut Rng) {
    if bytes.is_empty() {
        bytes.push(rng.u8(..));
        return;
    }
    let at = rng.usize(..bytes.len());
    let far = (at + rng.usize(1..64)).min(bytes.len());
    match rng.u8(..10) {
        0 => bytes[at] ^= 1 << rng.u8(..8),
        1 => bytes[at] = rng.u8(..),
        2 => bytes.truncate(at),
        3 => drop(bytes.drain(at..far)),
        4 => {
            let piece = bytes[at..far].to_vec();
            let times = rng.usize(1..200);
            drop(bytes.splice(at..at, piece.repeat(times)));
        }
        5 => {
            let other = rng.usize(..bytes.len());
            bytes.swap(at, other);
        }
        6 => {
            let noise: Vec<u8> = (0..rng.usize(1..40)).map(|_| rng.u8(..)).collect();
            drop(bytes.splice(at..at, noise));
        }
        7 => {
            let signs: &[u8] = b"\"\"\"\r\n;,\t\0=<>&";
            bytes.insert(at, signs[rng.usize(..signs.len())]);
        }
        _ => {
            let width = [1, 2, 4, 8][rng.usize(..4)];
            let number = NUMBERS[rng.usize(..NUMBERS.len())].to_le_bytes();
            for (byte, other) in bytes[at..].iter_mut().zip(&number[..width]) {
                *byte = *other;
            }
        }
    }
}

/// Damages XML so that it stays XML more often than not.
fn strike_xml(bytes: &mut Vec<u8>, rng: &mut Rng) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let struck = match rng.u8(..8) {
        0 => return strike(bytes, rng),
        1 | 2 => instead_of(
            &text,
            rng,
            |sign| sign.is_ascii_digit(),
            |rng| NUMBERS[rng.usize(..NUMBERS.len())].to_string(),
        ),
        3 => instead_of(
            &text,
            rng,
            |sign| sign.is_ascii_alphanumeric(),
            |rng| {
                const PLACES: [&str; 8] = [
                    "XFD1048576",
                    "XFE1",
                    "A1048577",
                    "ZZZZZZZ99999999999",
                    "A0",
                    "1",
                    "AAA",
                    "A4294967296",
                ];
                PLACES[rng.usize(..PLACES.len())].to_owned()
            },
        ),
        4 => instead_of(
            &text,
            rng,
            |sign| sign.is_ascii_alphabetic(),
            |rng| {
                const WORDS: [&str; 14] = [
                    "c",
                    "row",
                    "v",
                    "f",
                    "is",
                    "t",
                    "sheetData",
                    "inlineStr",
                    "e",
                    "d",
                    "true",
                    "nan",
                    "table:table",
                    "text:s",
                ];
                WORDS[rng.usize(..WORDS.len())].to_owned()
            },
        ),
        5 => piece(&text, rng, |_, _| String::new()),
        6 => piece(&text, rng, |piece, rng| piece.repeat(rng.usize(2..500))),
        _ => piece(&text, rng, |piece, rng| {
            let word = [
                "&amp;",
                "&#0;",
                "&x;",
                "<!-- -->",
                "<![CDATA[x]]>",
                "<a>",
                "</a>",
                "<?x?>",
            ][rng.usize(..8)];
            word.repeat(rng.usize(1..300)) + piece
        }),
    };
    *bytes = struck.into_bytes();
}

/// The text with something in the place of one run of these letters.
fn instead_of(
    text: &str,
    rng: &mut Rng,
    belongs: impl Fn(char) -> bool,
    other: impl Fn(&mut Rng) -> String,
) -> String {
    let begins = text.match_indices(&belongs).map(|(at, _)| at);
    let begins: Vec<usize> = begins
        .filter(|at| !text[..*at].ends_with(&belongs))
        .collect();
    let Some(&begin) = rng.choice(&begins) else {
        return text.to_owned();
    };
    let rest = &text[begin..];
    let end = rest.find(|sign| !belongs(sign)).unwrap_or(rest.len());
    format!("{}{}{}", &text[..begin], other(rng), &rest[end..])
}

/// The text with something in the place of a piece from tag to tag.
fn piece(text: &str, rng: &mut Rng, other: impl Fn(&str, &mut Rng) -> String) -> String {
    let tags: Vec<usize> = text.match_indices('<').map(|(at, _)| at).collect();
    if tags.len() < 2 {
        return text.to_owned();
    }
    let first = rng.usize(..tags.len() - 1);
    let last = (first + rng.usize(1..12)).min(tags.len() - 1);
    let (begin, end) = (tags[first], tags[last]);
    let other = other(&text[begin..end], rng);
    format!("{}{other}{}", &text[..begin], &text[end..])
}
