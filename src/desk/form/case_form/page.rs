//! The page of the form of a case, made from the definition: one form serves every register.

use std::sync::Arc;

use egui::{Margin, ScrollArea, Ui};

use crate::desk::command::Command;
use crate::desk::form::buttons::{ButtonTexts, buttons_ui};
use crate::desk::form::case_form::address_lookup_ui::{address_card_above_ui, address_cards_ui};
use crate::desk::form::case_form::conflict_ui::conflict_ui;
use crate::desk::form::case_form::fields_ui::fields_ui;
use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::gathering::source_cases;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, Tone, card, label_ui, notice, paragraph_of};
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::language::Language;
use crate::register::Definition;

/// The width in points from which there is room for cards beside the form.
const WIDE: f32 = 940.0;
/// The greatest width of the form, in points.
const WIDEST_FORM: f32 = 860.0;

/// The page of a form.
pub fn form_ui(ui: &mut Ui, form: &mut CaseForm, model: &mut Model, definition: &Arc<Definition>) {
    form.look_up_address(definition, model);
    header_ui(ui, form, model, definition);
    conflict_ui(ui, form, model, definition);
    source_ui(ui, form, model);
    let room = ui.available_width() - 12.0;
    let beside = (room > WIDE).then(|| (room * 0.38).clamp(340.0, 420.0));
    if beside.is_none() {
        address_card_above_ui(ui, form, model, definition);
    }
    let width = beside.map_or(room, |beside| room - beside - theme::GAP);
    let width = width.min(WIDEST_FORM);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            ui.vertical(|ui| form_card_ui(ui, form, model, definition, width));
            if let Some(width) = beside {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    address_cards_ui(ui, form, model, definition);
                    hints_ui(ui, model);
                    purpose_ui(ui, definition, model.language);
                });
            }
        });
    });
    form.inputs.take_focus = false;
}

fn header_ui(ui: &mut Ui, form: &CaseForm, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let saved_at = model.draft_saved_at(&form.autosave.draft);
    let title = heading(form, definition, language);
    let subtitle = progress(form, saved_at.as_deref(), language);
    let texts = ButtonTexts {
        store: "command-save",
        leave: "command-close",
    };
    route::page_header(ui, &title, &subtitle, |ui| {
        buttons_ui(ui, model, &texts, &form.inputs, form.is_saving());
    });
}

/// The card with the inputs.
fn form_card_ui(
    ui: &mut Ui,
    form: &mut CaseForm,
    model: &Model,
    definition: &Definition,
    width: f32,
) {
    ui.set_width(width);
    card(ui, Margin::same(20), |ui| {
        ui.set_width(width - 42.0);
        // What is being stored, or compared, is not changed meanwhile.
        let still = form.is_saving() || form.conflict.is_some();
        ui.add_enabled_ui(!still, |ui| {
            fields_ui(ui, form, definition, model.language, model.clock.today());
        });
    });
    ui.add_space(theme::PAGE);
}

/// Says from which cases the new one is made.
fn source_ui(ui: &mut Ui, form: &CaseForm, model: &mut Model) {
    if let Some(from) = source_cases(form, model) {
        let numbers: Vec<&str> = from.iter().map(|case| case.number.as_str()).collect();
        let arguments = [
            ("count", (numbers.len() as i64).into()),
            ("number", numbers.join(", ").into()),
        ];
        let text = model.language.say("gather-from", &arguments);
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

/// How far the form is: being stored, wrong somewhere, saved as a draft at this time, or not saved yet.
fn progress(form: &CaseForm, saved_at: Option<&str>, language: Language) -> String {
    let new = form.purpose == Purpose::New;
    let faults = form.inputs.faults.len();
    let id = match (saved_at, new) {
        _ if form.is_saving() => "form-saving",
        _ if faults > 0 => "form-has-faults",
        (Some(_), true) => "draft-saved-new",
        (Some(_), false) => "draft-saved",
        (None, true) => "form-not-counted-yet",
        (None, false) => "form-not-saved-yet",
    };
    let faults = i64::try_from(faults).unwrap_or(i64::MAX);
    let time = saved_at.unwrap_or_default();
    language.say(id, &[("count", faults.into()), ("time", time.into())])
}

/// The keys that help while typing, on a line.
fn hints_ui(ui: &mut Ui, model: &Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    let save = model.shortcut(&Command::Save).unwrap_or_default();
    let hints = [
        ("Tab", "hint-tab"),
        ("A–Z", "hint-letter"),
        ("v", "hint-today"),
        ("+7", "hint-week"),
        (save.as_str(), "hint-save"),
    ]
    .map(|(keys, text)| (keys, format!(" {}", language.text(text))));
    let mute = |text| TextPiece {
        text,
        font: theme::label(),
        colour: palette.mute,
    };
    let mut pieces = Vec::new();
    for (keys, text) in &hints {
        if !pieces.is_empty() {
            pieces.push(mute("  ·  "));
        }
        pieces.push(TextPiece {
            text: keys,
            font: theme::strong_label(),
            colour: palette.ink,
        });
        pieces.push(mute(text));
    }
    paragraph_of(ui, &pieces);
    ui.add_space(theme::GAP);
}

/// For which purpose and on which legal ground the register records this.
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
