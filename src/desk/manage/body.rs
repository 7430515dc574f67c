//! A field of several lines: a standard text, or what an indicator says.

use egui::{Id, Margin, TextEdit, Ui, vec2};

use crate::desk::form::fields::FieldContext;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::field::{labelled, mark_fault};

/// The field.
pub(super) fn body_ui(ui: &mut Ui, context: &mut FieldContext<'_>, id: &str, label: &str) {
    let Inputs { texts, faults, .. } = &mut *context.inputs;
    let fault = faults.get(id).cloned();
    let text = texts.entry(id.to_owned()).or_default();
    let width = ui.available_width();
    let response = labelled(ui, label, fault.as_deref(), width, |ui| {
        ui.scope(|ui| {
            if fault.is_some() {
                mark_fault(ui);
            }
            ui.add(
                TextEdit::multiline(text)
                    .id(Id::unique(("managed body", id)))
                    .desired_rows(6)
                    .margin(Margin::symmetric(10, 8))
                    .min_size(vec2(width, 120.0))
                    .desired_width(width - 20.0),
            )
        })
        .inner
    });
    if response.changed() {
        context.inputs.change();
    }
}
