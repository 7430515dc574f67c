//! F1: what can be done and with which keys, by the screen on which it means something, from the commands themselves; and
//! how counting works, in short. What is typed leaves only what it is about.

use egui::accesskit::Role;
use egui::{Align2, Id, Key, Margin, Modal, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::command::{Command, Section};
use crate::desk::kit::button::Button;
use crate::desk::kit::fuzzy::{fits, likeness};
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{paint_cell, paint_keys, say, search_field};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::Registers;

/// The help, and what is looked for in it.
#[derive(Default)]
pub struct Help {
    words: String,
}

/// The words of a figure and of what changes one, in the order in which they are explained.
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
/// How high a command is with its sentence.
const ROW: f32 = 42.0;
/// How high a heading is with the space above it.
const HEADING: f32 = 40.0;

/// The help. Returns whether it stays open.
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
                say(ui, language.text("help-title"), theme::title(), palette.ink);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let close = language.text("command-close");
                    let press =
                        Button::new(&close).shortcut(Command::Close.shortcut(&vault.registers));
                    open &= !press.button(ui).clicked();
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

/// The keyboard stays in the field; these keys move what was found.
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
            fits(&format!("{} {}", text("word"), text("text")), words)
        })
        .collect();
    if sections.is_empty() && explained.is_empty() {
        let palette = Palette::of(ui);
        let nothing = language.text("help-nothing");
        say(ui, nothing, theme::body(), palette.mute);
        return;
    }
    let height = |commands: &Vec<Command>| HEADING + ROW * commands.len() as f32;
    let half = sections.iter().map(|(_, all)| height(all)).sum::<f32>() / 2.0;
    ui.columns(2, |sides| {
        let mut taken = 0.0;
        for (section, commands) in &sections {
            // A section stands whole in the column where most of it fits.
            let high = height(commands);
            let side = usize::from(taken + high / 2.0 > half);
            section_ui(&mut sides[side], *section, commands, registers, language);
            taken += high;
        }
    });
    if !explained.is_empty() {
        counting_ui(ui, &explained, language);
    }
}

/// The commands of a section that fit what is typed: by name, by what they do, by their keys, or by the heading.
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
            likeness(&label, words).is_some()
                || fits(&format!("{label} {keys} {about} {heading}"), words)
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
    say(ui, section.label(language), theme::heading(), palette.ink);
    ui.add_space(4.0);
    for command in commands {
        let (rect, line) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let label = command.label(registers, language);
        let keys = command.shortcut(registers);
        line.widget_info(|| {
            let said = match &keys {
                Some(keys) => format!("{label}, {keys}"),
                None => label.clone(),
            };
            WidgetInfo::labeled(Role::Label, true, said)
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

/// The words of a figure, one sentence each, and what always holds.
fn counting_ui(ui: &mut Ui, words: &[&str], language: Language) {
    let palette = Palette::of(ui);
    ui.add_space(16.0);
    let title = language.text("help-counting");
    say(ui, title, theme::heading(), palette.ink);
    ui.columns(2, |sides| {
        let half = words.len().div_ceil(2);
        for (side, words) in sides.iter_mut().zip(words.chunks(half)) {
            side.spacing_mut().item_spacing.y = 1.0;
            for word in words {
                let name = language.text(&format!("help-word-{word}"));
                say(side, name, theme::strong(), palette.ink);
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
        say(ui, icons::BALANCED, theme::icon(), palette.ok.0);
        wrapped(ui, language.text("help-balance"), palette.ink);
    });
}

fn wrapped(ui: &mut Ui, text: String, colour: egui::Color32) {
    let text = egui::RichText::new(text).font(theme::body()).color(colour);
    ui.add(egui::Label::new(text).wrap());
}
