//! Ctrl+F: a filter is found by typing a few letters of it, set by Enter, and taken away in the same way.

use egui::Ui;

use crate::desk::kit::fuzzy::matches_prefixes;
use crate::desk::kit::icons;
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::figure_spec::FigureSpec;
use crate::desk::state::list_filter::{Begin, DueBy, ListFilter, Owner};
use crate::desk::state::list_spec::Scope;
use crate::figures::{RUNNING, Slice, dimension_label, dimensions, key_label, keys_of};
use crate::language::{Language, folded};
use crate::register::{Definition, END, OUTCOME, STAND};

/// The field that looks for a filter.
#[derive(Default)]
pub struct FilterPicker(Finder);

/// What can be chosen, each with its line.
type Offers = Vec<(Found, Line)>;

/// What can be chosen.
enum Found {
    /// Which cases a list shows.
    Scope(Scope),
    /// A value that is wanted, or no longer.
    Key(String, String),
    /// Whose cases, or no longer.
    Owner(Owner),
    /// By when something is due, or no longer.
    Due(DueBy),
    /// When they began, or no longer.
    Begin(Begin),
    /// The words that are typed.
    Words(String),
}

impl FilterPicker {
    /// What can be chosen for what is typed: first what is set, to be taken away.
    fn offers(
        &self,
        definition: &Definition,
        slice: &Slice,
        narrowed: &ListFilter,
        of_list: bool,
        language: Language,
    ) -> Offers {
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
                if matches_prefixes(&text, &wanted) {
                    let line = Line::new(definition.icon.clone(), text);
                    let cases = definition.case_words.many.text(language);
                    more.push((Found::Scope(scope), line.detail(cases)));
                }
            }
        }
        if of_list {
            let (here, there) = self.narrowed(definition, narrowed, language);
            set.extend(here);
            more.extend(there);
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
                if !matches_prefixes(&text, &wanted) {
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
        let words = self.0.words.trim();
        if of_list && !words.is_empty() {
            let typed = [("words", words.into())];
            let line = Line::new(icons::SEARCH, language.say("filter-by-words", &typed));
            set.push((Found::Words(words.to_owned()), line));
        }
        set
    }

    /// The filters on what is not counted: those that are set, to be taken away, and the others.
    fn narrowed(
        &self,
        definition: &Definition,
        narrowed: &ListFilter,
        language: Language,
    ) -> (Offers, Offers) {
        let mut all: Vec<(bool, String, Found)> = Vec::new();
        if definition.work.owner.is_some() {
            for owner in [Owner::Me, Owner::Nobody] {
                let is_set = narrowed.owner.as_ref() == Some(&owner);
                all.push((is_set, owner.label(language), Found::Owner(owner)));
            }
        }
        for due in DueBy::ALL {
            let is_set = narrowed.due == Some(due);
            all.push((is_set, due.label(language), Found::Due(due)));
        }
        for begin in Begin::OFFERED {
            let is_set = narrowed.begin == Some(begin);
            all.push((
                is_set,
                begin.said(definition, language),
                Found::Begin(begin),
            ));
        }
        let (mut set, mut more) = (Vec::new(), Vec::new());
        for (is_set, text, found) in all
            .into_iter()
            .filter(|(_, text, _)| matches_prefixes(text, &self.0.words))
        {
            if is_set {
                let filter = [("filter", text.into())];
                let text = language.say("filter-remove", &filter);
                set.push((found, Line::new(icons::CLOSE, text)));
            } else {
                more.push((found, Line::new(icons::FILTER, text)));
            }
        }
        (set, more)
    }
}

/// Sets what is chosen, or takes it away where it is set.
fn turn<T: PartialEq>(set: &mut Option<T>, chosen: T) {
    *set = match set {
        Some(other) if *other == chosen => None,
        _ => Some(chosen),
    };
}

/// What the filters are of.
pub enum Filtered<'a> {
    /// A list.
    List(&'a mut CaseList),
    /// A figure.
    Figure(&'a mut FigureSpec),
}

impl FilterPicker {
    /// The field. Returns whether it stays open.
    pub fn ui(
        &mut self,
        ui: &Ui,
        filtered: Filtered<'_>,
        definition: &Definition,
        language: Language,
    ) -> bool {
        let (slice, filter, of_list) = match &filtered {
            Filtered::List(list) => (list.spec.slice.clone(), list.spec.narrowed.clone(), true),
            Filtered::Figure(spec) => (spec.slice.clone(), ListFilter::default(), false),
        };
        self.0.search_locally();
        let offers = self.offers(definition, &slice, &filter, of_list, language);
        let (found, lines): (Vec<Found>, Vec<Line>) = offers.into_iter().unzip();
        let (label, hint) = (
            language.text("command-filter"),
            language.text("filter-hint"),
        );
        match self.0.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => return true,
            Choice::Closed => {}
            Choice::Picked(at) => match (found.into_iter().nth(at), filtered) {
                (Some(found), Filtered::List(list)) => found.set(list, definition),
                (Some(Found::Key(field, key)), Filtered::Figure(spec)) => {
                    spec.slice.toggle(&field, &key);
                }
                _ => {}
            },
        }
        ui.request_repaint();
        false
    }
}

impl Found {
    /// Sets it on a list, or takes it away where it is set.
    fn set(self, list: &mut CaseList, definition: &Definition) {
        // What lies behind a figure is as it was counted: a filter is for the list itself.
        if matches!(list.spec.scope, Scope::Behind(..)) {
            *list = CaseList::new(definition);
        }
        let spec = &mut list.spec;
        match self {
            Self::Scope(scope) => spec.scope = scope,
            Self::Key(field, key) => spec.slice.toggle(&field, &key),
            Self::Owner(owner) => turn(&mut spec.narrowed.owner, owner),
            Self::Due(due) => turn(&mut spec.narrowed.due, due),
            Self::Begin(begin) => turn(&mut spec.narrowed.begin, begin),
            Self::Words(words) => spec.narrowed.words = words,
        }
    }
}
