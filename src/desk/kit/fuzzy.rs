//! Fuzzy matching of names with what is typed: letters may be missing, and one may be wrong. It is for the names of screens
//! and actions, of which there are few; cases are found by the beginnings of their words, in the index of the vault.

use std::ops::Range;

use crate::language::{fold, folded};

/// How well a name fits what was typed, and which of its letters do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FuzzyMatch {
    /// The higher, the better.
    pub score: u32,
    /// The bytes of the name that are the letters that were typed, in order.
    pub marks: Vec<Range<usize>>,
}

/// The shortest word in which a letter may be wrong, or of which letters may be missing.
const LONG_ENOUGH: usize = 3;

/// One letter of a name, as it is compared.
#[derive(Clone, Copy)]
struct Letter {
    folded: char,
    begins_word: bool,
    at: usize,
    end: usize,
}

/// How well the name fits the words that were typed. Every one has to be in it: as the beginning of a word, anywhere, with
/// letters left out (`ovlst`), or with one letter wrong (`cijvers`). Where nothing was typed every name fits.
pub fn fuzzy_match(name: &str, typed: &str) -> Option<FuzzyMatch> {
    let letters = letters(name);
    let mut whole = FuzzyMatch::default();
    for word in typed.split_whitespace() {
        let word = plain_letters(word);
        let (score, mut places) = of_word(&letters, &word)?;
        whole.score += score;
        whole.marks.extend(places.drain(..).map(|place| {
            let letter = letters[place];
            letter.at..letter.end
        }));
    }
    // Of two names that fit alike, the one of which more was typed comes first.
    whole.score = whole.score * 100 / (typed.split_whitespace().count().max(1) as u32);
    whole.score = whole.score.saturating_sub(letters.len().min(99) as u32);
    whole.marks = merged(whole.marks);
    Some(whole)
}

/// The bytes of a text where a word begins with one that was typed, as a search in content finds them.
pub fn prefix_matches(text: &str, typed: &str) -> Vec<Range<usize>> {
    let letters = letters(text);
    let mut marks = Vec::new();
    for word in typed.split_whitespace() {
        let word = plain_letters(word);
        for place in begins(&letters).filter(|place| fits_at(&letters, *place, &word)) {
            marks.push(letters[place].at..letters[place + word.len() - 1].end);
        }
    }
    merged(marks)
}

/// Whether for every word that was typed a word of the text begins with it.
pub fn matches_prefixes(text: &str, typed: &str) -> bool {
    let letters = letters(text);
    typed.split_whitespace().all(|word| {
        let word = plain_letters(word);
        begins(&letters).any(|place| fits_at(&letters, place, &word))
    })
}

fn letters(name: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(name.len());
    let mut before = ' ';
    for (at, letter) in name.char_indices() {
        let first = letters.len();
        let end = at + letter.len_utf8();
        let begins_word = letter.is_alphanumeric() && !before.is_alphanumeric();
        fold(letter, |folded| {
            letters.push(Letter {
                folded,
                begins_word: begins_word && letters.len() == first,
                at,
                end,
            });
        });
        if letters.len() > first {
            before = letter;
        } else if let Some(marked) = letters.last_mut() {
            // An accent that is written by itself belongs to the letter before it.
            marked.end = end;
        }
    }
    letters
}

/// The letters of a word that is typed, as they are compared.
fn plain_letters(word: &str) -> Vec<char> {
    folded(word).chars().collect()
}

fn begins(letters: &[Letter]) -> impl Iterator<Item = usize> {
    let places = letters.iter().enumerate();
    places
        .filter(|(_, letter)| letter.begins_word)
        .map(|(place, _)| place)
}

fn fits_at(letters: &[Letter], place: usize, word: &[char]) -> bool {
    let rest = letters[place..].iter().map(|letter| letter.folded);
    !word.is_empty() && word.len() <= letters.len() - place && rest.zip(word).all(|(a, b)| a == *b)
}

/// How well one word fits, and at which letters, by the best of the four ways.
fn of_word(letters: &[Letter], word: &[char]) -> Option<(u32, Vec<usize>)> {
    let run = |place: usize| (place..place + word.len()).collect();
    let mut starts = begins(letters);
    if let Some(place) = starts.find(|place| fits_at(letters, *place, word)) {
        return Some((if place == 0 { 10 } else { 9 }, run(place)));
    }
    if word.len() < LONG_ENOUGH {
        return None;
    }
    if let Some(place) = (0..letters.len()).find(|place| fits_at(letters, *place, word)) {
        return Some((6, run(place)));
    }
    if let Some(place) = begins(letters).find(|place| nearly_fits_at(letters, *place, word)) {
        let end = (place + word.len()).min(letters.len());
        return Some((4, (place..end).collect()));
    }
    begins(letters).find_map(|place| scattered(letters, place, word).map(|places| (3, places)))
}

