//! The keys: everything that can be done, under the screen on which it means something, from the commands themselves.

use egui::accesskit::Role;
use egui::style::ScrollAnimation;
use egui::{Align, Align2, Sense, Ui, WidgetInfo, pos2, vec2};

use super::heading::heading_ui;
use super::search::commands_of;
use crate::desk::command::{Command, Section};
use crate::desk::kit::accessible::Level;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{paint_cell, paint_keys};
use crate::desk::state::model::Model;

/// How high a command is with its sentence.
const ROW: f32 = 42.0;
/// How high a heading is with the space above it.
const HEADING: f32 = 40.0;
/// In a narrower room there is one column.
const WIDE: f32 = 560.0;

/// Every command in two columns, or in one where there is little room. The target is scrolled into view.
pub fn keys_ui(ui: &mut Ui, target: Option<&Command>, model: &Model) {
    let Some(vault) = &model.vault else { return };
    heading_ui(ui, &model.text("help-keys"), Level::Card);
    let sections: Vec<(Section, Vec<Command>)> = Section::ALL
        .map(|section| (section, commands_of(section, &vault.registers).collect()))
        .into_iter()
        .collect();
    let height = |commands: &[Command]| HEADING + ROW * commands.len() as f32;
    let whole: f32 = sections.iter().map(|(_, all)| height(all)).sum();
    let columns = if ui.available_width() > WIDE { 2 } else { 1 };
    let half = whole / columns as f32;
    ui.columns(columns, |columns| {
        let mut taken = 0.0;
        for (section, commands) in &sections {
            // A section stands whole in the column where most of it fits.
            let high = height(commands);
            let column = usize::from(taken + high / 2.0 > half && columns.len() > 1);
            section_ui(&mut columns[column], *section, commands, target, model);
            taken += high;
        }
    });
}

fn section_ui(
    ui: &mut Ui,
    section: Section,
    commands: &[Command],
    target: Option<&Command>,
    model: &Model,
) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let registers = &vault.registers;
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(12.0);
    heading_ui(ui, &section.label(language), Level::Section);
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
        if target == Some(command) {
            let none = ScrollAnimation::none();
            ui.scroll_to_rect_animation(rect, Some(Align::Center), none);
        }
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
