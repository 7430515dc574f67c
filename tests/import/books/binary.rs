//! Binary Excel files (xlsb), record by record.

use super::zipped::zip;
use super::{Sheet, Value};

/// A file with these sheets; an error stands there as the outcome of a formula or as a value.
pub fn xlsb(sheets: &[Sheet], is_1904: bool, of_formula: bool) -> Vec<u8> {
    let names: Vec<String> = (1..=sheets.len())
        .map(|at| format!("xl/worksheets/sheet{at}.bin"))
        .collect();
    let bodies: Vec<Vec<u8>> = sheets.iter().map(|sheet| body(sheet, of_formula)).collect();
    let (workbook, relations) = (workbook(sheets, is_1904), relations(sheets.len()));
    let styles = styles();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/styles.bin", &styles),
    ];
    for (name, body) in names.iter().zip(&bodies) {
        parts.push((name, body));
    }
    zip(&parts)
}

fn workbook(sheets: &[Sheet], is_1904: bool) -> Vec<u8> {
    let mut part = Vec::new();
    record(&mut part, 0x0083, &[]);
    record(
        &mut part,
        0x0099,
        &[u8::from(is_1904), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    );
    record(&mut part, 0x008F, &[]);
    for (at, sheet) in (1_u32..).zip(sheets) {
        let mut data = u32::from(sheet.hidden).to_le_bytes().to_vec();
        data.extend(at.to_le_bytes());
        data.extend(wide(&format!("rId{at}")));
        data.extend(wide(sheet.name));
        record(&mut part, 0x009C, &data);
    }
    record(&mut part, 0x0090, &[]);
    record(&mut part, 0x009D, &[0; 26]);
    record(&mut part, 0x0084, &[]);
    part
}

fn relations(sheets: usize) -> String {
    let relation = |at| {
        format!(
            "<Relationship Id=\"rId{at}\" Type=\"worksheet\" Target=\"worksheets/sheet{at}.bin\"/>"
        )
    };
    let relations: String = (1..=sheets).map(relation).collect();
    format!("<?xml version=\"1.0\"?><Relationships>{relations}</Relationships>")
}

fn styles() -> Vec<u8> {
    let mut part = Vec::new();
    record(&mut part, 0x0269, &3_u32.to_le_bytes());
    for format in [0_u16, 14, 22] {
        let mut data = vec![0, 0];
        data.extend(format.to_le_bytes());
        data.resize(16, 0);
        record(&mut part, 0x002F, &data);
    }
    part
}

fn body(sheet: &Sheet, of_formula: bool) -> Vec<u8> {
    let mut part = Vec::new();
    record(&mut part, 0x0081, &[]);
    record(&mut part, 0x0094, &[0; 16]);
    record(&mut part, 0x0091, &[]);
    let mut begun = None;
    for &(row, column, value) in &sheet.cells {
        if begun.replace(row) != Some(row) {
            let mut data = row.to_le_bytes().to_vec();
            data.resize(17, 0);
            record(&mut part, 0x0000, &data);
        }
        let style = match value {
            Value::Day(day) if day.fract() > 0.0 => 2,
            Value::Day(_) => 1,
            _ => 0_u32,
        };
        let mut data = column.to_le_bytes().to_vec();
        data.extend(style.to_le_bytes());
        let kind = match value {
            Value::Text(text) => {
                data.extend(wide(text));
                0x0006
            }
            Value::Number(number) | Value::Day(number) => {
                data.extend(number.to_le_bytes());
                0x0005
            }
            Value::YesNo(yes) => {
                data.push(u8::from(yes));
                0x0004
            }
            Value::NotAvailable if of_formula => {
                data.extend([0x2A, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
                0x000B
            }
            Value::NotAvailable => {
                data.push(0x2A);
                0x0003
            }
        };
        record(&mut part, kind, &data);
    }
    record(&mut part, 0x0092, &[]);
    record(&mut part, 0x0082, &[]);
    part
}

fn wide(text: &str) -> Vec<u8> {
    let letters = text.encode_utf16().count() as u32;
    let mut data = letters.to_le_bytes().to_vec();
    data.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    data
}

fn record(part: &mut Vec<u8>, kind: u16, data: &[u8]) {
    match kind {
        0..0x80 => part.push(kind as u8),
        _ => part.extend([(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8]),
    }
    let mut length = data.len();
    loop {
        let more = length > 0x7F;
        part.push((length & 0x7F) as u8 | if more { 0x80 } else { 0 });
        length >>= 7;
        if !more {
            break;
        }
    }
    part.extend(data);
}
