//! The menus of a list by which the mouse sorts and groups it.

use egui::{Id, Ui};

use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::menu::{MenuEntry, arrow, menu_ui};
use crate::desk::list::case_list::CaseList;
use crate::desk::list::group_picker::groups_of;
use crate::desk::parts::case_cells::shown_columns;
use crate::figures::dimension_label;
use crate::language::Language;
use crate::register::{BEGIN, Definition, FieldKind, NUMBER};
use crate::report::{CaseColumn, DUE, LAST_CONTACT};

/// What a list can be sorted by: its id and its label.
type Offer = (String, String);

/// Draws the menu by which a list is sorted, on a chip that says how it is sorted now. Choosing what holds already turns the
/// order round.
pub(super) fn sort_menu_ui(
    ui: &mut Ui,
    list: &mut CaseList,
    definition: &Definition,
    language: Language,
) {
    let offers = offers(list, definition, language);
    let sort = &list.spec.sort;
    let now = offers.iter().find(|(id, _)| *id == sort.by);
    let now = now.map_or("", |(_, label)| label.as_str()).to_lowercase();
    let text = language.say("sort-chip", &[("column", now.as_str().into())]);
    let way = match sort.descending {
        true => language.text("sort-descending"),
        false => language.text("sort-ascending"),
    };
    let icon = if sort.descending {
        icons::DOWN
    } else {
        icons::UP
    };
    let menu = Id::unique("order of the list");
    let button = Button::new(&text)
        .after(icon)
        .name(format!("{text}, {way}"));
    let button = button.bordered_chip(ui);
    let entries = offers.iter();
    let entries = entries.map(|(id, label)| MenuEntry {
        detail: (*id == sort.by).then(|| way.clone()),
        ..MenuEntry::new(label, *id == sort.by)
    });
    let entries: Vec<MenuEntry> = entries.collect();
    let name = language.text("sort-menu");
    let chosen = menu_ui(&button, menu, &name, &entries);
    if let Some((id, _)) = chosen.and_then(|place| offers.get(place)) {
        list.sort_by(Some(id.clone()));
    }
}

/// What is offered: when something is due, where it is, who handles it, whom it is about, when something last happened, and
/// the columns that a list of this register has.
fn offers(list: &CaseList, definition: &Definition, language: Language) -> Vec<Offer> {
    let of_column = |column: &CaseColumn| {
        let id = column.sort_id(definition)?;
        Some((id, column.label(definition, language)))
    };
    let field = |id: &str| CaseColumn::named(definition, id);
    let mut columns = vec![field(DUE), Some(CaseColumn::Begin)];
    columns.push(
        definition
            .address_field()
            .and_then(|address| field(&address.id)),
    );
    let owner = definition.work.owner.as_ref();
    columns.push(owner.and_then(|owner| field(owner)));
    let persons = definition.fields.iter();
    let persons = persons.filter(|field| field.kind == FieldKind::Person);
    columns.extend(persons.map(|person| field(&person.id)));
    columns.extend([field(LAST_CONTACT), Some(CaseColumn::Number)]);
    let columns = columns.into_iter().flatten();
    let mut offers: Vec<Offer> = columns.filter_map(|one| of_column(&one)).collect();
    let own = list.spec.columns.iter().filter_map(|id| field(id));
    let usual = shown_columns(definition, f32::INFINITY);
    for column in own.chain(usual) {
        if let Some(offer) = of_column(&column)
            && !offers.iter().any(|(id, _)| *id == offer.0)
        {
            offers.push(offer);
        }
    }
    // Also what a view sorts by that is not among them.
    let by = &list.spec.sort.by;
    if !offers.iter().any(|(id, _)| id == by)
        && let Some(offer) = field(by).and_then(|column| of_column(&column))
    {
        offers.push(offer);
    }
    let always = [BEGIN, NUMBER];
    offers.retain(|(id, label)| always.contains(&id.as_str()) || !label.is_empty());
    offers
}

/// Draws the menu by which a list is grouped, on a chip that says by what it is grouped now.
pub(super) fn group_menu_ui(
    ui: &mut Ui,
    list: &mut CaseList,
    definition: &Definition,
    narrow: bool,
    language: Language,
) {
    let menu = Id::unique("groups of the list");
    let name = language.text("command-group");
    let text = language.text("group-menu");
    let button = match narrow {
        true => Button::new("").icon(icons::GROUP),
        false => Button::new(&text).icon(icons::GROUP).after(arrow(ui, menu)),
    };
    let button = button.name(&name).bordered_chip(ui);
    let now = list.spec.group.clone();
    let groups = groups_of(definition, &list.spec.scope);
    let none = MenuEntry::new(language.text("group-none"), now.is_none());
    let of_group = groups.iter();
    let of_group = of_group.map(|id| {
        let label = dimension_label(definition, id, language);
        MenuEntry::new(label, now.as_ref() == Some(id))
    });
    let entries: Vec<MenuEntry> = std::iter::once(none).chain(of_group).collect();
    if let Some(place) = menu_ui(&button, menu, &name, &entries) {
        list.set_group(
            place
                .checked_sub(1)
                .and_then(|place| groups.get(place))
                .cloned(),
        );
    }
}
