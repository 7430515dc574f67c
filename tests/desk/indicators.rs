//! The indicators of the printed documents, as the annual report prints them; typed, imported, undone and put back.

use std::fs;

use egui::{Key, Modifiers};
use peildatum::exchange::{
    IndicatorsJob, import_indicators, keep_year_values, neighbourhoods, year_values,
};
use peildatum::figures::{DistrictFacts, YearKey, YearValue};
use peildatum::register::{Amount, Spell};
use peildatum::store::Vault;

use super::links::new;
use super::support::{ACTOR, CTRL, Screen, clock, data, now, text};

const ALT: Modifiers = Modifiers::ALT;
const HOUSE_BANS: &str = "huisverboden";

fn shift() -> Modifiers {
    CTRL | Modifiers::SHIFT
}

fn take_in(vault: &mut Vault, file: &str) {
    let path = data(file);
    let job = IndicatorsJob {
        path: &path,
        dry_run: false,
        all_or_nothing: true,
    };
    import_indicators(vault, &job, ACTOR, &clock()).unwrap();
}

fn documents(vault: &mut Vault) {
    take_in(vault, "jaarcijfers.csv");
    take_in(vault, "uitsplitsingen.csv");
}

/// The indicators at the end of 2024.
fn of_2024(fill: impl FnOnce(&mut Vault)) -> Screen {
    let mut screen = Screen::filled(fill);
    screen.press_with(shift(), Key::I);
    screen.press_with(ALT, Key::ArrowLeft);
    screen
}

/// House bans that were imposed on these days.
fn house_bans(vault: &mut Vault, days: &[&str]) {
    for day in days {
        new(vault, HOUSE_BANS, day, |state| {
            state.spells = vec![Spell::since(day.parse().unwrap())];
        });
    }
}

/// Goes to an indicator by a few letters of its name.
fn look_at(screen: &mut Screen, words: &str) {
    screen.search(words);
    screen.press(Key::Enter);
}

fn typed(screen: &Screen, indicator: &str, year: i32) -> Option<YearValue> {
    let vault = screen.vault();
    let values = year_values(vault.shared().unwrap()).unwrap();
    values.get(&YearKey::of(indicator, year)).cloned()
}

#[test]
fn an_indicator_stands_there_as_in_the_annual_report() {
    let screen = of_2024(documents);
    screen.expect("Indicatoren 2024");
    screen.expect("5.1 Bevorderen van de veiligheid in de woning");
    screen.expect(
        "Aantal woninginbraken per jaar, begroting 180, realisatie 89, 2023 97, doel gehaald: Ja",
    );
    // The first one is what is looked at.
    screen.expect(&text("indicator-reached"));
    screen.expect(&text("indicators-lower"));
    screen.expect("Begroting: 2023 180, 2024 180");
    screen.expect("Realisatie: 2023 97, 2024 89");
    screen.expect("Herkomst: 2023 ingevoerd, 2024 ingevoerd");
    screen.expect("Realisatie 2024 volgens: Jaarverslag 2024");
    screen.expect("Vastgelegd in: assets/indicators/10-doelstellingen.toml");
}

#[test]
fn the_arrows_go_over_the_indicators_and_past_the_headings() {
    let mut screen = of_2024(documents);
    let mut seen = Vec::new();
    for _ in 0..5 {
        let row = screen.selected_row().unwrap();
        seen.push(row.split(',').next().unwrap().to_owned());
        screen.press(Key::ArrowDown);
    }
    assert_eq!(
        seen,
        [
            "Aantal woninginbraken per jaar",
            "Tijdelijke huisverboden",
            "Politiemeldingen huiselijk geweld",
            "Huisverboden per politiemelding huiselijk geweld",
            "Gemiddeld rapportcijfer voor de veiligheid in de buurt",
        ]
    );
    screen.press_times(Key::ArrowUp, 9);
    assert!(
        screen
            .selected_row()
            .unwrap()
            .starts_with("Aantal woninginbraken")
    );
}

