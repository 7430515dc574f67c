//! Bringing in a file: look first, then do it, without a mouse.

use std::fs;
use std::path::PathBuf;

use egui::Key;
use egui::accesskit::Role;
use rust_xlsxwriter::{Format, Workbook};

use super::support::{CTRL, HOUSING, Screen, data, text};

/// The import of a file, looked at and not carried out.
fn looked_at(screen: &mut Screen, path: &str) {
    screen.press_with(CTRL, Key::I);
    assert_eq!(screen.focused().as_deref(), Some("Bestand"));
    screen.write(path);
    screen.press(Key::Enter);
}

/// Two good rows with a bad one between them.
fn mixed(screen: &Screen) -> String {
    let path = screen.folder.path().join("gemengd.csv");
    let rows = "Zaaknummer;Datum melding;Wijk\n\
        X1;01-02-2024;Centrum\n\
        X2;31-02-2024;Centrum\n\
        X3;03-02-2024;Meerzicht\n";
    fs::write(&path, rows).unwrap();
    path.display().to_string()
}

#[test]
fn a_file_is_looked_at_and_brought_in_by_keyboard_alone() {
    let mut screen = Screen::empty();
    looked_at(
        &mut screen,
        &data("woonoverlast-2024.csv").display().to_string(),
    );
    screen.expect("van 210 rijen klaar");
    assert!(screen.stored(HOUSING).is_empty(), "looking writes nothing");
    screen.press_with(CTRL, Key::Enter);
    screen.find("210 rijen inlezen");
    assert!(screen.stored(HOUSING).is_empty(), "looking writes nothing");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 210 nieuw, 0 gewijzigd.");
    assert_eq!(screen.stored(HOUSING).len(), 210);
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(
        screen.stored(HOUSING).len(),
        210,
        "a plan is carried out once"
    );
    screen.press(Key::Escape);
    screen.expect("142 lopende casussen");
}

#[test]
fn the_same_file_again_changes_nothing() {
    let mut screen = Screen::housing();
    looked_at(
        &mut screen,
        &data("woonoverlast-2024.csv").display().to_string(),
    );
    screen.press_with(CTRL, Key::Enter);
    screen.expect("210 klaar, 0 geweigerd");
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.stored(HOUSING).iter().all(|case| case.version == 1));
    screen.expect_part("er is nog niets veranderd");
}

#[test]
fn refused_rows_are_shown_with_what_is_wrong_and_the_good_ones_come_in() {
    let mut screen = Screen::empty();
    let path = mixed(&screen);
    looked_at(&mut screen, &path);
    screen.press_with(CTRL, Key::Enter);
    let refused = screen.all(Role::Row);
    assert!(
        refused
            .iter()
            .any(|row| row.starts_with("3, Geweigerd, X2, 31-02-2024")),
        "{refused:?}"
    );
    screen.expect_part("is geen datum die bestaat");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 2 nieuw, 0 gewijzigd.");
    assert_eq!(screen.stored(HOUSING).len(), 2);
    screen.press_with(CTRL, Key::Z);
    screen.expect(&text("import-was-undone"));
}

#[test]
fn a_refused_cell_is_corrected_on_the_spot() {
    let mut screen = Screen::empty();
    let path = mixed(&screen);
    looked_at(&mut screen, &path);
    screen.press_with(CTRL, Key::Enter);
    screen.press(Key::Enter);
    assert_eq!(screen.focused().as_deref(), Some("Datum melding"));
    screen.overwrite("29-02-2024");
    screen.press(Key::Enter);
    screen.expect("3 klaar, 0 geweigerd");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 3 nieuw, 0 gewijzigd.");
    assert_eq!(screen.stored(HOUSING).len(), 3);
}

#[test]
fn escape_gives_a_correction_up_and_stays_at_the_rows() {
    let mut screen = Screen::empty();
    let path = mixed(&screen);
    looked_at(&mut screen, &path);
    screen.press_with(CTRL, Key::Enter);
    screen.press(Key::Enter);
    screen.overwrite("29-02-2024");
    screen.press(Key::Escape);
    screen.expect("2 klaar, 1 geweigerd");
    screen.expect(&text("import-step-rows"));
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 2 nieuw, 0 gewijzigd.");
}

