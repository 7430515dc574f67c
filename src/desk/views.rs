//! Saved views: what makes a list, kept under a name, opened again, shared, and thrown away.

use std::collections::{BTreeMap, BTreeSet};

use super::app::Desk;
use super::arrangement::Arrangement;
use super::command::Command;
use super::list::List;
use super::model::Model;
use super::shell::Place;
use super::view_ui::Naming;
use super::widgets::Tone;
use super::worker::Request;
use crate::figures::{dimension_label, dimensions, key_label, read_key};
use crate::language::Language;
use crate::register::{BEGIN, Definition, END, NUMBER, folded};
use crate::report::CaseColumn;
use crate::store::{View, new_id};

/// Which views are open, and what is being done with one.
#[derive(Default)]
pub struct Views {
    /// The view that is open in each register, by its id.
    open: BTreeMap<String, String>,
    /// The name that is being typed for one.
    pub naming: Option<Naming>,
    /// The one that was thrown away last.
    removed: Option<View>,
    /// Whether the menu is to open.
    pub open_menu: bool,
}

/// A view as the register has it now.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadView {
    /// What makes its list, as far as the register still has it.
    pub arrangement: Arrangement,
    /// What it names that is no longer there.
    pub missing: Vec<String>,
}

impl ReadView {
    /// Reads what was kept. What the register no longer has is left out, and named. None where it cannot be read at all.
    pub fn of(content: &str, definition: &Definition, language: Language) -> Option<Self> {
        let mut arrangement: Arrangement = serde_json::from_str(content).ok()?;
        let mut missing = Vec::new();
        let known = dimensions(definition);
        let mut slice = arrangement.slice.clone();
        for (field, keys) in arrangement.slice.filters() {
            if !known.iter().any(|id| id == field) {
                missing.push(field.to_owned());
                slice.clear(field);
                continue;
            }
            for key in keys {
                if read_key(definition, field, key).is_ok_and(|read| read == *key) {
                    continue;
                }
                let name = dimension_label(definition, field, language);
                let label = key_label(definition, field, key, language);
                missing.push(format!("{name}: {label}"));
                slice.toggle(field, key);
            }
        }
        arrangement.slice = slice;
        arrangement.columns.retain(|id| {
            let there = CaseColumn::named(definition, id).is_some();
            if !there {
                missing.push(id.clone());
            }
            there
        });
        let standard = Arrangement::new(definition);
        let by = &arrangement.sort.by;
        if ![NUMBER, BEGIN, END].contains(&by.as_str()) && !known.contains(by) {
            missing.push(by.clone());
            arrangement.sort = standard.sort;
        }
        if let Some(group) = arrangement.group.take_if(|group| !known.contains(group)) {
            missing.push(group);
        }
        if !definition.has_spells() {
            arrangement.scope = standard.scope;
        }
        let mut named = BTreeSet::new();
        missing.retain(|what| named.insert(what.clone()));
        Some(Self {
            arrangement,
            missing,
        })
    }
}

impl Desk {
    /// The register whose list is on the screen, with nothing in front of it.
    pub(super) fn shown_list_of(&self) -> Option<&str> {
        let covered = self.form.is_some() || self.import.is_some();
        match &self.place {
            Place::Register(id) if !covered => Some(id),
            _ => None,
        }
    }

    /// The view that is open in the register on the screen.
    pub(super) fn open_view(&self) -> Option<&View> {
        let Place::Register(register) = &self.place else {
            return None;
        };
        let id = self.views.open.get(register)?;
        let views = &self.model.vault.as_ref()?.views;
        views.iter().find(|view| view.id == *id)
    }

    /// The view that is open, where this user made it.
    pub(super) fn own_view(&self) -> Option<&View> {
        self.open_view()
            .filter(|view| view.owner == self.model.actor)
    }

    /// The list of a register as it first opens: with the view that was chosen for it, where that is still there.
    pub(super) fn first_list(&mut self, definition: &Definition) -> List {
        let chosen = self.settings.opens_with.get(&definition.id).cloned();
        let views = self.model.vault.as_ref().map(|vault| &vault.views);
        let view =
            views.and_then(|views| views.iter().find(|view| Some(&view.id) == chosen.as_ref()));
        let read =
            view.and_then(|view| ReadView::of(&view.content, definition, self.model.language));
        match (read, chosen) {
            (Some(read), Some(id)) => {
                self.views.open.insert(definition.id.clone(), id);
                self.say_missing(&read.missing);
                List::arranged(read.arrangement)
            }
            _ => List::new(definition),
        }
    }

    /// Opens the menu of the views.
    pub(super) fn open_views(&mut self) {
        self.views.open_menu = self.shown_list_of().is_some();
    }

    /// The team sees the view that is open, or no longer.
    pub(super) fn share_view(&mut self) {
        self.change_view(|view| view.shared = !view.shared);
    }

    /// Goes to the list of a view.
    pub(super) fn show_view(&mut self, id: &str) {
        let language = self.model.language;
        let Some(vault) = &self.model.vault else {
            return;
        };
        let view = vault.views.iter().find(|view| view.id == id).cloned();
        let definition = view
            .as_ref()
            .and_then(|view| vault.definition(&view.register));
        let (Some(view), Some(definition)) = (view, definition) else {
            return;
        };
        let Some(read) = ReadView::of(&view.content, &definition, language) else {
            let named = [("view", view.name.as_str().into())];
            let text = language.say("view-unreadable", &named);
            self.model.tell(text, Tone::Bad);
            return;
        };
        self.go(Place::Register(view.register.clone()));
        self.leave_form();
        self.import = None;
        let list = List::arranged(read.arrangement);
        self.lists.insert(view.register.clone(), list);
        self.views.open.insert(view.register, view.id);
        self.say_missing(&read.missing);
    }

