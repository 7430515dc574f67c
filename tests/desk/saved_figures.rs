//! Figures that are saved under a name, opened on any reference date, shared, and deleted; and the standard tables of every
//! register, found by their title or their register.

use egui::{Key, Modifiers};
use peildatum::store::{Vault, View, ViewKind, new_id};

use super::support::{ACTOR, CTRL, HOUSING, Screen, bring_in, now, text};

const CTRL_SHIFT: Modifiers = CTRL.plus(Modifiers::SHIFT);

fn saved_views(screen: &Screen) -> Vec<View> {
    screen.vault().store(HOUSING).unwrap().views(ACTOR).unwrap()
}

/// The cases that came in, in Meerzicht alone, saved under a name.
fn with_figure() -> Screen {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen.click("Maat: Behandeld");
    screen.click("Instroom");
    screen.press_with(CTRL, Key::F);
    screen.write("meer");
    screen.press(Key::Enter);
    screen.press_with(CTRL_SHIFT, Key::S);
    screen.write("Instroom Meerzicht");
    screen.press(Key::Enter);
    screen
}

#[test]
fn a_figure_is_saved_under_a_name_and_opened_from_the_search_on_any_date() {
    let mut screen = with_figure();
    screen.expect("Weergave: Instroom Meerzicht");
    let views = saved_views(&screen);
    assert_eq!(views.len(), 1);
    assert_eq!(
        (views[0].kind, views[0].name.as_str(), views[0].shared),
        (ViewKind::Figure, "Instroom Meerzicht", false)
    );
    let content: serde_json::Value = serde_json::from_str(&views[0].content).unwrap();
    assert_eq!(content["rows"], serde_json::json!(["wijk"]));
    assert_eq!(content["slice"]["wijk"], serde_json::json!([["meerzicht"]]));
    assert!(!views[0].content.contains("2024"), "no date is kept");
    let total = screen.chooser("Totaal: ");
    // Elsewhere, on another date, and back.
    screen.search("signalen naar thema");
    screen.press(Key::Enter);
    screen.press_with(Modifiers::ALT, Key::ArrowRight);
    screen.search("instroom meer");
    screen.expect("Cijfers: Instroom Meerzicht");
    screen.press(Key::Enter);
    screen.expect("Nieuwe casussen in 2025, stand op 21-11-2025");
    screen.find("Filter Wijk: Meerzicht");
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(screen.chooser("Totaal: "), total);
    // Its name is its title, and the list of the register knows nothing of it.
    screen.expect("Instroom Meerzicht");
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.find(&text("views"));
}

#[test]
fn a_changed_figure_is_marked_saved_with_one_key_and_left_for_the_standard_table() {
    let mut screen = with_figure();
    screen.click("Maat: Instroom");
    screen.click("Afgerond");
    screen.expect("Weergave: Instroom Meerzicht (gewijzigd)");
    screen.press_with(CTRL, Key::S);
    screen.expect("Weergave: Instroom Meerzicht");
    assert!(saved_views(&screen)[0].content.contains("finished"));
    screen.search("zonder weergave");
    screen.press(Key::Enter);
    screen.expect("Tabel 5.1 Woonoverlast naar wijk en eigendom");
    screen.find("Totaal: 210");
    screen.find(&text("views"));
}

#[test]
fn a_figure_is_renamed_shared_thrown_away_and_taken_back() {
    let mut screen = with_figure();
    screen.press_with(CTRL_SHIFT, Key::W);
    screen.click(&text("command-rename-view"));
    screen.overwrite("Nieuw in Meerzicht");
    screen.press(Key::Enter);
    screen.expect("Weergave: Nieuw in Meerzicht");
    screen.search("delen met");
    screen.press(Key::Enter);
    assert!(saved_views(&screen)[0].shared);
    screen.search("weergave verwijderen");
    screen.press(Key::Enter);
    assert_eq!(saved_views(&screen), []);
    screen.click(&text("command-restore-view"));
    screen.expect("Weergave: Nieuw in Meerzicht");
    assert!(saved_views(&screen)[0].shared);
}

/// The vault with a figure of a colleague, which names what is gone.
fn colleague(vault: &mut Vault) {
    bring_in(vault, HOUSING, "woonoverlast-2024.csv");
    let content = r#"{"rows":["wijk","kleur"],"measure":"closing","quantity":"persons",
        "subsets":[["aard","weg"]],"chart":"lines"}"#;
    let view = View {
        id: new_id(),
        kind: ViewKind::Figure,
        register: HOUSING.to_owned(),
        name: "Van Bram".to_owned(),
        owner: "bram".to_owned(),
        shared: true,
        saved: now(),
        content: content.to_owned(),
    };
    vault.store_mut(HOUSING).unwrap().keep_view(&view).unwrap();
}

#[test]
fn what_no_longer_fits_the_register_is_left_out_and_named() {
    let mut screen = Screen::filled(colleague);
    screen.search("van bram");
    screen.press(Key::Enter);
    screen.find("Rijen: Wijk");
    screen.find("Maat: Eindstand");
    screen.expect_part("kleur, aantal personen");
    screen.expect_part("weg. De rest is toegepast.");
    // Somebody else's figure is not changed: a name is asked to save it under.
    screen.press_with(CTRL, Key::S);
    screen.expect(&text("view-name-new"));
}

#[test]
fn standard_tables_are_found_by_their_title_and_by_their_register() {
    let mut screen = Screen::housing();
    screen.search("tabel 5.1");
    screen.press(Key::Enter);
    screen.expect("Behandelde casussen in 2025, stand op 21-11-2025");
    screen.expect("Tabel 5.1 Woonoverlast naar wijk en eigendom");
    screen.search("jeugd deelnemers aanpak");
    screen.expect(&text("figures"));
    screen.press(Key::Enter);
    screen.find("Register: Jeugd, deelnemers");
}
