//! Saved views: what makes a list or a figure, kept under a name, opened again, shared, and thrown away.

use std::collections::BTreeMap;

use crate::desk::backend::protocol::Request;
use crate::desk::command::Command;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::desk::state::settings::Settings;
use crate::desk::state::vault::OpenVault;
use crate::language::folded;
use crate::store::{View, ViewKind};

/// What has views: the list or the figures of a register, by its id.
pub type Viewed = (ViewKind, String);

/// Which views are open, and the one that was thrown away last.
#[derive(Default)]
pub struct SavedViews {
    /// The view that is open of each list and figure, by its id.
    open: BTreeMap<Viewed, String>,
    removed: Option<View>,
    /// Whether the menu is to open.
    pub open_menu: bool,
}

impl SavedViews {
    /// The view that is open.
    pub fn open<'a>(&self, viewed: &Viewed, vault: &'a OpenVault) -> Option<&'a View> {
        let id = self.open.get(viewed)?;
        vault.views.iter().find(|view| view.id == *id)
    }

    /// A view is open from now on.
    pub fn set_open(&mut self, viewed: Viewed, id: String) {
        self.open.insert(viewed, id);
    }

    /// No view is open any more.
    pub fn leave(&mut self, viewed: &Viewed) {
        self.open.remove(viewed);
    }

    /// Keeps a view, which is open from now on.
    pub fn keep(&mut self, view: View, model: &mut Model) {
        self.set_open((view.kind, view.register.clone()), view.id.clone());
        let named = [("view", view.name.as_str().into())];
        let text = model.language.say("view-kept", &named);
        model.notify(text, Tone::Ok);
        model.ask(Request::KeepView(view));
    }

    /// Throws a view away; what is on the screen stays as it is.
    pub fn delete(&mut self, view: View, model: &mut Model) {
        self.leave(&(view.kind, view.register.clone()));
        model.ask(Request::DropView(view.register.clone(), view.id.clone()));
        let named = [("view", view.name.as_str().into())];
        let text = model.language.say("view-deleted", &named);
        model.notify(text, Tone::Ok);
        model.offer(Command::RestoreView);
        self.removed = Some(view);
    }

    /// Whether a view that was thrown away can come back.
    pub fn can_restore(&self) -> bool {
        self.removed.is_some()
    }

    /// Brings back the view that was thrown away last.
    pub fn restore(&mut self, model: &mut Model) {
        if let Some(view) = self.removed.take() {
            self.keep(view, model);
        }
    }
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

/// The register opens with this view from now on, or no longer.
pub fn toggle_opens_with(view: &View, settings: &mut Settings, model: &mut Model) {
    let opens_with = &mut settings.opens_with;
    let id = match opens_with.get(&view.register) == Some(&view.id) {
        true => {
            opens_with.remove(&view.register);
            "view-opens-no-longer"
        }
        false => {
            opens_with.insert(view.register.clone(), view.id.clone());
            "view-opens"
        }
    };
    let named = [("view", view.name.as_str().into())];
    let text = model.language.say(id, &named);
    model.notify(text, Tone::Ok);
}
