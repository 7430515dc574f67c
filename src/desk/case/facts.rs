//! The fields of a case with their values: at first those that matter at a glance, on request all of them.

use egui::{Sense, Ui, vec2};

use crate::desk::case::timeline::builder::is_opening_text;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::language::Language;
use crate::register::{CaseFile, Definition, Field, FieldKind};

/// How many fields are shown at a glance.
const AT_A_GLANCE: usize = 4;

/// A field with its value.
struct Fact {
    label: String,
    value: String,
}

/// The fields that are known, those of the list first: label above value, two in a row. `all` shows every one of them, and
/// the long texts over the whole width.
pub fn facts_ui(
    ui: &mut Ui,
    definition: &Definition,
    case: &CaseFile,
    all: bool,
    language: Language,
) {
    let (mut facts, mut texts) = (first_facts(definition, case, language), Vec::new());
    let in_head = fields_in_head(definition, case);
    for field in by_list(definition) {
        let Some(value) = case.state.values.get(&field.id) else {
            continue;
        };
        let in_head = !all && in_head.contains(&field.id.as_str());
        if in_head || is_shown_above(definition, case, field) {
            continue;
        }
        let fact = Fact {
            label: field.label.text(language).to_owned(),
            value: field.display(value, language),
        };
        match field.kind {
            // The timeline begins with it.
            FieldKind::LongText if is_opening_text(definition, field) => {}
            FieldKind::LongText => texts.push(fact),
            _ => facts.push(fact),
        }
    }
    if !all {
        facts.truncate(AT_A_GLANCE);
        texts.clear();
    }
    let half = ((ui.available_width() - 16.0) / 2.0).floor().max(0.0);
    for pair in facts.chunks(2) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for fact in pair {
                let layout = egui::Layout::top_down(egui::Align::Min);
                ui.allocate_ui_with_layout(vec2(half, 0.0), layout, |ui| fact_ui(ui, fact, half));
            }
        });
    }
    let width = ui.available_width();
    for fact in &texts {
        fact_ui(ui, fact, width);
    }
}

/// Who handles the case, and how long it ran once it ended or was opened again.
fn first_facts(definition: &Definition, case: &CaseFile, language: Language) -> Vec<Fact> {
    let mut facts = Vec::new();
    let owner = definition.work.owner.as_deref();
    if let Some(field) = owner.and_then(|id| definition.field(id)) {
        let name = definition.owner_of(&case.state).map(str::to_owned);
        facts.push(Fact {
            label: field.label.text(language).to_owned(),
            value: name.unwrap_or_else(|| language.text("case-no-owner")),
        });
    }
    if definition.has_spells() && (case.state.spells.len() > 1 || case.state.closing().is_some()) {
        facts.push(Fact {
            label: language.text("duration"),
            value: definition.spells_line(&case.state.spells, language),
        });
    }
    facts
}

/// The fields of a register: first those of its list in their order, then the others.
fn by_list(definition: &Definition) -> Vec<&Field> {
    let place = |field: &&Field| {
        let listed = definition.list.iter().position(|id| *id == field.id);
        listed.unwrap_or(definition.list.len())
    };
    let mut fields: Vec<&Field> = definition.fields.iter().collect();
    fields.sort_by_key(place);
    fields
}

/// Whether a field stands above the others already: the owner among the first facts, the next action among the tasks.
fn is_shown_above(definition: &Definition, case: &CaseFile, field: &Field) -> bool {
    let next = definition.next_action.as_ref();
    let is_next = next.is_some_and(|next| next.what == field.id || next.due == field.id);
    let is_owner = definition.work.owner.as_ref() == Some(&field.id);
    (is_next && case.state.closing().is_none()) || is_owner
}

/// The fields that stand in the head of the case: in its title, and in the line below that.
fn fields_in_head<'a>(definition: &'a Definition, case: &CaseFile) -> Vec<&'a str> {
    let has = |field: &&Field| case.state.values.contains_key(&field.id);
    let called = |field: &&Field| matches!(field.kind, FieldKind::Address | FieldKind::Person);
    let mut named = definition.fields.iter().filter(called).filter(has);
    let address = definition.address_field().filter(|field| has(field));
    let choices = definition
        .fields
        .iter()
        .filter(|field| field.counted && field.kind.has_choices());
    let choices = choices.filter(has).take(3);
    let name = address.or_else(|| named.next());
    name.into_iter()
        .chain(choices)
        .map(|field| field.id.as_str())
        .collect()
}

/// A line between two parts of the panel.
pub fn rule_ui(ui: &mut Ui) {
    let line = egui::Stroke::new(1.0, Palette::of(ui).line);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}

fn fact_ui(ui: &mut Ui, fact: &Fact, width: f32) {
    let palette = Palette::of(ui);
    ui.set_width(width);
    ui.spacing_mut().item_spacing.y = 1.0;
    label_ui(ui, fact.label.as_str(), theme::label(), palette.mute);
    let text = egui::RichText::new(&fact.value)
        .font(theme::body())
        .color(palette.ink);
    ui.add(egui::Label::new(text).wrap().selectable(true));
}
