//! The dialog that chooses the columns of a list and their order: with the space bar, with Alt and an arrow, or by
//! dragging.

use egui::accesskit::Role;
use egui::{
    Align2, EventFilter, Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::density;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{
    Tone, focus_ring, label_ui, paint_cell, paint_row, paint_tag, tag_size,
};
use crate::desk::parts::case_cells::columns_of;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Definition, Sensitivity};
use crate::report::CaseColumn;

/// The state of the dialog.
#[derive(Default)]
pub struct ColumnChooser {
    /// The index of the column that the keyboard is on.
    at: usize,
    /// Whether it took the keyboard, in its first frame.
    has_opened: bool,
}

/// A change of the columns, by their indexes in the dialog.
#[derive(Clone, Copy, Debug)]
enum Change {
    /// A column is shown, or no longer.
    Toggle(usize),
    /// A column takes the place of another one.
    Move { from: usize, to: usize },
}

impl ColumnChooser {
    /// Draws the dialog, which changes the ids of the chosen columns. Returns whether it stays open.
    pub fn ui(
        &mut self,
        ui: &Ui,
        chosen: &mut Vec<String>,
        definition: &Definition,
        model: &Model,
    ) -> bool {
        let language = model.language;
        let title = language.text("columns-title");
        let mut stays = true;
        let modal = dialog_ui(ui, "columns", &title, 480.0, |ui| {
            let palette = Palette::of(ui);
            let hint = language.text("columns-hint");
            label_ui(ui, hint, theme::label(), palette.mute);
            ui.add_space(4.0);
            let columns = ordered(chosen, definition);
            let count = columns_of(definition, chosen, f32::INFINITY).len();
            if let Some(change) = self.columns_ui(ui, &columns, count, definition, language) {
                *chosen = self.changed(change, &columns, count, definition);
            }
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let close = language.text("command-close");
                let button = Button::new(&close).shortcut(model.shortcut(&Command::Close));
                stays &= !button.secondary(ui).clicked();
                let standard = language.text("columns-standard");
                let button = Button::new(&standard).icon(icons::UNDO);
                if button.enabled(!chosen.is_empty()).secondary(ui).clicked() {
                    chosen.clear();
                    self.at = 0;
                }
            });
        });
        stays && !modal.should_close()
    }

    /// The ids of the chosen columns after a change; `columns` are all, of which the first `count` are chosen. The last
    /// one stays.
    fn changed(
        &mut self,
        change: Change,
        columns: &[CaseColumn],
        count: usize,
        definition: &Definition,
    ) -> Vec<String> {
        let mut chosen: Vec<&CaseColumn> = columns[..count].iter().collect();
        match change {
            Change::Toggle(at) if at >= count => {
                chosen.push(&columns[at]);
                self.at = count;
            }
            Change::Toggle(at) if count > 1 => {
                chosen.remove(at);
            }
            Change::Toggle(_) => {}
            Change::Move { from, to } => {
                let moved = chosen.remove(from);
                chosen.insert(to, moved);
                self.at = to;
            }
        }
        let ids = chosen.into_iter().map(|shown| shown.id(definition));
        ids.map(str::to_owned).collect()
    }

    /// Draws the columns, of which the first `count` are chosen. Returns the change that the user made.
    fn columns_ui(
        &mut self,
        ui: &mut Ui,
        columns: &[CaseColumn],
        count: usize,
        definition: &Definition,
        language: Language,
    ) -> Option<Change> {
        let row_height = density::height(ui, theme::ROW);
        let high = ui.ctx().content_rect().height() - 280.0;
        let height = (columns.len() as f32 * row_height).min(high.max(4.0 * row_height));
        let mut change = None;
        let scroll = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let size = vec2(ui.available_width(), columns.len() as f32 * row_height);
            let (area, _) = ui.allocate_exact_size(size, Sense::hover());
            let id = Id::unique("list of columns");
            let list = ui.interact(area, id, Sense::FOCUSABLE);
            list.widget_info(|| {
                WidgetInfo::labeled(Role::ListBox, true, language.text("columns-title"))
            });
            if !std::mem::replace(&mut self.has_opened, true) {
                list.request_focus();
            }
            if list.has_focus() {
                let filter = EventFilter {
                    vertical_arrows: true,
                    ..EventFilter::default()
                };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
                change = self.keys(ui, columns.len(), count);
            }
            focus_ring(ui, &list, area, theme::RADIUS);
            // The columns are the options of the list.
            let options = UiBuilder::new().max_rect(area).accessibility_parent(id);
            let options = ui.new_child(options);
            for (at, shown) in columns.iter().enumerate() {
                let top = area.top() + at as f32 * row_height;
                let rect =
                    Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), row_height));
                let sense = Sense::CLICK | Sense::DRAG;
                let row = options.interact(rect, id.with(shown.id(definition)), sense);
                let on = at < count;
                let label = shown.label(definition, language);
                row.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &label));
                accessible::list_box_option(ui, row.id, on);
                paint_row(ui, rect, self.at == at, list.has_focus(), row.hovered());
                column_ui(ui, rect, shown, on, definition, language);
                if row.clicked() {
                    self.at = at;
                    change = Some(Change::Toggle(at));
                }
                if self.at == at && ui.input(|input| !input.keys_down.is_empty()) {
                    row.scroll_to_me(None);
                }
                if on && row.dragged() {
                    change = dragged(&row, area, row_height, at, count).or(change.take());
                }
            }
        });
        change
    }

    /// The change by the keys: arrows go through the columns, with Alt they move the column, the space bar toggles it.
    fn keys(&mut self, ui: &Ui, all: usize, count: usize) -> Option<Change> {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let last = all.saturating_sub(1);
        self.at = self.at.min(last);
        let from = self.at;
        if pressed(Modifiers::ALT, Key::ArrowUp) && from < count && from > 0 {
            return Some(Change::Move { from, to: from - 1 });
        }
        if pressed(Modifiers::ALT, Key::ArrowDown) && from + 1 < count {
            return Some(Change::Move { from, to: from + 1 });
        }
        if pressed(Modifiers::NONE, Key::ArrowUp) {
            self.at = from.saturating_sub(1);
        }
        if pressed(Modifiers::NONE, Key::ArrowDown) {
            self.at = (from + 1).min(last);
        }
        let toggled = pressed(Modifiers::NONE, Key::Space) || pressed(Modifiers::NONE, Key::Enter);
        toggled.then_some(Change::Toggle(self.at))
    }
}

