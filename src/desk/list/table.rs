//! The table of a list, and what keys and mouse do in it.

use std::sync::Arc;

use egui::{Id, Modifiers, Ui};

use crate::desk::command::Command;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::table::{BESIDE, Column, Gesture, Order, Table, Widths};
use crate::desk::kit::theme;
use crate::desk::list::case_list::CaseList;
use crate::desk::list::lines::Line;
use crate::desk::list::row_ui::ListRows;
use crate::desk::parts::case_cells::{columns_of, fit, wanted_widths};
use crate::desk::state::list_spec::Sort;
use crate::desk::state::model::Model;
use crate::figures::Columns;
use crate::language::Language;
use crate::register::{CaseKey, Definition, Registers};
use crate::report::{CaseColumn, DUE};

/// The width of the column with the boxes of the selected cases, in points.
const SELECTION: f32 = 32.0;
/// The width of the column with when the first task is due, and who handles the case, beside an open case.
const DUE_AND_OWNER: f32 = 140.0;
/// The height of a row of two lines.
const TWO_LINES: f32 = 54.0;

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
        let room = ui.available_width() - BESIDE - SELECTION;
        // On two lines there is room for every column; what does not fit is cut off at the end of the line.
        let width = if self.beside { f32::INFINITY } else { room };
        let shown = columns_of(definition, &self.spec.columns, width);
        let headings = match self.beside {
            true => self.two_headings(definition, room, language),
            false => self.headings(ui, &shown, definition, widths, room, language),
        };
        let table = Table {
            id: Id::unique(("list", &definition.id)),
            name: &language.say("list-name", &arguments),
            columns: &headings,
            cursor: self.cursor(&columns),
            take_focus: std::mem::take(&mut self.take_focus),
            row: self.row_height(ui),
        };
        let mut state = std::mem::take(&mut self.table);
        let mut rows = ListRows {
            list: self,
            vault,
            columns: &columns,
            definition,
            language,
            shown: &shown,
            two_lines: self.beside,
            now,
            menu: None,
            chosen: None,
            widths: vec![0.0; shown.len()],
        };
        let (table, gesture) = table.show(ui, &mut state, widths, &mut rows);
        let (menu, chosen, seen) = (rows.menu.take(), rows.chosen.take(), rows.widths);
        self.table = state;
        self.on_seen(ui, &shown, &seen, definition);
        if let Some(key) = chosen {
            self.selection.toggle(key);
        }
        match gesture {
            Some(Gesture::Clicked(at, modifiers)) => self.clicked(at, modifiers, &columns),
            Some(Gesture::Went { to, up, extends }) => self.went(to, up, extends, &columns),
            Some(Gesture::Sideways { right }) => self.sideways(right, &columns),
            Some(Gesture::Sorted(0)) => self.toggle_all(&columns),
            Some(Gesture::Sorted(_)) if self.beside => self.sort_by(Some(DUE.to_owned())),
            Some(Gesture::Sorted(at)) => {
                let shown = shown.get(at - 1);
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
            // The keys of the next action of the case beside the list.
            let of_task = [Command::TaskDone, Command::PutOffTask].into_iter();
            let of_task = of_task
                .filter(|command| self.selected.is_some() && is_pressed(ui, command, &registers));
            model.actions.extend(of_task);
        }
        gesture == Some(Gesture::Widened)
    }

    /// The height of a row, in points.
    fn row_height(&self, ui: &Ui) -> f32 {
        let usual = match self.beside {
            true => TWO_LINES,
            false => theme::ROW,
        };
        density::height(ui, usual)
    }

    /// Remembers how wide what was drawn is; a column that turns out too narrow is drawn again.
    fn on_seen(&mut self, ui: &Ui, shown: &[CaseColumn], seen: &[f32], definition: &Definition) {
        for (shown, width) in shown.iter().zip(seen) {
            let id = shown.id(definition).to_owned();
            let known = self.seen_widths.entry(id).or_default();
            if *width > *known {
                *known = *width;
                ui.ctx().request_repaint();
            }
        }
    }

    /// The headings of the columns, as wide as what stands in them wants; those that the user set are as wide as that.
    fn headings(
        &self,
        ui: &Ui,
        shown: &[CaseColumn],
        definition: &Definition,
        set: &Widths,
        room: f32,
        language: Language,
    ) -> Vec<Column> {
        let sort = &self.spec.sort;
        let ids: Vec<&str> = shown.iter().map(|shown| shown.id(definition)).collect();
        let seen = |column: &CaseColumn| {
            let seen = self.seen_widths.get(column.id(definition)).copied();
            seen.filter(|width| *width > 0.0)
        };
        let wanted = wanted_widths(ui, shown, definition, seen, language);
        let taken: f32 = ids.iter().filter_map(|id| set.set_for(id)).sum();
        let free = wanted.iter().zip(&ids);
        let free = free.filter(|(_, id)| set.set_for(id).is_none());
        let free: Vec<f32> = free.map(|(wanted, _)| *wanted).collect();
        let mut fitted = fit(&free, (room - taken).max(0.0)).into_iter();
        let columns = shown.iter().zip(ids).map(|(shown, id)| {
            let label = shown.label(definition, language);
            let order = match shown.sort_id(definition) {
                None => Order::Never,
                Some(by) => order_of(sort, &by),
            };
            let width = set.set_for(id).or_else(|| fitted.next());
            Column {
                id: id.to_owned(),
                numbers: shown.is_number(definition),
                label,
                icon: None,
                width: width.unwrap_or(SELECTION),
                order,
                fixed: false,
            }
        });
        std::iter::once(boxes(language)).chain(columns).collect()
    }

    /// The headings beside an open case, where everything of a case stands on two lines.
    fn two_headings(&self, definition: &Definition, room: f32, language: Language) -> Vec<Column> {
        let narrow = DUE_AND_OWNER.min(room / 2.0);
        let column = |id: &str, label: String, width: f32, order: Order| Column {
            id: id.to_owned(),
            label,
            icon: None,
            numbers: false,
            width,
            order,
            fixed: true,
        };
        let what = language.text("list-two-lines");
        let due = language.text("list-due-and-owner");
        let order = match definition.plans() {
            true => order_of(&self.spec.sort, DUE),
            false => Order::Never,
        };
        vec![
            boxes(language),
            column("two lines", what, room - narrow, Order::Never),
            Column {
                numbers: true,
                ..column("due and owner", due, narrow, order)
            },
        ]
    }

    /// Selects every case that is shown, or none where all of them are selected.
    fn toggle_all(&mut self, columns: &Columns) {
        let all = self.selection.len() == self.rows.len();
        match all {
            true => self.selection.clear(),
            false => self.select_all(columns),
        }
    }

    /// Sorts by this id, or reverses the order where the list is sorted by it.
    pub(super) fn sort_by(&mut self, by: Option<String>) {
        let Some(by) = by else { return };
        let sort = &mut self.spec.sort;
        if by == sort.by {
            sort.descending = !sort.descending;
        } else {
            *sort = Sort::by(by);
        }
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
        // The heading of a group stays above its cases: what is gone to stands below it.
        let grouped = self.lines.headings().next().is_some();
        let above = to.checked_sub(1).filter(|_| up && grouped);
        self.table.show(above.unwrap_or(to));
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
        if is_pressed(ui, &Command::ChooseAll, registers) {
            self.select_all(columns);
        }
        if is_pressed(ui, &Command::ChooseCase, registers) {
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

/// Whether the keys of a command were pressed in this frame, which are then taken.
fn is_pressed(ui: &Ui, command: &Command, registers: &Registers) -> bool {
    let keys = command.keys(registers);
    keys.is_some_and(|keys| ui.input_mut(|input| input.consume_shortcut(&keys)))
}

/// How the list is sorted by this id.
fn order_of(sort: &Sort, by: &str) -> Order {
    match by == sort.by {
        false => Order::None,
        true if sort.descending => Order::Descending,
        true => Order::Ascending,
    }
}

/// The column with the boxes of the selection; its heading selects everything.
fn boxes(language: Language) -> Column {
    Column {
        id: "chosen".to_owned(),
        label: language.text("list-selected-one"),
        width: SELECTION,
        icon: Some(icons::CHOSEN),
        numbers: false,
        order: Order::None,
        fixed: true,
    }
}
