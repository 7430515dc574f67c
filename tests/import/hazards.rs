//! Files that would take all memory, or stop the program: each ends in a sentence.

use std::fmt::Write;
use std::ops::ControlFlow;

use peildatum::exchange::{ReadError, SheetChoice, SheetFile, TooMuch, read_sheet};

use crate::books::described::workbook;
use crate::books::zipped::{parts, with_part};
use crate::books::{DAY, Sheet, Value, binary, old, open, table};

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Why a file with these bytes is refused.
fn refused(bytes: &[u8]) -> ReadError {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("meldingen.xlsx");
    std::fs::write(&path, bytes).unwrap();
    let choice = SheetChoice::default();
    let read = SheetFile::open(&path, &choice).and_then(|file| {
        file.each_row(&mut |_| ControlFlow::Continue(()))
            .map(|_| file.head().clone())
    });
    read.unwrap_err()
}

/// How many rows there are in a file with these bytes.
fn rows(bytes: &[u8]) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("meldingen.xlsx");
    std::fs::write(&path, bytes).unwrap();
    read_sheet(&path).unwrap().rows.len()
}

fn is_too_much(error: &ReadError, what: TooMuch) {
    let told = matches!(error, ReadError::TooMuch { what: found, .. } if *found == what);
    assert!(told, "{error}");
}

/// A small workbook.
fn small() -> Vec<u8> {
    workbook("# Blad1\nNr | Datum | Wijk\n1 | d:2026-01-12 | Centrum\n")
}

/// The same with this XML before the end of its rows.
fn with_rows(xml: &str) -> Vec<u8> {
    let small = small();
    let parts = parts(&small);
    let (_, sheet) = parts.iter().find(|(name, _)| name == SHEET).unwrap();
    let sheet = String::from_utf8(sheet.clone()).unwrap();
    let sheet = sheet.replace("</sheetData>", &format!("{xml}</sheetData>"));
    with_part(&small, SHEET, sheet.as_bytes())
}

#[test]
fn a_blank_in_the_last_cell_of_a_sheet_takes_no_room() {
    let blank = "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>";
    assert_eq!(rows(&with_rows(blank)), 1);
    let mut cells = table(DAY).cells;
    cells.push((1_048_575, 16_383, Value::Text(" ")));
    let sheet = |cells| Sheet {
        cells,
        ..table(DAY)
    };
    assert_eq!(
        rows(&binary::xlsb(&[sheet(cells.clone())], false, false)),
        2
    );
    assert_eq!(rows(&open::ods(&[sheet(cells)])), 2);
}

#[test]
fn a_text_in_the_last_cell_of_a_sheet_is_read() {
    let last = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    assert_eq!(rows(&with_rows(last)), 2);
}

#[test]
fn a_cell_outside_of_a_sheet_is_refused() {
    for place in ["XFE7", "A1048577", "ZZZZZZZZ7", "A99999999999", "A0", "7"] {
        let cell = format!("<row r=\"7\"><c r=\"{place}\"><v>1</v></c></row>");
        refused(&with_rows(&cell));
    }
    let row = |columns| {
        format!(
            "<table:table table:name=\"Blad1\"><table:table-row>\
             <table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"{columns}\"/>\
             </table:table-row></table:table>"
        )
    };
    is_too_much(
        &refused(&open::of_content(&row(16_385))),
        TooMuch::Columns { row: 1 },
    );
}

#[test]
fn more_columns_than_a_spreadsheet_has_are_refused() {
    let mut text = String::new();
    for column in 0..1_000_000 {
        write!(text, "kolom {column};").unwrap();
    }
    text += "\n1;2;3\n";
    is_too_much(&refused(text.as_bytes()), TooMuch::Columns { row: 1 });
    let blank = format!("Nr;Datum{}\n1;12-01-2026\n", ";".repeat(1_000_000));
    assert_eq!(rows(blank.as_bytes()), 1, "blank ones are none");
}

