//! The list of a register: every case in a virtual table, sorted and filtered on the columns, and the case that is
//! selected beside it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::arrangement::{Arrangement, Scope};
use super::model::{Model, OpenVault};
use super::table::TableState;
use crate::figures::{Columns, FigureError, Measure, Order, Period};
use crate::language::Language;
use crate::register::{BEGIN, CaseKey, Definition, END, NUMBER};

/// The state of one list.
#[derive(Clone, Debug)]
pub struct List {
    /// Which cases it shows, and how.
    pub arrangement: Arrangement,
    /// The case that is selected.
    pub selected: Option<CaseKey>,
    pub(super) rows: Arc<Vec<usize>>,
    made_for: Option<(Arrangement, u64)>,
    pub(super) table: TableState,
    /// Whether the list is to take the keyboard.
    pub take_focus: bool,
}

impl List {
    /// The list as it first opens: what runs now, newest first.
    pub fn new(definition: &Definition) -> Self {
        Self::arranged(Arrangement::new(definition))
    }

    /// A list of these cases in this way.
    pub fn arranged(arrangement: Arrangement) -> Self {
        Self {
            arrangement,
            selected: None,
            rows: Arc::default(),
            made_for: None,
            table: TableState::default(),
            take_focus: true,
        }
    }

    /// Every case, so that one that was asked for by name is shown whatever was filtered.
    pub fn with_all(definition: &Definition, selected: CaseKey) -> Self {
        let arrangement = Arrangement {
            scope: Scope::All,
            ..Arrangement::new(definition)
        };
        Self {
            selected: Some(selected),
            ..Self::arranged(arrangement)
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
        let id = match &self.arrangement.scope {
            Scope::Running => "list-subtitle-running",
            Scope::Finished => "list-subtitle-finished",
            Scope::All => "list-subtitle-all",
            Scope::Behind(..) => "list-subtitle-behind",
        };
        let date = match &self.arrangement.scope {
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
        if let Some(place) = self.place_of_selected(columns) {
            self.table.show(place);
        }
    }

    /// Where in the list the selected case stands.
    pub(super) fn place_of_selected(&self, columns: &Columns) -> Option<usize> {
        let row = columns.row_of(self.selected?)?;
        self.rows.iter().position(|other| *other == row)
    }

    /// The case at this place of the list.
    pub(super) fn key(&self, at: usize, columns: &Columns) -> Option<CaseKey> {
        columns.key(*self.rows.get(at)?)
    }

    /// Makes the rows anew when anything they follow from changed.
    pub fn refresh(&mut self, vault: &OpenVault, register: &str, today: NaiveDate) {
        let Some(columns) = vault.columns(register) else {
            return;
        };
        let generation = vault.generation(register);
        let made_for = self.made_for.as_ref();
        if made_for.is_some_and(|(made, of)| *made == self.arrangement && *of == generation) {
            return;
        }
        let rows = self.select(&columns, today).and_then(|mut rows| {
            let sort = &self.arrangement.sort;
            let ranks = vault.ranks(register).unwrap_or_default();
            let order = match sort.by.as_str() {
                NUMBER => Order::Number(&ranks),
                BEGIN => Order::Begin,
                END => Order::End,
                field => Order::By(field),
            };
            columns.sort(&mut rows, order, sort.descending)?;
            Ok(rows)
        });
        // A filter on something the definition no longer has selects nothing, and says so by its chip.
        self.rows = Arc::new(rows.unwrap_or_default());
        self.made_for = Some((self.arrangement.clone(), generation));
    }

    fn select(&self, columns: &Columns, today: NaiveDate) -> Result<Vec<usize>, FigureError> {
        let always = Period {
            from: NaiveDate::MIN,
            to: NaiveDate::MAX,
        };
        let until_today = Period {
            from: NaiveDate::MIN,
            to: today,
        };
        let default = Measure::default_of(columns.definition().kind);
        let slice = &self.arrangement.slice;
        match &self.arrangement.scope {
            Scope::Running => columns.rows(slice, until_today, Measure::Closing),
            Scope::Finished => columns.rows(slice, until_today, Measure::Finished),
            Scope::All => columns.rows(slice, always, default),
            Scope::Behind(figure, _) => columns.rows(&figure.slice, figure.period, figure.measure),
        }
    }
}
