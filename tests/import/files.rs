//! Files as offices make them.

use peildatum::exchange::{Cell, ReadError, Sheet, read_sheet};
use peildatum::language::{Explain, Language};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::books::described::workbook as workbook_of;
use crate::support::{Desk, counts, day, file, sheet};

fn read(bytes: &[u8]) -> Sheet {
    let (_folder, path) = file("meldingen.csv", bytes);
    read_sheet(&path).unwrap()
}

fn refused(name: &str, bytes: &[u8]) -> ReadError {
    let (_folder, path) = file(name, bytes);
    let error = read_sheet(&path).unwrap_err();
    for language in Language::ALL {
        let sentence = error.explain(language);
        assert!(
            sentence.contains(name) && !sentence.starts_with("import-"),
            "{sentence}"
        );
    }
    error
}

fn texts(sheet: &Sheet) -> Vec<Vec<String>> {
    let row = |row: &peildatum::exchange::Row| -> Vec<String> {
        row.cells
            .iter()
            .map(|cell| cell.text().into_owned())
            .collect()
    };
    sheet.rows.iter().map(row).collect()
}

#[test]
fn the_delimiter_follows_from_the_header_outside_quotes() {
    for (text, expected) in [
        ("Nr;Start;Wijk\n1;2;3", ["1", "2", "3"]),
        ("Nr,Start,Wijk\n1,2,3", ["1", "2", "3"]),
        ("Nr\tStart\tWijk\n1\t2\t3", ["1", "2", "3"]),
        (
            "\"Nr, of zo, en zo\";Start;Wijk\n1;2,5;3",
            ["1", "2,5", "3"],
        ),
        ("sep=,\r\nNr;Start,Wijk,Aard\r\n1,2,3\r\n", ["1", "2", "3"]),
        ("SEP=;\nNr;Start;a,b,c,d\n1;2;3", ["1", "2", "3"]),
    ] {
        let sheet = sheet(text);
        assert_eq!(sheet.headers.len(), 3, "{text}");
        assert_eq!(texts(&sheet), [expected], "{text}");
        assert_eq!(sheet.rows[0].number, 2, "{text}");
    }
}

#[test]
fn the_delimiter_follows_from_several_lines() {
    for (text, headers) in [
        (
            "Overzicht meldingen, wijk Centrum, Meerzicht, 2026\nNr;Start;Wijk\n1;12-01-2026;Centrum\n2;13-01-2026;Centrum\n",
            ["Nr", "Start", "Wijk"],
        ),
        (
            "Naam;Start;Bedragen\nVoorbeeld, A.;12-01-2026;1,2,3,4\nProef, B.;13-01-2026;1,2,3,4\n",
            ["Naam", "Start", "Bedragen"],
        ),
        (
            "Nr,Start,Wijk\n1,12-01-2026,a;b;c;d\n2,13-01-2026,a;b;c;d\n",
            ["Nr", "Start", "Wijk"],
        ),
    ] {
        assert_eq!(sheet(text).headers, headers, "{text}");
    }
}

#[test]
fn more_cells_than_columns_are_advised_on_as_the_file_is() {
    let mut desk = Desk::new("woonoverlast");
    let text = desk.import("Nr;Start\n1;12-01-2026;te veel\n");
    let sentence = text.problems[0].explain(Language::Dutch);
    assert!(sentence.contains("aanhalingstekens"), "{sentence}");
    let described = "# Blad1\nNr | Start\n1 | d:2026-01-12 | te veel\n2 | d:2026-01-13\n";
    let (_folder, path) = file("meldingen.xlsx", &workbook_of(described));
    let book = desk.import_sheet(&read_sheet(&path).unwrap());
    let sentence = book.problems[0].explain(Language::Dutch);
    assert!(sentence.contains("te veel"), "{sentence}");
    assert!(!sentence.contains("aanhalingstekens"), "{sentence}");
}

#[test]
fn every_encoding_that_excel_exports_is_read() {
    let text = "Nr;Ontvangen;Toelichting\r\n1;01-02-2024;één café – € 5\r\n";
    let little: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let big: Vec<u8> = [0xFE, 0xFF]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    let windows = b"Nr;Ontvangen;Toelichting\r\n1;01-02-2024;\xe9\xe9n caf\xe9 \x96 \x80 5\r\n";
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    for bytes in [text.as_bytes(), &marked, windows, &little, &big] {
        let sheet = read(bytes);
        assert_eq!(sheet.headers, ["Nr", "Ontvangen", "Toelichting"]);
        assert_eq!(sheet.rows[0].text(2), "één café – € 5");
    }
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
    let text = "Nr;Start\r\n\r\nA;1\r\n;\r\n\r\n\"B\r\nregel twee\";2\r\nC;3";
    for text in [text.to_owned(), text.replace("\r\n", "\n")] {
        let sheet = sheet(&text);
        let numbers: Vec<usize> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(
            numbers,
            [3, 6, 7],
            "blank rows count, a line end inside a cell does not"
        );
    }
}

