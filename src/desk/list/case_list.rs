//! The list of a register: its cases as the arrangement has them, sorted, filtered and grouped on the columns; which one is
//! selected, and which are chosen together.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::desk::kit::table::TableState;
use crate::desk::list::lines::{Line, Lines};
use crate::desk::state::list_spec::{ListSpec, Scope};
use crate::desk::state::model::Model;
use crate::desk::state::selection::Selection;
use crate::desk::state::vault::OpenVault;
use crate::figures::{Columns, FigureError, Group, Measure, Order, Period, Slice, UNKNOWN_KEY};
use crate::language::Language;
use crate::register::{BEGIN, CaseKey, Definition, END, NUMBER};

/// The state of one list.
#[derive(Clone, Debug)]
pub struct CaseList {
    /// Which cases it shows, and how.
    pub spec: ListSpec,
    /// The case that is selected.
    pub selected: Option<CaseKey>,
    /// The cases that are chosen together.
    pub selection: Selection,
    /// Every row in its order, those of closed groups as well.
    pub rows: Vec<usize>,
    pub lines: Lines,
    /// The groups of which only the heading is shown.
    pub closed: BTreeSet<String>,
    /// The group on whose heading the keyboard is.
    pub heading: Option<String>,
    made_for: Option<(ListSpec, u64)>,
    pub table: TableState,
    /// Whether the list is to take the keyboard.
    pub take_focus: bool,
}

impl CaseList {
    /// The list as it first opens: what runs now, newest first.
    pub fn new(definition: &Definition) -> Self {
        Self::arranged(ListSpec::new(definition))
    }

    /// A list of these cases in this way.
    pub fn arranged(spec: ListSpec) -> Self {
        Self {
            spec,
            selected: None,
            selection: Selection::default(),
            rows: Vec::new(),
            lines: Lines::default(),
            closed: BTreeSet::new(),
            heading: None,
            made_for: None,
            table: TableState::default(),
            take_focus: true,
        }
    }

    /// Every case, so that one that was asked for by name is shown whatever was filtered.
    pub fn with_all(definition: &Definition, selected: CaseKey) -> Self {
        let spec = ListSpec {
            scope: Scope::All,
            ..ListSpec::new(definition)
        };
        Self {
            selected: Some(selected),
            ..Self::arranged(spec)
        }
    }

    /// "142 lopende casussen", "14 van 142 casussen", or the figure and its date.
    pub fn subtitle(&self, definition: &Definition, all: usize, language: Language) -> String {
        let shown = self.rows.len() as i64;
        let cases = if shown == 1 {
            definition.case_words.one.text(language)
        } else {
            definition.case_words.many.text(language)
        };
        let id = match &self.spec.scope {
            Scope::Running => "list-subtitle-running",
            Scope::Finished => "list-subtitle-finished",
            Scope::All => "list-subtitle-all",
            Scope::Behind(..) => "list-subtitle-behind",
        };
        let date = match &self.spec.scope {
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

    /// The cases that something is done with: those that are chosen, in their order; without any, the whole list.
    pub fn meant(&self, columns: &Columns) -> Vec<CaseKey> {
        let all = self.rows.iter().filter_map(|row| columns.key(*row));
        all.filter(|key| self.selection.is_empty() || self.selection.has(*key))
            .collect()
    }

    /// The same under the headings they stand under; without headings as one.
    pub fn groups_meant(&self, columns: &Columns) -> Vec<(Option<String>, Vec<CaseKey>)> {
        let means = |key: &CaseKey| self.selection.is_empty() || self.selection.has(*key);
        let meant = |rows: &[usize]| -> Vec<CaseKey> {
            let keys = rows.iter().filter_map(|row| columns.key(*row));
            keys.filter(means).collect()
        };
        let mut headings = self.lines.headings().peekable();
        if headings.peek().is_none() {
            return vec![(None, meant(&self.rows))];
        }
        let groups = headings.map(|heading| {
            let rows = self.rows.get(heading.rows.clone()).unwrap_or_default();
            (Some(heading.key.clone()), meant(rows))
        });
        groups.filter(|(_, cases)| !cases.is_empty()).collect()
    }

    /// Makes the rows anew after a filter was changed in this frame.
    pub fn look_up_and_refresh(&mut self, model: &mut Model, definition: &Definition) {
        model.look_up_for(&definition.id, &self.spec.narrowed);
        let today = model.clock.today();
        if let Some(vault) = &model.vault {
            self.refresh(vault, &definition.id, today);
        }
    }

    /// Brings the selected case into view, once; a group that hides it is opened. Says whether the list has it.
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

    /// The line that the keyboard is on.
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

    /// Goes to what stands on this line. A case that is selected stays beside the list while the keyboard is on a
    /// heading.
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

    /// Opens a group, or leaves its heading only.
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
        // What was shown stays until it is told what is to be shown.
        if !self.spec.narrowed.is_told(vault, register) {
            return;
        }
        // A filter on something the definition no longer has selects nothing, and says so by its chip.
        let rows = self.select(&columns, vault, register, today);
        let rows = rows.unwrap_or_default();
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
            self.selection.keep(shown);
        }
        self.made_for = Some((self.spec.clone(), generation));
    }

    /// The rows in their order.
    fn select(
        &self,
        columns: &Columns,
        vault: &OpenVault,
        register: &str,
        today: NaiveDate,
    ) -> Result<Vec<usize>, FigureError> {
        let (slice, period, measure) = self.wanted(columns, today);
        let mut rows = columns.rows(slice, period, measure)?;
        self.spec.narrowed.keep(&mut rows, columns, vault);
        let sort = &self.spec.sort;
        let ranks = vault.ranks(register).unwrap_or_default();
        let order = match sort.by.as_str() {
            NUMBER => Order::Number(&ranks),
            BEGIN => Order::Begin,
            END => Order::End,
            field => Order::By(field),
        };
        columns.sort(&mut rows, order, sort.descending)?;
        Ok(rows)
    }

    /// The rows in groups, by how their cases are today; none where there are no headings, or of something that the
    /// definition no longer has.
    fn group(&self, columns: &Columns, rows: &[usize], today: NaiveDate) -> Option<Vec<Group>> {
        let by = self.spec.group.as_ref()?;
        let period = match &self.spec.scope {
            Scope::Behind(figure, _) => figure.period,
            Scope::Running | Scope::Finished | Scope::All => until(today),
        };
        let mut groups = columns.group(rows, by, period).ok()?;
        if self.spec.last_group_first() {
            let known = groups.partition_point(|group| group.key != UNKNOWN_KEY);
            groups[..known].reverse();
        }
        Some(groups)
    }

    /// What the rows are of the register: a part of it, the days they are about, and how they count on them.
    fn wanted(&self, columns: &Columns, today: NaiveDate) -> (&Slice, Period, Measure) {
        let slice = &self.spec.slice;
        match &self.spec.scope {
            Scope::Running => (slice, until(today), Measure::Closing),
            Scope::Finished => (slice, until(today), Measure::Finished),
            Scope::All => {
                let measure = Measure::default_of(columns.definition().kind);
                (slice, until(NaiveDate::MAX), measure)
            }
            Scope::Behind(figure, _) => (&figure.slice, figure.period, figure.measure),
        }
    }
}

/// Everything up to and with this day.
fn until(to: NaiveDate) -> Period {
    Period {
        from: NaiveDate::MIN,
        to,
    }
}
