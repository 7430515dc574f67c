//! The definition of a register as text, checked while it is typed, with the form it would give beside it.

use egui::{FontId, Id, Margin, ScrollArea, TextEdit, Ui, vec2};

use super::definitions::TypedDefinition;
use super::page::BESIDE;
use super::state::ManagePage;
use crate::desk::form::fields::FieldContext;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, Tone, label_ui, notice, paragraph_of, sized_card};
use crate::desk::state::model::Model;
use crate::language::{Explain, Language};
use crate::register::{Definition, DefinitionError, Subject};
use crate::store::{Preview, StoreError};

/// The least width in which a form can be shown; in a narrower room it is scrolled.
const FORM: f32 = 540.0;

impl ManagePage {
    /// The page of a definition.
    pub(super) fn definition_ui(&mut self, ui: &mut Ui, subject: &Subject, model: &mut Model) {
        let language = model.language;
        let key = self.definitions.key(subject);
        let file = model.vault.as_ref().and_then(|vault| {
            let Subject::Register(id) = subject else {
                return None;
            };
            vault.registers.file(id).map(|file| file.text.clone())
        });
        let is_new = key.is_none();
        let take_focus = std::mem::take(&mut self.take_focus);
        let typed = self.definitions.typed.entry(key);
        let typed = typed.or_insert_with(|| TypedDefinition::of(file.clone().unwrap_or_default()));
        if !typed.touched && !is_new {
            typed.text = file.unwrap_or_default();
        }
        typed.take_focus |= take_focus;
        if typed.ask_for_preview(subject, is_new, model) {
            ui.ctx().request_repaint();
        }
        let size = ui.available_size() - vec2(4.0, 4.0);
        let beside = size.x >= BESIDE;
        let half = |whole: f32| ((whole - theme::GAP) / 2.0).floor();
        let (text, rest) = match beside {
            true => (
                vec2(half(size.x), size.y),
                vec2(size.x - theme::GAP - half(size.x), size.y),
            ),
            false => (
                vec2(size.x, half(size.y)),
                vec2(size.x, size.y - theme::GAP - half(size.y)),
            ),
        };
        let fault = self.fault.as_deref();
        let mut cards = |ui: &mut Ui| {
            sized_card(ui, 1, text, |ui| text_ui(ui, typed, language));
            sized_card(ui, 16, rest, |ui| {
                let wide = ui.available_width().max(FORM);
                ScrollArea::both()
                    .id_salt("definition preview")
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        ui.set_max_width(wide);
                        preview_ui(ui, typed, fault, model);
                    });
            });
        };
        ui.spacing_mut().item_spacing = vec2(theme::GAP, theme::GAP);
        match beside {
            true => drop(ui.horizontal_top(cards)),
            false => cards(ui),
        }
    }
}

fn text_ui(ui: &mut Ui, typed: &mut TypedDefinition, language: Language) {
    ScrollArea::both()
        .id_salt("definition text")
        .auto_shrink(false)
        .show(ui, |ui| {
            let response = ui
                .add(
                    TextEdit::multiline(&mut typed.text)
                        .id(Id::unique("definition text"))
                        .font(FontId::monospace(13.0))
                        .frame(egui::Frame::NONE.inner_margin(Margin::same(14)))
                        .lock_focus(false)
                        .desired_width(f32::INFINITY)
                        .min_size(ui.available_size()),
                )
                .accessible_name(language.text("manage-definition-text"));
            typed.touched |= response.changed();
            if std::mem::take(&mut typed.take_focus) {
                response.request_focus();
            }
        });
}

fn preview_ui(ui: &mut Ui, typed: &TypedDefinition, fault: Option<&str>, model: &Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    ui.spacing_mut().item_spacing.y = density::gap(ui, 8.0);
    if let Some(fault) = fault {
        notice(ui, icons::WARNING, fault, Tone::Bad);
    }
    let preview = match typed.preview.as_ref().map(|(_, preview)| preview) {
        Some(Ok(preview)) => preview,
        Some(Err(StoreError::Definitions(mistakes))) => {
            mistakes_ui(ui, mistakes, language);
            return;
        }
        Some(Err(error)) => {
            notice(ui, icons::WARNING, &error.explain(language), Tone::Bad);
            return;
        }
        None => {
            let busy = language.text("status-busy");
            label_ui(ui, busy, theme::body(), palette.mute);
            return;
        }
    };
    consequences_ui(ui, preview, typed.touched, language);
    dpia_ui(ui, &preview.definition, language);
    label_ui(
        ui,
        language.text("manage-form"),
        theme::heading(),
        palette.ink,
    );
    let mut inputs = Inputs::default();
    let mut typing = FieldContext {
        inputs: &mut inputs,
        scope: "definition preview",
        language,
        today: model.clock.today(),
    };
    ui.add_enabled_ui(false, |ui| {
        typing.required_fields_ui(ui, &preview.definition.fields);
    });
}

/// The mistakes in a definition, each with its key and what would be right.
fn mistakes_ui(ui: &mut Ui, mistakes: &[DefinitionError], language: Language) {
    let palette = Palette::of(ui);
    let count = [("count", (mistakes.len() as i64).into())];
    let title = language.say("manage-mistakes", &count);
    label_ui(ui, title, theme::heading(), palette.bad.0);
    for error in mistakes {
        let sentence = error.mistake.explain(language);
        let key = format!("{}  ", error.key);
        let piece = |text, font| TextPiece {
            text,
            font,
            colour: palette.ink,
        };
        paragraph_of(
            ui,
            &[
                piece(key.as_str(), theme::strong()),
                piece(&sentence, theme::body()),
            ],
        );
    }
}

/// The DPIA that the definition names, or that it names none.
fn dpia_ui(ui: &mut Ui, definition: &Definition, language: Language) {
    let Some(dpia) = &definition.dpia else {
        let text = language.text("dpia-missing-here");
        return notice(ui, icons::WARNING, &text, Tone::Quiet);
    };
    let date = [("date", language.date(dpia.established).into())];
    let established = [language.say("dpia-established", &date)];
    let parts = established.iter().chain(&dpia.reference);
    let text = parts.map(String::as_str).collect::<Vec<_>>().join(" · ");
    notice(ui, icons::CHOSEN, &text, Tone::Quiet);
}

/// What storing the definition would do to the cases there are.
fn consequences_ui(ui: &mut Ui, preview: &Preview, touched: bool, language: Language) {
    if let Some(refusal) = &preview.refusal {
        notice(ui, icons::WARNING, &refusal.explain(language), Tone::Bad);
    }
    for (id, label) in &preview.switch.gone_fields {
        let cases = preview.hidden.get(id).copied().unwrap_or(0);
        let arguments = [
            ("field", label.text(language).into()),
            ("count", (cases as i64).into()),
        ];
        let text = language.say("manage-field-gone", &arguments);
        notice(ui, icons::WARNING, &text, Tone::Warn);
    }
    for label in &preview.switch.new_fields {
        let field = [("field", label.text(language).into())];
        notice(
            ui,
            icons::ADD,
            &language.say("manage-field-new", &field),
            Tone::Quiet,
        );
    }
    if touched && preview.refusal.is_none() && preview.switch.gone_fields.is_empty() {
        let text = language.text("manage-definition-fits");
        notice(ui, icons::CHOSEN, &text, Tone::Ok);
    }
}
