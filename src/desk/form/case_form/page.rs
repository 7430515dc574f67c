//! The page of the form of a case, made from the definition: one form serves every register.

use std::sync::Arc;

use egui::{Align, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::desk::form::buttons::{ButtonTexts, buttons_ui};
use crate::desk::form::case_form::address_lookup_ui::{address_card_above_ui, address_cards_ui};
use crate::desk::form::case_form::beside_ui::{after_saving_ui, hints_ui, purpose_ui};
use crate::desk::form::case_form::conflict_ui::conflict_ui;
use crate::desk::form::case_form::fields_ui::fields_ui;
use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::gathering::source_cases;
use crate::desk::kit::icons;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::{Tone, card, notice};
use crate::desk::parts::case_text::title;
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::language::Language;
use crate::language::letters::capital;
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
    let room = ui.available_width();
    let beside = (room > WIDE).then(|| (room * 0.284).clamp(284.0, 400.0));
    if beside.is_none() {
        address_card_above_ui(ui, form, model, definition);
    }
    // The scroll bar of the form stands in the gap beside it.
    let width = room - theme::GAP - beside.unwrap_or_default();
    let width = width.min(WIDEST_FORM).floor();
    let height = ui.available_height();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let down = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(vec2(width, height), down, |ui| {
            let scroll = ScrollArea::vertical().id_salt("form").auto_shrink(false);
            scroll.show(ui, |ui| form_card_ui(ui, form, model, definition, width));
        });
        if let Some(width) = beside {
            // Beside what scrolls: what is known at the address is always in sight.
            let left = ui.max_rect().right() - width;
            let column = Rect::from_x_y_ranges(left..=left + width, ui.max_rect().y_range());
            ui.scope_builder(UiBuilder::new().max_rect(column).layout(down), |ui| {
                let scroll = ScrollArea::vertical().id_salt("beside").auto_shrink(false);
                scroll.show(ui, |ui| {
                    ui.set_max_width(width);
                    ui.spacing_mut().item_spacing.x = 8.0;
                    address_cards_ui(ui, form, model, definition);
                    after_saving_ui(ui, form, model, definition);
                    hints_ui(ui, model);
                    purpose_ui(ui, definition, model.language);
                });
            });
        }
    });
    form.inputs.take_focus = false;
}

fn header_ui(ui: &mut Ui, form: &CaseForm, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let saved_at = model.draft_saved_at(&form.autosave.draft);
    let title = heading(form, definition, language);
    let subtitle = match model.lost {
        Some(_) => model.text("form-vault-lost"),
        None => progress(form, definition, saved_at.as_deref(), language),
    };
    let texts = button_texts(form.purpose, definition, language);
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
    ui.spacing_mut().item_spacing.x = 8.0;
    card(ui, Margin::symmetric(18, 12), |ui| {
        ui.set_width(width - 56.0);
        // What is being stored, or compared, is not changed meanwhile.
        let still = form.is_saving() || form.conflict.is_some();
        ui.add_enabled_ui(!still, |ui| {
            fields_ui(ui, form, definition, model.language, model.clock.today());
        });
    });
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

/// What the buttons say: a case that ends or is opened again is not "saved".
fn button_texts(purpose: Purpose, definition: &Definition, language: Language) -> ButtonTexts {
    let case = definition.case_words.one.text(language);
    let does = |id: &str| capital(&language.say(id, &[("case", case.into())]));
    let (store, leave) = match purpose {
        Purpose::New | Purpose::Change => (language.text("command-save"), "command-close"),
        Purpose::Finish => (does("form-does-finish"), "form-cancel"),
        Purpose::Reopen => (does("form-does-reopen"), "form-cancel"),
    };
    let leave = language.text(leave);
    ButtonTexts { store, leave }
}

/// How far the form is: being stored, wrong somewhere, saved as a draft at this time, or not saved yet. While nothing was
/// changed there is nothing to warn of: then it says which case this is.
fn progress(
    form: &CaseForm,
    definition: &Definition,
    saved_at: Option<&str>,
    language: Language,
) -> String {
    let new = form.purpose == Purpose::New;
    let faults = form.inputs.faults.len();
    let untouched = form.case.as_ref().filter(|_| !form.inputs.touched);
    let id = match (saved_at, new) {
        _ if form.is_saving() => "form-saving",
        _ if faults > 0 => "form-has-faults",
        _ if untouched.is_some() => {
            let which = untouched.map(|case| title(definition, case));
            return which.unwrap_or_default();
        }
        (Some(_), true) => "draft-saved-new",
        (Some(_), false) => "draft-saved",
        (None, true) => "form-not-counted-yet",
        (None, false) => "form-not-saved-yet",
    };
    let faults = i64::try_from(faults).unwrap_or(i64::MAX);
    let time = saved_at.unwrap_or_default();
    language.say(id, &[("count", faults.into()), ("time", time.into())])
}
