//! What is on the screen goes out: to a file of the kind that was chosen, and to the clipboard.

use std::path::{Path, PathBuf};

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use egui::{Key, Modifiers};
use peildatum::exchange::read_sheet;
use peildatum::register::Value;

use super::support::{CTRL, HOUSING, Screen, bring_in, change, text};

const SHIFT: Modifiers = Modifiers::SHIFT;

/// Opens the sheet and types the name of the file to make.
fn to(screen: &mut Screen, name: &str) -> PathBuf {
    let path = screen.folder.path().join(name);
    screen.tab_to("Bestand");
    screen.overwrite(&path.display().to_string());
    path
}

#[test]
fn a_list_goes_to_a_file_as_it_is_on_the_screen_by_keyboard_alone() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::F);
    screen.write("noordh");
    screen.press(Key::Enter);
    let shown: Vec<String> = screen.rows();
    screen.press_with(CTRL | SHIFT, Key::X);
    screen.expect(&text("export-title"));
    screen.expect("Wijk: Noordhove");
    screen.expect(&format!("{} casussen", shown.len()));
    let path = to(&mut screen, "lijst.csv");
    assert_eq!(
        screen.value("Vorm"),
        text("export-csv"),
        "the name says the kind"
    );
    screen.press(Key::Enter);
    screen.expect_part("Bestand gemaakt");
    screen.expect(&text("paper-open"));
    let written = std::fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = written.lines().skip(1).collect();
    assert_eq!(lines.len(), shown.len());
    for (line, row) in lines.iter().zip(&shown) {
        let number = row.split(',').next().unwrap();
        assert!(line.starts_with(&format!("{number};")), "{line} {row}");
        assert!(line.contains(";Noordhove;"), "{line}");
    }
    assert_eq!(
        screen.focused(),
        Some(format!("Woonoverlast, {} rijen", shown.len())),
        "the keyboard is back at the list"
    );
}

#[test]
fn a_file_that_is_there_goes_only_when_that_is_asked_twice_and_one_that_cannot_be_made_loses_nothing()
 {
    let mut screen = Screen::housing();
    screen.press_with(CTRL | SHIFT, Key::X);
    let nowhere = to(&mut screen, "geen-map/lijst.xlsx");
    screen.press(Key::Enter);
    screen.expect_part("Controleer of de map bestaat");
    assert_eq!(screen.value("Bestand"), nowhere.display().to_string());
    let path = screen.folder.path().join("lijst.xlsx");
    std::fs::write(&path, "oud").unwrap();
    to(&mut screen, "lijst.xlsx");
    screen.press(Key::Enter);
    screen.expect_part("bestaat al");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "oud");
    screen.expect(&text("paper-replace"));
    screen.press(Key::Enter);
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    assert!(!screen.shows(&text("export-title")));
    // The next one begins in the same folder.
    screen.press_with(CTRL | SHIFT, Key::X);
    let offered = PathBuf::from(screen.value("Bestand"));
    assert_eq!(offered.parent(), Some(screen.folder.path()));
    let name = offered.file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(name, "woonoverlast-2025-11-21.xlsx");
}

#[test]
fn a_list_goes_to_the_clipboard_as_cells_and_as_a_table() {
    let mut screen = Screen::housing();
    let cells = screen.copy_with(CTRL | SHIFT, Key::C).unwrap();
    assert_eq!(cells.lines().count(), 143);
    screen.expect("142 casussen op het klembord");
    screen.press_with(CTRL | SHIFT, Key::C);
    let (text, html) = screen.table.lock().unwrap().take().unwrap();
    assert_eq!(text, cells);
    assert_eq!(html.matches("<tr>").count(), 143);
    assert!(html.contains("Lopende casussen op 21-11-2025"), "{html}");
}

#[test]
fn cases_behind_a_figure_say_so() {
    let mut screen = Screen::filled(|vault| bring_in(vault, HOUSING, "woonoverlast-2024.csv"));
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen.press(Key::Enter);
    screen.click(&text("figures-open-list"));
    screen.press_with(CTRL | SHIFT, Key::X);
    screen.expect_part("De zaken achter dit cijfer");
    let path = to(&mut screen, "achter.json");
    screen.press(Key::Enter);
    let list: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let cases = list["cases"].as_array().unwrap();
    assert!(!cases.is_empty());
    assert!(cases.iter().all(|case| case["wijk"] == cases[0]["wijk"]));
}

#[test]
fn nothing_goes_out_where_there_is_nothing() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::J);
    screen.press_with(CTRL | SHIFT, Key::X);
    assert!(!screen.shows(&text("export-title")));
}