/// The change by dragging a column to another place.
fn dragged(
    row: &egui::Response,
    area: Rect,
    height: f32,
    from: usize,
    count: usize,
) -> Option<Change> {
    let at = row.interact_pointer_pos()?.y - area.top();
    let to = ((at / height).max(0.0) as usize).min(count.saturating_sub(1));
    (to != from).then_some(Change::Move { from, to })
}

/// Every column: the chosen ones in their order, then the others.
fn ordered(chosen: &[String], definition: &Definition) -> Vec<CaseColumn> {
    let mut columns = columns_of(definition, chosen, f32::INFINITY);
    let others = CaseColumn::all(definition).into_iter();
    let others: Vec<CaseColumn> = others.filter(|other| !columns.contains(other)).collect();
    columns.extend(others);
    columns
}

/// Draws a column: whether it is chosen, its name, how sensitive it is, and whether a list can be sorted by it.
fn column_ui(
    ui: &Ui,
    rect: Rect,
    shown: &CaseColumn,
    on: bool,
    definition: &Definition,
    language: Language,
) {
    let palette = Palette::of(ui);
    let left = Align2::LEFT_CENTER;
    if on {
        let at = rect.left_center() + vec2(10.0, 0.0);
        ui.painter()
            .text(at, left, icons::CHOSEN, theme::icon(), palette.accent);
    }
    let mut right = rect.right() - 8.0;
    if shown.sort_id(definition).is_none() {
        let text = language.text("columns-unsorted");
        let cell = rect.with_min_x(right - 150.0).with_max_x(right);
        let align = Align2::RIGHT_CENTER;
        paint_cell(ui, cell, &text, theme::label(), palette.faint, align);
        right = cell.left();
    }
    if let Some(text) = sensitivity(shown, definition) {
        let text = language.text(text);
        right -= tag_size(ui, &text).x + 8.0;
        paint_tag(ui, pos2(right, rect.center().y), &text, Tone::Warn);
    }
    let label = shown.label(definition, language);
    let cell = rect.with_min_x(rect.left() + 32.0).with_max_x(right);
    let font = if on { theme::strong() } else { theme::body() };
    paint_cell(ui, cell, &label, font, palette.ink, left);
}

/// The id of the text that warns of more than ordinary data in a column.
fn sensitivity(shown: &CaseColumn, definition: &Definition) -> Option<&'static str> {
    let CaseColumn::Field(at) = shown else {
        return None;
    };
    match definition.fields[*at].sensitivity {
        Sensitivity::Ordinary => None,
        Sensitivity::Minor => Some("sensitivity-minor"),
        Sensitivity::Special => Some("sensitivity-special"),
        Sensitivity::Criminal => Some("sensitivity-criminal"),
        Sensitivity::Police => Some("sensitivity-police"),
    }
}