#[test]
fn parts_leave_a_rest_and_a_percentage_says_from_what_it_follows() {
    let mut screen = of_2024(documents);
    look_at(&mut screen, "schade jaarwisseling");
    screen.expect("Realisatie: 2023 € 52.787, 2024 € 63.857");
    screen.expect("Afvalbakken: 2023 –, 2024 € 28.122");
    screen.expect("Overig (niet uitgesplitst): 2023 € 35.132, 2024 € 16.520");
    look_at(&mut screen, "meldingen handhaving");
    screen.expect("Realisatie: 2023 –, 2024 13.939");
    look_at(&mut screen, "huisverboden per politiemelding");
    screen.expect("Realisatie: 2023 25%, 2024 26%");
    screen.expect("Herkomst: 2023 berekend, 2024 berekend");
    screen.expect("uit Tijdelijke huisverboden: 2023 49, 2024 59");
    screen.expect("gedeeld door Politiemeldingen huiselijk geweld: 2023 193, 2024 228");
    // From there to what it follows from.
    screen.click("gedeeld door Politiemeldingen huiselijk geweld");
    screen.expect("Realisatie: 2023 193, 2024 228");
}

#[test]
fn years_that_were_measured_otherwise_are_not_compared() {
    let mut screen = Screen::filled(documents);
    screen.press_with(shift(), Key::I);
    screen.press_with(CTRL, Key::D);
    screen.write("31-12-2018");
    screen.press(Key::Enter);
    look_at(&mut screen, "rapportcijfer voor de veiligheid in de stad");
    screen.expect("Realisatie: 2017 7,4, 2018 –");
    screen.expect("Gemeten in 2017 met: Omnibusenquête");
    assert!(!screen.shows(&text("indicator-broken")));
    // What is typed now is measured as it is at present.
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Realisatie");
    screen.write("7,6");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Realisatie: 2017 7,4, 2018 7,6");
    screen.expect("Gemeten in 2018 met: Stadspeiling");
    screen.expect(&text("indicator-broken"));
}

#[test]
fn what_is_counted_opens_its_cases_and_what_is_typed_stands_beside_it() {
    let days = ["2023-05-01", "2024-02-03", "2024-11-30"];
    let mut screen = of_2024(|vault| house_bans(vault, &days));
    look_at(&mut screen, "tijdelijke huisverboden");
    screen.expect("Realisatie: 2023 1, 2024 2");
    screen.expect("Herkomst: 2023 geteld, 2024 geteld");
    screen.press(Key::Enter);
    screen.expect_part("Tijdelijke huisverboden");
    assert_eq!(screen.rows().len(), 2, "the cases of 2024");
    screen.press_with(shift(), Key::I);
    screen.click("Tijdelijke huisverboden, 2023: 1");
    assert_eq!(screen.rows().len(), 1, "the case of 2023");

    // Somebody states another number: that goes first, and both are there.
    screen.press_with(shift(), Key::I);
    screen.press_with(CTRL, Key::E);
    screen.expect_part("Uit de zaken volgt 2.");
    screen.tab_to("Realisatie");
    screen.overwrite("59");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Realisatie: 2023 1, 2024 59");
    screen.expect("Volgens de zaken: 2023 –, 2024 2");
    screen.expect_part("voor 2024 is 59 ingevuld, maar uit de zaken");
    screen.click("Tijdelijke huisverboden, 2024: 2");
    assert_eq!(screen.rows().len(), 2);
}

#[test]
fn a_past_figure_without_cases_is_typed_and_cannot_be_opened() {
    let mut screen = of_2024(documents);
    screen.press_with(ALT, Key::ArrowLeft);
    look_at(&mut screen, "gebiedsverboden wegens wapens");
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Realisatie");
    screen.write("46%");
    screen.tab_to("Realisatie volgens");
    screen.write("Jaarverslag 2024");
    screen.press_with(CTRL, Key::Enter);
    screen.press_with(ALT, Key::ArrowRight);
    screen.expect("Realisatie: 2023 46%, 2024 66%");
    screen.expect("Herkomst: 2023 ingevoerd, 2024 berekend");
    assert!(
        !screen.shows("Gebiedsverboden wegens wapens, van alle gebiedsverboden, 2023: 46%"),
        "no way to cases that are not there"
    );
    let kept = typed(&screen, "gebiedsverboden-wapens", 2023).unwrap();
    assert_eq!(kept.actual, Some(Amount::whole(46)));
    assert_eq!(kept.document.as_deref(), Some("Jaarverslag 2024"));
}

