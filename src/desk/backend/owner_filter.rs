//! Filters tasks and cases by their owner: the colleague who handles the case.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::language::folded;
use crate::store::OpenTask;

/// The owners whose tasks or cases are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnerFilter {
    /// The user.
    Mine,
    /// Everyone whose cases the user may open.
    Team,
    /// This colleague, who may be away.
    Colleague(String),
    /// Nobody: cases without an owner.
    Nobody,
}

/// The owner filter with which the list of work opens, as the settings file keeps it: without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SavedOwnerFilter {
    /// The user.
    Mine,
    /// Everyone.
    Team,
}

impl OwnerFilter {
    /// This filter as it may be saved; none where it names a colleague or nobody.
    pub fn to_saved(&self) -> Option<SavedOwnerFilter> {
        match self {
            Self::Mine => Some(SavedOwnerFilter::Mine),
            Self::Team => Some(SavedOwnerFilter::Team),
            Self::Colleague(_) | Self::Nobody => None,
        }
    }

    /// Whether something with this owner passes the filter, for this user. Owners are names that were typed: capitals and
    /// blanks do not matter.
    pub fn includes(&self, owner: Option<&str>, actor: &str) -> bool {
        let is = |name: &str| owner.is_some_and(|owner| folded(owner) == folded(name));
        match self {
            Self::Mine => is(actor),
            Self::Team => true,
            Self::Colleague(name) => is(name),
            Self::Nobody => owner.is_none(),
        }
    }
}

impl From<SavedOwnerFilter> for OwnerFilter {
    fn from(saved: SavedOwnerFilter) -> Self {
        match saved {
            SavedOwnerFilter::Mine => Self::Mine,
            SavedOwnerFilter::Team => Self::Team,
        }
    }
}

/// An owner filter that compares each name once, however many tasks have it.
pub struct OwnerMatcher<'a> {
    filter: &'a OwnerFilter,
    actor: &'a str,
    known: HashMap<Option<String>, bool>,
}

impl<'a> OwnerMatcher<'a> {
    /// A matcher for this filter and this user.
    pub fn new(filter: &'a OwnerFilter, actor: &'a str) -> Self {
        Self {
            filter,
            actor,
            known: HashMap::new(),
        }
    }

    /// Whether the owner of this task passes the filter.
    pub fn includes(&mut self, task: &OpenTask) -> bool {
        if let Some(known) = self.known.get(&task.owner) {
            return *known;
        }
        let includes = self.filter.includes(task.owner.as_deref(), self.actor);
        self.known.insert(task.owner.clone(), includes);
        includes
    }
}
