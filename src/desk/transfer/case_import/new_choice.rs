//! A value of a file that becomes a choice of its field, in the list that Beheer has too.

use crate::desk::backend::protocol::Request;
use crate::desk::state::editions::{change_of, content_of};
use crate::desk::state::model::Model;
use crate::desk::state::pending::{EditionChange, Pending};
use crate::language::Label;
use crate::register::{Choice, Content, Definition, Subject};

/// Asks to add a choice to a field. Says whether it could be asked.
pub(super) fn add_choice(
    definition: &Definition,
    field: &str,
    id: &str,
    label: &str,
    model: &mut Model,
) -> bool {
    let list = definition
        .field(field)
        .and_then(|field| field.choices_from.clone());
    let subject = match list {
        Some(list) => Subject::List(list),
        None => Subject::Choices {
            register: definition.id.clone(),
            field: field.to_owned(),
        },
    };
    let Some(Content::Choices(mut choices)) = content_of(model, &subject) else {
        return false;
    };
    choices.push(Choice::new(
        id,
        Label {
            nl: label.to_owned(),
            en: None,
        },
    ));
    let changed = Some(Content::Choices(choices));
    let Some((edit, before)) = change_of(model, &subject, changed) else {
        return false;
    };
    let name = [("name", label.into())];
    let change = EditionChange {
        subject,
        before,
        message: model.language.say("manage-said-added", &name),
        select: None,
        typed: None,
    };
    model.ask_for(Pending::Edition(Box::new(change)), Request::Edit(edit));
    true
}
