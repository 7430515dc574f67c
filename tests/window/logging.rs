//! A case that is logged in the window, seen from outside.

use std::path::Path;
use std::process::Command;

use super::screen::{Screen, wait_until};

pub fn peildatum(vault: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_peildatum"))
        .arg("--vault")
        .arg(vault)
        .args(arguments)
        .env("XDG_CONFIG_HOME", vault.parent().unwrap())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// How many cases of woonoverlast a command sees, and how many of them in Meerzicht, about pets.
pub fn counted(vault: &Path) -> (u64, u64) {
    let count = |filters: &[&str]| {
        let mut arguments = vec!["cases", "woonoverlast", "--format", "json"];
        arguments.extend_from_slice(filters);
        let answer: serde_json::Value =
            serde_json::from_str(&peildatum(vault, &arguments)).unwrap();
        answer["total"].as_u64().unwrap()
    };
    (
        count(&[]),
        count(&["--where", "wijk=meerzicht", "--where", "aard=huisdieren"]),
    )
}

#[test]
fn a_case_logged_by_keyboard_counts_at_once_and_survives_a_kill_right_after_it_was_saved() {
    let Some(screen) = Screen::new() else { return };
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("kluis");
    peildatum(&vault, &["init"]);
    let window = screen.open(&vault, folder.path());
    window.press(&["ctrl+n"]);
    // The postcode suggests the district; from the house number Tab goes to what is told, and h is for pets.
    window.write("2715AB");
    window.press(&["Tab"]);
    window.write("112");
    window.press(&["Tab", "Tab"]);
    window.write("h");
    assert_eq!(
        counted(&vault),
        (0, 0),
        "a form that is not saved does not count"
    );
    window.press(&["ctrl+Return"]);
    wait_until("the case counts", || counted(&vault) == (1, 1));
    window.kill();
    assert_eq!(counted(&vault), (1, 1));
    let table = peildatum(&vault, &["table", "woonoverlast", "--format", "json"]);
    let table: serde_json::Value = serde_json::from_str(&table).unwrap();
    assert_eq!(table["total"], 1);
}
