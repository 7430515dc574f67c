//! The form on the screen, made from the definition: one form serves every register.

use std::sync::Arc;

use egui::{Margin, ScrollArea, Ui};

use crate::desk::command::Command;
use crate::desk::form::address_card::{known_line_ui, known_ui};
use crate::desk::form::case_form::{CaseForm, Purpose};
use crate::desk::form::conflict::conflict_ui;
use crate::desk::form::course::case_form_ui;
use crate::desk::form::gathering::gathered_from;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, Tone, card, label_ui, notice, paragraph_of};
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::language::Language;
use crate::register::Definition;

/// What can be done with a sheet: store it, leave it, and throw away what was typed. The first two are called differently
/// on a page and in a case.
pub fn actions_ui(
    ui: &mut Ui,
    model: &mut Model,
    [store, leave]: [&str; 2],
    touched: bool,
    saving: bool,
) {
    let language = model.language;
    let label = language.text(store);
    let press = Button::new(&label).shortcut(model.shortcut(&Command::Save));
    if press.enabled(!saving).primary(ui).clicked() {
        model.actions.push(Command::Save);
    }
    let label = language.text(leave);
    let press = Button::new(&label).shortcut(model.shortcut(&Command::Close));
    if press.secondary(ui).clicked() {
        model.actions.push(Command::Close);
    }
    if touched {
        let label = language.text("command-discard");
        if Button::new(&label).enabled(!saving).link(ui).clicked() {
            model.actions.push(Command::Discard);
        }
    }
}

/// The page of a form.
pub fn form_ui(ui: &mut Ui, form: &mut CaseForm, model: &mut Model, definition: &Arc<Definition>) {
    let language = model.language;
    let today = model.clock.today();
    form.ask_known(definition, model);
    let kept = model.kept(&form.autosave.draft);
    route::page_header(
        ui,
        &heading(form, definition, language),
        &subtitle(form, kept.as_deref(), language),
        |ui| {
            let (touched, saving) = (form.inputs.touched, form.is_saving());
            actions_ui(
                ui,
                model,
                ["command-save", "command-close"],
                touched,
                saving,
            );
        },
    );
    conflict_ui(ui, form, model, definition);
    gathers_ui(ui, form, model);
    let beside = Beside::of(ui);
    if !beside.fits() {
        known_line_ui(ui, form, model, definition);
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        beside.page_ui(
            ui,
            form,
            |ui, form| {
                // What is being stored, or compared, is not changed meanwhile.
                let still = form.is_saving() || form.conflict.is_some();
                ui.add_enabled_ui(!still, |ui| {
                    case_form_ui(ui, form, definition, language, today);
                });
            },
            |ui, form| {
                known_ui(ui, form, model, definition);
                hints_ui(ui, model);
                purpose_ui(ui, definition, language);
            },
        );
    });
    form.inputs.take_focus = false;
}

/// How a page of typing is divided: what is typed in a card, and beside it what helps, where there is room.
pub struct Beside {
    form: f32,
    beside: Option<f32>,
}

impl Beside {
    /// As wide as the room allows.
    pub fn of(ui: &Ui) -> Self {
        let room = ui.available_width() - 12.0;
        let beside = (room * 0.38).clamp(340.0, 420.0);
        let fits = room > 940.0;
        let form = if fits {
            room - beside - theme::GAP
        } else {
            room
        };
        Self {
            form: form.min(860.0),
            beside: fits.then_some(beside),
        }
    }

    /// Whether there is room beside what is typed.
    pub fn fits(&self) -> bool {
        self.beside.is_some()
    }

    /// Draws both.
    pub fn page_ui<T>(
        &self,
        ui: &mut Ui,
        form: &mut T,
        typed: impl FnOnce(&mut Ui, &mut T),
        beside: impl FnOnce(&mut Ui, &mut T),
    ) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            ui.vertical(|ui| {
                ui.set_width(self.form);
                card(ui, Margin::same(20), |ui| {
                    ui.set_width(self.form - 42.0);
                    typed(ui, form);
                });
                ui.add_space(theme::PAGE);
            });
            if let Some(width) = self.beside {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    beside(ui, form);
                });
            }
        });
    }
}

/// From which case the new one is made.
fn gathers_ui(ui: &mut Ui, form: &CaseForm, model: &mut Model) {
    if let Some(from) = gathered_from(form, model) {
        let number = [("number", from.number.as_str().into())];
        let text = model.language.say("gather-from", &number);
        notice(ui, icons::GATHER, &text, Tone::Accent);
        ui.add_space(theme::GAP);
    }
}

fn heading(form: &CaseForm, definition: &Definition, language: Language) -> String {
    let number = form.case.as_ref().map_or("", |case| case.number.as_str());
    match form.purpose {
        Purpose::New => definition.case_words.new.text(language).to_owned(),
        purpose => language.say(purpose.text_id(), &[("number", number.into())]),
    }
}

fn subtitle(form: &CaseForm, kept: Option<&str>, language: Language) -> String {
    let new = form.purpose == Purpose::New;
    kept_line(
        form.is_saving(),
        form.inputs.faults.len(),
        kept,
        new,
        language,
    )
}

/// Where what is typed stands: being stored, wrong somewhere, kept as a draft, or nothing typed yet.
pub fn kept_line(
    saving: bool,
    faults: usize,
    kept: Option<&str>,
    new: bool,
    language: Language,
) -> String {
    let id = match (saving, faults, kept, new) {
        (true, ..) => "form-saving",
        (_, 1.., ..) => "form-has-faults",
        (_, _, Some(_), true) => "draft-kept-new",
        (_, _, Some(_), false) => "draft-kept",
        (_, _, None, true) => "form-not-counted-yet",
        (_, _, None, false) => "form-not-saved-yet",
    };
    let faults = i64::try_from(faults).unwrap_or(i64::MAX);
    let time = kept.unwrap_or_default();
    language.say(id, &[("count", faults.into()), ("time", time.into())])
}

/// The keys, on a line below what stands beside the form.
pub fn hints_ui(ui: &mut Ui, model: &Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    let vault = model.vault.as_ref();
    let save = vault.and_then(|vault| Command::Save.shortcut(&vault.registers));
    let save = save.unwrap_or_default();
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for (keys, meaning) in [
        ("Tab", "hint-tab"),
        ("A–Z", "hint-letter"),
        ("v", "hint-today"),
        ("+7", "hint-week"),
        (save.as_str(), "hint-save"),
    ] {
        if !pieces.is_empty() {
            pieces.push(("  ·  ".to_owned(), false));
        }
        pieces.push((keys.to_owned(), true));
        pieces.push((format!(" {}", language.text(meaning)), false));
    }
    let pieces: Vec<TextPiece<'_>> = pieces
        .iter()
        .map(|(text, strong)| {
            let (font, colour) = match strong {
                true => (theme::strong_label(), palette.ink),
                false => (theme::label(), palette.mute),
            };
            TextPiece { text, font, colour }
        })
        .collect();
    paragraph_of(ui, &pieces);
    ui.add_space(theme::GAP);
}

/// Why this is recorded at all.
fn purpose_ui(ui: &mut Ui, definition: &Definition, language: Language) {
    let palette = Palette::of(ui);
    card(ui, Margin::same(16), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let title = language.text("hint-purpose");
        label_ui(ui, title, theme::strong_label(), palette.ink);
        for text in [&definition.purpose, &definition.legal_ground] {
            let text = egui::RichText::new(text.text(language)).font(theme::label());
            ui.add(egui::Label::new(text.color(palette.mute)).wrap());
        }
    });
}
