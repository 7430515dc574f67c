//! Ctrl+K: one field that finds a case by number, address, name or word, and any screen or action by its name.

use egui::Ui;

use super::command::Command;
use super::drafts_ui::draft_title;
use super::finder::{Choice, Finder, Line};
use super::icons;
use super::kinds::everyday_kind;
use super::likeness::fits;
use super::model::Model;
use crate::register::{CaseFile, CaseKey, folded};

/// The state of the search.
#[derive(Default)]
pub struct Search(Finder);

/// Something that was found.
enum Hit {
    Case(String, CaseKey),
    Action(Command),
}

impl Search {
    /// The clerk found cases; an answer to an older question is dropped.
    pub fn found(&mut self, cases: Vec<CaseFile>, ticket: u64) {
        self.0.found(cases, ticket);
    }
}

/// The search. Returns whether it stays open.
pub fn search_ui(ui: &Ui, search: &mut Search, model: &mut Model) -> bool {
    let finder = &mut search.0;
    finder.ask(model);
    let Some(vault) = &model.vault else {
        return false;
    };
    let language = model.language;
    let registers = vault.registers.clone();
    let wanted = folded(&finder.words);
    let mut hits: Vec<(Hit, Line)> = Vec::new();
    for case in &finder.cases {
        if let Some(line) = Line::of_case(case, &registers, language) {
            hits.push((Hit::Case(case.register.clone(), case.key), line));
        }
    }
    for draft in &vault.drafts {
        let Some(definition) = registers.get(&draft.register) else {
            continue;
        };
        let title = draft_title(draft, definition, language);
        let text = language.say("draft-named", &[("draft", title.as_str().into())]);
        if fits(&text, &wanted) {
            let place = Command::Register(draft.register.clone());
            let detail = place.label(&registers, language);
            let icon = icons::DRAFT.to_owned();
            let resume = Hit::Action(Command::Resume(draft.id.clone()));
            hits.push((resume, Line { icon, text, detail }));
        }
    }
    let of_case = model.selected.as_ref().and_then(|id| registers.get(id));
    // What is written down most is called as this register calls it.
    let everyday = of_case.and_then(|definition| everyday_kind(definition));
    let everyday = everyday.map(|kind| Command::Enter(kind.id.clone()).label(&registers, language));
    let of_case = of_case.map_or_else(Vec::new, |definition| Command::of_case(definition));
    for command in of_case.into_iter().chain(Command::all(&registers)) {
        let text = match (&command, &everyday) {
            (Command::Contact, Some(everyday)) => everyday.clone(),
            _ => command.label(&registers, language),
        };
        let hidden = matches!(command, Command::Search | Command::Save | Command::Close);
        if !hidden && fits(&text, &wanted) {
            let line = Line {
                icon: command.icon(&registers),
                text,
                detail: command.shortcut(&registers).unwrap_or_default(),
            };
            hits.push((Hit::Action(command), line));
        }
    }
    let (hits, lines): (Vec<Hit>, Vec<Line>) = hits.into_iter().unzip();
    let label = language.text("command-search");
    let hint = language.text("search-hint");
    match search.0.finder_ui(ui, &label, &hint, &lines, language) {
        Choice::None => return true,
        Choice::Left => {}
        Choice::Took(at) => match hits.into_iter().nth(at) {
            Some(Hit::Case(register, key)) => model.open_case = Some((register, key)),
            Some(Hit::Action(command)) => model.commands.push(command),
            None => {}
        },
    }
    false
}
