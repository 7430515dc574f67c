//! The state of a list: its cases, filtered, sorted and grouped on the columns of the register; the case that is open
//! beside it, and the selection of several cases.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

use crate::desk::backend::task_order::by_urgency;
use crate::desk::kit::table::TableState;
use crate::desk::list::lines::{Line, Lines};
use crate::desk::state::list_spec::{ListSpec, Scope};
use crate::desk::state::model::Model;
use crate::desk::state::selection::Selection;
use crate::desk::state::vault::OpenVault;
use crate::figures::{Columns, FigureError, Group, Order, Standing, UNKNOWN_KEY};
use crate::language::Language;
use crate::register::{BEGIN, CaseKey, Definition, END, NUMBER};
use crate::report::{DUE, LAST_CONTACT};
use crate::store::OpenTask;

/// The state of one list.
#[derive(Clone, Debug)]
pub struct CaseList {
    /// Which cases it shows, and how.
    pub spec: ListSpec,
    /// The case that the keyboard is on, which is open beside the list.
    pub selected: Option<CaseKey>,
    /// The cases that were selected together.
    pub selection: Selection,
    /// The rows of its cases in the columns of the register, in order, those of closed groups as well.
    pub rows: Vec<usize>,
    /// How many of those have yet to begin.
    pub waiting: usize,
    /// Its lines: cases, and headings where it is grouped.
    pub lines: Lines,
    /// The keys of the groups of which only the heading is shown.
    pub closed: BTreeSet<String>,
    /// The key of the group on whose heading the keyboard is.
    pub heading: Option<String>,
    /// Where the table is scrolled to.
    pub table: TableState,
    /// Whether the list is to take the keyboard.
    pub take_focus: bool,
    /// Whether a case stands beside it: then a row has two lines.
    pub(super) beside: bool,
    /// How wide what was seen in each column is, by the id of the column, in points.
    pub(super) seen_widths: BTreeMap<String, f32>,
    /// The case that takes the place of the selected one once that is closed.
    successor: Option<CaseKey>,
    /// What the rows were made for: the specification, and the generation of what they follow from.
    made_for: Option<(ListSpec, u64)>,
}

impl CaseList {
    /// The list that a register opens with: the cases that run today, the newest first.
    pub fn new(definition: &Definition) -> Self {
        Self::with_spec(ListSpec::new(definition))
    }

    /// A list by this specification.
    pub fn with_spec(spec: ListSpec) -> Self {
        Self {
            spec,
            selected: None,
            selection: Selection::default(),
            rows: Vec::new(),
            waiting: 0,
            lines: Lines::default(),
            closed: BTreeSet::new(),
            heading: None,
            table: TableState::default(),
            take_focus: true,
            beside: false,
            seen_widths: BTreeMap::new(),
            successor: None,
            made_for: None,
        }
    }

    /// A list of every case of a register, with this one open.
    pub fn with_every_case(definition: &Definition, selected: CaseKey) -> Self {
        let spec = ListSpec {
            scope: Scope::All,
            ..ListSpec::new(definition)
        };
        Self {
            selected: Some(selected),
            ..Self::with_spec(spec)
        }
    }

    /// How many cases the list shows: "142 lopende casussen", "14 van 142 casussen", or, of a figure, with its reference
    /// date.
    pub fn subtitle(&self, definition: &Definition, all: usize, language: Language) -> String {
        let shown = self.rows.len() as i64;
        let cases = if shown == 1 {
            definition.case_words.one.text(language)
        } else {
            definition.case_words.many.text(language)
        };
        let id = match &self.spec.scope {
            Scope::Running if self.waiting > 0 => "list-subtitle-waiting",
            Scope::Running => "list-subtitle-running",
            Scope::Finished => "list-subtitle-finished",
            Scope::All => "list-subtitle-all",
            Scope::OfFigure(..) => "list-subtitle-figure",
        };
        let date = match &self.spec.scope {
            Scope::OfFigure(figure, _) => language.date(figure.period.to),
            Scope::Running | Scope::Finished | Scope::All => String::new(),
        };
        let arguments = [
            ("shown", shown.into()),
            ("all", (all as i64).into()),
            ("cases", cases.into()),
            ("begun", (shown - self.waiting as i64).into()),
            ("waiting", (self.waiting as i64).into()),
            ("date", date.into()),
        ];
        language.say(id, &arguments)
    }

    /// The cases that an action on the list is about: the selected ones, or else all of them, in the order of the list.
    pub fn selected_or_all(&self, columns: &Columns) -> Vec<CaseKey> {
        self.selected_or_all_of(&self.rows, columns)
    }

