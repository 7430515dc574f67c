//! The bar under a list with a selection: how many cases it has, and what can be done with them.

use egui::{Align, Id, Layout, Rect, Stroke, Ui, UiBuilder, vec2};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::page_header::fitting_actions;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::list::case_list::CaseList;
use crate::desk::state::model::Model;
use crate::register::Definition;

/// The height of the bar, in points.
pub const HEIGHT: f32 = 46.0;

/// Draws the bar in this rectangle.
pub fn selection_bar_ui(
    ui: &mut Ui,
    rect: Rect,
    list: &CaseList,
    model: &mut Model,
    definition: &Definition,
) {
    let palette = Palette::of(ui);
    let language = model.language;
    let line = Stroke::new(1.0, palette.line);
    ui.painter().hline(rect.x_range(), rect.top(), line);
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    let count = [("count", (list.selection.len() as i64).into())];
    let mut actions = vec![(Command::ChangeMany, "bulk-begin")];
    if definition.has_spells() {
        actions.push((Command::FinishMany, "bulk-close-begin"));
    }
    if definition.leads_to.is_some() {
        actions.push((Command::Gather, "gather-begin"));
    }
    if definition.decision_kind().is_some() {
        actions.push((Command::Meeting, "meeting-begin"));
    }
    actions.push((Command::CopyTable, "list-copy"));
    let inner = rect.shrink2(vec2(10.0, 6.0));
    let layout = Layout::left_to_right(Align::Center);
    let builder = UiBuilder::new().max_rect(inner).layout(layout);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let text = language.say("list-selected", &count);
        label_ui(ui, text, theme::strong(), palette.ink);
        ui.add_space(4.0);
        fitting_actions(ui, Id::unique("selected cases"), |ui| {
            for (command, label) in actions {
                let (label, icon) = (language.text(label), command.icon(&registers));
                let name = command.label(&registers, language);
                let keys = command.shortcut(&registers);
                let button = Button::new(&label).icon(&icon).shortcut(keys).name(name);
                if button.secondary(ui).clicked() {
                    model.actions.push(command);
                }
            }
            let label = language.text("list-selected-none");
            let button = Button::new("").icon(icons::CLOSE).name(&label);
            let keys = Command::Close.shortcut(&registers).unwrap_or_default();
            let hint = format!("{label} ({keys})");
            if button.link(ui).on_hover_text(hint).clicked() {
                model.actions.push(Command::Close);
            }
        });
    });
}
