//! A document as it will be read, whatever kind of file it becomes.

use chrono::{DateTime, Utc};

use crate::language::Language;

/// A document: what stands above it, what is in it, and what stands at the foot of every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language it is written in.
    pub language: Language,
    /// The line above the title: the register and the number, or the kind of document.
    pub kicker: String,
    /// The title.
    pub title: String,
    /// The line below the title: the case at a glance.
    pub subtitle: String,
    /// What the reader has to know before reading on.
    pub notice: Notice,
    /// What is in it.
    pub blocks: Vec<Block>,
    /// What stands at the foot of every page, beside its number.
    pub running: String,
    /// Who made it.
    pub author: String,
    /// When it was made.
    pub made: DateTime<Utc>,
}

/// What a reader has to know before reading on.
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
    /// What is known, in a table of two columns.
    Facts(Vec<Fact>),
    /// Something that happened.
    Item(Item),
    /// Empty lines to write on.
    Lines(u8),
    /// What belongs together, and stays on one page where it can.
    Together(Vec<Block>),
}

/// One thing that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What is known of it; may have several lines.
    pub value: String,
    /// Where it came from, where the law wants that to be said.
    pub origin: Option<String>,
}

impl Fact {
    /// A fact of which nothing has to be said about its origin.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            origin: None,
        }
    }
}

/// Something that happened in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// When.
    pub when: String,
    /// What kind of thing it is.
    pub what: String,
    /// Who recorded it, where that may be said.
    pub by: Option<String>,
    /// What it says.
    pub facts: Vec<Fact>,
}
