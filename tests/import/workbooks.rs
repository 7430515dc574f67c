//! Workbooks of every kind: sheets, dates, times, and cells that hold no text.

use std::ops::ControlFlow;
use std::path::Path;

use peildatum::exchange::{Cell, ReadError, SheetChoice, SheetFile, read_sheet};

use crate::books::described::workbook;
use crate::books::{DAY, DAY_1904, Sheet, TABLE, Value, binary, old, open, sheet, table};

/// A file that lives as long as the folder.
fn file(bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("meldingen.xlsx");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// What is read of these bytes: headings and rows, as texts.
fn read(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let (_folder, path) = file(bytes);
    let sheet = read_sheet(&path).unwrap();
    let texts = |row: &peildatum::exchange::Row| -> Vec<String> {
        row.cells
            .iter()
            .map(|cell| cell.text().into_owned())
            .collect()
    };
    let rows = sheet.rows.iter().map(texts).collect();
    (sheet.headers, rows)
}

fn chosen(
    path: &Path,
    sheet: Option<&str>,
    header_row: Option<usize>,
) -> Result<SheetFile, ReadError> {
    let choice = SheetChoice {
        sheet: sheet.map(str::to_owned),
        header_row,
    };
    SheetFile::open(path, &choice)
}

fn row_numbers(file: &SheetFile) -> Vec<usize> {
    let mut numbers = Vec::new();
    file.each_row(&mut |row| {
        numbers.push(row.number);
        ControlFlow::Continue(())
    })
    .unwrap();
    numbers
}

#[test]
fn every_kind_of_workbook_gives_the_same_cells() {
    for bytes in [
        old::xls(&[table(DAY)], false),
        old::xls(&[table(DAY_1904)], true),
        binary::xlsb(&[table(DAY)], false, false),
        binary::xlsb(&[table(DAY_1904)], true, false),
        open::ods(&[table(DAY)]),
    ] {
        let (headers, rows) = read(&bytes);
        assert_eq!(
            headers,
            ["Nr", "Datum melding", "Wijk", "Bezocht", "Leeftijd"]
        );
        assert_eq!(rows, TABLE);
    }
}

#[test]
fn a_table_is_looked_for_on_the_sheets_that_are_shown() {
    let hidden = Sheet {
        hidden: true,
        ..table(DAY)
    };
    let cover = sheet("Voorblad", &[&[Value::Text("Registratie 2026")]]);
    let other = Sheet {
        name: "Lijst",
        ..table(DAY)
    };
    let sheets = [hidden, cover, other];
    for bytes in [
        old::xls(&sheets, false),
        binary::xlsb(&sheets, false, false),
        open::ods(&sheets),
    ] {
        let (_folder, path) = file(&bytes);
        let found = chosen(&path, None, None).unwrap();
        assert_eq!(found.head().sheets, ["Meldingen", "Voorblad", "Lijst"]);
        assert_eq!(found.head().sheet, Some(2));
        let named = chosen(&path, Some("meldingen"), None).unwrap();
        assert_eq!(named.head().sheet, Some(0), "a hidden one can be chosen");
        let absent = chosen(&path, Some("Blad9"), None).unwrap_err();
        assert!(matches!(absent, ReadError::NoSheet { sheets, .. } if sheets.len() == 3));
    }
}

#[test]
fn another_row_can_be_chosen_for_the_headings() {
    let text = "Overzicht;;\nNr;Datum;Wijk\n1;12-01-2026;Centrum\n2;13-01-2026;Centrum\n";
    let (_folder, path) = file(text.as_bytes());
    let found = chosen(&path, None, None).unwrap();
    assert_eq!((found.head().header_row, found.head().titles), (2, 1));
    let above: Vec<(usize, &str)> = found
        .head()
        .above
        .iter()
        .map(|(number, text)| (*number, text.as_str()))
        .collect();
    assert_eq!(above[..2], [(1, "Overzicht"), (2, "Nr · Datum · Wijk")]);
    assert_eq!(row_numbers(&found), [3, 4]);
    let other = chosen(&path, None, Some(1)).unwrap();
    assert_eq!(other.head().headers, ["Overzicht"]);
    assert_eq!(row_numbers(&other), [2, 3, 4]);
    for absent in [0, 5, 100_000] {
        let error = chosen(&path, None, Some(absent)).unwrap_err();
        assert!(matches!(error, ReadError::NoHeaderRow { row, .. } if row == absent));
    }
}

#[test]
fn a_merged_cell_is_filled_in_its_first_place_alone() {
    let described = "# Blad1\n@merge A2:A3\nWijk | Nr | Datum\nCentrum | 1 | d:2026-01-12\n | 2 | d:2026-01-13\n";
    let (_, rows) = read(&workbook(described));
    assert_eq!(rows[0], ["Centrum", "1", "12-01-2026"]);
    assert_eq!(rows[1], ["", "2", "13-01-2026"]);
}

#[test]
fn rows_that_a_filter_hides_are_rows() {
    let described =
        "# Blad1\n@filter A1:B3\n@hide 2\nNr | Datum\n1 | d:2026-01-12\n2 | d:2026-01-13\n";
    assert_eq!(read(&workbook(described)).1.len(), 2);
}

#[test]
fn a_date_is_a_date_and_a_text_that_says_one_stays_as_it_was_typed() {
    let described =
        "# Blad1\nNr | Begin | Eind | Duur\n1 | d:2026-01-12 | 12 januari 2026 | t:00:45\n";
    let (_folder, path) = file(&workbook(described));
    let sheet = read_sheet(&path).unwrap();
    let cells = &sheet.rows[0].cells;
    assert!(matches!(cells[1], Cell::Date(_)));
    assert_eq!(cells[2], Cell::Text("12 januari 2026".to_owned()));
    assert_eq!(cells[3], Cell::Text("00:45".to_owned()));
}

#[test]
fn a_libreoffice_cell_may_be_repeated_hold_paragraphs_and_have_a_note() {
    let row = "<table:table-row>\
        <table:table-cell office:value-type=\"string\"><text:p>Nr</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"string\"><text:p>Datum</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"string\"><text:p>Tekst</text:p></table:table-cell>\
        </table:table-row>\
        <table:table-row table:number-rows-repeated=\"2\">\
        <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"/>\
        <table:table-cell office:value-type=\"string\"><office:annotation><text:p>noot</text:p></office:annotation>\
        <text:p>een &amp; <text:span>twee</text:span><text:s text:c=\"2\"/>drie</text:p><text:p>vier</text:p></table:table-cell>\
        </table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"time\" office:time-value=\"PT14H05M00S\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048571\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let tables = format!("<table:table table:name=\"Blad1\">{row}</table:table>");
    let (headers, rows) = read(&open::of_content(&tables));
    assert_eq!(headers, ["Nr", "Datum", "Tekst"]);
    assert_eq!(rows[0], ["7", "7", "een & twee  drie\nvier"]);
    assert_eq!(rows[1], rows[0]);
    assert_eq!(rows[2], ["14:05"]);
    assert_eq!(rows.len(), 3);
}

