//! One field that finds, with what it found below it: arrows choose, Enter takes.

use egui::{Align2, Id, Key, Margin, Modal, ScrollArea, Sense, Ui, vec2};

use super::case_text;
use super::command::Command;
use super::model::Model;
use super::theme::{self, Palette};
use super::widgets::{paint_cell, say, search_field};
use super::worker::Request;
use crate::language::Language;
use crate::register::{CaseFile, Registers};

/// The state of the field, and what the clerk found for it.
#[derive(Default)]
pub struct Finder {
    /// What is typed.
    pub words: String,
    asked: String,
    ticket: u64,
    /// The question to which the hits on the screen are the answer.
    answered: u64,
    /// Whether Enter waits for the answer to what is typed.
    enter: bool,
    /// The cases that were found.
    pub cases: Vec<CaseFile>,
    at: usize,
}

/// One line of what was found.
pub struct Line {
    /// A character of the icon font.
    pub icon: String,
    /// What was found.
    pub text: String,
    /// Where, or by which keys.
    pub detail: String,
}

/// What the user did.
pub enum Choice {
    /// Nothing yet.
    None,
    /// Took the line at this place.
    Took(usize),
    /// Left.
    Left,
}

impl Line {
    /// A case in whatever register it is.
    pub fn of_case(case: &CaseFile, registers: &Registers, language: Language) -> Option<Self> {
        let definition = registers.get(&case.register)?;
        let title = case_text::title(definition, case);
        let text = match title == case.number {
            true => title,
            false => format!("{}  ·  {title}", case.number),
        };
        let place = Command::Register(case.register.clone());
        Some(Self {
            icon: definition.icon.clone(),
            text,
            detail: place.label(registers, language),
        })
    }
}

impl Finder {
    /// A field whose questions are told from those of another one by where their numbers begin.
    pub fn numbered_from(ticket: u64) -> Self {
        Self {
            ticket,
            answered: ticket,
            ..Self::default()
        }
    }

    /// The clerk found cases; an answer to an older question is dropped.
    pub fn found(&mut self, cases: Vec<CaseFile>, ticket: u64) {
        if ticket == self.ticket {
            self.cases = cases;
            self.answered = ticket;
            self.at = 0;
        }
    }

    /// Asks the clerk for the cases in which the words occur, once for each change of them.
    pub fn ask(&mut self, model: &mut Model) {
        if !self.typed_anew() {
            return;
        }
        if self.words.trim().is_empty() {
            self.cases.clear();
            self.answered = self.ticket;
        } else {
            model.ask(Request::Search(self.words.clone(), self.ticket));
        }
    }

    /// For what is found without the clerk: the words are their own answer.
    pub fn need_no_answer(&mut self) {
        if self.typed_anew() {
            self.answered = self.ticket;
        }
    }

    fn typed_anew(&mut self) -> bool {
        if self.words == self.asked {
            return false;
        }
        self.asked.clone_from(&self.words);
        self.ticket += 1;
        self.enter = false;
        self.at = 0;
        true
    }

    /// The field with what was found, over everything else.
    pub fn finder_ui(
        &mut self,
        ui: &Ui,
        label: &str,
        hint: &str,
        lines: &[Line],
        language: Language,
    ) -> Choice {
        let mut chosen = None;
        let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(12));
        let area = Modal::default_area(Id::unique("search"))
            .anchor(Align2::CENTER_TOP, vec2(0.0, 72.0))
            .accessible_name(label);
        let modal = Modal::new(Id::unique("search"))
            .area(area)
            .frame(frame)
            .show(ui, |ui| {
                ui.set_width(620.0);
                self.field_ui(ui, label, hint);
                self.keyboard(ui, lines.len());
                // The hits on the screen may be those of fewer letters: Enter is for what is typed.
                let answered = self.words == self.asked && self.answered == self.ticket;
                if answered && std::mem::take(&mut self.enter) {
                    chosen = Some(self.at);
                }
                ui.spacing_mut().item_spacing.y = 0.0;
                let height = 36.0 * lines.len().clamp(1, 11) as f32;
                // As high as what was found: a list that grows by itself would do so a frame too late.
                let scroll = ScrollArea::vertical()
                    .max_height(height)
                    .min_scrolled_height(height);
                scroll.show(ui, |ui| {
                    for (at, line) in lines.iter().enumerate() {
                        if line_ui(ui, line, at == self.at) {
                            chosen = Some(at);
                        }
                    }
                    if lines.is_empty() {
                        ui.add_space(12.0);
                        let palette = Palette::of(ui);
                        let nothing = language.text("search-nothing");
                        say(ui, nothing, theme::body(), palette.mute);
                    }
                });
            });
        match chosen.filter(|at| *at < lines.len()) {
            Some(at) => Choice::Took(at),
            None if modal.should_close() => Choice::Left,
            None => Choice::None,
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, label: &str, hint: &str) {
        let id = Id::unique("search words");
        let response = search_field(ui, id, label, hint, &mut self.words);
        if !response.has_focus() {
            response.request_focus();
        }
    }

    fn keyboard(&mut self, ui: &Ui, count: usize) {
        let last = count.saturating_sub(1);
        ui.input(|input| {
            if input.key_pressed(Key::ArrowDown) {
                self.at = (self.at + 1).min(last);
            }
            if input.key_pressed(Key::ArrowUp) {
                self.at = self.at.saturating_sub(1);
            }
            self.enter |= input.key_pressed(Key::Enter);
        });
    }
}

/// One line; returns whether it was clicked.
fn line_ui(ui: &mut Ui, line: &Line, selected: bool) -> bool {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::CLICK);
    if selected || response.hovered() {
        let fill = if selected {
            palette.accent_soft
        } else {
            palette.soft
        };
        ui.painter().rect_filled(rect, 4.0, fill);
    }
    let moves = |input: &egui::InputState| {
        let down = &input.keys_down;
        down.contains(&Key::ArrowDown) || down.contains(&Key::ArrowUp)
    };
    if selected && ui.input(moves) {
        response.scroll_to_me(None);
    }
    response.widget_info(|| {
        let role = egui::accesskit::Role::ListBoxOption;
        egui::WidgetInfo::selected(role, true, selected, &line.text)
    });
    let colour = if selected {
        palette.accent
    } else {
        palette.ink
    };
    let start = rect.left_center() + vec2(10.0, 0.0);
    let left = Align2::LEFT_CENTER;
    ui.painter()
        .text(start, left, &line.icon, theme::icon(), colour);
    let middle = egui::Rect::from_min_max(rect.min + vec2(34.0, 0.0), rect.max - vec2(190.0, 0.0));
    paint_cell(ui, middle, &line.text, theme::body(), colour, left);
    let end = egui::Rect::from_min_max(egui::pos2(rect.right() - 190.0, rect.top()), rect.max);
    let (font, right) = (theme::label(), Align2::RIGHT_CENTER);
    paint_cell(ui, end, &line.detail, font, palette.mute, right);
    response.clicked()
}
