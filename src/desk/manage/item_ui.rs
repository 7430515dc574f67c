//! What is selected in a list, beside it: what it says, to be changed, where it is used, and what can be done with it.

use egui::{Id, Margin, ScrollArea, TextEdit, Ui, vec2};

use super::items::{
    ALIASES, BODY, BODY_IN_ENGLISH, FROM, NAME, NAME_IN_ENGLISH, POSTCODES, STATUSES, UNTIL,
};
use super::subjects;
use super::{Manage, preview};
use crate::desk::choice::Offered;
use crate::desk::command::Command;
use crate::desk::fields_ui::Typing;
use crate::desk::icons;
use crate::desk::menu::commands_ui;
use crate::desk::model::Model;
use crate::desk::press::Press;
use crate::desk::sheet::Sheet;
use crate::desk::theme::{self, Palette};
use crate::desk::widgets::{Tone, labelled, mark_fault, notice, say, words};
use crate::language::Language;
use crate::register::{Content, Definition, Registers, Subject, find};

impl Manage {
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
        let storing = self.pending.is_some();
        // Out of what is typed while it is drawn, so that the rest can be asked about.
        let Some(mut sheet) = self
            .sheet(subject, id.as_deref(), model)
            .map(std::mem::take)
        else {
            return;
        };
        let (touched, mut discarded) = (sheet.touched, false);
        ScrollArea::vertical()
            .id_salt("managed item")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                let title = match &id {
                    None => language.text("manage-new"),
                    Some(_) => sheet.text(NAME).to_owned(),
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
                    say(ui, id, theme::label(), palette.faint);
                }
                if let Some(fault) = &fault {
                    notice(ui, icons::WARNING, fault, Tone::Bad);
                }
                let scope = format!("managed {subject} {}", id.as_deref().unwrap_or_default());
                let mut typing = Typing {
                    sheet: &mut sheet,
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
                    let save = Press::new(&label).shortcut(model.shortcut(&Command::Save));
                    let save = save.enabled(touched && !storing);
                    if save.primary(ui).clicked() {
                        model.commands.push(Command::Save);
                    }
                    if touched || self.adding {
                        let label = language.text("command-discard");
                        discarded = Press::new(&label).link(ui).clicked();
                    }
                });
                if let Some(id) = &id {
                    ui.add_space(8.0);
                    self.used_ui(ui, subject, id, &registers, language);
                    ui.add_space(8.0);
                    self.deeds_ui(ui, subject, id, model, &registers);
                }
                ui.add_space(12.0);
            });
        if discarded {
            self.leave();
        } else {
            self.typed.insert((subject.clone(), id), sheet);
        }
    }

    /// Where a choice is used, each place a way to the cases.
    fn used_ui(
        &mut self,
        ui: &mut Ui,
        subject: &Subject,
        id: &str,
        registers: &Registers,
        language: Language,
    ) {
        let Some(usage) = self.usage.get(subject).filter(|usage| !usage.is_empty()) else {
            return;
        };
        let palette = Palette::of(ui);
        let choice = subjects::choices(registers, subject).and_then(|all| find(all, id));
        let name = choice.map_or("", |choice| choice.label.nl.as_str());
        say(
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
                say(ui, text, theme::body(), palette.ink);
            } else if Press::new(&text)
                .after(icons::NEXT)
                .width(ui.available_width())
                .link(ui)
                .clicked()
            {
                chosen = Some((place.register.clone(), place.field.clone(), id.to_owned()));
            }
        }
        if !used {
            say(
                ui,
                language.text("manage-unused"),
                theme::body(),
                palette.mute,
            );
        }
        self.cases = chosen.or(self.cases.take());
    }

    fn deeds_ui(
        &self,
        ui: &mut Ui,
        subject: &Subject,
        id: &str,
        model: &mut Model,
        registers: &Registers,
    ) {
        let own = match subjects::content(registers, subject) {
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
        model.commands.extend(chosen);
    }
}

fn choice_fields_ui(
    ui: &mut Ui,
    typing: &mut Typing<'_>,
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
    let areas = subjects::choices(registers, subject);
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
fn text_ui(ui: &mut Ui, typing: &mut Typing<'_>, definition: &Definition) {
    let language = typing.language;
    let width = ui.available_width();
    typing.line_ui(ui, NAME, &language.text("manage-name"), "", width);
    let statuses: Vec<Offered> = definition
        .statuses
        .iter()
        .map(|status| {
            let label = status.choice.label.text(language).to_owned();
            (status.choice.id.clone(), label)
        })
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
    words(ui, &[(&named, theme::label(), palette.mute)]);
    say(
        ui,
        language.text("manage-preview"),
        theme::label(),
        palette.mute,
    );
    let filled = preview::filled(definition, typing.sheet.text(BODY), typing.today, language);
    egui::Frame::new()
        .fill(palette.soft)
        .corner_radius(egui::CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            words(ui, &[(&filled, theme::body(), palette.ink)]);
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

fn body_ui(ui: &mut Ui, typing: &mut Typing<'_>, id: &str, label: &str) {
    let Sheet { texts, faults, .. } = &mut *typing.sheet;
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
        typing.sheet.change();
    }
}
