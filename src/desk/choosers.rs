//! What a figure is made of, to be chosen: register, rows, columns, measure, filters.

use std::sync::Arc;

use egui::{Popup, PopupCloseBehavior, Ui};

use super::command::Command;
use super::figures_ui::Figures;
use super::filter::filter_ui;
use super::icons;
use super::model::Model;
use super::press::Press;
use crate::figures::{Measure, dimension_label, dimensions};
use crate::language::Language;
use crate::register::Definition;

/// Register, rows, columns, measure, filters.
pub fn choosers_ui(
    ui: &mut Ui,
    figures: &mut Figures,
    model: &Model,
    definition: &Arc<Definition>,
) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    ui.horizontal_wrapped(|ui| {
        let chosen = Command::Register(definition.id.clone()).label(&vault.registers, language);
        let text = language.say("chooser-register", &[("value", chosen.into())]);
        let response = Press::new(&text).after(icons::MORE).chip(ui, true);
        let mut other = None;
        Popup::menu(&response).accessible_name(&text).show(|ui| {
            ui.set_width(280.0);
            // The registers with their tables are more than most windows are high.
            let height = ui.ctx().content_rect().height() * 0.6;
            egui::ScrollArea::vertical()
                .max_height(height)
                .show(ui, |ui| {
                    for register in vault.registers.all() {
                        let label = Command::Register(register.id.clone())
                            .label(&vault.registers, language);
                        let selected = register.id == figures.register;
                        if Press::new(&label)
                            .icon(&register.icon)
                            .entry(ui, selected, None)
                            .clicked()
                        {
                            other = Some(Figures::new(register));
                        }
                        for table in &register.tables {
                            let label = table.label.text(language);
                            let name = format!("     {label}");
                            if Press::new(&name)
                                .name(label)
                                .entry(ui, false, None)
                                .clicked()
                            {
                                let mut figures = Figures::new(register);
                                figures.show(register, &table.id);
                                other = Some(figures);
                            }
                        }
                    }
                });
        });
        if let Some(other) = other {
            *figures = other;
            return;
        }
        let (mut rows, mut columns) = (figures.rows.clone(), figures.columns.clone());
        fields_ui(
            ui,
            definition,
            language,
            "chooser-rows",
            &mut rows,
            &mut columns,
        );
        fields_ui(
            ui,
            definition,
            language,
            "chooser-columns",
            &mut columns,
            &mut rows,
        );
        if (&rows, &columns) != (&figures.rows, &figures.columns) {
            (figures.rows, figures.columns) = (rows, columns);
            figures.behind = None;
            figures.cursor = (Some(0), Some(0));
        }
        let measures = Measure::of_register(definition);
        if measures.len() > 1 {
            let label = |measure: Measure| language.text(&format!("measure-{}", measure.name()));
            let text = language.say(
                "chooser-measure",
                &[("value", label(figures.measure).into())],
            );
            let response = Press::new(&text).after(icons::MORE).chip(ui, false);
            Popup::menu(&response).accessible_name(&text).show(|ui| {
                ui.set_width(220.0);
                for measure in measures {
                    let selected = measure == figures.measure;
                    if Press::new(&label(measure))
                        .entry(ui, selected, None)
                        .clicked()
                    {
                        figures.measure = measure;
                        figures.behind = None;
                    }
                }
            });
        }
        let before = figures.slice.clone();
        let keys = Command::Filter.shortcut(&vault.registers);
        filter_ui(ui, &mut figures.slice, definition, language, &[], keys);
        if before != figures.slice {
            figures.behind = None;
        }
    });
}

/// Which fields stand on one side; a field that stands on the other side moves over.
fn fields_ui(
    ui: &mut Ui,
    definition: &Definition,
    language: Language,
    id: &str,
    here: &mut Vec<String>,
    there: &mut Vec<String>,
) {
    let labels: Vec<String> = here
        .iter()
        .map(|field| dimension_label(definition, field, language))
        .collect();
    let value = if labels.is_empty() {
        language.text("chooser-none")
    } else {
        labels.join(", ")
    };
    let text = language.say(id, &[("value", value.into())]);
    let response = Press::new(&text).after(icons::MORE).chip(ui, false);
    Popup::menu(&response)
        .accessible_name(&text)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(240.0);
            for field in dimensions(definition) {
                let label = dimension_label(definition, &field, language);
                let place = here.iter().position(|known| *known == field);
                let mark = place.map(|place| (place + 1).to_string());
                if Press::new(&label)
                    .entry(ui, place.is_some(), mark)
                    .clicked()
                {
                    match place {
                        Some(place) => drop(here.remove(place)),
                        None => {
                            there.retain(|known| *known != field);
                            here.push(field);
                        }
                    }
                }
            }
        });
}