#[test]
fn a_budget_has_its_edition_and_the_goal_is_reached_or_not() {
    let mut screen = of_2024(documents);
    screen.press_with(CTRL, Key::E);
    screen.overwrite("80");
    screen.tab_to("Begroting volgens");
    screen.overwrite("Programmabegroting 2024, 1e wijziging");
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("indicator-missed"));
    screen.expect("Begroting 2024 volgens: Programmabegroting 2024, 1e wijziging");
    screen.expect_part("begroting 80, realisatie 89, 2023 97, doel gehaald: Nee");
    // One key takes it back, another does it again.
    screen.press_with(CTRL, Key::Z);
    screen.expect(&text("indicator-reached"));
    let kept = typed(&screen, "woninginbraken", 2024).unwrap();
    assert_eq!(kept.budget, Some(Amount::whole(180)));
    screen.press_with(shift(), Key::Z);
    screen.expect(&text("indicator-missed"));
}

#[test]
fn what_cannot_be_read_or_does_not_add_up_stays_where_it_is_typed() {
    let mut screen = of_2024(documents);
    look_at(&mut screen, "schade jaarwisseling");
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Containers");
    screen.overwrite("veel");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("“veel” is geen getal");
    assert_eq!(screen.focused().as_deref(), Some("Containers"));
    screen.overwrite("60.000");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("De onderdelen van “Schade jaarwisseling” zijn samen");
    assert_eq!(screen.value("Containers"), "60.000");
    let kept = typed(&screen, "schade-jaarwisseling", 2024).unwrap();
    assert_eq!(kept.parts["containers"], Amount::whole(12_615));
    // Somewhere else and back: the keyboard is where it was, and what was typed is still there.
    screen.press_with(ALT, Key::Num0);
    screen.press_with(shift(), Key::I);
    assert_eq!(screen.focused().as_deref(), Some("Realisatie"));
    assert_eq!(screen.value("Containers"), "60.000");
    // Left and come back to, it is still there; thrown away, it is as it was.
    screen.press(Key::Escape);
    screen.expect(&text("indicators-waits"));
    screen.press_with(CTRL, Key::E);
    assert_eq!(screen.value("Containers"), "60.000");
    screen.click(&text("command-discard"));
    screen.press_with(CTRL, Key::E);
    assert_eq!(screen.value("Containers"), "12.615");
}

#[test]
fn the_history_says_who_typed_what_and_puts_it_back() {
    let mut screen = of_2024(documents);
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Realisatie");
    screen.overwrite("90");
    screen.tab_to("Reden van de wijziging");
    screen.write("Nagekomen aangiften");
    screen.press_with(CTRL, Key::Enter);
    screen.press_with(CTRL, Key::H);
    screen.expect("realisatie 89 → 90");
    screen.expect("Nagekomen aangiften");
    screen.expect("Ingelezen uit jaarcijfers.csv");
    screen.click(&format!("{} 21-11-2025 10:30, 1", text("manage-back-to")));
    screen.expect("Realisatie: 2023 97, 2024 89");
    let kept = typed(&screen, "woninginbraken", 2024).unwrap();
    assert_eq!(kept.actual, Some(Amount::whole(89)));
}

#[test]
fn a_file_is_looked_at_brought_in_and_taken_back() {
    let mut screen = Screen::empty();
    screen.press_with(shift(), Key::I);
    screen.expect(&text("indicators-empty"));
    screen.press_with(CTRL, Key::I);
    screen.write(&data("jaarcijfers.csv").display().to_string());
    screen.press(Key::Enter);
    screen.expect("67 rijen bekeken. Er is nog niets veranderd.");
    screen.expect_part("2024, nieuw, Aantal woninginbraken per jaar, begroting 180; ");
    assert_eq!(
        typed(&screen, "woninginbraken", 2024),
        None,
        "looking writes nothing"
    );
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 67 nieuw, 0 gewijzigd.");
    assert!(typed(&screen, "woninginbraken", 2024).is_some());
    screen.press_with(CTRL, Key::Z);
    screen.expect(&text("import-values-were-undone"));
    let left = typed(&screen, "woninginbraken", 2024).unwrap_or_default();
    assert_eq!(left, YearValue::default());
    screen.press(Key::Escape);
    screen.expect(&text("indicators-empty"));
}

