//! The table of a figure with everything it can show: shares, another period, subsets, durations; each by keyboard, and each
//! number opens its cases.

use chrono::NaiveDate;
use egui::{Key, Modifiers};

use super::support::{CTRL, HOUSING, Screen, text};

/// Tabel 5.1 on the last day of 2024.
fn table_of_2024() -> Screen {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen
}

/// Opens the menu with this name, chooses there, and leaves it: by keyboard alone.
fn choose(screen: &mut Screen, menu: &str, choices: &[&str]) {
    screen.tab_to(menu);
    screen.press(Key::Enter);
    for choice in choices {
        screen.tab_to(choice);
        screen.space();
    }
    screen.press(Key::Escape);
}

/// What a number says, by the name of its cell.
fn number(screen: &Screen, cell: &str) -> String {
    let begin = format!("{cell}: ");
    let said = screen.says().into_iter();
    let mut named = said.filter_map(|name| name.strip_prefix(&begin).map(str::to_owned));
    named
        .next()
        .unwrap_or_else(|| panic!("there is no {cell:?}"))
}

#[test]
fn parts_are_given_as_shares_of_a_whole_that_come_to_a_hundred() {
    let mut screen = table_of_2024();
    choose(&mut screen, "Getallen: aantal", &["% van de rij"]);
    screen.find("Getallen: % van de rij");
    assert_eq!(number(&screen, "Corporatie, lopend, Meerzicht"), "52 %");
    screen.expect("Percentages van het totaal van de rij. In alle rijen samen: 210");
    let stands = ["lopend", "afgerond"];
    let cells = ["Koop", "Corporatie", "Particulier"]
        .into_iter()
        .flat_map(|tenure| stands.map(|stand| format!("{tenure}, {stand}, Meerzicht")));
    let shares = cells.map(|cell| number(&screen, &cell));
    let shares = shares.map(|share| share.trim_end_matches(" %").parse::<u32>().unwrap());
    assert_eq!(shares.sum::<u32>(), 100);
    // A share opens the cases of which it is one.
    screen.click("Corporatie, lopend, Meerzicht: 52 %");
    screen.expect("24 casussen");
    // One choice for another, and the same once more for none.
    choose(&mut screen, "Getallen: % van de rij", &["% van het geheel"]);
    assert_eq!(number(&screen, "Corporatie, lopend, Meerzicht"), "11 %");
    choose(
        &mut screen,
        "Getallen: % van het geheel",
        &["% van het geheel"],
    );
    assert_eq!(number(&screen, "Corporatie, lopend, Meerzicht"), "24");
}

#[test]
fn another_period_stands_beside_the_totals_and_its_numbers_open_their_cases_as_well() {
    let mut screen = table_of_2024();
    choose(&mut screen, "Ernaast: niets", &["Vorige periode"]);
    screen.expect("Vergeleken met 01-01-2023 t/m 31-12-2023");
    assert_eq!(number(&screen, "2023"), "98");
    assert_eq!(number(&screen, "Totaal, verschil"), "+112");
    assert_eq!(number(&screen, "Totaal, verschil in %"), "+114,3 %");
    let before: u32 = number(&screen, "Meerzicht, 2023").parse().unwrap();
    screen.click_nth(&format!("Meerzicht, 2023: {before}"), 0);
    screen.expect(&format!("{before} casussen"));
    // It goes along with the reference date.
    screen.press_with(Modifiers::ALT, Key::ArrowRight);
    screen.expect("Vergeleken met 01-01-2024 t/m 31-12-2024");
    screen.expect("46 casussen");
    choose(&mut screen, "Ernaast: vorige periode", &["Een jaar eerder"]);
    screen.expect("Vergeleken met 01-01-2024 t/m 21-11-2024");
}

#[test]
fn a_difference_is_reached_by_the_keyboard_and_opens_nothing() {
    let mut screen = table_of_2024();
    choose(&mut screen, "Ernaast: niets", &["Vorige periode"]);
    screen.tab_to("Tabel, Koop, lopend, Centrum: 6");
    screen.press_times(Key::ArrowRight, 7);
    let earlier = screen.focused().unwrap();
    assert!(earlier.starts_with("Tabel, Centrum, 2023: "), "{earlier}");
    screen.press(Key::Enter);
    screen.expect("Centrum, 2023");
    screen.press(Key::Escape);
    screen.press(Key::ArrowRight);
    let difference = screen.focused().unwrap();
    assert!(
        difference.starts_with("Tabel, Centrum, verschil: +"),
        "{difference}"
    );
    screen.press(Key::Enter);
    assert!(!screen.shows(&text("figures-open-list")));
}

