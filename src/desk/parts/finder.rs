//! A search field over everything else, with what it found below it in sections: arrows choose, Enter picks.

use egui::accesskit::Role;
use egui::{Align, Align2, Id, Key, Layout, Margin, Modal, ScrollArea, Ui, vec2};

use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::kit::accessible;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, search_field};
pub use crate::desk::parts::finder_line::Line;
use crate::desk::parts::finder_line::{HEADING, LINE, heading_ui};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::CaseFile;
use crate::store::SearchResults;

/// How high the line below what was found is, in points.
const BELOW: f32 = 20.0;

/// The field, and what was found for it.
#[derive(Default)]
pub struct Finder {
    /// What is typed.
    pub words: String,
    asked: String,
    /// The request for the cases in which the words occur, until it is answered.
    waiting: Option<RequestId>,
    /// Whether Enter was pressed and waits for the answer to what is typed.
    enter: bool,
    /// What was found.
    pub found: SearchResults,
    /// How many lines at the top no answer moves: those that are known before the vault answered.
    pub lead: usize,
    at: usize,
}

/// What the user did.
pub enum Choice {
    /// Nothing yet.
    None,
    /// Picked the line at this place.
    Picked(usize),
    /// Closed the field.
    Closed,
}

impl Finder {
    /// Takes the cases that were found; an answer to an older request is dropped.
    pub fn on_found(&mut self, found: SearchResults, request: RequestId) {
        if self
            .waiting
            .take_if(|waiting| *waiting == request)
            .is_some()
        {
            self.found = found;
        }
    }

    /// The cases that were found: those with such a number before those in which the words occur.
    pub fn cases(&self) -> impl Iterator<Item = &CaseFile> {
        self.found.numbered.iter().chain(&self.found.cases)
    }

    /// Asks for the cases in which the words occur, once for each change of the words. Those of the first register come
    /// first.
    pub fn ask(&mut self, model: &mut Model, first: Option<&str>) {
        if !self.has_changed() {
            return;
        }
        if self.words.trim().is_empty() {
            self.found = SearchResults::default();
        } else {
            let first = first.map(str::to_owned);
            self.waiting = Some(model.ask(Request::Search(self.words.clone(), first)));
        }
    }

    /// Whether the vault has not yet answered to what is typed.
    pub fn is_searching(&self) -> bool {
        self.words != self.asked || self.waiting.is_some()
    }

    /// For a finder that searches in what it has: there is no request to wait for.
    pub fn search_locally(&mut self) {
        self.has_changed();
    }

    /// Whether the words changed since this was asked last.
    fn has_changed(&mut self) -> bool {
        if self.words == self.asked {
            return false;
        }
        self.asked.clone_from(&self.words);
        self.waiting = None;
        true
    }

    /// Draws the field and the lines that were found.
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
        let screen = ui.ctx().content_rect();
        let modal = Modal::new(Id::unique("search"))
            .area(area)
            .frame(frame)
            .show(ui, |ui| {
                ui.set_width((screen.width() - 160.0).clamp(480.0, 760.0));
                self.field_ui(ui, label, hint);
                // The other lines may be those of fewer letters, and move when the answer comes: Enter is for what is
                // typed, and for the line that stood there when it was pressed.
                let sure = match self.is_searching() {
                    true if self.words == self.asked => self.lead,
                    true => 0,
                    false => lines.len(),
                };
                self.keyboard(ui, lines.len());
                if (self.at < sure || !self.is_searching()) && std::mem::take(&mut self.enter) {
                    chosen = Some(self.at);
                }
                let typing = self.words != self.asked;
                let marked = (self.at < sure || typing).then_some(self.at);
                let clicked = lines_ui(ui, lines, marked, language, screen.height() - 260.0);
                chosen = clicked.or(chosen);
                self.below_ui(ui, lines.is_empty(), language);
            });
        match chosen.filter(|at| *at < lines.len()) {
            Some(at) => Choice::Picked(at),
            None if modal.should_close() => Choice::Closed,
            None => Choice::None,
        }
    }

    /// Below the lines: that the vault is still searching, that nothing was found, or how much more there is. It takes the
    /// same room whatever it says, so that the dialog does not jump.
    fn below_ui(&self, ui: &mut Ui, nothing: bool, language: Language) {
        let palette = Palette::of(ui);
        let more = i64::try_from(self.found.more).unwrap_or(i64::MAX);
        let text = match (self.is_searching(), nothing, more) {
            (true, ..) => language.text("search-busy"),
            (false, true, _) => language.text("search-nothing"),
            (false, false, 0) => String::new(),
            (false, false, more) => {
                let id = match self.found.at_least {
                    true => "search-many-more",
                    false => "search-more",
                };
                language.say(id, &[("count", more.into())])
            }
        };
        ui.add_space(8.0);
        let room = vec2(ui.available_width(), BELOW);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_height(BELOW);
            ui.add_space(10.0);
            if !text.is_empty() {
                label_ui(ui, text, theme::label(), palette.mute);
            }
        });
    }

    fn field_ui(&mut self, ui: &mut Ui, label: &str, hint: &str) {
        let id = Id::unique("search words");
        let response = search_field(ui, id, label, hint, &mut self.words);
        if !response.has_focus() {
            response.request_focus();
        }
        if response.changed() {
            self.at = 0;
            self.enter = false;
        }
    }

    /// Arrows and Enter. While the vault is searching the arrows count on the lines that are to come: what they come to
    /// does not depend on how fast it answers.
    fn keyboard(&mut self, ui: &Ui, count: usize) {
        let searching = self.is_searching();
        ui.input(|input| {
            if !self.enter {
                self.at += input.num_presses(Key::ArrowDown);
                if !searching {
                    self.at = self.at.min(count.saturating_sub(1));
                }
                self.at = self.at.saturating_sub(input.num_presses(Key::ArrowUp));
            }
            self.enter |= input.key_pressed(Key::Enter);
        });
    }
}

/// The lines with their headings, as a list box; one of them may be marked. Returns the line that was clicked.
fn lines_ui(
    ui: &mut Ui,
    lines: &[Line],
    marked: Option<usize>,
    language: Language,
    most: f32,
) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut before = "";
    let begins: Vec<bool> = lines
        .iter()
        .map(|line| std::mem::replace(&mut before, &line.section) != line.section)
        .collect();
    let headings = begins.iter().filter(|begins| **begins).count();
    // As high as what was found: a scroll area that grows by itself does so a frame too late.
    let height = LINE * lines.len() as f32 + HEADING * headings as f32;
    let height = height.min(most.clamp(3.0 * LINE, 14.0 * LINE));
    let scroll = ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height);
    let mut clicked = None;
    scroll.show(ui, |ui| {
        accessible::region(ui, Role::ListBox, &language.text("search-found"));
        for (at, (line, begins)) in lines.iter().zip(begins).enumerate() {
            if begins {
                heading_ui(ui, &line.section);
            }
            if line.ui(ui, Some(at) == marked).clicked() {
                clicked = Some(at);
            }
        }
    });
    clicked
}
