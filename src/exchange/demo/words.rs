//! The words of invented cases: every one of them plainly invented.

use std::collections::BTreeMap;

use fastrand::Rng;

use crate::language::Language;
use crate::register::Field;

const STREETS: &str = include_str!("../../../assets/demo/streets.txt");
const FIRST_NAMES: &str = include_str!("../../../assets/demo/first-names.txt");
const SURNAMES: &str = include_str!("../../../assets/demo/surnames.txt");
const HANDLERS: &str = include_str!("../../../assets/demo/handlers.txt");
const REMARKS: &str = include_str!("../../../assets/demo/remarks.txt");
const SENTENCES: &str = include_str!("../../../assets/demo/sentences.txt");
const PARTNERS: &str = include_str!("../../../assets/demo/partners.txt");
const ENTRIES: &str = include_str!("../../../assets/demo/entries.txt");

/// The name for what can be said in any entry.
const ANY: &str = "*";

pub(super) struct Words {
    pub streets: Vec<&'static str>,
    pub first_names: Vec<&'static str>,
    pub surnames: Vec<&'static str>,
    pub handlers: Vec<&'static str>,
    pub remarks: Vec<&'static str>,
    pub sentences: Vec<&'static str>,
    pub partners: Vec<&'static str>,
    /// What is said in entries, by kind or by kind and field.
    entries: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Words {
    pub fn new() -> Self {
        let lines = |text: &'static str| text.lines().collect();
        let mut entries: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, said) in ENTRIES.lines().filter_map(|line| line.split_once(": ")) {
            entries.entry(name).or_default().push(said);
        }
        Self {
            streets: lines(STREETS),
            first_names: lines(FIRST_NAMES),
            surnames: lines(SURNAMES),
            handlers: lines(HANDLERS),
            remarks: lines(REMARKS),
            sentences: lines(SENTENCES),
            partners: lines(PARTNERS),
            entries,
        }
    }

    /// A person who does not exist.
    pub fn person(&self, rng: &mut Rng) -> Option<String> {
        let first = rng.choice(&self.first_names)?;
        Some(format!("{first} {}", rng.choice(&self.surnames)?))
    }

    /// What is said in this field of an entry of this kind.
    pub fn said(&self, kind: &str, field: &str) -> &[&'static str] {
        let own = self.entries.get(format!("{kind}.{field}").as_str());
        let said = own
            .or_else(|| self.entries.get(kind))
            .or_else(|| self.entries.get(ANY));
        said.map_or(&[], Vec::as_slice)
    }
}

/// A number at which nobody can be called.
pub(super) fn telephone(rng: &mut Rng) -> String {
    format!("000-{:07}", rng.u32(0..10_000_000))
}

/// Whether a text field holds a telephone number: it is called so.
pub(super) fn is_telephone(field: &Field) -> bool {
    let label = field.label.text(Language::English).to_lowercase();
    label.contains("telephone")
}
