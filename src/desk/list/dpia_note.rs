//! The sentence above the list of a register whose definition names no DPIA, until the user has read it.

use egui::{CornerRadius, Frame, Margin, Ui};

use crate::desk::kit::button::Button;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::state::settings::Settings;
use crate::language::Language;
use crate::register::Definition;

/// Draws the sentence. Returns whether the user has read it, which is kept in the settings.
pub fn dpia_note_ui(
    ui: &mut Ui,
    definition: &Definition,
    settings: &mut Settings,
    language: Language,
) -> bool {
    if definition.dpia.is_some() || settings.told_of_dpia.contains(&definition.id) {
        return false;
    }
    let palette = Palette::of(ui);
    let mut read = false;
    Frame::new()
        .fill(palette.soft)
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::symmetric(12, 4))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(8.0, 2.0);
                ui.spacing_mut().interact_size.y = density::height(ui, theme::CHIP);
                label_ui(ui, icons::WARNING, theme::icon(), palette.mute);
                let text = language.text("dpia-missing");
                label_ui(ui, text, theme::label(), palette.ink);
                read = Button::new(&language.text("dpia-read")).link(ui).clicked();
            });
        });
    ui.add_space(4.0);
    if read {
        settings.told_of_dpia.insert(definition.id.clone());
    }
    read
}
