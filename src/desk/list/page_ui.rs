//! Lays out a list with the open case beside it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Rect, Ui, UiBuilder, vec2};

use crate::desk::kit::accessible;
use crate::desk::kit::divider::{PanelWidth, divider_ui};
use crate::desk::kit::table::Widths;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::{card, empty, room};
use crate::desk::list::case_list::CaseList;
use crate::desk::list::selection_bar;
use crate::desk::state::model::Model;
use crate::register::{CaseKey, Definition};

/// The least width in which a list and a case stand side by side, in points.
const BOTH: f32 = 730.0;
/// The least width of the list beside a case.
const LIST: f32 = 284.0;
/// The least width of the case beside a list.
const CASE: f32 = 380.0;

/// The widths that the user set.
pub struct SetWidths<'a> {
    /// The case beside the list.
    pub case: &'a mut PanelWidth,
    /// The columns of the list.
    pub columns: &'a mut Widths,
}

impl CaseList {
    /// Draws the list, and beside it the selected case, if there is one, by `case_ui`. Returns whether a width was
    /// changed: of the case, or of a column.
    pub fn list_and_case_ui(
        &mut self,
        ui: &mut Ui,
        model: &mut Model,
        definition: &Arc<Definition>,
        widths: SetWidths<'_>,
        case_ui: impl FnOnce(&mut Ui, &mut Model, CaseKey),
    ) -> bool {
        let SetWidths {
            case: panel,
            columns,
        } = widths;
        let room = room(ui);
        let both = room.x >= BOTH;
        // Large letters in a small window leave no room for both: the case covers the list until it is closed, but not
        // while there is a selection.
        if let Some(key) = self.selected
            && !both
            && self.selection.is_empty()
        {
            case_ui(ui, model, key);
            return false;
        }
        let case = self.selected.filter(|_| both);
        self.set_beside(case.is_some(), model, definition);
        let (beside, gap) = match case {
            Some(_) => {
                let usual = (room.x * 0.58).clamp(CASE, 860.0);
                let case = CASE..=room.x - theme::GAP - LIST;
                (panel.show(usual, case), theme::GAP)
            }
            None => (0.0, 0.0),
        };
        let area = ui.available_rect_before_wrap();
        let mut widened = false;
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
                            self.empty_ui(ui, model, definition);
                        } else {
                            widened = self.lines_ui(ui, model, definition, columns);
                        }
                    });
                },
            );
            if let Some(key) = case {
                ui.allocate_ui_with_layout(
                    vec2(beside, room.y),
                    egui::Layout::top_down(egui::Align::Min),
                    |ui| {
                        let name = model.text("landmark-case");
                        accessible::region(ui, Role::Complementary, &name);
                        case_ui(ui, model, key);
                    },
                );
            }
        });
        let Some(_) = case else { return widened };
        let right = area.left() + room.x;
        let line = area.left() + room.x - beside - gap / 2.0;
        let line = Rect::from_x_y_ranges(line..=line, area.top()..=area.top() + room.y);
        let name = model.text("panel-case");
        divider_ui(ui, &name, line, panel, |at| right - at - gap / 2.0) || widened
    }

    /// A case stands beside the list from now on, or no longer: its rows are higher then, and the selected one stays in
    /// view.
    fn set_beside(&mut self, beside: bool, model: &Model, definition: &Definition) {
        if std::mem::replace(&mut self.beside, beside) == beside {
            return;
        }
        let vault = model.vault.as_ref();
        let columns = vault.and_then(|vault| vault.columns(&definition.id));
        if let Some(at) = columns.and_then(|columns| self.cursor(&columns)) {
            self.table.show(at);
        }
    }

    /// Draws the table, and the selection bar below it while there is a selection. Returns whether a column was made
    /// wider or narrower.
    fn lines_ui(
        &mut self,
        ui: &mut Ui,
        model: &mut Model,
        definition: &Arc<Definition>,
        widths: &mut Widths,
    ) -> bool {
        let room = ui.available_rect_before_wrap();
        if self.selection.is_empty() {
            return self.table_ui(ui, model, definition, widths);
        }
        let bar = room.bottom() - selection_bar::HEIGHT;
        let builder = UiBuilder::new().max_rect(room.with_max_y(bar));
        let table = ui.scope_builder(builder, |ui| self.table_ui(ui, model, definition, widths));
        selection_bar::selection_bar_ui(ui, room.with_min_y(bar), self, model, definition);
        table.inner
    }

    /// Draws why the list is empty, and the next step.
    fn empty_ui(&self, ui: &mut Ui, model: &Model, definition: &Definition) {
        let vault = model.vault.as_ref();
        let columns = vault.and_then(|vault| vault.columns(&definition.id));
        let all = columns.map_or(0, |columns| columns.len());
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
}
