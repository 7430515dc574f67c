//! The lines of a list in a table, and what the keys and the mouse mean for them.

use std::sync::Arc;

use egui::{Id, Modifiers, Ui};

use crate::desk::command::Command;
use crate::desk::kit::icons;
use crate::desk::kit::table::{BESIDE, Column, Gesture, Order, Table, Widths};
use crate::desk::list::case_list::CaseList;
use crate::desk::list::line::ListLines;
use crate::desk::list::lines::Line;
use crate::desk::parts::case_cells::{columns_of, widths};
use crate::desk::state::list_spec::Sort;
use crate::desk::state::model::Model;
use crate::figures::Columns;
use crate::language::Language;
use crate::register::{BEGIN, CaseKey, Definition, Registers};
use crate::report::CaseColumn;

/// How wide the column is in which the chosen cases are marked, while there are any.
const MARKS: f32 = 32.0;

impl CaseList {
    /// The table with its cases. Says whether a column was made wider or narrower.
    pub fn table_ui(
        &mut self,
        ui: &mut Ui,
        model: &mut Model,
        definition: &Arc<Definition>,
        widths: &mut Widths,
    ) -> bool {
        let language = model.language;
        let now = model.clock.wall();
        let Some(vault) = &mut model.vault else {
            return false;
        };
        let Some(columns) = vault.columns(&definition.id) else {
            return false;
        };
        let registers = vault.registers.clone();
        let count = self.rows.len() as i64;
        let register = definition.label.text(language);
        let said = [("register", register.into()), ("count", count.into())];
        let selection = if self.selection.is_empty() {
            0.0
        } else {
            MARKS
        };
        let room = ui.available_width() - BESIDE - selection;
        let shown = columns_of(definition, &self.spec.columns, room);
        let heads = self.heads(&shown, definition, room, language);
        let table = Table {
            id: Id::unique(("list", &definition.id)),
            name: &language.say("list-name", &said),
            columns: &heads,
            cursor: self.cursor(&columns),
            take_focus: std::mem::take(&mut self.take_focus),
        };
        let mut state = std::mem::take(&mut self.table);
        let mut lines = ListLines {
            list: self,
            vault,
            columns: &columns,
            definition,
            language,
            shown: &shown,
            now,
            asked: None,
        };
        let (table, gesture) = table.show(ui, &mut state, widths, &mut lines);
        let asked = lines.asked.take();
        self.table = state;
        let before = heads.len() - shown.len();
        match gesture {
            Some(Gesture::Clicked(at, modifiers)) => self.clicked(at, modifiers, &columns),
            Some(Gesture::Went { to, up, extends }) => self.went(to, up, extends, &columns),
            Some(Gesture::Sideways { right }) => self.sideways(right, &columns),
            Some(Gesture::Sorted(at)) => {
                let shown = at.checked_sub(before).and_then(|at| shown.get(at));
                self.sort_by(shown.and_then(|shown| shown.sort_id(definition)));
            }
            Some(Gesture::Widened) | None => {}
        }
        if let Some((key, command)) = asked {
            self.heading = None;
            self.selected = Some(key);
            model.actions.extend(command);
        }
        if table.has_focus() {
            self.choose_by_keys(ui, &registers, &columns);
        }
        gesture == Some(Gesture::Widened)
    }

    /// The columns as the table draws them. Beside an open case they are narrower: each room remembers its own widths.
    fn heads(
        &self,
        shown: &[CaseColumn],
        definition: &Definition,
        room: f32,
        language: Language,
    ) -> Vec<Column> {
        let beside = if self.selected.is_some() {
            "beside "
        } else {
            ""
        };
        let sort = &self.spec.sort;
        let selection = (!self.selection.is_empty()).then(|| Column {
            id: "chosen".to_owned(),
            label: language.text("list-chosen-one"),
            width: MARKS,
            icon: Some(icons::CHOSEN),
            numbers: false,
            order: Order::Never,
        });
        let columns = shown.iter().zip(widths(shown, room));
        let columns = columns.map(|(shown, width)| {
            let label = shown.label(definition, language);
            let order = match shown.sort_id(definition) {
                None => Order::Never,
                Some(by) if by != sort.by => Order::None,
                Some(_) if sort.descending => Order::Descending,
                Some(_) => Order::Ascending,
            };
            Column {
                id: format!("{beside}{}", shown.id(definition)),
                numbers: shown.is_number(definition),
                label,
                icon: None,
                width,
                order,
            }
        });
        selection.into_iter().chain(columns).collect()
    }

    /// Sorts by this, or the other way round where it is sorted by it. Dates begin with the newest.
    fn sort_by(&mut self, by: Option<String>) {
        let Some(by) = by else { return };
        let sort = &mut self.spec.sort;
        let descending = if by == sort.by {
            !sort.descending
        } else {
            by == BEGIN
        };
        *sort = Sort { by, descending };
    }

