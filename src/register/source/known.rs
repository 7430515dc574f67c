//! What registers share, as it was read before them.

use std::collections::BTreeMap;

use super::edition::Editions;
use super::shape::EntryKindSource;
use crate::language::Label;
use crate::register::definition::choice::Choice;

/// Lists of choices by their id.
pub(super) type Lists = BTreeMap<String, Vec<Choice>>;

/// A list of choices that registers share.
#[derive(Clone, Debug)]
pub struct SharedList {
    /// The name in files.
    pub id: String,
    /// How it is called on the screen.
    pub label: Label,
    /// What can be chosen, in order.
    pub choices: Vec<Choice>,
}

/// What registers share: lists of choices, and kinds of entry; and what the municipality changed.
pub(super) struct Known<'a> {
    /// What was changed in the program.
    pub editions: &'a Editions,
    /// Lists of choices.
    pub lists: Lists,
    /// Kinds of entry, by their id.
    pub entries: BTreeMap<String, EntryKindSource>,
}
