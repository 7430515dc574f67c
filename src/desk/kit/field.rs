//! What stands around a field: its label above it, whether it has to be filled in, and its fault below it.

use egui::{Align2, Id, Margin, Response, RichText, Stroke, Ui, vec2};

use crate::desk::kit::density;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, low_row};

/// The label of a field.
#[derive(Clone, Copy, Debug, Default)]
pub struct FieldLabel<'a> {
    /// The label itself, which is the accessible name of the field.
    pub text: &'a str,
    /// Whether the field has to be filled in, which a star says.
    pub required: bool,
    /// What else is to be known of it, in a few words.
    pub note: &'a str,
}

impl<'a> From<&'a str> for FieldLabel<'a> {
    fn from(text: &'a str) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

impl<'a> From<&'a String> for FieldLabel<'a> {
    fn from(text: &'a String) -> Self {
        Self::from(text.as_str())
    }
}

impl FieldLabel<'_> {
    /// Draws the label on a line. The star is for the eye: the field itself says that it is required.
    fn ui(self, ui: &mut Ui) {
        let palette = Palette::of(ui);
        low_row(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            label_ui(ui, self.text, theme::label(), palette.mute);
            if self.required {
                let star = label_ui(ui, "*", theme::strong_label(), palette.bad.0);
                let hide = egui::accesskit::Node::set_hidden;
                ui.ctx().accesskit_node_builder(star.id, hide);
            }
            if !self.note.is_empty() {
                label_ui(ui, self.note, theme::label(), palette.faint);
            }
        });
    }
}

/// A field of one line, with its label above it and its fault below it.
pub fn text_field<'a>(
    ui: &mut Ui,
    id: Id,
    label: impl Into<FieldLabel<'a>>,
    text: &mut String,
    hint: &str,
    fault: Option<&str>,
    width: f32,
) -> Response {
    labelled(ui, label, fault, width, |ui| {
        let edit = egui::TextEdit::singleline(text)
            .id(id)
            .desired_width(width - 20.0)
            .hint_text(RichText::new(hint).color(Palette::of(ui).faint))
            .margin(Margin::symmetric(10, density::gap(ui, 7.0) as i8))
            .min_size(vec2(width, density::height(ui, theme::CONTROL)))
            .align(Align2::LEFT_CENTER);
        ui.scope(|ui| {
            if fault.is_some() {
                mark_fault(ui);
            }
            ui.add(edit)
        })
        .inner
    })
}

/// Colours the borders of the fields that are drawn next, whose content is wrong.
pub fn mark_fault(ui: &mut Ui) {
    let stroke = Stroke::new(1.0, Palette::of(ui).bad.0);
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.bg_stroke = stroke;
    widgets.hovered.bg_stroke = stroke;
}

/// A label above a control, and its fault below it in a full sentence. The label is its accessible name.
pub fn labelled<'a>(
    ui: &mut Ui,
    label: impl Into<FieldLabel<'a>>,
    fault: Option<&str>,
    width: f32,
    control: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    let palette = Palette::of(ui);
    let label = label.into();
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 3.0;
        label.ui(ui);
        let response = control(ui).accessible_name(label.text);
        if let Some(fault) = fault.filter(|fault| !fault.is_empty()) {
            let text = RichText::new(fault)
                .font(theme::label())
                .color(palette.bad.0);
            ui.add(egui::Label::new(text).wrap());
        }
        response
    })
    .inner
}