#[test]
fn a_refused_row_says_what_is_wrong_and_the_others_come_in() {
    let mut screen = Screen::empty();
    let path = screen.folder.path().join("cijfers.csv");
    let rows = "indicator;jaar;begroting;realisatie\n\
        woninginbraken;2024;180;89\n\
        woninginbraaken;2023;180;97\n\
        straatroof;2024;;veel\n";
    fs::write(&path, rows).unwrap();
    screen.press_with(shift(), Key::I);
    screen.drop_file(&path);
    screen
        .expect_part("3, indicator, woninginbraaken, “woninginbraaken” is geen bekende indicator");
    screen.expect_part("4, realisatie, veel, ");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Ingelezen: 1 nieuw, 0 gewijzigd.");
    assert!(typed(&screen, "woninginbraken", 2024).is_some());
}

#[test]
fn two_windows_see_each_others_values_and_neither_is_overwritten_unseen() {
    let mut screen = of_2024(documents);
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Realisatie");
    screen.overwrite("88");
    // Somebody else is first.
    let mut vault = screen.vault();
    let key = YearKey::of("woninginbraken", 2024);
    let values = year_values(vault.shared().unwrap()).unwrap();
    let theirs = YearValue {
        actual: Some(Amount::whole(91)),
        ..values.get(&key).unwrap().clone()
    };
    let write = [(key.clone(), values.version(&key), theirs)];
    keep_year_values(vault.shared_mut().unwrap(), &write, "collega", now(), None).unwrap();
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("Iemand anders heeft dit intussen gewijzigd. Nu staat er: begroting 180");
    screen.expect_part("realisatie 91");
    assert_eq!(screen.value("Realisatie"), "88", "nothing typed is lost");
    assert_eq!(
        typed(&screen, "woninginbraken", 2024).unwrap().actual,
        Some(Amount::whole(91))
    );
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Realisatie: 2023 97, 2024 88");
}

#[test]
fn a_year_of_which_nothing_is_known_says_where_there_is_something() {
    let mut screen = Screen::filled(|vault| take_in(vault, "uitsplitsingen.csv"));
    screen.press_with(CTRL, Key::D);
    screen.write("31-12-2020");
    screen.press(Key::Enter);
    screen.press_with(shift(), Key::I);
    screen.expect("Over 2019 en 2020 is nog niets bekend");
    screen.click("Naar 2023");
    screen.expect("Indicatoren 2023");
    screen.expect("Realisatie: 2022 –, 2023 € 52.787");
}

#[test]
fn the_years_are_drawn_with_their_target_and_the_break_between_two_surveys() {
    let mut screen = of_2024(documents);
    look_at(&mut screen, "rapportcijfer voor de veiligheid in de stad");
    screen.expect("Omnibusenquête, 2014: 7,2");
    screen.expect("Stadspeiling, 2024: 7,6");
    screen.expect("Begroting, 2028: 7,4");
    // A year without cases is gone to.
    screen.click("Omnibusenquête, 2016: 7,4");
    screen.expect("Indicatoren 2016");
}

#[test]
fn the_year_goes_out_as_it_stands_there() {
    let mut screen = of_2024(documents);
    let text = screen.copy_with(CTRL | Modifiers::SHIFT, Key::C).unwrap();
    let line = "Aantal woninginbraken per jaar\t\taantal\t180\t97\t180\t89\tja\tingevoerd";
    assert!(text.contains(line), "{text}");
    assert!(
        text.contains("Schade jaarwisseling\tOverig (niet uitgesplitst)"),
        "{text}"
    );
}

#[test]
fn several_indicators_stand_over_the_years_with_their_average_and_range() {
    let mut screen = of_2024(documents);
    screen.press_with(shift(), Key::Y);
    screen.expect("Indicatoren over de jaren");
    // Across a break nothing is said of all years together.
    screen.expect(
        "Gemiddeld rapportcijfer voor de veiligheid in de stad, 2014 7,2, 2015 7,2, 2016 7,4, 2017 7,4, \
         2023 7,6, 2024 7,6, spreiding reeksbreuk vanaf 2023",
    );
    screen.press(Key::End);
    screen.expect(
        "Overvallen, 2014 13, 2015 8, 2016 8, 2017 11, gemiddeld 10,0, spreiding 8 (2015) – 13 (2014)",
    );
    screen.tab_to("Vanaf jaar");
    screen.write("2016");
    screen.expect("Overvallen, 2016 8, 2017 11, gemiddeld 9,5, spreiding 8 (2016) – 11 (2017)");
    screen.press_with(shift(), Key::Y);
    screen.expect("Indicatoren 2024");
}

