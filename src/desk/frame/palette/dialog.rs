//! The palette: its field, the cases that the vault found, and the names around them.

use egui::Ui;

use super::context::{PaletteContext, Recent};
use super::named::{Hit, Hits};
use super::names::{Names, names};
use crate::desk::backend::protocol::RequestId;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::register::CaseFile;
use crate::store::SearchResults;

/// How many cases stand above the names that fit less well; the others stand below them.
const FIRST_CASES: usize = 6;
/// The palette.
#[derive(Default)]
pub struct CommandPalette(Finder);

impl CommandPalette {
    /// Takes the cases that were found; an answer to an older request is dropped.
    pub fn on_found(&mut self, found: SearchResults, request: RequestId) {
        self.0.on_found(found, request);
    }
}

/// Draws the palette. Returns whether it stays open.
pub fn search_ui(
    ui: &Ui,
    search: &mut CommandPalette,
    model: &mut Model,
    context: &PaletteContext<'_>,
) -> bool {
    let finder = &mut search.0;
    let register = context.register.map(|definition| definition.id.as_str());
    finder.ask(model, register);
    let language = model.language;
    let mut cases = match finder.words.trim().is_empty() {
        true => recent(model, context.recent),
        false => found(model, finder),
    };
    let first = FIRST_CASES.max(finder.found.numbered.len());
    let later = cases.split_off(cases.len().min(first));
    let vault = model.vault.as_ref();
    let names = vault.map(|vault| names(vault, context, &finder.words, language));
    let Names { leading, others } = names.unwrap_or_default();
    finder.lead = leading.len();
    let mut hits = leading;
    hits.extend(cases);
    // What fits less well stands below the cases, and comes with them.
    if !finder.is_searching() {
        hits.extend(others);
    }
    let more = language.text("search-other-cases");
    let later = later.into_iter();
    hits.extend(later.map(|(hit, line)| (hit, line.under(&more))));
    let (hits, lines): (Vec<Hit>, Vec<Line>) = hits.into_iter().unzip();
    let label = language.text("command-search");
    let hint = language.text("search-hint");
    match search.0.finder_ui(ui, &label, &hint, &lines, language) {
        Choice::None => return true,
        Choice::Closed => {}
        Choice::Picked(at) => match hits.into_iter().nth(at) {
            Some(Hit::Case(register, key)) => model.actions.push(Action::OpenCase(register, key)),
            Some(Hit::Command(command)) => model.actions.push(command),
            Some(Hit::List(register, spec)) => {
                model.actions.push(Action::OpenList(register, spec));
            }
            Some(Hit::SameList(register, spec)) => {
                model.actions.push(Action::ArrangeList(register, spec));
            }
            Some(Hit::Manual(chapter, section)) => {
                model.actions.push(Action::OpenManual { chapter, section });
            }
            None => {}
        },
    }
    false
}

/// The cases that were opened last, as far as they are in the cache.
fn recent(model: &mut Model, recent: &Recent) -> Hits {
    let Some(vault) = &mut model.vault else {
        return Vec::new();
    };
    let known = recent.cases();
    let known: Vec<_> = known
        .filter_map(|(register, key)| vault.case(register, *key))
        .collect();
    let section = model.language.text("search-recent");
    let cases = known.iter();
    cases
        .filter_map(|case| hit(model, case, "", &section))
        .collect()
}

/// The cases that the vault service found.
fn found(model: &Model, finder: &Finder) -> Hits {
    let section = model.language.text("search-cases");
    let cases = finder.cases();
    cases
        .filter_map(|case| hit(model, case, &finder.words, &section))
        .collect()
}

fn hit(model: &Model, case: &CaseFile, words: &str, section: &str) -> Option<(Hit, Line)> {
    let registers = &model.vault.as_ref()?.registers;
    let today = model.clock.today();
    let line = Line::of_case(case, words, today, registers, model.language)?;
    let hit = Hit::Case(case.register.clone(), case.key);
    Some((hit, line.under(section)))
}
