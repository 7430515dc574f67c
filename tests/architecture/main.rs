//! The layout of the source: which room imports which, no files that import each other in a circle, no file that is too
//! long to hold in the head. It reads the `use` lines and the paths that begin with `crate::`, `super::` or `self::`.

#[cfg(test)]
mod checks;
#[cfg(test)]
mod imports;

use std::path::Path;

use imports::Source;

/// The floors of the program, from the ground up. A floor imports only those that stand beside it here.
const FLOORS: &[(&str, &[&str])] = &[
    ("language", &[]),
    ("clock", &[]),
    ("places", &[]),
    ("file_names", &[]),
    ("colour", &[]),
    ("logging", &[]),
    ("register", &["file_names", "language"]),
    ("figures", &["language", "register"]),
    ("store", &["file_names", "logging", "language", "register"]),
    (
        "exchange",
        &[
            "clock", "logging", "language", "register", "figures", "store",
        ],
    ),
    (
        "report",
        &[
            "colour", "logging", "language", "register", "figures", "store", "exchange",
        ],
    ),
    ("diagnosis", &["logging", "language", "store", "report"]),
    ("manual", &["language"]),
    ("opening", &["clock", "language"]),
    ("desk", BELOW_CLI),
    // The command line tells in a diagnosis what is set in the window.
    ("cli", BELOW_CLI),
];

const BELOW_CLI: &[&str] = &[
    "clock",
    "places",
    "file_names",
    "colour",
    "logging",
    "opening",
    "language",
    "register",
    "figures",
    "store",
    "exchange",
    "report",
    "manual",
    "diagnosis",
    "desk",
];

/// The rooms of the desk, from the ground up. A room imports only those that stand beside it here.
const DESK: &[(&str, &[&str])] = &[
    ("kit", &[]),
    ("command", &["kit"]),
    ("backend", &["kit", "command"]),
    ("state", &["kit", "command", "backend"]),
    ("parts", &["kit", "command", "backend", "state"]),
    ("form", BELOW_FORM),
    ("list", UP_TO_FORM),
    ("case", UP_TO_FORM),
    ("figures", UP_TO_FORM),
    ("work", UP_TO_FORM),
    ("indicators", UP_TO_FORM),
    ("finances", UP_TO_FORM),
    ("manage", UP_TO_FORM),
    (
        "meeting",
        &[
            "kit", "command", "backend", "state", "parts", "form", "case",
        ],
    ),
    (
        "overview",
        &[
            "kit",
            "command",
            "backend",
            "state",
            "parts",
            "form",
            "indicators",
        ],
    ),
    (
        "transfer",
        &[
            "kit",
            "command",
            "backend",
            "state",
            "parts",
            "form",
            "figures",
            "indicators",
        ],
    ),
    ("frame", BELOW_FORM),
    ("session", BELOW_APP),
    ("app", BELOW_APP),
];

const BELOW_APP: &[&str] = &[
    "kit",
    "command",
    "backend",
    "state",
    "parts",
    "form",
    "list",
    "case",
    "figures",
    "work",
    "indicators",
    "finances",
    "manage",
    "meeting",
    "overview",
    "transfer",
    "frame",
    "session",
];
const BELOW_FORM: &[&str] = &["kit", "command", "backend", "state", "parts"];
const UP_TO_FORM: &[&str] = &["kit", "command", "backend", "state", "parts", "form"];

/// A file that is longer cannot be held in the head.
const MOST_LINES: usize = 400;

fn source() -> Source {
    Source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_floor_imports_only_from_below() {
    none(&checks::rooms(&source(), "", FLOORS));
}

#[test]
fn a_room_of_the_desk_imports_only_what_it_may() {
    none(&checks::rooms(&source(), "desk", DESK));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    none(&checks::circles(&source()));
}

#[test]
fn only_the_app_adds_to_the_desk_itself() {
    none(&checks::impls_outside(&source(), "Desk", "desk/app/"));
}

#[test]
fn no_file_is_too_long_to_hold_in_the_head() {
    none(&checks::long_files(&source(), MOST_LINES));
}
