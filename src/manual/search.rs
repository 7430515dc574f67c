//! Looking for words in the manual: a section is found by the beginnings of words in it, whatever their capitals and accents.

use super::chapter::{Chapter, Section};
use super::chapters;
use crate::language::{Language, folded};

/// How many words of a section an excerpt shows.
const EXCERPT: usize = 24;
/// How many of them stand before the first word that was found.
const BEFORE: usize = 6;
/// What says that there is more.
const MORE: &str = "…";

/// A section in which all words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The chapter.
    pub chapter: &'static Chapter,
    /// The section of it.
    pub section: &'static Section,
    /// The words around the first one that was found, without markup.
    pub excerpt: String,
}

/// The sections in which every word is the beginning of a word: those that are called so first, then in the order of the
/// manual. Without a word there are none.
pub fn search(language: Language, words: &str) -> Vec<Hit> {
    let wanted: Vec<String> = pieces(&folded(words)).map(str::to_owned).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let chapters = chapters(language).iter();
    let sections = chapters.flat_map(|chapter| {
        let sections = chapter.sections.iter();
        sections.map(move |section| (chapter, section))
    });
    let hits = sections.filter_map(|(chapter, section)| {
        let called = begins(&section.heading, &wanted);
        let said = begins(&section.words, &wanted);
        let found = called
            .iter()
            .zip(&said)
            .all(|(called, said)| *called || *said);
        let hit = || Hit {
            chapter,
            section,
            excerpt: excerpt(&section.words, &wanted),
        };
        found.then(|| (called.contains(&false), hit()))
    });
    let mut hits: Vec<(bool, Hit)> = hits.collect();
    hits.sort_by_key(|(is_text, _)| *is_text);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Of each wanted word whether it begins a word of the text.
fn begins(text: &str, wanted: &[String]) -> Vec<bool> {
    let text = folded(text);
    let begins = |wanted: &String| pieces(&text).any(|word| word.starts_with(wanted.as_str()));
    wanted.iter().map(begins).collect()
}

/// The words around the first one that is wanted; the first words where none is.
fn excerpt(text: &str, wanted: &[String]) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_wanted = |word: &&str| begins(word, wanted).contains(&true);
    let first = words.iter().position(is_wanted).unwrap_or_default();
    let from = first.saturating_sub(BEFORE);
    let to = words.len().min(from + EXCERPT);
    let before = if from > 0 { MORE } else { "" };
    let behind = if to < words.len() { MORE } else { "" };
    let shown = [&[before], &words[from..to], &[behind]].concat();
    shown.join(" ").trim().to_owned()
}

/// The words of a text, without what stands between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(|letter: char| !letter.is_alphanumeric());
    pieces.filter(|piece| !piece.is_empty())
}