#[test]
fn a_total_stands_with_its_parts_and_says_where_they_do_not_reach_it() {
    let mut screen = of_2024(documents);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    for _ in 0..7 {
        screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    }
    look_at(&mut screen, "high impact crimes");
    screen.expect("Geweld: 2015 697, 2016 659");
    screen.expect("Realisatie: 2015 1.253, 2016 1.015");
    screen.expect("Overvallen: 2015 8, 2016 8");
}

#[test]
fn what_is_known_of_a_district_is_typed_stored_and_taken_back() {
    let mut screen = of_2024(documents);
    screen.press_with(shift(), Key::D);
    screen.expect("Kenmerken van wijken, 2024");
    screen.expect("Centrum, woningen: onbekend");
    screen.press(Key::ArrowDown);
    screen.press(Key::Enter);
    assert_eq!(screen.focused().as_deref(), Some("Waarde"));
    screen.write("veel");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("“veel” is geen getal");
    screen.overwrite("1.500");
    screen.tab_to("Bron");
    screen.write("Woningregister");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Centrum, koopwoningen: 1.500");
    let kept = || {
        let vault = screen.vault();
        let values = year_values(vault.shared().unwrap()).unwrap();
        let key = DistrictFacts::key("centrum", "woningen-koop", 2024);
        values.get(&key).cloned().unwrap_or_default()
    };
    assert_eq!(kept().actual, Some(Amount::whole(1500)));
    assert_eq!(kept().source.as_deref(), Some("Woningregister"));
    screen.press_with(CTRL, Key::Z);
    screen.expect("Centrum, koopwoningen: onbekend");
    screen.press(Key::Escape);
    screen.expect("Indicatoren 2024");
}

/// What is kept of a district in 2024.
fn known_of(screen: &Screen, district: &str, kind: &str) -> Option<Amount> {
    let vault = screen.vault();
    let values = year_values(vault.shared().unwrap()).unwrap();
    values
        .get(&DistrictFacts::key(district, kind, 2024))?
        .actual
}

#[test]
fn what_is_known_of_districts_comes_in_with_the_same_import_by_whatever_file_has_it() {
    let mut screen = of_2024(documents);
    let file = |name: &str, rows: &str| {
        let path = screen.folder.path().join(name);
        fs::write(&path, rows).unwrap();
        path
    };
    // The municipality's own table, of the year of the reference date.
    let own = file(
        "wijken.csv",
        "wijk;woningen;bron\nMeerzicht;8.000;Woningregister\nCentrum;onbekend;\n",
    );
    // Which neighbourhood lies where, and what Statistics Netherlands knows of each.
    let places = file(
        "buurten.csv",
        "buurtcode;naam;wijk\nBU06370101;Verzonnen Noord;Centrum\nBU06370102;Verzonnen Zuid;Centrum\n",
    );
    let statistics = file(
        "kwb-2024.csv",
        "gwb_code;regio;a_inw;a_woning\nBU06370101;Verzonnen Noord;1200;600\nBU06370102;Verzonnen Zuid;800;.\nBU06370103;Verzonnen Oost;10;5\n",
    );
    screen.press_with(shift(), Key::D);
    screen.press_with(CTRL, Key::I);
    screen.drop_file(&own);
    screen.expect_part("2024, nieuw, Meerzicht, woningen, 8.000");
    screen.expect_part("onbekend");
    assert_eq!(known_of(&screen, "meerzicht", "woningen"), None);
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(
        known_of(&screen, "meerzicht", "woningen"),
        Some(Amount::whole(8000))
    );
    screen.press_with(CTRL, Key::Z);
    assert_eq!(known_of(&screen, "meerzicht", "woningen"), None);

    screen.drop_file(&places);
    screen.press_with(CTRL, Key::Enter);
    let kept = neighbourhoods(screen.vault().shared().unwrap()).unwrap();
    assert_eq!(kept.len(), 2);

    screen.drop_file(&statistics);
    screen.expect_part("2024, nieuw, Centrum, inwoners, 2.000");
    // What is kept back of one neighbourhood is not known of its district, and one that lies nowhere is named.
    screen.expect_part("Verzonnen Zuid");
    screen.expect_part("BU06370103");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(
        known_of(&screen, "centrum", "inwoners"),
        Some(Amount::whole(2000))
    );
    assert_eq!(known_of(&screen, "centrum", "woningen"), None);
}
