//! The help (F1): the commands with their shortcuts, by screen, and the terms of a figure, each in a sentence. A search field
//! leaves only what fits what is typed.

use egui::accesskit::Role;
use egui::{Align2, Id, Key, Margin, Modal, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::command::{Command, Section};
use crate::desk::kit::button::Button;
use crate::desk::kit::fuzzy::{fuzzy_match, matches_prefixes};
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, paint_cell, paint_keys, search_field};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::Registers;

/// The help, with what is typed in its search field.
#[derive(Default)]
pub struct Help {
    words: String,
}

/// The terms that are explained, in this order; the ids of their texts end in these words.
const WORDS: [&str; 18] = [
    "reference-date",
    "handled",
    "opening",
    "inflow",
    "reopened",
    "finished",
    "closing",
    "reports",
    "unknown",
    "shares",
    "against",
    "subset",
    "export",
    "target",
    "basis",
    "break",
    "undo",
    "merge",
];
/// How high a command is with its sentence, in points.
const ROW: f32 = 42.0;
/// How high a heading is with the space above it, in points.
const HEADING: f32 = 40.0;

/// Draws the help. Returns whether it stays open.
pub fn help_ui(ui: &Ui, help: &mut Help, model: &Model) -> bool {
    let language = model.language;
    let Some(vault) = &model.vault else {
        return false;
    };
    let mut open = true;
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
    let area = Modal::default_area(Id::unique("help")).accessible_name(language.text("help-title"));
    let screen = ui.ctx().content_rect();
    let modal = Modal::new(Id::unique("help"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            let palette = Palette::of(ui);
            ui.set_width((screen.width() - 120.0).clamp(600.0, 1120.0));
            ui.horizontal(|ui| {
                label_ui(ui, language.text("help-title"), theme::title(), palette.ink);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let close = language.text("command-close");
                    let button =
                        Button::new(&close).shortcut(Command::Close.shortcut(&vault.registers));
                    open &= !button.secondary(ui).clicked();
                });
            });
            let label = language.text("help-search");
            let id = Id::unique("help words");
            let field = search_field(ui, id, &label, &label, &mut help.words);
            if ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            let height = (screen.height() - 220.0).clamp(200.0, 720.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    scroll_by_keys(ui, height);
                    content_ui(ui, &help.words, &vault.registers, language);
                });
        });
    let closed = modal.should_close() || ui.input(|input| input.key_pressed(Key::F1));
    open && !closed
}

/// Scrolls by keys: the keyboard stays in the search field.
fn scroll_by_keys(ui: &Ui, height: f32) {
    let step = ui.input(|input| {
        let pressed = |key| f32::from(u8::from(input.key_pressed(key)));
        let lines = pressed(Key::ArrowDown) - pressed(Key::ArrowUp);
        let pages = pressed(Key::PageDown) - pressed(Key::PageUp);
        lines * ROW + pages * height * 0.9
    });
    if step != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -step));
    }
}

fn content_ui(ui: &mut Ui, words: &str, registers: &Registers, language: Language) {
    let sections: Vec<(Section, Vec<Command>)> = Section::ALL
        .map(|section| (section, fitting(section, words, registers, language)))
        .into_iter()
        .filter(|(_, commands)| !commands.is_empty())
        .collect();
    let explained: Vec<&str> = WORDS
        .into_iter()
        .filter(|word| {
            let text = |part| language.text(&format!("help-{part}-{word}"));
            matches_prefixes(&format!("{} {}", text("word"), text("text")), words)
        })
        .collect();
    if sections.is_empty() && explained.is_empty() {
        let palette = Palette::of(ui);
        let nothing = language.text("help-nothing");
        label_ui(ui, nothing, theme::body(), palette.mute);
        return;
    }
    let height = |commands: &Vec<Command>| HEADING + ROW * commands.len() as f32;
    let half = sections.iter().map(|(_, all)| height(all)).sum::<f32>() / 2.0;
    ui.columns(2, |sides| {
        let mut taken = 0.0;
        for (section, commands) in &sections {
            // A section is never split over both columns.
            let high = height(commands);
            let side = usize::from(taken + high / 2.0 > half);
            section_ui(&mut sides[side], *section, commands, registers, language);
            taken += high;
        }
    });
    if !explained.is_empty() {
        terms_ui(ui, &explained, language);
    }
}

/// The commands of a section that fit what is typed: by name, sentence, shortcut or heading.
fn fitting(
    section: Section,
    words: &str,
    registers: &Registers,
    language: Language,
) -> Vec<Command> {
    let all = Command::all(registers).into_iter();
    all.filter(|command| command.section() == section)
        .filter(|command| {
            let label = command.label(registers, language);
            let keys = command.shortcut(registers).unwrap_or_default();
            let (about, heading) = (command.about(language), section.label(language));
            fuzzy_match(&label, words).is_some()
                || matches_prefixes(&format!("{label} {keys} {about} {heading}"), words)
        })
        .collect()
}

fn section_ui(
    ui: &mut Ui,
    section: Section,
    commands: &[Command],
    registers: &Registers,
    language: Language,
) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(12.0);
    label_ui(ui, section.label(language), theme::heading(), palette.ink);
    ui.add_space(4.0);
    for command in commands {
        let (rect, line) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let label = command.label(registers, language);
        let keys = command.shortcut(registers);
        line.widget_info(|| {
            let name = match &keys {
                Some(keys) => format!("{label}, {keys}"),
                None => label.clone(),
            };
            WidgetInfo::labeled(Role::Label, true, name)
        });
        let keys_at = pos2(rect.right() - 16.0, rect.top() + 13.0);
        let taken = keys.map_or(0.0, |keys| paint_keys(ui, keys_at, &keys));
        let left = Align2::LEFT_CENTER;
        let name = rect
            .with_max_y(rect.top() + 24.0)
            .with_max_x(keys_at.x - taken);
        let name = name.translate(vec2(-8.0, 0.0));
        paint_cell(ui, name, &label, theme::body(), palette.ink, left);
        let about = rect
            .with_min_y(rect.top() + 22.0)
            .translate(vec2(-8.0, -4.0));
        let text = command.about(language);
        paint_cell(ui, about, &text, theme::label(), palette.mute, left);
    }
}

/// The terms of a figure, a sentence each, and the balance that always holds.
fn terms_ui(ui: &mut Ui, words: &[&str], language: Language) {
    let palette = Palette::of(ui);
    ui.add_space(16.0);
    let title = language.text("help-counting");
    label_ui(ui, title, theme::heading(), palette.ink);
    ui.columns(2, |sides| {
        let half = words.len().div_ceil(2);
        for (side, words) in sides.iter_mut().zip(words.chunks(half)) {
            side.spacing_mut().item_spacing.y = 1.0;
            for word in words {
                let name = language.text(&format!("help-word-{word}"));
                label_ui(side, name, theme::strong(), palette.ink);
                wrapped(
                    side,
                    language.text(&format!("help-text-{word}")),
                    palette.mute,
                );
                side.add_space(8.0);
            }
        }
    });
    ui.horizontal_top(|ui| {
        label_ui(ui, icons::BALANCED, theme::icon(), palette.ok.0);
        wrapped(ui, language.text("help-balance"), palette.ink);
    });
}

fn wrapped(ui: &mut Ui, text: String, colour: egui::Color32) {
    let text = egui::RichText::new(text).font(theme::body()).color(colour);
    ui.add(egui::Label::new(text).wrap());
}
