//! The case file beside its list on the screen: what it is at a glance, what belongs to it, and its timeline.

use std::sync::Arc;

use egui::{Align2, Id, Margin, ScrollArea, Sense, Ui, vec2};

use crate::desk::case::documents_ui::documents_ui;
use crate::desk::case::facts::{facts_ui, rule_ui};
use crate::desk::case::head::head_ui;
use crate::desk::case::links::{LinkAction, links_ui};
use crate::desk::case::panel::CasePanel;
use crate::desk::case::status_steps::status_steps_ui;
use crate::desk::case::timeline::filters_ui::filters_ui;
use crate::desk::case::timeline::item::Item;
use crate::desk::case::timeline::timeline_ui::timeline_ui;
use crate::desk::case::withdrawal::Withdrawal;
use crate::desk::command::Command;
use crate::desk::command::kinds::everyday_kind;
use crate::desk::form::entry_form::card::entry_ui;
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui};
use crate::desk::parts::task_list::tasks_ui;
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition};
use crate::store::Dossier;

/// The width of the button for a contact beside its text, with its icon and its keys, in points.
const AROUND_CONTACT: f32 = 88.97;
/// The width of the button for the next step of the ladder, in points.
const STEP: f32 = 177.0;

/// The panel of the selected case, with the form of an entry that is open in it.
pub fn case_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Arc<Definition>,
    key: CaseKey,
    entry: Option<&mut EntryForm>,
    panel: &mut CasePanel,
) {
    let Some(case) = model
        .vault
        .as_mut()
        .and_then(|vault| vault.case(&definition.id, key))
    else {
        return;
    };
    panel.show(&definition.id, key);
    let dossier = model.dossier(&definition.id, key);
    card(ui, Margin::same(0), |ui| {
        ui.set_min_size(ui.available_size());
        ScrollArea::vertical()
            .id_salt(("case", key.0))
            .auto_shrink(false)
            .show(ui, |ui| {
                egui::Frame::new()
                    .inner_margin(Margin::symmetric(18, 12))
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                        inner_ui(ui, model, definition, &case, dossier.as_ref(), entry, panel);
                    });
            });
    });
}

fn inner_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &Arc<CaseFile>,
    dossier: Option<&Arc<Dossier>>,
    entry: Option<&mut EntryForm>,
    panel: &mut CasePanel,
) {
    let items = dossier.map(|dossier| panel.items(model, definition, case, dossier));
    let dossier = dossier.cloned().unwrap_or_default();
    glance_ui(ui, model, definition, case, &dossier, panel);
    panel.other_cases.ui(ui, model, &dossier);
    match links_ui(ui, model, &dossier) {
        Some(LinkAction::Link(other)) => model.actions.push(Action::Link(other)),
        Some(LinkAction::Unlink {
            entry,
            register,
            title,
        }) => panel.withdrawal = Some(Withdrawal::new(*entry, register, title)),
        None => {}
    }
    if let Some(items) = &items
        && let Some((place, action)) = documents_ui(ui, items, model.language)
        && let Some(item) = items.get(place)
    {
        panel.carry_out(action, item, &definition.id, model);
    }
    rule_ui(ui);
    timeline_head_ui(ui, model, definition, case);
    if let Some(form) = entry {
        form.take_in_newer_entry(&dossier.entries, definition);
        entry_ui(ui, form, model, definition);
    }
    if let Some(withdrawal) = &mut panel.withdrawal {
        withdrawal.withdrawal_ui(ui, model);
    }
    if let Some(document) = &mut panel.document {
        document.document_form_ui(ui, model);
    }
    match items {
        Some(items) => items_ui(ui, model, definition, &items, panel),
        None => loading_ui(ui, model.language),
    }
}

/// What the case is at a glance: its head, its status, its tasks and its fields.
fn glance_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    dossier: &Dossier,
    panel: &mut CasePanel,
) {
    let (language, today) = (model.language, model.clock.today());
    let open_menu = std::mem::take(&mut panel.open_menu);
    let all = panel.all_facts;
    if head_ui(ui, model, definition, case, dossier, all, open_menu) {
        panel.all_facts = !all;
    }
    status_steps_ui(ui, definition, &case.state, today, language);
    tasks_ui(ui, model, definition, case);
    facts_ui(ui, definition, case, panel.all_facts, language);
}

/// The timeline with its filters.
fn items_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    items: &[Item],
    panel: &mut CasePanel,
) {
    let (language, today) = (model.language, model.clock.today());
    let view = &mut panel.timeline;
    filters_ui(ui, view, items, definition, language);
    let id = Id::unique(("timeline", &definition.id));
    if let Some((place, action)) = timeline_ui(ui, view, items, id, today, language)
        && let Some(item) = items.get(place)
    {
        panel.carry_out(action, item, &definition.id, model);
    }
}

fn loading_ui(ui: &mut Ui, language: Language) {
    let (rect, _) = ui.allocate_exact_size(vec2(180.0, 24.0), Sense::hover());
    let waiting = language.text("loading");
    let faint = Palette::of(ui).faint;
    let at = rect.left_center();
    ui.painter()
        .text(at, Align2::LEFT_CENTER, waiting, theme::body(), faint);
}

/// The heading of the timeline, with the buttons of the entries that are made most.
fn timeline_head_ui(ui: &mut Ui, model: &mut Model, definition: &Definition, case: &CaseFile) {
    let language = model.language;
    let palette = Palette::of(ui);
    let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
    ui.horizontal(|ui| {
        let heading = language.text("case-history");
        label_ui(ui, heading, theme::heading(), palette.ink);
        let Some(registers) = &registers else { return };
        let mut action = |ui: &mut Ui, command: Command, label: &str| {
            let icon = command.icon(registers);
            let button = Button::new(label)
                .icon(&icon)
                .shortcut(command.shortcut(registers));
            if button.bordered_chip(ui).clicked() {
                model.actions.push(command);
            }
        };
        let contact = everyday_kind(definition);
        let contact = contact.map(|kind| kind.short_label().text(language).to_owned());
        let runs = case.state.closing().is_none();
        let step = definition.ladder.as_ref().filter(|_| runs);
        let step = step.map(|_| language.text("command-next-step"));
        // They stand at the right, but are drawn in the order in which Tab comes to them: room is left before them.
        let width = |label: &str| {
            let font = egui::FontId::proportional(13.0);
            let text = label.to_owned();
            let galley = ui.painter().layout_no_wrap(text, font, palette.ink);
            galley.size().x
        };
        let contact_width = contact
            .as_deref()
            .map_or(0.0, |label| width(label) + AROUND_CONTACT);
        let step_width = step.as_ref().map_or(0.0, |_| STEP);
        let room = ui.available_width() - contact_width - step_width;
        ui.add_space(room.max(0.0));
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some(label) = &contact {
            action(ui, Command::Contact, label);
        }
        if let Some(label) = &step {
            action(ui, Command::NextStep, label);
        }
    });
}
