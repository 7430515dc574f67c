//! What lists, standard texts and definitions say, and the change by which they come to say something else.

use crate::desk::backend::content::content;
use crate::desk::state::model::Model;
use crate::register::{Content, Subject};
use crate::store::Edit;

/// What a list or a definition says now.
pub fn content_of(model: &Model, subject: &Subject) -> Option<Content> {
    content(&model.vault.as_ref()?.registers, subject)
}

/// The change by which a list or a definition comes to say this, and what it said before: what was never changed in the
/// program goes back to what the files say.
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
