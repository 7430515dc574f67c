//! The kinds of entry that are typed in a form, and the two that the program looks for: the everyday one and the decision.

use crate::register::{DISCLOSURE, Definition, EntryKind, KINDS_OF_ALL};

/// The kinds of entry that are typed in a form. Documents, links and finished tasks are recorded in other ways.
pub fn typed_kinds(definition: &Definition) -> impl Iterator<Item = &EntryKind> {
    let kinds = definition.entries.iter();
    kinds.filter(|kind| !KINDS_OF_ALL.contains(&kind.id.as_str()))
}

/// The kind that is used every day, such as a contact: the first one that updates nothing of the case but its next action, and
/// is neither a report, a step of the ladder nor something given. Without such a kind, the first that is neither.
pub fn everyday_kind(definition: &Definition) -> Option<&EntryKind> {
    let step = definition.ladder.as_ref().map(|ladder| &ladder.entry);
    let next = definition.next_action.as_ref();
    let asks_next = |kind: &&EntryKind| {
        let mut updates = kind.updates.iter();
        let only = updates.all(|id| next.is_some_and(|next| next.what == *id || next.due == *id));
        !kind.moves && !kind.updates.is_empty() && only
    };
    let usual = || {
        let kinds = typed_kinds(definition);
        kinds.filter(|kind| !kind.report && Some(&kind.id) != step && kind.id != DISCLOSURE)
    };
    usual().find(asks_next).or_else(|| usual().next())
}