#[test]
fn a_cell_that_goes_on_and_on_is_refused() {
    let text = "lang ".repeat(1_000_000);
    let plain = format!("Nr;Datum;Tekst\n1;12-01-2026;{text}\n");
    is_too_much(&refused(plain.as_bytes()), TooMuch::Text { row: 2 });
    let quoted = format!("Nr;Datum;Tekst\n1;12-01-2026;\"{text}\n2;13-01-2026;kort\n");
    let error = refused(quoted.as_bytes());
    assert!(
        matches!(error, ReadError::OpenQuote { row: 2, .. }),
        "{error}"
    );
    let inline =
        format!("<row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
    is_too_much(&refused(&with_rows(&inline)), TooMuch::Content);
    let runs = "<r><t>twaalf letters</t></r>".repeat(300_000);
    let inline = format!("<row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is>{runs}</is></c></row>");
    is_too_much(&refused(&with_rows(&inline)), TooMuch::Content);
}

#[test]
fn what_unpacks_to_far_more_than_its_size_is_refused() {
    let bomb = vec![b' '; 70 << 20];
    for part in [SHEET, "xl/media/image1.png"] {
        let swollen = with_part(&small(), part, &bomb);
        assert!(swollen.len() < 1 << 20);
        is_too_much(&refused(&swollen), TooMuch::Content);
    }
}

#[test]
fn a_count_of_texts_that_cannot_be_makes_no_room_for_them() {
    for count in ["4294967295", "99999999999999999999999", "900000000000"] {
        let texts = format!(
            "<?xml version=\"1.0\"?><sst xmlns=\"x\" count=\"1\" uniqueCount=\"{count}\"><si><t>Nr</t></si></sst>"
        );
        let bytes = with_part(&small(), "xl/sharedStrings.xml", texts.as_bytes());
        let error = refused(&bytes);
        assert!(matches!(error, ReadError::NotATable { .. }), "{error}");
    }
}

#[test]
fn tags_within_tags_without_end_are_refused() {
    let deep = "<a>".repeat(100_000);
    let error = refused(&with_rows(&deep));
    assert!(matches!(error, ReadError::NotATable { .. }), "{error}");
    let types = "<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
    refused(&with_part(
        &small(),
        "xl/sharedStrings.xml",
        types.as_bytes(),
    ));
}

#[test]
fn a_row_that_stands_for_a_million_others_is_refused_where_it_holds_much() {
    let row = |times: usize, columns: usize| {
        format!(
            "<table:table table:name=\"Blad1\"><table:table-row table:number-rows-repeated=\"{times}\">\
             <table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{columns}\">\
             <text:p>ja</text:p></table:table-cell></table:table-row></table:table>"
        )
    };
    is_too_much(
        &refused(&open::of_content(&row(1_048_576, 16_384))),
        TooMuch::Content,
    );
    is_too_much(
        &refused(&open::of_content(&row(1_048_577, 2))),
        TooMuch::Rows,
    );
    let blanks = "<table:table table:name=\"Blad1\"><table:table-row><table:table-cell office:value-type=\"string\">\
        <text:p>a<text:s text:c=\"4294967295\"/></text:p></table:table-cell></table:table-row></table:table>";
    is_too_much(
        &refused(&open::of_content(blanks)),
        TooMuch::Text { row: 1 },
    );
}

#[test]
fn an_older_file_that_says_to_be_endless_is_refused() {
    let far = |row, column| {
        let mut sheet = table(DAY);
        sheet.cells.push((row, column, Value::Number(1.0)));
        old::xls(&[sheet], false)
    };
    assert_eq!(rows(&far(9_999, 30)), 3);
    is_too_much(&refused(&far(65_535, 255)), TooMuch::Content);
    // The sector with the cells is said to follow itself.
    let mut circle = far(20, 20);
    let third = 512 + 2 * 4;
    circle[third..third + 4].copy_from_slice(&2_u32.to_le_bytes());
    let length = 512 * 2 + 128 + 120;
    circle[length..length + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    let error = refused(&circle);
    assert!(matches!(error, ReadError::NotATable { .. }), "{error}");
}

#[test]
fn a_reader_that_stops_is_an_answer() {
    let bytes = binary::xlsb(&[table(DAY)], false, false);
    let without = "<?xml version=\"1.0\"?><Relationships></Relationships>";
    let bytes = with_part(&bytes, "xl/_rels/workbook.bin.rels", without.as_bytes());
    let error = refused(&bytes);
    assert!(matches!(error, ReadError::Unreadable(_)), "{error}");
}
