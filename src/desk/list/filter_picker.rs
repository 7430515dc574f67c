//! Ctrl+F: finds a filter of a list or a figure by a few letters of it. Enter sets it, or removes one that is set.

use egui::Ui;

use crate::desk::kit::fuzzy::matches_prefixes;
use crate::desk::kit::icons;
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::figure_spec::FigureSpec;
use crate::desk::state::list_filter::{Begin, DueBy, ListFilter, Owner};
use crate::desk::state::list_spec::{ListSpec, Scope};
use crate::figures::{RUNNING, Slice, dimension_label, dimensions, key_label, keys_of};
use crate::language::Language;
use crate::register::{Definition, END, OUTCOME, STAND};

/// The finder.
#[derive(Default)]
pub struct FilterPicker(Finder);

/// What is filtered.
pub enum Filtered<'a> {
    /// A list, whose cases may be handled by these colleagues.
    List(&'a mut CaseList, &'a [String]),
    /// A figure.
    Figure(&'a mut FigureSpec),
}

/// A filter that can be set, or removed where it is set.
enum Filter {
    /// The cases before any other filter; one is always set.
    Scope(Scope),
    /// A key of a field.
    Key { field: String, key: String },
    /// Who handles the case.
    Owner(Owner),
    /// When its most urgent task is due.
    Due(DueBy),
    /// When it began.
    Begin(Begin),
    /// The words that are typed.
    Words(String),
}

/// The filters that fit what is typed, each with its line.
#[derive(Default)]
struct Found {
    /// Those that are set, to be removed; they come first.
    set: Vec<(Filter, Line)>,
    /// The others.
    others: Vec<(Filter, Line)>,
}

impl Found {
    fn push(&mut self, filter: Filter, text: String, is_set: bool, language: Language) {
        if is_set {
            let name = [("filter", text.into())];
            let text = language.say("filter-remove", &name);
            self.set.push((filter, Line::new(icons::CLOSE, text)));
        } else {
            self.others.push((filter, Line::new(icons::FILTER, text)));
        }
    }
}

