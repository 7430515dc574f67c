//! The standard texts of a register: in which order they are offered, and the menu that puts one in the form of an entry.

use egui::{Id, Ui};

use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::kit::button::Button;
use crate::desk::kit::menu::{MenuEntry, arrow, menu_ui};
use crate::desk::state::model::Model;
use crate::register::{Definition, Field, FieldKind, StandardText};

/// The standard texts in the order in which they are offered: those for this status first.
pub fn offered_texts<'a>(
    definition: &'a Definition,
    status: Option<&str>,
) -> impl Iterator<Item = &'a StandardText> {
    let fits = |text: &&StandardText| {
        text.statuses.is_empty() || text.statuses.iter().any(|id| Some(id.as_str()) == status)
    };
    let offered = definition.texts.iter().filter(|text| !text.retired);
    let (first, last): (Vec<_>, Vec<_>) = offered.partition(fits);
    first.into_iter().chain(last)
}

/// The menu of the standard texts, for the long text of an entry. Nothing where it has none, or while it is being stored.
pub fn texts_ui(ui: &mut Ui, form: &mut EntryForm, model: &Model, definition: &Definition) {
    let fields = form.fields(definition);
    let long = |field: &&Field| field.kind == FieldKind::LongText;
    let Some(field) = fields.iter().find(long) else {
        return;
    };
    if definition.texts.is_empty() || form.is_saving() {
        return;
    }
    let language = model.language;
    let label = language.text("entry-standard-text");
    let menu = Id::unique(("standard texts", form.autosave.draft.as_str()));
    let response = Button::new(&label).after(arrow(ui, menu)).link(ui);
    let texts: Vec<&StandardText> =
        offered_texts(definition, form.case.state.status.as_deref()).collect();
    let entries = texts.iter();
    let entries = entries.map(|text| MenuEntry::new(text.label.text(language), false));
    let entries: Vec<MenuEntry> = entries.collect();
    let chosen = menu_ui(&response, menu, &label, &entries);
    let chosen = chosen.and_then(|place| texts.get(place).copied());
    if let Some(text) = chosen {
        let today = model.clock.today();
        let body = definition.fill(text, &form.case, today, &model.actor, language);
        append(form, &field.id, &body);
        ui.request_repaint();
    }
}

/// Puts a text in a field, below what is typed there already, and gives that field the keyboard.
fn append(form: &mut EntryForm, field: &str, text: &str) {
    let typed = form.inputs.texts.entry(field.to_owned()).or_default();
    if !typed.trim().is_empty() {
        typed.push_str("\n\n");
    }
    typed.push_str(text);
    form.inputs.change();
    form.inputs.at = Some(field.to_owned());
    form.inputs.take_focus = true;
}
