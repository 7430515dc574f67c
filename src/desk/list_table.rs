//! The cases of a list in a table: what stands in its rows, and what the keys and the mouse mean for them.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDateTime;
use egui::accesskit::Role;
use egui::{Id, Ui, WidgetInfo};

use super::arrangement::Sort;
use super::cells::{Shown, Told, shown_columns, widths};
use super::list::List;
use super::model::{Model, OpenVault};
use super::table::{BESIDE, Column, Gesture, Order, Row, Rows, Table};
use super::task_text::first_due;
use super::widgets::paint_row;
use crate::figures::Columns;
use crate::language::Language;
use crate::register::{BEGIN, CaseKey, Definition};

impl List {
    /// The table with its cases.
    pub fn table_ui(&mut self, ui: &mut Ui, model: &mut Model, definition: &Arc<Definition>) {
        let language = model.language;
        let now = model.clock.wall();
        let Some(vault) = &mut model.vault else {
            return;
        };
        let Some(columns) = vault.columns(&definition.id) else {
            return;
        };
        let count = self.rows.len() as i64;
        let register = definition.label.text(language);
        let said = [("register", register.into()), ("count", count.into())];
        let room = ui.available_width() - BESIDE;
        let shown = shown_columns(definition, room);
        let heads = self.heads(&shown, definition, room, language);
        let table = Table {
            id: Id::unique(("list", &definition.id)),
            name: &language.say("list-name", &said),
            columns: &heads,
            cursor: self.place_of_selected(&columns),
            take_focus: std::mem::take(&mut self.take_focus),
        };
        let mut state = std::mem::take(&mut self.table);
        let mut rows = Cases {
            list: self,
            vault,
            columns: &columns,
            definition,
            language,
            shown: &shown,
            now,
        };
        let (_, gesture) = table.show(ui, &mut state, &mut rows);
        self.table = state;
        match gesture {
            Some(Gesture::Clicked(to, _) | Gesture::Went { to, .. }) => {
                self.selected = self.key(to, &columns).or(self.selected);
            }
            Some(Gesture::Sorted(at)) => {
                let sort = shown.get(at).and_then(|shown| shown.sort_id(definition));
                self.sort_by(sort);
            }
            Some(Gesture::Sideways { right }) => self.table.go_sideways(right),
            None => {}
        }
    }

    /// The columns as the table draws them. Beside an open case they are narrower: each room remembers its own widths.
    fn heads(
        &self,
        shown: &[Shown],
        definition: &Definition,
        room: f32,
        language: Language,
    ) -> Vec<Column> {
        let beside = if self.selected.is_some() {
            "beside "
        } else {
            ""
        };
        let sort = &self.arrangement.sort;
        let columns = shown.iter().zip(widths(shown, room));
        columns
            .map(|(shown, width)| {
                let label = shown.label(definition, language);
                let order = match shown.sort_id(definition) {
                    None => Order::Never,
                    Some(by) if by != sort.by => Order::None,
                    Some(_) if sort.descending => Order::Descending,
                    Some(_) => Order::Ascending,
                };
                Column {
                    id: format!("{beside}{label}"),
                    label,
                    width,
                    order,
                }
            })
            .collect()
    }

    /// Sorts by this, or the other way round where it is sorted by it. Dates begin with the newest.
    fn sort_by(&mut self, by: Option<String>) {
        let Some(by) = by else { return };
        let sort = &mut self.arrangement.sort;
        let descending = if by == sort.by {
            !sort.descending
        } else {
            by == BEGIN
        };
        *sort = Sort { by, descending };
    }
}

/// What the table asks while it draws.
struct Cases<'a> {
    list: &'a List,
    vault: &'a mut OpenVault,
    columns: &'a Columns,
    definition: &'a Definition,
    language: Language,
    shown: &'a [Shown],
    now: NaiveDateTime,
}

impl Cases<'_> {
    fn key(&self, at: usize) -> Option<CaseKey> {
        self.list.key(at, self.columns)
    }
}

impl Rows for Cases<'_> {
    fn count(&self) -> usize {
        self.list.rows.len()
    }

    fn prepare(&mut self, rows: Range<usize>) {
        for key in rows.filter_map(|at| self.key(at)).collect::<Vec<_>>() {
            self.vault.case(&self.definition.id, key);
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row: &Row<'_>) {
        let Some(key) = self.key(row.at) else { return };
        let selected = self.list.selected == Some(key);
        let hovered = row.response.hovered();
        paint_row(ui, row.rect, selected, row.focused, hovered);
        let case = self.vault.case(&self.definition.id, key);
        let case = case.as_deref();
        let due = |case| first_due(self.vault, self.definition, case, self.now, self.language);
        let told = Told {
            case,
            due: case.and_then(due),
            today: self.now.date(),
        };
        row.response.widget_info(|| {
            let shown = self.shown.iter();
            let texts = shown.map(|shown| shown.said(self.definition, &told, self.language));
            let texts = texts.filter(|text| !text.is_empty());
            let words = texts.collect::<Vec<_>>().join(", ");
            WidgetInfo::selected(Role::Row, true, selected, words)
        });
        let seen = ui.clip_rect();
        for (shown, cell) in self.shown.iter().zip(row.cells) {
            ui.set_clip_rect(seen.intersect(*cell));
            shown.paint(ui, *cell, self.definition, &told, self.language);
        }
        ui.set_clip_rect(seen);
    }
}
