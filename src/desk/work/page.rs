//! The list of work on the screen: what presses stands on top, and one key says that it is done.

use chrono::NaiveDateTime;
use egui::accesskit::Role;
use egui::{
    Align2, EventFilter, Id, Key, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use crate::desk::backend::task_order::{Choice, KeptWhose, Line, TaskId, Whose};
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, empty, room};
use crate::desk::state::action::{Action, TaskAction};
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::desk::work::filters::choosers_ui;
use crate::desk::work::row::{Row, row_ui};
use crate::language::Language;

/// How high a heading is.
pub(super) const HEADING: f32 = 40.0;
/// How high a task is: what has to be done, and below it in which case.
pub(super) const TASK: f32 = 50.0;

/// The screen with what is to be done.
pub struct WorkPage {
    /// Which tasks it shows.
    pub(super) choice: Choice,
    /// Whether the user said whose.
    pub(super) chosen: bool,
    /// The task that is selected.
    pub selected: Option<TaskId>,
    /// Whether the list is to take the keyboard.
    pub take_focus: bool,
    pub(super) lines: Vec<Line>,
    /// Where each line begins, and where the last one ends.
    pub(super) tops: Vec<f32>,
    pub(super) counts: [usize; 4],
    /// How many tasks each register has of whom is chosen.
    pub(super) registers: Vec<(String, usize)>,
    pub(super) owners: Vec<(String, usize)>,
    pub(super) of_whom: [usize; 3],
    pub(super) made_for: Option<(u64, NaiveDateTime, Choice, Vec<TaskId>)>,
    /// The line that was selected last: what takes its place when it is gone.
    pub(super) at: usize,
    pub(super) show: bool,
}

/// The page. Returns whose work is to be shown first from now on, when that was chosen.
pub fn work_ui(
    ui: &mut Ui,
    work: &mut WorkPage,
    model: &mut Model,
    storing: Vec<TaskId>,
) -> Option<KeptWhose> {
    work.refresh(model, storing.clone());
    let language = model.language;
    header_ui(ui, work, model);
    let before = work.choice.whose.clone();
    ui.horizontal_wrapped(|ui| choosers_ui(ui, work, model));
    ui.add_space(4.0);
    let kept = (work.choice.whose != before).then(|| {
        work.chosen = true;
        work.choice.whose.kept()
    });
    work.refresh(model, storing);
    let room = room(ui);
    card(ui, 1, |ui| {
        ui.set_min_size(room - vec2(4.0, 4.0));
        ui.set_max_size(room - vec2(4.0, 4.0));
        if work.lines.is_empty() {
            empty_ui(ui, work, language);
        } else {
            work.list_ui(ui, model);
        }
    });
    kept.flatten()
}

fn header_ui(ui: &mut Ui, work: &WorkPage, model: &mut Model) {
    let language = model.language;
    let title = match &work.choice.whose {
        Whose::Mine => language.text("work"),
        Whose::Team => language.text("work-of-team"),
        Whose::Colleague(name) => {
            language.say("work-of-colleague", &[("name", name.as_str().into())])
        }
        Whose::Nobody => language.text("work-of-nobody"),
    };
    let count = |at: usize| (work.counts[at] as i64).into();
    let counts = [("late", count(0)), ("today", count(1)), ("week", count(2))];
    let subtitle = language.say("work-subtitle", &counts);
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    let commands = &mut model.actions;
    route::page_header(ui, &title, &subtitle, |ui| {
        let here = work.selected.is_some();
        let label = language.text("task-done");
        let keys = Command::TaskDone.shortcut(&registers);
        let done = Button::new(&label).icon(icons::CHOSEN).shortcut(keys);
        if done.enabled(here).primary(ui).clicked() {
            commands.push(Command::TaskDone);
        }
        let label = language.text("task-put-off");
        let keys = Command::PutOffTask.shortcut(&registers);
        let later = Button::new(&label).icon(icons::LATER).shortcut(keys);
        if later.enabled(here).secondary(ui).clicked() {
            commands.push(Command::PutOffTask);
        }
    });
}

fn empty_ui(ui: &mut Ui, work: &WorkPage, language: Language) {
    let (title, next) = match work.choice.whose {
        Whose::Mine => ("work-empty", "work-empty-next"),
        _ => ("work-empty", "work-empty-others"),
    };
    ui.vertical(|ui| {
        ui.set_width(ui.available_width());
        empty(ui, icons::WORK, &language.text(title), &language.text(next));
    });
}