    fn say_missing(&mut self, missing: &[String]) {
        if !missing.is_empty() {
            let what = missing.join(", ");
            let text = self
                .model
                .language
                .say("view-missing", &[("what", what.into())]);
            self.model.tell(text, Tone::Warn);
        }
    }

    /// The list as it is without a view.
    pub(super) fn leave_view(&mut self) {
        let Some(definition) = self.register() else {
            return;
        };
        if self.shown_list_of().is_some() {
            self.views.open.remove(&definition.id);
            self.lists
                .insert(definition.id.clone(), List::new(&definition));
        }
    }

    /// Keeps the list as it is now in the view that is open; one of somebody else, or none, is asked a name.
    pub(super) fn save_view(&mut self) {
        match self.own_view().is_some() {
            true => {
                let content = self.content();
                self.change_view(|view| view.content = content.unwrap_or_default());
            }
            false => self.name_view(true),
        }
    }

    /// What makes the list that is on the screen, to be kept. What lies behind a figure is not.
    fn content(&self) -> Option<String> {
        let list = self.lists.get(self.shown_list_of()?)?;
        serde_json::to_string(&list.arrangement).ok()
    }

    /// Begins to type a name: for a new view, or another one for the view that is open.
    pub(super) fn name_view(&mut self, new: bool) {
        let own = self.own_view().cloned();
        let (Some(content), Place::Register(register)) = (self.content(), &self.place) else {
            return;
        };
        let view = match own {
            Some(view) if !new => view,
            _ if !new => return,
            _ => View {
                id: new_id(),
                register: register.clone(),
                name: String::new(),
                owner: self.model.actor.clone(),
                shared: false,
                saved: self.model.clock.now(),
                content,
            },
        };
        self.views.naming = Some(Naming::new(view, new));
    }

    /// Keeps a view whose name was typed.
    pub(super) fn keep_view(&mut self, view: View) {
        self.views
            .open
            .insert(view.register.clone(), view.id.clone());
        let named = [("view", view.name.as_str().into())];
        let text = self.model.language.say("view-kept", &named);
        self.model.tell(text, Tone::Ok);
        self.model.ask(Request::KeepView(view));
    }

    /// Whether another view of this user, or of the team, is called so in the same register.
    pub(super) fn is_taken(model: &Model, view: &View) -> bool {
        let views = model.vault.as_ref().map_or(&[][..], |vault| &vault.views);
        views.iter().any(|other| {
            let same = folded(&other.name) == folded(&view.name);
            same && other.register == view.register && other.id != view.id
        })
    }

    fn change_view(&mut self, change: impl FnOnce(&mut View)) {
        if let Some(mut view) = self.own_view().cloned() {
            change(&mut view);
            view.saved = self.model.clock.now();
            self.keep_view(view);
        }
    }

    /// The register opens with this view from now on, or no longer.
    pub(super) fn open_with_view(&mut self) {
        let Some(view) = self.open_view().cloned() else {
            return;
        };
        let opens = self.settings.opens_with.get(&view.register) == Some(&view.id);
        let opening = &mut self.settings.opens_with;
        let id = match opens {
            true => {
                opening.remove(&view.register);
                "view-opens-no-longer"
            }
            false => {
                opening.insert(view.register.clone(), view.id.clone());
                "view-opens"
            }
        };
        let text = self
            .model
            .language
            .say(id, &[("view", view.name.as_str().into())]);
        self.model.tell(text, Tone::Ok);
        self.save_settings();
    }

    /// Throws the view that is open away; the list stays as it is.
    pub(super) fn delete_view(&mut self) {
        let Some(view) = self.own_view().cloned() else {
            return;
        };
        self.views.open.remove(&view.register);
        let request = Request::DropView(view.register.clone(), view.id.clone());
        self.model.ask(request);
        let named = [("view", view.name.as_str().into())];
        let text = self.model.language.say("view-deleted", &named);
        self.model.tell(text, Tone::Ok);
        self.model.offer = Some(Command::RestoreView);
        self.views.removed = Some(view);
    }

    /// Whether a view that was thrown away can come back.
    pub(super) fn can_restore_view(&self) -> bool {
        self.views.removed.is_some()
    }

    pub(super) fn restore_view(&mut self) {
        if let Some(view) = self.views.removed.take() {
            self.keep_view(view);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::arrangement::Sort;
    use super::*;
    use crate::figures::Slice;
    use crate::register::Registers;

    #[test]
    fn what_the_register_no_longer_has_is_left_out_and_named() {
        let registers = Registers::shipped().unwrap();
        let definition = registers.get("woonoverlast").unwrap();
        let kept = Arrangement {
            slice: Slice::whole().and("wijk", "meerzicht").and("kleur", "rood"),
            columns: vec!["nummer".to_owned(), "kleur".to_owned()],
            sort: Sort {
                by: "kleur".to_owned(),
                descending: false,
            },
            ..Arrangement::new(definition)
        };
        let content = serde_json::to_string(&kept).unwrap();
        let read = ReadView::of(&content, definition, Language::Dutch).unwrap();
        assert_eq!(read.missing, ["kleur"]);
        assert_eq!(read.arrangement.columns, ["nummer"]);
        assert_eq!(
            read.arrangement.slice,
            Slice::whole().and("wijk", "meerzicht")
        );
        assert_eq!(read.arrangement.sort, Arrangement::new(definition).sort);
        assert_eq!(ReadView::of("{", definition, Language::Dutch), None);
    }
}
