//! The pane of the selected item, beside the list: its form, where it is used, and what can be done with it.

use egui::{Margin, ScrollArea, Ui};

use super::body::body_ui;
use super::changing::is_storing;
use super::indicator_item;
use super::items::{
    ALIASES, BODY, BODY_IN_ENGLISH, BUSINESSES, FROM, MUNICIPALITY, NAME, NAME_IN_ENGLISH,
    POSTCODES, STATUSES, UNTIL,
};
use super::preview;
use super::state::ManagePage;
use super::subjects;
use crate::desk::backend::content::choices;
use crate::desk::command::Command;
use crate::desk::form::fields::{FieldContext, offered};
use crate::desk::kit::button::Button;
use crate::desk::kit::choice_field::ChoiceOption;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::menu::MenuKeys;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, notice, paragraph};
use crate::desk::parts::command_menu::command_entries_ui;
use crate::desk::state::editions::content_of;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Content, Definition, Indicators, ListRole, Registers, Subject, find};

impl ManagePage {
    /// The pane of the selected item, or of the new one.
    pub(super) fn item_ui(&mut self, ui: &mut Ui, subject: &Subject, model: &mut Model) {
        let id = self.selected.clone().filter(|_| !self.adding);
        if id.is_none() && !self.adding {
            return;
        }
        let Some(vault) = &model.vault else { return };
        let (registers, (indicators, _, _)) = (vault.registers.clone(), vault.indicators());
        // Taken out while they are drawn, so that the rest of the page can be used meanwhile.
        let inputs = self.inputs(subject, id.as_deref(), model);
        let Some(mut inputs) = inputs.map(std::mem::take) else {
            return;
        };
        let touched = inputs.touched;
        let mut discarded = false;
        ScrollArea::vertical()
            .id_salt("managed item")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = density::gap(ui, 8.0);
                self.head_ui(ui, id.as_deref(), inputs.text(NAME), model.language);
                let scope = format!("managed {subject} {}", id.as_deref().unwrap_or_default());
                let mut context = FieldContext {
                    inputs: &mut inputs,
                    scope: &scope,
                    language: model.language,
                    today: model.clock.today(),
                };
                fields_ui(
                    ui,
                    &mut context,
                    &registers,
                    &indicators,
                    (subject, id.as_deref()),
                );
                ui.add_space(4.0);
                discarded = self.buttons_ui(ui, touched, model);
                if let Some(id) = &id {
                    ui.add_space(8.0);
                    self.used_ui(ui, subject, id, &registers, model);
                    ui.add_space(8.0);
                    actions_ui(ui, subject, id, &registers, model);
                    more_ui(ui, id, model.language);
                }
                ui.add_space(12.0);
            });
        if discarded {
            self.leave_form();
        } else {
            self.typed.insert((subject.clone(), id), inputs);
        }
    }

    /// The name of the item, and why the last change was refused.
    fn head_ui(&self, ui: &mut Ui, id: Option<&str>, name: &str, language: Language) {
        let palette = Palette::of(ui);
        let title = match id {
            None => language.text("manage-new"),
            Some(_) => name.to_owned(),
        };
        paragraph(ui, &title, theme::heading(), palette.ink);
        if let Some(fault) = &self.fault {
            notice(ui, icons::WARNING, fault, Tone::Bad);
        }
    }

    /// The buttons below the form. Returns whether what is typed is to be discarded.
    fn buttons_ui(&self, ui: &mut Ui, touched: bool, model: &mut Model) -> bool {
        let language = model.language;
        let can_save = touched && !is_storing(model);
        let row = ui.horizontal_wrapped(|ui| {
            let label = language.text("command-save");
            let save = Button::new(&label).shortcut(model.shortcut(&Command::Save));
            if save.enabled(can_save).primary(ui).clicked() {
                model.actions.push(Command::Save);
            }
            let label = language.text("command-discard");
            (touched || self.adding) && Button::new(&label).link(ui).clicked()
        });
        row.inner
    }
}

/// What only who writes definitions or commands wants to know: the id.
fn more_ui(ui: &mut Ui, id: &str, language: Language) {
    let title = egui::RichText::new(language.text("manage-more"));
    let mute = Palette::of(ui).mute;
    egui::CollapsingHeader::new(title.font(theme::label()).color(mute))
        .id_salt("more about the item")
        .show(ui, |ui| {
            let text = language.say("manage-id", &[("id", id.into())]);
            paragraph(ui, &text, theme::label(), mute);
        });
}