#[test]
fn one_cell_of_an_address_in_several_columns_is_corrected() {
    let mut screen = Screen::empty();
    let rows = "Datum melding;Straat;Huisnummer;Postcode;Wijk\n\
        14-02-2024;Testweg;12;27;Centrum\n";
    let path = own(&screen, "postcode.csv", rows);
    looked_at(&mut screen, &path);
    screen.press_with(CTRL, Key::Enter);
    screen.press(Key::Enter);
    screen.overwrite("2711 AA");
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    let cases = screen.stored(HOUSING);
    let address = format!("{:?}", cases[0].state.values.get("adres"));
    for part in ["\"Testweg\"", "\"12\"", "\"2711 AA\""] {
        assert!(address.contains(part), "{address}");
    }
}

#[test]
fn the_second_of_two_columns_for_one_field_is_skipped_in_sight() {
    let mut screen = Screen::empty();
    let rows = "Datum melding;Wijk;District\n14-02-2024;Centrum;Meerzicht\n";
    let path = own(&screen, "twee-wijken.csv", rows);
    looked_at(&mut screen, &path);
    screen.expect("District, overgeslagen");
    screen.press_with(CTRL, Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 1 nieuw, 0 gewijzigd.");
}

/// An Excel sheet as a coordinator keeps it, with headings and words of its own.
const OWN: &str = "Overzicht overlast 2025;;;;;;;;\n\
    Nr;Datum binnenkomst;Straatnaam + nr;PC;Buurt;Soort woning;Klacht;Behandeld door;Bijzonders\n\
    A-001;14-03-2025;Oefenkade 102a;2723 KB;Seghwaert;huur (DGW);Harde muziek;A. Voorbeeld;\n\
    A-002;04/05/2025;Proefplein 11;2712 HF;Buytenwegh de Leijens;koop;Rotzooi;D. Bedacht;belt elke week terug\n\
    A-003;16-06-2025;Testweg 40;2711 AA;Palenstein;huur part.;Geluid;A. Voorbeeld;\n\
    Totaal;3;;;;;;;\n";

fn own(screen: &Screen, name: &str, text: &str) -> String {
    let path = screen.folder.path().join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn any_sheet_is_linked_answered_and_in_within_a_few_keys() {
    let mut screen = Screen::empty();
    let path = own(&screen, "Overlast 2025.csv", OWN);
    looked_at(&mut screen, &path);
    screen.expect("één titelrij en één totaalrij niet");
    screen.expect("van 3 rijen klaar");
    screen.expect_part("Soort woning, Eigendom (waarschijnlijk");
    screen.expect_part("één kolom overgeslagen".replace("één", "Eén").as_str());
    // The date that can be read in two ways waits for an answer, and the value that is no choice for a choice.
    screen.click("Datum binnenkomst, Dag-maand");
    screen.click("“Rotzooi” is Kies aard van de overlast");
    screen.write("ernstige");
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    screen.expect("3 klaar, 0 geweigerd");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 3 nieuw, 0 gewijzigd.");
    let cases = screen.stored(HOUSING);
    let value = |number: &str, field: &str| {
        let case = cases.iter().find(|case| case.number == number).unwrap();
        case.state
            .values
            .get(field)
            .map(|value| format!("{value:?}"))
    };
    assert_eq!(
        value("A-001", "eigendom").unwrap(),
        "Choice(\"corporatie\")"
    );
    assert_eq!(
        value("A-001", "corporatie").unwrap(),
        "Choice(\"de-goede-woning\")"
    );
    assert_eq!(
        value("A-003", "eigendom").unwrap(),
        "Choice(\"particulier\")"
    );
    assert_eq!(value("A-003", "wijk").unwrap(), "Choice(\"centrum\")");
    assert_eq!(
        value("A-002", "wijk"),
        None,
        "its postcode is in neither district"
    );
    let second = cases.iter().find(|case| case.number == "A-002").unwrap();
    assert_eq!(second.state.opened().unwrap().to_string(), "2025-05-04");

    // The next month has the same headings: its mapping is known.
    let next = OWN.replace("A-00", "B-00").replace("2025 overlast", "");
    let path = own(&screen, "Overlast 2026.csv", &next);
    screen.press(Key::Escape);
    looked_at(&mut screen, &path);
    screen.press_with(CTRL, Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 3 nieuw, 0 gewijzigd.");
    assert_eq!(screen.stored(HOUSING).len(), 6);
}

#[test]
fn the_keys_link_a_column_to_another_field_and_skip_it() {
    let mut screen = Screen::empty();
    let path = own(&screen, "Overlast 2025.csv", OWN);
    looked_at(&mut screen, &path);
    for _ in 0..8 {
        screen.press(Key::ArrowDown);
    }
    screen.expect("Bijzonders, overgeslagen");
    screen.press(Key::O);
    screen.expect_part("Bijzonders, Wat vertelt de melder (zeker");
    screen.press(Key::Delete);
    screen.expect("Bijzonders, overgeslagen");
    screen.press(Key::Enter);
    screen.write("volgende actie");
    screen.press(Key::Enter);
    screen.expect_part("Bijzonders, Volgende actie (zeker");
    // What was decided is not lost when the page is left.
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::I);
    screen.expect_part("Bijzonders, Volgende actie (zeker");
}

#[test]
fn a_row_that_may_be_a_known_case_is_put_together_with_it() {
    let mut screen = Screen::empty();
    let rows = "Zaaknummer;Datum melding;Straat;Huisnummer;Wijk;Aard\n\
        X1;19-06-2025;Oefenkade;102;Centrum;Geluid\n";
    let path = own(&screen, "een.csv", &rows.replace("Aard", "Aard overlast"));
    looked_at(&mut screen, &path);
    screen.press_with(CTRL, Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    screen.press(Key::Escape);
    let rows = "Zaaknummer;Datum melding;Straat;Huisnummer;Wijk;Aard overlast\n\
        Y9;23-06-2025;Oefenkade;102;Centrum;Verward gedrag\n";
    let path = own(&screen, "twee.csv", rows);
    looked_at(&mut screen, &path);
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("import-same-address"));
    screen.press(Key::M);
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 0 nieuw, 1 gewijzigd.");
    let cases = screen.stored(HOUSING);
    assert_eq!(cases.len(), 1);
    let kinds = format!("{:?}", cases[0].state.values.get("aard"));
    assert!(
        kinds.contains("geluid") && kinds.contains("verward"),
        "{kinds}"
    );
}

#[test]
fn a_plan_is_for_the_file_it_was_made_for() {
    let mut screen = Screen::empty();
    let path = mixed(&screen);
    looked_at(&mut screen, &path);
    screen.expect("van 3 rijen klaar");
    screen.click(&text("import-another"));
    screen.overwrite(&data("woonoverlast-2024.csv").display().to_string());
    screen.expect(&text("import-empty"));
    screen.press_with(CTRL, Key::Enter);
    screen.find("210 rijen inlezen");
    assert!(
        screen.stored(HOUSING).is_empty(),
        "the new file is looked at first"
    );
}

#[test]
fn a_file_that_is_not_there_or_no_table_gives_a_sentence() {
    let mut screen = Screen::empty();
    looked_at(&mut screen, "/er/is/niets.csv");
    screen.expect_part("/er/is/niets.csv bestaat niet");
    let picture = screen.folder.path().join("plaatje.xlsx");
    fs::write(&picture, b"PK\x03\x04\0\0 geen werkmap").unwrap();
    screen.tab_to("Bestand");
    screen.overwrite(&picture.display().to_string());
    screen.press(Key::Enter);
    screen.expect_part("plaatje.xlsx");
}

#[test]
fn a_file_goes_into_the_register_that_is_open() {
    let mut screen = Screen::empty();
    screen.press_with(egui::Modifiers::ALT, Key::Num2);
    looked_at(
        &mut screen,
        &data("ondermijning-signalen-2024.csv").display().to_string(),
    );
    screen.expect("Signalen importeren");
    screen.press_with(CTRL, Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    screen.press(Key::Escape);
    screen.expect("177 van 177 signalen");
}

#[test]
fn a_file_that_is_dropped_on_the_window_is_looked_at() {
    let mut screen = Screen::empty();
    screen.drop_file(&data("woonoverlast-2024.csv"));
    screen.expect("van 210 rijen klaar");
    assert!(screen.stored(HOUSING).is_empty());
}

/// The headings and rows of a coordinator's own workbook, under merged titles: headings of its own, dates in two styles, free
/// spellings of district and tenure, and a total. Of the numbers of cases the begin is missing.
const OWN_BOOK: &str = "\
    Zaaknr;Datum binnenkomst;Straatnaam + nr;PC;Buurt;Soort woning;Klacht;Behandeld door;Via;Prio;Stand;Bijzonders\n\
    4;14-03-2025;Oefenkade 102a;2723 KB;Seghwaert;huur (DGW);Harde muziek;A. Voorbeeld;telefoon;hoog;loopt;\n\
    5;4 mei 2025;Proefplein 11;2717 HF;Buytenwegh de Leijens;koop;Rotzooi;D. Bedacht;mail;;loopt;belt elke week\n\
    6;16-06-2025;Testweg 40;2711 AA;Palenstein;huur part.;Geluid;A. Voorbeeld;telefoon;laag;loopt;\n\
    7;1 juli 2025;Testweg 41;2711 AA;centrum;Koopwoning;Rotzooi;A. Voorbeeld;wijkteam;gewoon;loopt;\n\
    Totaal;4;;;;;;;;;;";

/// That workbook, with this before the numbers of its cases.
fn own_workbook(screen: &Screen, name: &str, begin: &str) -> PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    for (row, title) in [
        (0, "Woonoverlast Voorbeeldstad"),
        (1, "bijgewerkt in maart"),
    ] {
        sheet.merge_range(row, 0, row, 11, title, &bold).unwrap();
    }
    for (row, line) in (3..).zip(OWN_BOOK.lines()) {
        for (at, cell) in (0..).zip(line.split(';')) {
            match (at, cell.parse::<u32>()) {
                (0, Ok(number)) => sheet.write_string(row, at, format!("{begin}-{number}")),
                (_, Ok(number)) => sheet.write_number(row, at, number),
                _ => sheet.write_string(row, at, cell),
            }
            .unwrap();
        }
    }
    let path = screen.folder.path().join(name);
    book.save(&path).unwrap();
    path
}

/// Every one of the four rows came in as it is meant.
fn own_rows_are_in(screen: &Screen) {
    let cases = screen.stored(HOUSING);
    assert_eq!(cases.len(), 4);
    let of = |number: &str| {
        &cases
            .iter()
            .find(|case| case.number == number)
            .unwrap()
            .state
    };
    let value = |number: &str, field: &str| format!("{:?}", of(number).values.get(field));
    assert!(value("X-4", "corporatie").contains("de-goede-woning"));
    assert!(value("X-6", "eigendom").contains("particulier"));
    assert!(value("X-7", "eigendom").contains("koop"));
    for number in ["X-5", "X-7"] {
        assert!(
            value(number, "aard").contains("vervuiling"),
            "{}",
            value(number, "aard")
        );
    }
    for (number, day) in [
        ("X-4", "2025-03-14"),
        ("X-5", "2025-05-04"),
        ("X-7", "2025-07-01"),
    ] {
        assert_eq!(of(number).opened().unwrap().to_string(), day, "{number}");
    }
}

#[test]
fn an_own_workbook_is_in_with_five_actions_of_the_mouse_and_the_next_with_three() {
    let mut screen = Screen::empty();
    let path = own_workbook(&screen, "Overlast 2025.xlsx", "X");
    screen.drop_file(&path);
    screen.expect("2 titelrijen en één totaalrij niet");
    screen.click("“Rotzooi” is Kies aard van de overlast");
    screen.click("Ernstige vervuiling");
    screen.click("Rijen nakijken");
    screen.expect("4 klaar, 0 geweigerd");
    screen.click("4 rijen inlezen");
    own_rows_are_in(&screen);
    screen.click("Sluiten");
    // The next month: what the headings and words mean is known.
    let path = own_workbook(&screen, "Overlast 2026.xlsx", "Y");
    screen.drop_file(&path);
    screen.click("Rijen nakijken");
    screen.click("4 rijen inlezen");
    assert_eq!(screen.stored(HOUSING).len(), 8);
}

#[test]
fn an_own_workbook_is_in_with_eight_keys_and_two_texts() {
    let mut screen = Screen::empty();
    let path = own_workbook(&screen, "Overlast 2025.xlsx", "X");
    looked_at(&mut screen, &path.display().to_string());
    screen.press(Key::Tab);
    let asked = screen.focused().unwrap();
    assert!(
        asked.starts_with("“Rotzooi”"),
        "the open question is next: {asked}"
    );
    screen.press(Key::Enter);
    screen.write("ernstige");
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    own_rows_are_in(&screen);
}

#[test]
fn two_rows_of_a_file_that_may_be_one_case_stand_beside_each_other() {
    let mut screen = Screen::empty();
    let rows = "Datum melding;Straat;Huisnummer;Postcode;Wijk\n\
        14-02-2024;Testweg;12;2711 AA;Centrum\n\
        15-02-2024;Testweg;12;2711 AA;Meerzicht\n";
    let path = own(&screen, "dubbel.csv", rows);
    looked_at(&mut screen, &path);
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("import-possible-duplicate"));
    screen.expect("Rij 3 in uw blad");
    screen.expect("Rij 2 in uw blad");
    assert!(
        !screen.shows(&text("import-duplicate-merge")),
        "there is no case yet"
    );
    screen.press(Key::O);
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 1 nieuw, 0 gewijzigd.");
    assert_eq!(screen.stored(HOUSING).len(), 1);
}
