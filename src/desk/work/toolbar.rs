//! The toolbar of the list of work: the owners and the registers of the tasks it shows.

use egui::{Id, Popup, PopupCloseBehavior, Ui};

use crate::desk::backend::owner_filter::OwnerFilter;
use crate::desk::backend::task_order::OnlyTasks;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::menu::{MenuEntry, arrow, menu_ui};
use crate::desk::state::model::Model;
use crate::desk::work::page::WorkPage;
use crate::language::Language;

/// Draws the toolbar, which changes the filter of the page.
pub fn toolbar_ui(ui: &mut Ui, work: &mut WorkPage, model: &Model) {
    let language = model.language;
    let counts = work.owner_counts;
    for (owner, id, count) in [
        (OwnerFilter::Mine, "work", counts.mine),
        (OwnerFilter::Team, "work-team", counts.team),
        (OwnerFilter::Nobody, "work-nobody", counts.nobody),
    ] {
        let selected = work.filter.owner == owner;
        if owner == OwnerFilter::Nobody {
            colleague_ui(ui, work, language);
        }
        let count = language.count(count as i64);
        let text = format!("{} {count}", language.text(id));
        if Button::new(&text).chip(ui, selected).clicked() {
            work.filter.owner = owner;
            work.take_focus = true;
        }
    }
    ui.add_space(12.0);
    for (only, count) in OnlyTasks::ALL.into_iter().zip(work.only_counts) {
        let selected = work.filter.only == Some(only);
        let text = format!(
            "{} {}",
            language.text(only.text_id()),
            language.count(count as i64)
        );
        if Button::new(&text).chip(ui, selected).clicked() {
            work.filter.only = (!selected).then_some(only);
            work.take_focus = true;
        }
    }
    if work.register_counts.len() > 1 {
        ui.add_space(12.0);
        registers_ui(ui, work, model);
    }
}

/// Draws the chip with the registers whose tasks are shown, and its menu.
fn registers_ui(ui: &mut Ui, work: &mut WorkPage, model: &Model) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let label = |id: &str| {
        let id = id.to_owned();
        Command::Register(id).label(&vault.registers, language)
    };
    let chosen: Vec<String> = work.filter.registers.iter().map(|id| label(id)).collect();
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
                .entry(ui, work.filter.registers.is_empty(), None)
                .clicked()
            {
                work.filter.registers.clear();
            }
            for (id, count) in work.register_counts.clone() {
                let icon = vault.registers.get(&id).map(|found| found.icon.as_str());
                let selected = work.filter.registers.contains(&id);
                let count = Some(language.count(count as i64));
                let text = label(&id);
                let button = Button::new(&text).icon(icon.unwrap_or_default());
                if button.entry(ui, selected, count).clicked() && !work.filter.registers.remove(&id)
                {
                    work.filter.registers.insert(id);
                }
            }
        });
}

/// Draws the chip for one colleague, and its menu, which finds the colleague by the first letters of the name.
fn colleague_ui(ui: &mut Ui, work: &mut WorkPage, language: Language) {
    let chosen = match &work.filter.owner {
        OwnerFilter::Colleague(name) => Some(name.clone()),
        _ => None,
    };
    let label = language.text("work-colleague");
    let text = match &chosen {
        Some(name) => format!("{label}: {name}"),
        None => label.clone(),
    };
    let menu = Id::unique("colleague");
    let response = Button::new(&text)
        .after(arrow(ui, menu))
        .chip(ui, chosen.is_some());
    let colleagues = work.colleague_counts.iter();
    let entries = colleagues.map(|(name, count)| MenuEntry {
        detail: Some(language.count(*count as i64)),
        ..MenuEntry::new(name, chosen.as_ref() == Some(name))
    });
    let entries: Vec<MenuEntry> = entries.collect();
    let picked = menu_ui(&response, menu, &label, &entries);
    let picked = picked.and_then(|place| work.colleague_counts.get(place));
    if let Some((name, _)) = picked {
        work.filter.owner = OwnerFilter::Colleague(name.clone());
        work.take_focus = true;
    }
}
