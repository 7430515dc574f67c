//! Older Excel files (xls), byte by byte.

use super::{Sheet, Value};

/// A file with these sheets, in which days are counted from 1904 or not.
pub fn xls(sheets: &[Sheet], is_1904: bool) -> Vec<u8> {
    let mut globals = Vec::new();
    record(&mut globals, 0x0809, &begin(0x0005));
    record(&mut globals, 0x0022, &u16::from(is_1904).to_le_bytes());
    for format in [0_u16, 14, 22] {
        let mut style = [0; 20];
        style[2..4].copy_from_slice(&format.to_le_bytes());
        record(&mut globals, 0x00E0, &style);
    }
    let bodies: Vec<Vec<u8>> = sheets.iter().map(body).collect();
    let named: usize = sheets.iter().map(|sheet| 4 + 8 + sheet.name.len()).sum();
    let mut position = globals.len() + named + 4;
    for (sheet, body) in sheets.iter().zip(&bodies) {
        let mut data = (position as u32).to_le_bytes().to_vec();
        data.extend([u8::from(sheet.hidden), 0, sheet.name.len() as u8, 0]);
        data.extend(sheet.name.as_bytes());
        record(&mut globals, 0x0085, &data);
        position += body.len();
    }
    record(&mut globals, 0x000A, &[]);
    let stream = [globals, bodies.concat()].concat();
    container(&[("Workbook", &stream)])
}

/// The cells of a sheet.
fn body(sheet: &Sheet) -> Vec<u8> {
    let mut body = Vec::new();
    record(&mut body, 0x0809, &begin(0x0010));
    for &(row, column, value) in &sheet.cells {
        let style: u16 = match value {
            Value::Day(day) if day.fract() > 0.0 => 2,
            Value::Day(_) => 1,
            _ => 0,
        };
        let mut data = Vec::new();
        data.extend((row as u16).to_le_bytes());
        data.extend((column as u16).to_le_bytes());
        data.extend(style.to_le_bytes());
        let kind = match value {
            Value::Text(text) => {
                data.extend((text.encode_utf16().count() as u16).to_le_bytes());
                data.push(1);
                data.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
                0x0204
            }
            Value::Number(number) | Value::Day(number) => {
                data.extend(number.to_le_bytes());
                0x0203
            }
            Value::YesNo(yes) => {
                data.extend([u8::from(yes), 0]);
                0x0205
            }
            Value::NotAvailable => {
                data.extend([0x2A, 1]);
                0x0205
            }
        };
        record(&mut body, kind, &data);
    }
    record(&mut body, 0x000A, &[]);
    body
}

fn begin(kind: u16) -> Vec<u8> {
    let mut data = 0x0600_u16.to_le_bytes().to_vec();
    data.extend(kind.to_le_bytes());
    data.resize(16, 0);
    data
}

/// Adds a record to a stream.
pub fn record(stream: &mut Vec<u8>, kind: u16, data: &[u8]) {
    stream.extend(kind.to_le_bytes());
    stream.extend((data.len() as u16).to_le_bytes());
    stream.extend(data);
}

/// A container with these streams, each padded so that it needs no small sectors.
pub fn container(streams: &[(&str, &[u8])]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const FREE: u32 = 0xFFFF_FFFF;
    const END: u32 = 0xFFFF_FFFE;
    const TABLE: u32 = 0xFFFF_FFFD;
    let lengths = streams
        .iter()
        .map(|(_, bytes)| bytes.len().max(4096).div_ceil(SECTOR));
    let lengths: Vec<usize> = lengths.collect();
    let sectors = 1 + lengths.iter().sum::<usize>();
    let tables = (1..)
        .find(|tables| tables * 128 >= sectors + tables)
        .unwrap();
    let mut follows = vec![TABLE; tables];
    follows.push(END);
    let mut directory = entry("Root Entry", 5, END, 0);
    let mut content = Vec::new();
    for ((name, bytes), length) in streams.iter().zip(&lengths) {
        let start = follows.len() as u32;
        directory.extend(entry(name, 2, start, bytes.len().max(4096) as u32));
        follows.extend((start + 1..).take(length - 1));
        follows.push(END);
        content.extend_from_slice(bytes);
        content.resize(content.len().next_multiple_of(SECTOR).max(8 * SECTOR), 0);
    }
    follows.resize(tables * 128, FREE);
    directory.resize(SECTOR, 0);
    let mut file = header(tables as u32);
    file.extend(follows.into_iter().flat_map(u32::to_le_bytes));
    file.extend(directory);
    file.extend(content);
    file
}

fn header(tables: u32) -> Vec<u8> {
    let mut header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    header.resize(24, 0);
    for number in [0x3E_u16, 3, 0xFFFE, 9, 6] {
        header.extend(number.to_le_bytes());
    }
    header.resize(44, 0);
    for number in [tables, tables, 0, 4096, 0xFFFF_FFFE, 0, 0xFFFF_FFFE, 0] {
        header.extend(number.to_le_bytes());
    }
    for table in 0..109 {
        let table = if table < tables { table } else { 0xFFFF_FFFF };
        header.extend(table.to_le_bytes());
    }
    header
}

fn entry(name: &str, kind: u8, start: u32, length: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let named = entry.len() as u16 + 2;
    entry.resize(64, 0);
    entry.extend(named.to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([0xFF; 12]);
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(length.to_le_bytes());
    entry.resize(128, 0);
    entry
}
