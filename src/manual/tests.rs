//! Both languages tell the same, and every link leads somewhere.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag};

use super::chapter::parser;
use super::{Chapter, Link, Screen, Section, chapter, chapters, search};
use crate::language::Language;

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
        (Language::Dutch, "financie\u{308}n"),
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