#[test]
fn a_ragged_row_keeps_what_it_has() {
    let sheet = sheet("Nr;Start;Wijk;;\nA\nB;2;3;;;\nC;1;2;3;vier");
    assert_eq!(
        sheet.headers.len(),
        3,
        "columns without a name at the end are no columns"
    );
    assert_eq!(sheet.rows[0].text(1), "");
    assert_eq!(
        sheet.rows[2].cells.last(),
        Some(&Cell::Text("vier".to_owned()))
    );
}

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let dates = Format::new().set_num_format("dd-mm-yyyy");
    let first = workbook.add_worksheet();
    let headers = [
        "Zaaknummer",
        "Datum melding",
        "Huisnummer",
        "Zorgcomponent",
        "Omschrijving",
    ];
    for (column, header) in headers.into_iter().enumerate() {
        first.write(0, column as u16, header).unwrap();
    }
    first.write(1, 0, 1234).unwrap();
    let date = ExcelDateTime::from_ymd(2024, 2, 29).unwrap();
    first.write_with_format(1, 1, &date, &dates).unwrap();
    first.write(1, 2, 45).unwrap();
    first.write(1, 3, true).unwrap();
    first.write(1, 4, 0.125).unwrap();
    first.write(3, 0, "W2").unwrap();
    first.write(3, 1, "01-03-2024").unwrap();
    workbook
        .add_worksheet()
        .write(0, 0, "een ander blad")
        .unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_with_its_dates_and_whole_numbers() {
    // What a file is follows from what is in it, not from its name.
    for name in ["meldingen.xlsx", "meldingen.csv"] {
        let (_folder, path) = file(name, &workbook());
        let sheet = read_sheet(&path).unwrap();
        let first = &sheet.rows[0];
        assert_eq!(first.cells[1], Cell::Date(day("29-02-2024").into()));
        assert_eq!(first.cells[3], Cell::YesNo(true));
        let written: Vec<_> = (0..5)
            .map(|column| first.text(column).into_owned())
            .collect();
        assert_eq!(written, ["1234", "29-02-2024", "45", "ja", "0,125"]);
        assert_eq!(sheet.rows.len(), 2);
        assert_eq!(sheet.rows[1].number, 4, "the blank row counts");

        let mut desk = Desk::new("woonoverlast");
        assert_eq!(counts(&desk.import_sheet(&sheet)), [2, 0, 0, 0]);
        assert_eq!(desk.state("1234").opened(), Some(day("29-02-2024")));
        assert_eq!(desk.state("W2").opened(), Some(day("01-03-2024")));
    }
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let absent = read_sheet("/geen/map/meldingen.csv".as_ref()).unwrap_err();
    assert!(matches!(absent, ReadError::CannotOpen { .. }));
    let folder = read_sheet(&std::env::temp_dir()).unwrap_err();
    assert!(matches!(folder, ReadError::NotAFile(_)));
    assert!(folder.explain(Language::Dutch).contains("is geen bestand"));
    assert!(absent.explain(Language::Dutch).contains("bestaat niet"));
    assert!(
        absent
            .explain(Language::Dutch)
            .contains("/geen/map/meldingen.csv")
    );

    assert!(matches!(
        refused("kapot.xlsx", b"PK\x03\x04niets"),
        ReadError::NotATable { .. }
    ));
    assert!(matches!(
        refused("foto.csv", b"\x89PNG\0\0\0\r"),
        ReadError::NotATable { .. }
    ));
    assert!(matches!(refused("leeg.csv", b""), ReadError::NoHeader(_)));
    assert!(matches!(
        refused("blanco.csv", b"\r\n;;\r\n"),
        ReadError::NoHeader(_)
    ));
    assert!(matches!(
        refused("kop.csv", b"Nr;Start\r\n;\r\n"),
        ReadError::NoRows(_)
    ));
}

#[test]
fn a_quotation_mark_that_is_never_closed_does_not_swallow_rows_in_silence() {
    let error = refused(
        "open.csv",
        b"Nr;Start;Wijk\nA;1;\"Centrum\nB;2;Meerzicht\nC;3;Centrum\n",
    );
    assert!(
        matches!(error, ReadError::OpenQuote { row: 2, .. }),
        "{error}"
    );
    // Closed by the mark with which a later cell begins, so that the rows between would be one cell.
    let error = refused(
        "los.csv",
        b"Nr;Start;Wijk\nA;1;2\nB;2;\"Meerzicht\nC;3;Centrum\nD;4;\"Centrum\"\nE;5;Centrum\n",
    );
    assert!(
        matches!(error, ReadError::OpenQuote { row: 3, .. }),
        "{error}"
    );
    let marks = "Nr;Start;Wijk\r\n\"A \"\"B\"\"\";5\" buis;\"\"\r\n\"C\";2;\"\"\"D\"\"\"";
    // A blank cell at the end of a row takes no room.
    assert_eq!(
        texts(&sheet(marks)),
        [vec!["A \"B\"", "5\" buis"], vec!["C", "2", "\"D\""]]
    );
    let sheet = sheet("Nr;Start;Wijk\nA;1;\"Centrum\nen meer\"\n");
    assert_eq!(sheet.rows.len(), 1, "a closed one may hold a line end");
}
