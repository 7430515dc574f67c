//! What is selected in a list, beside it: what it says, to be changed, where it is used, and what can be done with it.

use egui::{Id, Margin, ScrollArea, TextEdit, Ui, vec2};

use super::changing::is_storing;
use super::items::{
    ALIASES, BODY, BODY_IN_ENGLISH, FROM, NAME, NAME_IN_ENGLISH, POSTCODES, STATUSES, UNTIL,
};
use super::subjects;
use super::{ManagePage, preview};
use crate::desk::backend::content::{choices, content};
use crate::desk::command::Command;
use crate::desk::form::fields::FieldContext;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::button::Button;
use crate::desk::kit::choice_field::ChoiceOption;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, labelled, mark_fault, notice, paragraph};
use crate::desk::parts::command_menu::commands_ui;
use crate::desk::state::action::Action;
use crate::desk::state::list_spec::{ListSpec, Scope};
use crate::desk::state::model::Model;
use crate::register::{Content, Definition, Registers, Subject, find};

impl ManagePage {
    /// The pane of the selected item, or of the new one.
    pub(super) fn item_ui(&mut self, ui: &mut Ui, subject: &Subject, model: &mut Model) {
        let id = self.selected.clone().filter(|_| !self.adding);
        let palette = Palette::of(ui);
        if id.is_none() && !self.adding {
            return;
        }
        let language = model.language;
        let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
            return;
        };
        let (today, fault) = (model.clock.today(), self.fault.clone());
        let storing = is_storing(model);
        // Out of what is typed while it is drawn, so that the rest can be asked about.
        let Some(mut inputs) = self
            .inputs(subject, id.as_deref(), model)
            .map(std::mem::take)
        else {
            return;
        };
        let (touched, mut discarded) = (inputs.touched, false);
        ScrollArea::vertical()
            .id_salt("managed item")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                let title = match &id {
                    None => language.text("manage-new"),
                    Some(_) => inputs.text(NAME).to_owned(),
                };
                ui.add(
                    egui::Label::new(
                        egui::RichText::new(title)
                            .font(theme::heading())
                            .color(palette.ink),
                    )
                    .wrap(),
                );
                if let Some(id) = &id {
                    label_ui(ui, id, theme::label(), palette.faint);
                }
                if let Some(fault) = &fault {
                    notice(ui, icons::WARNING, fault, Tone::Bad);
                }
                let scope = format!("managed {subject} {}", id.as_deref().unwrap_or_default());
                let mut typing = FieldContext {
                    inputs: &mut inputs,
                    scope: &scope,
                    language,
                    today,
                };
                match (subject, subjects::register_of(subject)) {
                    (Subject::Texts(_), Some(register)) => {
                        if let Some(definition) = registers.get(register) {
                            text_ui(ui, &mut typing, definition);
                        }
                    }
                    _ => choice_fields_ui(ui, &mut typing, &registers, subject),
                }
                ui.add_space(4.0);
                ui.horizontal_wrapped(|ui| {
                    let label = language.text("command-save");
                    let save = Button::new(&label).shortcut(model.shortcut(&Command::Save));
                    let save = save.enabled(touched && !storing);
                    if save.primary(ui).clicked() {
                        model.actions.push(Command::Save);
                    }
                    if touched || self.adding {
                        let label = language.text("command-discard");
                        discarded = Button::new(&label).link(ui).clicked();
                    }
                });
                if let Some(id) = &id {
                    ui.add_space(8.0);
                    self.used_ui(ui, subject, id, &registers, model);
                    ui.add_space(8.0);
                    self.deeds_ui(ui, subject, id, model, &registers);
                }
                ui.add_space(12.0);
            });
        if discarded {
            self.leave();
        } else {
            self.typed.insert((subject.clone(), id), inputs);
        }
    }

    /// Where a choice is used, each place a way to the cases.
    fn used_ui(
        &self,
        ui: &mut Ui,
        subject: &Subject,
        id: &str,
        registers: &Registers,
        model: &mut Model,
    ) {
        let language = model.language;
        let Some(usage) = self.usage.get(subject).filter(|usage| !usage.is_empty()) else {
            return;
        };
        let palette = Palette::of(ui);
        let choice = choices(registers, subject).and_then(|all| find(all, id));
        let name = choice.map_or("", |choice| choice.label.nl.as_str());
        label_ui(
            ui,
            language.text("manage-used"),
            theme::label(),
            palette.mute,
        );
        let mut used = false;
        let mut chosen = None;
        for place in usage {
            let cases = place.cases.get(id).or_else(|| place.cases.get(name));
            let (Some(cases), Some(definition)) = (cases, registers.get(&place.register)) else {
                continue;
            };
            used = true;
            let field = match &place.entry {
                Some(kind) => definition
                    .entry_kind(kind)
                    .map(|kind| kind.label.text(language).to_owned()),
                None => Some(subjects::label(
                    registers,
                    &Subject::Choices {
                        register: place.register.clone(),
                        field: place.field.clone(),
                    },
                    language,
                )),
            };
            let text = language.say(
                "manage-used-at",
                &[
                    ("register", definition.label.text(language).into()),
                    ("field", field.unwrap_or_default().into()),
                    ("count", (*cases as i64).into()),
                ],
            );
            let counted = place.entry.is_none()
                && definition
                    .field(&place.field)
                    .is_some_and(|field| field.counted);
            if !counted {
                label_ui(ui, text, theme::body(), palette.ink);
            } else if Button::new(&text)
                .after(icons::NEXT)
                .width(ui.available_width())
                .link(ui)
                .clicked()
            {
                let mut spec = ListSpec::new(definition);
                spec.scope = Scope::All;
                spec.slice.toggle(&place.field, id);
                chosen = Some(Action::OpenList(place.register.clone(), Box::new(spec)));
            }
        }
        if !used {
            label_ui(
                ui,
                language.text("manage-unused"),
                theme::body(),
                palette.mute,
            );
        }
        model.actions.extend(chosen);
    }

    fn deeds_ui(
        &self,
        ui: &mut Ui,
        subject: &Subject,
        id: &str,
        model: &mut Model,
        registers: &Registers,
    ) {
        let own = match content(registers, subject) {
            Some(Content::Choices(choices)) => find(&choices, id).is_some_and(|it| it.own),
            Some(Content::Texts(texts)) => texts.iter().any(|text| text.id == id && text.own),
            _ => false,
        };
        let mut commands = vec![Command::ItemUp, Command::ItemDown, Command::RetireItem];
        let people = subjects::is_people(registers, subject);
        if !people && !matches!(subject, Subject::Texts(_)) {
            commands.insert(2, Command::MergeItem);
        }
        if own {
            commands.push(Command::RemoveItem);
        }
        let chosen = commands_ui(ui, commands, registers, model.language);
        model.actions.extend(chosen);
    }
}

