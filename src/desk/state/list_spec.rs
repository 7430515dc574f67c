//! The specification of a list: which cases, through which filters, in which order, under which headings. It holds no case
//! and can be saved as a view.

use serde::{Deserialize, Serialize};

use crate::desk::backend::case_order::orders;
use crate::desk::state::fitting::fitting_slice;
use crate::desk::state::list_filter::ListFilter;
use crate::figures::{Figure, Slice, dimensions};
use crate::language::Language;
use crate::register::{BEGIN, Definition, Derived, END, NUMBER};
use crate::report::{CaseColumn, DUE, LAST_CONTACT};

/// Which cases a list shows, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListSpec {
    /// The cases before any filter.
    pub scope: Scope,
    /// The filters on what is counted.
    #[serde(default)]
    pub slice: Slice,
    /// The filters on what is not counted.
    #[serde(
        default,
        rename = "narrowed",
        skip_serializing_if = "ListFilter::is_empty"
    )]
    pub filter: ListFilter,
    /// The order.
    pub sort: Sort,
    /// The field by whose values the cases are grouped under headings; none is a list without headings.
    #[serde(default)]
    pub group: Option<String>,
    /// The ids of its columns; an empty list means the standard ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
}

/// The cases a list is about, before any filter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Those that run today.
    Running,
    /// Those that are finished today.
    Finished,
    /// All of them.
    All,
    /// The cases that a number of a figure counts, on its reference date, with the name of that number. It is not saved
    /// in a view.
    #[serde(skip)]
    OfFigure(Box<Figure>, String),
}

/// The order of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// The id of what it is sorted by: the case number, the begin, the end, when the first task is due, a field, or when
    /// something last happened.
    pub by: String,
    /// Whether the greatest or latest comes first.
    #[serde(default)]
    pub descending: bool,
}

impl Sort {
    /// What has to be looked up in the vault for this order; none where it follows from what the window knows.
    pub fn looked_up(&self, definition: &Definition) -> Option<&str> {
        let field = definition.field(&self.by);
        let by_field = field.is_some_and(|field| !field.splits() && orders(field));
        by_field.then_some(self.by.as_str())
    }

    /// The order that begins with what matters most: the newest of what happened, the most urgent of what is to be done.
    pub fn by(id: impl Into<String>) -> Self {
        let by = id.into();
        let descending = [BEGIN, END, LAST_CONTACT].contains(&by.as_str());
        Self { by, descending }
    }
}

impl ListSpec {
    /// The list that a register opens with: the cases that run today, the newest first.
    pub fn new(definition: &Definition) -> Self {
        let scope = if definition.has_spells() {
            Scope::Running
        } else {
            Scope::All
        };
        Self {
            scope,
            slice: Slice::whole(),
            filter: ListFilter::default(),
            columns: Vec::new(),
            sort: Sort::by(BEGIN),
            group: None,
        }
    }

    /// Whether it has to be known when something last happened in each case.
    pub fn needs_last_contacts(&self) -> bool {
        self.sort.by == LAST_CONTACT || self.columns.iter().any(|id| id == LAST_CONTACT)
    }

    /// The list of the cases that a number of a figure counts, with the name of that number.
    pub fn of_figure(definition: &Definition, figure: Figure, name: String) -> Self {
        Self {
            scope: Scope::OfFigure(Box::new(figure), name),
            ..Self::new(definition)
        }
    }

    /// This specification without what the register no longer has, and the names of what was left out.
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
        let always = [NUMBER, BEGIN, END, DUE, LAST_CONTACT].contains(&by.as_str());
        if !always && !known.contains(by) && self.sort.looked_up(definition).is_none() {
            missing.push(by.clone());
            self.sort = standard.sort;
        }
        missing.extend(self.group.take_if(|group| !known.contains(group)));
        if !definition.has_spells() {
            self.scope = standard.scope;
        }
        (self, missing)
    }

    /// Whether the headings stand in reverse order: those of a year or a month, in a list with the latest date first.
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

    fn spec(scope: Scope) -> ListSpec {
        ListSpec {
            scope,
            slice: Slice::whole().and("wijk", "meerzicht"),
            filter: ListFilter {
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
    fn a_saved_list_is_read_as_it_was() {
        for scope in [Scope::Running, Scope::Finished, Scope::All] {
            let saved = serde_json::to_string(&spec(scope.clone())).unwrap();
            let read: ListSpec = serde_json::from_str(&saved).unwrap();
            assert_eq!(read, spec(scope));
        }
    }

    #[test]
    fn the_filter_of_a_saved_list_stands_under_its_first_name() {
        let saved = serde_json::to_string(&spec(Scope::All)).unwrap();
        assert!(saved.contains(r#""narrowed":{"words":"dorps"}"#), "{saved}");
    }

    #[test]
    fn the_cases_of_a_figure_are_not_saved() {
        let figure = Figure {
            entries: None,
            rows: Vec::new(),
            columns: Vec::new(),
            measure: Measure::Handled,
            period: Period::parse("2024").unwrap(),
            slice: Slice::whole(),
        };
        let of_figure = Scope::OfFigure(Box::new(figure), "Totaal".to_owned());
        assert!(serde_json::to_string(&spec(of_figure)).is_err());
    }
}
