//! What is said in invented cases.

use std::collections::BTreeMap;

use fastrand::Rng;

use super::balanced::Deck;
use super::plan::Rule;
use crate::language::Language;
use crate::register::Field;

/// The texts of rules, each told once before any of them comes again.
#[derive(Debug, Default)]
pub(super) struct Told {
    decks: BTreeMap<usize, Deck>,
}

impl Told {
    /// One of the texts of a rule; none where it has none.
    pub fn text(&mut self, rng: &mut Rng, rule: &'static Rule) -> Option<String> {
        let key = std::ptr::from_ref(rule) as usize;
        let deck = self.decks.entry(key).or_default();
        let at = deck.draw(rng, rule.texts.len())?;
        Some(spelled(rng, rule.texts.get(at)?))
    }
}

/// A text in which one is taken of what stands between `{`, `|` and `}`.
fn spelled(rng: &mut Rng, text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        said.push_str(before);
        let (inside, after) = after.split_once('}').unwrap_or((after, ""));
        let ways: Vec<&str> = inside.split('|').collect();
        said.push_str(rng.choice(&ways).copied().unwrap_or_default());
        rest = after;
    }
    said.push_str(rest);
    said
}

/// A number at which nobody can be called.
pub(super) fn telephone(rng: &mut Rng) -> String {
    format!("000-{:07}", rng.u32(0..10_000_000))
}

/// A number under which no archive keeps anything.
pub(super) fn archive_number(rng: &mut Rng) -> String {
    format!("Z-0000-{:06}", rng.u32(0..1_000_000))
}

/// Whether a text field holds a telephone number: it is called so.
pub(super) fn is_telephone(field: &Field) -> bool {
    let label = field.label.text(Language::English).to_lowercase();
    label.contains("telephone")
}
