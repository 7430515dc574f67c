//! The files: a Word file that is one, a page that is safe, and a disk on which nothing gets lost.

use std::fs;

use peildatum::language::{Explain, Language};
use peildatum::register::{CaseState, EntryState, Registers, Spell};
use peildatum::report::{
    CaseContents, Document, DocumentFormat, SaveError, Scope, docx, html, save,
};

use crate::support::{
    Filling, HOUSING, at, day, filled, on_paper, parts, read_xml, register, summary, text,
};

/// What breaks a page that does not mind its letters.
const NASTY: &str =
    "</td></table><script>alert('\"')</script> & &amp; ]]> <!-- \u{0}\u{1b}\u{ffff} \\";
/// How it reads when nothing in it means anything.
const HARMLESS: &str = "</td></table><script>alert('\"')</script> & &amp; ]]> <!--  \\";
const UNICODE: &str = "Żółć Ñandú 漢字 👩‍👩‍👧 Ĳsselmeer ﷽";

fn nasty() -> Document {
    let mut state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 2))],
        ..CaseState::default()
    };
    state.set("behandelaar", Some(text(NASTY)));
    let entry = EntryState::at("besluit", at(day(2026, 11, 3), 9, 0))
        .with("besluit", text(&format!("{UNICODE}\r\n{NASTY}")))
        .with("door", text("\t\n"));
    let mut case = on_paper(&register(HOUSING), state, vec![entry]);
    case.case.number = format!("{NASTY}{UNICODE}");
    summary(&case, Scope::All)
}

/// A case of which nothing is known but its begin.
fn quiet() -> CaseContents {
    let state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 2))],
        ..CaseState::default()
    };
    on_paper(&register(HOUSING), state, Vec::new())
}

#[test]
fn a_page_means_nothing_by_what_stands_in_it() {
    let page = html(&nasty());
    assert!(!page.contains("<script"), "{page}");
    assert!(!page.contains("<!--"), "{page}");
    let texts = read_xml(&page);
    assert!(texts.iter().any(|text| text == HARMLESS), "{texts:#?}");
    assert!(
        texts.iter().any(|text| text.starts_with(UNICODE)),
        "{texts:#?}"
    );
    // The foot of the page stands in the style.
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    assert!(!style.contains("alert(") && !style.contains('&'), "{style}");
    assert_eq!(page.matches("<style>").count(), 1);
    let quiet = html(&summary(&quiet(), Scope::Shareable));
    let foot = r#"content: "Woonoverlast \b7  WO\2d 2026\2d 00001 \b7  alleen deelbare gegevens";"#;
    assert!(quiet.contains(foot), "{quiet}");
}

#[test]
fn a_page_is_one_file_that_can_be_read_aloud() {
    for definition in Registers::shipped().unwrap().all() {
        let case = filled(definition, 3, &mut Filling::variant(1));
        let page = html(&summary(&case, Scope::All));
        read_xml(&page);
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
        for elsewhere in ["http", "src=", "href=", "url(", "@import", "<script"] {
            assert!(!page.contains(elsewhere), "{} {elsewhere}", definition.id);
        }
        let rows = page.matches("<tr>").count();
        assert_eq!(page.matches("<th scope=\"row\">").count(), rows);
        assert_eq!(page.matches("<h1>").count(), 1);
    }
}

#[test]
fn a_word_file_is_whole_and_holds_the_facts() {
    for definition in Registers::shipped().unwrap().all() {
        let mut filling = Filling::variant(1);
        let case = filled(definition, 3, &mut filling);
        let parts = parts(&docx(&summary(&case, Scope::All)).unwrap());
        for (name, part) in &parts {
            if name.ends_with(".xml") || name.ends_with(".rels") {
                read_xml(part);
            }
        }
        let texts = read_xml(&parts["word/document.xml"]);
        for known in filling.shared.iter().chain(&filling.secret) {
            let told = texts.iter().any(|text| text.contains(known));
            assert!(told, "{} {known}", definition.id);
        }
    }
}

#[test]
fn a_word_file_minds_its_letters() {
    let parts = parts(&docx(&nasty()).unwrap());
    let texts = read_xml(&parts["word/document.xml"]);
    assert!(texts.iter().any(|text| text == HARMLESS), "{texts:#?}");
    assert!(texts.iter().any(|text| text == UNICODE), "{texts:#?}");
    read_xml(&parts["docProps/core.xml"]);
    let footer = read_xml(&parts["word/footer1.xml"]).concat();
    assert!(footer.contains(HARMLESS), "{footer}");
}

#[test]
fn a_word_file_has_headings_a_language_a_title_and_numbered_pages() {
    let parts = parts(&docx(&summary(&quiet(), Scope::Shareable)).unwrap());
    let document = &parts["word/document.xml"];
    for style in ["Heading1", "Heading2"] {
        assert!(document.contains(&format!("<w:pStyle w:val=\"{style}\" />")));
    }
    let styles = &parts["word/styles.xml"];
    assert!(
        styles.contains("<w:name w:val=\"heading 1\" />"),
        "{styles}"
    );
    assert!(styles.contains("<w:lang w:val=\"nl-NL\" />"), "{styles}");
    let core = &parts["docProps/core.xml"];
    assert!(core.contains("<dc:title>Woonoverlast · WO-2026-00001 · Casus WO-2026-00001"));
    assert!(core.contains("<dc:language>nl-NL</dc:language>"), "{core}");
    assert!(core.contains("2026-11-23T08:15:00Z"), "{core}");
    let footer = &parts["word/footer1.xml"];
    assert!(
        footer.contains("PAGE") && footer.contains("NUMPAGES"),
        "{footer}"
    );
    assert!(footer.contains("alleen deelbare gegevens"), "{footer}");
}

#[test]
fn a_file_is_written_whole_and_overwritten_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let document = nasty();
    let path = folder.path().join("zaak.HTML");
    save(&document, &path, false).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), html(&document));
    fs::write(&path, "iets anders").unwrap();
    let refused = save(&document, &path, false).unwrap_err();
    assert!(matches!(refused, SaveError::Exists(_)), "{refused}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "iets anders");
    save(&document, &path, true).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), html(&document));
    let beside = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(beside, 1, "nothing is left beside it");
}

#[test]
fn a_refusal_says_what_would_be_right() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["zaak.pdf", "zaak", "docx"] {
        let refused = DocumentFormat::of(&folder.path().join(name)).unwrap_err();
        let sentence = refused.explain(Language::Dutch);
        assert!(
            sentence.contains(".docx") && sentence.contains(name),
            "{sentence}"
        );
    }
    let nowhere = folder.path().join("geen-map").join("zaak.docx");
    let refused = save(&nasty(), &nowhere, false).unwrap_err();
    assert!(refused.explain(Language::Dutch).contains("geen-map"));
    assert!(!nowhere.exists());
}
