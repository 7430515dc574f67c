//! The chapter of the manual on the command line: what it says of the commands is what the program says.

use std::path::{Path, PathBuf};
use std::{env, fs};

use peildatum::cli;
use peildatum::language::Language;

/// Between these two lines stands what follows from the program; the rest of the chapter is written by hand.
const BEGIN: &str = "<!-- What follows is written by tests/cli/reference.rs -->";
const END: &str = "<!-- What stands above is written by tests/cli/reference.rs -->";

fn chapter(language: Language) -> PathBuf {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/manual");
    manual.join(language.code()).join("70-command-line.md")
}

/// The chapter with the commands as they are now.
fn renewed(written: &str, language: Language) -> String {
    let (before, rest) = written.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let reference = cli::reference(language);
    format!("{before}{BEGIN}\n\n{reference}\n{END}{after}")
}

#[test]
fn the_manual_has_every_command_as_the_program_has_it() {
    for language in Language::ALL {
        let path = chapter(language);
        let written = fs::read_to_string(&path).unwrap();
        let renewed = renewed(&written, language);
        if env::var_os("RENEW_MANUAL").is_some() {
            fs::write(&path, renewed).unwrap();
            continue;
        }
        assert!(
            written == renewed,
            "{} does not say what the command line takes. Renew it with: RENEW_MANUAL=1 cargo test --test cli reference",
            path.display()
        );
    }
}

#[test]
fn every_command_and_argument_is_described_in_both_languages() {
    for language in Language::ALL {
        let reference = cli::reference(language);
        for command in [
            "",
            " import",
            " merge",
            " undo",
            " indicators restore",
            " finances check",
        ] {
            let heading = format!("### `peildatum{command}`\n");
            assert!(reference.contains(&heading), "{heading}");
        }
        assert!(
            reference.contains("- `--map <COLUMN=FIELD>`: "),
            "{reference}"
        );
        // What every command takes is said once, and a text that does not exist would show as its id.
        assert_eq!(reference.matches("- `--vault <DIR>`").count(), 1);
        assert!(!reference.contains("cli-"), "{reference}");
        assert!(!reference.contains("Usage"), "{reference}");
    }
}
