//! The dialog that looks for the choice as which the selected one is counted from now on.

use egui::Ui;

use super::items::ItemAction;
use super::state::ManagePage;
use crate::desk::backend::content::choices;
use crate::desk::kit::icons;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::model::Model;
use crate::language::{Language, folded};
use crate::register::find;

/// The dialog.
#[derive(Default)]
pub struct ChoiceMerge(Finder);

impl ChoiceMerge {
    /// The field, and the other choices with how many cases have each. Returns whether the dialog stays open.
    pub fn ui(&mut self, ui: &Ui, page: &mut ManagePage, model: &mut Model) -> bool {
        let (Some(subject), Some(id)) = (page.subject.clone(), page.selected.clone()) else {
            return false;
        };
        let (finder, language) = (&mut self.0, model.language);
        let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
            return false;
        };
        let all = choices(&registers, &subject);
        let Some((all, from)) = all.and_then(|all| Some((all, find(all, &id)?))) else {
            return false;
        };
        finder.search_locally();
        let words = folded(&finder.words);
        let others = all.iter().filter(|choice| {
            let label = folded(choice.label.text(language));
            choice.id != id && choice.is_current() && label.contains(&words)
        });
        let others: Vec<_> = others.collect();
        let lines = others.iter().map(|choice| {
            let names = [choice.id.as_str(), choice.label.nl.as_str()];
            let cases = used_in(page.cases_with(&subject, names), language);
            Line::new(icons::GATHER, choice.label.text(language)).detail(cases)
        });
        let lines: Vec<Line> = lines.collect();
        let count = page.cases_with(&subject, [&id, &from.label.nl]) as i64;
        let name = from.label.text(language);
        let arguments = [("name", name.into()), ("count", count.into())];
        let label = language.say("manage-merge-with", &arguments);
        match finder.finder_ui(ui, &label, &label, &lines, language) {
            Choice::None => return true,
            Choice::Closed => {}
            Choice::Picked(at) => {
                if let Some(into) = others.get(at) {
                    let action = ItemAction::Merge(into.id.clone());
                    page.act_on_selected(&action, model);
                }
            }
        }
        false
    }
}

fn used_in(cases: u64, language: Language) -> String {
    language.say("manage-used-in", &[("count", (cases as i64).into())])
}
