//! Whose work is shown, and of which registers.

use std::collections::BTreeSet;

use egui::{Id, Key, Popup, PopupCloseBehavior, Ui};

use crate::desk::backend::task_order::Whose;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::choice_field::{ChoiceOption, choice_ui};
use crate::desk::kit::icons;
use crate::desk::state::model::Model;
use crate::desk::work::page::WorkPage;
use crate::language::Language;

/// Whose work, and of which registers.
pub fn choosers_ui(ui: &mut Ui, work: &mut WorkPage, model: &Model) {
    let language = model.language;
    for (at, whose, id) in [
        (0, Whose::Mine, "work"),
        (1, Whose::Team, "work-team"),
        (2, Whose::Nobody, "work-nobody"),
    ] {
        let count = language.count(work.of_whom[at] as i64);
        let selected = work.choice.whose == whose;
        if whose == Whose::Nobody {
            colleague_ui(ui, work, language);
        }
        let text = format!("{} {count}", language.text(id));
        if Button::new(&text).chip(ui, selected).clicked() {
            work.choice.whose = whose;
            work.take_focus = true;
        }
    }
    if work.registers.len() > 1 {
        ui.add_space(12.0);
        registers_ui(ui, work, model);
    }
}

/// The registers whose work is shown, each to be taken or left.
fn registers_ui(ui: &mut Ui, work: &mut WorkPage, model: &Model) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let label = |id: &str| {
        let id = id.to_owned();
        Command::Register(id).label(&vault.registers, language)
    };
    let chosen: Vec<String> = work.choice.registers.iter().map(|id| label(id)).collect();
    let text = match chosen.is_empty() {
        true => language.text("work-every-register"),
        false => chosen.join(", "),
    };
    let response = Button::new(&text)
        .after(icons::MORE)
        .chip(ui, !chosen.is_empty());
    let name = language.text("work-registers");
    Popup::menu(&response)
        .id(Id::unique("work registers"))
        .accessible_name(&name)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(300.0);
            let every = language.text("work-every-register");
            if Button::new(&every)
                .entry(ui, work.choice.registers.is_empty(), None)
                .clicked()
            {
                work.choice.registers.clear();
            }
            for (id, count) in work.registers.clone() {
                let icon = vault.registers.get(&id).map(|found| found.icon.as_str());
                let selected = work.choice.registers.contains(&id);
                let count = Some(language.count(count as i64));
                let text = label(&id);
                let press = Button::new(&text).icon(icon.unwrap_or_default());
                if press.entry(ui, selected, count).clicked() && !work.choice.registers.remove(&id)
                {
                    work.choice.registers.insert(id);
                }
            }
        });
}

/// A colleague, chosen by the first letters of the name.
fn colleague_ui(ui: &mut Ui, work: &mut WorkPage, language: Language) {
    let chosen = match &work.choice.whose {
        Whose::Colleague(name) => Some(name.clone()),
        _ => None,
    };
    let label = language.text("work-colleague");
    let text = match &chosen {
        Some(name) => format!("{label}: {name}"),
        None => label.clone(),
    };
    let response = Button::new(&text)
        .after(icons::MORE)
        .chip(ui, chosen.is_some());
    Popup::menu(&response)
        .accessible_name(&label)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(320.0);
            let options: Vec<_> = work
                .owners
                .iter()
                .map(|(name, count)| {
                    let label = format!("{name} {}", language.count(*count as i64));
                    ChoiceOption::new(name, label)
                })
                .collect();
            let mut picked: BTreeSet<String> = chosen.into_iter().collect();
            let id = Id::unique("colleague");
            let choice = choice_ui(ui, id, &label, &options, &mut picked, false);
            if response.clicked() {
                choice.request_focus();
            }
            if choice.changed()
                && let Some(name) = picked.into_iter().next()
            {
                work.choice.whose = Whose::Colleague(name);
            }
            // Enter that opened the menu does not close it, and the one that closes it opens no case.
            let enter = |ui: &Ui| {
                ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Enter))
            };
            if !response.clicked() && enter(ui) {
                work.take_focus = true;
                ui.close();
            }
        });
}
