//! A list on the screen: a virtual table that draws only what is in view, with the keyboard on the whole of it.

use std::sync::Arc;

use chrono::NaiveDateTime;
use egui::accesskit::Role;
use egui::{Align2, EventFilter, Id, Key, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, PrefetchInfo, Table, TableDelegate};

use super::arrangement::{Scope, Sort};
use super::cells::{Shown, Told, shown_columns, widths};
use super::command::Command;
use super::filter::filter_ui;
use super::icons;
use super::list::List;
use super::model::{Model, OpenVault};
use super::press::Press;
use super::task_text::first_due;
use super::theme::{self, Palette};
use super::widgets::{card, empty, focus_ring, paint_cell, room};
use crate::figures::Columns;
use crate::language::Language;
use crate::register::{BEGIN, CaseFile, CaseKey, Definition, END, OUTCOME};

/// The least room in which a list and a case stand side by side.
const BOTH: f32 = 730.0;

impl List {
    /// The list in its card, and beside it the selected case where there is one.
    pub fn list_and_case_ui(
        &mut self,
        ui: &mut Ui,
        model: &mut Model,
        definition: &Arc<Definition>,
        all: usize,
        case_ui: impl FnOnce(&mut Ui, &mut Model, CaseKey),
    ) {
        let room = room(ui);
        // Large letters in a small window leave no room for both: the case covers the list until it is closed.
        if let Some(key) = self.selected
            && room.x < BOTH
        {
            case_ui(ui, model, key);
            return;
        }
        let beside = if self.selected.is_some() {
            (room.x * 0.43).clamp(430.0, 600.0)
        } else {
            0.0
        };
        let gap = if self.selected.is_some() {
            theme::GAP
        } else {
            0.0
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let width = room.x - beside - gap;
            ui.allocate_ui_with_layout(
                vec2(width, room.y),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    card(ui, 1, |ui| {
                        ui.set_min_size(vec2(width - 4.0, room.y - 4.0));
                        ui.set_max_size(vec2(width - 4.0, room.y - 4.0));
                        if self.rows.is_empty() {
                            self.empty_ui(ui, model, definition, all);
                        } else {
                            self.table_ui(ui, model, definition);
                        }
                    });
                },
            );
            if let Some(key) = self.selected {
                ui.allocate_ui_with_layout(
                    vec2(beside, room.y),
                    egui::Layout::top_down(egui::Align::Min),
                    |ui| {
                        case_ui(ui, model, key);
                    },
                );
            }
        });
    }

    /// What will stand here, and the next step.
    fn empty_ui(&self, ui: &mut Ui, model: &Model, definition: &Definition, all: usize) {
        let language = model.language;
        let (title, next) = match all {
            0 => ("list-empty", "list-empty-next"),
            _ => ("list-nothing-fits", "list-nothing-fits-next"),
        };
        let many = definition.case_words.many.text(language);
        let title = language.say(title, &[("cases", many.into())]);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            empty(ui, &definition.icon, &title, &language.text(next));
        });
    }

    /// The table itself.
    pub fn table_ui(&mut self, ui: &mut Ui, model: &mut Model, definition: &Arc<Definition>) {
        let id = Id::unique(("list", &definition.id));
        let area = ui.available_rect_before_wrap();
        let focus = ui.interact(area, id, Sense::FOCUSABLE | Sense::CLICK);
        let language = model.language;
        let count = self.rows.len();
        focus.widget_info(|| {
            let label = language.say(
                "list-name",
                &[
                    ("register", definition.label.text(language).into()),
                    ("count", (count as i64).into()),
                ],
            );
            WidgetInfo::labeled(Role::Table, true, label)
        });
        if std::mem::take(&mut self.take_focus) {
            focus.request_focus();
        }
        let Some(vault) = &mut model.vault else {
            return;
        };
        let Some(columns) = vault.columns(&definition.id) else {
            return;
        };
        if focus.has_focus() {
            self.keyboard(ui, id, &columns, area.height());
        }
        // Lines between rows only; what separates columns is space.
        ui.visuals_mut().widgets.noninteractive.bg_stroke = Stroke::NONE;
        let shown = shown_columns(definition, area.width());
        let widths = widths(&shown, area.width());
        // A handle between columns is a stop of Tab without a name: they are there for the mouse, while it is at them.
        let header = area.with_max_y(area.top() + theme::ROW);
        let by_mouse =
            ui.rect_contains_pointer(header) || ui.input(|input| input.pointer.any_down());
        let mut table = Table::new()
            // Beside an open case the columns are narrower; each room remembers its own widths.
            .id_salt(("table", &definition.id, area.width() as i32))
            .num_rows(count as u64)
            .headers([HeaderRow::new(theme::ROW)])
            .columns(
                widths
                    .iter()
                    .map(|width| Column::new(*width).range(60.0..=800.0).resizable(by_mouse))
                    .collect::<Vec<_>>(),
            )
            .auto_size_mode(egui_table::AutoSizeMode::Never);
        if let Some(row) = self.scroll_to.take() {
            table = table.scroll_to_row(row, None);
        }
        let mut delegate = Rows {
            list: self,
            vault,
            columns: &columns,
            definition,
            language,
            shown,
            widths,
            now: model.clock.wall(),
            clicked: None,
            focused: focus.has_focus(),
        };
        table.show(ui, &mut delegate);
        if let Some(key) = delegate.clicked {
            self.selected = Some(key);
            focus.request_focus();
        }
        if focus.has_focus() {
            let stroke = Stroke::new(2.0, Palette::of(ui).accent);
            ui.painter()
                .rect_stroke(area, 4.0, stroke, egui::StrokeKind::Inside);
        }
    }

    /// Arrows, Page Up and Down, Home and End move the selection.
    fn keyboard(&mut self, ui: &Ui, id: Id, columns: &Columns, height: f32) {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let last = self.rows.len().saturating_sub(1);
        let at = self
            .selected
            .and_then(|key| columns.row_of(key))
            .and_then(|row| self.rows.iter().position(|other| *other == row));
        let page = ((height / theme::ROW) as usize).saturating_sub(2).max(1);
        let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
        let next = if pressed(Key::ArrowDown) {
            Some(at.map_or(0, |at| at + 1))
        } else if pressed(Key::ArrowUp) {
            Some(at.map_or(0, |at| at.saturating_sub(1)))
        } else if pressed(Key::PageDown) {
            Some(at.map_or(0, |at| at + page))
        } else if pressed(Key::PageUp) {
            Some(at.map_or(0, |at| at.saturating_sub(page)))
        } else if pressed(Key::Home) {
            Some(0)
        } else if pressed(Key::End) {
            Some(last)
        } else {
            None
        };
        if let Some(row) = next.map(|next| next.min(last)).and_then(|next| {
            self.scroll_to = Some(next as u64);
            self.rows.get(next)
        }) {
            self.selected = columns.key(*row);
        }
    }
}

