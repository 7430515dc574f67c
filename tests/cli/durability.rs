//! What was reported is kept, also when the program dies at once; what was not reported is there whole or not at all.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::{HOUSING, Place, data};

fn started(place: &Place, file: &str) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin!())
        .arg("--vault")
        .arg(place.vault())
        .args(["import", HOUSING, file])
        .env("XDG_CONFIG_HOME", place.folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn an_import_that_was_reported_survives_a_kill() {
    for _ in 0..5 {
        let place = Place::with_vault();
        let mut child = started(&place, data("woonoverlast-2024.csv").to_str().unwrap());
        let mut report = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut report)
            .unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(report.contains("210 toegevoegd"), "{report}");
        assert_eq!(place.count(HOUSING), 210);
    }
}

const ROWS: u64 = 8000;

fn large_file(place: &Place) -> String {
    let mut text = String::from("Zaaknummer;Datum melding;Wijk;Omschrijving\n");
    for row in 0..ROWS {
        let day = row % 28 + 1;
        writeln!(text, "K{row};{day:02}-01-2024;Centrum;verzonnen").unwrap();
    }
    place.file("groot.csv", &text)
}

/// Kills an import of the large file as soon as the moment has come, and looks what is left.
fn killed_at(moment: impl Fn(&Place) -> bool) {
    let place = Place::with_vault();
    let file = large_file(&place);
    let mut child = started(&place, &file);
    while !moment(&place) && child.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(200));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let mut report = String::new();
    let out = child.stdout.as_mut().unwrap();
    out.read_to_string(&mut report).unwrap();
    let kept = place.count(HOUSING);
    assert!(kept == 0 || kept == ROWS, "{kept} rows");
    assert!(report.is_empty() || kept == ROWS, "{report}");
    // The vault can be worked in: the same file again brings it to the same state.
    let again = place.json(&["import", HOUSING, &file]);
    assert_eq!(again["added"].as_u64().unwrap(), ROWS - kept);
    assert_eq!(place.count(HOUSING), ROWS);
}

#[test]
fn an_import_that_is_killed_at_any_moment_leaves_all_of_its_rows_or_none() {
    let whole = Place::with_vault();
    let file = large_file(&whole);
    let begin = Instant::now();
    assert!(started(&whole, &file).wait().unwrap().success());
    let needed = begin.elapsed();
    assert_eq!(whole.count(HOUSING), ROWS);
    for fifth in 1..=5 {
        let begin = Instant::now();
        killed_at(|_| begin.elapsed() > needed.mul_f64(f64::from(fifth) / 5.0));
    }
}

#[test]
fn an_import_that_is_killed_while_it_writes_leaves_all_of_its_rows_or_none() {
    for written in [100_000, 500_000, 1_000_000, 2_000_000] {
        killed_at(|place| {
            let log = place.vault().join("woonoverlast.db-wal");
            fs::metadata(log).is_ok_and(|log| log.len() > written)
        });
    }
}

#[test]
fn a_reader_that_stops_reading_does_not_disturb() {
    let place = Place::empty();
    place.done(&["demo", "--no-window", "--cases", "2000"]);
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!())
        .arg("--vault")
        .arg(place.vault())
        .args(["cases", HOUSING, "--period", "2019-01-01..2026-12-31"])
        .env("XDG_CONFIG_HOME", place.folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Far more is written than a pipe holds.
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn an_export_that_is_killed_leaves_a_whole_file_or_only_a_hidden_one() {
    let place = Place::with_vault();
    place.done(&[
        "import",
        HOUSING,
        data("woonoverlast-2024.csv").to_str().unwrap(),
    ]);
    let folder = place.folder.path().join("uit");
    fs::create_dir(&folder).unwrap();
    let list = folder.join("lijst.csv");
    let export = || {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!());
        command
            .arg("--vault")
            .arg(place.vault())
            .args(["export", HOUSING, "--overwrite", "--out"])
            .arg(&list)
            .env("XDG_CONFIG_HOME", place.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.spawn().unwrap()
    };
    let begin = Instant::now();
    assert!(export().wait().unwrap().success());
    let (needed, whole) = (begin.elapsed(), fs::metadata(&list).unwrap().len());
    for eighth in 1..=8 {
        let mut child = export();
        sleep(needed.mul_f64(f64::from(eighth) / 8.0));
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(fs::metadata(&list).unwrap().len(), whole);
        for file in fs::read_dir(&folder).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            assert!(
                name == "lijst.csv" || name.starts_with(".peildatum-"),
                "{name}"
            );
        }
    }
}
