//! What the program hands to the window, and how it writes when nobody can hear it: through the library.

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};

use chrono::{TimeZone, Utc};
use peildatum::cli::{self, Outcome};
use peildatum::clock::Clock;
use peildatum::language::Language;
use peildatum::opening::Renderer;

use crate::support::{HOUSING, Place, json};

fn clock() -> Clock {
    Clock::fixed(Utc.with_ymd_and_hms(2024, 2, 15, 12, 0, 0).unwrap())
}

fn run(place: &Place, arguments: &[&str], out: &mut dyn Write) -> (Outcome, String) {
    let vault = place.vault();
    let start = ["peildatum", "--vault", vault.to_str().unwrap()];
    let arguments = start.iter().chain(arguments).map(OsString::from);
    let mut err = Vec::new();
    let outcome = cli::run(arguments, out, &mut err, &clock());
    (outcome, String::from_utf8(err).unwrap())
}

#[test]
fn without_a_command_the_desk_opens() {
    let place = Place::empty();
    let arguments = ["--lang", "en", "--renderer", "glow"];
    let (Outcome::OpenDesk(setup), _) = run(&place, &arguments, &mut Vec::new()) else {
        panic!("no desk");
    };
    assert_eq!(setup.vault, Some(place.vault()));
    assert_eq!(setup.language, Some(Language::English));
    assert_eq!(setup.renderer, Renderer::Glow);
    assert_eq!(setup.clock.today(), clock().today());
    let mut silent = (Vec::new(), Vec::new());
    let bare = [OsString::from("peildatum")];
    let outcome = cli::run(bare, &mut silent.0, &mut silent.1, &clock());
    let Outcome::OpenDesk(setup) = outcome else {
        panic!("no desk");
    };
    assert_eq!((setup.vault, setup.language), (None, None));
    assert_eq!(setup.renderer, Renderer::Auto);
    assert_eq!(silent, (Vec::new(), Vec::new()));
}

#[test]
fn after_a_demo_the_desk_opens_on_it() {
    let place = Place::empty();
    let (outcome, _) = run(&place, &["demo", "--cases", "3"], &mut Vec::new());
    let Outcome::OpenDesk(setup) = outcome else {
        panic!("no desk");
    };
    assert_eq!(setup.vault, Some(place.vault()));
    assert_eq!(place.count(HOUSING), 3);
    // A demo that could not be made opens nothing.
    let (outcome, err) = run(&place, &["demo"], &mut Vec::new());
    assert!(matches!(outcome, Outcome::Done(cli::NOTHING_DONE)), "{err}");
}

#[test]
fn this_year_is_that_of_the_clock() {
    let place = Place::with(&[HOUSING]);
    let mut out = Vec::new();
    run(&place, &["table", HOUSING, "--format", "json"], &mut out);
    let table = json(std::str::from_utf8(&out).unwrap());
    assert_eq!(table["period"]["to"], "2024-12-31");
    assert_eq!(table["total"], 210);
}

/// An output that refuses.
struct Refusing(ErrorKind);

impl Write for Refusing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_that_left_is_no_error_and_a_full_disk_is() {
    let place = Place::with(&[HOUSING]);
    let left = run(
        &place,
        &["table", HOUSING],
        &mut Refusing(ErrorKind::BrokenPipe),
    );
    assert!(matches!(left, (Outcome::Done(cli::ALL_WELL), err) if err.is_empty()));
    let full = run(
        &place,
        &["table", HOUSING],
        &mut Refusing(ErrorKind::StorageFull),
    );
    assert!(matches!(full, (Outcome::Done(1), err) if err.contains("niet worden geschreven")));
}
