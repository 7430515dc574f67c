//! Saved views: what makes a list or a figure, kept under a name, opened again, shared, and thrown away.

use std::collections::BTreeMap;

use crate::desk::app::desk::Desk;
use crate::desk::backend::worker::Request;
use crate::desk::command::Command;
use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::widgets::Tone;
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::saved_view_menu::NameDialog;
use crate::desk::state::figure_spec::FigureSpec;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
use crate::desk::state::saved_view::{Content, ReadView};
use crate::register::{Definition, folded};
use crate::store::{View, ViewKind, new_id};

/// Which views are open, and what is being done with one.
#[derive(Default)]
pub struct SavedViews {
    /// The view of its list and of its figures that is open in each register, by its id.
    open: BTreeMap<(ViewKind, String), String>,
    /// The name that is being typed for one.
    pub naming: Option<NameDialog>,
    /// The one that was thrown away last.
    removed: Option<View>,
    /// Whether the menu is to open.
    pub open_menu: bool,
}

impl Desk {
    /// The register whose list is on the screen, with nothing in front of it.
    pub fn shown_list_of(&self) -> Option<&str> {
        let covered = self.form.is_some() || self.import.is_some();
        match &self.place {
            Route::Register(id) if !covered => Some(id),
            _ => None,
        }
    }

    /// Of what there are views on the screen: a list, or the figures of a register.
    pub fn viewed(&self) -> Option<(ViewKind, String)> {
        match (&self.place, &self.figures) {
            (Route::Figures, Some(figures)) => Some((ViewKind::Figure, figures.register.clone())),
            _ => self
                .shown_list_of()
                .map(|id| (ViewKind::List, id.to_owned())),
        }
    }

    /// The view that is open on the screen.
    pub fn open_view(&self) -> Option<&View> {
        let place = match &self.place {
            // Also with something in front of it.
            Route::Register(id) => (ViewKind::List, id.clone()),
            _ => self.viewed()?,
        };
        let id = self.views.open.get(&place)?;
        let views = &self.model.vault.as_ref()?.views;
        views.iter().find(|view| view.id == *id)
    }

    /// The view that is open, where this user made it.
    pub fn own_view(&self) -> Option<&View> {
        self.open_view()
            .filter(|view| view.owner == self.model.actor)
    }

    /// The list of a register as it first opens: with the view that was chosen for it, where that is still there.
    pub fn first_list(&mut self, definition: &Definition) -> CaseList {
        let chosen = self.settings.opens_with.get(&definition.id).cloned();
        let views = self.model.vault.as_ref().map(|vault| &vault.views);
        let view =
            views.and_then(|views| views.iter().find(|view| Some(&view.id) == chosen.as_ref()));
        let read = view.and_then(|view| ReadView::of(view, definition, self.model.language));
        match (read, chosen) {
            (
                Some(ReadView {
                    content: Content::List(spec),
                    missing,
                }),
                Some(id),
            ) => {
                let place = (ViewKind::List, definition.id.clone());
                self.views.open.insert(place, id);
                self.say_missing(&missing);
                CaseList::arranged(spec)
            }
            _ => CaseList::new(definition),
        }
    }

    /// Opens the menu of the views.
    pub fn open_views(&mut self) {
        self.views.open_menu = self.viewed().is_some();
    }

    /// The team sees the view that is open, or no longer.
    pub fn share_view(&mut self) {
        self.change_view(|view| view.shared = !view.shared);
    }

    /// Goes to the list or the figure of a view.
    pub fn show_view(&mut self, id: &str) {
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
        let Some(read) = ReadView::of(&view, &definition, language) else {
            let named = [("view", view.name.as_str().into())];
            let text = language.say("view-unreadable", &named);
            self.model.notify(text, Tone::Bad);
            return;
        };
        match read.content {
            Content::List(spec) => {
                self.go(Route::Register(view.register.clone()));
                self.leave_form();
                self.import = None;
                let list = CaseList::arranged(spec);
                self.lists.insert(view.register.clone(), list);
            }
            Content::Figure(spec) => {
                self.figures = Some(FiguresPage::composed(&view.register, spec));
                self.go(Route::Figures);
            }
        }
        let place = (view.kind, view.register);
        self.views.open.insert(place, view.id);
        self.say_missing(&read.missing);
    }

