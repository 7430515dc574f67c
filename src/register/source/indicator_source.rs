//! An indicator as a file has it, and as a municipality changes it in the program, before anything about it is checked but its
//! shape.

use serde::{Deserialize, Serialize};

use super::listed::Listed;
use crate::language::Label;
use crate::register::definition::choice::Choice;
use crate::register::definition::indicator::{CountedBy, Direction, ListChoice, Ratio, Unit};

/// An indicator, with its unit and direction by their names in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorSource {
    /// Its name in files and in what is stored; it never changes.
    pub id: String,
    /// How it is printed.
    pub label: Label,
    /// Other names by which files call it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The goal it belongs to, where that is in no list.
    pub goal: Option<Label>,
    /// The goal it belongs to, in a list.
    pub goal_of: Option<ListChoice>,
    /// The priority it belongs to, in a list.
    pub priority_of: Option<ListChoice>,
    /// What it says.
    pub description: Option<Label>,
    /// What it is measured in: `aantal`.
    pub unit: String,
    /// Which way is better: `lager`.
    pub direction: String,
    /// Who measures it.
    pub source: Option<String>,
    /// The ways in which it was measured.
    #[serde(default, rename = "version")]
    pub versions: Vec<Choice>,
    /// What it can be broken down into.
    #[serde(default, rename = "part")]
    pub parts: Vec<PartSource>,
    /// The cases behind it.
    pub counts: Option<CountedBy>,
    /// The two values it follows from.
    pub ratio: Option<Ratio>,
    /// The indicators of which it is the total.
    #[serde(default)]
    pub total_of: Vec<String>,
    /// Whether it is no longer kept.
    #[serde(default)]
    pub retired: bool,
    /// Whether it was added in the program, and stands in no file.
    #[serde(skip)]
    pub own: bool,
}

/// A part of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartSource {
    /// Its name in files.
    pub id: String,
    /// How it is printed.
    pub label: Label,
    /// Other names by which files call it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The part of which it is a part itself.
    pub of: Option<String>,
    /// Which of the cases it counts.
    #[serde(default, rename = "where")]
    pub filters: Vec<String>,
}

impl IndicatorSource {
    /// A new one: a number that is typed, of which neither way is better.
    pub fn new(id: String, label: Label) -> Self {
        Self {
            id,
            label,
            aliases: Vec::new(),
            goal: None,
            goal_of: None,
            priority_of: None,
            description: None,
            unit: name_of(&Unit::NAMES, &Unit::Count),
            direction: name_of(&Direction::NAMES, &Direction::Neutral),
            source: None,
            versions: Vec::new(),
            parts: Vec::new(),
            counts: None,
            ratio: None,
            total_of: Vec::new(),
            retired: false,
            own: false,
        }
    }
}

/// The name in a file of one of these.
fn name_of<T: PartialEq>(names: &[(&str, T)], one: &T) -> String {
    let named = names.iter().find(|(_, other)| other == one);
    named.map_or_else(String::new, |(name, _)| (*name).to_owned())
}

impl Listed for IndicatorSource {
    fn id(&self) -> &str {
        &self.id
    }

    fn mark_own(&mut self) {
        self.own = true;
    }

    // From what it follows, and what it is broken down into, is what the file says of it now.
    fn keep(&mut self, file: &Self) {
        self.versions.clone_from(&file.versions);
        self.parts.clone_from(&file.parts);
        self.counts.clone_from(&file.counts);
        self.ratio.clone_from(&file.ratio);
        self.total_of.clone_from(&file.total_of);
    }
}
