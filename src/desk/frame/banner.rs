//! What has to be known on every screen, whole, above it: that the vault cannot be reached.

use egui::accesskit::Live;
use egui::{Frame, Margin, Panel, RichText, Ui};

use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui};
use crate::desk::state::model::Model;
use crate::language::Explain;

/// Draws what has to be known, if anything; it can be copied for a helpdesk.
pub fn banner_ui(ui: &mut Ui, model: &Model) {
    let Some(lost) = &model.lost else { return };
    let text = lost.explain(model.language);
    let palette = Palette::of(ui);
    let (colour, fill) = Tone::Bad.colours(&palette);
    let margin = Margin::symmetric(theme::PAGE as i8, 8);
    Panel::top("banner")
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().fill(fill).inner_margin(margin))
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                label_ui(ui, icons::WARNING, theme::icon(), colour);
                let copy = model.language.text("banner-copy");
                let room = ui.available_width() - 140.0;
                ui.vertical(|ui| {
                    ui.set_max_width(room);
                    let said = RichText::new(&text).font(theme::body()).color(colour);
                    let said = ui.add(egui::Label::new(said).wrap().selectable(true));
                    ui.ctx().accesskit_node_builder(said.id, |node| {
                        node.set_live(Live::Assertive);
                    });
                });
                if Button::new(&copy).small(ui).clicked() {
                    ui.ctx().copy_text(text.clone());
                }
            });
        });
}
