//! A question of a dialog with a few answers, one of which is always chosen.

use std::collections::BTreeSet;

use egui::{Id, Response, Ui};

use crate::desk::kit::choice_field::{ChoiceOption, choice_ui};
use crate::desk::kit::field::labelled;
use crate::language::Language;

/// Draws a question: its label, and the answers, each with the id of its text. The chosen one is set in `chosen`.
pub fn choose<T: Copy + PartialEq>(
    ui: &mut Ui,
    label: &str,
    answers: &[(T, &str)],
    chosen: &mut T,
    language: Language,
) -> Response {
    let id = Id::unique(("choose", label));
    let label = language.text(label);
    let name = |at: usize| at.to_string();
    let options = answers.iter().enumerate();
    let options: Vec<_> = options
        .map(|(at, (_, text))| ChoiceOption::new(name(at), language.text(text)))
        .collect();
    let at = answers.iter().position(|(answer, _)| answer == chosen);
    let mut names: BTreeSet<String> = at.map(name).into_iter().collect();
    let width = ui.available_width();
    let response = labelled(ui, &label, None, width, |ui| {
        choice_ui(ui, id, &label, &options, &mut names, false)
    });
    // Without any the last answer stands.
    let answer = names.first().and_then(|name| name.parse::<usize>().ok());
    if let Some((answer, _)) = answer.and_then(|at| answers.get(at)) {
        *chosen = *answer;
    }
    response
}
