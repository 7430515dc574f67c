//! The dialog of the help: at the left what there is to read, at the right the open topic, on top the field that searches all
//! of it.

use egui::{
    Align, Event, Id, Key, KeyboardShortcut, Layout, Margin, Modal, Modifiers, Rect, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2,
};

use super::entries_ui::entries_ui;
use super::hits_ui::hits_ui;
use super::keys_ui::keys_ui;
use super::links::command_of;
use super::place::{Target, Topic};
use super::state::Help;
use super::words_ui::words_ui;
use crate::desk::command::Command;
use crate::desk::command::keys::written;
use crate::desk::frame::markdown::document_ui::MEASURE;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, search_field};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::manual::{Link, chapter};

/// The keys that go back.
const BACK: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft);
/// How far a text stands from the list at most.
const AIR: f32 = 72.0;
/// How far an arrow scrolls.
const LINE: f32 = 46.0;

/// The room in the dialog.
#[derive(Clone, Copy)]
struct Room {
    width: f32,
    /// Of the list and the topic.
    height: f32,
    /// How wide the list is.
    entries: f32,
}

/// The field that searches, in this frame.
#[derive(Clone, Copy)]
struct Field {
    has_keyboard: bool,
    /// Whether Enter was pressed in it.
    entered: bool,
}

impl Help {
    /// Draws the dialog; `can_import` says whether a file can be imported on the screen below it. Returns whether it stays
    /// open.
    pub fn ui(&mut self, ui: &Ui, can_import: bool, model: &mut Model) -> bool {
        let title = model.text("help-title");
        let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
        let area = Modal::default_area(Id::unique("help")).accessible_name(&title);
        let screen = ui.ctx().content_rect();
        let width = (screen.width() - 96.0).clamp(560.0, 1060.0);
        let room = Room {
            width,
            height: (screen.height() - 196.0).clamp(200.0, 720.0),
            entries: if width > 800.0 { 232.0 } else { 176.0 },
        };
        self.go_back_by_keys(ui);
        let mut open = true;
        let modal = Modal::new(Id::unique("help"))
            .area(area)
            .frame(frame)
            .show(ui, |ui| {
                ui.set_width(room.width);
                open &= !self.header_ui(ui, &title, model);
                let field = self.field_ui(ui, model.language);
                ui.add_space(8.0);
                open &= self.body_ui(ui, room, field, can_import, model);
            });
        let closed = modal.should_close() || ui.input(|input| input.key_pressed(Key::F1));
        open && !closed
    }

