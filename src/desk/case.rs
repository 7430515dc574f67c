//! A case file beside its list: one glance first, then what belongs to it, then its story.

use std::sync::Arc;

use egui::{Align2, Id, Margin, ScrollArea, Sense, Ui, vec2};

use super::case_head::{head_ui, process_ui};
use super::command::Command;
use super::documents_ui::{DocumentForm, documents_ui};
use super::entry_form::EntryForm;
use super::entry_ui::entry_ui;
use super::facts_ui::{facts_ui, rule_ui};
use super::kinds::everyday_kind;
use super::model::Model;
use super::press::Press;
use super::story::{Item, Teller};
use super::story_ui::{StoryView, Wanted, filters_ui, story_ui};
use super::tasks_ui::tasks_ui;
use super::theme::{self, Palette};
use super::ties_ui::{Around, TieWish, around_ui, ties_ui};
use super::widgets::{card, say};
use super::withdrawal::Withdrawal;
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition};
use crate::store::Dossier;

/// How the case beside the list is shown.
#[derive(Default)]
pub struct CasePanel {
    /// The case it was shown for.
    case: Option<(String, CaseKey)>,
    told: Option<Told>,
    /// How its story is shown.
    pub story: StoryView,
    /// Whether every field is shown, not only those that matter at a glance.
    all_facts: bool,
    /// What is being taken back.
    pub withdrawal: Option<Withdrawal>,
    /// Which lists of other cases are open.
    around: Around,
    /// A document on its way in or out.
    pub document: Option<DocumentForm>,
    /// Whether the menu of what can be done with the case is to open.
    pub open_menu: bool,
    /// What is wanted of a tie.
    pub tie: Option<TieWish>,
    /// What is wanted of something in the story; carried out at the end of the frame.
    pub wish: Option<(Wanted, Item)>,
}

/// The story as it was told last, and of what.
struct Told {
    case: Arc<CaseFile>,
    dossier: Arc<Dossier>,
    language: Language,
    items: Arc<Vec<Item>>,
}

impl CasePanel {
    /// The story of a case, told anew only when something about it changed.
    fn story(
        &mut self,
        model: &Model,
        definition: &Definition,
        case: &Arc<CaseFile>,
        dossier: &Arc<Dossier>,
    ) -> Arc<Vec<Item>> {
        let language = model.language;
        let same = |told: &&Told| {
            Arc::ptr_eq(&told.case, case)
                && Arc::ptr_eq(&told.dossier, dossier)
                && told.language == language
        };
        if let Some(told) = self.told.as_ref().filter(same) {
            return Arc::clone(&told.items);
        }
        let Some(vault) = &model.vault else {
            return Arc::default();
        };
        let teller = Teller {
            definition,
            registers: &vault.registers,
            case,
            dossier,
            reader: &model.actor,
            language,
        };
        let items = Arc::new(teller.items());
        self.story.told_anew();
        self.told = Some(Told {
            case: Arc::clone(case),
            dossier: Arc::clone(dossier),
            language,
            items: Arc::clone(&items),
        });
        items
    }

    /// The case it is shown for.
    pub fn case(&self) -> Option<(String, CaseKey)> {
        self.case.clone()
    }

    /// Another case comes into view: what was looked at in the last one is over.
    fn turn_to(&mut self, register: &str, key: CaseKey) {
        let place = (register.to_owned(), key);
        if self.case.as_ref() == Some(&place) {
            return;
        }
        self.case = Some(place);
        self.story.of_another();
        self.withdrawal = None;
        self.document = None;
        self.around = Around::default();
    }
}

/// The panel of the case that is selected.
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
    panel.turn_to(&definition.id, key);
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
    let language = model.language;
    let today = model.clock.today();
    let known = dossier.cloned().unwrap_or_default();
    let opens = std::mem::take(&mut panel.open_menu);
    let all_facts = &mut panel.all_facts;
    head_ui(ui, model, definition, case, &known, all_facts, opens);
    process_ui(ui, definition, &case.state, today, language);
    tasks_ui(ui, model, definition, case);
    facts_ui(ui, definition, case, panel.all_facts, language);
    around_ui(ui, model, &known, &mut panel.around);
    panel.tie = ties_ui(ui, model, &known).or(panel.tie.take());
    let items = dossier.map(|dossier| panel.story(model, definition, case, dossier));
    if let Some(items) = &items
        && let Some((at, wanted)) = documents_ui(ui, items, language)
    {
        panel.wish = items.get(at).map(|item| (wanted, item.clone()));
    }
    rule_ui(ui);
    story_head_ui(ui, model, definition, case);
    if let Some(form) = entry {
        form.catch_up(&known.entries, definition);
        entry_ui(ui, form, model, definition);
    }
    if let Some(withdrawal) = &mut panel.withdrawal {
        withdrawal.withdrawal_ui(ui, model);
    }
    if let Some(document) = &mut panel.document {
        document.document_form_ui(ui, model);
    }
    let Some(items) = items else {
        loading_ui(ui, language);
        return;
    };
    filters_ui(ui, &mut panel.story, &items, definition, language);
    let id = Id::unique(("story", &definition.id));
    if let Some((at, wanted)) = story_ui(ui, &mut panel.story, &items, id, today, language) {
        panel.wish = items.get(at).map(|item| (wanted, item.clone()));
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

/// The heading of the timeline, with what is put on it most.
fn story_head_ui(ui: &mut Ui, model: &mut Model, definition: &Definition, case: &CaseFile) {
    let language = model.language;
    let palette = Palette::of(ui);
    let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
    ui.horizontal(|ui| {
        let heading = language.text("case-history");
        say(ui, heading, theme::heading(), palette.ink);
        let Some(registers) = &registers else { return };
        let mut action = |ui: &mut Ui, command: Command, label: &str| {
            let icon = command.icon(registers);
            let press = Press::new(label)
                .icon(&icon)
                .shortcut(command.shortcut(registers));
            if press.bordered_chip(ui).clicked() {
                model.commands.push(command);
            }
        };
        let contact = everyday_kind(definition);
        let contact = contact.map(|kind| kind.short_label().text(language).to_owned());
        let runs = case.state.closing().is_none();
        let step = definition.ladder.as_ref().filter(|_| runs);
        let step = step.map(|_| language.text("command-next-step"));
        // At the right, but in the order in which Tab comes to them.
        let letters = |text: &str| {
            let font = egui::FontId::proportional(13.0);
            let laid = ui
                .painter()
                .layout_no_wrap(text.to_owned(), font, palette.ink);
            laid.size().x
        };
        // A button is its name with an icon before it and its keys behind it.
        let named = contact
            .as_deref()
            .map_or(0.0, |label| letters(label) + 88.97);
        let next_step = step.as_ref().map_or(0.0, |_| 177.0);
        let room = ui.available_width() - named - next_step;
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
