//! The menus of the grid: which columns it has, and what is done with rows.

use egui::{Id, Popup, Ui};

use super::column::{label_of, required_columns};
use super::keys::grid_id;
use super::mouse::opens_menu;
use super::rows_ui::DrawnRow;
use super::state::GridPage;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::menu::{
    Menu, MenuEntry, MenuKeys, arrow, entries_ui, menu_ui, set_menu_width,
};
use crate::exchange::Target;
use crate::language::Language;
use crate::register::Definition;

/// What is done with rows.
#[derive(Clone, Copy)]
enum RowAction {
    Insert,
    Remove,
    FillDown,
}

const ROW_ACTIONS: [(RowAction, &str, &str, &str); 3] = [
    (RowAction::Insert, "grid-insert-row", icons::ADD, ""),
    (
        RowAction::Remove,
        "grid-remove-row",
        icons::DELETE,
        "Ctrl −",
    ),
    (RowAction::FillDown, "grid-fill-down", icons::MORE, "Ctrl D"),
];

/// Draws the button with the menu of the columns: those that the grid has are marked, and one that has to be there cannot be
/// taken away. The menu stays open, to choose several.
pub(super) fn columns_menu(
    ui: &mut Ui,
    page: &mut GridPage,
    definition: &Definition,
    language: Language,
) {
    let menu = Id::unique("grid columns");
    let text = language.text("command-columns");
    let button = Button::new(&text)
        .icon(icons::COLUMNS)
        .after(arrow(ui, menu));
    let opener = button.bordered_chip(ui);
    if std::mem::take(&mut page.open_columns) {
        Popup::open_id(ui.ctx(), menu);
    }
    let required = required_columns(definition);
    let columns = page.content.columns().to_vec();
    // A case that is typed is new, so that it has no version.
    let targets = Target::all(definition).filter(|target| *target != Target::Version);
    let targets: Vec<Target> = targets.collect();
    let label = |target: &Target| label_of(target, &columns, definition, language);
    let entries = targets.iter().map(|target| {
        let entry = MenuEntry::new(label(target), columns.contains(target));
        let detail = required
            .contains(target)
            .then(|| language.text("grid-required"));
        MenuEntry { detail, ..entry }
    });
    let entries: Vec<MenuEntry> = entries.collect();
    let chosen = Menu::new(&opener, menu, &text)
        .of_several()
        .show(|ui, keys| {
            set_menu_width(ui, &entries);
            let mut chosen = None;
            for (place, entry) in entries.iter().enumerate() {
                let fixed = entry.detail.is_some() && entry.selected;
                let button = Button::new(&entry.label).enabled(!fixed);
                let drawn = button.entry(ui, entry.selected, entry.detail.clone());
                keys.add(&drawn, &entry.label, false);
                if drawn.clicked() && !fixed {
                    chosen = Some(place);
                }
            }
            chosen
        });
    if let Some(target) = chosen.and_then(|place| targets.get(place)) {
        page.toggle_column(target);
    }
}

/// Draws the button with the menu of what is done with the rows of the block.
pub(super) fn rows_menu(ui: &mut Ui, page: &mut GridPage, language: Language) {
    let menu = Id::unique("grid rows");
    let text = language.text("grid-rows");
    let button = Button::new(&text).icon(icons::EDIT).after(arrow(ui, menu));
    let opener = button.bordered_chip(ui);
    let chosen = menu_ui(&opener, menu, &text, &row_entries(language));
    if let Some((action, ..)) = chosen.and_then(|place| ROW_ACTIONS.get(place)) {
        act(page, *action);
    }
}

/// Draws the menu of a row, which the right button of the mouse opens, or Shift F10 for the row that the keys are on.
pub(super) fn context_menu(ui: &Ui, page: &mut GridPage, drawn: &[DrawnRow], language: Language) {
    let menu = Id::unique("grid row menu");
    let by_keys = ui.memory(|memory| memory.has_focus(grid_id())) && opens_menu(ui);
    let at = page.block.cursor.row;
    let row = drawn.iter().find(|row| row.at == at);
    let opened = drawn.iter().any(|row| row.response.secondary_clicked());
    if by_keys || opened {
        Popup::open_id(ui.ctx(), menu);
    }
    let Some(row) = row else { return };
    let anchor = match (opened, row.cells.get(page.block.cursor.column)) {
        (false, Some(cell)) => egui::PopupAnchor::ParentRect(*cell),
        _ => egui::PopupAnchor::PointerFixed,
    };
    let mut chosen = None;
    let entries = row_entries(language);
    Popup::from_response(&row.response)
        .id(menu)
        .anchor(anchor)
        .open_memory(None)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClick)
        .accessible_name(language.text("grid-rows"))
        .show(|ui| {
            set_menu_width(ui, &entries);
            ui.spacing_mut().item_spacing.y = 2.0;
            let mut keys = MenuKeys::default();
            chosen = entries_ui(ui, &mut keys, &entries);
            if chosen.is_some() {
                ui.close();
            }
            keys.take(ui, menu, by_keys || opened);
        });
    if let Some((action, ..)) = chosen.and_then(|place| ROW_ACTIONS.get(place)) {
        act(page, *action);
    }
}

fn row_entries(language: Language) -> Vec<MenuEntry> {
    let entries = ROW_ACTIONS.iter().map(|(_, text, icon, keys)| MenuEntry {
        icon: (*icon).to_owned(),
        detail: (!keys.is_empty()).then(|| (*keys).to_owned()),
        ..MenuEntry::new(language.text(text), false)
    });
    entries.collect()
}

fn act(page: &mut GridPage, action: RowAction) {
    match action {
        RowAction::Insert => page.insert_row(),
        RowAction::Remove => page.remove_rows(),
        RowAction::FillDown => page.fill_down(),
    }
    page.take_focus = true;
}
