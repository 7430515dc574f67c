//! What is known of a case, field by field: at first what matters at a glance, on request everything.

use egui::{Sense, Ui, vec2};

use crate::desk::case::timeline::opens;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::language::Language;
use crate::register::{CaseFile, Definition, Field, FieldKind};

/// How many fields are shown at a glance.
const GLANCE: usize = 4;

/// Every field that is known, or those of the list first: label above value, two in a row; long texts over the whole
/// width.
pub fn facts_ui(
    ui: &mut Ui,
    definition: &Definition,
    case: &CaseFile,
    all: bool,
    language: Language,
) {
    let said_above = said_above(definition, case);
    let mut facts: Vec<(String, String)> = Vec::new();
    let mut texts: Vec<(String, String)> = Vec::new();
    let owner = definition.work.owner.as_deref();
    if let Some(field) = owner.and_then(|id| definition.field(id)) {
        let label = field.label.text(language).to_owned();
        let name = definition.owner_of(&case.state).map(str::to_owned);
        facts.push((
            label,
            name.unwrap_or_else(|| language.text("case-no-owner")),
        ));
    }
    if definition.has_spells() && (case.state.spells.len() > 1 || case.state.closing().is_some()) {
        let line = definition.spells_line(&case.state.spells, language);
        facts.push((language.text("duration"), line));
    }
    let place = |field: &Field| {
        let listed = definition.list.iter().position(|id| *id == field.id);
        listed.unwrap_or(definition.list.len())
    };
    let mut fields: Vec<&Field> = definition.fields.iter().collect();
    fields.sort_by_key(|field| place(field));
    let next = definition.next_action.as_ref();
    let shown_above = |id: &str| {
        let next = next.is_some_and(|next| next.what == id || next.due == id);
        (next && case.state.closing().is_none()) || owner == Some(id)
    };
    for field in fields {
        let Some(value) = case.state.values.get(&field.id) else {
            continue;
        };
        if shown_above(&field.id) {
            continue;
        }
        if !all && said_above.contains(&field.id.as_str()) {
            continue;
        }
        let label = field.label.text(language).to_owned();
        let fact = (label, field.display(value, language));
        match field.kind {
            // With this the story begins.
            FieldKind::LongText if opens(definition, field) => {}
            FieldKind::LongText => texts.push(fact),
            _ => facts.push(fact),
        }
    }
    if !all {
        facts.truncate(GLANCE);
        texts.clear();
    }
    let half = ((ui.available_width() - 16.0) / 2.0).floor().max(0.0);
    for pair in facts.chunks(2) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for (label, text) in pair {
                ui.allocate_ui_with_layout(
                    vec2(half, 0.0),
                    egui::Layout::top_down(egui::Align::Min),
                    |ui| fact_ui(ui, label, text, half),
                );
            }
        });
    }
    let width = ui.available_width();
    for (label, text) in &texts {
        fact_ui(ui, label, text, width);
    }
}

/// The fields that the head of the case says already: what it is called by, and what it is in a few words.
fn said_above<'a>(definition: &'a Definition, case: &CaseFile) -> Vec<&'a str> {
    let known = |field: &&Field| case.state.values.contains_key(&field.id);
    let called = |field: &&Field| matches!(field.kind, FieldKind::Address | FieldKind::Person);
    let mut named = definition.fields.iter().filter(called).filter(known);
    let address = definition.address_field().filter(|field| known(field));
    let choices = definition
        .fields
        .iter()
        .filter(|field| field.counted && field.kind.has_choices());
    let choices = choices.filter(known).take(3);
    let name = address.or_else(|| named.next());
    name.into_iter()
        .chain(choices)
        .map(|field| field.id.as_str())
        .collect()
}

/// One pixel between what belongs apart.
pub fn rule_ui(ui: &mut Ui) {
    let line = egui::Stroke::new(1.0, Palette::of(ui).line);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}

fn fact_ui(ui: &mut Ui, label: &str, text: &str, width: f32) {
    let palette = Palette::of(ui);
    ui.set_width(width);
    ui.spacing_mut().item_spacing.y = 1.0;
    label_ui(ui, label, theme::label(), palette.mute);
    let text = egui::RichText::new(text)
        .font(theme::body())
        .color(palette.ink);
    ui.add(egui::Label::new(text).wrap().selectable(true));
}