    /// Goes to a standard table of a register, or to its first figure.
    pub fn show_table(&mut self, register: &str, table: Option<&str>) {
        let vault = self.model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(register)) else {
            return;
        };
        let mut tables = definition.tables.iter();
        let table = tables.find(|known| Some(known.id.as_str()) == table);
        let spec = match table {
            Some(table) => FigureSpec::of_table(&definition, table),
            None => FigureSpec::new(&definition),
        };
        self.figures = Some(FiguresPage::composed(register, spec));
        let place = (ViewKind::Figure, register.to_owned());
        self.views.open.remove(&place);
        self.go(Route::Figures);
    }

    fn say_missing(&mut self, missing: &[String]) {
        if !missing.is_empty() {
            let what = missing.join(", ");
            let text = self
                .model
                .language
                .say("view-missing", &[("what", what.into())]);
            self.model.notify(text, Tone::Warn);
        }
    }

    /// The list or the figure as it is without a view.
    pub fn leave_view(&mut self) {
        let (Some(definition), Some(place)) = (self.register(), self.viewed()) else {
            return;
        };
        self.views.open.remove(&place);
        match place.0 {
            ViewKind::List => {
                let list = CaseList::new(&definition);
                self.lists.insert(definition.id.clone(), list);
            }
            ViewKind::Figure => self.figures = Some(FiguresPage::new(&definition)),
        }
    }

    /// Keeps the list or the figure as it is now in the view that is open; one of somebody else, or none, is asked a name.
    pub fn save_view(&mut self) {
        match self.own_view().is_some() {
            true => {
                let content = self.written();
                self.change_view(|view| view.content = content.unwrap_or_default());
            }
            false => self.name_view(true),
        }
    }

    /// What makes the list or the figure that is on the screen. What lies behind a figure is not kept.
    pub fn content(&self) -> Option<Content> {
        match self.viewed()? {
            (ViewKind::List, register) => {
                let list = self.lists.get(&register)?;
                Some(Content::List(list.spec.clone()))
            }
            (ViewKind::Figure, _) => {
                let figures = self.figures.as_ref()?;
                Some(Content::Figure(figures.spec.clone()))
            }
        }
    }

    /// The same, as it is kept.
    fn written(&self) -> Option<String> {
        match self.content()? {
            Content::List(spec) => serde_json::to_string(&spec),
            Content::Figure(spec) => serde_json::to_string(&spec),
        }
        .ok()
    }

    /// Begins to type a name: for a new view, or another one for the view that is open.
    pub fn name_view(&mut self, new: bool) {
        let own = self.own_view().cloned();
        let (Some(content), Some((kind, register))) = (self.written(), self.viewed()) else {
            return;
        };
        let view = match own {
            Some(view) if !new => view,
            _ if !new => return,
            _ => View {
                id: new_id(),
                kind,
                register,
                name: String::new(),
                owner: self.model.actor.clone(),
                shared: false,
                saved: self.model.clock.now(),
                content,
            },
        };
        self.views.naming = Some(NameDialog::new(view, new));
    }

    /// Keeps a view whose name was typed.
    pub fn keep_view(&mut self, view: View) {
        let place = (view.kind, view.register.clone());
        self.views.open.insert(place, view.id.clone());
        let named = [("view", view.name.as_str().into())];
        let text = self.model.language.say("view-kept", &named);
        self.model.notify(text, Tone::Ok);
        self.model.ask(Request::KeepView(view));
    }

    /// Whether another view of this user, or of the team, is called so on the same screen of the same register.
    pub fn is_taken(model: &Model, view: &View) -> bool {
        let views = model.vault.as_ref().map_or(&[][..], |vault| &vault.views);
        views.iter().any(|other| {
            let same = folded(&other.name) == folded(&view.name);
            let place = (other.kind, &other.register) == (view.kind, &view.register);
            same && place && other.id != view.id
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
    pub fn open_with_view(&mut self) {
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
        self.model.notify(text, Tone::Ok);
        self.save_settings();
    }

    /// Throws the view that is open away; what is on the screen stays as it is.
    pub fn delete_view(&mut self) {
        let Some(view) = self.own_view().cloned() else {
            return;
        };
        self.views.open.remove(&(view.kind, view.register.clone()));
        let request = Request::DropView(view.register.clone(), view.id.clone());
        self.model.ask(request);
        let named = [("view", view.name.as_str().into())];
        let text = self.model.language.say("view-deleted", &named);
        self.model.notify(text, Tone::Ok);
        self.model.offer = Some(Command::RestoreView);
        self.views.removed = Some(view);
    }

    /// Whether a view that was thrown away can come back.
    pub fn can_restore_view(&self) -> bool {
        self.views.removed.is_some()
    }

    pub fn restore_view(&mut self) {
        if let Some(view) = self.views.removed.take() {
            self.keep_view(view);
        }
    }
}
