//! Several municipalities in one vault: a form offers the districts of the municipality that is chosen in it.

use egui::Key;
use peildatum::store::Vault;

use super::support::{CTRL, HOUSING, Screen, now};

const MUNICIPALITIES: &str = r#"
id = "gemeenten"
label = { nl = "Gemeenten" }

[[choice]]
id = "vught"
label = { nl = "Vught" }

[[choice]]
id = "boxtel"
label = { nl = "Boxtel" }
"#;

const DISTRICTS: &str = r#"
id = "wijken"
label = { nl = "Wijken" }

[[choice]]
id = "vught-noord"
label = { nl = "Vught-Noord" }
postcodes = ["5261"]
municipality = "vught"

[[choice]]
id = "selissenwal"
label = { nl = "Selissenwal" }
postcodes = ["5281"]
municipality = "boxtel"
"#;

fn two_municipalities(vault: &mut Vault) {
    let lists = vault.folder().join("lists");
    std::fs::create_dir_all(&lists).unwrap();
    std::fs::write(lists.join("gemeenten.toml"), MUNICIPALITIES).unwrap();
    std::fs::write(lists.join("wijken.toml"), DISTRICTS).unwrap();
    vault.reload(now()).unwrap();
}

#[test]
fn a_form_offers_the_districts_of_its_municipality() {
    let mut screen = Screen::filled(two_municipalities);
    screen.press_with(CTRL, Key::N);
    let offered = |screen: &Screen| {
        ["Vught-Noord", "Selissenwal"].map(|district| screen.shows_part(district))
    };
    // As long as nobody says whose it is, it may be anywhere.
    screen.click("Kies wijk");
    assert_eq!(offered(&screen), [true, true], "{:#?}", screen.says());
    screen.click("Gemeente Boxtel");
    assert_eq!(offered(&screen), [false, true], "{:#?}", screen.says());
    screen.click("Gemeente Vught");
    assert_eq!(offered(&screen), [true, false], "{:#?}", screen.says());
    assert_eq!(screen.stored(HOUSING).len(), 0);
}

#[test]
fn a_district_is_put_in_its_municipality_where_lists_are_managed() {
    let mut screen = Screen::filled(two_municipalities);
    screen.press_with(CTRL, Key::Comma);
    screen.click("Wijken");
    screen.press(Key::Enter);
    screen.click("Gemeente Boxtel");
    screen.click("Bedrijventerrein, zonder woningen ja");
    screen.press_with(CTRL, Key::Enter);
    let vault = screen.vault();
    let lists = vault.registers().lists();
    let districts = lists.iter().find(|list| list.id == "wijken").unwrap();
    let changed = &districts.choices[0];
    assert_eq!(
        (changed.municipality.as_deref(), changed.businesses),
        (Some("boxtel"), true)
    );
}