#[test]
fn a_subset_stands_below_every_row_and_opens_its_cases() {
    let mut screen = table_of_2024();
    let columns = screen.chooser("Kolommen: ");
    choose(&mut screen, &columns, &["Eigendom"]);
    choose(
        &mut screen,
        "Getallen: aantal",
        &["Waarvan Eigendom Corporatie"],
    );
    // 24 running and 9 finished.
    assert_eq!(number(&screen, "Lopend, Meerzicht, Corporatie"), "24");
    assert_eq!(number(&screen, "Meerzicht, Corporatie"), "33");
    assert_eq!(number(&screen, "Corporatie"), "138");
    // The keyboard comes to the line below the row.
    screen.tab_to("Tabel, Lopend, Centrum: 21");
    screen.press(Key::ArrowDown);
    assert_eq!(
        screen.focused().unwrap(),
        "Tabel, Lopend, Centrum, Corporatie: 10"
    );
    screen.press(Key::Enter);
    screen.expect("10 casussen");
    screen.press(Key::Escape);
    screen.tab_to("Filter waarvan Eigendom: Corporatie");
    screen.press(Key::Delete);
    assert!(!screen.shows_part("Meerzicht, Corporatie"));
}

#[test]
fn how_long_cases_lasted_is_what_their_days_say() {
    let mut screen = table_of_2024();
    choose(
        &mut screen,
        "Getallen: aantal",
        &["Mediaan van de duur in dagen"],
    );
    screen.expect("Behandelde casussen in 2024, stand op 31-12-2024: mediaan van de duur in dagen");
    let cases = screen.stored(HOUSING);
    let (from, to) = ("2024-01-01", "2024-12-31");
    let [from, to]: [NaiveDate; 2] = [from, to].map(|day| day.parse().unwrap());
    let lasted = cases.iter().filter_map(|case| {
        let spell = &case.state.spells[0];
        let closed = spell.closed.as_ref().map(|closing| closing.date);
        let touched = spell.opened <= to && closed.is_none_or(|closed| closed >= from);
        let end = closed.filter(|closed| *closed <= to).unwrap_or(to);
        touched.then(|| (end - spell.opened).num_days())
    });
    let mut lasted: Vec<i64> = lasted.collect();
    lasted.sort_unstable();
    assert_eq!(lasted.len(), 210);
    let twice = lasted[104] + lasted[105];
    let half = if twice % 2 == 0 { "" } else { ",5" };
    assert_eq!(number(&screen, "Totaal"), format!("{}{half}", twice / 2));
    // The note below it gives the number of cases.
    screen.expect("Beginstand 98 + instroom 112 + heropend 0 = 210 = afgerond 68 + eindstand 142");
    // There are no shares of a median: they are not offered.
    screen.click("Getallen: mediaan van de duur in dagen");
    assert!(!screen.shows("% van de rij"));
    screen.press(Key::Escape);
    screen.click(&format!("Totaal: {}{half}", twice / 2));
    screen.expect("210 casussen");
}

#[test]
fn what_a_register_does_not_have_is_not_offered() {
    let mut screen = Screen::housing();
    screen.search("opgelegde huisverboden met kinderen");
    screen.press(Key::Enter);
    screen.expect("Opgelegde huisverboden met kinderen");
    screen.click("Getallen: aantal");
    let persons = screen.shows("Aantal personen");
    screen.press(Key::Escape);
    screen.search("tabel 5.1");
    screen.press(Key::Enter);
    screen.click("Getallen: aantal");
    assert!(persons && !screen.shows("Aantal personen"));
    assert!(!screen.shows_part("Som van"));
}

#[test]
fn a_field_that_follows_from_the_dates_stands_under_a_heading_of_its_own() {
    let mut screen = table_of_2024();
    screen.click("Rijen: Wijk");
    screen.expect(&text("toolbar-derived"));
    screen.press(Key::Escape);
    choose(&mut screen, "Rijen: Wijk", &["Wijk", "Jaar van begin"]);
    screen.find("Rijen: Jaar van begin");
    // In the table, and at the end of its bar.
    screen.click_nth("2024: 112", 0);
    screen.expect("112 casussen");
    screen.find("Totaal: 210");
}

#[test]
fn a_table_that_is_too_large_says_so_and_comes_back() {
    let mut screen = table_of_2024();
    let fields = ["Aard van de overlast", "Maand van begin", "Maand van einde"];
    let columns = screen.chooser("Kolommen: ");
    choose(&mut screen, &columns, &fields);
    let said = screen.shows_part("cellen");
    screen.search("tabel 5.1");
    screen.press(Key::Enter);
    screen.find("Totaal: 210");
    assert!(said);
}