/// Whether the word stands here but for one letter that is wrong, missing, too many, or changed places with its neighbour.
/// The first letter is right: that is the one people know.
fn nearly_fits_at(letters: &[Letter], place: usize, word: &[char]) -> bool {
    if word.len() <= LONG_ENOUGH {
        return false;
    }
    let name: Vec<char> = letters[place..]
        .iter()
        .map(|letter| letter.folded)
        .collect();
    let same = name.iter().zip(word).take_while(|(a, b)| a == b).count();
    let begins = |name: &[char], word: &[char]| name.starts_with(word);
    let (name, word) = (&name[same..], &word[same..]);
    if same == 0 || word.is_empty() {
        return false;
    }
    let other = name.len() > 1 && begins(&name[1..], &word[1..]);
    let missing = name.len() > 1 && begins(&name[1..], word);
    let extra = begins(name, &word[1..]) && word.len() > 1;
    let changed = name.len() > 1 && word.len() > 1 && name[0] == word[1] && name[1] == word[0];
    let changed = changed && begins(&name[2..], &word[2..]);
    other || missing || extra || changed
}

/// Where the letters of the word stand from here on, in order but with others in between: within one word of the name, or
/// as the beginnings of more (`npe` for "Naar een periode").
fn scattered(letters: &[Letter], place: usize, word: &[char]) -> Option<Vec<usize>> {
    let (first, rest) = word.split_first()?;
    if letters[place].folded != *first {
        return None;
    }
    let mut places = vec![place];
    for wanted in rest {
        let from = places.last()? + 1;
        let beginning = (from..letters.len()).find(|at| letters[*at].begins_word);
        let end = beginning.unwrap_or(letters.len());
        let within = (from..end).find(|at| letters[*at].folded == *wanted);
        let next = beginning.filter(|at| letters[*at].folded == *wanted);
        places.push(within.or(next)?);
    }
    // Letters from all over a long name are found by chance.
    let span = places.last()? + 1 - place;
    (span <= word.len() * 2).then_some(places)
}

/// Joins the ranges that touch.
fn merged(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_by_key(|mark| mark.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match merged.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => merged.push(mark),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(name: &str, wanted: &str) -> Option<String> {
        let marks = fuzzy_match(name, wanted)?.marks;
        let marks = marks.into_iter().map(|mark| name[mark].to_owned());
        Some(marks.collect::<Vec<_>>().join("|"))
    }

    #[test]
    fn a_name_is_found_by_its_words_by_some_letters_and_in_spite_of_a_mistake() {
        let figures = "Peildatum kiezen…";
        for (wanted, marks) in [
            ("pei", "Pei"),
            ("kiezen peil", "Peil|kiezen"),
            ("datum", "datum"),
            ("pldtm", "P|ld|t|m"),
            ("peildatun", "Peildatum"),
            ("pieldatum", "Peildatum"),
            ("kizen", "kieze"),
        ] {
            assert_eq!(marked(figures, wanted).as_deref(), Some(marks), "{wanted}");
        }
        for wanted in ["xyz", "ei", "kiezen wijk", "zzz"] {
            assert_eq!(marked(figures, wanted), None, "{wanted}");
        }
        assert_eq!(marked("Gecoördineerd", "coordi").as_deref(), Some("coördi"));
        assert_eq!(marked("Cijfers", ""), Some(String::new()));
        assert_eq!(marked("Straße", "strass").as_deref(), Some("Straß"));
        assert_eq!(
            marked("Cafe\u{301} Één", "café een").as_deref(),
            Some("Cafe\u{301}|Één")
        );
    }

    #[test]
    fn the_beginning_of_a_name_is_worth_more_than_what_looks_like_it() {
        let score = |name: &str, wanted: &str| fuzzy_match(name, wanted).map(|found| found.score);
        assert!(score("Importeren…", "impor") > score("Naar importeren", "impor"));
        assert!(score("Naar importeren", "impor") > score("Herimporteren", "impor"));
        assert!(score("Herimporteren", "impor") > score("Imhporteren", "impor"));
        assert!(score("Cijfers", "cijfers") > score("Cijfers en tabellen", "cijfers"));
    }

    #[test]
    fn in_content_only_the_beginnings_of_words_are_marked() {
        let line = "W2209 · Dorpsstraat 13, bij Dorp";
        let marks = prefix_matches(line, "dorp 2209 w22");
        let marks: Vec<&str> = marks.into_iter().map(|mark| &line[mark]).collect();
        assert_eq!(marks, ["W22", "Dorp", "Dorp"]);
    }
}
