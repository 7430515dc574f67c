//! F1: what can be done and with which keys, from the commands themselves, and how counting works, in short.

use egui::accesskit::Role;
use egui::{Align2, Id, Key, Margin, Modal, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::command::Command;
use super::icons;
use super::model::Model;
use super::press::Press;
use super::theme::{self, Palette};
use super::widgets::say;

/// The help. Returns whether it stays open.
pub fn help_ui(ui: &Ui, model: &Model) -> bool {
    let language = model.language;
    let Some(vault) = &model.vault else {
        return false;
    };
    let mut open = true;
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
    let area = Modal::default_area(Id::unique("help")).accessible_name(language.text("help-title"));
    let modal = Modal::new(Id::unique("help"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            let palette = Palette::of(ui);
            ui.set_width(720.0);
            ui.horizontal(|ui| {
                say(ui, language.text("help-title"), theme::title(), palette.ink);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let close = language.text("command-close");
                    let press =
                        Press::new(&close).shortcut(Command::Close.shortcut(&vault.registers));
                    open &= !press.button(ui).clicked();
                });
            });
            let height = (ui.ctx().content_rect().height() - 180.0).clamp(240.0, 620.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.columns(2, |sides| {
                        shortcuts_ui(&mut sides[0], model);
                        counting_ui(&mut sides[1], model);
                    });
                });
        });
    let closed = modal.should_close() || ui.input(|input| input.key_pressed(Key::F1));
    open && !closed
}

fn shortcuts_ui(ui: &mut Ui, model: &Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    say(
        ui,
        language.text("help-keys"),
        theme::heading(),
        palette.ink,
    );
    ui.spacing_mut().item_spacing.y = 2.0;
    for command in Command::all(&vault.registers) {
        let Some(keys) = command.shortcut(&vault.registers) else {
            continue;
        };
        let width = ui.available_width();
        let (rect, line) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
        let label = command.label(&vault.registers, language);
        line.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{label}, {keys}")));
        let left = (rect.left_center(), Align2::LEFT_CENTER);
        ui.painter()
            .text(left.0, left.1, label, theme::body(), palette.ink);
        let right = rect.right_center() - vec2(12.0, 0.0);
        let font = theme::strong_label();
        ui.painter()
            .text(right, Align2::RIGHT_CENTER, keys, font, palette.mute);
    }
}

/// The words of a figure, one sentence each.
fn counting_ui(ui: &mut Ui, model: &Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    say(
        ui,
        language.text("help-counting"),
        theme::heading(),
        palette.ink,
    );
    for word in [
        "reference-date",
        "handled",
        "opening",
        "inflow",
        "reopened",
        "finished",
        "closing",
        "reports",
        "unknown",
    ] {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            say(
                ui,
                language.text(&format!("help-word-{word}")),
                theme::strong(),
                palette.ink,
            );
            let text = language.text(&format!("help-text-{word}"));
            let text = egui::RichText::new(text)
                .font(theme::body())
                .color(palette.mute);
            ui.add(egui::Label::new(text).wrap());
        });
    }
    ui.horizontal_top(|ui| {
        say(ui, icons::BALANCED, theme::icon(), palette.ok.0);
        let text = egui::RichText::new(language.text("help-balance")).color(palette.ink);
        ui.add(egui::Label::new(text).wrap());
    });
}
