//! The program fails in the middle of a request: the window goes on, says so, and nothing that was typed is lost.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::panic::panic_any;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering::SeqCst};
use std::thread;

use egui::{Key, Modifiers};
use peildatum::clock::Clock;
use peildatum::store::Vault;
use rusqlite::Connection;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::support::{ACTOR, CTRL, HOUSING, Screen, bring_in, now, text};

/// How often the clock fails from now on, where the vault service asks it.
type Failures = Arc<AtomicI64>;

/// A clock that fails where the vault service asks it.
fn failing(fail: fn()) -> (Clock, Failures) {
    let failures = Failures::default();
    let left = Arc::clone(&failures);
    let clock = Clock::telling(move || {
        let in_service = thread::current().name() == Some("peildatum vault");
        if in_service && left.load(SeqCst) > 0 {
            left.fetch_sub(1, SeqCst);
            fail();
        }
        now()
    });
    (clock, failures)
}

/// A window on a thread with a vault service on another, in which a new case is being typed.
fn typing(fail: fn()) -> (Screen, Failures) {
    let (clock, failures) = failing(fail);
    let mut screen = Screen::threaded(clock);
    screen.press_with(CTRL, Key::N);
    screen.write("2711 AB");
    screen.wait_until("the draft is kept", |screen| {
        screen.shows_part("Concept bewaard")
    });
    (screen, failures)
}

fn fault() {
    panic!("a fault of the program");
}

/// A fault that stops even whoever catches it.
struct Deadly;

impl Drop for Deadly {
    fn drop(&mut self) {
        panic!("and another one");
    }
}

#[test]
fn what_fails_is_said_and_the_window_goes_on_where_it_was() {
    let (mut screen, failures) = typing(fault);
    failures.store(1, SeqCst);
    screen.wait_until("it is said", |screen| {
        screen.shows(&text("vault-request-failed"))
    });
    assert_eq!(failures.load(SeqCst), 0);
    assert_eq!(screen.value("Postcode"), "2711 AB");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    screen.wait_until("the case is stored", |screen| {
        screen.shows_part("00001 is opgeslagen")
    });
    assert_eq!(screen.stored(HOUSING).len(), 1);
    assert!(screen.drafts().is_empty());
}

#[test]
fn while_the_vault_cannot_be_opened_again_what_is_typed_is_kept_beside_it() {
    let (mut screen, failures) = typing(fault);
    failures.store(i64::MAX, SeqCst);
    screen.wait_until("it is said", |screen| {
        screen.shows_part("Wat u typt, wordt intussen bewaard in map")
    });
    screen.expect(&text("form-vault-lost"));
    screen.tab_to("Huisnummer");
    screen.write("77");
    screen.press_with(CTRL, Key::Enter);
    assert!(!screen.shows(&text("form-saving")));
    let drafts = screen.vault_folder().join("drafts");
    let kept = || -> Vec<_> {
        let entries = fs::read_dir(&drafts).into_iter().flatten().flatten();
        let files = entries.map(|entry| fs::read_to_string(entry.path()).unwrap());
        files.collect()
    };
    screen.wait_until(
        "it is kept",
        |_| matches!(&kept()[..], [one] if one.contains("\\\"77\\\"")),
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let file = fs::read_dir(&drafts).unwrap().next().unwrap().unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0);
    }
    failures.store(0, SeqCst);
    screen.wait_until("the vault is back", |screen| {
        screen.shows(&text("vault-back"))
    });
    assert!(!screen.shows_part("Wat u typt, wordt intussen bewaard in map"));
    assert!(!drafts.exists());
    let stored = screen.drafts();
    assert!(stored.len() == 1 && stored[0].content.contains("77"));
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    screen.wait_until("the case is stored", |screen| {
        screen.shows_part("is opgeslagen")
    });
    assert!(screen.drafts().is_empty());
}

#[test]
fn where_the_service_is_gone_nothing_is_being_stored_for_ever_and_what_is_typed_comes_back() {
    let (mut screen, failures) = typing(|| panic_any(Deadly));
    failures.store(i64::MAX, SeqCst);
    screen.wait_until("it is said", |screen| {
        screen.shows(&text("vault-service-gone"))
    });
    screen.tab_to("Huisnummer");
    screen.write("77");
    screen.press_with(CTRL, Key::Enter);
    screen.pause();
    assert!(!screen.shows(&text("form-saving")));
    screen.expect(&text("form-vault-lost"));
    let mut screen = screen.crash();
    screen.click("Verder met concept 2711 AB 77, bewaard om 10:30");
    assert_eq!(screen.value("Huisnummer"), "77");
    assert_eq!(screen.drafts()[0].actor, ACTOR);
}

