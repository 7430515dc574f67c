//! Two windows on one vault, the same case changed in both: neither change is lost.

use std::fs;

use chrono::Utc;
use peildatum::register::{Address, CaseFile, Value};
use peildatum::store::Vault;

use super::logging::peildatum;
use super::screen::{Screen, wait_until};

#[test]
fn one_case_changed_in_two_windows_at_once_keeps_both_changes() {
    let Some(screen) = Screen::new() else { return };
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("kluis");
    peildatum(&vault, &["init"]);
    let file = folder.path().join("een.csv");
    fs::write(&file, "Zaaknummer;Datum melding\nA1;01-02-2026\n").unwrap();
    peildatum(&vault, &["import", "woonoverlast", file.to_str().unwrap()]);
    let stored = || -> CaseFile {
        let vault = Vault::open(&vault, Utc::now()).unwrap();
        let store = vault.store("woonoverlast").unwrap();
        store.case_by_number("woonoverlast", "A1").unwrap().unwrap()
    };
    let address = || match stored().state.values.get("adres") {
        Some(Value::Address(address)) => address.clone(),
        _ => Address::default(),
    };

    let one = screen.open(&vault, folder.path());
    let other = screen.open(&vault, folder.path());
    other.press(&["Down", "ctrl+e"]);
    other.write("2715AB");
    one.take_keyboard();
    one.press(&["Down", "ctrl+e", "Tab"]);
    one.write("112");
    one.press(&["ctrl+Return"]);
    wait_until("the number of the house is stored", || {
        address().number == "112"
    });
    // The other window says that the case was changed meanwhile; the second save stores both.
    other.take_keyboard();
    other.press(&["ctrl+Return"]);
    assert_eq!(address().postcode, "", "nothing is stored unasked");
    wait_until("the postcode is stored", || {
        // On a busy machine the first save may still be on its way.
        other.press(&["ctrl+Return"]);
        address().postcode == "2715 AB"
    });
    assert_eq!(address().number, "112");
    assert_eq!(stored().version, 3);

    // What this window did is undone here, and nothing of the other one.
    other.press(&["ctrl+z"]);
    wait_until("the postcode is undone", || address().postcode.is_empty());
    assert_eq!(address().number, "112");
}