    /// A click goes to a case; with Ctrl it chooses it, with Shift everything up to it. A heading opens or closes.
    fn clicked(&mut self, at: usize, modifiers: Modifiers, columns: &Columns) {
        if let Some(Line::Heading(_)) = self.lines.line(at) {
            self.go_to(at, columns);
            self.turn_heading(None);
            return;
        }
        let before = self.selected;
        if modifiers.shift {
            self.stretch_to(at, columns);
        } else if modifiers.command || modifiers.ctrl {
            // The case that was selected is one of those that are meant.
            if self.selection.is_empty()
                && let Some(before) = before
            {
                self.selection.choose([before]);
            }
            if let Some(key) = self.key(at, columns) {
                self.selection.toggle(key);
            }
        } else {
            self.selection.end_stretch();
        }
        self.go_to(at, columns);
    }

    /// The keys go to another line: past the heading of an open group.
    fn went(&mut self, to: usize, up: bool, extends: bool, columns: &Columns) {
        let Some(to) = self.lines.stop(to, up) else {
            return;
        };
        if extends {
            self.stretch_to(to, columns);
        } else {
            self.selection.end_stretch();
        }
        self.go_to(to, columns);
        // The heading above the first case of a group comes into view with it.
        let above = to.checked_sub(1).filter(|_| up);
        let heading = above.filter(|at| matches!(self.lines.line(*at), Some(Line::Heading(_))));
        self.table.show(heading.unwrap_or(to));
    }

    /// Chooses everything from where the keyboard is, or where choosing began, to this line.
    fn stretch_to(&mut self, to: usize, columns: &Columns) {
        let Some(from) = self.selected.or_else(|| self.key(to, columns)) else {
            return;
        };
        let lines = &self.lines;
        self.selection.stretch(from, |from| {
            let from = columns.row_of(from).and_then(|row| lines.place(row));
            let rows = lines.rows_between(from.unwrap_or(to), to);
            rows.filter_map(|row| columns.key(row)).collect::<Vec<_>>()
        });
    }

    /// An arrow to the side closes or opens the group whose heading the keyboard is on. In a group it goes to the
    /// heading; where there are none it shows what stands aside.
    fn sideways(&mut self, right: bool, columns: &Columns) {
        let at = self.cursor(columns);
        let above = at.and_then(|at| self.lines.heading_above(at));
        match (
            above.map(|heading| (heading.key.clone(), heading.open)),
            right,
        ) {
            (Some((_, open)), _) if self.heading.is_some() && open != right => {
                self.turn_heading(Some(right));
            }
            (Some(_), true) if self.heading.is_some() => {
                self.went(at.unwrap_or(0) + 1, false, false, columns);
            }
            (Some((key, _)), false) if self.heading.is_none() => {
                if let Some((_, at)) = self.lines.heading_of(&key) {
                    self.table.show(at);
                }
                self.heading = Some(key);
            }
            _ => self.table.go_sideways(right),
        }
    }

    /// Opens or closes the group whose heading the keyboard is on.
    fn turn_heading(&mut self, open: Option<bool>) {
        let Some(key) = self.heading.clone() else {
            return;
        };
        let now = self.lines.heading_of(&key);
        let now = now.is_some_and(|(heading, _)| heading.open);
        self.open_group(&key, open.unwrap_or(!now));
    }

    /// The keys that choose.
    fn choose_by_keys(&mut self, ui: &Ui, registers: &Registers, columns: &Columns) {
        let pressed = |command: Command| {
            let keys = command.keys(registers);
            keys.is_some_and(|keys| ui.input_mut(|input| input.consume_shortcut(&keys)))
        };
        if pressed(Command::ChooseAll) {
            self.choose_all(columns);
        }
        if pressed(Command::ChooseCase) {
            self.choose_here(columns);
        }
    }

    /// Chooses everything that is shown; not what a closed group hides.
    pub fn choose_all(&mut self, columns: &Columns) {
        let last = self.lines.len().saturating_sub(1);
        let rows = self.lines.rows_between(0, last);
        let keys: Vec<CaseKey> = rows.filter_map(|row| columns.key(row)).collect();
        self.selection.choose(keys);
    }

    /// Chooses the case the keyboard is on, or a whole group; or no longer.
    pub fn choose_here(&mut self, columns: &Columns) {
        match (&self.heading, self.selected) {
            (Some(key), _) => {
                let heading = self.lines.heading_of(key).map(|(heading, _)| heading);
                let rows = heading.map_or(0..0, |heading| heading.rows.clone());
                let rows = self.rows[rows].iter();
                let cases: Vec<CaseKey> = rows.filter_map(|row| columns.key(*row)).collect();
                self.selection.toggle_all(&cases);
            }
            (None, Some(key)) => self.selection.toggle(key),
            (None, None) => {}
        }
    }
}
