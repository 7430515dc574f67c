//! What an indicator is: a value of a year that a municipality is held to, as its budget and its annual report print it.
//!
//! An indicator is data, as a register is. Its values are typed or imported, or follow from the cases of a register, or
//! from two other values of the same year.

use std::slice;

use serde::{Deserialize, Serialize};

use super::choice::{Choice, recognise};
use crate::language::{Label, folded};

/// What an indicator is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// *Aantal*.
    Count,
    /// *Euro*.
    Euro,
    /// *Cijfer*: a mark out of ten, printed with a decimal.
    Mark,
    /// *Procent*.
    Percent,
}

impl Unit {
    /// Every unit by its name in a file.
    pub const NAMES: [(&str, Self); 4] = [
        ("aantal", Self::Count),
        ("euro", Self::Euro),
        ("cijfer", Self::Mark),
        ("procent", Self::Percent),
    ];

    /// The text that says in what an indicator is measured.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Count => "indicators-unit-count",
            Self::Euro => "indicators-unit-euro",
            Self::Mark => "indicators-unit-mark",
            Self::Percent => "indicators-unit-percent",
        }
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// *Lager*: the budget is the most it may be.
    Lower,
    /// *Hoger*: the budget is the least it may be.
    Higher,
    /// *Neutraal*: neither is better, so that no budget is reached or missed.
    Neutral,
}

impl Direction {
    /// Every direction by its name in a file.
    pub const NAMES: [(&str, Self); 3] = [
        ("lager", Self::Lower),
        ("hoger", Self::Higher),
        ("neutraal", Self::Neutral),
    ];

    /// The text that says which way is better.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Lower => "indicators-lower",
            Self::Higher => "indicators-higher",
            Self::Neutral => "indicators-neutral",
        }
    }
}

/// A value of a year.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its name in files and in what is stored; it never changes.
    pub id: String,
    /// How it is printed.
    pub label: Label,
    /// Other names by which files call it.
    pub aliases: Vec<String>,
    /// *Doelstelling*: the goal it belongs to.
    pub goal: Option<Label>,
    /// *Speerpunt*: the priority it belongs to.
    pub priority: Option<Label>,
    /// *Omschrijving*: what it says.
    pub description: Option<Label>,
    /// What it is measured in.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// *Bron*: who measures it, where no value says otherwise.
    pub source: Option<String>,
    /// The ways in which it was measured, the present one last. Values of two of them cannot be compared: between them
    /// lies a *reeksbreuk*.
    pub versions: Vec<Choice>,
    /// What it can be broken down into.
    pub parts: Vec<IndicatorPart>,
    /// The cases behind it, where there are any.
    pub counts: Option<CountedBy>,
    /// The two values of the same year it follows from, as a percentage of one to the other.
    pub ratio: Option<Ratio>,
    /// The indicators of which it is the total: what they come to has to be what it comes to.
    pub total_of: Vec<String>,
    /// Whether it is no longer kept: it stands in the years of which something is typed, and in no other.
    pub retired: bool,
    /// The file in which it is defined.
    pub file: String,
    /// Whether it came with the program. What it counts may not be there any more: a municipality can put a register or a
    /// list of its own in the place of one that was shipped, and then it counts nothing.
    pub shipped: bool,
}

/// A part of an indicator. Parts need not reach the whole: what they leave is shown as the rest.
#[derive(Clone, Debug)]
pub struct IndicatorPart {
    /// What it is called.
    pub choice: Choice,
    /// The part of which it is a part itself: minors, of those who carried a weapon.
    pub of: Option<String>,
    /// Which of the cases behind the indicator it counts: filters such as `aanleiding=wapen`.
    pub filters: Vec<String>,
}

/// The cases that an indicator counts in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountedBy {
    /// The register.
    pub register: String,
    /// What is counted: `instroom`.
    pub measure: String,
    /// Which of the cases: filters such as `wijk=meerzicht`.
    #[serde(default, rename = "where")]
    pub filters: Vec<String>,
    /// A number field of which the sum is taken, instead of how many cases there are.
    pub sum: Option<String>,
    /// A number field of which the average is taken, weighted as the register says.
    pub average: Option<String>,
    /// Whether persons are counted, each once, instead of cases.
    #[serde(default)]
    pub persons: bool,
}

/// A choice of a list that registers share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListChoice {
    /// The list.
    pub list: String,
    /// The choice.
    pub choice: String,
}

/// One value as a percentage of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// The value of which the share is asked.
    pub of: RatioTerm,
    /// What it is a share of.
    pub to: RatioTerm,
}

/// An indicator, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatioTerm {
    /// The indicator.
    pub indicator: String,
    /// Its part, where one is meant.
    pub part: Option<String>,
}

impl Indicator {
    /// Whether this is meant by a name: the id, a label in either language, or an alias.
    pub fn is_called(&self, name: &str) -> bool {
        let wanted = folded(name);
        let labels = [Some(&self.label.nl), self.label.en.as_ref()];
        let mut names = labels.into_iter().flatten().chain(&self.aliases);
        self.id == wanted || names.any(|known| folded(known) == wanted)
    }

    /// The part with this id.
    pub fn part(&self, id: &str) -> Option<&IndicatorPart> {
        self.parts.iter().find(|part| part.choice.id == id)
    }

    /// The parts of which the whole, or one of its parts, is made up.
    pub fn parts_of<'a>(
        &'a self,
        whole: Option<&'a str>,
    ) -> impl Iterator<Item = &'a IndicatorPart> {
        let parts = self.parts.iter();
        parts.filter(move |part| part.of.as_deref() == whole)
    }

    /// The part that is meant by this name.
    pub fn part_named(&self, name: &str) -> Option<&IndicatorPart> {
        let mut parts = self.parts.iter();
        parts.find(|part| recognise(slice::from_ref(&part.choice), name).is_some())
    }
}
