//! Reading CSV files as offices make them: semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::cells::{Cell, Row};
use super::error::FormatError;

/// Every row of the text, blank ones left out but counted.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, FormatError> {
    let text = decoded(bytes);
    if text.contains('\0') {
        return Err(FormatError::NotATable("binary".to_owned()));
    }
    let (delimiter, text) = delimited(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut number = 0;
    let mut record = csv::StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|cause| FormatError::NotATable(cause.to_string()))?
    {
        let start = record
            .position()
            .map_or(0, |position| position.byte() as usize);
        let end = reader.position().byte() as usize;
        number += 1 + empty_lines(text.as_bytes(), start);
        if !quotes_fit(text.as_bytes().get(start..end).unwrap_or(&[]), delimiter) {
            return Err(FormatError::OpenQuote(number));
        }
        let cells = record
            .iter()
            .map(|cell| Cell::Text(cell.to_owned()))
            .collect();
        rows.push(Row { number, cells });
    }
    Ok(rows)
}

/// The text, in one of the encodings in which Excel exports.
fn decoded(bytes: &[u8]) -> String {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    encoding.decode(bytes).0.into_owned()
}

/// The sign between the cells, and the text without the line in which Excel names that sign (`sep=;`).
fn delimited(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', sign] =
        first.trim_end_matches('\r').as_bytes()
        && sign.is_ascii()
    {
        return (*sign, rest);
    }
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == byte) {
                    *count += 1;
                }
            }
        }
    }
    // The first of equals: a header of one column, or one with a semicolon and a comma, is Dutch.
    let most = counts
        .iter()
        .map(|(_, count)| *count)
        .max()
        .unwrap_or_default();
    let sign = counts
        .iter()
        .find(|(_, count)| *count == most)
        .map_or(b';', |(sign, _)| *sign);
    (sign, text)
}

/// How many empty lines there are before the record that begins here: the CSV reader skips them without a word, but a
/// spreadsheet counts them.
fn empty_lines(text: &[u8], start: usize) -> usize {
    let mut rest = &text[start.min(text.len())..];
    let before = &text[..text.len() - rest.len()];
    if before.ends_with(b"\r") {
        // The second half of the line end of the record before.
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    while let Some(after) = [&b"\r\n"[..], b"\n", b"\r"]
        .iter()
        .find_map(|end| rest.strip_prefix(*end))
    {
        rest = after;
        lines += 1;
    }
    lines
}

/// Whether every cell of a record that begins with a quotation mark ends with one. The reader takes whatever follows a
/// stray mark into its cell, line ends and all, so that whole rows would be lost in silence.
fn quotes_fit(record: &[u8], delimiter: u8) -> bool {
    let ends_cell = |byte: u8| byte == delimiter || matches!(byte, b'\r' | b'\n');
    let mut rest = record;
    while let [first, after @ ..] = rest {
        if *first != b'"' {
            // A mark further on in a cell that does not begin with one is a sign like any other.
            let end = rest.iter().position(|byte| ends_cell(*byte));
            rest = end.map_or(&[], |end| &rest[end + 1..]);
            continue;
        }
        let Some(after) = after_quoted(after) else {
            return false;
        };
        rest = match after {
            [] => after,
            [next, after @ ..] if ends_cell(*next) => after,
            _ => return false,
        };
    }
    true
}

/// What follows the mark that closes a quoted cell; two of them are one in the text.
fn after_quoted(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let mark = rest.iter().position(|byte| *byte == b'"')?;
        rest = &rest[mark + 1..];
        match rest.strip_prefix(b"\"") {
            Some(after) => rest = after,
            None => return Some(rest),
        }
    }
}
