//! Saved views: lists and figures that were saved under a name, to be opened again, shared, and deleted.

use std::collections::BTreeMap;

use crate::desk::backend::protocol::Request;
use crate::desk::command::Command;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::desk::state::settings::Settings;
use crate::desk::state::vault::OpenVault;
use crate::language::folded;
use crate::store::{View, ViewKind};

/// What a view can be of: the list or the figures of a register, by the id of the register.
pub type Viewed = (ViewKind, String);

/// Which views are open, and the one that was deleted last.
#[derive(Default)]
pub struct SavedViews {
    /// The id of the open view of each list and figure.
    open: BTreeMap<Viewed, String>,
    removed: Option<View>,
    /// Whether the menu of views is to open in the next frame.
    pub open_menu: bool,
}

impl SavedViews {
    /// The open view of a list or figure.
    pub fn open<'a>(&self, viewed: &Viewed, vault: &'a OpenVault) -> Option<&'a View> {
        let id = self.open.get(viewed)?;
        vault.views.iter().find(|view| view.id == *id)
    }

    /// Sets the open view, by its id.
    pub fn set_open(&mut self, viewed: Viewed, id: String) {
        self.open.insert(viewed, id);
    }

    /// Closes the open view; what is on the screen stays as it is.
    pub fn close(&mut self, viewed: &Viewed) {
        self.open.remove(viewed);
    }

    /// Saves a view, which is then the open one.
    pub fn save(&mut self, view: View, model: &mut Model) {
        self.set_open((view.kind, view.register.clone()), view.id.clone());
        let named = [("view", view.name.as_str().into())];
        let text = model.language.say("view-kept", &named);
        model.notify(text, Tone::Ok);
        model.ask(Request::SaveView(view));
    }

    /// Deletes a view; what is on the screen stays as it is.
    pub fn delete(&mut self, view: View, model: &mut Model) {
        self.close(&(view.kind, view.register.clone()));
        model.ask(Request::DeleteView(view.register.clone(), view.id.clone()));
        let named = [("view", view.name.as_str().into())];
        let text = model.language.say("view-deleted", &named);
        model.notify(text, Tone::Ok);
        model.offer(Command::RestoreView);
        self.removed = Some(view);
    }

    /// Whether a view was deleted that can be restored.
    pub fn can_restore(&self) -> bool {
        self.removed.is_some()
    }

    /// Restores the view that was deleted last.
    pub fn restore(&mut self, model: &mut Model) {
        if let Some(view) = self.removed.take() {
            self.save(view, model);
        }
    }
}

/// Whether another view of the same list or figures has this name.
pub fn is_taken(model: &Model, view: &View) -> bool {
    let views = model.vault.as_ref().map_or(&[][..], |vault| &vault.views);
    views.iter().any(|other| {
        let same = folded(&other.name) == folded(&view.name);
        let place = (other.kind, &other.register) == (view.kind, &view.register);
        same && place && other.id != view.id
    })
}

/// Sets that the register opens with this view, or no longer.
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
