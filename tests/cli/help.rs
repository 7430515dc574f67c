//! `--help` and `--version`: in the language of the screen, and complete.

use peildatum::language::Language;

use crate::support::{program, said};

const COMMANDS: [&str; 12] = [
    "init",
    "demo",
    "import",
    "table",
    "balance",
    "series",
    "cases",
    "paper",
    "agenda",
    "finances",
    "indicators",
    "diagnose",
];

/// Commands within another one.
const WITHIN: [[&str; 2]; 7] = [
    ["finances", "check"],
    ["indicators", "import"],
    ["indicators", "show"],
    ["indicators", "series"],
    ["indicators", "set"],
    ["indicators", "history"],
    ["indicators", "restore"],
];

fn told(arguments: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let said = said(program(home.path()).args(arguments));
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments:?}");
    said.out
}

#[test]
fn every_command_and_argument_is_explained_in_both_languages() {
    for language in Language::ALL {
        let lang = ["--lang", language.code()];
        let whole = told(&[&lang[..], &["--help"]].concat());
        for command in COMMANDS {
            assert!(whole.contains(&format!("\n  {command} ")), "{whole}");
            let help = told(&[&[command, "--help"], &lang[..]].concat());
            // A text that does not exist is shown as its id.
            assert!(!help.contains("cli-"), "{help}");
        }
        for within in WITHIN {
            let help = told(&[&within[..], &["--help"], &lang[..]].concat());
            assert!(!help.contains("cli-"), "{help}");
        }
        assert!(!whole.contains("cli-"), "{whole}");
    }
    let dutch = told(&["table", "-h"]);
    assert!(dutch.contains("Gebruik: peildatum table"), "{dutch}");
    assert!(dutch.contains("Opties:"), "{dutch}");
    assert!(told(&["--lang=en", "-h"]).contains("Commands:"));
}

#[test]
fn the_defaults_that_the_help_names_are_those_of_the_demo() {
    let help = told(&["demo", "--help"]);
    for default in [
        u64::from(peildatum::exchange::DEMO_YEARS),
        peildatum::exchange::DEMO_SEED,
    ] {
        assert!(help.contains(&format!("(gewoonlijk {default})")), "{help}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let version = concat!("peildatum ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(told(&["--version"]), version);
    assert_eq!(told(&["-V"]), version);
}
