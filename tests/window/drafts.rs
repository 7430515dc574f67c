//! What is typed survives the program, seen from outside.

use super::logging::{counted, peildatum};
use super::screen::{Screen, USER, wait_until};

/// What waits in the vault of what was typed, as another program reads it.
fn drafts(vault: &std::path::Path) -> Vec<String> {
    let vault = peildatum::store::Vault::open(vault, chrono::Utc::now()).unwrap();
    let stores = vault.stores();
    let drafts = stores.flat_map(|(_, store)| store.drafts(USER).unwrap());
    drafts.map(|draft| draft.content).collect()
}

#[test]
fn what_was_typed_when_the_program_was_killed_waits_and_is_stored_after_all() {
    let Some(screen) = Screen::new() else { return };
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("kluis");
    peildatum(&vault, &["init"]);
    let window = screen.open(&vault, folder.path());
    window.press(&["ctrl+n"]);
    window.write("2715AB");
    window.press(&["Tab"]);
    window.write("112");
    wait_until("what is typed is kept", || {
        drafts(&vault).iter().any(|draft| draft.contains("112"))
    });
    window.kill();
    assert_eq!(counted(&vault), (0, 0), "a draft does not count");

    let window = screen.open(&vault, folder.path());
    // The search finds it by its name, from wherever the window opens.
    window.press(&["ctrl+k"]);
    window.write("concept");
    window.press(&["Return"]);
    // From a house number that is typed Tab goes to what is told, and then to the kinds: h is for pets.
    window.press(&["ctrl+a"]);
    window.write("112");
    window.press(&["Tab", "Tab"]);
    window.write("h");
    window.press(&["ctrl+Return"]);
    wait_until("the case counts", || counted(&vault) == (1, 1));
    assert!(drafts(&vault).is_empty(), "what was stored waits no longer");
    window.kill();
}
