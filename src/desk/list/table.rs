//! The table of a list, and what keys and mouse do in it.

use std::sync::Arc;

use egui::{Id, Modifiers, Ui};

use crate::desk::command::Command;
use crate::desk::kit::icons;
use crate::desk::kit::table::{BESIDE, Column, Gesture, Order, Table, Widths};
use crate::desk::list::case_list::CaseList;
use crate::desk::list::lines::Line;
use crate::desk::list::row_ui::ListRows;
use crate::desk::parts::case_cells::{columns_of, widths};
use crate::desk::state::list_spec::Sort;
use crate::desk::state::model::Model;
use crate::figures::Columns;
use crate::language::Language;
use crate::register::{BEGIN, CaseKey, Definition, Registers};
use crate::report::CaseColumn;

/// The width of the column that marks the selected cases, in points. It is there while there is a selection.
const SELECTION: f32 = 32.0;

impl CaseList {
    /// Draws the table. Returns whether a column was made wider or narrower.
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
        let arguments = [("register", register.into()), ("count", count.into())];
        let selection = match self.selection.is_empty() {
            true => 0.0,
            false => SELECTION,
        };
        let room = ui.available_width() - BESIDE - selection;
        let shown = columns_of(definition, &self.spec.columns, room);
        let headings = self.headings(&shown, definition, room, language);
        let table = Table {
            id: Id::unique(("list", &definition.id)),
            name: &language.say("list-name", &arguments),
            columns: &headings,
            cursor: self.cursor(&columns),
            take_focus: std::mem::take(&mut self.take_focus),
        };
        let mut state = std::mem::take(&mut self.table);
        let mut rows = ListRows {
            list: self,
            vault,
            columns: &columns,
            definition,
            language,
            shown: &shown,
            now,
            menu: None,
        };
        let (table, gesture) = table.show(ui, &mut state, widths, &mut rows);
        let menu = rows.menu.take();
        self.table = state;
        let before = headings.len() - shown.len();
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
        if let Some((key, command)) = menu {
            self.heading = None;
            self.selected = Some(key);
            model.actions.extend(command);
        }
        if table.has_focus() {
            self.select_by_keys(ui, &registers, &columns);
        }
        gesture == Some(Gesture::Widened)
    }

    /// The headings of the columns. Beside an open case the table is narrower: there the user sets other widths, under
    /// other ids.
    fn headings(
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
            label: language.text("list-selected-one"),
            width: SELECTION,
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

    /// Sorts by this id, or reverses the order where the list is sorted by it. Dates begin with the newest.
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

    /// A click opens a case beside the list; with Ctrl it adds the case to the selection or removes it, with Shift it
    /// selects everything up to it. A heading opens or closes its group.
    fn clicked(&mut self, at: usize, modifiers: Modifiers, columns: &Columns) {
        if let Some(Line::Heading(_)) = self.lines.line(at) {
            self.go_to(at, columns);
            self.set_heading_open(None);
            return;
        }
        let before = self.selected;
        if modifiers.shift {
            self.select_range_to(at, columns);
        } else if modifiers.command || modifiers.ctrl {
            // The case that was open is the first of the selection.
            if self.selection.is_empty()
                && let Some(before) = before
            {
                self.selection.set([before]);
            }
            if let Some(key) = self.key(at, columns) {
                self.selection.toggle(key);
            }
        } else {
            self.selection.end_range();
        }
        self.go_to(at, columns);
    }

    /// Moves the keyboard to another line, past the heading of an open group. `extends` selects what lies between.
    fn went(&mut self, to: usize, up: bool, extends: bool, columns: &Columns) {
        let Some(to) = self.lines.stop(to, up) else {
            return;
        };
        if extends {
            self.select_range_to(to, columns);
        } else {
            self.selection.end_range();
        }
        self.go_to(to, columns);
        // The heading above the first case of a group comes into view with it.
        let above = to.checked_sub(1).filter(|_| up);
        let heading = above.filter(|at| matches!(self.lines.line(*at), Some(Line::Heading(_))));
        self.table.show(heading.unwrap_or(to));
    }

    /// Selects everything from where the keyboard is, or where the range began, to this line.
    fn select_range_to(&mut self, to: usize, columns: &Columns) {
        let Some(from) = self.selected.or_else(|| self.key(to, columns)) else {
            return;
        };
        let lines = &self.lines;
        self.selection.extend_range(from, |from| {
            let from = columns.row_of(from).and_then(|row| lines.place(row));
            let rows = lines.rows_between(from.unwrap_or(to), to);
            rows.filter_map(|row| columns.key(row)).collect::<Vec<_>>()
        });
    }

    /// The left and right arrows close and open the group whose heading the keyboard is on. From a case in a group they
    /// go to its heading; in a list without groups they scroll sideways.
    fn sideways(&mut self, right: bool, columns: &Columns) {
        let at = self.cursor(columns);
        let above = at.and_then(|at| self.lines.heading_above(at));
        match (
            above.map(|heading| (heading.key.clone(), heading.open)),
            right,
        ) {
            (Some((_, open)), _) if self.heading.is_some() && open != right => {
                self.set_heading_open(Some(right));
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

    /// Opens or closes the group whose heading the keyboard is on; without `open`, the other way than it is.
    fn set_heading_open(&mut self, open: Option<bool>) {
        let Some(key) = self.heading.clone() else {
            return;
        };
        let now = self.lines.heading_of(&key);
        let now = now.is_some_and(|(heading, _)| heading.open);
        self.open_group(&key, open.unwrap_or(!now));
    }

    /// The keys that select: all, or the case that the keyboard is on.
    fn select_by_keys(&mut self, ui: &Ui, registers: &Registers, columns: &Columns) {
        let pressed = |command: Command| {
            let keys = command.keys(registers);
            keys.is_some_and(|keys| ui.input_mut(|input| input.consume_shortcut(&keys)))
        };
        if pressed(Command::ChooseAll) {
            self.select_all(columns);
        }
        if pressed(Command::ChooseCase) {
            self.toggle_current(columns);
        }
    }

    /// Selects every case that is shown; not those of closed groups.
    pub fn select_all(&mut self, columns: &Columns) {
        let last = self.lines.len().saturating_sub(1);
        let rows = self.lines.rows_between(0, last);
        let keys: Vec<CaseKey> = rows.filter_map(|row| columns.key(row)).collect();
        self.selection.set(keys);
    }

    /// Adds the case or the group that the keyboard is on to the selection, or removes it.
    pub fn toggle_current(&mut self, columns: &Columns) {
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
