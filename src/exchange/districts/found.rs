//! What a file says of districts, whichever of the two kinds of file it is.

use std::collections::BTreeMap;

use crate::exchange::report::Report;
use crate::figures::{YearKey, YearValue, YearValues};
use crate::language::{Explain, Label, Language};
use crate::register::SharedList;

/// What is not known of a district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The district.
    pub district: Label,
    /// What is not known.
    pub kind: Label,
    /// The neighbourhood of which it is not known.
    pub neighbourhood: String,
    /// Why.
    pub reason: GapReason,
}

/// Why something is not known of a neighbourhood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapReason {
    /// It is kept back, because few live there.
    Masked,
    /// The neighbourhood is not in the file.
    Missing,
}

impl Explain for Gap {
    fn explain(&self, language: Language) -> String {
        let id = match self.reason {
            GapReason::Masked => "districts-masked",
            GapReason::Missing => "districts-missing",
        };
        let says = [
            ("district", self.district.text(language).into()),
            ("kind", self.kind.text(language).to_lowercase().into()),
            ("neighbourhood", self.neighbourhood.as_str().into()),
        ];
        language.say(id, &says)
    }
}

/// What a file comes to, whichever of the two it is.
#[derive(Default)]
pub(super) struct Found {
    /// The values of which the file says something, each over what was known.
    pub values: BTreeMap<YearKey, YearValue>,
    pub report: Report,
    pub gaps: Vec<Gap>,
    pub unplaced: Vec<String>,
}

/// The lists by which a file is read.
#[derive(Clone, Copy)]
pub(super) struct Lists<'a> {
    pub districts: &'a SharedList,
    pub kinds: &'a SharedList,
}

impl Found {
    /// Counts what a value does to what is known, and keeps it.
    pub fn put(&mut self, key: YearKey, value: YearValue, known: &YearValues) {
        match known
            .get(&key)
            .filter(|known| **known != YearValue::default())
        {
            Some(before) if *before == value => {
                self.report.unchanged += 1;
                return;
            }
            Some(_) => self.report.updated += 1,
            None => self.report.added += 1,
        }
        self.values.insert(key, value);
    }
}