/// What can be done with an item.
fn actions_ui(ui: &mut Ui, subject: &Subject, id: &str, registers: &Registers, model: &mut Model) {
    let own = match content_of(model, subject) {
        Some(Content::Choices(choices)) => find(&choices, id).is_some_and(|choice| choice.own),
        Some(Content::Texts(texts)) => texts.iter().any(|text| text.id == id && text.own),
        Some(Content::Indicators(all)) => indicator_item::can_be_removed(&all, id, model),
        _ => false,
    };
    let mut commands = vec![Command::ItemUp, Command::ItemDown, Command::RetireItem];
    let people = subjects::is_people(registers, subject);
    if !people && !matches!(subject, Subject::Texts(_) | Subject::Indicators) {
        commands.insert(2, Command::MergeItem);
    }
    if own {
        commands.push(Command::RemoveItem);
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    let chosen = command_entries_ui(
        ui,
        commands,
        registers,
        model.language,
        &mut MenuKeys::default(),
    );
    model.actions.extend(chosen);
}

/// The form of an item: that of a standard text, or else that of a choice.
fn fields_ui(
    ui: &mut Ui,
    context: &mut FieldContext<'_>,
    registers: &Registers,
    indicators: &Indicators,
    (subject, id): (&Subject, Option<&str>),
) {
    match (subject, subjects::register_of(subject)) {
        (Subject::Texts(_), Some(register)) => {
            if let Some(definition) = registers.get(register) {
                text_ui(ui, context, definition);
            }
        }
        (Subject::Indicators, _) => {
            indicator_item::fields_ui(ui, context, registers, indicators, id);
        }
        _ => choice_fields_ui(ui, context, registers, subject),
    }
}

fn choice_fields_ui(
    ui: &mut Ui,
    context: &mut FieldContext<'_>,
    registers: &Registers,
    subject: &Subject,
) {
    let language = context.language;
    let width = ui.available_width();
    let half = ((width - 12.0) / 2.0).floor();
    let label = |id: &str| language.text(id);
    let people = subjects::is_people(registers, subject);
    context.line_ui(ui, NAME, &label("manage-name"), "", width);
    if !people {
        let name = label("manage-name-in-english");
        context.line_ui(ui, NAME_IN_ENGLISH, &name, "", width);
        let hint = label("manage-aliases-hint");
        context.line_ui(ui, ALIASES, &label("manage-aliases"), &hint, width);
    }
    let areas = choices(registers, subject);
    let areas = areas.is_some_and(|all| all.iter().any(|choice| !choice.postcodes.is_empty()));
    if areas {
        context.line_ui(
            ui,
            POSTCODES,
            &label("manage-postcodes"),
            "2711 2712",
            width,
        );
    }
    place_ui(ui, context, registers, subject);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let hint = label("date-hint");
        context.day_ui(ui, FROM, &label("manage-from"), &hint, half);
        context.day_ui(ui, UNTIL, &label("manage-until"), &hint, half);
    });
}

/// What is asked of a district alone: in which of several municipalities it lies, and whether it is one of businesses. That
/// is asked of what is known of districts too.
fn place_ui(ui: &mut Ui, context: &mut FieldContext<'_>, registers: &Registers, subject: &Subject) {
    let is = |role| {
        let list = registers.list_of(role);
        list.is_some_and(|list| *subject == Subject::List(list.id.clone()))
    };
    let municipalities = registers.list_of(ListRole::Municipalities);
    let municipalities = municipalities.filter(|list| is(ListRole::Districts) && list.is_several());
    if let Some(list) = municipalities {
        let chosen = context.inputs.chosen.get(MUNICIPALITY);
        let options = offered(&list.choices, chosen, context.today, context.language);
        let label = context.language.text("manage-municipality");
        context.chosen_ui(ui, MUNICIPALITY, &label, &options, false);
    }
    let businesses = match is(ListRole::Districts) {
        true => "manage-businesses",
        false if is(ListRole::Characteristics) => "manage-of-businesses",
        false => return,
    };
    context.yes_no_ui(ui, BUSINESSES, &context.language.text(businesses));
}

/// The form of a standard text, with how the text would look in an invented case.
fn text_ui(ui: &mut Ui, context: &mut FieldContext<'_>, definition: &Definition) {
    let language = context.language;
    let width = ui.available_width();
    context.line_ui(ui, NAME, &language.text("manage-name"), "", width);
    let statuses: Vec<ChoiceOption> = definition
        .statuses
        .iter()
        .map(|status| {
            let label = status.choice.label.text(language).to_owned();
            ChoiceOption::new(status.choice.id.clone(), label)
        })
        .collect();
    if !statuses.is_empty() {
        let label = language.text("manage-statuses");
        context.chosen_ui(ui, STATUSES, &label, &statuses, true);
    }
    body_ui(ui, context, BODY, &language.text("manage-body"));
    let blanks = definition.blanks().into_iter();
    let blanks: Vec<String> = blanks.map(|blank| format!("{{{blank}}}")).collect();
    let palette = Palette::of(ui);
    let named = language.say("manage-blanks", &[("blanks", blanks.join(" ").into())]);
    paragraph(ui, &named, theme::label(), palette.mute);
    label_ui(
        ui,
        language.text("manage-preview"),
        theme::label(),
        palette.mute,
    );
    let filled = preview::filled(
        definition,
        context.inputs.text(BODY),
        context.today,
        language,
    );
    egui::Frame::new()
        .fill(palette.soft)
        .corner_radius(egui::CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            paragraph(ui, &filled, theme::body(), palette.ink);
        });
    let name = language.text("manage-name-in-english");
    context.line_ui(ui, NAME_IN_ENGLISH, &name, "", width);
    body_ui(
        ui,
        context,
        BODY_IN_ENGLISH,
        &language.text("manage-body-in-english"),
    );
}
