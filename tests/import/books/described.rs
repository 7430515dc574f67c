//! Workbooks that are made for a test.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// The workbook that a few lines describe. `# Blad` begins a sheet, `# Blad (verborgen)` a hidden one; every other line is
/// a row, its cells between `|`. A cell is a text or a number, or after `d:` a date, `m:` a date with a time, `t:` a time,
/// `b:` ja or nee, `e:` an error. `@merge A1:C1` merges cells, `@filter A1:C9` puts a filter on them, `@hide 3` hides a row.
pub fn workbook(described: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    for described in described.split("# ").skip(1) {
        let mut lines = described.lines();
        let name = lines.next().unwrap();
        let hidden = name.strip_suffix(" (verborgen)");
        let sheet = book.add_worksheet();
        sheet.set_name(hidden.unwrap_or(name)).unwrap();
        match hidden {
            // The first sheet is the one in view, which cannot be hidden.
            None => sheet.set_active(true),
            Some(_) => sheet.set_hidden(true),
        };
        let (orders, rows): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with('@'));
        for order in orders {
            carry_out(sheet, order);
        }
        for (row, line) in rows.into_iter().enumerate() {
            for (column, cell) in line.split('|').enumerate() {
                write(sheet, row as u32, column as u16, cell.trim());
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Merges, filters or hides.
fn carry_out(sheet: &mut Worksheet, order: &str) {
    let (what, of) = order.split_once(' ').unwrap();
    if what == "@hide" {
        sheet
            .set_row_hidden(of.parse::<u32>().unwrap() - 1)
            .unwrap();
        return;
    }
    let (first, last) = of.split_once(':').unwrap();
    let ((top, left), (bottom, right)) = (place(first), place(last));
    match what {
        "@filter" => sheet.autofilter(top, left, bottom, right).unwrap(),
        "@merge" => sheet
            .merge_range(top, left, bottom, right, "", &Format::new())
            .unwrap(),
        other => panic!("there is no {other}"),
    };
}

/// The row and the column of `B3`, counted from zero.
fn place(written: &str) -> (u32, u16) {
    let (column, row) = written.split_at(1);
    let column = column.bytes().next().unwrap() - b'A';
    (row.parse::<u32>().unwrap() - 1, column.into())
}

/// Writes one cell.
fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let moment = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    let mut dated = |text: &str, format: &str| {
        let format = Format::new().set_num_format(format);
        sheet
            .write_with_format(row, column, moment(text), &format)
            .unwrap();
    };
    match cell.split_once(':').unwrap_or_default() {
        ("d", date) => dated(date, "dd-mm-yyyy"),
        ("m", date) => dated(date, "dd-mm-yyyy hh:mm"),
        ("t", time) => dated(time, "hh:mm"),
        ("b", yes) => drop(sheet.write(row, column, yes == "ja")),
        ("e", error) => {
            let formula = Formula::new("=NA()").set_result(error);
            sheet.write(row, column, formula).unwrap();
        }
        _ => {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) if cell.is_empty() => return,
                Err(_) => sheet.write(row, column, cell).unwrap(),
            };
        }
    }
}