/// A window in which a case was stored, and a copy of the file from before.
fn stored_one() -> (Screen, PathBuf, PathBuf) {
    let mut screen = Screen::threaded(Clock::fixed(now()));
    let file = screen.vault_folder().join("woonoverlast.db");
    let copy = screen.folder.path().join("copy.db");
    let other = Connection::open(&file).unwrap();
    let into = [copy.to_str().unwrap()];
    other.execute("VACUUM INTO ?1", into).unwrap();
    drop(other);
    screen.press_with(CTRL, Key::N);
    screen.write("2715 AB");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    screen.wait_until("the case is stored", |screen| {
        screen.shows_part("is opgeslagen")
    });
    (screen, file, copy)
}

#[test]
fn a_backup_that_is_put_back_under_an_open_window_is_shown_and_what_is_typed_goes_into_it() {
    let (mut screen, file, copy) = stored_one();
    screen.press_with(CTRL, Key::N);
    screen.write("2711 AB");
    for log in ["db-wal", "db-shm"] {
        fs::remove_file(file.with_extension(log)).unwrap();
    }
    fs::rename(&copy, &file).unwrap();
    screen.press_with(CTRL, Key::Enter);
    screen.wait_until("it is said", |screen| {
        screen.shows_part("is vervangen terwijl het open was")
    });
    assert_eq!(screen.value("Postcode"), "2711 AB");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    screen.wait_until("the case is stored", |screen| {
        screen.shows_part("is opgeslagen")
    });
    assert_eq!(screen.stored(HOUSING).len(), 1);
}

#[test]
fn a_file_that_is_gone_is_said_on_every_screen_until_it_is_back() {
    let (mut screen, file, _) = stored_one();
    screen.press_with(CTRL, Key::N);
    screen.write("2711 AB");
    screen.fill_required();
    let away = file.with_extension("away");
    fs::rename(&file, &away).unwrap();
    screen.press_with(CTRL, Key::Enter);
    screen.wait_until("it is said", |screen| {
        screen.shows_part("Woonoverlast: Bestand") && screen.shows_part("is weg of leeg")
    });
    assert!(!screen.shows_part("is opgeslagen"));
    assert_eq!(screen.value("Postcode"), "2711 AB");
    fs::rename(&away, &file).unwrap();
    screen.wait_until("it is back", |screen| !screen.shows_part("is weg of leeg"));
    screen.press_with(CTRL, Key::Enter);
    screen.wait_until("the case is stored", |screen| {
        screen.shows_part("is opgeslagen")
    });
    assert_eq!(screen.stored(HOUSING).len(), 2);
}

#[test]
fn in_a_damaged_file_is_read_and_nothing_is_stored_and_what_is_typed_is_kept() {
    let mut screen = Screen::threaded_on(Clock::fixed(now()), |folder| {
        let mut vault = Vault::open(folder, now()).unwrap();
        bring_in(&mut vault, HOUSING, "woonoverlast-2024.csv");
        drop(vault);
        let file = folder.join("woonoverlast.db");
        // Every page of an index that is not needed to show cases.
        let other = Connection::open(&file).unwrap();
        let query = "SELECT rootpage FROM sqlite_schema WHERE name LIKE 'search%data'";
        let page: u32 = other.query_row(query, [], |row| row.get(0)).unwrap();
        drop(other);
        let mut file = fs::OpenOptions::new().write(true).open(&file).unwrap();
        file.seek(SeekFrom::Start(u64::from(page - 1) * 4096))
            .unwrap();
        file.write_all(&[0xFF; 4096]).unwrap();
    });
    screen.wait_until("it is said", |screen| {
        screen.shows_part("is beschadigd: misschien is niet alles te lezen")
    });
    screen.wait_until("the cases are read", |screen| !screen.rows().is_empty());
    screen.press_with(CTRL, Key::N);
    screen.write("2711 AB");
    screen.wait_until("the draft is kept", |screen| {
        screen.shows_part("Concept bewaard")
    });
    assert!(screen.vault_folder().join("drafts").exists());
}

#[test]
fn a_workbook_with_a_cell_beyond_all_counting_is_a_sentence() {
    let mut screen = Screen::threaded(Clock::fixed(now()));
    let file = screen.folder.path().join("meldingen.xlsx");
    for place in ["A99999999999", "ZZZZZZZZZ1"] {
        let mut zip = ZipWriter::new(File::create(&file).unwrap());
        for (name, content) in [
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", SHEETS),
            ("xl/worksheets/sheet1.xml", &sheet(place)),
        ] {
            let options = SimpleFileOptions::default();
            zip.start_file(name, options).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
        screen.press_with(CTRL, Key::I);
        screen.overwrite(&file.display().to_string());
        screen.harness.key_press(Key::Enter);
        screen.wait_until("it is refused", |screen| {
            screen.shows_part("meldingen.xlsx") && screen.shows_part("kan niet worden gelezen")
        });
        screen.press(Key::Escape);
    }
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.press_with(CTRL, Key::N);
    screen.write("2711 AB");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    screen.wait_until("the case is stored", |screen| {
        screen.shows_part("is opgeslagen")
    });
}

const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEETS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A sheet with a number in this cell.
fn sheet(place: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:{place}"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nr</t></is></c></row><row r="99999999999"><c r="{place}"><v>1</v></c></row></sheetData></worksheet>"#
    )
}
