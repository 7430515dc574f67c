//! The toolbar above a list: its filters as chips that read as a sentence, its columns and its saved views.

use egui::{Align, Id, Layout, Ui};

use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme;
use crate::desk::list::case_list::CaseList;
use crate::desk::list::filter_menus::{FilterMenus, filter_chips_ui};
use crate::desk::list::group_picker::group_chip;
use crate::desk::list::order_menus::{group_menu_ui, sort_menu_ui};
use crate::desk::parts::filter_chips::{choices_ui, more_ui, offered, slice_ui};
use crate::desk::parts::saved_view_menu::{ViewMenu, view_menu_ui};
use crate::desk::state::list_spec::Scope;
use crate::desk::state::model::Model;
use crate::register::{Definition, END, OUTCOME};

/// The fields that a list offers no filter on: how and when a case ended, because most lists show the cases that run.
const WITHOUT: [&str; 2] = [OUTCOME, END];
/// The width of the columns and the views at the right in the first frame, in points, before they were drawn.
const RIGHT: f32 = 300.0;

/// In less width than this, in points, the groups and the columns are icons.
const NARROW: f32 = 560.0;

/// Draws the toolbar, which changes the specification of the list. Returns the command that was chosen: the dialog of the
/// columns, or one of the saved views.
pub fn toolbar_ui(
    ui: &mut Ui,
    list: &mut CaseList,
    here: &ViewMenu,
    opens_menu: &mut bool,
    model: &Model,
    definition: &Definition,
) -> Option<Command> {
    let (language, vault) = (model.language, model.vault.as_ref()?);
    if let Scope::OfFigure(_, name) = &list.spec.scope {
        let name = name.clone();
        let button = Button::new(&name).after(icons::CLOSE);
        ui.horizontal_wrapped(|ui| {
            if button.chip(ui, true).clicked() {
                *list = CaseList::new(definition);
            }
            group_chip(ui, list, model, definition);
        });
        return None;
    }
    let mut chosen = None;
    ui.horizontal_top(|ui| {
        // The filters at the left take the width that is left by the columns and views, which are drawn after them: it is
        // known from the frame before.
        let width_id = Id::unique("room of columns and views");
        let right: f32 = ui.data(|data| data.get_temp(width_id)).unwrap_or(RIGHT);
        let room = (ui.available_width() - right).max(240.0);
        ui.allocate_ui_with_layout(
            egui::vec2(room, 0.0),
            Layout::left_to_right(Align::Center).with_main_wrap(true),
            |ui| {
                ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
                let menus = FilterMenus {
                    vault,
                    definition,
                    today: model.clock.today(),
                    language,
                };
                let keys = Command::Filter.shortcut(&vault.registers);
                sentence_ui(ui, list, &menus, keys);
                group_chip(ui, list, model, definition);
            },
        );
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let registers = &vault.registers;
            let narrow = ui.max_rect().width() < NARROW;
            let view = view_menu_ui(ui, here, opens_menu, registers, language);
            let columns = Command::Columns;
            let label = columns.label(registers, language);
            let words = if narrow { "" } else { label.as_str() };
            let button = Button::new(words).icon(icons::COLUMNS).name(&label);
            let response = button.bordered_chip(ui).on_hover_text(&label);
            group_menu_ui(ui, list, definition, narrow, language);
            sort_menu_ui(ui, list, definition, language);
            let last = ui.min_rect().left();
            let taken = ui.max_rect().right() - last + theme::GAP;
            if (taken - right).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(width_id, taken));
                ui.ctx().request_repaint();
            }
            chosen = view.or(response.clicked().then_some(columns));
            accessible::read_from_left(ui);
        });
    });
    chosen
}

/// Draws the filters as chips: "Lopend, van mij, te laat, met wijk Meerzicht of Centrum", and one that adds a filter.
fn sentence_ui(ui: &mut Ui, list: &mut CaseList, menus: &FilterMenus<'_>, keys: Option<String>) {
    let spec = &mut list.spec;
    let (definition, language) = (menus.definition, menus.language);
    if definition.has_spells() {
        for (scope, id) in [
            (Scope::Running, "list-running"),
            (Scope::Finished, "list-finished"),
            (Scope::All, "list-all"),
        ] {
            let selected = spec.scope == scope;
            if Button::new(&language.text(id)).chip(ui, selected).clicked() {
                spec.scope = scope;
            }
        }
    }
    let filter = &mut spec.filter;
    filter_chips_ui(ui, filter, menus);
    slice_ui(ui, &mut spec.slice, definition, language);
    more_ui(ui, language, keys, |ui| {
        menus.owner_ui(ui, &mut filter.owner);
        menus.due_ui(ui, &mut filter.due);
        for id in offered(definition, &WITHOUT) {
            choices_ui(ui, &mut spec.slice, definition, language, &id);
        }
        menus.begin_ui(ui, &mut filter.begin);
    });
}
