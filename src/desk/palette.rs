//! Ctrl+K: one field that finds a case by number, address, name or word, and any screen or action by its name.

use egui::{Align2, Id, Key, Margin, Modal, ScrollArea, Sense, Ui, vec2};

use super::case_text;
use super::command::Command;
use super::drafts_ui::draft_title;
use super::icons;
use super::model::Model;
use super::theme::{self, Palette};
use super::widgets::{paint_cell, say};
use super::worker::Request;
use crate::register::{CaseFile, folded};
use crate::store::Draft;

/// The state of the search.
#[derive(Default)]
pub struct Search {
    words: String,
    asked: String,
    ticket: u64,
    /// The question to which the hits on the screen are the answer.
    answered: u64,
    /// Whether Enter waits for the answer to what is typed.
    enter: bool,
    found: Vec<CaseFile>,
    at: usize,
}

/// Something that was found.
enum Hit<'a> {
    Case(&'a CaseFile),
    Draft(&'a Draft, &'a str),
    Action(Command),
}

impl Search {
    /// The clerk found cases; an answer to an older question is dropped.
    pub fn found(&mut self, cases: Vec<CaseFile>, ticket: u64) {
        if ticket == self.ticket {
            self.found = cases;
            self.answered = ticket;
            self.at = 0;
        }
    }
}

