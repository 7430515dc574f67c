//! The finder for the field by which a list is grouped, and the chip that shows and removes it.

use egui::Ui;

use crate::desk::kit::button::Button;
use crate::desk::kit::fuzzy::matches_prefixes;
use crate::desk::kit::icons;
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::list_spec::{ListSpec, Scope};
use crate::desk::state::model::Model;
use crate::figures::{dimension_label, dimensions};
use crate::language::Language;
use crate::register::{Definition, Derived, OUTCOME, STAND};

/// The finder.
#[derive(Default)]
pub struct GroupPicker(Finder);

impl GroupPicker {
    /// The fields that fit what is typed, each with its line; none takes the groups away.
    fn offers(
        &self,
        definition: &Definition,
        spec: &ListSpec,
        language: Language,
    ) -> Vec<(Option<String>, Line)> {
        let none = spec.group.as_ref().map(|_| {
            let text = language.text("group-none");
            (None, Line::new(icons::CLOSE, text))
        });
        let groups = groups_of(definition, &spec.scope).into_iter();
        let groups = groups.filter(|id| spec.group.as_ref() != Some(id));
        let groups = groups.map(|id| {
            let text = dimension_label(definition, &id, language);
            (Some(id), Line::new(icons::GROUP, text))
        });
        let all = none.into_iter().chain(groups);
        all.filter(|(_, line)| matches_prefixes(&line.text, &self.0.words))
            .collect()
    }
}

/// The fields that cases of this scope can be grouped by: those that are counted and in which these cases can differ.
pub(super) fn groups_of(definition: &Definition, scope: &Scope) -> Vec<String> {
    let of_the_end = |id: &str| {
        let derived = Derived::named(id);
        id == OUTCOME
            || definition.flag(id).is_some()
            || matches!(derived, Some(Derived::EndYear | Derived::EndMonth))
    };
    let all = dimensions(definition).into_iter();
    all.filter(|id| match scope {
        Scope::Running => id != STAND && !of_the_end(id),
        Scope::Finished => id != STAND,
        Scope::All | Scope::OfFigure(..) => true,
    })
    .collect()
}

/// Draws the chip with the field by which the list is grouped; a click removes the groups.
pub fn group_chip(ui: &mut Ui, list: &mut CaseList, model: &Model, definition: &Definition) {
    let language = model.language;
    let Some(by) = &list.spec.group else {
        return;
    };
    let field = dimension_label(definition, by, language).to_lowercase();
    let text = language.say("group-chip", &[("field", field.into())]);
    let remove = language.say("group-remove", &[("group", text.as_str().into())]);
    let chip = Button::new(&text).after(icons::CLOSE).name(remove);
    if chip.chip(ui, true).clicked() {
        list.spec.group = None;
    }
}

impl GroupPicker {
    /// Draws the finder. Returns whether it stays open.
    pub fn ui(
        &mut self,
        ui: &Ui,
        list: &mut CaseList,
        definition: &Definition,
        language: Language,
    ) -> bool {
        self.0.search_locally();
        let offers = self.offers(definition, &list.spec, language);
        let (found, lines): (Vec<Option<String>>, Vec<Line>) = offers.into_iter().unzip();
        let label = language.text("command-group");
        let hint = language.text("group-hint");
        match self.0.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => return true,
            Choice::Closed => {}
            Choice::Picked(at) => {
                if let Some(group) = found.into_iter().nth(at) {
                    list.set_group(group);
                }
            }
        }
        ui.request_repaint();
        false
    }
}