#[test]
fn nul_letters_of_an_old_file_are_left_out() {
    let sheet = sheet(
        "Blad1",
        &[
            &[
                Value::Text("Nr\0"),
                Value::Text("Da\0tum"),
                Value::Text("Wijk"),
            ],
            &[
                Value::Number(1.0),
                Value::Day(DAY),
                Value::Text("Centrum\0\0"),
            ],
        ],
    );
    let (headers, rows) = read(&old::xls(&[sheet], false));
    assert_eq!(headers, ["Nr", "Datum", "Wijk"]);
    assert_eq!(rows, [["1", "12-01-2026", "Centrum"]]);
}

#[test]
fn a_formula_error_of_a_binary_workbook_is_not_lost_in_silence() {
    let (_folder, path) = file(&binary::xlsb(&[table(DAY)], false, true));
    let error = read_sheet(&path).unwrap_err();
    assert!(matches!(error, ReadError::FormulaErrors(_)), "{error}");
}

#[test]
fn a_password_is_named() {
    let encrypted = old::container(&[("EncryptedPackage", b"..."), ("EncryptionInfo", b"...")]);
    let mut stream = Vec::new();
    old::record(
        &mut stream,
        0x0809,
        &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    );
    old::record(&mut stream, 0x002F, &[1, 0, 1, 0, 1, 0]);
    let old = old::container(&[("Workbook", &stream)]);
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let open = crate::books::zipped::with_part(
        &open::ods(&[table(DAY)]),
        "META-INF/manifest.xml",
        manifest,
    );
    for bytes in [encrypted, old, open] {
        let (_folder, path) = file(&bytes);
        let error = read_sheet(&path).unwrap_err();
        assert!(matches!(error, ReadError::Protected(_)), "{error}");
    }
}

