//! A list of cases as it is exported, with its lines and what stands above and below them.

use super::content::Content;
use crate::figures::{Figure, Slice};
use crate::language::Language;
use crate::report::made::Made;

/// A list of cases as it is exported. What may not leave the program is not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseList {
    /// The language it is written in.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// The register, for people.
    pub register: String,
    /// The register, for programs.
    pub register_id: String,
    /// Which cases they are, and the filters on them, a line each.
    pub about: Vec<String>,
    /// When it was made and by whom, in a sentence.
    pub made: String,
    /// The same for programs.
    pub made_by: Made,
    /// The figure that counts these cases.
    pub figure: Option<Figure>,
    /// The filters on them.
    pub slice: Slice,
    /// The headings: for programs, and for people.
    pub columns: Vec<(String, String)>,
    /// The dimension by which the cases are grouped: for programs, and for people.
    pub group: Option<(String, String)>,
    /// The cases, under their headings where they have them.
    pub groups: Vec<ListGroup>,
    /// How many there are.
    pub count: String,
    /// How many cases were asked, for programs.
    pub all: usize,
    /// Sentences below the cases.
    pub notes: Vec<String>,
}

/// Cases under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct ListGroup {
    /// The heading; none of a list without them.
    pub heading: Option<Content>,
    /// A line a case.
    pub lines: Vec<Vec<Content>>,
}

impl CaseList {
    /// The lines above it.
    pub fn above(&self) -> Vec<String> {
        let title = [self.title.clone()].into_iter();
        title.chain(self.about.iter().cloned()).collect()
    }

    /// The lines below it.
    pub fn below(&self) -> Vec<String> {
        let count = [self.count.clone()].into_iter();
        count.chain(self.notes.iter().cloned()).collect()
    }

    /// Every line with the heading above it.
    pub(super) fn flat(&self) -> impl Iterator<Item = (Option<&Content>, &Vec<Content>)> {
        let groups = self.groups.iter();
        groups.flat_map(|group| {
            group
                .lines
                .iter()
                .map(|line| (group.heading.as_ref(), line))
        })
    }
}
