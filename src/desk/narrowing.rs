//! Ctrl+F: a filter is found by typing a few letters of it, set by Enter, and taken away in the same way.

use egui::Ui;

use super::app::Desk;
use super::arrangement::Scope;
use super::finder::{Choice, Finder, Line};
use super::icons;
use super::likeness::fits;
use super::list::List;
use super::shell::Place;
use crate::figures::{RUNNING, Slice, dimension_label, dimensions, key_label, keys_of};
use crate::language::Language;
use crate::register::{Definition, END, OUTCOME, STAND, folded};

/// The field that looks for a filter.
#[derive(Default)]
pub struct Narrowing(Finder);

/// What can be chosen.
enum Found {
    /// Which cases a list shows.
    Scope(Scope),
    /// A value that is wanted, or no longer.
    Key(String, String),
}

impl Narrowing {
    /// What can be chosen for what is typed: first what is set, to be taken away.
    fn offers(
        &self,
        definition: &Definition,
        slice: &Slice,
        of_list: bool,
        language: Language,
    ) -> Vec<(Found, Line)> {
        let wanted = folded(&self.0.words);
        let (mut set, mut more) = (Vec::new(), Vec::new());
        if of_list && definition.has_spells() {
            let scopes = [
                (Scope::Running, "list-running"),
                (Scope::Finished, "list-finished"),
                (Scope::All, "list-all"),
            ];
            for (scope, id) in scopes {
                let text = language.text(id);
                if fits(&text, &wanted) {
                    let line = Line::new(definition.icon.clone(), text);
                    let cases = definition.case_words.many.text(language);
                    more.push((Found::Scope(scope), line.detail(cases)));
                }
            }
        }
        // How a case ended is no filter of a list, which shows what runs.
        let without = |id: &str| id == STAND || (of_list && [OUTCOME, END].contains(&id));
        for field in dimensions(definition).into_iter().filter(|id| !without(id)) {
            let name = dimension_label(definition, &field, language);
            for key in keys_of(definition, &field)
                .into_iter()
                .filter(|key| key != RUNNING)
            {
                let label = key_label(definition, &field, &key, language);
                let text = format!("{name}: {label}");
                let is_set = slice.wants(&field, &key);
                if !fits(&text, &wanted) {
                    continue;
                }
                let found = Found::Key(field.clone(), key);
                if is_set {
                    let filter = [("filter", text.into())];
                    let text = language.say("filter-remove", &filter);
                    set.push((found, Line::new(icons::CLOSE, text)));
                } else {
                    more.push((found, Line::new(icons::FILTER, text)));
                }
            }
        }
        set.extend(more);
        set
    }
}

impl Desk {
    /// Begins to look for a filter on the list or the figure that is on the screen.
    pub(super) fn narrow(&mut self) {
        if self.has_filters() {
            self.narrowing = Some(Narrowing::default());
        }
    }

    /// The field that looks for a filter, where it is open.
    pub(super) fn narrowing_ui(&mut self, ui: &Ui) {
        let Some(mut narrowing) = self.narrowing.take() else {
            return;
        };
        let Some(definition) = self.register() else {
            return;
        };
        let language = self.model.language;
        let list = match self.place {
            Place::Register(_) => self.lists.get_mut(&definition.id),
            _ => None,
        };
        let of_list = list.is_some();
        let slice = match (&list, &self.figures) {
            (Some(list), _) => list.arrangement.slice.clone(),
            (None, Some(figures)) => figures.slice.clone(),
            (None, None) => return,
        };
        narrowing.0.need_no_answer();
        let offers = narrowing.offers(&definition, &slice, of_list, language);
        let (found, lines): (Vec<Found>, Vec<Line>) = offers.into_iter().unzip();
        let (label, hint) = (
            language.text("command-filter"),
            language.text("filter-hint"),
        );
        match narrowing.0.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => {
                self.narrowing = Some(narrowing);
                return;
            }
            Choice::Left => {}
            Choice::Took(at) => match (found.into_iter().nth(at), list) {
                (Some(found), Some(list)) => {
                    // What lies behind a figure is as it was counted: a filter is for the list itself.
                    if matches!(list.arrangement.scope, Scope::Behind(..)) {
                        *list = List::new(&definition);
                    }
                    match found {
                        Found::Scope(scope) => list.arrangement.scope = scope,
                        Found::Key(field, key) => list.arrangement.slice.toggle(&field, &key),
                    }
                }
                (Some(Found::Key(field, key)), None) => {
                    if let Some(figures) = &mut self.figures {
                        figures.slice.toggle(&field, &key);
                        figures.behind = None;
                    }
                }
                _ => {}
            },
        }
        self.give_back_keyboard();
        ui.request_repaint();
    }
}
