//! The overview: the numbers of every register on the reference date, moved along the years, and the cases that every number
//! opens.

use chrono::NaiveDate;
use egui::{Key, Modifiers};
use peildatum::exchange::{IndicatorsJob, import_indicators};
use peildatum::figures::{Balance, Columns, Figure, Measure, Period, Slice};
use peildatum::store::Vault;

use super::support::{ACTOR, CTRL, HOUSING, SIGNALS, Screen, bring_in, clock, data, text};

const ALT: Modifiers = Modifiers::ALT;

/// The cases and signals of the annual report, and the overview of today.
fn overview() -> Screen {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        bring_in(vault, SIGNALS, "ondermijning-signalen-2024.csv");
    });
    screen.press_with(ALT, Key::Num0);
    screen
}

/// The same at the end of 2024.
fn overview_of_2024() -> Screen {
    let mut screen = overview();
    screen.press_with(ALT, Key::ArrowLeft);
    screen
}

fn columns(vault: &Vault, register: &str) -> Columns {
    let store = vault.store(register).unwrap();
    let definition = vault.definition(register).unwrap().clone();
    Columns::load(definition, |visit| store.counted(register, visit)).unwrap()
}

fn balance(screen: &Screen, period: &str) -> Balance {
    let period = Period::parse(period).unwrap();
    let columns = columns(&screen.vault(), HOUSING);
    columns.balance(&Slice::whole(), period).unwrap()
}

/// The numbers on the card of housing nuisance are those of this period.
#[track_caller]
fn shows_balance(screen: &Screen, period: &str) {
    let balance = balance(screen, period);
    for (word, count) in [
        ("lopend", balance.closing),
        ("instroom", balance.inflow),
        ("afgerond", balance.finished),
    ] {
        if count > 0 {
            screen.find(&format!("Woonoverlast, {word}: {count}"));
        }
    }
}

#[test]
fn every_number_is_that_of_the_balance_on_the_reference_date() {
    let mut screen = overview();
    screen.expect("Overzicht 2025");
    screen.expect("Stand op 21-11-2025, zoals nu bekend");
    assert!(screen.is_chosen("Overzicht"));
    shows_balance(&screen, "2025-01-01..2025-11-21");
    screen.press_with(ALT, Key::ArrowLeft);
    screen.expect("Overzicht 2024");
    screen.expect("Stand op 31-12-2024, zoals nu bekend");
    shows_balance(&screen, "2024");
    screen.find("Woonoverlast, lopend: 142");
    screen.find("Ondermijning, signalen, aantal: 177");
}

#[test]
fn the_keyboard_moves_the_reference_date_by_the_month_by_the_year_and_to_both_ends() {
    let mut screen = overview();
    let at = |screen: &Screen, date: &str| {
        screen.find(&format!("Peildatum {date}"));
        let slider = format!("Peildatum verschuiven, nu {date}");
        assert_eq!(screen.focused().as_deref(), Some(slider.as_str()));
    };
    at(&screen, "21-11-2025");
    screen.press(Key::ArrowLeft);
    at(&screen, "31-10-2025");
    shows_balance(&screen, "2025-01-01..2025-10-31");
    screen.press(Key::ArrowLeft);
    at(&screen, "30-09-2025");
    screen.press(Key::PageDown);
    at(&screen, "31-12-2024");
    screen.press_with(Modifiers::SHIFT, Key::ArrowLeft);
    at(&screen, "31-12-2023");
    shows_balance(&screen, "2023");
    screen.press(Key::PageUp);
    at(&screen, "31-12-2024");
    screen.press(Key::ArrowRight);
    at(&screen, "31-01-2025");
    screen.press(Key::Home);
    let first = columns(&screen.vault(), HOUSING).first_day().unwrap();
    let first = NaiveDate::from_num_days_from_ce_opt(first).unwrap();
    at(&screen, &first.format("%d-%m-%Y").to_string());
    screen.press(Key::End);
    at(&screen, "21-11-2025");
    screen.press(Key::ArrowRight);
    at(&screen, "21-11-2025");
}

#[test]
fn dragging_along_the_years_moves_every_number() {
    let mut screen = overview();
    let slider = screen.find("Peildatum verschuiven, nu 21-11-2025").rect();
    let before = balance(&screen, "2025-01-01..2025-11-21").closing;
    screen.find(&format!("Woonoverlast, lopend: {before}"));
    let begin = slider.right_center() - egui::vec2(8.0, 0.0);
    screen.harness.drag_at(begin);
    let mut seen = std::collections::BTreeSet::new();
    for share in [0.9, 0.7, 0.5, 0.3] {
        let to = egui::pos2(slider.left() + slider.width() * share, begin.y);
        screen.harness.hover_at(to);
        screen.settle();
        let says = screen.says();
        let date = says
            .iter()
            .find_map(|said| said.strip_prefix("Peildatum verschuiven, nu "));
        seen.insert(date.unwrap().to_owned());
    }
    let date = screen.says();
    let date = date
        .iter()
        .find_map(|said| said.strip_prefix("Peildatum verschuiven, nu "));
    let date = NaiveDate::parse_from_str(date.unwrap(), "%d-%m-%Y").unwrap();
    screen
        .harness
        .drop_at(egui::pos2(slider.left() + slider.width() * 0.3, begin.y));
    screen.settle();
    assert_eq!(seen.len(), 4, "{seen:?}");
    let period = Period::up_to(peildatum::figures::Step::Year, date);
    shows_balance(&screen, &period.name());
}