#[test]
fn the_overview_goes_to_a_workbook_with_a_sheet_for_everything_on_the_screen() {
    let mut screen = Screen::housing();
    screen.press_with(Modifiers::ALT, Key::Num0);
    screen.press_with(CTRL | SHIFT, Key::X);
    screen.expect("18 registers");
    let path = to(&mut screen, "overzicht.xlsx");
    screen.press(Key::Enter);
    screen.expect_part("Bestand gemaakt");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let names = book.sheet_names();
    assert_eq!(
        names[..3],
        [
            "Registers",
            "2 Woonoverlast, wijk",
            "3 Woonoverlast, periode"
        ]
    );
    let line = |sheet: &Range<Data>, label: &str| -> Vec<Data> {
        let mut rows = sheet.rows().map(<[Data]>::to_vec);
        rows.find(|row| row[0] == Data::String(label.to_owned()))
            .unwrap()
    };
    let registers = book.worksheet_range("Registers").unwrap();
    let housing = line(&registers, "Woonoverlast");
    assert_eq!(
        housing[1..4],
        [Data::Float(142.0), Data::Float(0.0), Data::Float(0.0)]
    );
    let parts = book.worksheet_range("2 Woonoverlast, wijk").unwrap();
    assert_eq!(
        line(&parts, "Totaal")[1..],
        [Data::Float(142.0), Data::Float(0.0), Data::Float(142.0)]
    );
    let years = book.worksheet_range("3 Woonoverlast, periode").unwrap();
    assert!(
        years
            .rows()
            .any(|row| row[1..] == [Data::Float(142.0), Data::Float(0.0)])
    );
}

#[test]
fn the_overview_is_copied_with_what_is_compared() {
    let mut screen = Screen::housing();
    screen.press_with(Modifiers::ALT, Key::Num0);
    let plain = screen.copy_with(CTRL | SHIFT, Key::C).unwrap();
    assert!(plain.contains("\nWoonoverlast\t142\t0\t0\t"), "{plain}");
    screen.click("Vergelijk met 2024");
    let compared = screen.copy_with(CTRL | SHIFT, Key::C).unwrap();
    assert!(compared.contains("\t-20\n") && compared.contains("\t-30,7\n"));
    assert!(
        compared.contains("\nWoonoverlast\t142\t157\t0\t107\t0\t48\t142"),
        "{compared}"
    );
}

/// The figures of 2024.
fn figures() -> Screen {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen
}

#[test]
fn a_figure_goes_to_excel_with_the_numbers_on_the_screen_and_with_its_cases_only_when_asked() {
    let mut screen = figures();
    screen.press_with(CTRL | SHIFT, Key::X);
    screen.expect("8 rijen");
    screen.expect("Behandeld, 01-01-2024 t/m 31-12-2024 · Peildatum 31-12-2024");
    let path = to(&mut screen, "tabel.xlsx");
    screen.press(Key::Enter);
    screen.expect_part("Bestand gemaakt");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    assert_eq!(book.sheet_names(), ["Cijfers"]);
    let sheet = book.worksheet_range("Cijfers").unwrap();
    let total = sheet
        .rows()
        .find(|row| row[0] == Data::String("Totaal".to_owned()));
    let numbers: Vec<f64> = total.unwrap()[1..]
        .iter()
        .filter_map(|cell| cell.as_f64())
        .collect();
    assert_eq!(numbers, [34.0, 24.0, 99.0, 39.0, 9.0, 5.0, 210.0]);

    screen.press_with(CTRL | SHIFT, Key::X);
    screen.tab_to(&text("export-cases"));
    screen.press(Key::ArrowRight);
    screen.expect(&text("export-cases-warning"));
    let path = to(&mut screen, "met-zaken.xlsx");
    screen.press(Key::Enter);
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let cases = book.worksheet_range("Zaken").unwrap();
    assert_eq!(cases.height(), 211);
}

#[test]
fn the_chart_goes_to_the_clipboard_as_a_picture() {
    let mut screen = figures();
    let told = screen.told_with(CTRL | SHIFT, Key::P).into_iter();
    let mut pictures = told.filter_map(|command| match command {
        egui::OutputCommand::CopyImage(image) => Some(image.size),
        _ => None,
    });
    let copied = pictures.next();
    let [width, height] = copied.unwrap();
    assert!(width > 1000 && height > 200, "{width} {height}");
    screen.expect(&text("chart-copied"));
}

#[test]
fn the_chart_that_is_on_the_screen_is_the_one_that_goes_out() {
    let mut screen = figures();
    let drawn = |screen: &mut Screen, name: &str| {
        screen.press_with(CTRL | SHIFT, Key::X);
        let path = to(screen, name);
        screen.press(Key::Enter);
        screen.expect_part("Bestand gemaakt");
        std::fs::read_to_string(path).unwrap()
    };
    let parts = drawn(&mut screen, "delen.svg");
    assert!(parts.contains(">Meerzicht, Corporatie: 33<"), "{parts}");
    let title = "Tabel 5.1 Woonoverlast naar wijk en eigendom";
    assert!(
        parts.contains(&format!("<title>{title}</title>")),
        "{parts}"
    );
    screen.click(&text("chart-kind-lines"));
    let lines = drawn(&mut screen, "lijnen.svg");
    assert!(lines.contains(">Meerzicht, 2024: 46<"), "{lines}");
    assert!(!lines.contains("Corporatie: 33"));
    assert!(
        lines.contains(&format!("<title>{title}</title>")),
        "{lines}"
    );
}