/// What the table asks while it draws.
struct Rows<'a> {
    list: &'a mut List,
    vault: &'a mut OpenVault,
    columns: &'a Columns,
    definition: &'a Definition,
    language: Language,
    shown: Vec<Shown>,
    widths: Vec<f32>,
    now: NaiveDateTime,
    clicked: Option<CaseKey>,
    focused: bool,
}

impl Rows<'_> {
    /// What the columns tell of a case.
    fn told<'c>(&self, case: Option<&'c CaseFile>) -> Told<'c> {
        let due = |case| first_due(self.vault, self.definition, case, self.now, self.language);
        Told {
            case,
            due: case.and_then(due),
            today: self.now.date(),
        }
    }

    fn key(&self, row: u64) -> Option<CaseKey> {
        self.columns
            .key(*self.list.rows.get(usize::try_from(row).ok()?)?)
    }
}

impl TableDelegate for Rows<'_> {
    fn prepare(&mut self, info: &PrefetchInfo) {
        // Asks for what comes into view, and a screen on either side of it.
        let extra = info.visible_rows.end - info.visible_rows.start;
        let rows = info.visible_rows.start.saturating_sub(extra)..info.visible_rows.end + extra;
        for row in rows {
            if let Some(key) = self.key(row) {
                self.vault.case(&self.definition.id, key);
            }
        }
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let Some(shown) = self.shown.get(cell.col_range.start) else {
            return;
        };
        let palette = Palette::of(ui);
        let rect = ui.max_rect();
        let label = shown.label(self.definition, self.language);
        let sort = shown.sort_id(self.definition);
        let now = &self.list.arrangement.sort;
        let sorted = sort.as_ref().is_some_and(|sort| *sort == now.by);
        let text = match (sorted, now.descending) {
            (true, true) => format!("{label} ↓"),
            (true, false) => format!("{label} ↑"),
            _ => label.clone(),
        };
        let font = if sorted {
            theme::strong_label()
        } else {
            theme::label()
        };
        let colour = if sorted { palette.ink } else { palette.mute };
        paint_cell(ui, rect, &text, font, colour, Align2::LEFT_CENTER);
        let line = Stroke::new(1.0, palette.line);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
        let Some(sort) = sort else { return };
        let id = ui.scope_id().with("sort");
        let response = ui.interact(rect.shrink2(vec2(4.0, 0.0)), id, Sense::click());
        focus_ring(ui, &response, rect.shrink(4.0), 2);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &label));
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.clicked() {
            let descending = if sorted {
                !now.descending
            } else {
                sort == BEGIN
            };
            let by = sort;
            self.list.arrangement.sort = Sort { by, descending };
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row: u64) {
        // The table also asks for the part of a row that would stand still beside it, which is empty here: a second
        // row to a screen reader.
        if !ui.clip_rect().is_positive() {
            return;
        }
        let Some(key) = self.key(row) else { return };
        let palette = Palette::of(ui);
        let rect = ui.max_rect();
        let selected = self.list.selected == Some(key);
        let response = ui.interact(rect, ui.scope_id().with(("row", row)), Sense::CLICK);
        if selected {
            ui.painter().rect_filled(rect, 0.0, palette.accent_soft);
            let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
            if self.focused {
                ui.painter().rect_filled(bar, 0.0, palette.accent);
            }
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, palette.soft);
        }
        ui.painter().hline(
            rect.x_range(),
            rect.bottom() - 0.5,
            Stroke::new(1.0, palette.line),
        );
        let case = self.vault.case(&self.definition.id, key);
        let told = self.told(case.as_deref());
        response.widget_info(|| {
            let shown = self.shown.iter();
            let texts = shown.map(|shown| shown.said(self.definition, &told, self.language));
            let texts = texts.filter(|text| !text.is_empty());
            let words = texts.collect::<Vec<_>>().join(", ");
            WidgetInfo::selected(Role::Row, true, selected, words)
        });
        if response.clicked() {
            self.clicked = Some(key);
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let (Some(key), Some(shown)) = (self.key(cell.row_nr), self.shown.get(cell.col_nr)) else {
            return;
        };
        // Painted text has no size of its own: the columns begin as wide as they were meant.
        ui.set_min_width(self.widths[cell.col_nr]);
        let case = self.vault.case(&self.definition.id, key);
        let told = self.told(case.as_deref());
        shown.paint(ui, ui.max_rect(), self.definition, &told, self.language);
    }

    fn default_row_height(&self) -> f32 {
        theme::ROW
    }
}

/// The chips above a list: which cases, which filters; each filter can be taken away.
pub fn filters_ui(ui: &mut Ui, list: &mut List, model: &Model, definition: &Definition) {
    let language = model.language;
    if let Scope::Behind(_, name) = &list.arrangement.scope {
        let name = name.clone();
        if Press::new(&name)
            .after(icons::CLOSE)
            .chip(ui, true)
            .clicked()
        {
            *list = List::new(definition);
        }
        return;
    }
    if definition.has_spells() {
        for (scope, id) in [
            (Scope::Running, "list-running"),
            (Scope::Finished, "list-finished"),
            (Scope::All, "list-all"),
        ] {
            let selected = list.arrangement.scope == scope;
            if Press::new(&language.text(id)).chip(ui, selected).clicked() {
                list.arrangement.scope = scope;
            }
        }
        ui.add_space(8.0);
    }
    let vault = model.vault.as_ref();
    let keys = vault.and_then(|vault| Command::Filter.shortcut(&vault.registers));
    let without = [OUTCOME, END];
    filter_ui(
        ui,
        &mut list.arrangement.slice,
        definition,
        language,
        &without,
        keys,
    );
}
