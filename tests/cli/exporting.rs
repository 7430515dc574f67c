//! `export`: the cases of a register as a file, and a list that is edited and comes back.

use std::path::Path;

use peildatum::exchange::{Cell, Sheet, read_sheet};

use crate::support::{HOUSING, Place};

const CASES: &str = "Nr;Start;Wijk;Prioriteit;Telefoon melder\n\
    A;01-02-2024;Centrum;hoog;0600000000\n\
    B;02-02-2024;Meerzicht;;\n";

fn place() -> Place {
    let place = Place::with_vault();
    let file = place.file("a.csv", CASES);
    place.done(&["import", HOUSING, &file]);
    place
}

fn path_of(place: &Place, name: &str) -> String {
    let path = place.folder.path().join(name);
    path.to_str().unwrap().to_owned()
}

/// The list to edit, and where it is.
fn exported(place: &Place) -> (String, Sheet) {
    let path = path_of(place, "lijst.xlsx");
    place.done(&[
        "export",
        HOUSING,
        "--editable",
        "--out",
        &path,
        "--overwrite",
    ]);
    let sheet = read_sheet(Path::new(&path)).unwrap();
    (path, sheet)
}

/// The sheet as a text, which a spreadsheet can save it as too, with this text in a cell.
fn with(sheet: &Sheet, number: &str, heading: &str, text: &str) -> String {
    let column = sheet.headers.iter().position(|known| known == heading);
    let column = column.unwrap();
    let mut lines = vec![sheet.headers.join(";")];
    for row in &sheet.rows {
        let cells = row.cells.iter().enumerate();
        let cells = cells.map(|(at, cell)| match at == column && row.text(0) == number {
            true => text.to_owned(),
            false => cell.text().into_owned(),
        });
        lines.push(cells.collect::<Vec<_>>().join(";"));
    }
    lines.join("\n") + "\n"
}

#[test]
fn a_list_to_edit_says_who_can_read_it_and_holds_no_reporter() {
    let place = place();
    let (path, sheet) = exported(&place);
    assert_eq!(sheet.rows.len(), 2);
    assert!(
        sheet
            .headers
            .iter()
            .any(|heading| heading == "Versie (niet wijzigen)")
    );
    let all: Vec<String> = sheet
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(|cell| cell.text().into_owned()))
        .collect();
    assert!(!all.iter().any(|text| text.contains("0600000000")));
    let bytes = std::fs::read(path).unwrap();
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let part = |book: &mut zip::ZipArchive<_>, name: &str| {
        std::io::read_to_string(book.by_name(name).unwrap()).unwrap()
    };
    assert!(part(&mut book, "xl/sharedStrings.xml").contains("Iedereen die dit bestand heeft"));
    let page = part(&mut book, "xl/worksheets/sheet1.xml");
    assert!(
        page.contains("<dataValidation type=\"list\""),
        "the cells offer choices"
    );
    assert!(part(&mut book, "xl/workbook.xml").contains("state=\"hidden\""));
}

#[test]
fn what_was_edited_comes_back_and_a_conflict_is_decided() {
    let place = place();
    let (path, sheet) = exported(&place);
    let again = place.json(&["import", HOUSING, &path]);
    assert_eq!(
        (&again["unchanged"], &again["updated"]),
        (&2.into(), &0.into())
    );
    place.done(&["change", HOUSING, "--cases", "A", "--set", "wijk=seghwaert"]);
    let edited = place.file("b.csv", &with(&sheet, "A", "Wijk", "Meerzicht"));
    let refused = place.run(&["import", HOUSING, &edited]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(
        refused
            .out
            .contains("Sinds de export is Wijk hier gewijzigd: j.jansen"),
        "{refused:?}"
    );
    assert!(refused.out.contains("Seghwaert") && refused.out.contains("Meerzicht"));
    let kept = place.json(&["import", HOUSING, &edited, "--conflicts", "stored"]);
    assert_eq!(
        (&kept["unchanged"], &kept["refused"]),
        (&2.into(), &0.into())
    );
    let taken = place.json(&["import", HOUSING, &edited, "--conflicts", "sheet"]);
    assert_eq!(taken["updated"], 1);
    let emptied = exported(&place).1;
    let emptied = place.file("c.csv", &with(&emptied, "A", "Prioriteit", ""));
    assert_eq!(place.json(&["import", HOUSING, &emptied])["updated"], 1);
    let (_, sheet) = exported(&place);
    let at = |heading: &str| {
        sheet
            .headers
            .iter()
            .position(|known| known == heading)
            .unwrap()
    };
    assert_eq!(sheet.rows[0].text(at("Wijk")), "Meerzicht");
    assert_eq!(
        sheet.rows[0]
            .cells
            .get(at("Prioriteit"))
            .map(Cell::is_blank),
        Some(true)
    );
}

#[test]
fn some_cases_or_all_go_to_any_kind_of_list() {
    let place = place();
    let path = path_of(&place, "lijst.csv");
    let all = ["export", HOUSING, "--out", &path, "--dialect", "rfc4180"];
    place.done(&all);
    assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 3);
    let some = [&all[..], &["--where", "wijk=centrum", "--overwrite"]].concat();
    place.done(&some);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(
        place.refused(&all).contains("lijst.csv"),
        "an existing file stays"
    );
    let text = path_of(&place, "lijst2.csv");
    let sentence = place.refused(&["export", HOUSING, "--editable", "--out", &text]);
    assert!(
        sentence.contains(".xlsx"),
        "only Excel can be edited and come back: {sentence}"
    );
}

#[test]
fn a_list_for_a_partner_names_who_receives_it_and_is_recorded_on_every_case() {
    let place = place();
    let path = path_of(&place, "lijst.csv");
    let asked = ["export", HOUSING, "--out", &path, "--recipient"];
    // A recipient without a ground is no sharing.
    place.refused(&[&asked[..], &["Verzonnen Wonen"]].concat());
    assert!(!Path::new(&path).exists());
    let asked = [&asked[..], &["Verzonnen Wonen", "--ground"]].concat();
    assert!(
        place
            .refused(&[&asked[..], &[" "]].concat())
            .contains("grond")
    );
    assert!(!Path::new(&path).exists());
    let said = place.done(&[&asked[..], &["Verzonnen convenant"]].concat());
    assert!(said.contains("Op 2 zaken is vastgelegd"), "{said}");
    let list = std::fs::read_to_string(&path).unwrap();
    assert!(
        list.contains("Centrum") && !list.contains("0600000000"),
        "{list}"
    );
    assert!(!list.contains("Prioriteit"), "{list}");

    let on_paper = |place: &Place| {
        let paper = path_of(place, "a.html");
        let asked = [
            "paper",
            HOUSING,
            "A",
            "--all",
            "--overwrite",
            "--out",
            &paper,
        ];
        place.done(&asked);
        std::fs::read_to_string(&paper).unwrap()
    };
    let given = on_paper(&place);
    assert!(given.contains("Verzonnen Wonen") && given.contains("Verzonnen convenant"));
    let operation = said.rsplit(' ').next().unwrap().trim();
    place.done(&["undo", operation]);
    assert!(!on_paper(&place).contains("Verzonnen Wonen"));
    // What is chosen by something that is not shared would tell it.
    let by_care = [
        &asked[..],
        &[
            "Verzonnen convenant",
            "--where",
            "zorgcomponent=ja",
            "--overwrite",
        ],
    ]
    .concat();
    assert!(place.refused(&by_care).contains("Zorgcomponent"));
}
