//! The fields of a case with their values, beside its timeline.

use egui::{Sense, Ui};

use crate::desk::case::timeline::builder::is_opening_text;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::parts::age_text::contradicted_text;
use crate::language::Language;
use crate::register::{CaseFile, Definition, Field, FieldKind};

/// A field with its value.
struct Fact {
    label: String,
    value: String,
    /// What says otherwise; none where nothing does.
    otherwise: Option<String>,
}

/// The fields that are known, those of the list first: each label above its value.
pub fn facts_ui(ui: &mut Ui, definition: &Definition, case: &CaseFile, language: Language) {
    let heading = language.text("case-facts");
    label_ui(ui, heading, theme::heading(), Palette::of(ui).ink);
    let mut facts = first_facts(definition, case, language);
    for field in by_list(definition) {
        let known = case.state.values.get(&field.id);
        let Some(value) = known.filter(|_| !is_shown_elsewhere(definition, case, field)) else {
            continue;
        };
        facts.push(Fact {
            label: field.label.text(language).to_owned(),
            value: field.display(value, language),
            otherwise: contradicted_text(definition, field, &case.state, language),
        });
    }
    for fact in &facts {
        fact_ui(ui, fact);
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
            otherwise: None,
        });
    }
    let spells = definition.spells_to_end(&case.state);
    let ends = spells.last().is_some_and(|last| last.closed.is_some());
    if definition.has_spells() && (spells.len() > 1 || ends) {
        facts.push(Fact {
            label: language.text("duration"),
            value: definition.spells_line(&spells, language),
            otherwise: None,
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

/// Whether a field stands elsewhere in the panel already: the owner among the first facts, the next action among the tasks,
/// the opening text at the beginning of the timeline.
fn is_shown_elsewhere(definition: &Definition, case: &CaseFile, field: &Field) -> bool {
    let next = definition.next_action.as_ref();
    let is_next = next.is_some_and(|next| next.what == field.id || next.due == field.id);
    let is_owner = definition.work.owner.as_ref() == Some(&field.id);
    let opens = field.kind == FieldKind::LongText && is_opening_text(definition, field);
    (is_next && case.state.closing().is_none()) || is_owner || opens
}

/// A line between two parts of the panel.
pub fn rule_ui(ui: &mut Ui) {
    let line = egui::Stroke::new(1.0, Palette::of(ui).line);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}

fn fact_ui(ui: &mut Ui, fact: &Fact) {
    let palette = Palette::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        label_ui(ui, fact.label.as_str(), theme::label(), palette.mute);
        let text = egui::RichText::new(&fact.value)
            .font(theme::body())
            .color(palette.ink);
        ui.add(egui::Label::new(text).wrap().selectable(true));
        if let Some(otherwise) = &fact.otherwise {
            let text = egui::RichText::new(otherwise)
                .font(theme::label())
                .color(palette.warn.0);
            ui.add(egui::Label::new(text).wrap());
        }
    });
}
