//! The screen of figures: the printed table, the cases that every number opens, the toolbar, and the table on the clipboard.

use std::fs;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use peildatum::exchange::keep_year_values;
use peildatum::figures::{DistrictFacts, YearValue};
use peildatum::register::Amount;

use super::support::{CTRL, HOUSING, SIGNALS, Screen, bring_in, data, now, text};

/// Tabel 5.1 on the last day of 2024, as a user comes to it.
fn table_of_2024() -> Screen {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen
}

/// The names of the columns and the numbers of every row of the printed table, the totals row last.
fn printed() -> (Vec<String>, Vec<(String, Vec<u64>)>) {
    let source = fs::read_to_string(data("tabel-5.1-woonoverlast-2024.csv")).unwrap();
    let mut lines = source.lines();
    let stands = [("lopend", text("running")), ("afgerond", text("finished"))];
    let name = |column: &str| match column.split_once('_') {
        Some((tenure, stand)) => {
            let tenure = format!("{}{}", tenure[..1].to_uppercase(), &tenure[1..]);
            let (_, stand) = stands.iter().find(|(id, _)| *id == stand).unwrap();
            format!("{tenure}, {}", stand.to_lowercase())
        }
        None => String::new(),
    };
    let columns = lines.next().unwrap().split(',').skip(1).map(name).collect();
    let rows = lines.map(|line| {
        let mut cells = line.split(',').map(str::to_owned);
        let row = cells.next().unwrap();
        (row, cells.map(|cell| cell.parse().unwrap()).collect())
    });
    (columns, rows.collect())
}

/// The accessible name of a cell of the printed table.
fn cell(row: &str, column: &str, count: u64) -> String {
    let parts = [column, row].into_iter().filter(|part| !part.is_empty());
    let parts: Vec<&str> = match column {
        "" => vec![row],
        _ => parts.filter(|part| *part != "Totaal").collect(),
    };
    format!("{}: {count}", parts.join(", "))
}

#[test]
fn every_number_of_tabel_5_1_is_the_printed_one() {
    let screen = table_of_2024();
    screen.expect("Tabel 5.1 Woonoverlast naar wijk en eigendom");
    screen.expect("Behandelde casussen in 2024, stand op 31-12-2024");
    let (columns, rows) = printed();
    assert_eq!((columns.len(), rows.len()), (7, 9));
    for (row, counts) in &rows {
        for (column, count) in columns.iter().zip(counts) {
            let name = cell(row, column, *count);
            assert!(
                !screen.all_named(&name).is_empty(),
                "{name:?} is not on the screen"
            );
        }
    }
    screen.expect("Beginstand 98 + instroom 112 + heropend 0 = 210 = afgerond 68 + eindstand 142");
}

#[test]
fn every_number_opens_exactly_its_cases() {
    let mut screen = table_of_2024();
    let (columns, rows) = printed();
    for (row, counts) in &rows {
        for (column, count) in columns.iter().zip(counts) {
            let name = cell(row, column, *count);
            screen.click_nth(&name, 0);
            let word = if *count == 1 { "casus" } else { "casussen" };
            screen.expect(&format!("{count} {word}"));
            let shown = screen.all(Role::Row).len() as u64;
            assert_eq!(shown, (*count).min(8), "{name}");
        }
    }
}

#[test]
fn what_is_opened_comes_into_view_in_a_small_window() {
    let mut screen = table_of_2024();
    screen.harness.set_size(egui::vec2(960.0, 600.0));
    screen.press(Key::Enter);
    screen.settle();
    let link = screen.find(&text("figures-open-list")).rect();
    assert!(link.bottom() < 570.0, "{link:?}");
}

#[test]
fn a_number_opens_as_a_list_with_that_many_rows_and_escape_leads_back() {
    let mut screen = table_of_2024();
    let cell = format!(
        "Corporatie, {}, De Leyens: 8",
        text("running").to_lowercase()
    );
    screen.click(&cell);
    screen.click(&text("figures-open-list"));
    screen.expect("8 casussen achter dit cijfer, stand op 31-12-2024");
    assert_eq!(screen.rows().len(), 8);
    let fits = |row: &String| row.contains("De Leyens") && row.contains("Corporatie");
    assert!(screen.rows().iter().all(fits), "{:#?}", screen.rows());
    screen.press(Key::Escape);
    screen.expect("Tabel 5.1 Woonoverlast naar wijk en eigendom");
    screen.find(&cell);
}

