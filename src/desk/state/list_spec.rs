//! What makes a list: which cases, through which filters, in which order, under which headings. It holds no case, and can be kept.

use serde::{Deserialize, Serialize};

use crate::desk::state::fitting::fitting_slice;
use crate::desk::state::list_filter::ListFilter;
use crate::figures::{Figure, Slice, dimensions};
use crate::language::Language;
use crate::register::{BEGIN, Definition, Derived, END, NUMBER};
use crate::report::CaseColumn;

/// ListedCases cases a list shows, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListSpec {
    /// ListedCases cases.
    pub scope: Scope,
    /// The filters on them.
    #[serde(default)]
    pub slice: Slice,
    /// The filters on what is not counted.
    #[serde(default, skip_serializing_if = "ListFilter::is_whole")]
    pub narrowed: ListFilter,
    /// In which order.
    pub sort: Sort,
    /// Under which headings they stand: the id of what is counted; none is one list without headings.
    #[serde(default)]
    pub group: Option<String>,
    /// The ids of its columns; none are the standard ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
}

/// ListedCases cases a list shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Those that run today.
    Running,
    /// Those that are finished today.
    Finished,
    /// All of them.
    All,
    /// Those behind a figure, on its reference date; with the name of the figure. A door that was opened once: it is
    /// not kept.
    #[serde(skip)]
    Behind(Box<Figure>, String),
}

/// By what a list is sorted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// The number, the begin or the end, or what is counted: the id of it.
    pub by: String,
    /// Whether the last one comes first.
    #[serde(default)]
    pub descending: bool,
}

impl ListSpec {
    /// As a list first opens: what runs now, newest first.
    pub fn new(definition: &Definition) -> Self {
        let scope = if definition.has_spells() {
            Scope::Running
        } else {
            Scope::All
        };
        Self {
            scope,
            slice: Slice::whole(),
            narrowed: ListFilter::default(),
            columns: Vec::new(),
            sort: Sort {
                by: BEGIN.to_owned(),
                descending: true,
            },
            group: None,
        }
    }

    /// The cases behind a figure, under the name of its number.
    pub fn behind(definition: &Definition, figure: Figure, name: String) -> Self {
        Self {
            scope: Scope::Behind(Box::new(figure), name),
            ..Self::new(definition)
        }
    }

    /// As far as the register still has it; what it no longer has is left out, and named.
    pub fn fitting(mut self, definition: &Definition, language: Language) -> (Self, Vec<String>) {
        let mut missing = Vec::new();
        let known = dimensions(definition);
        self.slice = fitting_slice(&self.slice, definition, language, &mut missing);
        self.columns.retain(|id| {
            let there = CaseColumn::named(definition, id).is_some();
            missing.extend((!there).then(|| id.clone()));
            there
        });
        let standard = Self::new(definition);
        let by = &self.sort.by;
        if ![NUMBER, BEGIN, END].contains(&by.as_str()) && !known.contains(by) {
            missing.push(by.clone());
            self.sort = standard.sort;
        }
        missing.extend(self.group.take_if(|group| !known.contains(group)));
        if !definition.has_spells() {
            self.scope = standard.scope;
        }
        (self, missing)
    }

    /// Whether the headings stand the other way round: months and years of which the last one comes first.
    pub fn last_group_first(&self) -> bool {
        let Some(group) = &self.group else {
            return false;
        };
        let dates = match Derived::named(group) {
            Some(Derived::Year | Derived::Month) => Some(BEGIN),
            Some(Derived::EndYear | Derived::EndMonth) => Some(END),
            _ => None,
        };
        dates.is_some_and(|dates| self.sort.by == dates) && self.sort.descending
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Measure, Period};

    fn arranged(scope: Scope) -> ListSpec {
        ListSpec {
            scope,
            slice: Slice::whole().and("wijk", "meerzicht"),
            narrowed: ListFilter {
                words: "dorps".to_owned(),
                ..ListFilter::default()
            },
            columns: vec!["nummer".to_owned(), "adres".to_owned()],
            sort: Sort {
                by: "wijk".to_owned(),
                descending: true,
            },
            group: Some("status".to_owned()),
        }
    }

    #[test]
    fn what_is_kept_is_what_is_read() {
        for scope in [Scope::Running, Scope::Finished, Scope::All] {
            let kept = serde_json::to_string(&arranged(scope.clone())).unwrap();
            let read: ListSpec = serde_json::from_str(&kept).unwrap();
            assert_eq!(read, arranged(scope));
        }
    }

    #[test]
    fn what_lies_behind_a_figure_is_not_kept() {
        let figure = Figure {
            rows: Vec::new(),
            columns: Vec::new(),
            measure: Measure::Handled,
            period: Period::parse("2024").unwrap(),
            slice: Slice::whole(),
        };
        let behind = Scope::Behind(Box::new(figure), "Totaal".to_owned());
        assert!(serde_json::to_string(&arranged(behind)).is_err());
    }
}