/// The list that was exported to be edited as a text, with this in the cell of the first case under a heading.
fn edited(path: &Path, heading: &str, value: &str) -> String {
    let sheet = read_sheet(path).unwrap();
    let column = sheet.headers.iter().position(|known| known == heading);
    let column = column.unwrap();
    let mut lines = vec![sheet.headers.join(";")];
    for (line, row) in sheet.rows.iter().enumerate() {
        let cells = (0..sheet.headers.len()).map(|at| match (line, at == column) {
            (0, true) => value.to_owned(),
            _ => row.text(at).into_owned(),
        });
        lines.push(cells.collect::<Vec<_>>().join(";"));
    }
    lines.join("\n") + "\n"
}

#[test]
fn a_list_that_was_edited_comes_back_and_what_was_changed_here_too_is_decided() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL | SHIFT, Key::X);
    screen.press(Key::ArrowRight);
    assert_eq!(screen.value("Vorm"), text("export-editable"));
    screen.expect(&text("editable-comes-back"));
    screen.expect(&text("refused-is-readable"));
    let path = to(&mut screen, "lijst.xlsx");
    screen.press(Key::Enter);
    screen.expect_part("Bestand gemaakt");
    screen.press(Key::Escape);

    let back = screen.folder.path().join("terug.csv");
    std::fs::write(&back, edited(&path, "Wijk", "Oosterheem")).unwrap();
    let number = read_sheet(&path).unwrap().rows[0].text(0).into_owned();
    change(&mut screen.vault(), HOUSING, &number, |state| {
        state.set("wijk", Some(Value::Choice("rokkeveen".to_owned())));
    });
    screen.press_with(CTRL, Key::I);
    screen.write(&back.display().to_string());
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("import-conflict"));
    for side in ["Oosterheem", "Rokkeveen"] {
        screen.expect(side);
    }
    screen.expect("141 klaar, 1 geweigerd");
    screen.press(Key::B);
    screen.expect("142 klaar, 0 geweigerd");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 0 nieuw, 1 gewijzigd.");
    let cases = screen.stored(HOUSING);
    let case = cases.iter().find(|case| case.number == number).unwrap();
    let district = Value::Choice("oosterheem".to_owned());
    assert_eq!(case.state.values.get("wijk"), Some(&district));
}

#[test]
fn a_list_for_a_partner_asks_to_whom_and_on_what_ground_and_records_it_on_every_case() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL | SHIFT, Key::X);
    screen.tab_to(&text("export-for"));
    screen.letter('o');
    assert_eq!(
        screen.value(&text("export-for")),
        text("export-for-partner")
    );
    let path = to(&mut screen, "corporatie.csv");
    screen.press(Key::Enter);
    screen.expect(&text("list-shared-no-recipient"));
    screen.tab_to(&text("export-recipient"));
    screen.write("Verzonnen Wonen");
    screen.press(Key::Enter);
    screen.expect(&text("list-shared-no-ground"));
    assert!(!path.exists());
    screen.tab_to(&text("export-ground"));
    screen.write("Verzonnen convenant");
    screen.press(Key::Enter);
    screen.expect_part("Bestand gemaakt");
    let list = std::fs::read_to_string(&path).unwrap();
    let count = list.lines().count() - 1;
    assert_eq!(count, 142);
    let given = |screen: &Screen| {
        let vault = screen.vault();
        let store = vault.store(HOUSING).unwrap();
        let mut given = 0;
        for case in screen.stored(HOUSING) {
            let entries = store.entries(case.key).unwrap().into_iter();
            let mut entries = entries.filter(|entry| !entry.state.withdrawn);
            given += usize::from(entries.any(|entry| entry.state.kind == "verstrekking"));
        }
        given
    };
    assert_eq!(given(&screen), count);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(given(&screen), 0, "taken back as one action");
}

#[test]
fn a_list_that_is_filtered_by_care_cannot_be_shared() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::F);
    screen.write("verzamelw");
    screen.press(Key::Enter);
    screen.press_with(CTRL | SHIFT, Key::X);
    screen.tab_to(&text("export-for"));
    screen.letter('o');
    screen.expect_part("gefilterd of gegroepeerd op Aard van de overlast");
    let path = to(&mut screen, "corporatie.csv");
    screen.press(Key::Enter);
    assert!(!path.exists());
    screen.expect(&text("export-title"));
}
