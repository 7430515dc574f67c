//! The definition of a register as text, checked while it is typed, with the form it would give beside it.

use std::collections::BTreeMap;

use egui::{FontId, Id, Margin, ScrollArea, TextEdit, Ui, vec2};

use super::ManagePage;
use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::form::fields::FieldContext;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, Tone, label_ui, notice, paragraph_of, sized_card};
use crate::desk::state::model::Model;
use crate::language::{Explain, Language};
use crate::register::{Subject, id_in};
use crate::store::{Preview, StoreError};

/// The least width in which a form can be shown; in a narrower room it is scrolled.
const FORM: f32 = 540.0;
/// What a new register begins with.
const SMALLEST: &str = include_str!("../../../assets/register.toml");

/// The definitions that are being typed.
#[derive(Default)]
pub struct Definitions {
    /// By the register; a new one stands under the name of none.
    typed: BTreeMap<Option<String>, Text>,
    /// Whether a new register is being typed.
    pub new: bool,
}

/// A definition that is being typed.
struct Text {
    text: String,
    touched: bool,
    /// What was asked about last.
    asked: String,
    /// What came of it, with the text it was about.
    told: Option<(String, Result<Preview, StoreError>)>,
    /// The request for it, until it is answered.
    waiting: Option<RequestId>,
    take_focus: bool,
}

impl Text {
    fn of(text: String) -> Self {
        Self {
            text,
            touched: false,
            asked: String::new(),
            told: None,
            waiting: None,
            take_focus: false,
        }
    }
}

impl Definitions {
    /// Begins a new register.
    pub fn begin_new(&mut self) {
        self.new = true;
        let text = self.typed.entry(None);
        let text = text.or_insert_with(|| Text::of(SMALLEST.to_owned()));
        text.take_focus = true;
    }

    /// What would become of a register arrived.
    pub fn on_previewed(&mut self, preview: Result<Preview, StoreError>, request: RequestId) {
        let mut texts = self.typed.values_mut();
        if let Some(text) = texts.find(|text| text.waiting == Some(request)) {
            text.waiting = None;
            text.told = Some((text.asked.clone(), preview));
        }
    }

    /// A definition is stored: what was typed of it is what it says now.
    pub fn stored(&mut self, subject: &Subject) {
        if let Subject::Register(id) = subject {
            self.typed.remove(&Some(id.clone()));
            if std::mem::take(&mut self.new) {
                self.typed.remove(&None);
            }
        }
    }

    fn key(&self, subject: &Subject) -> Option<String> {
        match subject {
            Subject::Register(id) if !self.new => Some(id.clone()),
            _ => None,
        }
    }
}

impl ManagePage {
    /// The definition that is typed, to be stored: only one without a mistake, and that leaves nothing without meaning.
    pub(super) fn definition_to_store(&self, model: &Model) -> Option<(Subject, String, String)> {
        let subject = self.subject.as_ref()?;
        let typed = self.definitions.typed.get(&self.definitions.key(subject))?;
        let (about, told) = typed.told.as_ref()?;
        let preview = told.as_ref().ok()?;
        if *about != typed.text
            || preview.refusal.is_some()
            || !(typed.touched || self.definitions.new)
        {
            return None;
        }
        let name = preview.definition.label.text(model.language);
        let said = model
            .language
            .say("manage-said-definition", &[("name", name.into())]);
        let id = preview.definition.id.clone();
        Some((Subject::Register(id), typed.text.clone(), said))
    }

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
        let typed = typed.or_insert_with(|| Text::of(file.clone().unwrap_or_default()));
        if !typed.touched && !is_new {
            typed.text = file.unwrap_or_default();
        }
        typed.take_focus |= take_focus;
        if ask(typed, subject, is_new, model) {
            ui.ctx().request_repaint();
        }
        let size = ui.available_size() - vec2(4.0, 4.0);
        let half = ((size.x - theme::GAP) / 2.0).floor();
        let fault = self.fault.as_deref();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            sized_card(ui, 1, vec2(half, size.y), |ui| text_ui(ui, typed, language));
            let rest = vec2(size.x - theme::GAP - half, size.y);
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
        });
    }
}

/// Asks what would become of the register by what is typed, once at a time. Says whether it did.
fn ask(typed: &mut Text, subject: &Subject, is_new: bool, model: &mut Model) -> bool {
    if typed.waiting.is_some() || typed.asked == typed.text {
        return false;
    }
    let subject = match is_new {
        true => Subject::Register(id_in(&typed.text).unwrap_or_default()),
        false => subject.clone(),
    };
    let request = Request::Preview(subject, typed.text.clone());
    typed.asked.clone_from(&typed.text);
    typed.waiting = Some(model.ask(request));
    true
}

fn text_ui(ui: &mut Ui, typed: &mut Text, language: Language) {
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

fn preview_ui(ui: &mut Ui, typed: &Text, fault: Option<&str>, model: &Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    ui.spacing_mut().item_spacing.y = 8.0;
    if let Some(fault) = fault {
        notice(ui, icons::WARNING, fault, Tone::Bad);
    }
    let Some((_, told)) = &typed.told else {
        label_ui(
            ui,
            language.text("status-busy"),
            theme::body(),
            palette.mute,
        );
        return;
    };
    let preview = match told {
        Ok(preview) => preview,
        Err(StoreError::Definitions(mistakes)) => {
            let count = [("count", (mistakes.len() as i64).into())];
            let title = language.say("manage-mistakes", &count);
            label_ui(ui, title, theme::heading(), palette.bad.0);
            for error in mistakes {
                let sentence = error.mistake.explain(language);
                let key = format!("{}  ", error.key);
                paragraph_of(
                    ui,
                    &[
                        TextPiece {
                            text: &key,
                            font: theme::strong(),
                            colour: palette.ink,
                        },
                        TextPiece {
                            text: &sentence,
                            font: theme::body(),
                            colour: palette.ink,
                        },
                    ],
                );
            }
            return;
        }
        Err(error) => {
            notice(ui, icons::WARNING, &error.explain(language), Tone::Bad);
            return;
        }
    };
    consequences_ui(ui, preview, typed.touched, language);
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
    ui.add_enabled_ui(false, |ui| typing.fields_ui(ui, &preview.definition.fields));
}

/// What storing it would do to what is there.
fn consequences_ui(ui: &mut Ui, preview: &Preview, touched: bool, language: Language) {
    if let Some(refusal) = &preview.refusal {
        notice(ui, icons::WARNING, &refusal.explain(language), Tone::Bad);
    }
    for (id, label) in &preview.switch.gone_fields {
        let cases = preview.hidden.get(id).copied().unwrap_or(0);
        let said = [
            ("field", label.text(language).into()),
            ("count", (cases as i64).into()),
        ];
        let text = language.say("manage-field-gone", &said);
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