/// The search. Returns whether it stays open.
pub fn search_ui(ui: &Ui, search: &mut Search, model: &mut Model) -> bool {
    let Some(vault) = &model.vault else {
        return false;
    };
    let language = model.language;
    let registers = vault.registers.clone();
    let waiting = vault.drafts.clone();
    if search.words != search.asked {
        search.asked.clone_from(&search.words);
        search.ticket += 1;
        search.enter = false;
        if search.words.trim().is_empty() {
            search.found.clear();
            search.answered = search.ticket;
        } else {
            model.ask(Request::Search(search.words.clone(), search.ticket));
        }
        search.at = 0;
    }
    let wanted = folded(&search.words);
    let of_case = model
        .selected
        .as_ref()
        .and_then(|register| registers.get(register));
    let of_case = of_case.map_or_else(Vec::new, |definition| Command::of_case(definition));
    let actions: Vec<Command> = of_case
        .into_iter()
        .chain(Command::all(&registers))
        .filter(|command| !matches!(command, Command::Search | Command::Save | Command::Close))
        .filter(|command| fits(&command.label(&registers, language), &wanted))
        .collect();
    let cases = search.found.clone();
    let drafts = waiting.iter().filter_map(|draft| {
        let definition = registers.get(&draft.register)?;
        let title = draft_title(draft, definition, language);
        let words = [("draft", title.as_str().into())];
        let text = language.say("draft-named", &words);
        fits(&text, &wanted).then(|| (draft.clone(), text))
    });
    let drafts: Vec<(Draft, String)> = drafts.collect();
    let mut hits: Vec<Hit<'_>> = cases.iter().map(Hit::Case).collect();
    hits.extend(drafts.iter().map(|(draft, text)| Hit::Draft(draft, text)));
    hits.extend(actions.into_iter().map(Hit::Action));
    let mut chosen = None;
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(12));
    let area = Modal::default_area(Id::unique("search"))
        .anchor(Align2::CENTER_TOP, vec2(0.0, 72.0))
        .accessible_name(language.text("command-search"));
    let modal = Modal::new(Id::unique("search"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            ui.set_width(620.0);
            let palette = Palette::of(ui);
            let id = Id::unique("search words");
            ui.horizontal(|ui| {
                say(ui, icons::SEARCH, theme::icon(), palette.mute);
                let edit = egui::TextEdit::singleline(&mut search.words)
                    .id(id)
                    .desired_width(570.0)
                    .margin(Margin::symmetric(6, 8))
                    .frame(egui::Frame::NONE)
                    .font(egui::FontId::proportional(16.0))
                    .hint_text(language.text("search-hint"));
                let response = ui
                    .add(edit)
                    .accessible_name(language.text("command-search"));
                if !response.has_focus() {
                    response.request_focus();
                }
            });
            let last = hits.len().saturating_sub(1);
            ui.input(|input| {
                if input.key_pressed(Key::ArrowDown) {
                    search.at = (search.at + 1).min(last);
                }
                if input.key_pressed(Key::ArrowUp) {
                    search.at = search.at.saturating_sub(1);
                }
                search.enter |= input.key_pressed(Key::Enter);
            });
            // The hits on the screen may be those of fewer letters: Enter is for what is typed.
            let answered = search.words == search.asked && search.answered == search.ticket;
            if search.enter && answered {
                chosen = Some(search.at);
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let height = 36.0 * hits.len().clamp(1, 11) as f32;
            // As high as what was found: a list that grows by itself would do so a frame too late.
            let scroll = ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height);
            scroll.show(ui, |ui| {
                for (at, hit) in hits.iter().enumerate() {
                    let width = ui.available_width();
                    let (rect, response) = ui.allocate_exact_size(vec2(width, 36.0), Sense::CLICK);
                    let selected = at == search.at;
                    if selected || response.hovered() {
                        let fill = if selected {
                            palette.accent_soft
                        } else {
                            palette.soft
                        };
                        ui.painter().rect_filled(rect, 4.0, fill);
                    }
                    if selected
                        && ui.input(|input| {
                            input.keys_down.contains(&Key::ArrowDown)
                                || input.keys_down.contains(&Key::ArrowUp)
                        })
                    {
                        response.scroll_to_me(None);
                    }
                    let (icon, text, detail) = match hit {
                        Hit::Case(case) => {
                            let Some(definition) = registers.get(&case.register) else {
                                continue;
                            };
                            let title = case_text::title(definition, case);
                            let text = match title == case.number {
                                true => title,
                                false => format!("{}  ·  {title}", case.number),
                            };
                            let place = Command::Register(case.register.clone());
                            (
                                definition.icon.clone(),
                                text,
                                place.label(&registers, language),
                            )
                        }
                        Hit::Draft(draft, text) => {
                            let place = Command::Register(draft.register.clone());
                            let detail = place.label(&registers, language);
                            (icons::DRAFT.to_owned(), (*text).to_owned(), detail)
                        }
                        Hit::Action(command) => (
                            command.icon(&registers),
                            command.label(&registers, language),
                            command.shortcut(&registers).unwrap_or_default(),
                        ),
                    };
                    response.widget_info(|| {
                        egui::WidgetInfo::selected(
                            egui::accesskit::Role::ListBoxOption,
                            true,
                            selected,
                            &text,
                        )
                    });
                    let colour = if selected {
                        palette.accent
                    } else {
                        palette.ink
                    };
                    let start = rect.left_center() + vec2(10.0, 0.0);
                    ui.painter()
                        .text(start, Align2::LEFT_CENTER, icon, theme::icon(), colour);
                    let middle = egui::Rect::from_min_max(
                        rect.min + vec2(34.0, 0.0),
                        rect.max - vec2(190.0, 0.0),
                    );
                    paint_cell(
                        ui,
                        middle,
                        &text,
                        theme::body(),
                        colour,
                        Align2::LEFT_CENTER,
                    );
                    let end = egui::Rect::from_min_max(
                        egui::pos2(rect.right() - 190.0, rect.top()),
                        rect.max,
                    );
                    let font = theme::label();
                    paint_cell(ui, end, &detail, font, palette.mute, Align2::RIGHT_CENTER);
                    if response.clicked() {
                        chosen = Some(at);
                    }
                }
                if hits.is_empty() {
                    ui.add_space(12.0);
                    say(
                        ui,
                        language.text("search-nothing"),
                        theme::body(),
                        palette.mute,
                    );
                }
            });
        });
    match chosen.and_then(|at| hits.into_iter().nth(at)) {
        Some(Hit::Case(case)) => {
            model.open_case = Some((case.register.clone(), case.key));
            false
        }
        Some(Hit::Draft(draft, _)) => {
            let command = Command::Resume(draft.id.clone());
            model.commands.push(command);
            false
        }
        Some(Hit::Action(command)) => {
            model.commands.push(command);
            false
        }
        None => !modal.should_close(),
    }
}

/// Whether every word that is typed begins a word of the label.
fn fits(label: &str, wanted: &str) -> bool {
    let label = folded(label);
    wanted
        .split(' ')
        .all(|word| label.split([' ', ',']).any(|part| part.starts_with(word)))
}
