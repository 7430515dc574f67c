//! Where a choice is used: each register and field, with a way to the cases that have it.

use egui::Ui;

use super::state::ManagePage;
use super::subjects;
use crate::desk::backend::content::choices;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::state::action::Action;
use crate::desk::state::list_spec::{ListSpec, Scope};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Definition, Registers, Subject, find};
use crate::store::Usage;

impl ManagePage {
    /// Where the choice with this id is used; nothing before that is known.
    pub(super) fn used_ui(
        &self,
        ui: &mut Ui,
        subject: &Subject,
        id: &str,
        registers: &Registers,
        model: &mut Model,
    ) {
        let language = model.language;
        let Some(usage) = self.usage.get(subject).filter(|usage| !usage.is_empty()) else {
            return;
        };
        let (palette, title) = (Palette::of(ui), language.text("manage-used"));
        let choice = choices(registers, subject).and_then(|all| find(all, id));
        let name = choice.map_or("", |choice| choice.label.nl.as_str());
        label_ui(ui, title, theme::label(), palette.mute);
        let mut used = false;
        for place in usage {
            // The name of a person stands in cases as a text.
            let cases = place.cases.get(id).or_else(|| place.cases.get(name));
            let (Some(cases), Some(definition)) = (cases, registers.get(&place.register)) else {
                continue;
            };
            used = true;
            let arguments = [
                ("register", definition.label.text(language).into()),
                ("field", field_label(place, registers, language).into()),
                ("count", (*cases as i64).into()),
            ];
            let text = language.say("manage-used-at", &arguments);
            if !is_counted(place, definition) {
                label_ui(ui, text, theme::body(), palette.ink);
                continue;
            }
            let button = Button::new(&text).after(icons::NEXT);
            if button.width(ui.available_width()).link(ui).clicked() {
                let mut spec = ListSpec::new(definition);
                spec.scope = Scope::All;
                spec.slice.toggle(&place.field, id);
                let list = Action::OpenList(place.register.clone(), Box::new(spec));
                model.actions.push(list);
            }
        }
        if !used {
            let unused = language.text("manage-unused");
            label_ui(ui, unused, theme::body(), palette.mute);
        }
    }
}

/// The label of the field in which a choice is used, or of the kind of entry that has it.
fn field_label(place: &Usage, registers: &Registers, language: Language) -> String {
    let Some(kind) = &place.entry else {
        let subject = Subject::Choices {
            register: place.register.clone(),
            field: place.field.clone(),
        };
        return subjects::label(registers, &subject, language);
    };
    let definition = registers.get(&place.register);
    let kind = definition.and_then(|definition| definition.entry_kind(kind));
    kind.map_or_else(String::new, |kind| kind.label.text(language).to_owned())
}

/// Whether a list can be filtered by the field in which a choice is used.
fn is_counted(place: &Usage, definition: &Definition) -> bool {
    let field = definition.field(&place.field);
    place.entry.is_none() && field.is_some_and(|field| field.counted)
}