#[test]
fn a_year_on_the_line_is_its_last_day_and_today_is_today() {
    let mut screen = overview();
    screen.click("Stand op 31-12-2023");
    screen.find("Peildatum 31-12-2023");
    shows_balance(&screen, "2023");
    screen.click_nth("Stand op 21-11-2025", 0);
    screen.find("Peildatum 21-11-2025");
}

#[test]
fn a_number_opens_its_cases_and_escape_leads_back_to_where_the_keyboard_was() {
    let mut screen = overview_of_2024();
    screen.press(Key::Tab);
    screen.tab_to("Registers, Toon Woonoverlast hieronder");
    screen.press(Key::ArrowDown);
    let at = "Registers, Woonoverlast, lopend: 142";
    assert_eq!(screen.focused().as_deref(), Some(at));
    screen.press(Key::Enter);
    screen.expect("142 casussen achter dit cijfer, stand op 31-12-2024");
    screen.press(Key::Escape);
    screen.expect("Overzicht 2024");
    assert_eq!(screen.focused().as_deref(), Some(at));
}

#[test]
fn districts_and_years_are_those_of_the_table_and_open_their_cases() {
    let mut screen = overview_of_2024();
    screen.expect("Woonoverlast naar wijk");
    let columns = columns(&screen.vault(), HOUSING);
    let table = columns.crosstab(&Figure {
        entries: None,
        rows: vec!["wijk".to_owned()],
        columns: vec!["stand".to_owned()],
        measure: Measure::Handled,
        period: Period::parse("2024").unwrap(),
        slice: Slice::whole(),
    });
    let table = table.unwrap();
    let meerzicht = table
        .row_keys
        .iter()
        .position(|keys| keys[0] == "meerzicht")
        .unwrap();
    assert_eq!(
        (table.row_totals[meerzicht], table.cells[meerzicht][0]),
        (46, 31)
    );
    screen.click("Meerzicht, Lopend: 31");
    screen.expect("31 casussen achter dit cijfer, stand op 31-12-2024");
    screen.press(Key::Escape);
    screen.click("Meerzicht: 46");
    screen.expect("46 casussen achter dit cijfer, stand op 31-12-2024");
    screen.press(Key::Escape);
    screen.click("2023, Lopend: 98");
    screen.expect("98 casussen achter dit cijfer, stand op 31-12-2023");
}

#[test]
fn events_stand_by_what_they_are_about() {
    let mut screen = overview_of_2024();
    screen.expect("Signalen naar bron");
    screen.click("Meld Misdaad Anoniem: 122");
    screen.expect("122 signalen achter dit cijfer, stand op 31-12-2024");
}

#[test]
fn another_register_is_looked_at_below() {
    let mut screen = overview_of_2024();
    screen.click("Toon Jeugd, deelnemers hieronder");
    screen.expect("Deelnemers naar wijk");
    screen.expect("Deelnemers per jaar");
    screen.expect("Signalen naar bron");
}

#[test]
fn the_difference_from_a_year_earlier_stands_behind_the_numbers_when_asked_for() {
    let mut screen = overview_of_2024();
    assert!(!screen.shows_part("in 2023"));
    screen.click("Vergelijk met 2023");
    screen.find("Woonoverlast, lopend: 142, 98 in 2023");
    screen.click("Vergelijk met 2023");
    screen.find("Woonoverlast, lopend: 142");
}

#[test]
fn a_period_that_is_no_year_is_compared_with_its_own_days() {
    let mut screen = overview_of_2024();
    screen.click("Periode 2024");
    screen.click("Per kwartaal");
    screen.expect("Overzicht 4e kwartaal 2024");
    shows_balance(&screen, "2024-Q4");
    screen.click("Vergelijk met 4e kwartaal 2023");
    let before = balance(&screen, "2023-Q4").closing;
    screen.find(&format!(
        "Woonoverlast, lopend: 142, {before} in 4e kwartaal 2023"
    ));
}

#[test]
fn indicators_stand_there_as_they_are_printed() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        let path = data("jaarcijfers.csv");
        let job = IndicatorsJob {
            path: &path,
            dry_run: false,
            all_or_nothing: true,
        };
        import_indicators(vault, &job, ACTOR, &clock()).unwrap();
    });
    screen.press_with(ALT, Key::Num0);
    screen.press_with(ALT, Key::ArrowLeft);
    screen.expect("Indicatoren 2024");
    let line = "Aantal woninginbraken per jaar, begroting 180, realisatie 89, 2023 97";
    screen.expect(&format!("{line}, Ja, lager is beter"));
    let mark =
        "Gemiddeld rapportcijfer voor de veiligheid in de buurt, begroting 7,5, realisatie 8,0";
    screen.expect_part(mark);
    // They are those of the year of the reference date.
    screen.press_with(ALT, Key::ArrowLeft);
    screen.expect("Indicatoren 2023");
    screen.expect_part("Aantal woninginbraken per jaar, begroting ");
    assert!(!screen.shows_part(line));
}

#[test]
fn an_empty_vault_says_what_will_stand_here() {
    let mut screen = Screen::empty();
    screen.press_with(ALT, Key::Num0);
    screen.expect(&text("overview-empty"));
    screen.press_with(CTRL, Key::G);
    assert!(screen.is_chosen("Cijfers"));
}