impl WorkPage {
    fn list_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let id = Id::unique("work list");
        let area = ui.available_rect_before_wrap();
        let focus = ui.interact(area, id, Sense::FOCUSABLE | Sense::CLICK);
        let language = model.language;
        let tasks: usize = self.counts.iter().sum();
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
        let focused = focus.has_focus();
        let scroll = ScrollArea::vertical().id_salt("work").auto_shrink(false);
        let rows = UiBuilder::new().accessibility_parent(id);
        let clicked = ui.scope_builder(rows, |ui| {
            let shown =
                scroll.show_viewport(ui, |ui, seen| self.lines_ui(ui, seen, model, focused));
            shown.inner
        });
        let clicked = clicked.inner;
        if clicked {
            focus.request_focus();
        }
        if focused {
            let stroke = Stroke::new(2.0, Palette::of(ui).accent);
            ui.painter()
                .rect_stroke(area, 6.0, stroke, egui::StrokeKind::Inside);
        }
    }

    /// The lines that are in view. Returns whether one was clicked.
    fn lines_ui(&mut self, ui: &mut Ui, seen: Rect, model: &mut Model, focused: bool) -> bool {
        let whole = self.tops.last().copied().unwrap_or(0.0);
        ui.set_height(whole);
        let origin = ui.max_rect().min;
        let width = ui.available_width();
        let place = |at: usize, tops: &[f32]| {
            let (top, bottom) = (tops[at], tops[at + 1]);
            Rect::from_min_max(
                pos2(origin.x, origin.y + top),
                pos2(origin.x + width, origin.y + bottom),
            )
        };
        if std::mem::take(&mut self.show)
            && let Some(at) = self.selected.as_ref().and_then(|id| self.place_of(id))
        {
            // With the heading above it, where that is the line before.
            let mut rect = place(at, &self.tops);
            if at > 0 && self.task(at - 1).is_none() {
                rect.min.y -= HEADING;
            }
            ui.scroll_to_rect(rect, None);
        }
        let first = self.tops.partition_point(|top| *top <= seen.min.y);
        let last = self.tops.partition_point(|top| *top < seen.max.y);
        let mut clicked = None;
        let mut beyond = false;
        for at in first.saturating_sub(1)..last.min(self.lines.len()) {
            let rect = place(at, &self.tops);
            match &self.lines[at] {
                Line::Heading(section, count) => {
                    heading_ui(ui, rect, *section, *count, model.language);
                }
                Line::Beyond(count) => {
                    let count = [("count", (*count as i64).into())];
                    let text = model.language.say("work-beyond", &count);
                    let inner = rect.shrink2(vec2(12.0, 8.0));
                    let builder = UiBuilder::new().max_rect(inner);
                    ui.scope_builder(builder, |ui| beyond = Button::new(&text).link(ui).clicked());
                }
                Line::Task(task) => {
                    let selected = self.selected.as_ref().is_some_and(|id| id.is(task));
                    let row = Row {
                        task,
                        selected,
                        focused,
                        at,
                    };
                    let response = row_ui(ui, rect, &row, model);
                    if response.clicked() {
                        clicked = Some(at);
                    }
                    if response.double_clicked() {
                        model
                            .actions
                            .push(Action::OpenCase(task.register.clone(), task.case));
                    }
                }
            }
        }
        self.choice.beyond |= beyond;
        if clicked.is_some() {
            self.select(clicked);
        }
        clicked.is_some()
    }

    /// Arrows, Page Up and Down, Home and End move the selection; Enter opens the case; one key settles the task.
    fn keyboard(&mut self, ui: &Ui, id: Id, height: f32, model: &mut Model) {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let here = self.selected.as_ref().and_then(|id| self.place_of(id));
        let page = ((height / TASK) as usize).saturating_sub(2).max(1);
        let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
        let last = self.task_before(self.lines.len());
        let on = |from: usize| self.next_task(from).or(last);
        let back = |from: usize| self.task_before(from).or_else(|| self.next_task(0));
        let next = if pressed(Key::ArrowDown) {
            Some(on(here.map_or(0, |at| at + 1)))
        } else if pressed(Key::ArrowUp) {
            Some(back(here.unwrap_or(0)))
        } else if pressed(Key::PageDown) {
            Some(on(here.map_or(0, |at| at + page)))
        } else if pressed(Key::PageUp) {
            Some(back(here.map_or(0, |at| (at + 1).saturating_sub(page))))
        } else if pressed(Key::Home) {
            Some(self.next_task(0))
        } else if pressed(Key::End) {
            Some(last)
        } else {
            None
        };
        if let Some(next) = next {
            // Whoever goes on below the last task wants to see what is counted there.
            let on_last = here.is_some() && here == next && pressed(Key::ArrowDown);
            self.choice.beyond |= on_last && matches!(self.lines.last(), Some(Line::Beyond(_)));
            self.select(next);
            return;
        }
        if pressed(Key::Enter)
            && let Some(id) = &self.selected
        {
            model
                .actions
                .push(Action::OpenCase(id.register.clone(), id.case));
        }
        let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
            return;
        };
        for (command, say) in [
            (Command::TaskDone, TaskAction::Done),
            (Command::PutOffTask, TaskAction::PutOff),
        ] {
            let Some(keys) = command.keys(&registers) else {
                continue;
            };
            if !ui.input_mut(|input| input.consume_shortcut(&keys)) {
                continue;
            }
            if let Some(id) = &self.selected {
                model.actions.push(Action::Task(id.clone(), say));
            }
        }
    }
}

fn heading_ui(
    ui: &mut Ui,
    rect: Rect,
    section: crate::desk::backend::task_order::Section,
    count: usize,
    language: Language,
) {
    let palette = Palette::of(ui);
    let text = language.text(section.text_id());
    let line = ui.interact(rect, ui.scope_id().with(section), Sense::hover());
    line.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{text} {count}")));
    let colour = match section {
        crate::desk::backend::task_order::Section::Late => palette.bad.0,
        _ => palette.ink,
    };
    let painter = ui.painter();
    let at = pos2(rect.left() + 16.0, rect.bottom() - 9.0);
    let said = painter.text(at, Align2::LEFT_BOTTOM, text, theme::heading(), colour);
    let at = pos2(said.right() + 8.0, rect.bottom() - 10.0);
    let count = language.count(count as i64);
    painter.text(at, Align2::LEFT_BOTTOM, count, theme::body(), palette.mute);
    let stroke = Stroke::new(1.0, palette.line);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, stroke);
}
