//! Under which headings the cases of a list stand: found by typing a few letters, and taken away in the same way.

use egui::Ui;

use crate::desk::kit::button::Button;
use crate::desk::kit::fuzzy::matches_prefixes;
use crate::desk::kit::icons;
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::list_spec::{ListSpec, Scope};
use crate::desk::state::model::Model;
use crate::figures::{dimension_label, dimensions};
use crate::language::{Language, folded};
use crate::register::{Definition, Derived, OUTCOME, STAND};

/// The field that looks for what to group by.
#[derive(Default)]
pub struct GroupPicker(Finder);

impl GroupPicker {
    /// What can be chosen for what is typed; none takes the headings away.
    fn offers(
        &self,
        definition: &Definition,
        spec: &ListSpec,
        language: Language,
    ) -> Vec<(Option<String>, Line)> {
        let wanted = folded(&self.0.words);
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
        all.filter(|(_, line)| matches_prefixes(&line.text, &wanted))
            .collect()
    }
}

/// What a list can be grouped by: what its cases are counted by, as far as that can differ among them.
fn groups_of(definition: &Definition, scope: &Scope) -> Vec<String> {
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
        Scope::All | Scope::Behind(..) => true,
    })
    .collect()
}

/// The chip that says by what a list is grouped, and takes the headings away.
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
    /// The field. Returns whether it stays open.
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
                    list.spec.group = group;
                    list.closed.clear();
                    list.heading = None;
                }
            }
        }
        ui.request_repaint();
        false
    }
}
