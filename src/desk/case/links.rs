//! The cases to which a case is linked, and those that may be about the same person.

use egui::Ui;

use crate::desk::case::case_row::{RowButton, case_row_ui};
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::state::model::Model;
use crate::register::{CaseFile, Entry, FieldRole};
use crate::store::{Dossier, Link};

/// What the user wants to do with a case in one of both lists.
pub enum LinkAction {
    /// Link the case on the screen to it.
    Link(Box<CaseFile>),
    /// Take back the link to it.
    Unlink {
        /// The entry that is the link.
        entry: Box<Entry>,
        /// The register in which that entry stands.
        register: String,
        /// The link in words.
        title: String,
    },
}

/// Both lists. Returns what the user wants to do with a case.
pub fn links_ui(ui: &mut Ui, model: &mut Model, dossier: &Dossier) -> Option<LinkAction> {
    let mut action = None;
    if !dossier.links.is_empty() {
        heading(ui, &model.text("links-heading"));
        for link in &dossier.links {
            action = link_ui(ui, model, link).or(action);
        }
    }
    let is_linked = |case: &&CaseFile| dossier.links.iter().any(|link| link.case.id == case.id);
    let others = dossier.same_person.iter();
    let others: Vec<&CaseFile> = others.filter(|case| !is_linked(case)).collect();
    if !others.is_empty() {
        heading(ui, &model.text("links-same-person"));
    }
    for case in others {
        let number = [("number", case.number.as_str().into())];
        let button = RowButton {
            icon: icons::LINK,
            name: &model.language.say("link-to", &number),
        };
        if case_row_ui(ui, model, case, Some(button)) {
            action = Some(LinkAction::Link(Box::new(case.clone())));
        }
    }
    action
}

/// A linked case with the note about the link, and the button that takes the link back.
fn link_ui(ui: &mut Ui, model: &mut Model, link: &Link) -> Option<LinkAction> {
    let language = model.language;
    let number = [("number", link.case.number.as_str().into())];
    let button = RowButton {
        icon: icons::UNLINK,
        name: &language.say("link-unlink", &number),
    };
    let unlink = case_row_ui(ui, model, &link.case, Some(button));
    let vault = model.vault.as_ref();
    let home = vault.and_then(|vault| vault.definition(&link.home));
    let note = home.as_ref();
    let note = note.and_then(|home| home.text_in(&link.entry.state, FieldRole::Note));
    if let Some(note) = note {
        let palette = Palette::of(ui);
        ui.horizontal(|ui| {
            ui.add_space(38.0);
            label_ui(ui, note, theme::label(), palette.mute);
        });
    }
    unlink.then(|| LinkAction::Unlink {
        entry: Box::new(link.entry.clone()),
        register: link.home.clone(),
        title: language.say("timeline-linked", &number),
    })
}

fn heading(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    ui.add_space(2.0);
    label_ui(ui, text, theme::label(), palette.mute);
}
