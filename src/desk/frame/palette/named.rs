//! Something that is found by its name, or by another word for it.

use crate::desk::command::Command;
use crate::desk::kit::fuzzy::{fuzzy_match, matches_prefixes};
use crate::desk::parts::finder::Line;
use crate::desk::state::list_spec::ListSpec;
use crate::register::CaseKey;

/// Another word fits only with a better score than this: less is letters that are met by chance.
const BY_CHANCE: u32 = 300;
/// How much lower the score of another word is than that of a name that fits alike.
const ANOTHER_WORD: u32 = 40;
/// The score of what is found by its name and the place it is in together.
const WITH_PLACE: u32 = 700;

/// Something that was found.
pub enum Hit {
    /// A case of a register.
    Case(String, CaseKey),
    /// A command.
    Command(Command),
    /// The list of a register by this specification.
    List(String, Box<ListSpec>),
    /// The list that is on the screen, made like this.
    SameList(String, Box<ListSpec>),
    /// The section of the chapter with this id.
    Manual(String, usize),
}

/// What was found, each with its line.
pub type Hits = Vec<(Hit, Line)>;

/// Something with a name, and other words for it.
pub struct Named {
    hit: Hit,
    line: Line,
    /// Where in the text of the line its name begins.
    name: usize,
    others: Vec<String>,
    place: Place,
}

/// How far the place of something, which is the detail on its line, counts when it is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Not at all.
    Ignored,
    /// Beside its name: "signalen mma".
    WithName,
    /// Also alone.
    Alone,
}

/// Something that fits what is typed.
pub struct Fitting {
    /// What it is.
    pub hit: Hit,
    /// Its line, with the letters that were typed.
    pub line: Line,
    /// The higher, the better.
    pub score: u32,
    /// Whether every word that was typed begins a word of it.
    pub begins: bool,
    /// Whether that is a word of its name.
    pub by_name: bool,
}

impl Named {
    /// Something with the text of its line as its name.
    pub fn new(hit: Hit, line: Line) -> Self {
        Self {
            hit,
            line,
            name: 0,
            others: Vec::new(),
            place: Place::Ignored,
        }
    }

    /// With other words for it.
    #[must_use]
    pub fn others(mut self, others: impl IntoIterator<Item = String>) -> Self {
        self.others.extend(others);
        self
    }

    /// With a name that begins at this byte of the text; what stands before it, and the place, count only beside the name.
    #[must_use]
    pub fn name_from(mut self, name: usize) -> Self {
        self.name = name;
        self.place = Place::WithName;
        self
    }

    /// Found by its place as well.
    #[must_use]
    pub fn or_by_place(mut self) -> Self {
        self.place = Place::Alone;
        self
    }

    /// How it fits what is typed; none where it does not.
    pub fn fit(self, words: &str) -> Option<Fitting> {
        let by_name = self.by_name(words).map(|way| (way, true));
        let others = [self.by_other(words), self.by_place(words)];
        let others = others.into_iter().flatten().map(|way| (way, false));
        let ways = by_name.into_iter().chain(others);
        let ((score, begins, line), by_name) =
            ways.max_by_key(|((score, begins, _), _)| (*score, *begins))?;
        Some(Fitting {
            hit: self.hit,
            line,
            score,
            begins,
            by_name,
        })
    }

    fn by_name(&self, words: &str) -> Option<(u32, bool, Line)> {
        let name = self.line.text.get(self.name..)?;
        let found = fuzzy_match(name, words)?;
        let shifted = found.marks.into_iter();
        let marks = shifted.map(|mark| mark.start + self.name..mark.end + self.name);
        let line = self.line.clone().marked(marks.collect());
        Some((found.score, matches_prefixes(name, words), line))
    }

    /// By another word for it, which then stands behind its name.
    fn by_other(&self, words: &str) -> Option<(u32, bool, Line)> {
        let fitting = self.others.iter().filter_map(|other| {
            let found = fuzzy_match(other, words)?;
            (found.score > BY_CHANCE).then_some((other, found))
        });
        let (other, found) = fitting.max_by_key(|(_, found)| found.score)?;
        let mut line = self.line.clone();
        line.text.push_str("  ·  ");
        let from = line.text.len();
        line.text.push_str(other);
        let marks = found.marks.into_iter();
        let marks = marks.map(|mark| mark.start + from..mark.end + from);
        let line = line.marked(marks.collect());
        let score = found.score.saturating_sub(ANOTHER_WORD);
        Some((score, matches_prefixes(other, words), line))
    }

    /// By its name, or another word for it, and its place together.
    fn by_place(&self, words: &str) -> Option<(u32, bool, Line)> {
        let name = self.line.text.get(self.name..)?;
        let others = self.others.iter().map(String::as_str);
        let names: Vec<&str> = std::iter::once(name).chain(others).collect();
        let counts = match self.place {
            Place::Ignored => false,
            Place::WithName => words
                .split_whitespace()
                .any(|word| names.iter().any(|name| matches_prefixes(name, word))),
            Place::Alone => true,
        };
        let others = self.others.join(" ");
        let whole = format!("{} {} {others}", self.line.text, self.line.detail);
        if !counts || !matches_prefixes(&whole, words) {
            return None;
        }
        let mut found = fuzzy_match(&whole, words)?;
        found.marks.retain(|mark| mark.end <= self.line.text.len());
        Some((WITH_PLACE, true, self.line.clone().marked(found.marks)))
    }
}