    /// The same by group: each with its key, and without the groups that have no such case. A list without headings is one
    /// group without a key.
    pub fn selected_or_all_by_group(
        &self,
        columns: &Columns,
    ) -> Vec<(Option<String>, Vec<CaseKey>)> {
        let mut headings = self.lines.headings().peekable();
        if headings.peek().is_none() {
            return vec![(None, self.selected_or_all(columns))];
        }
        let groups = headings.map(|heading| {
            let rows = self.rows.get(heading.rows.clone()).unwrap_or_default();
            let cases = self.selected_or_all_of(rows, columns);
            (Some(heading.key.clone()), cases)
        });
        groups.filter(|(_, cases)| !cases.is_empty()).collect()
    }

    fn selected_or_all_of(&self, rows: &[usize], columns: &Columns) -> Vec<CaseKey> {
        let keys = rows.iter().filter_map(|row| columns.key(*row));
        keys.filter(|key| self.selection.is_empty() || self.selection.contains(*key))
            .collect()
    }

    /// Requests the look-ups that the filters need, and makes the rows anew where anything they follow from changed.
    pub fn look_up_and_refresh(&mut self, model: &mut Model, definition: &Definition) {
        model.request_lookups(definition, &self.spec);
        let today = model.clock.today();
        if let Some(vault) = &model.vault {
            self.refresh(vault, &definition.id, today);
        }
    }

    /// Scrolls to the selected case; a closed group that hides it is opened. Returns whether the list has it.
    pub fn show_selected(&mut self, vault: &OpenVault, register: &str, today: NaiveDate) -> bool {
        let columns = vault.columns(register);
        let row = self.selected.zip(columns);
        let Some(row) = row.and_then(|(key, columns)| columns.row_of(key)) else {
            return false;
        };
        self.refresh(vault, register, today);
        if self.lines.place(row).is_none() && self.rows.contains(&row) {
            self.closed.clear();
            self.made_for = None;
            self.refresh(vault, register, today);
        }
        self.heading = None;
        let place = self.lines.place(row);
        if let Some(place) = place {
            self.table.show(place);
        }
        place.is_some()
    }

    /// Remembers which case stands below the selected one, or else above it: it takes its place once that is closed.
    pub fn remember_successor(&mut self, vault: &OpenVault, register: &str, today: NaiveDate) {
        self.refresh(vault, register, today);
        let columns = vault.columns(register);
        self.successor = columns.and_then(|columns| {
            let at = self.lines.place(columns.row_of(self.selected?)?)?;
            let below = (at + 1..self.lines.len()).find_map(|at| self.key(at, &columns));
            below.or_else(|| (0..at).rev().find_map(|at| self.key(at, &columns)))
        });
    }

    /// The selected case was closed: the case in its place is selected, and the list stays as it was.
    pub fn go_to_successor(&mut self, vault: &OpenVault, register: &str, today: NaiveDate) {
        self.selected = self.successor.take();
        self.show_selected(vault, register, today);
        self.take_focus = true;
    }

    /// The line that the keyboard is on: a case or a heading.
    pub fn cursor(&self, columns: &Columns) -> Option<usize> {
        if let Some((_, at)) = self
            .heading
            .as_ref()
            .and_then(|key| self.lines.heading_of(key))
        {
            return Some(at);
        }
        self.lines.place(columns.row_of(self.selected?)?)
    }

    /// The case on this line.
    pub fn key(&self, at: usize, columns: &Columns) -> Option<CaseKey> {
        columns.key(self.lines.row(at)?)
    }

    /// Moves the keyboard to this line. The selected case stays open beside the list while the keyboard is on a heading.
    pub fn go_to(&mut self, at: usize, columns: &Columns) {
        match self.lines.line(at) {
            Some(Line::Case(row)) => {
                self.heading = None;
                self.selected = columns.key(row).or(self.selected);
            }
            Some(Line::Heading(place)) => {
                let heading = self.lines.heading(place);
                self.heading = heading.map(|heading| heading.key.clone());
            }
            None => {}
        }
    }

    /// Groups the list by this field, or not at all.
    pub fn set_group(&mut self, by: Option<String>) {
        self.spec.group = by;
        self.closed.clear();
        self.heading = None;
    }

    /// Opens or closes the group with this key.
    pub fn open_group(&mut self, key: &str, open: bool) {
        let changed = match open {
            true => self.closed.remove(key),
            false => self.closed.insert(key.to_owned()),
        };
        if changed {
            self.made_for = None;
        }
    }

