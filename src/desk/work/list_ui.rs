//! Draws the lines of the list of work, and moves the selection by keyboard.

use egui::accesskit::Role;
use egui::{
    Align2, EventFilter, Id, Key, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::desk::backend::task_order::{Section, WorkLine};
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::density::{self, Density};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::state::action::{Action, TaskAction};
use crate::desk::state::model::Model;
use crate::desk::work::page::{HEADING, TASK, WorkPage};
use crate::desk::work::row_ui::{Row, row_ui};
use crate::language::Language;

impl WorkPage {
    /// Draws the list in the rest of the room, and takes the keys while it has the keyboard.
    pub fn list_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let id = Id::unique("work list");
        let area = ui.available_rect_before_wrap();
        let focus = ui.interact(area, id, Sense::FOCUSABLE | Sense::CLICK);
        let language = model.language;
        let tasks: usize = self.section_counts.iter().sum();
        focus.widget_info(|| {
            let count = [("count", (tasks as i64).into())];
            WidgetInfo::labeled(Role::Table, true, language.say("work-list", &count))
        });
        if std::mem::take(&mut self.take_focus) {
            focus.request_focus();
        }
        if focus.has_focus() {
            self.keyboard(ui, id, area.height(), model);
        }
        self.place_lines(Density::of(ui));
        let focused = focus.has_focus();
        let scroll = ScrollArea::vertical().id_salt("work").auto_shrink(false);
        let rows = UiBuilder::new().accessibility_parent(id);
        let clicked = ui.scope_builder(rows, |ui| {
            let shown =
                scroll.show_viewport(ui, |ui, seen| self.lines_ui(ui, seen, model, focused));
            shown.inner
        });
        if clicked.inner {
            focus.request_focus();
        }
        if focused {
            let stroke = Stroke::new(2.0, Palette::of(ui).accent);
            ui.painter()
                .rect_stroke(area, 6.0, stroke, StrokeKind::Inside);
        }
    }

    /// Draws the lines that are in view. Returns whether a task was clicked.
    fn lines_ui(&mut self, ui: &mut Ui, seen: Rect, model: &mut Model, focused: bool) -> bool {
        ui.set_height(self.tops.last().copied().unwrap_or(0.0));
        self.scroll_ui(ui);
        let first = self.tops.partition_point(|top| *top <= seen.min.y);
        let last = self.tops.partition_point(|top| *top < seen.max.y);
        let mut clicked = None;
        for at in first.saturating_sub(1)..last.min(self.lines.len()) {
            let rect = self.line_rect(ui, at);
            match &self.lines[at] {
                WorkLine::Heading(section, count) => {
                    heading_ui(ui, rect, *section, *count, model.language);
                }
                WorkLine::FarAhead(count) => {
                    self.filter.far_ahead |= far_ahead_ui(ui, rect, *count, model.language);
                }
                WorkLine::Task(task) => {
                    let row = Row {
                        task,
                        selected: self.selected.as_ref().is_some_and(|id| id.is(task)),
                        focused,
                        at,
                    };
                    let response = row_ui(ui, rect, &row, model);
                    if response.clicked() {
                        clicked = Some(at);
                    }
                    if response.double_clicked() {
                        let open = Action::OpenCase(task.register.clone(), task.case);
                        model.actions.push(open);
                    }
                }
            }
        }
        if clicked.is_some() {
            self.select(clicked);
            self.case_is_open = true;
            // The case beside it is drawn in the next frame.
            ui.ctx().request_repaint();
        }
        clicked.is_some()
    }

    /// The rectangle of the line at this index.
    fn line_rect(&self, ui: &Ui, at: usize) -> Rect {
        let origin = ui.max_rect().min;
        let (top, bottom) = (self.tops[at], self.tops[at + 1]);
        Rect::from_min_max(
            pos2(origin.x, origin.y + top),
            pos2(origin.x + ui.available_width(), origin.y + bottom),
        )
    }

    /// Scrolls to the selected task, where it was selected just now, with the heading above it.
    fn scroll_ui(&mut self, ui: &Ui) {
        if std::mem::take(&mut self.scroll_to_selected)
            && let Some(at) = self.selected_place()
        {
            let mut rect = self.line_rect(ui, at);
            if at > 0 && self.task(at - 1).is_none() {
                rect.min.y -= density::height(ui, HEADING);
            }
            ui.scroll_to_rect(rect, None);
        }
    }

    /// Takes the keys: arrows, Page Up and Down, Home and End move the selection, Enter opens the case, and the keys of
    /// the commands set the task done or put it off. `height` is that of the list.
    fn keyboard(&mut self, ui: &Ui, id: Id, height: f32, model: &mut Model) {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
        if let Some(next) = self.moved_to(height / density::height(ui, TASK), pressed) {
            // Going on below the last task lists the tasks that are only counted there.
            let here = self.selected_place();
            let on_last = here.is_some() && here == next && pressed(Key::ArrowDown);
            let is_counted = matches!(self.lines.last(), Some(WorkLine::FarAhead(_)));
            self.filter.far_ahead |= on_last && is_counted;
            self.select(next);
            self.case_is_open = true;
            // The case beside it is drawn in the next frame.
            ui.ctx().request_repaint();
            return;
        }
        let Some(selected) = &self.selected else {
            return;
        };
        // First beside the list, then in the list of its register.
        if pressed(Key::Enter) && std::mem::replace(&mut self.case_is_open, true) {
            let open = Action::OpenCase(selected.register.clone(), selected.case);
            model.actions.push(open);
        }
        let Some(vault) = &model.vault else { return };
        for (command, action) in [
            (Command::TaskDone, TaskAction::Done),
            (Command::PutOffTask, TaskAction::PutOff),
        ] {
            let keys = command.keys(&vault.registers);
            let pressed =
                keys.is_some_and(|keys| ui.input_mut(|input| input.consume_shortcut(&keys)));
            if pressed {
                model.actions.push(Action::Task(selected.clone(), action));
            }
        }
    }

    /// The index of the line to which a key moves the selection; `Some(None)` where there is no task to go to, none where
    /// no such key was pressed. A page is this many tasks high.
    fn moved_to(&self, page: f32, pressed: impl Fn(Key) -> bool) -> Option<Option<usize>> {
        let here = self.selected_place();
        let page = (page as usize).saturating_sub(2).max(1);
        let last = self.task_before(self.lines.len());
        let on = |from: usize| self.next_task(from).or(last);
        let back = |from: usize| self.task_before(from).or_else(|| self.next_task(0));
        let keys = [
            Key::ArrowDown,
            Key::ArrowUp,
            Key::PageDown,
            Key::PageUp,
            Key::Home,
            Key::End,
        ];
        match keys.into_iter().find(|key| pressed(*key))? {
            Key::ArrowDown => Some(on(here.map_or(0, |at| at + 1))),
            Key::ArrowUp => Some(back(here.unwrap_or(0))),
            Key::PageDown => Some(on(here.map_or(0, |at| at + page))),
            Key::PageUp => Some(back(here.map_or(0, |at| (at + 1).saturating_sub(page)))),
            Key::Home => Some(self.next_task(0)),
            _ => Some(last),
        }
    }
}