#[test]
fn a_case_under_a_figure_opens_in_its_list() {
    let mut screen = table_of_2024();
    screen.click(&format!(
        "Koop, {}, Centrum: 3",
        text("finished").to_lowercase()
    ));
    let number = screen.all(Role::Row).remove(0);
    screen.click(&number);
    screen.expect("3 casussen achter dit cijfer, stand op 31-12-2024");
    assert!(screen.selected_row().unwrap().starts_with(&number));
    screen.find("Bewerken");
}

#[test]
fn the_keyboard_walks_the_table_and_enter_opens_a_cell_or_a_total() {
    let mut screen = table_of_2024();
    // The table says where the keyboard is in it.
    let at = |screen: &Screen| screen.focused().unwrap_or_default();
    assert_eq!(at(&screen), "Tabel, Koop, lopend, Centrum: 6");
    screen.press(Key::ArrowDown);
    screen.press_times(Key::ArrowRight, 2);
    screen.press(Key::Enter);
    screen.expect(&format!(
        "Corporatie, {}, Meerzicht",
        text("running").to_lowercase()
    ));
    screen.expect("24 casussen");
    // Beyond the last column and the last row stand the totals, and there it stops.
    screen.press_times(Key::ArrowRight, 9);
    screen.press(Key::Enter);
    screen.expect("46 casussen");
    screen.press_times(Key::ArrowDown, 12);
    screen.space();
    screen.expect("210 casussen");
    screen.press(Key::ArrowLeft);
    screen.press(Key::Enter);
    screen.expect("5 casussen");
    screen.press(Key::Escape);
    assert!(!screen.shows("5 casussen"));
    screen.press_times(Key::ArrowUp, 12);
    screen.press_times(Key::ArrowLeft, 12);
    screen.press(Key::Enter);
    screen.expect("6 casussen");
}

#[test]
fn what_is_open_stays_open_on_another_date_counted_anew() {
    let mut screen = table_of_2024();
    screen.click_nth("Meerzicht: 46", 0);
    screen.expect("46 casussen");
    screen.press_with(Modifiers::ALT, Key::ArrowRight);
    screen.expect("31 casussen");
    screen.expect("Behandelde casussen in 2025, stand op 21-11-2025");
}

#[test]
fn rows_columns_measure_and_filter_change_the_table() {
    let mut screen = table_of_2024();
    screen.click("Maat: Behandeld");
    screen.click("Instroom");
    screen.expect("Nieuwe casussen in 2024, stand op 31-12-2024");
    screen.find("Totaal: 112");
    screen.click("Maat: Instroom");
    screen.click("Eindstand");
    screen.find("Totaal: 142");
    screen.click("Maat: Eindstand");
    screen.click("Behandeld");

    screen.click(&text("filter"));
    screen.click("Wijk Meerzicht");
    screen.press(Key::Escape);
    screen.find("Totaal: 46");
    screen.expect_part("= 46 =");
    screen.tab_to("Filter Wijk: Meerzicht");
    screen.press(Key::Delete);
    screen.find("Totaal: 210");

    let stand = screen.chooser("Kolommen: Eigendom, ");
    screen.click(&stand);
    screen.click("Eigendom");
    screen.press(Key::Escape);
    screen.find("Totaal: 210");
    screen.click("Rijen: Wijk");
    screen.click("Eigendom");
    screen.press(Key::Escape);
    screen.find("Rijen: Wijk, Eigendom");
    screen.expect_part("naar wijk, eigendom");
    let running = text("running");
    screen.find(&format!("{running}, Centrum, Koop: 6"));
}

#[test]
fn a_field_that_moves_to_the_other_side_leaves_its_own() {
    let mut screen = table_of_2024();
    screen.click("Rijen: Wijk");
    screen.click("Eigendom");
    screen.press(Key::Escape);
    screen.find("Rijen: Wijk, Eigendom");
    assert!(!screen.shows_part("Kolommen: Eigendom"));
    screen.find("Totaal: 210");
}

#[test]
fn a_case_that_fits_several_rows_is_counted_once_in_the_total_and_a_note_says_so() {
    let mut screen = table_of_2024();
    screen.click("Register: Woonoverlast");
    screen.click("Aard van de overlast naar wijk");
    screen.expect(&text("cli-does-not-add-up"));
    screen.find("Totaal: 210");
}

