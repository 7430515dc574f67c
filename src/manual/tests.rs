//! Both languages tell the same, every link leads somewhere, and the reference of definitions names every key there is.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag};

use super::chapter::parser;
use super::{Chapter, Link, Screen, Section, chapter, chapters, search};
use crate::figures::Measure;
use crate::language::Language;
use crate::register::{
    DefinitionError, DefinitionFile, DefinitionFiles, Derived, Direction, FieldKind, Layers,
    Mistake, Registers, Sensitivity, StandardTable, Unit,
};

fn headings(chapter: &Chapter) -> Vec<u8> {
    chapter
        .sections
        .iter()
        .map(|section| section.level)
        .collect()
}

#[test]
fn both_languages_have_the_same_chapters_with_the_same_headings() {
    let ids = |language| -> Vec<&str> {
        let chapters = chapters(language).iter();
        chapters.map(|chapter| chapter.id.as_str()).collect()
    };
    assert!(ids(Language::Dutch).len() > 8, "the chapters are shipped");
    assert_eq!(ids(Language::Dutch), ids(Language::English));
    for dutch in chapters(Language::Dutch) {
        let english = chapter(Language::English, &dutch.id).unwrap();
        assert_eq!(headings(dutch), headings(english), "{}", dutch.id);
    }
}

#[test]
fn every_chapter_begins_with_the_one_heading_that_is_its_title() {
    for language in Language::ALL {
        for chapter in chapters(language) {
            let place = format!("{}/{}", language.code(), chapter.id);
            assert!(chapter.text.starts_with("# "), "{place}");
            assert!(!chapter.title.is_empty(), "{place}");
            let titles = headings(chapter).into_iter().filter(|level| *level == 1);
            assert_eq!(titles.count(), 1, "{place}");
            for Section { heading, .. } in &chapter.sections {
                assert!(!heading.trim().is_empty(), "{place}");
            }
        }
    }
}

#[test]
fn every_link_leads_to_a_screen_or_to_a_chapter() {
    let mut led_to = BTreeSet::new();
    for language in Language::ALL {
        for chapter in chapters(language) {
            for event in parser(&chapter.text) {
                if let Event::Start(Tag::Link { dest_url, .. }) = event {
                    let place = format!("{}/{}: {dest_url}", language.code(), chapter.id);
                    assert!(Link::of(&dest_url).is_some(), "{place}");
                    led_to.insert((language.code(), dest_url.to_string()));
                }
            }
        }
        for (name, _) in Screen::NAMES {
            let link = (language.code(), format!("peildatum:{name}"));
            assert!(led_to.contains(&link), "nothing leads to {link:?}");
        }
    }
    assert_eq!(
        Link::of("peildatum:figures"),
        Some(Link::Screen(Screen::Figures))
    );
    assert_eq!(Link::of("peildatum:nowhere"), None);
    assert_eq!(Link::of("https://example.org"), None);
    assert_eq!(Link::of("nowhere.md"), None);
}

#[test]
fn a_screen_is_called_as_the_command_that_goes_there() {
    for (name, _) in Screen::NAMES {
        let id = ["command", name].join("-");
        assert_ne!(Language::Dutch.text(&id), id);
    }
}

#[test]
fn a_word_is_found_in_both_languages_whatever_its_capitals_and_accents() {
    for (language, typed) in [
        (Language::Dutch, "FINANCIEN"),
        (Language::English, "finances"),
    ] {
        let hits = search(language, typed);
        assert!(!hits.is_empty(), "{typed}");
        let first = &hits[0];
        assert!(first.section.heading.to_lowercase().contains("financ"));
        assert_eq!(first.chapter.id, "50-indicators");
        assert!(hits.iter().all(|hit| !hit.excerpt.contains("peildatum:")));
    }
    let begin = search(Language::Dutch, "reeksbr");
    assert!(begin.iter().any(|hit| hit.excerpt.contains("reeksbreuk")));
    assert_eq!(
        search(Language::Dutch, "reeksbreuk woordwatnietbestaat"),
        []
    );
    assert_eq!(search(Language::Dutch, " ?! "), []);
}

#[test]
fn markup_is_no_part_of_what_is_found_and_comments_are_no_part_of_a_chapter() {
    let chapter = Chapter::read(
        "1",
        "<!-- for the writer -->\n# A `b`\n\nOne **tw**o\nthree, see [here](peildatum:help).\n\n## C\n\n- four\n- five\n",
    );
    assert_eq!(chapter.title, "A b");
    assert!(!chapter.text.contains("writer"));
    let words: Vec<&str> = chapter
        .sections
        .iter()
        .map(|one| one.words.as_str())
        .collect();
    assert_eq!(words, ["One two three, see here.", "four five"]);
    assert_eq!(chapter.sections[1].text, "- four\n- five");
}

/// The keys that may stand in a table of a definition file: a file with a key that does not exist is refused with those.
fn keys(folder: &str, text: &str) -> Vec<String> {
    let file = vec![DefinitionFile {
        name: "test.toml".to_owned(),
        text: text.to_owned(),
    }];
    let mut own = DefinitionFiles::default();
    match folder {
        DefinitionFiles::LISTS => own.lists = file,
        DefinitionFiles::ENTRIES => own.entries = file,
        DefinitionFiles::INDICATORS => own.indicators = file,
        _ => own.registers = file,
    }
    let layers = Layers {
        own,
        ..Layers::default()
    };
    let errors = match folder {
        DefinitionFiles::INDICATORS => layers
            .indicators(&Registers::shipped().unwrap())
            .unwrap_err(),
        _ => layers.read().unwrap_err(),
    };
    let [DefinitionError { mistake, .. }] = &errors[..] else {
        panic!("{text}: {errors:?}");
    };
    let Mistake::Unknown { expected, .. } = mistake else {
        panic!("{text}: {mistake:?}");
    };
    // Of two keys serde says "one or the other".
    let expected = expected.replace(" or ", ", ");
    expected.split(", ").map(str::to_owned).collect()
}

