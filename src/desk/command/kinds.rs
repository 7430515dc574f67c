//! The kinds of entry that somebody types, and the one that is typed most.

use crate::register::{Definition, EntryKind, KINDS_OF_ALL};

/// The kinds of entry of which a form is filled in: documents, links and what was done of a task come about otherwise.
pub fn typed_kinds(definition: &Definition) -> impl Iterator<Item = &EntryKind> {
    let kinds = definition.entries.iter();
    kinds.filter(|kind| !KINDS_OF_ALL.contains(&kind.id.as_str()))
}

/// The kind that is written down most: the first one that asks nothing of the case but what happens next, and is neither
/// one more report nor a step of the ladder; without such a one, the first that is neither.
pub fn everyday_kind(definition: &Definition) -> Option<&EntryKind> {
    let step = definition.ladder.as_ref().map(|ladder| &ladder.entry);
    let next = definition.next_action.as_ref();
    let asks_next = |kind: &&EntryKind| {
        let mut updates = kind.updates.iter();
        let only = updates.all(|id| next.is_some_and(|next| next.what == *id || next.due == *id));
        !kind.moves && !kind.updates.is_empty() && only
    };
    let usual = || typed_kinds(definition).filter(|kind| !kind.report && Some(&kind.id) != step);
    usual().find(asks_next).or_else(|| usual().next())
}

/// The kind of entry that holds a decision, where a register has it.
const DECISION: &str = "besluit";

/// The kind of entry in which a meeting of this register records what it decides.
pub fn decision(definition: &Definition) -> Option<&EntryKind> {
    let by_status = || definition.entries.iter().find(|kind| kind.moves);
    definition.entry_kind(DECISION).or_else(by_status)
}
