//! The form in which a value is typed: the budget with its edition, what the year came to with its document, the parts.

use egui::{ScrollArea, Ui};

use super::changing::is_storing;
use super::form::{ACTUAL, BUDGET, DOCUMENT, EDITION, NOTE, REASON, SOURCE, VERSION, part_field};
use super::state::IndicatorPage;
use crate::desk::command::Command;
use crate::desk::form::fields::FieldContext;
use crate::desk::kit::button::Button;
use crate::desk::kit::choice_field::ChoiceOption;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, notice, paragraph};
use crate::desk::state::model::Model;
use crate::figures::{AnnualFigure, Basis, written_amount};
use crate::language::Language;
use crate::register::Indicator;

impl IndicatorPage {
    /// The form of the selected indicator.
    pub(super) fn form_ui(&mut self, ui: &mut Ui, figure: &AnnualFigure<'_>, model: &mut Model) {
        let (language, today) = (model.language, model.clock.today());
        let indicator = figure.indicator;
        let Some(vault) = &model.vault else { return };
        let Some(key) = self.key(vault) else { return };
        let (fault, storing) = (self.fault.clone(), is_storing(model));
        let inputs = &mut self.typed(&key, indicator, vault).inputs;
        let scope = key.name();
        let mut discarded = false;
        ScrollArea::vertical()
            .id_salt("indicator form")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_width(ui.available_width() - 12.0);
                ui.spacing_mut().item_spacing.y = density::gap(ui, 8.0);
                title_ui(ui, figure, language);
                if let Some(fault) = &fault {
                    notice(ui, icons::WARNING, fault, Tone::Bad);
                }
                hint_ui(ui, figure, language);
                let mut typing = FieldContext {
                    inputs,
                    scope: &scope,
                    language,
                    today,
                };
                fields_ui(ui, &mut typing, indicator);
                ui.add_space(4.0);
                let touched = inputs.touched;
                ui.horizontal_wrapped(|ui| {
                    let label = language.text("command-save");
                    let save = Button::new(&label).shortcut(model.shortcut(&Command::Save));
                    if save.enabled(touched && !storing).primary(ui).clicked() {
                        model.actions.push(Command::Save);
                    }
                    let label = language.text("command-close");
                    let close = Button::new(&label).shortcut(model.shortcut(&Command::Close));
                    if close.secondary(ui).clicked() {
                        model.actions.push(Command::Close);
                    }
                    if touched {
                        let label = language.text("command-discard");
                        discarded = Button::new(&label).link(ui).clicked();
                    }
                });
                ui.add_space(12.0);
            });
        if discarded {
            self.typed.remove(&key);
            self.close_form();
        }
    }
}

fn title_ui(ui: &mut Ui, figure: &AnnualFigure<'_>, language: Language) {
    let palette = Palette::of(ui);
    let label = figure.indicator.label.text(language);
    let arguments = [
        ("indicator", label.into()),
        ("year", figure.this.year.to_string().into()),
    ];
    let title = language.say("indicators-form-title", &arguments);
    paragraph(ui, &title, theme::heading(), palette.ink);
}

/// What the cases or other values come to, so that whoever types something else knows that it takes precedence.
fn hint_ui(ui: &mut Ui, figure: &AnnualFigure<'_>, language: Language) {
    let Some(actual) = figure.this.actual else {
        return;
    };
    let (id, amount) = match (actual.basis, actual.otherwise) {
        (Basis::Counted, _) => ("indicators-form-counted", actual.amount),
        (Basis::Computed, _) => ("indicators-form-computed", actual.amount),
        (Basis::Typed, Some(otherwise)) if figure.indicator.counts.is_some() => {
            ("indicators-form-counted", otherwise)
        }
        (Basis::Typed, Some(otherwise)) => ("indicators-form-computed", otherwise),
        (Basis::Typed, None) => return,
    };
    let amount = written_amount(amount, figure.indicator.unit, language);
    let text = language.say(id, &[("amount", amount.into())]);
    paragraph(ui, &text, theme::body(), Palette::of(ui).mute);
}

fn fields_ui(ui: &mut Ui, typing: &mut FieldContext<'_>, indicator: &Indicator) {
    let language = typing.language;
    let text = |id: &str| language.text(&format!("indicators-{id}"));
    let width = ui.available_width();
    let amount = (width * 0.3).clamp(110.0, 170.0);
    let beside = width - amount - 12.0;
    let pair = |ui: &mut Ui, typing: &mut FieldContext<'_>, one: &str, other: &str| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            typing.line_ui(ui, one, &text(one), "", amount);
            let hint = text(&format!("{other}-hint"));
            typing.line_ui(ui, other, &text(other), &hint, beside);
        });
    };
    pair(ui, typing, BUDGET, EDITION);
    pair(ui, typing, ACTUAL, DOCUMENT);
    if !indicator.parts.is_empty() {
        label_ui(ui, text("parts"), theme::label(), Palette::of(ui).mute);
        let half = ((width - 12.0) / 2.0).floor();
        for parts in indicator.parts.chunks(2) {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                for part in parts {
                    let label = part.choice.label.text(language);
                    typing.line_ui(ui, &part_field(&part.choice.id), label, "", half);
                }
            });
        }
    }
    if !indicator.versions.is_empty() {
        let versions = indicator.versions.iter();
        let offered: Vec<ChoiceOption> = versions
            .map(|version| {
                let label = version.label.text(language).to_owned();
                ChoiceOption::new(version.id.clone(), label)
            })
            .collect();
        typing.chosen_ui(ui, VERSION, &text(VERSION), &offered, false);
    }
    typing.line_ui(ui, SOURCE, &text(SOURCE), "", width);
    typing.line_ui(ui, NOTE, &text(NOTE), "", width);
    typing.line_ui(ui, REASON, &text(REASON), &text("reason-hint"), width);
}
