//! Documents of a case: dropped on the window or chosen, kept in the vault, opened and taken out again.

use std::fs;

use egui::Key;
use peildatum::register::ATTACHMENT;
use peildatum::store::LARGEST_DOCUMENT;

use super::support::{CTRL, HOUSING, Screen, text};
use super::timeline::{items, stored, timeline};

fn file(screen: &Screen, name: &str, content: &[u8]) -> std::path::PathBuf {
    let path = screen.folder.path().join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn a_dropped_file_becomes_a_document_of_the_case_on_the_screen() {
    let mut screen = timeline();
    let letter = file(&screen, "brief.pdf", &[7; 1_300_000]);
    screen.drop_file(&letter);
    screen.expect("brief.pdf is toegevoegd");
    screen.expect("brief.pdf, 1,2 MB");
    assert!(items(&screen)[0].starts_with("brief.pdf, vandaag 10:30, 1,2 MB"));
    let entry = stored(&screen, "W2209").remove(0);
    assert_eq!(entry.state.kind, ATTACHMENT);
    let vault = screen.vault();
    let kept = vault.store(HOUSING).unwrap().document(entry.key).unwrap();
    assert_eq!(kept, fs::read(letter).unwrap());
}

#[test]
fn a_table_is_attached_too_and_the_way_to_import_it_is_said() {
    let mut screen = timeline();
    let table = file(&screen, "lijst.csv", b"a;b\n1;2\n");
    screen.drop_file(&table);
    screen.expect_part("lijst.csv is als bijlage toegevoegd");
    screen.expect_part("Sluit dan eerst de zaak");
    screen.press(Key::F6);
    screen.press(Key::Escape);
    screen.drop_file(&table);
    screen.expect_part("importeren");
    assert_eq!(
        stored(&screen, "W2209").len(),
        4,
        "once attached, once imported"
    );
}

#[test]
fn a_file_that_is_too_large_is_refused_with_the_limit() {
    let mut screen = timeline();
    let path = screen.folder.path().join("film.mp4");
    let large = fs::File::create(&path).unwrap();
    large.set_len(LARGEST_DOCUMENT + 1).unwrap();
    screen.drop_file(&path);
    screen.expect_part("hoogstens 25 MB");
    assert_eq!(stored(&screen, "W2209").len(), 3);
}

#[test]
fn what_cannot_be_attached_is_said_beside_the_path_that_was_typed() {
    let mut screen = timeline();
    let path = screen.folder.path().join("film.mp4");
    let large = fs::File::create(&path).unwrap();
    large.set_len(LARGEST_DOCUMENT + 1).unwrap();
    let empty = file(&screen, "leeg.pdf", b"");
    let folder = screen.folder.path().to_owned();
    screen.press_with(CTRL, Key::B);
    for (path, why) in [
        (path, "hoogstens 25 MB. Maak het kleiner"),
        (empty, "is leeg"),
        (folder.join("weg.pdf"), "is niet gevonden"),
        (folder, "is een map"),
    ] {
        screen.overwrite(&path.display().to_string());
        screen.press_with(CTRL, Key::Enter);
        screen.expect_part(why);
        let typed = screen.value(&text("documents-path"));
        assert_eq!(typed, path.display().to_string());
        assert_eq!(screen.focused().as_deref(), Some(&*text("documents-path")));
    }
    assert_eq!(stored(&screen, "W2209").len(), 3);
    let letter = file(&screen, "brief.pdf", b"Verzonnen");
    screen.overwrite(&letter.display().to_string());
    screen.press_with(CTRL, Key::Enter);
    screen.expect("brief.pdf is toegevoegd");
    assert!(!screen.shows(&text("documents-path")));
}

#[test]
fn a_document_is_attached_and_taken_out_by_keyboard() {
    let mut screen = timeline();
    let letter = file(&screen, "besluit.docx", b"Verzonnen besluit");
    screen.press_with(CTRL, Key::B);
    assert_eq!(screen.focused().as_deref(), Some(&*text("documents-path")));
    screen.expect_part("hoogstens 25 MB");
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("documents-needs-path"));
    screen.write(&letter.display().to_string());
    screen.press_with(CTRL, Key::Enter);
    screen.expect("besluit.docx is toegevoegd");
    screen.click("besluit.docx bewaren");
    let taken = screen.folder.path().join("eruit.docx");
    screen.overwrite(&letter.display().to_string());
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("documents-exists"));
    screen.overwrite(&taken.display().to_string());
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(fs::read(&taken).unwrap(), b"Verzonnen besluit");
    screen.expect_part("Bestand bewaard als");
    fs::write(&taken, "Iets anders").unwrap();
    screen.click("besluit.docx bewaren");
    screen.overwrite(&taken.display().to_string());
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("documents-exists"));
    assert_eq!(fs::read(&taken).unwrap(), b"Iets anders");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(
        fs::read(&taken).unwrap(),
        b"Verzonnen besluit",
        "the second time it is replaced"
    );
}

#[test]
fn every_file_that_is_dropped_at_once_is_attached() {
    let mut screen = timeline();
    let before = stored(&screen, "W2209").len();
    let one = file(&screen, "een.pdf", b"Verzonnen");
    let two = file(&screen, "twee.pdf", b"Ook verzonnen");
    screen.drop_files(&[&one, &two]);
    assert_eq!(stored(&screen, "W2209").len(), before + 2);
    screen.expect_part("een.pdf, ");
    screen.expect_part("twee.pdf, ");
}

#[test]
fn what_could_run_is_never_opened_and_saved_only_with_a_warning() {
    let mut screen = timeline();
    // A right-to-left mark before `fdp` shows this as `factuurexe.pdf`.
    let program = file(&screen, "factuur\u{202e}fdp.exe", b"Verzonnen programma");
    screen.drop_file(&program);
    screen.expect("factuurfdp.exe is toegevoegd");
    screen.click("factuurfdp.exe, 1 kB");
    screen.expect_part("factuurfdp.exe wordt niet geopend");
    screen.click("factuurfdp.exe bewaren");
    screen.expect_part("Let op: een bestand als factuurfdp.exe");
    let saved = screen.folder.path().join("bewaard.exe");
    screen.overwrite(&saved.display().to_string());
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(fs::read(&saved).unwrap(), b"Verzonnen programma");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&saved).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0, "{mode:o}");
    }
}
