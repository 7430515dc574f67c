//! The list of a register: every case in a virtual table, sorted and filtered on the columns, and the case that is
//! selected beside it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::model::{Model, OpenVault};
use crate::figures::{Columns, Figure, Measure, Order, Period, Slice};
use crate::language::Language;
use crate::register::{BEGIN, CaseKey, Definition, END, NUMBER};

/// Which cases a list shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Scope {
    /// Those that run today.
    Running,
    /// Those that are finished today.
    Finished,
    /// All of them.
    All,
    /// Those behind a figure, on its reference date; with the name of the figure.
    Behind(Box<Figure>, String),
}

/// The state of one list.
#[derive(Clone, Debug)]
pub struct List {
    /// Which cases it shows.
    pub scope: Scope,
    /// The filters on it.
    pub slice: Slice,
    pub(super) sort: (String, bool),
    /// The case that is selected.
    pub selected: Option<CaseKey>,
    pub(super) rows: Arc<Vec<usize>>,
    made_for: Option<(Scope, Slice, (String, bool), u64)>,
    pub(super) scroll_to: Option<u64>,
    /// Whether the list is to take the keyboard.
    pub take_focus: bool,
}

impl List {
    /// The list as it first opens: what runs now, newest first.
    pub fn new(definition: &Definition) -> Self {
        let scope = if definition.has_spells() {
            Scope::Running
        } else {
            Scope::All
        };
        Self {
            scope,
            slice: Slice::whole(),
            sort: (BEGIN.to_owned(), true),
            selected: None,
            rows: Arc::default(),
            made_for: None,
            scroll_to: None,
            take_focus: true,
        }
    }

    /// Every case, so that one that was asked for by name is shown whatever was filtered.
    pub fn with_all(definition: &Definition, selected: CaseKey) -> Self {
        Self {
            scope: Scope::All,
            selected: Some(selected),
            ..Self::new(definition)
        }
    }

    /// Whether it shows this case.
    pub fn shows(&self, columns: &Columns, key: CaseKey) -> bool {
        columns
            .row_of(key)
            .is_some_and(|row| self.rows.contains(&row))
    }

    /// "142 lopende casussen", "14 van 142 casussen", or the figure and its date.
    pub fn subtitle(&self, definition: &Definition, all: usize, language: Language) -> String {
        let shown = self.rows.len() as i64;
        let cases = if shown == 1 {
            definition.case_words.one.text(language)
        } else {
            definition.case_words.many.text(language)
        };
        let id = match &self.scope {
            Scope::Running => "list-subtitle-running",
            Scope::Finished => "list-subtitle-finished",
            Scope::All => "list-subtitle-all",
            Scope::Behind(..) => "list-subtitle-behind",
        };
        let date = match &self.scope {
            Scope::Behind(figure, _) => language.date(figure.period.to),
            Scope::Running | Scope::Finished | Scope::All => String::new(),
        };
        let arguments = [
            ("shown", shown.into()),
            ("all", (all as i64).into()),
            ("cases", cases.into()),
            ("date", date.into()),
        ];
        language.say(id, &arguments)
    }

    /// Makes the rows anew after a filter was changed in this frame.
    pub fn refresh_with(&mut self, model: &Model, register: &str) {
        if let Some(vault) = &model.vault {
            self.refresh(vault, register, model.clock.today());
        }
    }

    /// Brings the selected case into view, once.
    pub fn show_selected(&mut self, columns: &Columns) {
        let row = self.selected.and_then(|key| columns.row_of(key));
        self.scroll_to = row
            .and_then(|row| self.rows.iter().position(|r| *r == row))
            .map(|at| at as u64);
    }

    /// Makes the rows anew when anything they follow from changed.
    pub fn refresh(&mut self, vault: &OpenVault, register: &str, today: NaiveDate) {
        let Some(columns) = vault.columns(register) else {
            return;
        };
        let wanted = (
            self.scope.clone(),
            self.slice.clone(),
            self.sort.clone(),
            vault.generation(register),
        );
        if self.made_for.as_ref() == Some(&wanted) {
            return;
        }
        let rows = self.select(&columns, today).and_then(|mut rows| {
            let (by, descending) = &self.sort;
            let ranks = vault.ranks(register).unwrap_or_default();
            let order = match by.as_str() {
                NUMBER => Order::Number(&ranks),
                BEGIN => Order::Begin,
                END => Order::End,
                field => Order::By(field),
            };
            columns.sort(&mut rows, order, *descending)?;
            Ok(rows)
        });
        // A filter on something the definition no longer has selects nothing, and says so by its chip.
        self.rows = Arc::new(rows.unwrap_or_default());
        self.made_for = Some(wanted);
    }

    fn select(
        &self,
        columns: &Columns,
        today: NaiveDate,
    ) -> Result<Vec<usize>, crate::figures::FigureError> {
        let always = Period {
            from: NaiveDate::MIN,
            to: NaiveDate::MAX,
        };
        let until_today = Period {
            from: NaiveDate::MIN,
            to: today,
        };
        let default = Measure::default_of(columns.definition().kind);
        match &self.scope {
            Scope::Running => columns.rows(&self.slice, until_today, Measure::Closing),
            Scope::Finished => columns.rows(&self.slice, until_today, Measure::Finished),
            Scope::All => columns.rows(&self.slice, always, default),
            Scope::Behind(figure, _) => columns.rows(&figure.slice, figure.period, figure.measure),
        }
    }
}