#[test]
fn a_file_that_changed_after_it_was_opened_is_refused() {
    let (_folder, path) = file(b"Nr;Datum\n1;12-01-2026\n");
    let opened = chosen(&path, None, None).unwrap();
    assert_eq!(row_numbers(&opened), [2]);
    assert_eq!(row_numbers(&opened), [2], "it is read as often as asked");
    std::fs::write(&path, b"Nr;Datum\n1;12-01-2026\n2;13-01-2026\n").unwrap();
    let error = opened.each_row(&mut |_| ControlFlow::Continue(()));
    assert!(matches!(error, Err(ReadError::Changed(_))));
}

#[test]
fn a_file_with_a_table_goes_to_another_thread() {
    fn goes<T: Send>() {}
    goes::<SheetFile>();
}

#[test]
fn a_visitor_that_has_enough_stops_the_reading() {
    let text = format!("Nr;Datum\n{}", "1;12-01-2026\n".repeat(1000));
    let (_folder, path) = file(text.as_bytes());
    let mut seen = 0;
    let opened = chosen(&path, None, None).unwrap();
    opened
        .each_row(&mut |_| {
            seen += 1;
            match seen {
                3 => ControlFlow::Break(()),
                _ => ControlFlow::Continue(()),
            }
        })
        .unwrap();
    assert_eq!(seen, 3);
}

#[test]
fn a_row_is_never_taken_for_a_total() {
    let totals = |text: &str| {
        let (_folder, path) = file(text.as_bytes());
        let file = chosen(&path, None, None).unwrap();
        file.each_row(&mut |_| ControlFlow::Continue(())).unwrap()
    };
    let head = "Nr;Datum;Huisnr;Uren\n1;46034;12;1,5\n2;46035;14;2\n";
    assert_eq!(totals(&format!("{head}\n;;;3,5\n")), [5]);
    for row in [
        // Behind a blank row, with a date as a number, or a number of its own.
        "\n;46036;16;1\n",
        "\n3;;16;1\n",
        "\n;;;3,5\n4;46037;18;2\n",
        // Right below the others.
        ";;;3,5\n",
        "Totaal vernield;13-01-2026;3;1\n",
        "Totaalplan;;;3\n",
        "Som, A.;;;3\n",
        "Totaal;open;;3\n",
    ] {
        assert_eq!(totals(&format!("{head}{row}")), [0; 0], "{row}");
    }
    assert_eq!(totals("Soort\nTotaal\n"), [0; 0], "a column of words");
}

#[test]
fn a_number_that_is_no_date_stays_a_number_in_a_column_of_dates() {
    let mut sheet = table(DAY);
    for (row, number) in [(1, 612_345_678.0), (2, 1e300)] {
        let cell = sheet
            .cells
            .iter_mut()
            .find(|cell| (cell.0, cell.1) == (row, 1));
        cell.unwrap().2 = Value::Day(number);
    }
    for bytes in [
        old::xls(
            &[Sheet {
                cells: sheet.cells.clone(),
                ..table(DAY)
            }],
            false,
        ),
        binary::xlsb(&[sheet], false, false),
    ] {
        let (_, rows) = read(&bytes);
        assert_eq!(rows[0][1], "612345678");
    }
}