    /// The title, with the buttons that go back and close. Returns whether the help is to be closed.
    fn header_ui(&mut self, ui: &mut Ui, title: &str, model: &Model) -> bool {
        let mut closed = false;
        ui.horizontal(|ui| {
            label_ui(ui, title, theme::title(), Palette::of(ui).ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let close = model.text("command-close");
                let button = Button::new(&close).shortcut(model.shortcut(&Command::Close));
                closed = button.secondary(ui).clicked();
                let back = model.text("help-back");
                let button = Button::new(&back).icon(icons::PREVIOUS);
                let button = button.shortcut(Some(written(BACK)));
                let can_go_back = self.can_go_back();
                if button.enabled(can_go_back).secondary(ui).clicked() {
                    self.go_back();
                }
            });
        });
        closed
    }

    /// The field that searches. It has the keyboard unless something else was given it.
    fn field_ui(&mut self, ui: &mut Ui, language: Language) -> Field {
        let label = language.text("help-search");
        let id = Id::unique("help words");
        let response = search_field(ui, id, &label, &label, &mut self.words);
        let palette = Palette::of(ui);
        let field = Field {
            has_keyboard: response.has_focus(),
            entered: response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)),
        };
        let line = match field.has_keyboard {
            true => Stroke::new(1.5, palette.accent),
            false => Stroke::new(1.0, palette.line),
        };
        let border = response.rect.with_max_x(ui.max_rect().right());
        ui.painter()
            .rect_stroke(border, theme::RADIUS, line, StrokeKind::Inside);
        // Whoever types looks for something, also from the list or a link.
        let typed = typed_text(ui);
        let typed_elsewhere = !field.has_keyboard && !typed.trim().is_empty();
        if typed_elsewhere {
            self.words.push_str(&typed);
        }
        if typed_elsewhere || response.changed() {
            self.selected = 0;
        }
        if typed_elsewhere || ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        field
    }

    /// The list, and beside it what was found or the open topic. Returns whether the help stays open.
    fn body_ui(
        &mut self,
        ui: &mut Ui,
        room: Room,
        field: Field,
        can_import: bool,
        model: &mut Model,
    ) -> bool {
        let language = model.language;
        let searches = !self.words.trim().is_empty();
        let mut go = None;
        let mut link = None;
        // As high whatever is open, so that nothing moves while it is read.
        let (area, _) = ui.allocate_exact_size(vec2(room.width, room.height), Sense::hover());
        let (list, rest) = area.split_left_right_at_x(area.left() + room.entries);
        let line = Stroke::new(1.0, Palette::of(ui).line);
        ui.painter()
            .vline(list.right() + 12.0, area.y_range(), line);
        within(ui, list, |ui| {
            let open = Some(&self.topic).filter(|_| !searches);
            let opened_now = self.target.is_some();
            go = entries_ui(ui, open, opened_now, room.height, language);
        });
        within(ui, rest.with_min_x(rest.left() + 25.0), |ui| {
            if searches {
                go = self.found_ui(ui, room, field, model).or(go.take());
            } else {
                link = self.topic_ui(ui, room, field.has_keyboard, model);
            }
        });
        if go.is_some() || link.is_some() {
            ui.ctx().request_repaint();
        }
        if let Some((topic, target)) = go {
            self.go_to(topic, target);
        }
        match link {
            Some(link) => self.follow(link, can_import, model),
            None => true,
        }
    }

    /// What was found. Returns what was opened of it.
    fn found_ui(
        &mut self,
        ui: &mut Ui,
        room: Room,
        field: Field,
        model: &Model,
    ) -> Option<(Topic, Target)> {
        let hits = self.hits(model)?;
        let moved = field.has_keyboard && self.move_selection(ui, hits.len());
        let mut opened = None;
        ScrollArea::vertical()
            .id_salt("help hits")
            .max_height(room.height)
            .min_scrolled_height(room.height)
            .auto_shrink(false)
            .show(ui, |ui| {
                scroll_by_pages(ui, room.height);
                opened = hits_ui(ui, &hits, &self.words, self.selected, moved, model.language);
            });
        let entered = field.entered.then_some(self.selected);
        let hit = hits.get(opened.or(entered)?)?;
        Some((hit.topic.clone(), hit.target.clone()))
    }

    /// Moves the selection by the arrows. Returns whether it was moved.
    fn move_selection(&mut self, ui: &Ui, count: usize) -> bool {
        let before = self.selected;
        let last = count.saturating_sub(1);
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::ArrowDown) {
            self.selected = (self.selected + 1).min(last);
        }
        if pressed(Key::ArrowUp) {
            self.selected = self.selected.saturating_sub(1);
        }
        self.selected != before
    }

    /// The open topic. Returns where a link leads to that was followed.
    fn topic_ui(
        &mut self,
        ui: &mut Ui,
        room: Room,
        has_arrows: bool,
        model: &Model,
    ) -> Option<Link> {
        let target = self.target.take();
        if target.is_some() {
            // What was scrolled shows in the next frame; nothing else would draw it.
            ui.ctx().request_repaint();
        }
        let mut area = ScrollArea::vertical()
            .id_salt("help topic")
            .max_height(room.height)
            .min_scrolled_height(room.height)
            .auto_shrink(false);
        if let Some(Target::Offset(offset)) = target {
            area = area.vertical_scroll_offset(offset);
        }
        let output = area.show(ui, |ui| {
            ui.set_width(ui.available_width() - 14.0);
            scroll_by_pages(ui, room.height);
            if has_arrows {
                scroll_by_lines(ui);
            }
            match (&self.topic, &target) {
                (Topic::Chapter(id), target) => {
                    let section = match target {
                        Some(Target::Section(section)) => Some(*section),
                        _ => None,
                    };
                    let id = id.clone();
                    return self.chapter_ui(ui, &id, section, model.language);
                }
                (Topic::Keys, Some(Target::Command(command))) => {
                    keys_ui(ui, Some(command), model);
                }
                (Topic::Keys, _) => keys_ui(ui, None, model),
                (Topic::Words, Some(Target::Word(word))) => {
                    words_ui(ui, Some(word), model.language);
                }
                (Topic::Words, _) => words_ui(ui, None, model.language),
            }
            None
        });
        self.offset = output.state.clamped_offset().y;
        output.inner
    }

    /// A chapter of the manual. Returns where a link leads to that was followed.
    fn chapter_ui(
        &mut self,
        ui: &mut Ui,
        id: &str,
        section: Option<usize>,
        language: Language,
    ) -> Option<Link> {
        let chapter = chapter(language, id)?;
        let document = self.document(chapter, language)?;
        let mut followed = None;
        ui.horizontal_top(|ui| {
            // In a wide dialog the text has some air at its left.
            let air = ((ui.available_width() - MEASURE) / 2.0).clamp(0.0, AIR);
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(air);
            ui.vertical(|ui| {
                followed = document.ui(ui, id, section);
                ui.add_space(24.0);
            });
        });
        Link::of(followed?)
    }

    /// Follows a link of the manual. Returns whether the help stays open.
    fn follow(&mut self, link: Link, can_import: bool, model: &mut Model) -> bool {
        let screen = match link {
            Link::Chapter(id) => {
                self.go_to(Topic::Chapter(id), Target::TOP);
                return true;
            }
            Link::Screen(screen) => screen,
        };
        let Some(command) = command_of(screen) else {
            self.go_to(Topic::Keys, Target::TOP);
            return true;
        };
        if command == Command::Import && !can_import {
            // A file is imported into a register: the first one, where none is on the screen.
            let first = model
                .vault
                .as_ref()
                .and_then(|vault| vault.registers.all().first());
            let first = first.map(|register| Command::Register(register.id.clone()));
            model.actions.extend(first);
        }
        model.actions.push(command);
        false
    }

    fn go_back_by_keys(&mut self, ui: &Ui) {
        let pressed = |ui: &Ui| ui.input_mut(|input| input.consume_shortcut(&BACK));
        if self.can_go_back() && pressed(ui) {
            self.go_back();
        }
    }
}

/// What was typed in this frame.
fn typed_text(ui: &Ui) -> String {
    ui.input(|input| {
        let events = input.events.iter();
        let texts = events.filter_map(|event| match event {
            Event::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    })
}

/// Draws something in this part of the dialog.
fn within(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui)) {
    let layout = Layout::top_down(Align::Min);
    let part = UiBuilder::new().max_rect(rect).layout(layout);
    ui.scope_builder(part, content);
}

/// These keys scroll, wherever the keyboard is.
fn scroll_by_pages(ui: &Ui, height: f32) {
    let pressed = |key| f32::from(u8::from(ui.input(|input| input.key_pressed(key))));
    let pages = pressed(Key::PageDown) - pressed(Key::PageUp);
    if pages != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -pages * height * 0.9));
    }
}

/// The arrows scroll while the keyboard is in the field.
fn scroll_by_lines(ui: &Ui) {
    let pressed = |key| f32::from(u8::from(ui.input(|input| input.key_pressed(key))));
    let lines = pressed(Key::ArrowDown) - pressed(Key::ArrowUp);
    if lines != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -lines * LINE));
    }
}