/// Draws the heading of a section with the number of its tasks.
fn heading_ui(ui: &Ui, rect: Rect, section: Section, count: usize, language: Language) {
    let palette = Palette::of(ui);
    let text = language.text(section.text_id());
    let line = ui.interact(rect, ui.scope_id().with(section), Sense::hover());
    line.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{text} {count}")));
    let colour = match section {
        Section::Late => palette.bad.0,
        Section::Today | Section::Week | Section::Later => palette.ink,
    };
    let painter = ui.painter();
    let at = pos2(rect.left() + 16.0, rect.bottom() - 9.0);
    let drawn = painter.text(at, Align2::LEFT_BOTTOM, text, theme::heading(), colour);
    let at = pos2(drawn.right() + 8.0, rect.bottom() - 10.0);
    let count = language.count(count as i64);
    painter.text(at, Align2::LEFT_BOTTOM, count, theme::body(), palette.mute);
    let stroke = Stroke::new(1.0, palette.line);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, stroke);
}

/// Draws the number of tasks that are due too far ahead to be listed. Returns whether the user asks to list them.
fn far_ahead_ui(ui: &mut Ui, rect: Rect, count: usize, language: Language) -> bool {
    let count = [("count", (count as i64).into())];
    let text = language.say("work-beyond", &count);
    let builder = UiBuilder::new().max_rect(rect.shrink2(vec2(12.0, 8.0)));
    ui.scope_builder(builder, |ui| Button::new(&text).link(ui).clicked())
        .inner
}
