//! The present content of lists, standard texts and definitions, and edits of it.

use crate::desk::state::model::Model;
use crate::register::{Content, Subject};
use crate::store::Edit;

/// The present content of a list, standard texts or a definition.
pub fn content_of(model: &Model, subject: &Subject) -> Option<Content> {
    model.vault.as_ref()?.content(subject)
}

/// The edit that gives a subject this content, and its former content for undoing that. No content is that of the shipped
/// files; so is the former content of what was never changed in the program.
pub fn change_of(
    model: &Model,
    subject: &Subject,
    content: Option<Content>,
) -> Option<(Edit, Option<Content>)> {
    let vault = model.vault.as_ref()?;
    let version = vault.changed.versions.get(subject).copied().unwrap_or(0);
    let now = content_of(model, subject);
    let edit = Edit {
        subject: subject.clone(),
        content,
        version,
        actor: model.actor.clone(),
        recorded: model.clock.now(),
        reason: None,
    };
    Some((edit, now.filter(|_| version > 0)))
}