/// Whether a section of the reference names this key or value.
fn names(section: &Section, word: &str) -> bool {
    section.text.contains(&format!("`{word}`"))
}

#[test]
fn the_reference_of_definitions_names_every_key() {
    // What stands in a table that does not exist is asked for with a key that no table has.
    let tables = [
        ("registers", "registers/", "x = 1"),
        ("registers", "{ nl, en }", "label = { x = 1 }"),
        ("registers", "[case]", "[case]\nx = 1"),
        ("registers", "[retention]", "[retention]\nx = 1"),
        (
            "registers",
            "[[retention.exception]]",
            "[[retention.exception]]\nx = 1",
        ),
        ("registers", "[begin]", "[begin]\nx = 1"),
        ("registers", "[begin]", "[end]\nx = 1"),
        ("registers", "[begin]", "[number]\nx = 1"),
        ("registers", "[[field]]", "[[field]]\nx = 1"),
        ("registers", "only_with", "[[field]]\nonly_with = { x = 1 }"),
        ("registers", "choices", "[[field]]\nchoices = [{ x = 1 }]"),
        ("registers", "[[status]]", "[[status]]\nx = 1"),
        ("registers", "[outcome]", "[outcome]\nx = 1"),
        ("registers", "[[outcome.flag]]", "[[outcome.flag]]\nx = 1"),
        ("registers", "[work]", "[work]\nx = 1"),
        ("registers", "[next_action]", "[next_action]\nx = 1"),
        ("registers", "[[term]]", "[[term]]\nx = 1"),
        ("registers", "[[entry]]", "[[entry]]\nx = 1"),
        ("registers", "[ladder]", "[ladder]\nx = 1"),
        ("registers", "[[ladder.rung]]", "[[ladder.rung]]\nx = 1"),
        ("registers", "[leads_to]", "[leads_to]\nx = 1"),
        ("registers", "[[text]]", "[[text]]\nx = 1"),
        ("registers", "[bands]", "[bands]\nx = 1"),
        ("registers", "[[table]]", "[[table]]\nx = 1"),
        ("lists", "lists/", "x = 1"),
        ("indicators", "[[indicator]]", "[[indicator]]\nx = 1"),
        (
            "indicators",
            "[[indicator.part]]",
            "[[indicator]]\n[[indicator.part]]\nx = 1",
        ),
        ("indicators", "counts", "[[indicator]]\ncounts = { x = 1 }"),
        ("indicators", "ratio", "[[indicator]]\nratio = { x = 1 }"),
        (
            "indicators",
            "ratio",
            "[[indicator]]\nratio = { of = { x = 1 } }",
        ),
    ];
    for language in Language::ALL {
        let reference = chapter(language, "60-definitions").unwrap();
        for (folder, heading, text) in tables {
            let mut sections = reference.sections.iter();
            let section = sections.find(|section| section.heading.contains(heading));
            let section = section.unwrap_or_else(|| panic!("no heading with {heading}"));
            for key in keys(folder, text) {
                let place = format!("{}: {heading}: {key}", language.code());
                assert!(names(section, &key), "{place}");
            }
        }
    }
}

/// The text of every block of TOML in a Markdown text.
fn definitions(text: &str) -> impl Iterator<Item = &str> {
    let blocks = text.split("```toml\n").skip(1);
    blocks.filter_map(|block| Some(block.split_once("```")?.0))
}

#[test]
fn a_register_that_is_shown_whole_is_right() {
    let of_manual = Language::ALL.map(|language| {
        let reference = chapter(language, "60-definitions").unwrap();
        reference.text.as_str()
    });
    let readme = include_str!("../../README.md");
    for text in of_manual.into_iter().chain([readme]) {
        let shown = definitions(text).collect::<Vec<_>>();
        assert_eq!(shown.len(), 1);
        let file = DefinitionFile {
            name: "test.toml".to_owned(),
            text: shown[0].to_owned(),
        };
        let own = DefinitionFiles {
            registers: vec![file],
            ..DefinitionFiles::default()
        };
        let registers = Registers::read(&DefinitionFiles::shipped(), &own).unwrap();
        assert!(registers.get("parkeren").is_some());
    }
}

#[test]
fn the_reference_of_definitions_names_every_value_that_is_one_of_a_few() {
    fn all<T>(names: &[(&'static str, T)]) -> Vec<&'static str> {
        names.iter().map(|(name, _)| *name).collect()
    }
    let values = [
        all(&FieldKind::NAMES),
        all(&Sensitivity::NAMES),
        all(&Measure::NAMES),
        all(&Derived::NAMES),
        all(&Unit::NAMES),
        all(&Direction::NAMES),
        StandardTable::CHARTS.to_vec(),
        vec!["spell", "event", "begin", "einde"],
        vec!["field", "status", "entry"],
        vec!["nummer", "vandaag", "uitkomst", "behandelaar", "gebruiker"],
    ];
    for language in Language::ALL {
        let reference = chapter(language, "60-definitions").unwrap();
        for value in values.concat() {
            let named = reference
                .sections
                .iter()
                .any(|section| names(section, value));
            assert!(named, "{}: {value}", language.code());
        }
    }
}
