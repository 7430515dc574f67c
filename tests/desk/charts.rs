//! The chart beside the table: the same counts, which open the same cases, and years beside each other.

use egui::{Key, Modifiers};

use super::support::{CTRL, Screen, period, text};

fn chart_of_2024() -> Screen {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen
}

#[test]
fn a_segment_and_the_total_of_a_bar_open_their_cases() {
    let mut screen = chart_of_2024();
    screen.expect("Naar wijk");
    screen.click("Meerzicht, Corporatie: 33");
    screen.expect("33 casussen");
    // The first of this name is the total of the table, the second that of the bar.
    screen.click_nth("Meerzicht: 46", 1);
    screen.expect("46 casussen");
    screen.click("Noordhove, Corporatie: 1");
    screen.expect("1 casus");
    screen.click(&text("figures-open-list"));
    screen.expect("1 casus achter dit cijfer, stand op 31-12-2024");
    assert_eq!(screen.rows().len(), 1);
}

#[test]
fn bars_stand_from_large_to_small() {
    let screen = chart_of_2024();
    let totals = [
        "Meerzicht: 46",
        "Buytenweg: 36",
        "Seghwaert: 35",
        "Centrum: 31",
    ];
    let tops: Vec<f32> = totals
        .iter()
        .map(|name| screen.all_named(name)[1].rect().top())
        .collect();
    assert!(tops.is_sorted(), "{tops:?}");
}

#[test]
fn years_stand_beside_each_other_and_each_opens_its_cases() {
    let mut screen = chart_of_2024();
    screen.click(&text("chart-kind-years"));
    screen.expect(&text("chart-years"));
    screen.expect(&text("cli-in-several-periods"));
    screen.click("2024: 210");
    screen.expect("210 casussen");
    let finished = text("finished");
    screen.click(&format!("2024, {finished}: 68"));
    screen.expect("68 casussen");
    let running = text("running");
    screen.click(&format!("2023, {running}: 98"));
    screen.expect("98 casussen");
    screen.click(&text("figures-open-list"));
    screen.expect("98 casussen achter dit cijfer, stand op 31-12-2023");
}

#[test]
fn lines_have_a_point_for_every_period_and_each_opens_its_cases() {
    let mut screen = chart_of_2024();
    screen.click(&text("chart-kind-lines"));
    screen.click("Meerzicht, 2024: 46");
    screen.expect("46 casussen");
    screen.expect("Meerzicht, 2024");
}

#[test]
fn a_chart_over_time_follows_the_kind_of_period() {
    let mut screen = chart_of_2024();
    screen.click(&text("chart-kind-years"));
    screen.click("Periode 2024");
    screen.click(&period("quarter"));
    screen.expect(&text("chart-quarters"));
    screen.click("Periode 4e kwartaal 2024");
    screen.click(&period("month"));
    screen.expect(&text("chart-months"));
    assert!(screen.shows_part("dec ’24: "));
}

#[test]
fn years_of_inflow_add_up_and_there_is_no_note_about_overlap() {
    let mut screen = chart_of_2024();
    screen.click("Maat: Behandeld");
    screen.click("Instroom");
    screen.click(&text("chart-kind-years"));
    assert!(!screen.shows(&text("cli-in-several-periods")));
    // One series has one mark, not a segment and a total of the same name.
    screen.click_nth("2024: 112", 0);
    screen.expect("112 casussen");
}

#[test]
fn what_is_open_from_a_bar_of_another_year_stays_of_that_year() {
    let mut screen = chart_of_2024();
    screen.click(&text("chart-kind-years"));
    screen.click("2023: 98");
    screen.expect("98 casussen");
    screen.press_with(Modifiers::ALT, Key::ArrowRight);
    screen.expect("2023");
    screen.expect("98 casussen");
}

#[test]
fn the_keyboard_walks_over_the_marks_reads_them_and_opens_exactly_the_cases_that_were_counted() {
    let mut screen = chart_of_2024();
    let total = screen.all_named("Meerzicht: 46").len();
    screen.tab_to("Grafiek, Meerzicht, Koop: 10");
    // What is read stands beside the mark: how much of the whole it is.
    screen.expect("22 % van 46");
    screen.press(Key::ArrowRight);
    screen.expect("72 % van 46");
    assert_eq!(
        screen.focused().as_deref(),
        Some("Grafiek, Meerzicht, Corporatie: 33")
    );
    screen.press(Key::Enter);
    screen.expect("33 casussen");
    screen.press(Key::Escape);
    assert_eq!(screen.all_named("Meerzicht: 46").len(), total);
    screen.tab_to("Grafiek, Meerzicht, Corporatie: 33");
    screen.press(Key::ArrowDown);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Grafiek, Buytenweg, Corporatie: 30")
    );
}

#[test]
fn parts_stand_beside_each_other_or_in_one_bar() {
    let mut screen = chart_of_2024();
    screen.click(&text("chart-beside"));
    screen.click("Meerzicht, Corporatie: 33");
    screen.expect("33 casussen");
    // The total is that of the table alone.
    assert_eq!(screen.all_named("Meerzicht: 46").len(), 1);
    screen.click(&text("chart-stacked"));
    assert_eq!(screen.all_named("Meerzicht: 46").len(), 2);
    assert!(!screen.shows(&text("chart-stacked")));
}

#[test]
fn every_row_has_a_small_chart_and_each_of_its_points_opens_its_cases() {
    let mut screen = chart_of_2024();
    screen.click(&text("chart-kind-panels"));
    screen.expect("Alle kleine grafieken hebben dezelfde schaal, tot 46.");
    screen.click("Meerzicht, 2024: 46");
    screen.expect("46 casussen");
    screen.click("Meerzicht, 2023: 20");
    screen.expect("20 casussen");
}

#[test]
fn the_numbers_of_a_chart_stand_in_a_table_of_their_own() {
    let mut screen = chart_of_2024();
    screen.click(&text("chart-kind-years"));
    screen.click(&text("chart-as-table"));
    let finished = text("finished");
    screen.click(&format!("{finished}, 2024: 68"));
    screen.expect("68 casussen");
    screen.click(&text("chart-as-chart"));
    screen.find(&format!("2024, {finished}: 68"));
}

#[test]
fn a_year_that_is_not_over_says_until_when_it_is_counted() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.click(&text("chart-kind-years"));
    assert!(screen.shows_part("2025 t/m 21-11: "));
    assert!(screen.shows_part("2024: 210"));
}
