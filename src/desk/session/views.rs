//! Saved views on the screen: opened, kept, renamed, shared and thrown away.

use super::screens::Session;
use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::widgets::Tone;
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::saved_view_menu::ViewMenu;
use crate::desk::parts::view_name_dialog::NameDialog;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
use crate::desk::state::saved_view::{Content, ReadView};
use crate::desk::state::saved_views::{Viewed, toggle_opens_with};
use crate::desk::state::settings::Settings;
use crate::register::Definition;
use crate::store::{View, ViewKind, new_id};

impl Session {
    /// What has views on the screen: a list, or the figures of a register.
    pub fn viewed(&self) -> Option<Viewed> {
        match (&self.route, &self.figures) {
            (Route::Figures, Some(figures)) => Some((ViewKind::Figure, figures.register.clone())),
            _ => Some((ViewKind::List, self.list_route()?.to_owned())),
        }
    }

    /// The view that is open on the screen, also with something before it.
    pub fn open_view(&self, model: &Model) -> Option<View> {
        let viewed = match &self.route {
            Route::Register(id) => (ViewKind::List, id.clone()),
            _ => self.viewed()?,
        };
        self.views.open(&viewed, model.vault.as_ref()?).cloned()
    }

    /// The view that is open, where this user made it.
    pub fn own_view(&self, model: &Model) -> Option<View> {
        let open = self.open_view(model);
        open.filter(|view| view.owner == model.user)
    }

    /// The views of the list or the figures of a register, for their menu.
    pub fn views_here(
        &self,
        kind: ViewKind,
        definition: &Definition,
        settings: &Settings,
        model: &Model,
    ) -> ViewMenu {
        let opens_with = settings.opens_with.get(&definition.id).cloned();
        let now = self.view_content();
        ViewMenu::new(
            kind,
            definition,
            &self.views,
            now.as_ref(),
            opens_with,
            model,
        )
    }

    /// The list of a register as it first opens: with the view that was chosen for it, where that is still there.
    pub fn first_list(
        &mut self,
        definition: &Definition,
        settings: &Settings,
        model: &mut Model,
    ) -> CaseList {
        let chosen = settings.opens_with.get(&definition.id);
        let views = model.vault.as_ref().map(|vault| &vault.views);
        let view = views.and_then(|views| views.iter().find(|view| Some(&view.id) == chosen));
        let read = view.and_then(|view| ReadView::of(view, definition, model.language));
        match (read, chosen) {
            (
                Some(ReadView {
                    content: Content::List(spec),
                    missing,
                }),
                Some(id),
            ) => {
                let viewed = (ViewKind::List, definition.id.clone());
                self.views.set_open(viewed, id.clone());
                say_missing(&missing, model);
                CaseList::with_spec(spec)
            }
            _ => CaseList::new(definition),
        }
    }

    /// Goes to the list or the figure of a view.
    pub fn show_view(&mut self, id: &str, model: &mut Model) {
        let Some(vault) = &model.vault else { return };
        let Some(view) = vault.views.iter().find(|view| view.id == id).cloned() else {
            return;
        };
        let Some(definition) = vault.definition(&view.register) else {
            return;
        };
        let Some(read) = ReadView::of(&view, &definition, model.language) else {
            let named = [("view", view.name.as_str().into())];
            let text = model.language.say("view-unreadable", &named);
            model.notify(text, Tone::Bad);
            return;
        };
        match read.content {
            Content::List(spec) => {
                self.go(Route::Register(view.register.clone()), model);
                self.forms.leave_case(model);
                self.leave_import(model);
                let list = CaseList::with_spec(spec);
                self.lists.insert(view.register.clone(), list);
            }
            Content::Figure(spec) => {
                self.figures = Some(FiguresPage::with_spec(&view.register, spec));
                self.go(Route::Figures, model);
            }
        }
        self.views.set_open((view.kind, view.register), view.id);
        say_missing(&read.missing, model);
    }

    /// The list or the figure as it is without a view.
    pub fn leave_view(&mut self, model: &Model) {
        let (Some(definition), Some(viewed)) = (self.register(model), self.viewed()) else {
            return;
        };
        self.views.close(&viewed);
        match viewed.0 {
            ViewKind::List => {
                let list = CaseList::new(&definition);
                self.lists.insert(definition.id.clone(), list);
            }
            ViewKind::Figure => self.figures = Some(FiguresPage::new(&definition)),
        }
    }

    /// Keeps the list or the figure as it is now in the view that is open; for one of somebody else, or none, the dialog
    /// for its name is returned.
    pub fn save_view(&mut self, model: &mut Model) -> Option<NameDialog> {
        if self.own_view(model).is_none() {
            return self.name_view(true, model);
        }
        let content = self.written();
        self.change_view(model, |view| view.content = content.unwrap_or_default());
        None
    }

    /// The team sees the view that is open, or no longer.
    pub fn share_view(&mut self, model: &mut Model) {
        self.change_view(model, |view| view.shared = !view.shared);
    }

    fn change_view(&mut self, model: &mut Model, change: impl FnOnce(&mut View)) {
        if let Some(mut view) = self.own_view(model) {
            change(&mut view);
            view.saved = model.clock.now();
            self.views.save(view, model);
        }
    }

    /// Throws the view that is open away.
    pub fn delete_view(&mut self, model: &mut Model) {
        if let Some(view) = self.own_view(model) {
            self.views.delete(view, model);
        }
    }

    /// The register opens with the view that is open from now on, or no longer.
    pub fn open_with_view(&self, settings: &mut Settings, model: &mut Model) {
        if let Some(view) = self.open_view(model) {
            toggle_opens_with(&view, settings, model);
        }
    }

    /// The dialog for the name of a new view, or for another name of the view that is open.
    pub fn name_view(&self, new: bool, model: &Model) -> Option<NameDialog> {
        let content = self.written()?;
        let (kind, register) = self.viewed()?;
        let view = match new {
            false => self.own_view(model)?,
            true => View {
                id: new_id(),
                kind,
                register,
                name: String::new(),
                owner: model.user.clone(),
                shared: false,
                saved: model.clock.now(),
                content,
            },
        };
        Some(NameDialog::new(view, new))
    }

    /// What makes the list or the figure that is on the screen. What lies behind a figure is not kept.
    fn view_content(&self) -> Option<Content> {
        match self.viewed()? {
            (ViewKind::List, register) => {
                let list = self.lists.get(&register)?;
                Some(Content::List(list.spec.clone()))
            }
            (ViewKind::Figure, _) => Some(Content::Figure(self.figures.as_ref()?.spec.clone())),
        }
    }

    /// The same, as it is kept.
    fn written(&self) -> Option<String> {
        match self.view_content()? {
            Content::List(spec) => serde_json::to_string(&spec),
            Content::Figure(spec) => serde_json::to_string(&spec),
        }
        .ok()
    }
}

/// Says what a view names that is no longer there.
fn say_missing(missing: &[String], model: &mut Model) {
    if !missing.is_empty() {
        let what = [("what", missing.join(", ").into())];
        let text = model.language.say("view-missing", &what);
        model.notify(text, Tone::Warn);
    }
}