#[test]
fn another_register_brings_its_own_figures_and_events_have_no_balance() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        bring_in(vault, SIGNALS, "ondermijning-signalen-2024.csv");
    });
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen.click("Register: Woonoverlast");
    screen.click_nth("Ondermijning, signalen", 1);
    screen.expect("Aantal signalen in 2024, stand op 31-12-2024");
    screen.find("Totaal: 177");
    assert!(!screen.shows_part("Beginstand"), "an event does not run");
    assert!(
        !screen.shows_part("Maat: "),
        "and there is one way to count it"
    );
}

#[test]
fn a_register_without_cases_says_what_will_stand_here() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::G);
    screen.expect("Nog geen cijfers over Woonoverlast");
    screen.expect(&text("figures-empty-next"));
}

#[test]
fn the_table_goes_to_the_clipboard_with_tabs_between() {
    let mut screen = table_of_2024();
    let copied = screen.copy_with(CTRL | Modifiers::SHIFT, Key::C).unwrap();
    screen.expect(&text("figures-copied"));
    let lines: Vec<Vec<&str>> = copied
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(lines[0], ["Tabel 5.1 Woonoverlast naar wijk en eigendom"]);
    assert_eq!(
        lines[1],
        ["Behandeld, 01-01-2024 t/m 31-12-2024 · Peildatum 31-12-2024"]
    );
    assert_eq!(lines.len(), 3 + 9, "title, days, header, districts, total");
    assert!(lines[2..].iter().all(|line| line.len() == 8), "{lines:#?}");
    for (line, (row, counts)) in lines[3..].iter().zip(printed().1) {
        assert_eq!(line[0], row);
        let numbers: Vec<u64> = line[1..].iter().map(|cell| cell.parse().unwrap()).collect();
        assert_eq!(numbers, counts, "{row}");
    }
}

#[test]
fn the_same_keys_copy_nothing_where_there_is_no_table() {
    let mut screen = table_of_2024();
    screen.press_with(CTRL, Key::J);
    assert_eq!(screen.copy_with(CTRL | Modifiers::SHIFT, Key::C), None);
}

#[test]
fn the_headings_of_the_table_stay_above_it_when_a_number_is_opened_in_a_low_window() {
    let mut screen = table_of_2024();
    screen.harness.set_size(egui::vec2(1024.0, 700.0));
    screen.settle();
    let top = |screen: &Screen| {
        let mut nodes = screen.nodes();
        let heading = nodes.find(|node| node.accesskit_node().role() == Role::ColumnHeader);
        heading.unwrap().rect().top()
    };
    let before = top(&screen);
    screen.click_nth("Meerzicht: 46", 0);
    screen.expect("46 casussen");
    let total = screen.all_named("Totaal: 210")[0].rect().top();
    let after = top(&screen);
    assert!((after - before).abs() < 24.0, "{before} became {after}");
    assert!(after < total, "the heading stands above the lines");
}

#[test]
fn a_figure_by_district_stands_for_every_thousand_dwellings_of_a_year_that_is_named() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        let facts = DistrictFacts::key;
        let values = [
            "centrum",
            "meerzicht",
            "buytenweg",
            "de-leyens",
            "seghwaert",
        ]
        .map(|id| (id, 5000));
        let more = [
            ("noordhove", 450),
            ("rokkeveen", 9000),
            ("oosterheem", 10000),
        ];
        let kept = values.into_iter().chain(more).map(|(district, amount)| {
            let value = YearValue {
                actual: Some(Amount::whole(amount)),
                ..YearValue::default()
            };
            (facts(district, "woningen", 2023), 0, value)
        });
        let kept: Vec<_> = kept.collect();
        keep_year_values(vault.shared_mut().unwrap(), &kept, "test", now(), None).unwrap();
    });
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen.click("Woningen");
    // The dwellings of another year are not taken unasked.
    screen.expect(
        "Van 2024 zijn geen woningen per wijk bekend. Het dichtstbijzijnde jaar waarvan dat wel zo is, is 2023; kies dat jaar zelf.",
    );
    screen.click("Reken met 2023");
    screen.expect("Behandeld, 2024, per 1.000 woningen van 2023");
    screen.expect("Meerzicht, 4, 6, 24, 9, 3, 0, 9,2");
    screen.expect("Noordhove, 8, 1, 0, 1, 0, 0, 10 van 450");
}
