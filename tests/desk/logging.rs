//! The log of a window: every request with how long it took, and nothing of what stands in cases or was typed.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use egui::{Key, Modifiers};
use peildatum::logging;
use peildatum::register::Value;

use super::support::{ACTOR, CTRL, HOUSING, Screen};

/// What stands in words in the cases of a screen, and what they are called by.
pub fn content(screen: &Screen) -> BTreeSet<String> {
    let mut content = BTreeSet::new();
    for case in screen.stored(HOUSING) {
        content.insert(case.number);
        for value in case.state.values.values() {
            match value {
                Value::Text(text) => drop(content.insert(text.clone())),
                Value::Address(address) => {
                    content.extend([address.street.clone(), address.postcode.clone()]);
                }
                _ => {}
            }
        }
    }
    content.remove("");
    content
}

/// The environment variable that names the folder of the log.
const FOLDER: &str = "PEILDATUM_TEST_LOG_FOLDER";

/// A log belongs to a whole process, in which other tests would write as well.
#[test]
fn every_request_is_logged_and_nothing_of_what_it_is_about() {
    let folder = tempfile::tempdir().unwrap();
    let said = Command::new(env::current_exe().unwrap())
        .args(["--ignored", "--exact", "logging::work_with_secrets"])
        .env(FOLDER, folder.path())
        .env("PEILDATUM_LOG", "trace")
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&said.stdout);
    assert!(said.status.success() && out.contains("1 passed"), "{out}");
}

#[expect(
    clippy::too_many_lines,
    reason = "one working day, from beginning to end"
)]
#[test]
#[ignore = "the process of the test before"]
fn work_with_secrets() {
    let log = PathBuf::from(env::var_os(FOLDER).unwrap());
    logging::start(&log).unwrap();
    let mut screen = Screen::housing();
    screen.search("verzonnen trompettist");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::N);
    screen.write("2715 ab");
    screen.press(Key::Tab);
    screen.write("12");
    screen.tab_to("Straat");
    screen.write("Stiekemestraat");
    screen.fill_required();
    screen.tab_to("Mag de melder bekend zijn");
    screen.letter('b');
    screen.tab_to("Naam melder");
    screen.write("Petronella Geheimenaar");
    screen.pause();
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("is opgeslagen");
    let stored = content(&screen);
    assert!(stored.len() > 200 && stored.contains("Stiekemestraat"));
    // A file that comes in, one that is not there, and one that goes out.
    let file = screen.folder.path().join("Lijst Geheimenaar.csv");
    fs::write(&file, "Zaaknummer;Datum melding\nZZ7741;31-02-2024\n").unwrap();
    screen.press_with(CTRL, Key::I);
    screen.write(&file.display().to_string());
    screen.press(Key::Enter);
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::I);
    screen.overwrite(
        &screen
            .folder
            .path()
            .join("weg Geheimenaar.csv")
            .display()
            .to_string(),
    );
    screen.press(Key::Enter);
    screen.press(Key::Escape);
    screen.press_with(CTRL | Modifiers::SHIFT, Key::X);
    screen.tab_to("Bestand");
    let out = screen.folder.path().join("Uitvoer Geheimenaar.xlsx");
    screen.overwrite(&out.display().to_string());
    screen.press(Key::Enter);
    assert!(out.exists());
    let absent = Screen::last_open("Kluis van Geheimenaar");

    let text = logging::last_lines(&log, usize::MAX).join("\n");
    let typed = [
        "trompettist",
        "Petronella",
        "Geheimenaar",
        "2715ab",
        "2715 ab",
        "ZZ7741",
    ];
    let folders = [screen.folder.path(), absent.folder.path()];
    let folders = folders.map(|folder| folder.to_str().unwrap());
    let known = stored.iter().map(String::as_str);
    for secret in known.chain(typed).chain(folders).chain([ACTOR]) {
        assert!(
            !text.contains(secret),
            "{secret:?} stands in the log:\n{text}"
        );
    }
    let has = |parts: &[&str]| {
        let mut lines = text.lines();
        lines.any(|line| parts.iter().all(|part| line.contains(part)))
    };
    for kind in [
        "Open",
        "Dossier",
        "Search",
        "AddressLookup",
        "SaveDraft",
        "Record",
        "Import",
        "Export",
    ] {
        assert!(
            has(&[&format!("request{{kind=\"{kind}\"}}"), "done", "ms="]),
            "{kind}\n{text}"
        );
    }
    assert!(has(&[
        "request{kind=\"Open\"}",
        "vault opened",
        "registers=18 cases=210"
    ]));
    assert!(has(&[
        "request{kind=\"Import\"}",
        "import kind=\"csv\" read=1",
        "refused=1"
    ]));
    assert!(has(&[
        "request{kind=\"Import\"}",
        "refused why=\"CannotOpen\""
    ]));
    assert!(has(&[
        "request{kind=\"Export\"}",
        "export kind=\"xlsx\"",
        "rows="
    ]));
    assert!(has(&[
        "request{kind=\"Open\"}",
        "refused why=\"NotAVault\""
    ]));
}
