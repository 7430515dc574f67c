//! A case file beside its list: one glance first, then what belongs to it, then its story.

use std::sync::Arc;

use egui::{Align2, Id, Margin, ScrollArea, Sense, Ui, vec2};

use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::case::document_form::{DocumentForm, Way, documents_ui};
use crate::desk::case::documents::safe;
use crate::desk::case::facts::{facts_ui, rule_ui};
use crate::desk::case::head::{head_ui, process_ui};
use crate::desk::case::links::{Around, LinkAction, around_ui, ties_ui};
use crate::desk::case::timeline::{Item, TimelineBuilder};
use crate::desk::case::timeline_ui::{ItemAction, TimelineView, filters_ui, story_ui};
use crate::desk::case::withdrawal::Withdrawal;
use crate::desk::command::Command;
use crate::desk::command::kinds::everyday_kind;
use crate::desk::form::entry_card::entry_ui;
use crate::desk::form::entry_form::EntryForm;
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, label_ui};
use crate::desk::parts::task_list::tasks_ui;
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::places;
use crate::register::{CaseFile, CaseKey, Definition};
use crate::store::Dossier;

/// How the case beside the list is shown.
#[derive(Default)]
pub struct CasePanel {
    /// The case it was shown for.
    case: Option<(String, CaseKey)>,
    told: Option<Told>,
    /// How its story is shown.
    pub story: TimelineView,
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
        let builder = TimelineBuilder {
            definition,
            registers: &vault.registers,
            case,
            dossier,
            reader: &model.actor,
            language,
        };
        let items = Arc::new(builder.items());
        self.story.told_anew();
        self.told = Some(Told {
            case: Arc::clone(case),
            dossier: Arc::clone(dossier),
            language,
            items: Arc::clone(&items),
        });
        items
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

impl CasePanel {
    /// Does what is wanted of an item of the timeline.
    fn carry_out(
        &mut self,
        wanted: ItemAction,
        item: Option<&Item>,
        register: &str,
        model: &mut Model,
    ) {
        let Some(item) = item else { return };
        if let (ItemAction::Undo, Some(operation)) = (wanted, &item.action) {
            model.actions.push(Action::UndoOperation {
                register: register.to_owned(),
                operation: operation.clone(),
                what: item.title.clone(),
            });
            return;
        }
        let Some(entry) = &item.entry else { return };
        match (wanted, &item.leads_to) {
            (ItemAction::Undo, _) => {}
            (ItemAction::Open, Some((register, key))) => {
                let open = Action::OpenCase(register.clone(), *key);
                model.actions.push(open);
            }
            (ItemAction::Open, None) => {
                let open = Action::OpenDocument(Box::new(entry.clone()));
                model.actions.push(open);
            }
            (ItemAction::SaveAs, _) => {
                let name = safe(entry.state.text("naam").unwrap_or_default());
                let path = places::documents().unwrap_or_default().join(&name);
                let way = Way::Out(register.to_owned(), entry.key, name);
                let form = DocumentForm::new(way, path.display().to_string());
                self.document = Some(form);
            }
            (ItemAction::Edit, _) => {
                let edit = Action::EditEntry(Box::new(entry.clone()));
                model.actions.push(edit);
            }
            (ItemAction::Withdraw, _) => {
                let home = item.home.clone().unwrap_or_else(|| register.to_owned());
                let withdrawal = Withdrawal::of(entry.clone(), home, item.title.clone());
                self.withdrawal = Some(withdrawal);
            }
        }
    }

    /// Asks for a file to put on the timeline of this case.
    pub fn attach(&mut self, register: &str, case: CaseKey) {
        let way = Way::In(register.to_owned(), case);
        self.document = Some(DocumentForm::new(way, String::new()));
    }

    /// Whether something is taken back, or carried in or out, in a form of the panel.
    pub fn has_form(&self) -> bool {
        self.withdrawal.is_some() || self.document.is_some()
    }

    /// Stores what is typed in a form of the panel.
    pub fn save(&mut self, model: &mut Model) {
        if let Some(withdrawal) = &mut self.withdrawal {
            withdrawal.save(model);
        } else if let Some(document) = &mut self.document
            && document.save(model)
        {
            self.leave_form();
        }
    }