    /// Makes the rows anew when anything they follow from changed.
    pub fn refresh(&mut self, vault: &OpenVault, register: &str, today: NaiveDate) {
        let Some(columns) = vault.columns(register) else {
            return;
        };
        let generation = vault.generation_of_list(register);
        let made_for = self.made_for.as_ref();
        if made_for.is_some_and(|(made, of)| *made == self.spec && *of == generation) {
            return;
        }
        // The former rows stay until the look-ups are answered.
        let lookups = &vault.lookups;
        let ordered = match self.spec.sort.looked_up(columns.definition()) {
            Some(by) => lookups.order(register, by).is_some(),
            None => self.spec.sort.by != LAST_CONTACT || lookups.last_contacts(register).is_some(),
        };
        if !ordered || !self.spec.filter.is_ready(vault, register) {
            return;
        }
        // A filter on something the definition no longer has finds nothing; its chip shows why.
        let rows = self.filter_and_sort(&columns, vault, register, today);
        let rows = rows.unwrap_or_default();
        let waits = |row: &&usize| columns.is_before(**row);
        self.waiting = rows.iter().filter(waits).count();
        match self.group(&columns, &rows, today) {
            Some(groups) => {
                self.lines = Lines::grouped(&groups, &self.closed);
                self.rows = groups.into_iter().flat_map(|group| group.rows).collect();
            }
            None => {
                self.lines = Lines::plain(&rows);
                self.rows = rows;
            }
        }
        if !self.selection.is_empty() {
            let mut shown = vec![false; columns.len()];
            for row in &self.rows {
                shown[*row] = true;
            }
            let shown = |key| columns.row_of(key).is_some_and(|row| shown[row]);
            self.selection.retain(shown);
        }
        self.made_for = Some((self.spec.clone(), generation));
    }

    /// The rows that pass the filters, in order.
    fn filter_and_sort(
        &self,
        columns: &Columns,
        vault: &OpenVault,
        register: &str,
        today: NaiveDate,
    ) -> Result<Vec<usize>, FigureError> {
        let slice = &self.spec.slice;
        let mut rows = match &self.spec.scope {
            Scope::Running => columns.rows_standing(slice, Standing::Running(today))?,
            Scope::Finished => columns.rows_standing(slice, Standing::Finished(today))?,
            Scope::All => columns.rows_standing(slice, Standing::Any)?,
            Scope::OfFigure(figure, _) => columns.rows_behind(figure)?,
        };
        self.spec.filter.retain_rows(&mut rows, columns, vault);
        let sort = &self.spec.sort;
        let ranks = vault.ranks(register).unwrap_or_default();
        let looked_up = sort.looked_up(columns.definition());
        let others = match sort.by.as_str() {
            DUE => due_ranks(columns, vault, register),
            LAST_CONTACT => last_contact_ranks(columns, vault, register),
            _ => looked_up.map_or_else(Vec::new, |by| {
                let known = vault.lookups.order(register, by);
                ranks_of_rows(columns, |key| known?.get(&key).copied())
            }),
        };
        let order = match sort.by.as_str() {
            NUMBER => Order::Number(&ranks),
            BEGIN => Order::Begin,
            END => Order::End,
            DUE | LAST_CONTACT => Order::Ranks(&others),
            _ if looked_up.is_some() => Order::Ranks(&others),
            field => Order::By(field),
        };
        columns.sort(&mut rows, order, sort.descending)?;
        Ok(rows)
    }

    /// The rows in groups, by the values of their cases today; none where the list is not grouped, or by something that
    /// the definition no longer has.
    fn group(&self, columns: &Columns, rows: &[usize], today: NaiveDate) -> Option<Vec<Group>> {
        let by = self.spec.group.as_ref()?;
        let period = match &self.spec.scope {
            Scope::OfFigure(figure, _) => figure.period,
            Scope::Running | Scope::Finished | Scope::All => Standing::Running(today).period(),
        };
        let mut groups = columns.group(rows, by, period).ok()?;
        if self.spec.last_group_first() {
            let known = groups.partition_point(|group| group.key != UNKNOWN_KEY);
            groups[..known].reverse();
        }
        Some(groups)
    }
}

/// The rank of every row of a register; [`u32::MAX`] where there is none.
fn ranks_of_rows(columns: &Columns, rank: impl Fn(CaseKey) -> Option<u32>) -> Vec<u32> {
    let rows = 0..columns.len();
    let ranks = rows.map(|row| columns.key(row).and_then(&rank).unwrap_or(u32::MAX));
    ranks.collect()
}

/// The rank of every row by when its first task is due.
fn due_ranks(columns: &Columns, vault: &OpenVault, register: &str) -> Vec<u32> {
    let mut first: Vec<&OpenTask> = vault.first_tasks(register).collect();
    first.sort_by(|one, other| by_urgency(one, other));
    let ranked: HashMap<CaseKey, u32> = first.iter().map(|task| task.case).zip(0..).collect();
    ranks_of_rows(columns, |key| ranked.get(&key).copied())
}

/// The rank of every row by the day on which something last happened.
fn last_contact_ranks(columns: &Columns, vault: &OpenVault, register: &str) -> Vec<u32> {
    let days = vault.lookups.last_contacts(register);
    ranks_of_rows(columns, |key| {
        let day = days?.get(&key)?;
        u32::try_from(day.num_days_from_ce()).ok()
    })
}