fn choice_fields_ui(
    ui: &mut Ui,
    typing: &mut FieldContext<'_>,
    registers: &Registers,
    subject: &Subject,
) {
    let language = typing.language;
    let width = ui.available_width();
    let half = ((width - 12.0) / 2.0).floor();
    let label = |id: &str| language.text(id);
    let people = subjects::is_people(registers, subject);
    typing.line_ui(ui, NAME, &label("manage-name"), "", width);
    if !people {
        let name = label("manage-name-in-english");
        typing.line_ui(ui, NAME_IN_ENGLISH, &name, "", width);
        let hint = label("manage-aliases-hint");
        typing.line_ui(ui, ALIASES, &label("manage-aliases"), &hint, width);
    }
    let areas = choices(registers, subject);
    let areas = areas.is_some_and(|all| all.iter().any(|choice| !choice.postcodes.is_empty()));
    if areas {
        typing.line_ui(
            ui,
            POSTCODES,
            &label("manage-postcodes"),
            "2711 2712",
            width,
        );
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let hint = label("date-hint");
        typing.day_ui(ui, FROM, &label("manage-from"), &hint, half);
        typing.day_ui(ui, UNTIL, &label("manage-until"), &hint, half);
    });
}

/// A standard text: what it is called, when it is offered, what it says, and how that looks in an invented case.
fn text_ui(ui: &mut Ui, typing: &mut FieldContext<'_>, definition: &Definition) {
    let language = typing.language;
    let width = ui.available_width();
    typing.line_ui(ui, NAME, &language.text("manage-name"), "", width);
    let statuses: Vec<ChoiceOption> = definition
        .statuses
        .iter()
        .map(|status| ChoiceOption::new(&status.choice.id, status.choice.label.text(language)))
        .collect();
    if !statuses.is_empty() {
        let label = language.text("manage-statuses");
        typing.chosen_ui(ui, STATUSES, &label, &statuses, true);
    }
    body_ui(ui, typing, BODY, &language.text("manage-body"));
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
    let filled = preview::filled(definition, typing.inputs.text(BODY), typing.today, language);
    egui::Frame::new()
        .fill(palette.soft)
        .corner_radius(egui::CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            paragraph(ui, &filled, theme::body(), palette.ink);
        });
    let name = language.text("manage-name-in-english");
    typing.line_ui(ui, NAME_IN_ENGLISH, &name, "", width);
    body_ui(
        ui,
        typing,
        BODY_IN_ENGLISH,
        &language.text("manage-body-in-english"),
    );
}

fn body_ui(ui: &mut Ui, typing: &mut FieldContext<'_>, id: &str, label: &str) {
    let Inputs { texts, faults, .. } = &mut *typing.inputs;
    let fault = faults.get(id).cloned();
    let text = texts.entry(id.to_owned()).or_default();
    let width = ui.available_width();
    let response = labelled(ui, label, fault.as_deref(), width, |ui| {
        ui.scope(|ui| {
            if fault.is_some() {
                mark_fault(ui);
            }
            ui.add(
                TextEdit::multiline(text)
                    .id(Id::unique(("managed body", id)))
                    .desired_rows(6)
                    .margin(Margin::symmetric(10, 8))
                    .min_size(vec2(width, 120.0))
                    .desired_width(width - 20.0),
            )
        })
        .inner
    });
    if response.changed() {
        typing.inputs.change();
    }
}
