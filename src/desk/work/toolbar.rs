//! The toolbar of the list of work: the owners and the registers of the tasks it shows.

use egui::{Id, Ui};

use crate::desk::backend::owner_filter::OwnerFilter;
use crate::desk::backend::task_order::OnlyTasks;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::menu::{Menu, MenuEntry, arrow, entries_ui, menu_ui, set_menu_width};
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
    let menu = Id::unique("work registers");
    let response = Button::new(&text)
        .after(arrow(ui, menu))
        .chip(ui, !chosen.is_empty());
    let filter = &mut work.filter.registers;
    let every = MenuEntry::new(language.text("work-every-register"), filter.is_empty());
    let of_register = work.register_counts.iter();
    let of_register = of_register.map(|(id, count)| MenuEntry {
        icon: vault
            .registers
            .get(id)
            .map_or_else(String::new, |found| found.icon.clone()),
        detail: Some(language.count(*count as i64)),
        ..MenuEntry::new(label(id), filter.contains(id))
    });
    let entries: Vec<MenuEntry> = std::iter::once(every).chain(of_register).collect();
    let name = language.text("work-registers");
    let toggled = Menu::new(&response, menu, &name)
        .of_several()
        .show(|ui, keys| {
            set_menu_width(ui, &entries);
            entries_ui(ui, keys, &entries)
        });
    match toggled.map(|place| place.checked_sub(1)) {
        Some(None) => filter.clear(),
        Some(Some(place)) => {
            if let Some((id, _)) = work.register_counts.get(place)
                && !filter.remove(id)
            {
                filter.insert(id.clone());
            }
        }
        None => {}
    }
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