    /// Leaves the form of the panel, and gives the keyboard back to the timeline.
    pub fn leave_form(&mut self) {
        if self.withdrawal.take().is_none() {
            self.document = None;
        }
        self.story.take_focus = true;
    }

    /// Something was taken back by this request. Says whether it was asked for here.
    pub fn on_withdrawn(&mut self, request: RequestId, model: &mut Model) -> bool {
        let ours = |asked: &mut Withdrawal| asked.saving == Some(request);
        let Some(asked) = self.withdrawal.take_if(ours) else {
            return false;
        };
        // A link may stand in another register; it is gone from this end as well.
        if let Some((register, key)) = self.case.clone()
            && asked.home != register
        {
            model.ask(Request::Dossier(register, key));
        }
        self.story.take_focus = true;
        let text = model.text("story-taken-back");
        model.notify(text, Tone::Ok);
        true
    }

    /// Nothing was taken back by this request.
    pub fn on_withdrawal_refused(&mut self, request: RequestId) {
        if let Some(asked) = &mut self.withdrawal {
            asked.saving.take_if(|saving| *saving == request);
        }
    }

    /// A document was stored by this request; what is in the vault needs no form any more.
    pub fn on_attached(&mut self, request: RequestId, on_screen: bool) {
        let ours = |form: &mut DocumentForm| form.saving == Some(request);
        if self.document.take_if(ours).is_some() && on_screen {
            self.story.take_focus = true;
        }
    }

    /// A document could not be stored by this request. Says whether that stands beside its path now.
    pub fn on_attach_refused(&mut self, request: RequestId, sentence: String) -> bool {
        let document = self.document.as_mut();
        let ours = document.filter(|form| form.saving == Some(request));
        let is_ours = ours.is_some();
        if let Some(form) = ours {
            form.refused(sentence);
        }
        is_ours
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
    match ties_ui(ui, model, &known) {
        Some(LinkAction::Link(other)) => model.actions.push(Action::Link(other)),
        Some(LinkAction::Unlink(entry, home, what)) => {
            panel.withdrawal = Some(Withdrawal::of(*entry, home, what));
        }
        None => {}
    }
    let items = dossier.map(|dossier| panel.story(model, definition, case, dossier));
    if let Some(items) = &items
        && let Some((at, wanted)) = documents_ui(ui, items, language)
    {
        panel.carry_out(wanted, items.get(at), &definition.id, model);
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
        panel.carry_out(wanted, items.get(at), &definition.id, model);
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
        label_ui(ui, heading, theme::heading(), palette.ink);
        let Some(registers) = &registers else { return };
        let mut action = |ui: &mut Ui, command: Command, label: &str| {
            let icon = command.icon(registers);
            let press = Button::new(label)
                .icon(&icon)
                .shortcut(command.shortcut(registers));
            if press.bordered_chip(ui).clicked() {
                model.actions.push(command);
            }
        };
        // A conversation has a shorter name on its button; anything else is called what it is.
        let contact = everyday_kind(definition).map(|kind| match kind.id.as_str() {
            "contact" => language.text("case-contact"),
            _ => kind.label.text(language).to_owned(),
        });
        let runs = case.state.closing().is_none();
        let step = definition.ladder.as_ref().filter(|_| runs);
        let step = step.map(|_| language.text("command-next-step"));
        // At the right, but in the order in which Tab comes to them.
        let wide = |label: &Option<String>| label.as_ref().map_or(0.0, |_| 1.0);
        let room = ui.available_width() - 136.0 * wide(&contact) - 177.0 * wide(&step);
        let letters = |text: &str| {
            let font = egui::FontId::proportional(13.0);
            let laid = ui
                .painter()
                .layout_no_wrap(text.to_owned(), font, palette.ink);
            laid.size().x
        };
        let usual = letters(&language.text("case-contact"));
        let room = room
            - contact
                .as_deref()
                .map_or(0.0, |label| letters(label) - usual);
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
