//! The contents of a document, whatever kind of file it becomes.

use chrono::{DateTime, Utc};

use crate::language::Language;

/// A document: its head, its blocks, and the footer of its pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language it is written in.
    pub language: Language,
    /// The line above the title: the register and the number, or the kind of document.
    pub kicker: String,
    /// The title.
    pub title: String,
    /// The line below the title: the case in one line.
    pub subtitle: String,
    /// What the reader has to know first.
    pub notice: Notice,
    /// Its contents.
    pub blocks: Vec<Block>,
    /// The footer of every page, beside its number.
    pub footer: String,
    /// Who made it.
    pub author: String,
    /// When it was made.
    pub made: DateTime<Utc>,
}

/// What a reader has to know first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentences.
    pub text: String,
    /// Whether it is a warning.
    pub warns: bool,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading below the title: 2 is the highest.
    Heading {
        /// How deep: 2 or 3.
        level: u8,
        /// What it says.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// Facts, in a table of two columns.
    Facts(Vec<Fact>),
    /// An entry of the timeline.
    Item(Item),
    /// Empty lines to write on.
    Lines(u8),
    /// Blocks that stay on one page where they can.
    Together(Vec<Block>),
}

/// A fact: a label and a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// The value; may have several lines.
    pub value: String,
    /// Where it came from, where the law wants that to be printed.
    pub origin: Option<String>,
}

impl Fact {
    /// A fact without an origin.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            origin: None,
        }
    }
}

/// An entry of the timeline of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// When.
    pub when: String,
    /// What kind of thing it is.
    pub what: String,
    /// Who recorded it, where that may be shown.
    pub by: Option<String>,
    /// What it says.
    pub facts: Vec<Fact>,
}
