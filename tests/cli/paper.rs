//! `paper` and `agenda`: a case and a meeting as a file, through the real program.

use std::fs;
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate, Utc};
use peildatum::register::{Address, CaseState, EntryState, Spell, Value};
use peildatum::store::{CaseOf, EntryWrite, Operation, Target, Vault, Write};

use crate::support::{HOUSING, Place};

const NUMBER: &str = "WO-1";

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn decided_on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 9).unwrap()
}

/// A vault with one case that runs and on whose timeline something stands.
fn place() -> Place {
    let place = Place::with_vault();
    let mut vault = Vault::open(&place.vault(), Utc::now()).unwrap();
    let opened = NaiveDate::from_ymd_opt(2024, 11, 2).unwrap();
    let mut state = CaseState {
        spells: vec![Spell::since(opened)],
        status: Some("in-onderzoek".to_owned()),
        ..CaseState::default()
    };
    let address = Address {
        street: "Bedachtlaan".to_owned(),
        number: "12".to_owned(),
        addition: "A".to_owned(),
        postcode: "2716 ZZ".to_owned(),
    };
    for (field, value) in [
        ("adres", Value::Address(address)),
        ("wijk", Value::Choice("meerzicht".to_owned())),
        ("melder", text("Melanie Verzonnen")),
        ("behandelaar", text("S. Verzonnen")),
    ] {
        state.set(field, Some(value));
    }
    let decision = EntryState::at("besluit", decided_on().and_hms_opt(10, 30, 0).unwrap())
        .with("besluit", text("Buurtbemiddeling vragen"))
        .with("reden", text("Vertrouwelijke reden"));
    let operation = Operation::by("o.bedacht", Utc::now())
        .with(Write {
            register: HOUSING.to_owned(),
            target: Target::New {
                number: Some(NUMBER.to_owned()),
            },
            state,
        })
        .with_entry(EntryWrite::new(CaseOf::Written(0), decision));
    vault
        .store_mut(HOUSING)
        .unwrap()
        .record(&operation)
        .unwrap();
    place
}

fn out(place: &Place, name: &str) -> (PathBuf, String) {
    let path = place.folder.path().join(name);
    let name = path.to_str().unwrap().to_owned();
    (path, name)
}

#[test]
fn a_case_is_put_on_paper_with_what_may_be_shared() {
    let place = place();
    let (path, file) = out(&place, "zaak.html");
    let said = place.done(&["paper", HOUSING, NUMBER, "--out", &file]);
    assert!(said.contains(&file), "{said}");
    let page = fs::read_to_string(&path).unwrap();
    for known in [
        "Bedachtlaan 12 A",
        "Meerzicht",
        "Buurtbemiddeling vragen",
        "09-11-2026 om 10:30",
        "alleen deelbare gegevens",
        "j.jansen",
    ] {
        assert!(page.contains(known), "{known}");
    }
    for secret in ["Melanie", "Vertrouwelijke", "o.bedacht"] {
        assert!(!page.contains(secret), "{secret}");
    }
    let whole = [
        "--lang", "en", "paper", HOUSING, NUMBER, "--all", "--out", &file,
    ];
    place.done(&[&whole[..], &["--overwrite"]].concat());
    let page = fs::read_to_string(&path).unwrap();
    for known in [
        "<html lang=\"en\">",
        "Holds data that may not be shared",
        "Melanie Verzonnen",
        "Vertrouwelijke reden",
        "Recorded by o.bedacht",
    ] {
        assert!(page.contains(known), "{known}");
    }
}

#[test]
fn a_word_file_is_an_archive() {
    let place = place();
    let (path, file) = out(&place, "zaak.docx");
    place.done(&["paper", HOUSING, NUMBER, "--out", &file]);
    let bytes = fs::read(&path).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    assert!(archive.by_name("word/document.xml").is_ok());
}

#[test]
fn a_file_that_exists_is_overwritten_only_when_asked() {
    let place = place();
    let file = place.file("zaak.docx", "van iemand anders");
    let asked = ["paper", HOUSING, NUMBER, "--out", &file];
    let sentence = place.refused(&asked);
    assert!(sentence.contains("--overwrite"), "{sentence}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "van iemand anders");
    place.done(&[&asked[..], &["--overwrite"]].concat());
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));
}

#[test]
fn what_cannot_be_made_is_refused_with_what_can() {
    let place = place();
    let (path, pdf) = out(&place, "zaak.pdf");
    let (_, docx) = out(&place, "zaak.docx");
    let refusals: [(&[&str], &str); 6] = [
        (&["paper", HOUSING, NUMBER, "--out", &pdf], ".docx"),
        (&["agenda", HOUSING, "--out", &pdf], ".html"),
        (&["paper", HOUSING, "WO-9", "--out", &docx], "WO-9"),
        (&["paper", "wapens", NUMBER, "--out", &docx], HOUSING),
        (
            &["agenda", HOUSING, "--cases", "WO-1,WO-9", "--out", &docx],
            "WO-9",
        ),
        (
            &["agenda", HOUSING, "--where", "wijk=centrum", "--out", &docx],
            "--cases",
        ),
    ];
    for (arguments, named) in refusals {
        let sentence = place.refused(arguments);
        assert!(sentence.contains(named), "{arguments:?}: {sentence}");
    }
    let wrong_day = ["agenda", HOUSING, "--date", "31-2-2026", "--out", &docx];
    assert!(place.refused(&wrong_day).contains("31-2-2026"));
    assert!(!path.exists());
}

#[test]
fn a_meeting_has_an_agenda_and_minutes() {
    let place = place();
    let (path, file) = out(&place, "overleg.html");
    place.done(&[
        "agenda",
        HOUSING,
        "--where",
        "wijk=Meerzicht",
        "--out",
        &file,
    ]);
    let page = fs::read_to_string(&path).unwrap();
    let today = Utc::now().with_timezone(&chrono_tz::Europe::Amsterdam);
    assert!(page.contains(&format!("-{}", today.year())), "{page}");
    assert!(page.contains("1. WO-1 Bedachtlaan 12 A, 2716 ZZ"), "{page}");
    assert!(page.contains("class=\"line\""), "{page}");
    assert!(!page.contains("Vertrouwelijke"), "{page}");
    let minutes = [
        "agenda",
        HOUSING,
        "--cases",
        NUMBER,
        "--date",
        "9-11-2026",
        "--title",
        "Driehoek & co",
        "--minutes",
        "--overwrite",
        "--out",
        &file,
    ];
    place.done(&minutes);
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.contains("<h1>Driehoek &amp; co</h1>"), "{page}");
    assert!(page.contains("09-11-2026 · 1 casus"), "{page}");
    let (_, decided) = page.split_once("<h3>Besluit</h3>").unwrap();
    assert!(decided.contains("Buurtbemiddeling vragen"), "{page}");
}

#[test]
fn of_events_those_that_are_not_dealt_with_are_discussed() {
    let place = Place::with_vault();
    let today = Utc::now().with_timezone(&chrono_tz::Europe::Amsterdam);
    let rows = format!(
        "Nr;Ontvangen\nS1;{}\nS2;1-1-2020\n",
        today.format("%d-%m-%Y")
    );
    let list = place.file("signalen.csv", &rows);
    place.done(&["import", crate::support::SIGNALS, &list]);
    let (path, file) = out(&place, "overleg.html");
    place.done(&["agenda", crate::support::SIGNALS, "--out", &file]);
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.contains("1. S1"), "{page}");
    assert!(!page.contains("S2"), "{page}");
}