impl FilterPicker {
    /// Draws the finder. Returns whether it stays open.
    pub fn ui(
        &mut self,
        ui: &Ui,
        filtered: Filtered<'_>,
        definition: &Definition,
        language: Language,
    ) -> bool {
        self.0.search_locally();
        let found = match &filtered {
            Filtered::List(list, owners) => {
                self.filters_of_list(&list.spec, owners, definition, language)
            }
            Filtered::Figure(spec) => self.filters_of_figure(spec, definition, language),
        };
        let (filters, lines): (Vec<Filter>, Vec<Line>) = found.into_iter().unzip();
        let label = language.text("command-filter");
        let hint = language.text("filter-hint");
        match self.0.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => return true,
            Choice::Closed => {}
            Choice::Picked(at) => match (filters.into_iter().nth(at), filtered) {
                (Some(filter), Filtered::List(list, _)) => filter.toggle(list, definition),
                (Some(Filter::Key { field, key }), Filtered::Figure(spec)) => {
                    spec.slice.toggle(&field, &key);
                }
                _ => {}
            },
        }
        ui.request_repaint();
        false
    }

    /// The filters of a list that fit what is typed, and the words themselves.
    fn filters_of_list(
        &self,
        spec: &ListSpec,
        owners: &[String],
        definition: &Definition,
        language: Language,
    ) -> Vec<(Filter, Line)> {
        let mut found = Found::default();
        if definition.has_spells() {
            found.others.extend(self.scopes(definition, language));
        }
        self.add_uncounted(&mut found, &spec.filter, owners, definition, language);
        // Most lists show the cases that run: they offer no filter on how or when a case ended.
        let without = [STAND, OUTCOME, END];
        self.add_counted(&mut found, &spec.slice, definition, &without, language);
        let Found { mut set, others } = found;
        set.extend(others);
        let words = self.0.words.trim();
        if !words.is_empty() {
            let typed = [("words", words.into())];
            let line = Line::new(icons::SEARCH, language.say("filter-by-words", &typed));
            set.push((Filter::Words(words.to_owned()), line));
        }
        set
    }

    /// The filters of a figure that fit what is typed.
    fn filters_of_figure(
        &self,
        spec: &FigureSpec,
        definition: &Definition,
        language: Language,
    ) -> Vec<(Filter, Line)> {
        let mut found = Found::default();
        self.add_counted(&mut found, &spec.slice, definition, &[STAND], language);
        let Found { mut set, others } = found;
        set.extend(others);
        set
    }

    fn scopes(&self, definition: &Definition, language: Language) -> Vec<(Filter, Line)> {
        let cases = definition.case_words.many.text(language);
        let scopes = [
            (Scope::Running, "list-running"),
            (Scope::Finished, "list-finished"),
            (Scope::All, "list-all"),
        ];
        let scopes = scopes.map(|(scope, id)| (scope, language.text(id)));
        let fitting = scopes
            .into_iter()
            .filter(|(_, text)| matches_prefixes(text, &self.0.words));
        fitting
            .map(|(scope, text)| {
                let line = Line::new(definition.icon.clone(), text).detail(cases);
                (Filter::Scope(scope), line)
            })
            .collect()
    }

    /// Adds the filters on what is not counted.
    fn add_uncounted(
        &self,
        found: &mut Found,
        filter: &ListFilter,
        owners: &[String],
        definition: &Definition,
        language: Language,
    ) {
        let mut add = |option: Filter, text: String, is_set: bool| {
            if matches_prefixes(&text, &self.0.words) {
                found.push(option, text, is_set, language);
            }
        };
        if definition.work.owner.is_some() {
            let named = owners.iter().map(|name| Owner::Of(name.clone()));
            for owner in [Owner::Me, Owner::Nobody].into_iter().chain(named) {
                let is_set = filter.owner.as_ref() == Some(&owner);
                let text = owner.label(language);
                add(Filter::Owner(owner), text, is_set);
            }
        }
        for due in DueBy::ALL {
            let is_set = filter.due == Some(due);
            add(Filter::Due(due), due.label(language), is_set);
        }
        for begin in Begin::OFFERED {
            let is_set = filter.begin == Some(begin);
            let text = begin.chip_text(definition, language);
            add(Filter::Begin(begin), text, is_set);
        }
    }

    /// Adds the keys of every field that is counted, but for the fields in `without`.
    fn add_counted(
        &self,
        found: &mut Found,
        slice: &Slice,
        definition: &Definition,
        without: &[&str],
        language: Language,
    ) {
        for field in dimensions(definition) {
            if without.contains(&field.as_str()) {
                continue;
            }
            let name = dimension_label(definition, &field, language);
            for key in keys_of(definition, &field) {
                let label = key_label(definition, &field, &key, language);
                let text = format!("{name}: {label}");
                if key == RUNNING || !matches_prefixes(&text, &self.0.words) {
                    continue;
                }
                let is_set = slice.wants(&field, &key);
                let field = field.clone();
                found.push(Filter::Key { field, key }, text, is_set, language);
            }
        }
    }
}

impl Filter {
    /// Sets the filter on a list, or removes it where it is set.
    fn toggle(self, list: &mut CaseList, definition: &Definition) {
        // The cases of a figure are those that were counted: a filter makes a list of the register anew.
        if matches!(list.spec.scope, Scope::OfFigure(..)) {
            *list = CaseList::new(definition);
        }
        let spec = &mut list.spec;
        match self {
            Self::Scope(scope) => spec.scope = scope,
            Self::Key { field, key } => spec.slice.toggle(&field, &key),
            Self::Owner(owner) => toggle(&mut spec.filter.owner, owner),
            Self::Due(due) => toggle(&mut spec.filter.due, due),
            Self::Begin(begin) => toggle(&mut spec.filter.begin, begin),
            Self::Words(words) => spec.filter.words = words,
        }
    }
}

/// Sets an option, or removes it where it is set.
fn toggle<T: PartialEq>(set: &mut Option<T>, chosen: T) {
    *set = match set {
        Some(other) if *other == chosen => None,
        _ => Some(chosen),
    };
}
