//! Another case on one line, which opens it.

use egui::{Ui, vec2};

use crate::desk::kit::button::Button;
use crate::desk::parts::case_text::{status_tag, title};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::register::{CaseFile, Registers};

/// A button at the end of the line.
#[derive(Clone, Copy)]
pub struct RowButton<'a> {
    /// Its icon.
    pub icon: &'a str,
    /// What it does.
    pub name: &'a str,
}

/// The line of a case. Returns whether the button at its end was pressed.
pub fn case_row_ui(
    ui: &mut Ui,
    model: &mut Model,
    case: &CaseFile,
    button: Option<RowButton<'_>>,
) -> bool {
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return false;
    };
    let mut pressed = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        let width = ui.available_width();
        let room = if button.is_some() { 34.0 } else { 0.0 };
        if opens(ui, model, case, &registers, width - room) {
            let open = Action::OpenCase(case.register.clone(), case.key);
            model.actions.push(open);
        }
        if let Some(RowButton { icon, name }) = button {
            let button = Button::new("").icon(icon).name(name).link(ui);
            pressed = button.on_hover_text(name).clicked();
        }
    });
    pressed
}

/// The case itself: its number and title, and its status. Returns whether it was pressed.
fn opens(ui: &mut Ui, model: &Model, case: &CaseFile, registers: &Registers, width: f32) -> bool {
    let Some(definition) = registers.get(&case.register) else {
        return false;
    };
    let (language, today) = (model.language, model.clock.today());
    let register = definition.label.text(language);
    let title = title(definition, case);
    let text = match title == case.number {
        true => title,
        false => format!("{}  ·  {title}", case.number),
    };
    let status = match definition.statuses.is_empty() && !definition.has_spells() {
        true => register.to_owned(),
        false => status_tag(definition, &case.state, today, language).0,
    };
    let row = Button::new(&text)
        .icon(&definition.icon)
        .name(format!("{text}, {register}, {status}"))
        .width(width);
    row.shortcut(Some(status)).secondary(ui).clicked()
}
